// How a partnership's arrangements describe themselves.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/partnership.hpp>

#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
std::span<const std::string_view> words_of<YearBasis>() {
  static constexpr std::array<std::string_view, 3> words{"calendar-year", "financial-year",
                                                         "academic-year"};
  return words;
}

template <>
const Type& type_of<PeriodName>() {
  static constexpr Field fields[] = {
      field<&PeriodName::name>("name", "The word: `autumn`, `spring term`, `early`.",
                               Need::required),
      field<&PeriodName::of>("of", "The year that it is a part of."),
      field<&PeriodName::from>("from", "Its first day: `1 September`, or a full date.",
                               Need::required),
      field<&PeriodName::to>("to", "Its last day: `31 December`, or a full date.", Need::required),
      field<&PeriodName::source>("source", docs::source),
  };
  static constexpr Type type = described<PeriodName>(
      "named-period", "What the partnership means by a word for a part of the year.", fields);
  return type;
}

template <>
const Type& type_of<Arrangements>() {
  static constexpr Field fields[] = {
      field<&Arrangements::id>("partnership", docs::id, Need::required),
      field<&Arrangements::name>("name", "The partnership's name.", Need::required),
      field<&Arrangements::top>("top", "The body that is accountable for all of it."),
      field<&Arrangements::partners>(
          "partners", "The safeguarding partners: council, health and police, who answer in law."),
      field<&Arrangements::calendar>("calendar",
                                     "Its working days; `england-and-wales`, unless given."),
      field<&Arrangements::named_periods>("named-periods", "Its seasons, terms and the like."),
      field<&Arrangements::scales>("scales", "What it gives ratings on, beside the named scales."),
      field<&Arrangements::ratings>("ratings", "How its plans are rated. See ratings.md."),
      field<&Arrangements::escalations>("escalations",
                                        "What goes further up, and when. See escalation.md."),
      field<&Arrangements::allow>("allow", "What is known to be odd, and let stand. See lint.md."),
      field<&Arrangements::bodies>("bodies", "Everybody who can owe, receive, decide or attend.",
                                   Need::required),
      field<&Arrangements::source>("source", docs::source),
      field<&Arrangements::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Arrangements::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Arrangements>("partnership", "What a partnership publishes of itself.", fields);
  return type;
}

}  // namespace safegov
