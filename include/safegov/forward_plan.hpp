// The register of forward plans: what a board means to hear at its coming meetings.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/meeting.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// One item of a forward plan, as printed.
struct ForwardPlanItem {
  static constexpr std::string_view refers_to = "forward-plan-item";

  std::string id = {};
  BodyRef body = {};         ///< whose plan it is
  std::string meeting = {};  ///< the words of its day, as printed: `5th Jan 2021`
  std::string item = {};
  std::string priority = {};       ///< as printed
  BodyRef from = {};               ///< who brings it
  Ref<Anything> answers = {};      ///< the promise that it answers
  std::optional<Date> dated = {};  ///< the plan's own day; before it, nothing is on it
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const ForwardPlanItem&, const ForwardPlanItem&) = default;
};

template <>
const Type& type_of<ForwardPlanItem>();

[[nodiscard]] const Register& forward_plan_register();

}  // namespace safegov
