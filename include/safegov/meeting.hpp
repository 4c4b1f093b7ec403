// The meetings of bodies that are known by their dates, and what a record can be about.
// SPDX-License-Identifier: Apache-2.0
//
//   for (const Meeting& meeting : partnership.meetings(partnership.find_body("bmg")))
//     std::cout << meeting.scheduled << '\n';      // June 2019 (dated 2019-06-01 to 2019-06-30)

#pragma once

#include <cstdint>
#include <variant>

#include <safegov/body.hpp>
#include <safegov/deadline.hpp>
#include <safegov/escalation_rules.hpp>
#include <safegov/id.hpp>
#include <safegov/plan.hpp>

namespace safegov {

/// One meeting that the `meets` of its body names: `June 2019`, `9 Oct 2019`. A body of which only
/// a cadence is known (`3 times a year`) has none.
struct Meeting {
  BodyId body = {};
  Deadline scheduled = {};  ///< always dated; what became of it, records say
};
using MeetingId = Id<Meeting>;

/// The number-th deadline of a promise: an obligation.
struct Subject {
  PromiseId promise = {};
  std::uint32_t number = 0;
  friend auto operator<=>(const Subject&, const Subject&) noexcept = default;
};

/// What a record is about; nothing only where that could not be told.
using About = std::variant<std::monostate, Subject, MeetingId, BodyId, PlanId, ObjectiveId,
                           ActionId, DisputeId>;

}  // namespace safegov
