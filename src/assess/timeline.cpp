// Counts for every day, by counting changes rather than days.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <stdexcept>

#include <safegov/timeline.hpp>

#include "assess/history.hpp"

namespace safegov {

struct Timeline::Data {
  explicit Data(DateRange r)
      : range(r), days(static_cast<std::size_t>(r.length())), counts(state_count * days) {}

  DateRange range;
  std::size_t days;
  std::vector<std::uint32_t> counts;  // by state, then day

  std::uint32_t* of(State state) { return counts.data() + static_cast<std::size_t>(state) * days; }
};

namespace {

using namespace internal;

/// The intervals of one row, by its change points: `emit(state, first day, last day)`. The days on
/// which a state can change are those of its records and three that its interval decides.
template <class Emit>
void each_interval(const Obligations& owed, std::size_t row, DateRange range, std::int32_t soon,
                   std::int32_t known, Emit&& emit) {
  const auto happenings = owed.happenings(row);
  History history(owed, row, known);
  std::size_t next = 0;
  const std::int32_t end = range.last().days();
  for (std::int32_t day = range.first().days(); day <= end;) {
    for (; next < happenings.size() && happenings[next].day <= day; ++next)
      if (!history.closed() && counts(happenings[next], known)) history.play(happenings[next]);
    const Facts& facts = history.facts();
    std::int32_t change = end + 1;
    const auto consider = [&](std::int64_t at) {
      if (at > day && at < change) change = static_cast<std::int32_t>(at);
    };
    if (next < happenings.size() && !history.closed()) consider(happenings[next].day);
    if (facts.kind == DeadlineKind::dated && !history.closed()) {
      consider(std::int64_t{facts.first} - soon);
      consider(facts.first);
      consider(std::int64_t{facts.last} + 1);
    }
    emit(state_of(facts, day, soon), day, change - 1);
    day = change;
  }
}

/// Rows of which no more than one receipt is recorded, counted by the days on which they change.
/// Four counters a row: when it becomes due soon, due, overdue, and received (on time or late). A
/// state's count on a day is then the difference of two sums.
class PlainRows {
 public:
  PlainRows(DateRange range, std::int32_t soon, std::int32_t known)
      : origin_(range.first().days()),
        days_(range.length()),
        soon_(soon),
        known_(known),
        slots_(static_cast<std::size_t>(days_) + 1),
        tables_(2 * 5 * slots_) {}

  void add(const Obligations& owed) {
    const std::size_t rows = owed.size();
    for (std::size_t at = 0; at < rows; at += block) {
      const std::size_t count = std::min(block, rows - at);
      index(owed.first().data() + at, owed.last().data() + at, owed.received().data() + at, count);
      increment(count);
    }
    for (std::size_t row = 0; row < rows; ++row)
      plain_ +=
          owed.kind()[row] == DeadlineKind::dated && owed.received()[row] != Obligations::many;
  }

  void write(Timeline::Data& data) const {
    std::uint32_t soon = 0, begun = 0, over = 0, on_time = 0, late = 0;
    for (std::size_t day = 0; day < data.days; ++day) {
      soon += sum(0, day);
      begun += sum(1, day);
      over += sum(2, day);
      on_time += sum(3, day);
      late += sum(4, day);
      data.of(State::not_due)[day] += plain_ - soon;
      data.of(State::due_soon)[day] += soon - begun;
      data.of(State::due)[day] += begun - over;
      data.of(State::overdue)[day] += over - on_time - late;
      data.of(State::received)[day] += on_time;
      data.of(State::received_late)[day] += late;
    }
  }

 private:
  static constexpr std::size_t block = 1024;

  /// The slots of a block of rows; what lies before the range falls into its first day, what lies
  /// behind it into a slot of its own. Vector code.
  [[gnu::noinline]] void index(const std::int32_t* __restrict first,
                               const std::int32_t* __restrict last,
                               const std::int32_t* __restrict received, std::size_t count) {
    constexpr std::int32_t never = Obligations::no_day;
    const std::int32_t origin = origin_, days = days_, soon = soon_, known = known_;
    const auto slot = [=](std::int32_t day) {
      // Days are within ±3,000,000 of each other, or `never`: no overflow once it is capped.
      const std::int32_t capped = std::min(day, origin + days);
      return static_cast<std::uint32_t>(std::max(capped - origin, 0));
    };
    const auto width = static_cast<std::uint32_t>(slots_);
    for (std::size_t i = 0; i < count; ++i) {
      const bool many = received[i] == Obligations::many;
      const std::int32_t in = many || received[i] > known ? never : received[i];
      const std::int32_t from = many ? never : first[i], to = many ? never : last[i];
      soon_at_[i] = slot(std::min(from == never ? never : from - soon, in));
      due_at_[i] = slot(std::min(from, in));
      over_at_[i] = slot(std::min(to == never ? never : to + 1, in));
      in_at_[i] = slot(in) + (in > to ? width : 0);
    }
  }

