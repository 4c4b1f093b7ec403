// What happened: a report came in, a part of one, its date was moved, or the duty was lifted.
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

/// What a record says happened to an obligation; a retraction, to another record.
enum class RecordKind : std::uint8_t {
  received,
  partly_received,
  extended,    ///< its date was moved; `until` says to when
  waived,      ///< it need not come
  superseded,  ///< something else took its place
  cancelled,   ///< it will not come
  retracted,   ///< a record was wrong: from the day this was recorded, it no longer counts
};

/// A kind of record and the obligation it is about: `received: bp-2019/2.1/qa of June 2019`.
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
  std::string until = {};             ///< of an extension: the new deadline's words
  std::string replaced_by = {};       ///< of what is superseded: the obligation that took its place
  BodyRef by = {};                    ///< who received or decided
  std::string reference = {};         ///< the evidence: `QA minutes, item 4`
  std::string reason = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Record&, const Record&) = default;
};

template <>
struct CodecOf<Event> {
  static const Codec& get();
};

template <>
const Type& type_of<Record>();
template <>
std::span<const std::string_view> words_of<RecordKind>();

}  // namespace safegov
