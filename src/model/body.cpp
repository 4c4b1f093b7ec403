// How bodies, seats and lines describe themselves.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/body.hpp>

#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

const std::string& Body::name_on(Date day) const noexcept {
  const auto held = std::ranges::find_if(formerly, [&](const Name& former) {
    return former.until && day <= *former.until && (!former.from || *former.from <= day);
  });
  return held == formerly.end() ? name : held->name;
}

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
const Type& type_of<Mandate>() {
  static constexpr Field fields[] = {
      field<&Mandate::text>("text", "What it may decide, or is there for.", Need::required),
      field<&Mandate::from>("from", docs::from),
      field<&Mandate::until>("until", docs::until),
      field<&Mandate::source>("source", docs::source),
  };
  static constexpr Type type =
      described<Mandate>("mandate", "What a body may decide, or is there for.", fields, "text");
  return type;
}

template <>
const Type& type_of<Succession>() {
  static constexpr Field fields[] = {
      field<&Succession::body>("body", "The body that came before.", Need::required),
      field<&Succession::from>(
          "from", "The first day of the new one; the day after the other's last, unless given."),
      field<&Succession::source>("source", docs::source),
  };
  static constexpr Type type =
      described<Succession>("succession", "A body whose duties another took over.", fields, "body");
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
const Type& type_of<JointOf>() {
  static constexpr Field fields[] = {
      field<&JointOf::partnership>("partnership", "The id of the other partnership.",
                                   Need::required),
      field<&JointOf::as>(
          "as", "The body's id there, if it is another and that partnership does not say so."),
      field<&JointOf::from>("from", docs::from),
      field<&JointOf::until>("until", docs::until),
      field<&JointOf::source>("source", docs::source),
  };
  static constexpr Type type = described<JointOf>(
      "joint-of", "Another partnership that holds the body, too.", fields, "partnership");
  return type;
}

template <>
const Type& type_of<Body>() {
  static constexpr Field fields[] = {
      field<&Body::id>("id", docs::id, Need::required),
      field<&Body::name>("name", "The name, as printed."),
      field<&Body::kind>("kind", "What sort of party it is."),
      field<&Body::formerly>("formerly",
                             "What it was called before, each with its last day; "
                             "`name` holds since."),
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
      field<&Body::advises>("advises", "The bodies it advises."),
      field<&Body::joint_with>("joint-with", "The bodies it works with as one of several parents."),
      field<&Body::joint_of>("joint-of", "The other partnerships that hold this body, too."),
      field<&Body::members>("members", "The bodies that hold a place in it and vote."),
      field<&Body::attends>("attends", "The bodies that attend it and do not vote."),
      field<&Body::holders>("holders", "Of a post: the bodies that hold it, one after the other."),
      field<&Body::mandates>("mandates", "What it may decide, or is there for."),
      field<&Body::succeeds>("succeeds", "The bodies whose duties it took over."),
      field<&Body::quorum>(
          "quorum",
          "Who must be there for it to decide: `all of a, b, c`. See registers/minutes.md."),
      field<&Body::meets>("meets", "How often or when it meets, as printed: `3 times a year`."),
      field<&Body::papers>("papers",
                           "How many working days before a meeting its papers are in; 0."),
      field<&Body::chair>("chair", "Who chairs it: one after the other, no two at a time."),
      field<&Body::source>("source", docs::source),
      field<&Body::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Body::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Body>(
      "body", "Any party that can owe, receive, decide or attend. Never a person.", fields);
  return type;
}

}  // namespace safegov
