// What happened: a report came in, a date was moved, a meeting was held, a rating was given.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/describe.hpp>

namespace safegov {

/// What a record says happened: to an obligation, a meeting, a plan or a part of one, a body; a
/// retraction, to another record.
enum class RecordKind : std::uint8_t {
  received,         ///< an obligation
  partly_received,  ///< an obligation
  held,             ///< a meeting; of a body alone, one that no schedule names
  decided,          ///< about anything; it is kept, and changes no state
  rated,            ///< an action, objective or plan; `rating` says how
  extended,         ///< the date of an obligation was moved; `until` says to when
  moved,            ///< a meeting; `until` says to when
  waived,           ///< an obligation need not come
  superseded,       ///< something else took the place of an obligation
  cancelled,        ///< an obligation will not come, or a meeting will not be held
  published,        ///< about anything; it is kept, and changes no state
  escalated,        ///< an obligation or a dispute, taken to `to`; it changes no state
  settled,          ///< a dispute; no further stage of it is needed
  retracted,        ///< a record was wrong: from the day this was recorded, it no longer counts
};

/// Was a meeting able to decide?
enum class Quorum : std::uint8_t { met, not_met };

/// A kind of record and what it is about: `received: bp-2019/2.1/qa of June 2019`,
/// `held: bmg of Oct 2019`, `rated: bp-2019/2.1`.
struct Event {
  RecordKind kind = RecordKind::received;
  std::string about = {};
  friend bool operator==(const Event&, const Event&) = default;
};

/// Something that happened on a day, and when that was written down: the two axes of time.
struct Record {
  Event event = {};
  std::string id = {};                ///< only needed to be retracted by
  std::optional<Date> date = {};      ///< when it happened; a record without is unsound
  std::optional<Date> recorded = {};  ///< when it was written down; the same day unless given
  std::string until = {};             ///< of what was extended or moved: the words of its new date
  std::string rating = {};            ///< of a rating: the band, in the words of the scale
  std::optional<Quorum> quorum = {};  ///< of a meeting that was held
  std::string replaced_by = {};       ///< of what is superseded: the obligation that took its place
  BodyRef to = {};                    ///< of what is escalated: to whom it was taken
  BodyRef by = {};                    ///< who received or decided
  std::string reference = {};         ///< the evidence: `QA minutes, item 4`
  std::string reason = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Record&, const Record&) = default;
};

/// The last day of which anything may be said as at a date: that date, or the last day of what was
/// known, if that is earlier.
[[nodiscard]] constexpr Date known_until(Date as_at, const std::optional<Date>& known_at) noexcept {
  return known_at && *known_at < as_at ? *known_at : as_at;
}

template <>
struct CodecOf<Event> {
  static const Codec& get();
};

template <>
const Type& type_of<Record>();
template <>
std::span<const std::string_view> words_of<RecordKind>();
template <>
std::span<const std::string_view> words_of<Quorum>();

}  // namespace safegov
