// The register of citations: markers against targets, both ways, and what is cited too late.
// SPDX-License-Identifier: Apache-2.0

#include <charconv>
#include <map>
#include <set>
#include <string>

#include <safegov/citation.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
const Type& type_of<CitationMarker>() {
  using Marker = CitationMarker;
  static constexpr Field fields[] = {
      field<&Marker::no>("no", "Its number or sign, as printed: `7`, `*`.", Need::required),
      field<&Marker::text>("text", "What it stands at, as printed."),
      field<&Marker::source>("source", docs::source),
      field<&Marker::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Marker::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Marker>("citation-marker", "A mark in the text that points to a note.", fields);
  return type;
}

template <>
const Type& type_of<CitationTarget>() {
  using Target = CitationTarget;
  static constexpr Field fields[] = {
      field<&Target::no>("no", "Its number or sign, as printed.", Need::required),
      field<&Target::text>("text", "The note, as printed."),
      field<&Target::work>("work", "A word for what is cited: `working-together`."),
      field<&Target::version>("version", "Which version of it, as printed or meant."),
      field<&Target::from>("from", "The first day of that version."),
      field<&Target::until>("until", "The last day of that version; it still holds, without."),
      field<&Target::replaced_by>("replaced-by", "What took its place."),
      field<&Target::source>("source", docs::source),
      field<&Target::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Target::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Target>("citation-target", "A note, or a line of a list of references.", fields);
  return type;
}

template <>
const Type& type_of<CitationMention>() {
  using Mention = CitationMention;
  static constexpr Field fields[] = {
      field<&Mention::text>("text", "As printed.", Need::required),
      field<&Mention::work>("work", "A word for what is named: `working-together`."),
      field<&Mention::version>("version", "Which version of it, as printed or meant."),
      field<&Mention::from>("from", "The first day of that version."),
      field<&Mention::until>("until", "The last day of that version; it still holds, without."),
      field<&Mention::replaced_by>("replaced-by", "What took its place."),
      field<&Mention::source>("source", docs::source),
      field<&Mention::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Mention::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Mention>(
      "citation-mention", "Something that a text relies on by name, without a marker.", fields);
  return type;
}

template <>
const Type& type_of<Citations>() {
  static constexpr Field fields[] = {
      field<&Citations::id>("id", docs::id, Need::required),
      field<&Citations::title>("title", "What the row is of."),
      field<&Citations::in>("in", "The document.", Need::required),
      field<&Citations::dated>("dated", "The day of the document.", Need::required),
      field<&Citations::markers>("markers", "The marks in its text, in the order printed."),
      field<&Citations::targets>("targets", "The notes, in the order printed."),
      field<&Citations::mentions>("mentions", "What it relies on by name alone."),
      field<&Citations::source>("source", docs::source),
      field<&Citations::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Citations::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Citations>("citations", "What one document cites.", fields);
  return type;
}

namespace {

using namespace internal;

std::optional<int> number_of(std::string_view no) {
  int number = 0;
  const auto [end, error] = std::from_chars(no.data(), no.data() + no.size(), number);
  if (error != std::errc{} || end != no.data() + no.size() || number < 0) return {};
  return number;
}

/// Of a series of numbers: what is doubled, falls, or leaves a gap. `*` has no place in a series.
template <class Numbered>
void look_at_series(const std::vector<Numbered>& series, std::string_view noun, bool may_repeat,
                    RowLook& look) {
  const Numbered* last = nullptr;
  std::map<int, const Numbered*> seen;
  const auto say = [&](const Numbered& at, std::string message) {
    look.report(codes::diagnose(codes::markers_out_of_order, std::move(message), {},
                                "number them in the order in which they stand"),
                at, "no");
  };
  for (const Numbered& one : series) {
    const auto number = number_of(one.no);
    if (!number) continue;
    const std::string what(noun);
    const auto [first, fresh] = seen.emplace(*number, &one);
    if (!fresh) {
      if (!may_repeat) say(one, what + " " + one.no + " stands twice");
      continue;
    }
    const int before = last == nullptr ? 0 : *number_of(last->no);
    if (*number < before)
      say(one, what + " " + one.no + " stands after " + last->no);
    else if (*number > before + 1)
      say(one, what + " " + one.no + " stands " +
                   (last == nullptr ? std::string("first") : "after " + last->no));
    last = &one;
  }
}

/// What a document relies on, of a version that was replaced by the day of the document.
template <class Cited>
bool look_at_version(const Citations& row, const Cited& cited, RowLook& look) {
  if (!cited.until || *row.dated <= *cited.until) return false;
  const std::string what = (cited.work.empty() ? cited.text : cited.work) +
                           (cited.version.empty() ? "" : " " + cited.version);
  look.report(
      codes::diagnose(
          codes::replaced_work_cited,
          row.in.id + " of " + in_words(*row.dated) + " relies on " + in_quotes(what) +
              ", which held until " + in_words(*cited.until) +
              (cited.replaced_by.empty() ? "" : ": then came " + in_quotes(cited.replaced_by)),
          {}, "cite what holds, or say that it is of its time"),
      cited, "until");
  return true;
}

std::string listed(const std::set<std::string_view>& some) {
  std::string text;
  for (const std::string_view one : some) text += (text.empty() ? "" : ", ") + std::string(one);
  return text;
}

void look(const Citations& row, RowLook& look) {
  if (!known_by(row.dated, {}, look.as_at(), look.known_at())) return;
  std::set<std::string_view> marked, noted;
  for (const CitationMarker& marker : row.markers) marked.insert(marker.no);
  for (const CitationTarget& target : row.targets) noted.insert(target.no);
  std::set<std::string_view> loose, idle;
  for (const CitationMarker& marker : row.markers) {
    if (noted.contains(marker.no)) continue;
    if (loose.insert(marker.no).second)
      look.report(codes::diagnose(
                      codes::marker_without_target,
                      "marker " + in_quotes(marker.no) + " of " + row.in.id + " points to no note",
                      {}, "add the note, or take the marker out"),
                  marker, "no");
  }
  for (const CitationTarget& target : row.targets) {
    if (marked.contains(target.no)) continue;
    if (idle.insert(target.no).second)
      look.report(
          codes::diagnose(codes::target_without_marker,
                          "nothing in " + row.in.id + " points to note " + in_quotes(target.no), {},
                          "put the marker where it belongs, or take the note out"),
          target, "no");
  }
  look_at_series(row.markers, "marker", true, look);
  look_at_series(row.targets, "note", false, look);
  long long replaced = 0;
  for (const CitationTarget& target : row.targets)
    replaced += look_at_version(row, target, look) ? 1 : 0;
  for (const CitationMention& mention : row.mentions)
    replaced += look_at_version(row, mention, look) ? 1 : 0;

  const auto markers = static_cast<long long>(row.markers.size());
  const auto notes = static_cast<long long>(row.targets.size());
  if (markers != 0 || notes != 0) {
    look.measure("markers", markers);
    look.measure("notes", notes);
  }
  if (!loose.empty()) look.measure("markers without a note", listed(loose));
  if (!idle.empty()) look.measure("notes without a marker", listed(idle));
  if (!row.mentions.empty())
    look.measure("named without a marker", static_cast<long long>(row.mentions.size()));
  if (replaced != 0) look.measure("replaced when cited", replaced);
}

}  // namespace

const Register& citations_register() {
  static constexpr Field list[] = {
      rows<Citations>("citations", "The markers of documents, and what they point to.")};
  static constexpr RowRules<Citations> rules{.look = look};
  static constexpr Register citations = register_of("Citations", list, rules);
  return citations;
}

}  // namespace safegov
