// The register of facts: what documents say of one thing, held against one another.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <safegov/deadline.hpp>
#include <safegov/partnership.hpp>
#include <safegov/printed.hpp>
#include <safegov/row.hpp>
#include <safegov/stated_fact.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/printed_words.hpp"
#include "registers/row_graph.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
std::span<const std::string_view> words_of<FactKind>() {
  static constexpr std::array<std::string_view, 6> words{"words",   "name", "number",
                                                         "cadence", "days", "stage"};
  return words;
}

template <>
const Type& type_of<Statement>() {
  static constexpr Field fields[] = {
      field<&Statement::text>("text", "Its words; none if it says nothing of it."),
      field<&Statement::value>("value",
                               "What they come to, where the words themselves cannot be compared."),
      field<&Statement::of>("of", "The time for which it says so; always, unless given."),
      field<&Statement::names>("names", "Bodies that it speaks of as being there in that time."),
      field<&Statement::in>("in", "The document.", Need::required),
      field<&Statement::dated>("dated", "The day of that document: before it, nobody knew.",
                               Need::required),
      field<&Statement::source>("source", docs::source),
      field<&Statement::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Statement::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Statement>("statement", "What one document says of a fact.", fields);
  return type;
}

template <>
const Type& type_of<StatedFact>() {
  static constexpr Field fields[] = {
      field<&StatedFact::id>("id", docs::id, Need::required),
      field<&StatedFact::what>("what", "Which side of it: `how often it meets`.", Need::required),
      field<&StatedFact::body>("body", "The body of which it is said."),
      field<&StatedFact::document>("document", "The document of which it is said."),
      field<&StatedFact::kind>("kind",
                               "By what statements are told apart: their `words`, unless given; a "
                               "`number`; a `cadence`; the `days` they mean; a `stage`: planned, "
                               "drafted, under way, there; or a `name`, which may be another."),
      field<&StatedFact::statements>("statements", "What documents say, in any order.",
                                     Need::required),
      field<&StatedFact::source>("source", docs::source),
      field<&StatedFact::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&StatedFact::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<StatedFact>(
      "fact", "One thing that documents say of a body, of a document or at large.", fields);
  return type;
}

namespace {

using namespace internal;

/// Stages in their order. Print has other words; whoever encodes chooses among these.
constexpr std::array<std::string_view, 4> stages{"planned", "drafted", "under way", "there"};

std::optional<std::size_t> stage_of(std::string_view words) {
  const std::string word = as_word(words);
  for (std::size_t i = 0; i < stages.size(); ++i)
    if (word == as_word(stages[i])) return i;
  return {};
}

/// How often a year, at the least and at the most. A number alone is so many times.
std::optional<std::pair<int, int>> times_a_year(std::string_view words) {
  if (const auto cadence = parse_cadence(words)) {
    if (cadence->kind == Cadence::Kind::irregular) return {};
    return std::pair(cadence->least, cadence->most == 0 ? 1000 : cadence->most);
  }
  const auto number = read_decimal(words);
  const auto whole = number ? number->at(0) : std::nullopt;
  if (!whole || *whole < 0 || *whole > 1000) return {};
  const auto times = static_cast<int>(*whole);
  return std::pair(times, times);
}

bool same_value(const Statement& a, const Statement& b, FactKind kind) {
  switch (kind) {
    case FactKind::number: {
      const auto one = read_decimal(a.said()), other = read_decimal(b.said());
      if (one && other) return compare(*one, *other) == 0;
      break;
    }
    case FactKind::cadence: {
      const auto one = times_a_year(a.said()), other = times_a_year(b.said());
      // At least quarterly may be monthly.
      if (one && other) return one->first <= other->second && other->first <= one->second;
      break;
    }
    case FactKind::days: {
      const auto one = days_of_words(a.said()), other = days_of_words(b.said());
      if (one && other) return *one == *other;
      break;
    }
    case FactKind::words:
    case FactKind::name:
    case FactKind::stage:
      break;
  }
  return told_apart(a.said()) == told_apart(b.said());
}

/// Whether both speak of one time: before and after it, things may be otherwise. A figure of a part
/// of a year is not that of the year.
bool same_time(const Statement& a, const Statement& b, FactKind kind) {
  if (!a.of || !b.of) return true;
  const DateRange &one = a.of->range, &other = b.of->range;
  if (kind == FactKind::number) return one == other;
  return one.first() <= other.last() && other.first() <= one.last();
}

/// Whether something is said to be less far than a document of before it, or the same, has it.
bool goes_back(const Statement& a, const Statement& b) {
  const auto one = stage_of(a.said()), other = stage_of(b.said());
  if (!one || !other || *one == *other || !a.dated || !b.dated) return false;
  if (*a.dated == *b.dated) return true;
  return (*a.dated < *b.dated) == (*other < *one);
}

}  // namespace

bool contradict(const Statement& a, const Statement& b, FactKind kind) {
  if (a.text.empty() || b.text.empty() || !same_time(a, b, kind)) return false;
  return kind == FactKind::stage ? goes_back(a, b) : !same_value(a, b, kind);
}

namespace {

std::string about(const StatedFact& fact) {
  const std::string& of = fact.body ? fact.body.id : fact.document.id;
  return of.empty() ? fact.what : "'" + of + "', " + fact.what;
}

/// What had been said by a day, earliest first.
std::vector<const Statement*> known_of(const StatedFact& fact, Date until) {
  std::vector<const Statement*> known;
  for (const Statement& statement : fact.statements)
    if (statement.dated && *statement.dated <= until) known.push_back(&statement);
  std::ranges::stable_sort(known, {}, [](const Statement* s) { return *s->dated; });
  return known;
}

std::string quoted(const Statement& statement) {
  return in_quotes(statement.text) + " in " + statement.in.id +
         (statement.of ? " (of " + statement.of->text + ")" : "");
}

/// One finding of a fact, however many differ: at the first that contradicts what was said before.
void report_conflict(const StatedFact& fact, std::span<const Statement* const> said,
                     RowLook& look) {
  const Statement* first = nullptr;
  const Statement* other = nullptr;
  std::vector<const Statement*> more;
  for (std::size_t i = 1; i < said.size() && other == nullptr; ++i)
    for (std::size_t k = 0; k < i && other == nullptr; ++k)
      if (contradict(*said[k], *said[i], fact.kind))
        std::tie(first, other) = std::pair(said[k], said[i]);
  if (other == nullptr) return;
  for (const Statement* one : said)
    if (one != first && one != other &&
        (contradict(*one, *first, fact.kind) || contradict(*one, *other, fact.kind)))
      more.push_back(one);
  const bool named = fact.kind == FactKind::name;
  Diagnostic& d = look.report(
      codes::diagnose(named ? codes::called_otherwise : codes::facts_conflict,
                      about(fact) + ": " + quoted(*other) + ", and " + quoted(*first) +
                          (more.empty() ? "" : ", and " + counted(std::ssize(more), "other")),
                      {},
                      named ? "choose one name, or give each its time with 'of'"
                            : "find out which holds; if both do, give each its time with 'of'"),
      *other, "text");
  look.relate(d, *first, "text", "said first");
  for (const Statement* one : more) look.relate(d, *one, "text", "and otherwise");
}

/// A body that a statement has in a time in which it was not.
void look_at_names(const Statement& statement, RowLook& look) {
  if (!statement.dated) return;
  const Partnership& p = look.partnership();
  const DateRange time =
      statement.of ? statement.of->range : DateRange{*statement.dated, *statement.dated};
  for (const BodyRef& name : statement.names) {
    const BodyId id = p.find_body(name.id);
    if (!id) continue;
    const Body& body = p[id];
    const bool before = body.from && time.last() < *body.from;
    if (!before && !(body.until && *body.until < time.first())) continue;
    Diagnostic& d = look.report(codes::diagnose(codes::not_there_then,
                                                "'" + body.id + "' " +
                                                    (before ? "began on " + in_words(*body.from)
                                                            : "ended on " + in_words(*body.until)) +
                                                    ", and " + quoted(statement) + " has it " +
                                                    (before ? "before" : "after"),
                                                {}, "name the body that there was then"),
                                statement, "text");
    look.relate(d, body, before ? "from" : "until", before ? "its first day" : "its last day");
  }
}

bool is_within(const Period& inner, const Period& outer) {
  return outer.range.first() <= inner.range.first() && inner.range.last() <= outer.range.last();
}

/// A figure of another time than the document that gives it, which gives none of its own time: one
/// beside that is there to compare.
void look_at_time(const Statement& statement, std::span<const Statement* const> said,
                  RowLook& look) {
  const auto documents = look.partnership().list<Document>();
  const auto in = look.once([&] { return RowsById(documents); }).find(statement.in.id);
  if (!statement.of || !in || !documents[*in].period) return;
  const Period& own = *documents[*in].period;
  const bool given = std::ranges::any_of(said, [&](const Statement* one) {
    return one->in == statement.in && one->of && is_within(*one->of, own);
  });
  if (given) return;
  Diagnostic& d = look.report(
      codes::diagnose(codes::of_another_time,
                      in_quotes(statement.text) + " is of " + statement.of->text + ", and " +
                          statement.in.id + " is of " + own.text,
                      {}, "say the time beside it, and give what holds for the document's own"),
      statement, "of");
  look.relate(d, documents[*in], "period", "the time of the document");
}

void check(const StatedFact& fact, RowCheck& check) {
  for (const Statement& statement : fact.statements) {
    if (fact.kind == FactKind::stage && !statement.text.empty() && !stage_of(statement.said()))
      check.report(codes::diagnose(codes::bad_value, in_quotes(statement.said()) + " is no stage",
                                   {}, "give 'value': " + alternatives(stages)),
                   statement, statement.value.empty() ? "text" : "value");
    if (statement.text.empty() && !statement.value.empty())
      check.report(
          codes::diagnose(codes::bad_value, "a document that says nothing of it gives no value", {},
                          "give its words as 'text'"),
          statement, "value");
  }
}

void look(const StatedFact& fact, RowLook& look) {
  const std::vector<const Statement*> known = known_of(fact, look.until());
  if (known.empty()) return;
  std::vector<const Statement*> said;
  std::vector<std::string> silent;
  for (const Statement* statement : known) {
    if (statement->text.empty())
      silent.push_back(statement->in.id);
    else
      said.push_back(statement);
  }
  for (const Statement* statement : said)
    look.measure(statement->in.id, in_quotes(statement->text));
  if (!silent.empty()) look.measure("not said in", first_of(silent, silent.size()));
  if (said.empty()) {
    Diagnostic& d = look.report(
        codes::diagnose(codes::not_stated,
                        about(fact) + ": nothing is said of it in " + first_of(silent, 3), {},
                        "have it said, or take out what rests on it"),
        *known.front(), "in");
    for (std::size_t i = 1; i < known.size(); ++i) look.relate(d, *known[i], "in", "nor here");
    return;
  }
  report_conflict(fact, said, look);
  for (const Statement* statement : said) {
    look_at_names(*statement, look);
    if (fact.kind == FactKind::number) look_at_time(*statement, said, look);
  }
}

}  // namespace

const Register& facts_register() {
  static constexpr Field list[] = {
      rows<StatedFact>("facts", "What documents say of one thing, side by side.")};
  static constexpr RowRules<StatedFact> rules{.check = check, .look = look};
  static constexpr Register facts = register_of("Facts", list, rules);
  return facts;
}

}  // namespace safegov
