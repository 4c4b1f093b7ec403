// Counts for every day, by counting changes rather than days.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <stdexcept>

#include <safegov/timeline.hpp>

#include "assess/history.hpp"
#include "assess/state.hpp"
#include "assess/wide.hpp"

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
void each_interval(const Obligations& owed, std::size_t row, std::span<const Happening> happenings,
                   DateRange range, std::int32_t soon, std::int32_t known, Emit&& emit) {
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

/// How far a row had come when it was received; what never was comes to its end.
enum Stage : std::uint8_t { before_window, in_window, from_first, after_last };

/// The places of a range of days in a table: days before the range share the first day's, and days
/// behind it have one of their own.
struct Slots {
  std::int32_t origin, days;

  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(days) + 1; }
  [[nodiscard]] std::int32_t of(std::int32_t day) const {
    return std::clamp(day, origin, origin + days) - origin;
  }
};

/// Counters by stage and day. Two of each take turns: neighbouring rows are much alike, and would
/// wait for one another.
class Tally {
 public:
  Tally(std::size_t stages, Slots slots)
      : slots_(slots.size()), counters_(stages * slots_ * turns) {}

  /// The place of the i-th row's counter.
  static std::uint32_t at(std::int32_t stage, Slots slots, std::int32_t day, std::size_t i) {
    const auto slot = static_cast<std::uint32_t>(stage * (slots.days + 1) + slots.of(day));
    return slot * turns + static_cast<std::uint32_t>(i) % turns;
  }

  void add(std::uint32_t place) { ++counters_[place]; }

  /// Of a stage: how many up to each day.
  [[nodiscard]] std::vector<std::uint32_t> sums(Stage stage) const {
    std::vector<std::uint32_t> out(slots_);
    const std::uint32_t* counter = counters_.data() + stage * slots_ * turns;
    std::uint32_t sum = 0;
    for (std::uint32_t& day : out) {
      for (std::uint32_t turn = 0; turn < turns; ++turn) sum += *counter++;
      day = sum;
    }
    return out;
  }

 private:
  static constexpr std::uint32_t turns = 2;
  std::size_t slots_;
  std::vector<std::uint32_t> counters_;
};

/// What is counted of a block of rows.
struct Block {
  static constexpr std::size_t most = 1024;
  std::array<std::uint32_t, most> received, first, ended;
};

/// Vector code.
SAFEGOV_WIDE void fill(Block& __restrict block, const std::int32_t* __restrict first,
                       const std::int32_t* __restrict last, const std::int32_t* __restrict received,
                       std::size_t rows, Slots receipt_slots, Slots first_slots,
                       std::int32_t soon_days, std::int32_t known) {
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int32_t in = received[i] > known ? Obligations::no_day : received[i];
    const std::int32_t open = (in >= first[i] - soon_days) + (in >= first[i]), over = in > last[i];
    block.received[i] = Tally::at(open + over, receipt_slots, in, i);
    block.first[i] = Tally::at(open, first_slots, first[i], i);
    block.ended[i] = static_cast<std::uint32_t>(over);
  }
}

/// Rows of which no more than one receipt is recorded, counted by the days on which they change.
///
/// A row comes to be due soon, due and overdue on days that its interval decides, or is received
/// before; how many are in a state on a day is the difference of two sums over the days up to it.
/// Two counters a row are enough for all of them: the day of its receipt, and its first day, each
/// by the stage it had come to. The last day needs none, because rows stand by last day.
class PlainRows {
 public:
  PlainRows(DateRange range, std::int32_t soon_days, std::int32_t known)
      : receipt_slots_{range.first().days(), range.length()},
        first_slots_{range.first().days(), range.length() + soon_days},
        soon_days_(soon_days),
        known_(known),
        received_(after_last + 1, receipt_slots_),
        first_(from_first + 1, first_slots_),
        ended_(receipt_slots_.size()) {}

  void add(const Obligations& owed) {
    const std::size_t dated = dated_rows(owed);
    Block block;
    for (std::size_t row = 0; row < dated; row += Block::most) {
      const std::size_t rows = std::min(Block::most, dated - row);
      const std::int32_t* const last = owed.last().data() + row;
      fill(block, owed.first().data() + row, last, owed.received().data() + row, rows,
           receipt_slots_, first_slots_, soon_days_, known_);
#pragma GCC unroll 4
      for (std::size_t i = 0; i < rows; ++i) {
        received_.add(block.received[i]);
        first_.add(block.first[i]);
      }
      add_ended(block, last, rows);
    }
    rows_ = static_cast<std::uint32_t>(dated);
    each_exception(owed, [&](std::size_t row, auto) { exceptions_ += row < dated; });
  }

  void write(Timeline::Data& data) const {
    const auto before = received_.sums(before_window), within = received_.sums(in_window),
               begun = received_.sums(from_first), late = received_.sums(after_last),
               first_in_window = first_.sums(in_window), first_begun = first_.sums(from_first);
    const auto window = static_cast<std::size_t>(soon_days_);
    std::uint32_t over = 0;
    for (std::size_t day = 0; day < data.days; ++day) {
      // How many came to the window, the first and the last day up to now, or were received
      // instead.
      const std::uint32_t to_window =
          before[day] + first_in_window[day + window] + first_begun[day + window];
      const std::uint32_t to_first = before[day] + within[day] + first_begun[day];
      const std::uint32_t on_time = before[day] + within[day] + begun[day];
      over += ended_[day];
      data.of(State::not_due)[day] += rows_ - to_window;
      data.of(State::due_soon)[day] += to_window - to_first;
      data.of(State::due)[day] += to_first - on_time - over;
      data.of(State::overdue)[day] += over - late[day];
      // What `many` stands for came in before all days, as these sums have it.
      data.of(State::received)[day] += on_time - exceptions_;
      data.of(State::received_late)[day] += late[day];
    }
  }

