// Obligations and records, held against each other as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <stdexcept>

#include <safegov/assess.hpp>

#include "assess/history.hpp"
#include "assess/state.hpp"

namespace safegov {

struct Assessment::Data {
  Data(Obligations o, Date d, AssessOptions p) : obligations(std::move(o)), as_at(d), options(p) {}

  Obligations obligations;
  Date as_at;
  AssessOptions options;
  std::vector<State> states;
  Counts counts;
};

namespace {

using namespace internal;

/// Every row by its days and its one receipt. Plain pointers that cannot overlap: this is what the
/// compiler needs to see to turn the loop into vector code.
[[gnu::noinline]] void by_days(const std::int32_t* __restrict first,
                               const std::int32_t* __restrict last,
                               const std::int32_t* __restrict received, State* __restrict states,
                               std::size_t rows, std::int32_t as_at, std::int32_t soon_from,
                               std::int32_t seen) {
  for (std::size_t i = 0; i < rows; ++i)
    states[i] = state_by_days(first[i], last[i], received[i], as_at, soon_from, seen);
}

/// One pass for each state is vector code, and faster than one pass of counters.
void count(const std::vector<State>& states, Counts& counts) {
  for (std::size_t i = 0; i < state_count; ++i)
    counts[static_cast<State>(i)] =
        static_cast<std::size_t>(std::ranges::count(states, static_cast<State>(i)));
}

/// Everything that counts for a row up to the date of an assessment.
History history_of(const Obligations& owed, std::size_t row, Date as_at,
                   const AssessOptions& options) {
  History history(owed, row, known_at(options));
  history.play_until(owed.happenings(row), as_at.days());
  return history;
}

}  // namespace

Assessment assess(const Obligations& obligations, Date as_at, const AssessOptions& options) {
  if (options.due_soon_days < 0) throw std::invalid_argument("the warning window is negative");
  const std::int32_t today = as_at.days(), soon = soon_days(options), known = known_at(options);
  auto data = std::make_shared<Assessment::Data>(obligations, as_at, options);
  const std::size_t rows = obligations.size();
  auto& states = data->states;
  states.resize(rows);
  // A receipt counts once it has happened and once it is known, which is the same day.
  const std::int32_t seen = std::min(today, known);
  by_days(obligations.first().data(), obligations.last().data(), obligations.received().data(),
          states.data(), rows, today, today + soon, seen);

  // What has no day stands last, after every dated row.
  for (std::size_t row = rows; row-- > 0 && obligations.kind()[row] != DeadlineKind::dated;)
    states[row] = state_of({.kind = obligations.kind()[row]}, today, soon);

  // The rows of which more is recorded than one receipt.
  const auto all = obligations.happenings();
  for (std::size_t at = 0; at < all.size();) {
    std::size_t end = at + 1;
    while (end < all.size() && all[end].row == all[at].row) ++end;
    const std::size_t row = all[at].row;
    if (obligations.received()[row] == Obligations::many) {
      History history(obligations, row, known);
      history.play_until(all.subspan(at, end - at), today);
      states[row] = state_of(history.facts(), today, soon);
    }
    at = end;
  }
  count(states, data->counts);
  return Assessment(std::move(data));
}

Assessment::Assessment(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}
Date Assessment::as_at() const noexcept { return data_->as_at; }
const AssessOptions& Assessment::options() const noexcept { return data_->options; }
const Obligations& Assessment::obligations() const noexcept { return data_->obligations; }
std::span<const State> Assessment::states() const noexcept { return data_->states; }
const Counts& Assessment::counts() const noexcept { return data_->counts; }

std::optional<DateRange> Assessment::in_force(std::size_t row) const {
  const Facts facts = history_of(obligations(), row, as_at(), options()).facts();
  if (facts.kind != DeadlineKind::dated) return {};
  return DateRange(Date::from_days(facts.first), Date::from_days(facts.last));
}

Slips Assessment::slips(std::size_t row) const {
  return history_of(obligations(), row, as_at(), options()).slips();
}

std::optional<MeetingStanding> Assessment::meeting(std::size_t row) const {
  const History history = history_of(obligations(), row, as_at(), options());
  if (!history.meeting()) return {};
  // What happened to the meeting after the row was closed is of no concern to it.
  const Date day =
      history.closed() ? std::min(as_at(), Date::from_days(history.facts().closed_on)) : as_at();
  return standing(obligations(), history.meeting(), day, options().known_at);
}

std::vector<const Record*> Assessment::history(std::size_t row) const {
  std::vector<const Record*> records;
  History history(obligations(), row, known_at(options()));
  for (const Happening& h : obligations().happenings(row)) {
    if (history.closed() || h.day > as_at().days()) break;
    if (!internal::counts(h, known_at(options()))) continue;
    history.play(h);
    const bool elsewhere =
        h.meeting && h.kind != RecordKind::extended && h.meeting != history.meeting();
    if (!elsewhere) records.push_back(&obligations().partnership().records()[h.record]);
  }
  return records;
}

std::optional<Date> Assessment::overdue_since(std::size_t row) const {
  const State state = data_->states[row];
  if (state != State::overdue && state != State::received_late) return {};
  return add_days(in_force(row)->last(), 1);
}

int Assessment::days_overdue(std::size_t row) const {
  const State state = data_->states[row];
  if (state != State::overdue && state != State::received_late) return 0;
  const Facts facts = history_of(obligations(), row, as_at(), options()).facts();
  return (state == State::overdue ? as_at().days() : facts.closed_on) - facts.last;
}

const Record* Assessment::closed_by(std::size_t row) const {
  const History history = history_of(obligations(), row, as_at(), options());
  return history.closing() ? &obligations().partnership().records()[history.closing()->record]
                           : nullptr;
}

const Record* Assessment::part_by(std::size_t row) const {
  const History history = history_of(obligations(), row, as_at(), options());
  return history.part() ? &obligations().partnership().records()[history.part()->record] : nullptr;
}

}  // namespace safegov
