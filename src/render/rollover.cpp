// What became of a plan in the next one, what vanished first: text, Markdown, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <safegov/render.hpp>
#include <safegov/rollover.hpp>

#include "render/csv.hpp"
#include "render/markdown.hpp"
#include "render/obligation.hpp"
#include "render/side.hpp"

namespace safegov {
namespace {

using namespace internal;

std::string_view word_of(ItemKind kind) {
  return words_of<ItemKind>()[static_cast<std::size_t>(kind)];
}

std::string_view meaning(Outcome outcome) {
  switch (outcome) {
    case Outcome::vanished:
      return "nothing says what became of it";
    case Outcome::changed:
      return "carried, and not as it stood";
    case Outcome::carried:
      return "carried as it stood";
    case Outcome::dropped:
      return "by a decision";
    case Outcome::done:
      return "all of it was received";
  }
  return {};
}

std::string in_words(const std::string& change) {
  static const std::map<std::string_view, std::string_view> words{
      {"kind", "it is an item of another kind"}, {"split", "it is split up"},
      {"text", "it is worded otherwise"},        {"lead", "another body leads it"},
      {"from", "another body owes it"},          {"to", "another body receives it"},
      {"due", "its dates are others"},           {"promises", "only its promises are carried"}};
  const auto found = words.find(change);
  return std::string(found == words.end() ? std::string_view(change) : found->second);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between = ", ") {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

std::string received_of(const Counts& counts) {
  return std::to_string(counts[State::received] + counts[State::received_late]) + " of " +
         counted(static_cast<long long>(counts.total()), "obligation") + " received";
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// Of a promise that is carried, what of it never came in under the old plan.
std::string not_received(const RolledItem& item) {
  const std::size_t received = item.counts[State::received] + item.counts[State::received_late];
  if (item.kind != ItemKind::promise || received == item.counts.total()) return {};
  return " Of the old plan, " + received_of(item.counts) + ".";
}

/// What became of an item, as a sentence.
std::string sentence(const RolledItem& item) {
  switch (item.outcome) {
    case Outcome::vanished: {
      const std::string carried =
          item.to.empty() ? "" : "In part carried by " + joined(item.to) + ". ";
      if (item.open.empty())
        return carried +
               "Nothing carries it, it promised nothing that could have come in, and "
               "nobody decided about it.";
      return carried + (item.counts.total() == 0 ? "" : capital(received_of(item.counts)) + "; ") +
             "still owed: " + joined(item.open) + ".";
    }
    case Outcome::changed: {
      std::vector<std::string> words;
      for (const std::string& change : item.changes) words.push_back(in_words(change));
      return "Carried by " + joined(item.to) + ": " + joined(words) + "." + not_received(item);
    }
    case Outcome::carried:
      return "Carried by " + joined(item.to) + "." + not_received(item);
    case Outcome::dropped: {
      std::vector<std::string> words;
      for (const Record* record : item.records)
        words.push_back(
            std::string(words_of<RecordKind>()[static_cast<std::size_t>(record->event.kind)]) +
            " on " + safegov::in_words(*record->date) + by_whom(*record));
      return capital(joined(words, "; ")) + "." +
             (item.counts[State::received] + item.counts[State::received_late] == 0
                  ? ""
                  : " " + capital(received_of(item.counts)) + ".");
    }
    case Outcome::done:
      return capital(received_of(item.counts)) + ".";
  }
  return {};
}

const Partnership& partnership_of(const Rollover& over) {
  return over.assessment.obligations().partnership();
}

std::string as_at_in_words(const Rollover& over) {
  const auto& known_at = over.assessment.options().known_at;
  return "as at " + safegov::in_words(over.assessment.as_at()) +
         (known_at ? ", as known at " + safegov::in_words(*known_at) : std::string());
}

std::vector<ItemKind> kinds_of(const Rollover& over) {
  std::vector<ItemKind> kinds;
  for (const ItemKind kind : {ItemKind::objective, ItemKind::action, ItemKind::promise}) {
    bool any = kind != ItemKind::objective;
    for (const RolledItem& item : over.items) any |= item.kind == kind;
    for (const AddedItem& item : over.added) any |= item.kind == kind;
    if (any) kinds.push_back(kind);
  }
  return kinds;
}

std::size_t added(const Rollover& over, ItemKind kind) {
  std::size_t count = 0;
  for (const AddedItem& item : over.added) count += item.kind == kind;
  return count;
}

std::string plural(ItemKind kind) { return std::string(word_of(kind)) + "s"; }

/// A row of numbers: how many of each kind of item ended so.
struct Line {
  std::string head;
  std::vector<std::size_t> numbers;
};

std::vector<Line> table_of(const Rollover& over) {
  std::vector<Line> lines;
  const std::vector<ItemKind> kinds = kinds_of(over);
  Line sum{"in all", std::vector<std::size_t>(kinds.size())};
  for (std::size_t i = 0; i < outcome_count; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    lines.push_back({std::string(to_string(outcome)), {}});
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      lines.back().numbers.push_back(over.count(kinds[k], outcome));
      sum.numbers[k] += lines.back().numbers.back();
    }
  }
  lines.push_back(sum);
  lines.push_back({"new", {}});
  for (const ItemKind kind : kinds) lines.back().numbers.push_back(added(over, kind));
  return lines;
}

/// Calls for each outcome that has items.
template <class Call>
void each_outcome(const Rollover& over, Call&& call) {
  for (std::size_t i = 0; i < outcome_count; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    if (const std::size_t count = over.count(outcome)) call(outcome, count);
  }
}

std::string as_text(const Rollover& over, const RenderOptions& options) {
  const Partnership& partnership = partnership_of(over);
  Page page(options);
  page.paragraph(partnership.arrangements().name, 0);
  page.paragraph(
      partnership[over.from].id + " into " + partnership[over.to].id + ", " + as_at_in_words(over),
      0);
  page.line();
  std::string head = "  " + left("", 12);
  for (const ItemKind kind : kinds_of(over)) head += right(plural(kind), 12);
  page.line(page.bold(head));
  for (const Line& row : table_of(over)) {
    std::string line = "  " + left(row.head, 12);
    for (const std::size_t number : row.numbers) line += right(std::to_string(number), 12);
    page.line(line);
  }
  page.line();
  if (over.count(Outcome::vanished) == 0) page.line("nothing vanished");
  bool first = over.count(Outcome::vanished) != 0;
  const auto section = [&](const std::string& title) {
    if (!first) page.line();
    first = false;
    page.line(page.bold(title));
  };
  each_outcome(over, [&](Outcome outcome, std::size_t count) {
    section(std::string(to_string(outcome)) + " (" + std::to_string(count) +
            "): " + std::string(meaning(outcome)));
    for (const RolledItem& item : over.items) {
      if (item.outcome != outcome) continue;
      page.line("  " + page.bold(item.id) + "  " + std::string(word_of(item.kind)));
      if (!item.text.empty()) page.paragraph(item.text, 6);
      page.paragraph(sentence(item), 6);
    }
  });
  if (!over.added.empty()) {
    section("new (" + std::to_string(over.added.size()) + "): carries nothing of " +
            partnership[over.from].id);
    for (const AddedItem& item : over.added) {
      page.line("  " + page.bold(item.id) + "  " + std::string(word_of(item.kind)));
      if (!item.text.empty()) page.paragraph(item.text, 6);
    }
  }
  return page.take();
}

std::string as_markdown_page(const Rollover& over) {
  const Partnership& partnership = partnership_of(over);
  const Plan &from = partnership[over.from], &to = partnership[over.to];
  const auto name = [](const Plan& plan) {
    return as_markdown(plan.title.empty() ? plan.id : plan.title + " (" + plan.id + ")");
  };
  Markdown out;
  out.heading(1, partnership.arrangements().name);
  const std::size_t vanished = over.count(Outcome::vanished);
  out.paragraph(
      "What became of " + name(from) + " in " + name(to) + ", " +
      as_markdown(as_at_in_words(over)) + ". " +
      (vanished == 0
           ? "Nothing vanished."
           : "**" + counted(static_cast<long long>(vanished), "item") +
                 " vanished**: neither carried, nor received, nor dropped by a decision."));
  std::vector<std::string> head{""};
  for (const ItemKind kind : kinds_of(over)) head.push_back(plural(kind));
  out.head(head);
  for (const Line& row : table_of(over)) {
    std::vector<std::string> cells{row.head};
    for (const std::size_t number : row.numbers) cells.push_back(std::to_string(number));
    out.row(cells);
  }
  each_outcome(over, [&](Outcome outcome, std::size_t count) {
    out.heading(2, capital(std::string(to_string(outcome))) + " (" + std::to_string(count) +
                       "): " + std::string(meaning(outcome)));
    out.head({"Item", "", "What", "What became of it"});
    for (const RolledItem& item : over.items)
      if (item.outcome == outcome)
        out.row({as_markdown(item.id), std::string(word_of(item.kind)), as_markdown(item.text),
                 as_markdown(sentence(item))});
  });
  if (!over.added.empty()) {
    out.heading(2, "New (" + std::to_string(over.added.size()) + ")");
    out.head({"Item", "", "What"});
    for (const AddedItem& item : over.added)
      out.row({as_markdown(item.id), std::string(word_of(item.kind)), as_markdown(item.text)});
  }
  return out.take();
}

void write_texts(Json& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).list();
  for (const std::string& text : texts) json.text(text);
  json.end();
}

std::string as_json(const Rollover& over) {
  const Partnership& partnership = partnership_of(over);
  Json json;
  begin_report(json, "rollover", partnership);
  const auto& known_at = over.assessment.options().known_at;
  json.field("as_at", iso(over.assessment.as_at()))
      .optional("known_at", known_at ? iso(*known_at) : std::string());
  json.field("from", partnership[over.from].id).field("to", partnership[over.to].id);
  json.key("outcomes").object();
  for (std::size_t i = 0; i < outcome_count; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    json.field(to_string(outcome), static_cast<long long>(over.count(outcome)));
  }
  json.end().key("items").list();
  for (const RolledItem& item : over.items) {
    json.object()
        .field("kind", word_of(item.kind))
        .field("id", item.id)
        .field("text", item.text)
        .field("outcome", to_string(item.outcome));
    write_texts(json, "to", item.to);
    write_texts(json, "changes", item.changes);
    write_counts(json, item.counts);
    write_texts(json, "open", item.open);
    json.key("records").list();
    for (const Record* record : item.records) write_record(json, *record, partnership);
    json.end().end();
  }
  json.end().key("new").list();
  for (const AddedItem& item : over.added)
    json.object()
        .field("kind", word_of(item.kind))
        .field("id", item.id)
        .field("text", item.text)
        .end();
  json.end();
  return json.end().take();
}

/// A row for each item of either plan; what carries nothing is `new`.
std::string as_csv(const Rollover& over) {
  Csv csv;
  csv.row("kind", "id", "text", "outcome", "to", "changes", "open");
  for (const RolledItem& item : over.items)
    csv.row(word_of(item.kind), item.id, item.text, to_string(item.outcome), joined(item.to, " "),
            joined(item.changes, " "), joined(item.open, " "));
  for (const AddedItem& item : over.added)
    csv.row(word_of(item.kind), item.id, item.text, "new", "", "", "");
  return csv.take();
}

}  // namespace

std::string render(const Rollover& over, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(over);
    case Format::csv:
      return as_csv(over);
    case Format::markdown:
      return as_markdown_page(over);
    case Format::dot:
      throw std::invalid_argument("a rollover has no such form");
  }
  return as_text(over, options);
}

}  // namespace safegov
