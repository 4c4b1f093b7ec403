// Chase lists as a document.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <utility>
#include <variant>

#include <safegov/chase.hpp>

#include "base/text.hpp"
#include "model/spoken.hpp"
#include "report/words.hpp"

namespace safegov {
namespace {

using namespace internal;

using Column = safegov::Column;
using Cells = std::vector<Cell>;

class Writer {
 public:
  explicit Writer(const Chase& lists)
      : lists_(lists),
        assessment_(lists.assessment),
        owed_(assessment_.obligations()),
        partnership_(owed_.partnership()) {}

  [[nodiscard]] Report start() const {
    Report report{.kind = "chase", .title = "What is to be asked for, and of whom"};
    add_headings(report, assessment_);
    report.headings.push_back({{"due_soon_days", "Due soon, in days"},
                               Cell::number(assessment_.options().due_soon_days)});
    report.headings.push_back(
        {{"obligations", "To ask for"}, Cell::number(static_cast<std::int64_t>(lists_.size()))});
    return report;
  }

  [[nodiscard]] Table owners() const {
    Table table{.key = "owners",
                .columns = {{"owner", "Owner"},
                            {"name", "Name"},
                            {"overdue", "Overdue"},
                            {"due", "Due"},
                            {"due_soon", "Due soon"},
                            {"last_contact", "Last contact"}},
                .none = "Nothing is overdue, due or due soon."};
    for (const ChaseList& list : lists_.lists) {
      const auto count = [&](State state, std::size_t more = 0) {
        const std::size_t number = list.counts[state] + more;
        return Cell::number(static_cast<std::int64_t>(number),
                            number == 0 ? Tone::plain : tone_of(state));
      };
      table.rows.push_back({owner(list), Cell(name(list)), count(State::overdue),
                            count(State::due, list.counts[State::partly_received]),
                            count(State::due_soon),
                            contact(list).empty() ? Cell() : contact(list)[0]});
    }
    return table;
  }

  [[nodiscard]] Section section(const ChaseList& list) const {
    const std::string id = list.owner ? partnership_[list.owner].id : std::string();
    Section section{.key = list.owner ? "owner-" + id : "nobody",
                    .title = list.owner && name(list) != id ? id + ": " + name(list) : name(list)};
    const std::string suffix = list.owner ? "-" + id : std::string();
    if (list.owner) {
      Table last{.key = "contact" + suffix,
                 .caption = "Last contact",
                 .columns = contact_columns(),
                 .none = "Nothing that came from it is on record."};
      if (Cells cells = contact(list); !cells.empty()) last.rows.push_back(std::move(cells));
      section.blocks.emplace_back(std::move(last));
    }
    Table items{.key = "owed" + suffix, .columns = item_columns()};
    for (const ChaseItem& item : list.items) items.rows.push_back(cells(item));
    section.blocks.emplace_back(std::move(items));
    return section;
  }

  [[nodiscard]] Table all() const {
    Table table{.key = "owed", .columns = {{"owner", "Owner"}, {"owner_name", "Name"}}};
    for (const Column& column : contact_columns()) table.columns.push_back(column);
    for (const Column& column : item_columns()) table.columns.push_back(column);
    for (const ChaseList& list : lists_.lists)
      for (const ChaseItem& item : list.items) {
        Cells row{list.owner ? owner(list) : Cell(), Cell(name(list))};
        Cells last = contact(list);
        last.resize(contact_columns().size());
        for (Cells cells : {std::move(last), cells(item)})
          row.insert(row.end(), cells.begin(), cells.end());
        table.rows.push_back(std::move(row));
      }
    return table;
  }

 private:
  static std::vector<Column> contact_columns() {
    return {{"last_contact", "Day"},
            {"last_contact_what", "What"},
            {"last_contact_about", "Of"},
            {"last_contact_reference", "Reference"}};
  }

