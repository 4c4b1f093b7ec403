// From promises to columns: one row for each promise at each of its dates.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <numeric>
#include <ostream>
#include <tuple>
#include <vector>

#include <safegov/obligations.hpp>

namespace safegov {
namespace {

/// Rows by body: the rows of body b are rows[offsets[b]] to rows[offsets[b + 1]].
struct ByBody {
  std::vector<std::uint32_t> offsets;
  std::vector<std::uint32_t> rows;

  ByBody() = default;
  ByBody(const std::vector<BodyId>& bodies, std::size_t count) : offsets(count + 1), rows() {
    for (const BodyId body : bodies)
      if (body) ++offsets[body.index + 1];
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    rows.resize(offsets.back());
    std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
    for (std::uint32_t row = 0; row < bodies.size(); ++row)
      if (bodies[row]) rows[next[bodies[row].index]++] = row;
  }

  [[nodiscard]] std::span<const std::uint32_t> of(BodyId body) const {
    if (body.index + std::size_t{1} >= offsets.size()) return {};
    return {rows.data() + offsets[body.index], offsets[body.index + 1] - offsets[body.index]};
  }
};

/// Stable, by a number. Many are sorted digit by digit, which reads and writes each once a digit.
template <class T, class Key>
void sort_by(std::vector<T>& items, Key&& key) {
  constexpr unsigned bits = 11;
  if (items.size() < (1U << bits)) {
    std::ranges::stable_sort(items, {}, key);
    return;
  }
  const auto digit = [&](const T& item, unsigned shift) {
    // The order of negative numbers is that of all with the highest bit turned over.
    return ((static_cast<std::uint32_t>(key(item)) ^ 0x8000'0000U) >> shift) & ((1U << bits) - 1);
  };
  std::vector<T> sorted(items.size());
  for (unsigned shift = 0; shift < 32; shift += bits) {
    std::array<std::uint32_t, (1U << bits) + 1> next{};
    for (const T& item : items) ++next[digit(item, shift) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    for (const T& item : items) sorted[next[digit(item, shift)]++] = item;
    items.swap(sorted);
  }
}

}  // namespace

struct Obligations::Columns {
  Columns(Partnership p, const ExpandOptions& o) : partnership(std::move(p)), options(o) {}

  static constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

  Partnership partnership;
  ExpandOptions options;
  std::vector<std::int32_t> first, last, received;
  std::vector<std::uint8_t> dated;
  std::vector<DeadlineKind> kind;
  std::vector<PromiseId> promise;
  std::vector<std::uint32_t> number;
  std::vector<PlanId> plan;
  std::vector<ObjectiveId> objective;
  std::vector<ActionId> action;
  std::vector<BodyId> from, to, lead;
  ByBody owed_by, owed_to;
  std::vector<Happening> happenings, exceptions, meeting_happenings;
  std::vector<std::uint32_t> row_of;  // by the deadline's place in the partnership's table

  [[nodiscard]] bool has(const ResolvedPromise& p) const {
    if (options.promised_by && p.since && *options.promised_by < *p.since) return false;
    return options.of.empty() || std::ranges::count(options.of, p.plan) != 0;
  }

  void resize(std::size_t rows, std::size_t deadlines) {
    const auto all = [rows](auto&... column) { (column.resize(rows), ...); };
    all(first, last, kind, promise, number, plan, objective, action, from, to, lead);
    row_of.assign(deadlines, no_row);
    dated.resize((rows + 7) / 8);
  }

  void put(std::size_t row, PromiseId id, const ResolvedPromise& p, std::uint32_t n,
           const Deadline& deadline) {
    const auto days = days_of(id, n, deadline);
    if (days) dated[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
    first[row] = days ? days->first().days() : no_day;
    last[row] = days ? days->last().days() : no_day;
    kind[row] = deadline.kind;
    promise[row] = id;
    number[row] = n;
    plan[row] = p.plan;
    objective[row] = p.objective;
    action[row] = p.action;
    from[row] = p.from;
    to[row] = p.to;
    lead[row] = p.lead;
  }

  std::optional<DateRange> days_of(PromiseId id, std::uint32_t n, const Deadline& deadline) const {
    const MeetingId meeting = partnership.meeting_of({id, n});
    return meeting ? partnership[meeting].scheduled.range : deadline.range;
  }

  std::uint32_t row_of_subject(const Subject& s) const {
    return row_of[partnership.promises()[s.promise.index].first_deadline + s.number];
  }

  void add_happenings() {
    const auto records = partnership.records();
    const auto resolved = partnership.resolved_records();
    std::vector<std::int32_t> retracted(records.size(), no_day);
    for (std::size_t i = 0; i < records.size(); ++i)
      if (const auto target = resolved[i].retracts)
        retracted[*target] = std::min(retracted[*target], recorded_on(records[i]));
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      if (resolved[i].retracts) continue;
      const auto* subject = std::get_if<Subject>(&resolved[i].about);
      const auto* meeting = std::get_if<MeetingId>(&resolved[i].about);
      if (!subject && !meeting) continue;
      if (subject && row_of_subject(*subject) == no_row) continue;
      const auto& until = resolved[i].until;
      Happening h{.row = subject ? row_of_subject(*subject) : meeting->index,
                  .record = i,
                  .kind = records[i].event.kind,
                  .quorum = records[i].quorum.value_or(Quorum::met),
                  .day = records[i].date->days(),
                  .recorded = recorded_on(records[i]),
                  .retracted = retracted[i],
                  .first = until ? until->first().days() : no_day,
                  .last = until ? until->last().days() : no_day,
                  .meeting = subject ? resolved[i].until_meeting : *meeting};
      (subject ? happenings : meeting_happenings).push_back(h);
    }
    const auto by_row_and_day = [](const Happening& h) {
      return std::tuple(h.row, h.day, h.record);
    };
    std::ranges::sort(meeting_happenings, {}, by_row_and_day);
    if (!meeting_happenings.empty()) add_meetings_to_rows();
    std::ranges::sort(happenings, {}, by_row_and_day);
    sum_up_receipts();
  }

  /// To each row what happened to the meetings that it is, or comes to be, bound to.
  void add_meetings_to_rows() {
    std::vector<std::pair<std::uint32_t, MeetingId>> bound;
    for (std::uint32_t row = 0; row < first.size(); ++row)
      if (const MeetingId meeting = partnership.meeting_of({promise[row], number[row]}))
        bound.emplace_back(row, meeting);
    for (const Happening& h : happenings)
      if (h.meeting) bound.emplace_back(h.row, h.meeting);
    std::ranges::sort(bound);
    bound.erase(std::unique(bound.begin(), bound.end()), bound.end());
    for (const auto& [row, meeting] : bound)
      for (Happening h : of(meeting_happenings, meeting.index)) {
        h.row = row;
        happenings.push_back(h);
      }
  }

  /// The part of a list that is sorted by row which is about one row.
  static std::span<const Happening> of(std::span<const Happening> all, std::size_t row) {
    // Not equal_range: clang 14 cannot compile the range it returns.
    const auto row_of = [](const Happening& h) { return std::size_t{h.row}; };
    const auto first = std::ranges::lower_bound(all, row, {}, row_of);
    return {first, std::ranges::upper_bound(first, all.end(), row, {}, row_of)};
  }

  static std::int32_t recorded_on(const Record& record) {
    return record.recorded ? record.recorded->days() : record.date->days();
  }

  /// One receipt, written down on its day, of a row with days: nearly all rows that have any
  /// record.
  void sum_up_receipts() {
    received.assign(first.size(), no_day);
    for (const Happening& h : happenings) {
      const bool plain = received[h.row] == no_day && h.kind == RecordKind::received &&
                         h.recorded == h.day && h.retracted == no_day &&
                         kind[h.row] == DeadlineKind::dated;
      received[h.row] = plain ? h.day : many;
    }
    std::ranges::copy_if(happenings, std::back_inserter(exceptions),
                         [&](const Happening& h) { return received[h.row] == many; });
  }
};

Obligations expand_obligations(const Partnership& partnership, const ExpandOptions& options) {
  struct Entry {
    std::int32_t last;
    std::uint32_t deadline;  // its place in the partnership's table
  };
  const auto promises = partnership.promises();
  auto columns = std::make_shared<Obligations::Columns>(partnership, options);
  std::vector<Entry> order;
  order.reserve(promises.size());  // most have one date
  std::size_t all = 0;
  for (std::uint32_t p = 0; p < promises.size(); ++p) {
    const auto deadlines = partnership.deadlines({p});
    all += deadlines.size();
    if (!columns->has(promises[p])) continue;
    for (std::uint32_t n = 0; n < deadlines.size(); ++n) {
      const auto days = columns->days_of({p}, n, deadlines[n]);
      order.push_back(
          {days ? days->last().days() : Obligations::no_day, promises[p].first_deadline + n});
    }
  }
  // Promises are numbered in the order written, so this is also the order of plan and action.
  sort_by(order, [](const Entry& e) { return e.last; });

  columns->resize(order.size(), all);
  for (std::uint32_t row = 0; row < order.size(); ++row) columns->row_of[order[row].deadline] = row;
  // Promises in their own order: each is much larger than what is written of it.
  for (std::uint32_t p = 0; p < promises.size(); ++p) {
    if (!columns->has(promises[p])) continue;
    const auto deadlines = partnership.deadlines({p});
    for (std::uint32_t n = 0; n < deadlines.size(); ++n)
      columns->put(columns->row_of[promises[p].first_deadline + n], {p}, promises[p], n,
                   deadlines[n]);
  }
  columns->owed_by = ByBody(columns->from, partnership.bodies().size());
  columns->owed_to = ByBody(columns->to, partnership.bodies().size());
  columns->add_happenings();
  return Obligations(std::move(columns));
}

Obligations::Obligations(std::shared_ptr<const Columns> columns) noexcept
    : columns_(std::move(columns)) {}

std::size_t Obligations::size() const noexcept { return columns_->first.size(); }
std::span<const std::int32_t> Obligations::first() const noexcept { return columns_->first; }
std::span<const std::int32_t> Obligations::last() const noexcept { return columns_->last; }
std::span<const std::uint8_t> Obligations::dated() const noexcept { return columns_->dated; }
std::span<const DeadlineKind> Obligations::kind() const noexcept { return columns_->kind; }
std::span<const PromiseId> Obligations::promise() const noexcept { return columns_->promise; }
std::span<const std::uint32_t> Obligations::number() const noexcept { return columns_->number; }
std::span<const PlanId> Obligations::plan() const noexcept { return columns_->plan; }
std::span<const ObjectiveId> Obligations::objective() const noexcept { return columns_->objective; }
std::span<const ActionId> Obligations::action() const noexcept { return columns_->action; }
std::span<const BodyId> Obligations::from() const noexcept { return columns_->from; }
std::span<const BodyId> Obligations::to() const noexcept { return columns_->to; }
std::span<const BodyId> Obligations::lead() const noexcept { return columns_->lead; }
const Partnership& Obligations::partnership() const noexcept { return columns_->partnership; }
std::span<const PlanId> Obligations::of() const noexcept { return columns_->options.of; }

std::span<const std::uint32_t> Obligations::owed_by(BodyId body) const noexcept {
  return columns_->owed_by.of(body);
}
std::span<const std::uint32_t> Obligations::owed_to(BodyId body) const noexcept {
  return columns_->owed_to.of(body);
}
std::span<const std::int32_t> Obligations::received() const noexcept { return columns_->received; }
std::span<const Obligations::Happening> Obligations::happenings() const noexcept {
  return columns_->happenings;
}
std::span<const Obligations::Happening> Obligations::exceptions() const noexcept {
  return columns_->exceptions;
}
std::span<const Obligations::Happening> Obligations::happenings(std::size_t row) const noexcept {
  return Columns::of(columns_->happenings, row);
}
std::span<const Obligations::Happening> Obligations::happenings(MeetingId meeting) const noexcept {
  return Columns::of(columns_->meeting_happenings, meeting.index);
}

std::optional<std::size_t> Obligations::find(std::string_view id) const {
  const auto subject = partnership().find_obligation(id);
  if (!subject) return {};
  return row_of(*subject);
}

std::optional<std::size_t> Obligations::row_of(const Subject& obligation) const noexcept {
  const std::uint32_t row = columns_->row_of_subject(obligation);
  return row == Columns::no_row ? std::nullopt : std::optional<std::size_t>(row);
}

namespace {
const Body* body_or_null(const Partnership& partnership, BodyId id) {
  return id ? &partnership[id] : nullptr;
}
}  // namespace

std::string Obligation::id() const {
  const auto& promises = owed_->partnership().promises();
  return promises[owed_->promise()[row_].index].id + "@" + deadline_key(due());
}
const Plan& Obligation::plan() const noexcept { return owed_->partnership()[owed_->plan()[row_]]; }
const Objective& Obligation::objective() const noexcept {
  return owed_->partnership()[owed_->objective()[row_]];
}
const Action& Obligation::action() const noexcept {
  return owed_->partnership()[owed_->action()[row_]];
}
const Promise& Obligation::promise() const noexcept {
  return owed_->partnership()[owed_->promise()[row_]];
}
const Body* Obligation::from() const noexcept {
  return body_or_null(owed_->partnership(), owed_->from()[row_]);
}
const Body* Obligation::to() const noexcept {
  return body_or_null(owed_->partnership(), owed_->to()[row_]);
}
const Body* Obligation::lead() const noexcept {
  return body_or_null(owed_->partnership(), owed_->lead()[row_]);
}
const Deadline& Obligation::due() const noexcept {
  return owed_->partnership().deadlines(owed_->promise()[row_])[owed_->number()[row_]];
}
std::optional<DateRange> Obligation::days() const noexcept {
  if (owed_->kind()[row_] != DeadlineKind::dated) return {};
  return DateRange(Date::from_days(owed_->first()[row_]), Date::from_days(owed_->last()[row_]));
}
MeetingId Obligation::meeting() const noexcept {
  return owed_->partnership().meeting_of({owed_->promise()[row_], owed_->number()[row_]});
}
Span Obligation::where() const {
  const Promise& written = promise();
  return owed_->partnership().where(written, written.due.empty() ? "what" : "due");
}

std::ostream& operator<<(std::ostream& out, const Obligation& o) {
  out << o.id() << "  " << o.what();
  if (o.from()) out << "  from " << o.from()->id;
  if (o.to()) out << " to " << o.to()->id;
  if (o.due().kind == DeadlineKind::undated) return out << "  undated";
  return out << "  due " << o.due().text;
}

}  // namespace safegov
