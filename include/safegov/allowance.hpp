// What a partnership knows to be odd, and lets stand for a while, with its reason.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>

#include <safegov/date.hpp>
#include <safegov/describe.hpp>

namespace safegov {

/// A finding of one rule that is let stand: at one thing and all that is in it, or everywhere in
/// the plan or partnership whose `allow` it is under.
struct Allowance {
  std::string rule = {};           ///< a code or its name: `self-report`
  Ref<Anything> at = {};           ///< none for all of the plan or partnership
  std::string reason = {};         ///< for whoever asks why
  std::optional<Date> until = {};  ///< its last day; for good unless given
  Origin origin = {};
  friend bool operator==(const Allowance&, const Allowance&) = default;
};

template <>
const Type& type_of<Allowance>();

}  // namespace safegov
