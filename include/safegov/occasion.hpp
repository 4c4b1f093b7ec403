// The register of events: networks, training, conferences, and who came.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/plan.hpp>
#include <safegov/printed.hpp>
#include <safegov/register.hpp>

namespace safegov {

enum class OccasionKind : std::uint8_t {
  training,
  conference,
  network,
  briefing,
  workshop,
  screening,
  other,
};

/// Who came from one agency, or sort of setting.
struct EventAttendance {
  BodyRef agency = {};
  std::optional<int> people = {};
  std::string printed = {};  ///< where print says more than the number: `over 1100`
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const EventAttendance&, const EventAttendance&) = default;
};

/// An average over the sessions of an event, as printed.
struct AttendanceAverage {
  std::string of = {};  ///< whom it counts: whole ones
  std::optional<Decimal> value = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AttendanceAverage&, const AttendanceAverage&) = default;
};

/// One event, or a row of them under one heading. `Event` is what a record says.
struct Occasion {
  static constexpr std::string_view refers_to = "event";

  std::string id = {};
  std::string title = {};
  OccasionKind kind = OccasionKind::other;
  BodyRef host = {};
  std::optional<When> date = {};
  std::string dates = {};  ///< as printed, where that is no stretch of days: `May, September`
  std::string every = {};  ///< how often, as printed: `three times per year`
  Ref<Occasion> part_of = {};
  Ref<Occasion> after = {};  ///< the one before it, in a row of the same
  std::optional<int> sessions = {};
  std::optional<int> planned = {};  ///< how many people were expected
  std::optional<int> attended = {};
  std::string printed = {};  ///< where print says more than the number: `over 100`
  std::vector<EventAttendance> attendance = {};
  std::vector<AttendanceAverage> averages = {};
  std::vector<std::string> topics = {};
  std::string evaluation = {};  ///< as printed
  BodyRef report_to = {};
  std::string report_due = {};
  std::optional<Date> reported = {};
  std::vector<Promise> follow_up = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Occasion&, const Occasion&) = default;
};

template <>
const Type& type_of<EventAttendance>();
template <>
const Type& type_of<AttendanceAverage>();
template <>
const Type& type_of<Occasion>();
template <>
std::span<const std::string_view> words_of<OccasionKind>();

[[nodiscard]] const Register& events_register();

}  // namespace safegov
