// The register of meetings: agendas, minutes, who was there, and what was put off.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/meeting.hpp>
#include <safegov/plan.hpp>
#include <safegov/record.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// What a row is known from. An agenda does not say that the meeting was held.
enum class MinutesKind : std::uint8_t { minutes, agenda };

/// What the table of attendance says of a seat.
enum class Attended : std::uint8_t { present, apologies, substitute, silent, no_contact };

/// A seat in the table of attendance.
struct Attendance {
  BodyRef seat = {};
  BodyRef agency = {};  ///< whom it is counted to; the seat itself, unless given
  std::optional<Attended> was = {};
  BodyRef substitute = {};  ///< who came instead, if that is printed
  std::string came = {};    ///< the item at which they came, if that was later
  std::string left = {};    ///< the item before which they left, if that was earlier
  std::string source = {};
  std::string note = {};
  Origin origin = {};
  friend bool operator==(const Attendance&, const Attendance&) = default;

  [[nodiscard]] bool there() const noexcept {
    return was == Attended::present || was == Attended::substitute;
  }
  [[nodiscard]] const std::string& counted_to() const noexcept {
    return agency ? agency.id : seat.id;
  }
};

/// What somebody did about an interest.
enum class InterestHandled : std::uint8_t { left, stayed };

/// An interest that was declared.
struct Interest {
  BodyRef by = {};
  std::string item = {};  ///< the item that it touches
  std::string what = {};
  std::optional<InterestHandled> then = {};
  std::string source = {};
  Origin origin = {};
  friend bool operator==(const Interest&, const Interest&) = default;
};

/// Something resolved or recommended, as printed.
struct Resolution {
  std::string no = {};
  std::string text = {};
  std::string source = {};
  Origin origin = {};
  friend bool operator==(const Resolution&, const Resolution&) = default;
};

/// An item of an agenda, and what became of it.
struct MinutesItem {
  std::string no = {};  ///< as printed
  std::string title = {};
  std::string purpose = {};  ///< as printed: `for noting`
  BodyRef presenter = {};
  std::string pages = {};    ///< as printed: `51-56`
  Ref<Anything> paper = {};  ///< what it is about: an obligation, a decision, a document
  std::vector<std::string> receives = {};  ///< the obligations that came in with it
  std::vector<std::string> discussion = {};
  std::vector<Resolution> resolved = {};
  std::vector<Resolution> recommended = {};  ///< what its paper asks the body to do
  std::vector<Promise> actions = {};
  std::string deferred_to = {};    ///< when it is to come again, in the words of a `due`
  std::string deferred_from = {};  ///< the item that was put off: `bmg-2025-06.7`
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const MinutesItem&, const MinutesItem&) = default;
};

/// One meeting of a body, by its minutes or its agenda.
struct Minutes {
  static constexpr std::string_view refers_to = "minutes";

  std::string id = {};
  std::string title = {};
  BodyRef body = {};
  std::optional<Date> date = {};
  MinutesKind kind = MinutesKind::minutes;
  std::string meeting = {};           ///< which of the body's scheduled meetings it was: `Oct 2025`
  std::optional<Date> recorded = {};  ///< when the minutes were written down
  std::vector<BodyRef> chair = {};    ///< who chaired
  std::optional<Quorum> quorum = {};  ///< as the minutes print it
  std::vector<Attendance> attendance = {};
  std::vector<BodyRef> others = {};  ///< who was there beside the seats
  std::vector<Interest> interests = {};
  std::vector<Ref<Minutes>> confirms = {};
  std::vector<MinutesItem> items = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Minutes&, const Minutes&) = default;
};

template <>
const Type& type_of<Attendance>();
template <>
const Type& type_of<Interest>();
template <>
const Type& type_of<Resolution>();
template <>
const Type& type_of<MinutesItem>();
template <>
const Type& type_of<Minutes>();
template <>
std::span<const std::string_view> words_of<MinutesKind>();
template <>
std::span<const std::string_view> words_of<Attended>();
template <>
std::span<const std::string_view> words_of<InterestHandled>();

[[nodiscard]] const Register& minutes_register();

}  // namespace safegov
