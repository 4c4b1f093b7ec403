// How records describe themselves.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/record.hpp>

#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
std::span<const std::string_view> words_of<RecordKind>() {
  static constexpr std::array<std::string_view, 14> words{
      "received",  "partly-received", "held",    "decided",    "rated",
      "extended",  "moved",           "waived",  "superseded", "cancelled",
      "published", "escalated",       "settled", "retracted"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Quorum>() {
  static constexpr std::array<std::string_view, 2> words{"met", "not-met"};
  return words;
}

template <>
const Type& type_of<Record>() {
  static constexpr Field fields[] = {
      field<&Record::event>("event",
                            "What happened, and to what: an obligation, a meeting, an action.",
                            Need::required),
      field<&Record::id>("id",
                         "An id to retract it by; needed only where two records say the same."),
      field<&Record::date>("date", "The day it happened. Never `on:`, which YAML reads as true.",
                           Need::required),
      field<&Record::recorded>("recorded", "The day it was written down; the same unless given."),
      field<&Record::until>(
          "until", "Of what was extended or moved: the new date, in the words of a `due`."),
      field<&Record::rating>("rating", "Of what was rated: a band of the scale."),
      field<&Record::quorum>("quorum", "Of a meeting that was held: could it decide?"),
      field<&Record::replaced_by>("replaced-by",
                                  "Of what is superseded: the obligation that took its place."),
      field<&Record::to>("to", "Of what is escalated: to whom it was taken."),
      field<&Record::by>("by", "Who received it, or who decided."),
      field<&Record::reference>("reference", "The evidence: `QA minutes, item 4`."),
      field<&Record::reason>("reason", "Why, for what was decided.", Need::optional,
                             Audience::partnership),
      field<&Record::source>("source", docs::source),
      field<&Record::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Record::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Record>("record", "Something that happened on a day.", fields);
  return type;
}

}  // namespace safegov
