// The register of glossaries: what is explained against what is used, both ways.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>

#include <safegov/glossary.hpp>
#include <safegov/partnership.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/printed_words.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
const Type& type_of<GlossaryEntry>() {
  using Entry = GlossaryEntry;
  static constexpr Field fields[] = {
      field<&Entry::term>("term", "As printed.", Need::required),
      field<&Entry::expansion>("expansion", "What it stands for, as printed.", Need::required),
      field<&Entry::source>("source", docs::source),
      field<&Entry::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Entry::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Entry>("glossary-entry", "A line of a printed glossary.", fields);
  return type;
}

template <>
const Type& type_of<TermUse>() {
  static constexpr Field fields[] = {
      field<&TermUse::term>("term", "As printed.", Need::required),
      field<&TermUse::count>("count", "How often the text has it; not counted, unless given."),
      field<&TermUse::entry>("entry",
                             "The term under which the glossary has it, if it prints another."),
      field<&TermUse::expansion>("expansion", "The words by which the text itself explains it."),
      field<&TermUse::explained_at>("explained-at", "Where it does so, as `source` is written."),
      field<&TermUse::source>("source", "Where it is used first: document and line, `002:113`."),
      field<&TermUse::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&TermUse::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<TermUse>("term-use", "A term that a document uses.", fields);
  return type;
}

template <>
const Type& type_of<Glossary>() {
  static constexpr Field fields[] = {
      field<&Glossary::id>("id", docs::id, Need::required),
      field<&Glossary::title>("title", "Its heading, as printed."),
      field<&Glossary::in>("in", "The document.", Need::required),
      field<&Glossary::dated>("dated", "The day of the document: before it, nobody had read it.",
                              Need::required),
      field<&Glossary::entries>("entries", "The terms that it explains."),
      field<&Glossary::uses>("uses", "The terms that its text uses."),
      field<&Glossary::source>("source", docs::source),
      field<&Glossary::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Glossary::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Glossary>(
      "glossary", "The terms that one document explains, and those that it uses.", fields);
  return type;
}

namespace {

using namespace internal;

bool is_used(const TermUse& use) { return use.count.value_or(1) > 0; }

/// The line of a place: 303 of `000:303`; none if it is written otherwise.
std::optional<long> line_of(std::string_view place) {
  const auto colon = place.find(':');
  if (colon == place.npos) return {};
  long line = 0;
  const char* end = place.data() + place.size();
  const auto [at, error] = std::from_chars(place.data() + colon + 1, end, line);
  if (error != std::errc{} || place.substr(0, colon).empty()) return {};
  return line;
}

/// What somebody says that a term stands for.
struct Said {
  const Glossary* row;
  const GlossaryEntry* entry;  // or
  const TermUse* use;

  [[nodiscard]] const std::string& term() const {
    if (entry != nullptr) return entry->term;
    return use->entry.empty() ? use->term : use->entry;
  }
  [[nodiscard]] const std::string& expansion() const {
    return entry ? entry->expansion : use->expansion;
  }
};

/// What is said first in all documents: by day, then in the order written. It is that from which
/// others differ.
struct FirstSaid {
  std::unordered_map<std::string, Said> of_term;
  std::unordered_map<std::string, Said> of_expansion;
};

FirstSaid first_said(std::span<const Glossary> rows) {
  std::vector<const Glossary*> by_day;
  for (const Glossary& row : rows)
    if (row.dated) by_day.push_back(&row);
  std::ranges::stable_sort(by_day, {}, [](const Glossary* row) { return *row->dated; });
  FirstSaid first;
  const auto take = [&](const Said& said) {
    if (said.expansion().empty()) return;
    first.of_term.emplace(lower(said.term()), said);
    first.of_expansion.emplace(told_apart(said.expansion()), said);
  };
  for (const Glossary* row : by_day) {
    for (const GlossaryEntry& entry : row->entries) take({row, &entry, nullptr});
    for (const TermUse& use : row->uses) take({row, nullptr, &use});
  }
  return first;
}

Diagnostic& report(const Said& said, Diagnostic what, RowLook& look) {
  return said.entry ? look.report(std::move(what), *said.entry, "expansion")
                    : look.report(std::move(what), *said.use, "expansion");
}

void relate(Diagnostic& d, const Said& said, std::string message, RowLook& look) {
  if (said.entry)
    look.relate(d, *said.entry, "expansion", std::move(message));
  else
    look.relate(d, *said.use, "expansion", std::move(message));
}

/// What a document says, against what was said first.
void look_at_saying(const Said& own, RowLook& look) {
  if (own.expansion().empty()) return;
  const FirstSaid& first =
      look.once([&] { return first_said(look.partnership().list<Glossary>()); });
  const Said& of_term = first.of_term.at(lower(own.term()));
  if (told_apart(of_term.expansion()) != told_apart(own.expansion())) {
    Diagnostic& d =
        report(own,
               codes::diagnose(codes::two_expansions,
                               in_quotes(own.term()) + " is " + in_quotes(own.expansion()) +
                                   " in " + own.row->in.id + ", and " +
                                   in_quotes(of_term.expansion()) + " in " + of_term.row->in.id,
                               {}, "choose one, and say so where the other stands"),
               look);
    relate(d, of_term, "said first", look);
  }
  const Said& of_words = first.of_expansion.at(told_apart(own.expansion()));
  if (lower(of_words.term()) == lower(own.term())) return;
  Diagnostic& d =
      report(own,
             codes::diagnose(codes::two_terms,
                             in_quotes(own.expansion()) + " is " + in_quotes(own.term()) + " in " +
                                 own.row->in.id + ", and " + in_quotes(of_words.term()) + " in " +
                                 of_words.row->in.id,
                             {}, "choose one term for it"),
             look);
  relate(d, of_words, "said first", look);
}

void check(const Glossary& row, RowCheck& check) {
  std::map<std::string_view, const TermUse*> seen;
  for (const TermUse& use : row.uses) {
    const auto [first, fresh] = seen.emplace(use.term, &use);
    if (fresh || use.term.empty()) continue;
    Diagnostic& d = check.report(
        codes::diagnose(codes::counted_twice, "the uses of " + in_quotes(use.term) + " stand twice",
                        {}, "give it one line, with all that it has"),
        use, "term");
    check.relate(d, *first->second, "term", "first here");
  }
  std::set<std::string_view> terms;
  for (const GlossaryEntry& entry : row.entries) terms.insert(entry.term);
  for (const TermUse& use : row.uses)
    if (!use.entry.empty() && !terms.contains(use.entry))
      check.report(codes::diagnose(codes::unknown_reference,
                                   "this glossary has no entry " + in_quotes(use.entry), {},
                                   "add the entry as printed, or take this out"),
                   use, "entry");
}

/// A term that nobody explains, and one that looks like it and is explained.
std::string_view spelt_like(const TermUse& use, const std::vector<std::string_view>& explained) {
  constexpr std::size_t telling = 5;  // two short terms are alike by chance
  constexpr std::size_t most = 2000;  // each is held against each
  if (explained.size() > most) return {};
  for (const std::string_view term : explained) {
    if (use.term.size() >= telling && edit_distance(lower(use.term), lower(term)) == 1) return term;
  }
  return {};
}

/// One finding for all of them: a document has dozens.
void report_terms(const codes::Known& code, const std::vector<std::string>& terms,
                  std::string_view says, std::string_view help, const Glossary& row,
                  std::string_view field, RowLook& look) {
  if (terms.empty()) return;
  look.report(codes::diagnose(code,
                              row.in.id + " " + std::string(says) + " " +
                                  counted(static_cast<long long>(terms.size()), "term") + ": " +
                                  first_of(terms, 12),
                              {}, std::string(help)),
              row, field);
}

/// The entry that a term is under: as printed, or else in other letters, small or capital.
std::string_view entry_of(const TermUse& use, const std::map<std::string, std::string_view>& small,
                          const std::set<std::string_view>& entries) {
  const std::string& term = use.entry.empty() ? use.term : use.entry;
  if (const auto exact = entries.find(term); exact != entries.end()) return *exact;
  const auto other = small.find(lower(term));
  return other == small.end() ? std::string_view() : other->second;
}

void look(const Glossary& row, RowLook& look) {
  if (!known_by(row.dated, {}, look.as_at(), look.known_at())) return;
  std::set<std::string_view> entries, used;
  std::map<std::string, std::string_view> small;
  for (const GlossaryEntry& entry : row.entries) {
    entries.insert(entry.term);
    small.emplace(lower(entry.term), entry.term);
  }
  for (const TermUse& use : row.uses)
    if (is_used(use)) used.insert(entry_of(use, small, entries));

  std::vector<std::string> idle, bare, late;
  for (const GlossaryEntry& entry : row.entries)
    if (!used.contains(entry.term)) idle.push_back(entry.term);
  std::vector<std::string_view> explained(entries.begin(), entries.end());
  for (const TermUse& use : row.uses)
    if (!use.expansion.empty()) explained.push_back(use.term);
  const auto say_alike = [&](const TermUse& use, std::string_view like) {
    look.report(codes::diagnose(codes::spelt_otherwise,
                                in_quotes(use.term) + " is not explained in " + row.in.id +
                                    ", and " + in_quotes(like) + " is",
                                {}, "if the two are one, spell them alike"),
                use, "term");
  };
  long long uses = 0, listed = 0, in_text = 0;
  for (const TermUse& use : row.uses) {
    if (!is_used(use)) continue;
    ++uses;
    const std::string_view entry = entry_of(use, small, entries);
    if (!entry.empty()) {
      ++listed;
      if (use.entry.empty() && entry != use.term) say_alike(use, entry);
      continue;
    }
    if (use.expansion.empty()) {
      bare.push_back(use.term);
      if (const auto like = spelt_like(use, explained); !like.empty()) say_alike(use, like);
      continue;
    }
    ++in_text;
    const auto first = line_of(use.source), then = line_of(use.explained_at);
    if (first && then && *first < *then) late.push_back(use.term);
  }
  const auto all = static_cast<long long>(row.entries.size());
  look.measure("entries used", all - static_cast<long long>(idle.size()), all);
  look.measure("terms used", uses);
  look.measure("in the glossary", listed, uses);
  look.measure("explained in the text alone", in_text, uses);
  look.measure("not explained", static_cast<long long>(bare.size()), uses);
  if (!bare.empty()) look.measure("these", first_of(bare, bare.size()));
  if (!idle.empty()) look.measure("never used", first_of(idle, idle.size()));

  report_terms(codes::term_not_explained, bare, "uses and does not explain",
               "add them to the glossary, or write them out", row, "uses", look);
  report_terms(codes::term_not_used, idle, "explains and does not use",
               "take them out of the glossary, or look whether the text has another term", row,
               "entries", look);
  report_terms(codes::term_explained_late, late, "explains after it has used",
               "explain a term where it first stands", row, "uses", look);
  for (const GlossaryEntry& entry : row.entries) look_at_saying({&row, &entry, nullptr}, look);
  for (const TermUse& use : row.uses) look_at_saying({&row, nullptr, &use}, look);
}

}  // namespace

const Register& glossary_register() {
  static constexpr Field list[] = {
      rows<Glossary>("glossary", "The terms that documents explain, and those that they use.")};
  static constexpr RowRules<Glossary> rules{.check = check, .look = look};
  static constexpr Register glossary = register_of("Glossary", list, rules);
  return glossary;
}

}  // namespace safegov