  static std::vector<Column> item_columns() {
    return {{"id", "Id"},
            {"what", "What"},
            {"due", "Due"},
            {"last", "Last day"},
            {"state", "State"},
            {"days_overdue", "Days overdue"},
            {"slips", "Times extended"},
            {"slipped_days", "Days extended by"},
            {"from", "From"},
            {"lead", "Lead"},
            {"to", "To"},
            {"to_name", "To, by name"},
            {"route", "To the top"},
            {"escalation", "Escalation"},
            {"source", "Source"}};
  }

  [[nodiscard]] std::string label(BodyId body) const {
    return partnership_[body].label_on(assessment_.as_at());
  }
  [[nodiscard]] Cell id(BodyId body) const {
    return body ? Cell(partnership_[body].id, Tone::plain, partnership_[body].id) : Cell();
  }
  [[nodiscard]] Cell owner(const ChaseList& list) const { return id(list.owner); }
  [[nodiscard]] std::string name(const ChaseList& list) const {
    return list.owner ? label(list.owner) : "nobody stated";
  }

  /// What a record is about: of an obligation its id, however the record spells it.
  [[nodiscard]] std::string about(std::uint32_t record) const {
    const auto* it = std::get_if<Subject>(&partnership_.resolved_records()[record].about);
    if (!it) return partnership_.records()[record].event.about;
    return partnership_.promises()[it->promise.index].id + "@" +
           deadline_key(partnership_.deadlines(it->promise)[it->number]);
  }

  /// The cells of the last contact, or none.
  [[nodiscard]] Cells contact(const ChaseList& list) const {
    if (!list.last_contact) return {};
    const Record& record = partnership_.records()[*list.last_contact];
    return {Cell(*record.date), Cell(spoken(record.event.kind)), Cell(about(*list.last_contact)),
            some(record.reference)};
  }

  /// Nothing is said of what never happened.
  static Cell unless_none(int number) { return number == 0 ? Cell() : Cell::number(number); }

  [[nodiscard]] std::string route(const ChaseItem& item) const {
    if (!item.route) return owed_.to()[item.row] ? "none" : "";
    return way_of(lists_.network, *item.route);
  }

  /// `to slg by 1 December 2019: overdue`, a line each.
  [[nodiscard]] std::string escalation(const ChaseItem& item) const {
    std::string words;
    for (const EscalationStep& step : item.steps) {
      std::string state(to_string(step.state));
      std::ranges::replace(state, '_', ' ');
      words += (words.empty() ? "to " : "\nto ") +
               (step.to ? partnership_[step.to].id : std::string("nobody stated")) +
               (step.due ? " by " + in_words(*step.due) : std::string()) + ": " + state;
    }
    return words;
  }

  [[nodiscard]] Cells cells(const ChaseItem& item) const {
    const Obligation o = owed_[item.row];
    const State state = assessment_[item.row];
    const Slips slips = assessment_.slips(item.row);
    const auto days = assessment_.in_force(item.row);
    const auto body = [&](const Body* it) {
      return it ? Cell(it->id, Tone::plain, it->id) : Cell();
    };
    return {Cell(o.id(), Tone::plain, o.id()),
            Cell(o.what()),
            some(o.due().text),
            days ? Cell(days->last()) : Cell(),
            Cell(spoken(state), tone_of(state)),
            unless_none(assessment_.days_overdue(item.row)),
            unless_none(slips.count),
            unless_none(slips.days),
            body(o.from()),
            body(o.lead()),
            body(o.to()),
            o.to() ? Cell(o.to()->label_on(assessment_.as_at())) : Cell(),
            some(route(item)),
            some(escalation(item)),
            some(o.promise().source)};
  }

  const Chase& lists_;
  const Assessment& assessment_;
  const Obligations& owed_;
  const Partnership& partnership_;
};

}  // namespace

Report chase_report(const Chase& lists) {
  const Writer writer(lists);
  Report report = writer.start();
  report.sections.push_back(
      {.key = "owners", .title = "Who owes what", .blocks = {writer.owners()}});
  for (const ChaseList& list : lists.lists) report.sections.push_back(writer.section(list));
  return report;
}

Report chase_table(const Chase& lists) {
  const Writer writer(lists);
  Report report = writer.start();
  report.sections.push_back({.key = "owed", .blocks = {writer.all()}});
  return report;
}

}  // namespace safegov
