// The register of timed duties: clocks that were started, and by when what they ask for is owed.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/clock.hpp>
#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// Another day of a case: when the council became aware, beside when it notified.
struct ClockEvent {
  std::string event = {};  ///< a trigger of the clock
  std::optional<Date> date = {};
  Origin origin = {};
  friend bool operator==(const ClockEvent&, const ClockEvent&) = default;
};

/// A clock that was started. It tells bodies and days, and nothing of a case.
struct TimedDuty {
  static constexpr std::string_view refers_to = "timed-duty";

  std::string id = {};
  std::string text = {};  ///< the duty of the clock, unless given
  Ref<Clock> clock = {};
  std::optional<Date> from = {};        ///< the day of the event that starts the default rule
  std::vector<ClockEvent> events = {};  ///< days of other events
  std::optional<Date> known = {};       ///< since when it is owed; `from`, unless given
  BodyRef owed_by = {};
  BodyRef to = {};
  std::optional<Date> done = {};
  std::optional<Date> recorded = {};  ///< when that was written down; the same day unless given
  std::string reference = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const TimedDuty&, const TimedDuty&) = default;
};

template <>
const Type& type_of<ClockEvent>();
template <>
const Type& type_of<TimedDuty>();

/// A partnership's own clocks, which go before those of the library.
[[nodiscard]] const Register& clocks_register();
[[nodiscard]] const Register& timed_duties_register();

}  // namespace safegov
