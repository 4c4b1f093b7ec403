// How bodies, seats and lines describe themselves.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/body.hpp>

#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
std::span<const std::string_view> words_of<BodyKind>() {
  static constexpr std::array<std::string_view, 7> words{
      "group", "agency", "board", "network", "post", "outside", "partnership"};
  return words;
}

template <>
const Type& type_of<Name>() {
  static constexpr Field fields[] = {
      field<&Name::name>("name", "The name, as printed.", Need::required),
      field<&Name::from>("from", docs::from),
      field<&Name::until>("until", docs::until),
      field<&Name::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Name>("name", "A name, and when it was used.", fields, "name");
  return type;
}

template <>
const Type& type_of<Seat>() {
  static constexpr Field fields[] = {
      field<&Seat::body>("body", "The body that holds the place.", Need::required),
      field<&Seat::from>("from", docs::from),
      field<&Seat::until>("until", docs::until),
      field<&Seat::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Seat>("seat", "A place in a body, held by a body.", fields, "body");
  return type;
}

template <>
const Type& type_of<Line>() {
  static constexpr Field fields[] = {
      field<&Line::to>("to", "The body at the other end.", Need::required),
      field<&Line::from>("from", docs::from),
      field<&Line::until>("until", docs::until),
      field<&Line::condition>("condition", "When it applies, as printed: `by exception`."),
      field<&Line::source>("source", docs::source),
      field<&Line::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Line>("line", "A dated line from one body to another.", fields, "to");
  return type;
}

template <>
const Type& type_of<Chair>() {
  static constexpr Field fields[] = {
      field<&Chair::held_by>("held-by", "The body or post that chairs."),
      field<&Chair::order>("order", "The bodies that chair in turn."),
      field<&Chair::changes>("changes", "When the chair passes on, as printed: `every 1 April`."),
      field<&Chair::from>("from", docs::from),
      field<&Chair::until>("until", docs::until),
  };
  static constexpr Type type =
      described<Chair>("chair", "Who chairs: one body, or several in turn.", fields, "held-by");
  return type;
}

template <>
const Type& type_of<Body>() {
  static constexpr Field fields[] = {
      field<&Body::id>("id", docs::id, Need::required),
      field<&Body::name>("name", "The name, as printed."),
      field<&Body::kind>("kind", "What sort of party it is."),
      field<&Body::also_known_as>("also-known-as", "Other names it goes by in print."),
      field<&Body::was>("was", docs::was),
      field<&Body::named_only>(
          "named-only", "Where it is printed, if it has no place in the structure: `002:102`."),
      field<&Body::from>("from", docs::from),
      field<&Body::until>("until", docs::until),
      field<&Body::reports_to>("reports-to", "The bodies it reports to."),
      field<&Body::escalates_to>("escalates-to", "The bodies it takes concerns to."),
      field<&Body::assures>("assures", "The bodies it gives assurance to."),
      field<&Body::scrutinises>("scrutinises", "The bodies it scrutinises."),
      field<&Body::members>("members", "The bodies that hold a place in it and vote."),
      field<&Body::attends>("attends", "The bodies that attend it and do not vote."),
      field<&Body::quorum>("quorum", "Who must be there for it to decide, as printed."),
      field<&Body::meets>("meets", "How often or when it meets, as printed: `3 times a year`."),
      field<&Body::chair>("chair", "Who chairs it."),
      field<&Body::source>("source", docs::source),
      field<&Body::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Body::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Body>(
      "body", "Any party that can owe, receive, decide or attend. Never a person.", fields);
  return type;
}

}  // namespace safegov
