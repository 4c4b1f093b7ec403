// The timetable of known meetings and lines: built once, asked by every sweep.
// SPDX-License-Identifier: Apache-2.0

#include "network/timetable.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace safegov {

template <>
std::span<const std::string_view> words_of<Way>() {
  static constexpr std::array<std::string_view, 3> words{"known", "no_meeting", "no_line"};
  return words;
}

std::string_view to_string(Way way) noexcept {
  return words_of<Way>()[static_cast<std::size_t>(way)];
}

namespace {

using namespace internal;

/// Builds the tables of a timetable, body by body.
class Builder {
 public:
  Builder(const Obligations& obligations, const TimetableOptions& options)
      : data_{.obligations = obligations, .options = options},
        partnership_(data_.obligations.partnership()) {}

  Timetable::Data run() {
    add_meetings();
    add_lines();
    return std::move(data_);
  }

 private:
  using Days = std::tuple<std::int32_t, std::int32_t, MeetingId>;

  void add_meetings() {
    const auto bodies = static_cast<std::uint32_t>(partnership_.bodies().size());
    Chances possible, certain;
    bool exact = true;
    std::vector<Days> days;
    for (std::uint32_t body = 0; body < bodies; ++body) {
      possible.begin.push_back(static_cast<std::uint32_t>(possible.all.size()));
      certain.begin.push_back(static_cast<std::uint32_t>(certain.all.size()));
      days.clear();
      for (const Meeting& meeting : partnership_.meetings(BodyId{body})) add_days(meeting, days);
      data_.meetings += days.size();
      std::ranges::sort(days);
      papers_ = partnership_.bodies()[body].papers.value_or(0);
      for (const auto& [first, last, meeting] : days) {
        exact = exact && first == last;
        add_possible(possible, first, last, meeting);
        add_certain(certain, first, last, meeting);
      }
    }
    possible.begin.push_back(static_cast<std::uint32_t>(possible.all.size()));
    certain.begin.push_back(static_cast<std::uint32_t>(certain.all.size()));
    data_.chances[0] = std::move(possible);
    if (!exact) data_.chances[1] = std::move(certain);
  }

  void add_days(const Meeting& meeting, std::vector<Days>& days) const {
    const MeetingId id{static_cast<std::uint32_t>(&meeting - partnership_.meetings().data())};
    const MeetingStanding now = data_.stands(id);
    if (now.takes_place()) days.emplace_back(now.days.first().days(), now.days.last().days(), id);
  }

  /// At best a meeting is on any of its days: each is a chance.
  void add_possible(Chances& chances, std::int32_t first, std::int32_t last,
                    MeetingId meeting) const {
    const bool begun = chances.all.size() > chances.begin.back();
    if (begun) first = std::max(first, chances.all.back().last + 1);
    for (std::int32_t day = first; day <= last; ++day)
      chances.all.push_back({day, day, papers_by(day), meeting});
  }

  /// At worst it is over before what comes on its second day, and lets nothing go before its last.
  void add_certain(Chances& chances, std::int32_t first, std::int32_t last,
                   MeetingId meeting) const {
    while (chances.all.size() > chances.begin.back() && chances.all.back().last >= last)
      chances.all.pop_back();
    if (chances.all.size() > chances.begin.back() && chances.all.back().first == first) return;
    chances.all.push_back({first, last, papers_by(first), meeting});
  }

  [[nodiscard]] std::int32_t papers_by(std::int32_t day) const {
    if (papers_ == 0) return day;
    return add_working_days(partnership_.calendar(), Date::from_days(day), -papers_).days();
  }

  /// Who took over from whom, by the body that is gone; of several the first as written.
  std::map<BodyId, std::pair<BodyId, std::int32_t>> successions() const {
    std::map<BodyId, std::pair<BodyId, std::int32_t>> after;
    const auto bodies = partnership_.bodies();
    for (std::uint32_t i = 0; i < bodies.size(); ++i)
      for (const Succession& succession : bodies[i].succeeds) {
        const BodyId before = partnership_.find_body(succession.body.id);
        const auto& until = bodies[before.index].until;
        if (!until) continue;
        const std::int32_t gone = until->days() + 1;
        after.try_emplace(before, BodyId{i},
                          succession.from ? std::max(gone, succession.from->days()) : gone);
      }
    return after;
  }

  void add_lines() {
    const auto bodies = partnership_.bodies();
    const auto after = successions();
    std::vector<LineIn> lines;
    const auto add = [&](std::uint32_t from, const std::vector<Line>& written) {
      for (const Line& line : written) {
        LineIn in{.from_body = from,
                  .from = line.from ? line.from->days() : -never,
                  .until = line.until ? line.until->days() : never,
                  .to_body = partnership_.find_body(line.to.id).index,
                  .line = &line};
        lines.push_back(in);
        // A line to a body that is gone leads to who succeeds it, as it does in the network.
        auto next = after.find(BodyId{in.to_body});
        for (std::size_t steps = 0; next != after.end() && steps <= after.size(); ++steps) {
          in.to_body = next->second.first.index;
          in.from = std::max(in.from, next->second.second);
          if (in.until < in.from) break;
          lines.push_back(in);
          next = after.find(BodyId{in.to_body});
        }
      }
    };
    for (std::uint32_t from = 0; from < bodies.size(); ++from) {
      add(from, bodies[from].reports_to);
      if (data_.options.escalations) add(from, bodies[from].escalates_to);
    }
    std::ranges::stable_sort(lines, {}, &LineIn::to_body);
    for (const LineIn& line : lines) {
      data_.lines_begin.resize(line.to_body + 1, static_cast<std::uint32_t>(data_.lines.size()));
      data_.lines.push_back(line);
    }
    data_.lines_begin.resize(bodies.size() + 1, static_cast<std::uint32_t>(data_.lines.size()));
  }

  Timetable::Data data_;
  const Partnership& partnership_;
  int papers_ = 0;
};

}  // namespace

Timetable::Timetable(const Obligations& obligations, const TimetableOptions& options)
    : data_(std::make_shared<const Data>(Builder(obligations, options).run())) {}

const Partnership& Timetable::partnership() const noexcept {
  return data_->obligations.partnership();
}
std::size_t Timetable::meetings() const noexcept { return data_->meetings; }
std::size_t Timetable::lines() const noexcept { return data_->lines.size(); }

std::size_t Timetable::connections() const noexcept {
  std::size_t sum = 0;
  for (std::uint32_t i = 0; i + 1 < data_->lines_begin.size(); ++i)
    sum += data_->reckoned(Reckoning::possible).of({i}).size() * data_->lines_to({i}).size();
  return sum;
}

std::vector<Way> Timetable::ways(BodyId to) const {
  const internal::Chances& chances = data_->reckoned(Reckoning::possible);
  std::vector<Way> ways(partnership().bodies().size(), Way::no_line);
  std::vector<BodyId> reached;
  // First the ways of which every body meets; what can be reached besides lacks a meeting.
  const auto reach = [&](BodyId body, Way way) {
    if (way == Way::known && chances.of(body).empty()) return;
    if (ways[body.index] <= way) return;
    ways[body.index] = way;
    reached.push_back(body);
  };
  for (const Way way : {Way::known, Way::no_meeting}) {
    reach(to, way);
    for (std::size_t i = 0; i < reached.size(); ++i)
      for (const LineIn& line : data_->lines_to(reached[i])) reach({line.from_body}, way);
  }
  return ways;
}

}  // namespace safegov
