// Obligations and records, held against each other as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <stdexcept>

#include <safegov/assess.hpp>

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

using Happening = Obligations::Happening;

/// Every row by its days alone. Plain pointers that cannot overlap: this is what the compiler needs
/// to see to turn the loop into vector code.
[[gnu::noinline]] void by_days(const std::int32_t* __restrict first,
                               const std::int32_t* __restrict last, State* __restrict states,
                               std::size_t rows, std::int32_t as_at, std::int32_t soon_from) {
  for (std::size_t i = 0; i < rows; ++i)
    states[i] = internal::state_by_days(first[i], last[i], as_at, soon_from);
}

constexpr Closing closing_of(RecordKind kind) {
  switch (kind) {
    case RecordKind::received:
      return Closing::received;
    case RecordKind::waived:
      return Closing::waived;
    case RecordKind::cancelled:
      return Closing::cancelled;
    case RecordKind::partly_received:
      break;
  }
  return Closing::none;
}

/// What happened to a row up to a date: the first record that closed it, the last of a part. The
/// first closing record decides: what was waived in May is not made late by a report in June.
struct History {
  const Happening* closed = nullptr;
  const Happening* part = nullptr;

  History(std::span<const Happening> of_row, std::int32_t as_at) {
    for (const Happening& h : of_row) {
      if (h.day > as_at || closed != nullptr) break;
      if (h.kind == RecordKind::partly_received)
        part = &h;
      else
        closed = &h;
    }
  }
};

std::span<const Happening> happenings_of(const Obligations& obligations, std::size_t row) {
  // Not equal_range: clang 14 cannot compile the range it returns.
  const auto all = obligations.happenings();
  const auto row_of = [](const Happening& h) { return std::size_t{h.row}; };
  const auto first = std::ranges::lower_bound(all, row, {}, row_of);
  return {first, std::ranges::upper_bound(first, all.end(), row, {}, row_of)};
}

Facts facts_of(const Obligations& obligations, std::size_t row, const History& history) {
  Facts facts{.kind = obligations.kind()[row],
              .first = obligations.first()[row],
              .last = obligations.last()[row]};
  if (history.closed != nullptr) {
    facts.closing = closing_of(history.closed->kind);
    facts.closed_on = history.closed->day;
  }
  facts.part_received = history.part != nullptr;
  return facts;
}

}  // namespace

Assessment assess(const Obligations& obligations, Date as_at, const AssessOptions& options) {
  if (options.due_soon_days < 0) throw std::invalid_argument("the warning window is negative");
  constexpr int widest = 100'000;  // days; keeps sums within 32 bits
  const std::int32_t today = as_at.days(), soon = std::min(options.due_soon_days, widest);
  auto data = std::make_shared<Assessment::Data>(obligations, as_at, options);
  const std::size_t rows = obligations.size();
  auto& states = data->states;
  states.resize(rows);
  by_days(obligations.first().data(), obligations.last().data(), states.data(), rows, today,
          today + soon);

  // What has no day stands last, after every dated row.
  for (std::size_t row = rows; row-- > 0 && obligations.kind()[row] != DeadlineKind::dated;)
    states[row] = state_of({.kind = obligations.kind()[row]}, today, soon);

  // The few rows that records speak of.
  const auto all = obligations.happenings();
  for (std::size_t at = 0; at < all.size();) {
    std::size_t end = at;
    while (end < all.size() && all[end].row == all[at].row) ++end;
    const History history(all.subspan(at, end - at), today);
    states[all[at].row] = state_of(facts_of(obligations, all[at].row, history), today, soon);
    at = end;
  }
  for (const State state : states) ++data->counts[state];
  return Assessment(std::move(data));
}

Assessment::Assessment(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}
Date Assessment::as_at() const noexcept { return data_->as_at; }
const AssessOptions& Assessment::options() const noexcept { return data_->options; }
const Obligations& Assessment::obligations() const noexcept { return data_->obligations; }
std::span<const State> Assessment::states() const noexcept { return data_->states; }
const Counts& Assessment::counts() const noexcept { return data_->counts; }

std::optional<Date> Assessment::overdue_since(std::size_t row) const {
  const State state = data_->states[row];
  if (state != State::overdue && state != State::received_late) return {};
  return add_days(Date::from_days(obligations().last()[row]), 1);
}

int Assessment::days_overdue(std::size_t row) const {
  const State state = data_->states[row];
  const std::int32_t last = obligations().last()[row];
  if (state == State::overdue) return as_at().days() - last;
  if (state == State::received_late) return closed_by(row)->date->days() - last;
  return 0;
}

const Record* Assessment::closed_by(std::size_t row) const {
  const History history(happenings_of(obligations(), row), as_at().days());
  return history.closed ? &obligations().partnership().records()[history.closed->record] : nullptr;
}

const Record* Assessment::part_by(std::size_t row) const {
  const History history(happenings_of(obligations(), row), as_at().days());
  return history.part ? &obligations().partnership().records()[history.part->record] : nullptr;
}

}  // namespace safegov
