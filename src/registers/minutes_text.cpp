// How meetings and their parts describe themselves.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/minutes.hpp>

#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
std::span<const std::string_view> words_of<MinutesKind>() {
  static constexpr std::array<std::string_view, 2> words{"minutes", "agenda"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Attended>() {
  static constexpr std::array<std::string_view, 5> words{"present", "apologies", "substitute",
                                                         "silent", "no-contact"};
  return words;
}

template <>
std::span<const std::string_view> words_of<InterestHandled>() {
  static constexpr std::array<std::string_view, 2> words{"left", "stayed"};
  return words;
}

template <>
const Type& type_of<Attendance>() {
  static constexpr Field fields[] = {
      field<&Attendance::seat>("seat", "The post or body that holds the place.", Need::required),
      field<&Attendance::agency>(
          "agency", "The agency that it is counted to; the seat itself, unless given."),
      field<&Attendance::was>("was",
                              "What the table says; `silent` if it says nothing, `no-contact` if "
                              "nobody heard from them.",
                              Need::required),
      field<&Attendance::substitute>("substitute", "The post that came instead, if printed."),
      field<&Attendance::came>("came", "The item at which they came, if that was later: `5`."),
      field<&Attendance::left>("left",
                               "The item before which they left, if that was earlier: `7`."),
      field<&Attendance::source>("source", docs::source),
      field<&Attendance::note>("note", docs::note, Need::optional, Audience::partnership),
  };
  static constexpr Type type =
      described<Attendance>("attendance", "A seat in the table of attendance.", fields);
  return type;
}

template <>
const Type& type_of<Interest>() {
  static constexpr Field fields[] = {
      field<&Interest::by>("by", "Who declared it.", Need::required),
      field<&Interest::item>("item", "The number of the item that it touches."),
      field<&Interest::what>("what", "The interest, as printed."),
      field<&Interest::then>("then", "What they did while the item was taken."),
      field<&Interest::source>("source", docs::source),
  };
  static constexpr Type type =
      described<Interest>("interest", "An interest that was declared.", fields);
  return type;
}

template <>
const Type& type_of<Resolution>() {
  static constexpr Field fields[] = {
      field<&Resolution::no>("no", "Its number, as printed."),
      field<&Resolution::text>("text", "What was resolved, as printed.", Need::required),
      field<&Resolution::source>("source", docs::source),
  };
  static constexpr Type type = described<Resolution>(
      "resolution", "Something resolved or recommended, as printed.", fields, "text");
  return type;
}

template <>
const Type& type_of<MinutesItem>() {
  static constexpr Field fields[] = {
      field<&MinutesItem::no>("no", "Its number, as printed."),
      field<&MinutesItem::title>("title", "What it is called.", Need::required),
      field<&MinutesItem::purpose>("purpose", "What it is there for, as printed: `for noting`."),
      field<&MinutesItem::presenter>("presenter", "The post or body that presents it."),
      field<&MinutesItem::pages>("pages", "The pages of its papers, as printed: `51-56`."),
      field<&MinutesItem::paper>("paper", "What it is about: whatever has an id."),
      field<&MinutesItem::receives>(
          "receives", "The obligations that came in with it, as a record names them."),
      field<&MinutesItem::discussion>("discussion", "What was said, point by point."),
      field<&MinutesItem::resolved>("resolved", "What was resolved."),
      field<&MinutesItem::recommended>("recommended", "What its paper asks the body to do."),
      field<&MinutesItem::actions>("actions",
                                   "What somebody is to do; to the body, unless it says to whom."),
      field<&MinutesItem::deferred_to>(
          "deferred-to",
          "When it is to come again, in the words of a `due`: `bmg of Feb 2026`, `next meeting`."),
      field<&MinutesItem::deferred_from>("deferred-from",
                                         "The item that was put off to here: `bmg-2025-06.7`."),
      field<&MinutesItem::source>("source", docs::source),
      field<&MinutesItem::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&MinutesItem::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<MinutesItem>(
      "minutes-item", "An item of an agenda, and what became of it.", fields, "title");
  return type;
}

template <>
const Type& type_of<Minutes>() {
  static constexpr Field fields[] = {
      field<&Minutes::id>("id", docs::id, Need::required),
      field<&Minutes::title>("title", "What the meeting is called, if it has a name."),
      field<&Minutes::body>("body", "Who met.", Need::required),
      field<&Minutes::date>("date", "The day of the meeting.", Need::required),
      field<&Minutes::kind>("kind",
                            "What is known of it; an agenda does not say that it was held. "
                            "`minutes`, unless given."),
      field<&Minutes::meeting>(
          "meeting", "Which of the meetings under the body's `meets` it was: `Oct 2025`."),
      field<&Minutes::recorded>("recorded",
                                "When the minutes were written down; the same day, unless given."),
      field<&Minutes::chair>("chair", "Who chaired; several, if print does not say which."),
      field<&Minutes::quorum>("quorum", "Whether it was quorate, if the minutes print it."),
      field<&Minutes::attendance>("attendance", "The table of attendance, seat by seat."),
      field<&Minutes::others>("others", "Who else was there."),
      field<&Minutes::interests>("interests", "The interests that were declared."),
      field<&Minutes::confirms>("confirms", "The earlier minutes that it confirmed."),
      field<&Minutes::items>("items", "Its items, in the order printed."),
      field<&Minutes::source>("source", docs::source),
      field<&Minutes::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Minutes::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Minutes>("minutes", "One meeting of a body, by its minutes or its agenda.", fields);
  return type;
}

}  // namespace safegov