 private:
  /// Those that came to their last day, by the day after.
  void add_ended(const Block& block, const std::int32_t* last, std::size_t rows) {
    for (std::size_t i = 0; i < rows;) {
      const auto end =
          static_cast<std::size_t>(std::upper_bound(last + i, last + rows, last[i]) - last);
      std::uint32_t n = 0;
      for (std::size_t row = i; row < end; ++row) n += block.ended[row];
      ended_[static_cast<std::size_t>(receipt_slots_.of(last[i] + 1))] += n;
      i = end;
    }
  }

  Slots receipt_slots_, first_slots_;
  std::int32_t soon_days_, known_;
  Tally received_, first_;
  std::vector<std::uint32_t> ended_;
  std::uint32_t rows_ = 0, exceptions_ = 0;
};

/// The rows that need their history, and those without a day: by their intervals.
void add_others(const Obligations& owed, Timeline::Data& data, std::int32_t soon_days,
                std::int32_t known) {
  const std::int32_t origin = data.range.first().days();
  std::vector<std::int32_t> change((data.days + 1) * state_count);
  const auto at = [&](State state, std::int32_t day) -> std::int32_t& {
    return change[static_cast<std::size_t>(state) * (data.days + 1) +
                  static_cast<std::size_t>(day - origin)];
  };
  const auto add = [&](State state, std::int32_t first, std::int32_t last) {
    ++at(state, first);
    --at(state, last + 1);
  };
  each_exception(owed, [&](std::size_t row, std::span<const Happening> happenings) {
    each_interval(owed, row, happenings, data.range, soon_days, known, add);
  });
  const auto of_kind = states_of_kinds();
  for (std::size_t row = dated_rows(owed); row < owed.size(); ++row)
    if (owed.received()[row] != Obligations::many)
      add(of_kind[static_cast<std::size_t>(owed.kind()[row])], origin, data.range.last().days());
  for (std::size_t i = 0; i < state_count; ++i) {
    std::int32_t now = 0;
    for (std::size_t day = 0; day < data.days; ++day) {
      now += change[i * (data.days + 1) + day];
      data.counts[i * data.days + day] += static_cast<std::uint32_t>(now);
    }
  }
}

/// The days of a range on which a row had been promised: all, save for what a row of a register
/// promised on a day within; nothing if it was promised after them.
std::optional<DateRange> promised_days(const Obligations& owed, std::size_t row, DateRange range) {
  const Partnership& partnership = owed.partnership();
  if (!partnership.is_register(owed.plan()[row])) return range;
  const auto& since = partnership.promises()[owed.promise()[row].index].since;
  if (!since || *since <= range.first()) return range;
  if (range.last() < *since) return {};
  return DateRange(*since, range.last());
}

/// Takes the days before a row was promised out of the counts: of registers only, which are few.
void leave_out_before_promised(const Obligations& owed, Timeline::Data& data,
                               std::int32_t soon_days, std::int32_t known) {
  if (owed.partnership().registers().empty()) return;
  const std::int32_t origin = data.range.first().days();
  for (std::size_t row = 0; row < owed.size(); ++row) {
    const auto promised = promised_days(owed, row, data.range);
    if (promised && promised->first() == data.range.first()) continue;
    const Date last = promised ? add_days(promised->first(), -1) : data.range.last();
    each_interval(owed, row, owed.happenings(row), {data.range.first(), last}, soon_days, known,
                  [&](State state, std::int32_t first, std::int32_t until) {
                    for (std::int32_t day = first; day <= until; ++day)
                      --data.of(state)[static_cast<std::size_t>(day - origin)];
                  });
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
  leave_out_before_promised(obligations, *data, soon_days(options), known_at(options));
  return Timeline(std::move(data));
}

std::vector<StateInterval> state_intervals(const Obligations& obligations, DateRange range,
                                           const AssessOptions& options) {
  check(options);
  const auto all = obligations.happenings();
  std::vector<StateInterval> intervals;
  intervals.reserve(obligations.size());
  std::size_t next = 0;
  for (std::size_t row = 0; row < obligations.size(); ++row) {
    const std::size_t begin = next;
    while (next < all.size() && all[next].row == row) ++next;
    const auto promised = promised_days(obligations, row, range);
    if (!promised) continue;
    each_interval(
        obligations, row, all.subspan(begin, next - begin), *promised, soon_days(options),
        known_at(options), [&](State state, std::int32_t first, std::int32_t last) {
          const DateRange days{Date::from_days(first), Date::from_days(last)};
          // Some change points change nothing, such as a second part.
          if (!intervals.empty() && intervals.back().row == row && intervals.back().state == state)
            intervals.back().days = {intervals.back().days.first(), days.last()};
          else
            intervals.push_back({static_cast<std::uint32_t>(row), state, days});
        });
  }
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