  /// Two sets of tables in turn: rows lie by last day, so that neighbours count into the same slot
  /// and would wait for one another.
  void increment(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      std::uint32_t* const table = tables_.data() + (i % 2) * 5 * slots_;
      ++table[soon_at_[i]];
      ++table[slots_ + due_at_[i]];
      ++table[2 * slots_ + over_at_[i]];
      ++table[3 * slots_ + in_at_[i]];
    }
  }

  [[nodiscard]] std::uint32_t sum(std::size_t table, std::size_t day) const {
    return tables_[table * slots_ + day] + tables_[(5 + table) * slots_ + day];
  }

  std::int32_t origin_, days_, soon_, known_;
  std::size_t slots_;
  std::vector<std::uint32_t> tables_;
  std::uint32_t plain_ = 0;
  std::array<std::uint32_t, block> soon_at_{}, due_at_{}, over_at_{}, in_at_{};
};

/// The rows that need their history, and those without a day: by their intervals.
void add_others(const Obligations& owed, Timeline::Data& data, std::int32_t soon,
                std::int32_t known) {
  const std::int32_t origin = data.range.first().days();
  std::vector<std::int32_t> change((data.days + 1) * state_count);
  const auto at = [&](State state, std::int32_t day) -> std::int32_t& {
    return change[static_cast<std::size_t>(state) * (data.days + 1) +
                  static_cast<std::size_t>(day - origin)];
  };
  for (std::size_t row = 0; row < owed.size(); ++row) {
    if (owed.kind()[row] == DeadlineKind::dated && owed.received()[row] != Obligations::many)
      continue;
    each_interval(owed, row, data.range, soon, known,
                  [&](State state, std::int32_t first, std::int32_t last) {
                    ++at(state, first);
                    --at(state, last + 1);
                  });
  }
  for (std::size_t i = 0; i < state_count; ++i) {
    std::int32_t now = 0;
    for (std::size_t day = 0; day < data.days; ++day) {
      now += change[i * (data.days + 1) + day];
      data.counts[i * data.days + day] += static_cast<std::uint32_t>(now);
    }
  }
}

void check(const AssessOptions& options) {
  if (options.due_soon_days < 0) throw std::invalid_argument("the warning window is negative");
}

}  // namespace

Timeline timeline(const Obligations& obligations, DateRange range, const AssessOptions& options) {
  check(options);
  auto data = std::make_shared<Timeline::Data>(range);
  PlainRows plain(range, soon_days(options), known_at(options));
  plain.add(obligations);
  plain.write(*data);
  add_others(obligations, *data, soon_days(options), known_at(options));
  return Timeline(std::move(data));
}

std::vector<StateInterval> state_intervals(const Obligations& obligations, DateRange range,
                                           const AssessOptions& options) {
  check(options);
  std::vector<StateInterval> intervals;
  for (std::size_t row = 0; row < obligations.size(); ++row)
    each_interval(
        obligations, row, range, soon_days(options), known_at(options),
        [&](State state, std::int32_t first, std::int32_t last) {
          const DateRange days{Date::from_days(first), Date::from_days(last)};
          // Some change points change nothing, such as a second part.
          if (!intervals.empty() && intervals.back().row == row && intervals.back().state == state)
            intervals.back().days = {intervals.back().days.first(), days.last()};
          else
            intervals.push_back({static_cast<std::uint32_t>(row), state, days});
        });
  return intervals;
}

Timeline::Timeline(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}
DateRange Timeline::range() const noexcept { return data_->range; }

std::span<const std::uint32_t> Timeline::counts(State state) const noexcept {
  return {data_->counts.data() + static_cast<std::size_t>(state) * data_->days, data_->days};
}

Counts Timeline::on(Date day) const {
  if (!data_->range.contains(day)) throw std::out_of_range("the day is outside the timeline");
  Counts counts;
  const auto at = static_cast<std::size_t>(day.days() - data_->range.first().days());
  for (std::size_t i = 0; i < state_count; ++i)
    counts[static_cast<State>(i)] = this->counts(static_cast<State>(i))[at];
  return counts;
}

std::optional<Date> Timeline::first(State state) const {
  const auto days = counts(state);
  const auto found = std::ranges::find_if(days, [](std::uint32_t n) { return n != 0; });
  if (found == days.end()) return {};
  return add_days(data_->range.first(), static_cast<int>(found - days.begin()));
}

std::optional<Date> Timeline::worst(State state) const {
  const auto days = counts(state);
  const auto most = std::ranges::max_element(days);
  if (*most == 0) return {};
  return add_days(data_->range.first(), static_cast<int>(most - days.begin()));
}

}  // namespace safegov
