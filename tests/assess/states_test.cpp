// The truth table of docs/states.md, row by row; and every state against the definition.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <string>
#include <vector>

#include <safegov/assess.hpp>

#include "markdown.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

/// The records of a row of the table, as YAML: `received 2019-06-10; extended 2019-07-01 until Oct
/// 2019`.
std::string records_of(const std::string& cell, const std::string& deadline) {
  const std::string about = deadline.empty() ? "p/1.1/bmg" : "p/1.1/bmg of " + deadline;
  std::string yaml;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(';', at), cell.size());
    const std::string one = trimmed(std::string_view(cell).substr(at, end - at));
    const std::size_t space = one.find(' '), until = one.find(" until ");
    yaml += "- " + one.substr(0, space) + ": " + about + "\n  date: " + one.substr(space + 1, 10) +
            "\n";
    if (until != std::string::npos) yaml += "  until: " + one.substr(until + 7) + "\n";
    at = end + 1;
  }
  return yaml;
}

/// The state of one obligation, said again from the words of docs/states.md and in no hurry.
State naive_state(const Facts& f, std::int32_t as_at, std::int32_t soon) {
  const bool has_days = f.kind == DeadlineKind::dated;
  if (f.closing == Closing::waived) return State::waived;
  if (f.closing == Closing::superseded) return State::superseded;
  if (f.closing == Closing::cancelled) return State::cancelled;
  if (f.closing == Closing::received) {
    if (!has_days) return State::received;
    for (std::int32_t day = f.last + 1; day <= f.closed_on; ++day) return State::received_late;
    return State::received;
  }
  if (has_days && as_at > f.last) return State::overdue;
  if (f.part_received) return State::partly_received;
  if (f.kind == DeadlineKind::undated) return State::undated;
  if (f.kind == DeadlineKind::open) return State::open;
  if (f.kind == DeadlineKind::unresolved) return State::unresolved;
  for (std::int32_t day = f.first; day <= f.last; ++day)
    if (day == as_at) return State::due;
  for (std::int32_t day = as_at; day <= as_at + soon; ++day)
    if (day == f.first) return State::due_soon;
  return State::not_due;
}

}  // namespace

TEST_CASE("every row of the truth table holds", "[assess][docs]") {
  const auto rows = table_of(file_text(SAFEGOV_SOURCE_DIR "/docs/states.md"),
                             "| deadline | records | as at | state |");
  REQUIRE(rows.size() > 50);
  for (const auto& row : rows) {
    CAPTURE(row);
    const std::string due = row[0].empty() ? "" : "\n  due: " + row[0];
    std::vector<Source> sources{{"partnership.yaml", small_partnership},
                                {"plan.yaml", small_plan("- what: Report\n  to: bmg" + due)}};
    if (!row[1].empty())
      sources.push_back({"records.yaml", small_records(records_of(row[1], row[0]))});
    const auto owed = expand_obligations(sound(std::move(sources)));
    REQUIRE(owed.size() == 1);
    CHECK(to_string(assess(owed, *parse_date(row[2]))[0]) == row[3]);
  }
}

TEST_CASE("the truth table reaches every state that a record or a date can bring about",
          "[assess][docs]") {
  const auto rows = table_of(file_text(SAFEGOV_SOURCE_DIR "/docs/states.md"),
                             "| deadline | records | as at | state |");
  for (const std::string_view word : words_of<State>()) {
    CAPTURE(word);
    CHECK(std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row[3] == word; }));
  }
}

TEST_CASE("the state function agrees with its definition on every small case", "[assess][oracle]") {
  for (const DeadlineKind kind :
       {DeadlineKind::undated, DeadlineKind::dated, DeadlineKind::open, DeadlineKind::unresolved})
    for (std::int32_t first = -2; first <= 3; ++first)
      for (std::int32_t last = first; last <= 4; ++last)
        for (const Closing closing : {Closing::none, Closing::received, Closing::waived,
                                      Closing::superseded, Closing::cancelled})
          for (std::int32_t closed_on = -3; closed_on <= 6; ++closed_on)
            for (const bool part : {false, true})
              for (std::int32_t as_at = -4; as_at <= 6; ++as_at)
                for (const std::int32_t soon : {0, 1, 3}) {
                  const Facts facts{kind, first, last, closing, closed_on, part};
                  if (state_of(facts, as_at, soon) == naive_state(facts, as_at, soon)) continue;
                  CAPTURE(int(kind), first, last, int(closing), closed_on, part, as_at, soon);
                  CHECK(to_string(state_of(facts, as_at, soon)) ==
                        to_string(naive_state(facts, as_at, soon)));
                }
}

TEST_CASE("a state is known by its word in either spelling", "[assess]") {
  CHECK(parse_state("received_late") == State::received_late);
  CHECK(parse_state("received-late") == State::received_late);
  CHECK_FALSE(parse_state("late"));
  CHECK_FALSE(parse_state(""));
  for (std::size_t i = 0; i < state_count; ++i)
    CHECK(parse_state(to_string(static_cast<State>(i))) == static_cast<State>(i));
}

TEST_CASE("what came in is closed, and so is what need not come", "[assess]") {
  std::string received, closed;
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (is_received(state)) received += std::string(to_string(state)) + " ";
    if (is_closed(state)) closed += std::string(to_string(state)) + " ";
  }
  CHECK(received == "received received_late ");
  CHECK(closed == "received received_late waived superseded cancelled ");
}

TEST_CASE("nothing may be said of days after the date, or after what was known", "[assess]") {
  const Date as_at(2019, 6, 30);
  CHECK(known_until(as_at, {}) == as_at);
  CHECK(known_until(as_at, Date(2019, 6, 1)) == Date(2019, 6, 1));
  CHECK(known_until(as_at, Date(2019, 7, 1)) == as_at);
}
