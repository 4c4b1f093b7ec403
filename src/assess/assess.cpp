// Obligations and records, held against each other as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <initializer_list>
#include <memory>
#include <stdexcept>

#include <safegov/assess.hpp>

#include "assess/history.hpp"
#include "assess/state.hpp"
#include "assess/wide.hpp"

namespace safegov {

struct Assessment::Data {
  Data(Obligations o, Date d, AssessOptions p)
      : obligations(std::move(o)),
        as_at(d),
        options(p),
        // Not a vector: every row is written once, so that writing zeros first would be half of it.
        states(std::make_unique_for_overwrite<State[]>(obligations.size())) {}

  void count(std::size_t row, State state) {
    states[row] = state;
    ++counts[state];
  }

  Obligations obligations;
  Date as_at;
  AssessOptions options;
  std::unique_ptr<State[]> states;
  Counts counts;
};

namespace {

using namespace internal;

/// What states depend on beside the columns.
struct AsAt {
  std::int32_t today, soon_from, seen;
};

// Rows stand by last day, so that the first of them are over and the others are not. What does not
// matter any more need not be read: of what is over the first day, for any up to the last says the
// same; of what is not, the last day, for whatever has come in by today is on time.
//
// Plain pointers that cannot overlap: this is what the compiler needs to see to turn the loops into
// vector code.

SAFEGOV_WIDE void by_days_over(const std::int32_t* __restrict last,
                               const std::int32_t* __restrict received, State* __restrict states,
                               std::size_t rows, AsAt at) {
  for (std::size_t i = 0; i < rows; ++i)
    states[i] = state_by_days(last[i], last[i], received[i], at.today, at.soon_from, at.seen);
}

SAFEGOV_WIDE void by_days_ahead(const std::int32_t* __restrict first,
                                const std::int32_t* __restrict received, State* __restrict states,
                                std::size_t rows, AsAt at) {
  for (std::size_t i = 0; i < rows; ++i)
    states[i] = state_by_days(first[i], at.today, received[i], at.today, at.soon_from, at.seen);
}

/// How many of some states are this one. Counters of one byte, as many as go into vectors at once,
/// are added up before one can overflow.
SAFEGOV_WIDE std::size_t count(const State* states, std::size_t rows, State state) {
  constexpr std::size_t lanes = 64, most = 255;
  std::size_t counted = 0, row = 0;
  while (rows - row >= lanes) {
    std::array<std::uint8_t, lanes> each{};
    const std::size_t steps = std::min((rows - row) / lanes, most);
    for (std::size_t step = 0; step < steps; ++step, row += lanes)
      for (std::size_t lane = 0; lane < lanes; ++lane)
        each[lane] = static_cast<std::uint8_t>(each[lane] + (states[row + lane] == state));
    for (const std::uint8_t n : each) counted += n;
  }
  for (; row < rows; ++row) counted += states[row] == state;
  return counted;
}

/// Fills `[begin, end)` and counts `which`, all that can be there, while the states are at hand.
template <class Fill>
void fill(Assessment::Data& data, std::size_t begin, std::size_t end,
          std::initializer_list<State> which, Fill&& fill_block) {
  constexpr std::size_t block = 8192;
  for (std::size_t row = begin; row < end; row += block) {
    const std::size_t rows = std::min(block, end - row);
    State* const states = data.states.get() + row;
    fill_block(row, states, rows);
    for (const State state : which) data.counts[state] += count(states, rows, state);
  }
}

/// Every row with days by these and its one receipt.
void by_days(Assessment::Data& data, std::size_t dated, AsAt at) {
  const auto *const first = data.obligations.first().data(),
                    *const last = data.obligations.last().data(),
                    *const received = data.obligations.received().data();
  const auto over = static_cast<std::size_t>(std::lower_bound(last, last + dated, at.today) - last);
  fill(data, 0, over, {State::overdue, State::received, State::received_late},
       [&](std::size_t row, State* states, std::size_t rows) {
         by_days_over(last + row, received + row, states, rows, at);
       });
  fill(data, over, dated, {State::not_due, State::due_soon, State::due, State::received},
       [&](std::size_t row, State* states, std::size_t rows) {
         by_days_ahead(first + row, received + row, states, rows, at);
       });
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
  const std::size_t rows = obligations.size(), dated = dated_rows(obligations);
  // A receipt counts once it has happened and once it is known, which is the same day.
  by_days(*data, dated, {today, today + soon, std::min(today, known)});
  const auto of_kind = states_of_kinds();
  for (std::size_t row = dated; row < rows; ++row)
    data->count(row, of_kind[static_cast<std::size_t>(obligations.kind()[row])]);

  // The rows of which more is recorded than one receipt.
  each_exception(obligations, [&](std::size_t row, std::span<const Happening> happenings) {
    History history(obligations, row, known);
    history.play_until(happenings, today);
    --data->counts[data->states[row]];
    data->count(row, state_of(history.facts(), today, soon));
  });
  return Assessment(std::move(data));
}

Assessment::Assessment(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}
Date Assessment::as_at() const noexcept { return data_->as_at; }
const AssessOptions& Assessment::options() const noexcept { return data_->options; }
const Obligations& Assessment::obligations() const noexcept { return data_->obligations; }
std::span<const State> Assessment::states() const noexcept {
  return {data_->states.get(), data_->obligations.size()};
}
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
