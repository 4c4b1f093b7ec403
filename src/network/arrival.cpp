// When concerns arrive: one sweep from the meetings that hear them, back along the lines.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <tuple>

#include <safegov/arrival.hpp>
#include <safegov/meetings.hpp>

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

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

/// A chance to be heard: what is raised by `first` and whose paper is in by `papers_by` leaves the
/// meeting on `last`. Where the day is known, `first` and `last` are that day.
struct Chance {
  std::int32_t first = 0, last = 0, papers_by = 0;
  MeetingId meeting = {};
};

/// The chances of all bodies, one after the other. Those of a body ascend in `first` and `last`,
/// strictly: a chance that takes in earlier and lets go later than another is never better.
struct Chances {
  std::vector<std::uint32_t> begin;  ///< by body, and one more
  std::vector<Chance> all;

  [[nodiscard]] std::span<const Chance> of(BodyId body) const {
    return std::span(all).subspan(begin[body.index], begin[body.index + 1] - begin[body.index]);
  }
};

/// A line, by the body that it leads to: the one that it names, or who took over from it.
struct LineIn {
  std::uint32_t from_body = 0;
  std::int32_t from = 0, until = 0;  ///< in force, both days included
  std::uint32_t to_body = 0;
  const Line* line = nullptr;
};

}  // namespace

struct Timetable::Data {
  Obligations obligations;
  TimetableOptions options = {};
  std::array<Chances, 2> chances = {};  ///< by reckoning; the second empty if it is the same
  std::vector<std::uint32_t> lines_begin = {};  ///< by body, and one more
  std::vector<LineIn> lines = {};
  std::size_t meetings = 0;

  [[nodiscard]] MeetingStanding stands(MeetingId meeting) const {
    return standing(obligations, meeting, options.as_at.value_or(Date(9999, 12, 31)),
                    options.known_at);
  }
  [[nodiscard]] const Chances& reckoned(Reckoning reckoning) const {
    return chances[chances[1].begin.empty() ? 0 : static_cast<std::size_t>(reckoning)];
  }
  [[nodiscard]] std::span<const LineIn> lines_to(BodyId body) const {
    return std::span(lines).subspan(lines_begin[body.index],
                                    lines_begin[body.index + 1] - lines_begin[body.index]);
  }
};

namespace {

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
  const Chances& chances = data_->reckoned(Reckoning::possible);
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

namespace {

/// By chance, when it is heard, and along which line it goes on.
struct Profile {
  std::vector<std::int32_t> heard;
  std::vector<const LineIn*> on_by;
};

/// From each meeting of `at`, earliest first, back along the lines: what a meeting hears had its
/// paper in on time, so of each body it is the chances up to some day, and those before are
/// settled. So every body needs but one mark of how far it is settled, and each chance is settled
/// once.
Profile sweep(const Timetable::Data& timetable, Reckoning reckoning, BodyId at) {
  struct Mark {
    std::uint32_t next = 0;
    std::int32_t leaves = never;  ///< when that chance lets go
  };
  struct Settled {
    std::uint32_t body, chance;
  };
  const Chances& chances = timetable.reckoned(reckoning);
  const std::vector<Chance>& all = chances.all;
  Profile profile{std::vector<std::int32_t>(all.size(), never),
                  std::vector<const LineIn*>(all.size(), nullptr)};
  std::vector<Mark> marks(chances.begin.size() - 1);
  for (std::uint32_t body = 0; body < marks.size(); ++body) {
    const std::uint32_t first = chances.begin[body];
    if (first < chances.begin[body + 1] && body != at.index) marks[body] = {first, all[first].last};
  }
  std::vector<Settled> settled;
  settled.reserve(all.size());
  std::size_t seen = 0;
  for (std::uint32_t top = chances.begin[at.index]; top < chances.begin[at.index + 1]; ++top) {
    const std::int32_t heard = all[top].last;
    profile.heard[top] = heard;
    settled.push_back({at.index, top});
    for (; seen < settled.size(); ++seen) {
      const auto [body, number] = settled[seen];
      const Chance& chance = all[number];
      for (const LineIn& line : timetable.lines_to({body})) {
        if (chance.first < line.from || line.until < chance.last) continue;
        Mark& mark = marks[line.from_body];
        while (mark.leaves <= chance.papers_by) {
          profile.heard[mark.next] = heard;
          profile.on_by[mark.next] = &line;
          settled.push_back({line.from_body, mark.next});
          ++mark.next;
          mark.leaves = mark.next < chances.begin[line.from_body + 1] ? all[mark.next].last : never;
        }
      }
    }
  }
  return profile;
}

}  // namespace

struct Arrivals::Data {
  Timetable timetable;
  BodyId at;
  std::array<Profile, 2> profiles = {};  ///< by reckoning, as the chances

  struct View {
    std::span<const Chance> chances;
    std::span<const std::int32_t> heard;

    /// The number of the first chance for what is raised on that day; how many there are if none.
    [[nodiscard]] std::size_t first_after(std::int32_t raised) const {
      const auto found = std::ranges::lower_bound(chances, raised, {}, &Chance::first);
      return static_cast<std::size_t>(found - chances.begin());
    }
  };

  [[nodiscard]] const Profile& profile(Reckoning reckoning) const {
    return profiles[profiles[1].heard.empty() ? 0 : static_cast<std::size_t>(reckoning)];
  }
  [[nodiscard]] View view(BodyId body, Reckoning reckoning) const {
    const Chances& all = timetable.data_->reckoned(reckoning);
    const auto chances = all.of(body);
    return {chances,
            std::span(profile(reckoning).heard).subspan(all.begin[body.index], chances.size())};
  }
};

Arrivals::Arrivals(const Timetable& timetable, BodyId at) {
  Data data{.timetable = timetable, .at = at};
  data.profiles[0] = sweep(*timetable.data_, Reckoning::possible, at);
  if (!timetable.data_->chances[1].begin.empty())
    data.profiles[1] = sweep(*timetable.data_, Reckoning::certain, at);
  data_ = std::make_shared<const Data>(std::move(data));
}

const Timetable& Arrivals::timetable() const noexcept { return data_->timetable; }
BodyId Arrivals::at() const noexcept { return data_->at; }

Arrival Arrivals::of(BodyId body, Date raised) const {
  const auto reckon = [&](Reckoning reckoning) -> std::optional<Date> {
    const auto view = data_->view(body, reckoning);
    const std::size_t chance = view.first_after(raised.days());
    if (chance == view.heard.size() || view.heard[chance] == never) return {};
    return Date::from_days(view.heard[chance]);
  };
  return {reckon(Reckoning::possible), reckon(Reckoning::certain)};
}

std::vector<JourneyStep> Arrivals::journey(BodyId body, Date raised, Reckoning reckoning) const {
  const Timetable::Data& timetable = *data_->timetable.data_;
  const Chances& chances = timetable.reckoned(reckoning);
  const Profile& profile = data_->profile(reckoning);
  const auto view = data_->view(body, reckoning);
  const std::size_t first = view.first_after(raised.days());
  if (first == view.heard.size() || view.heard[first] == never) return {};
  std::vector<JourneyStep> steps;
  const Chance* now = &view.chances[first];
  for (const LineIn* by = nullptr;;) {
    steps.push_back({now->meeting, timetable.stands(now->meeting).days, Date::from_days(now->last),
                     by == nullptr ? nullptr : by->line});
    by = profile.on_by[static_cast<std::size_t>(now - chances.all.data())];
    if (by == nullptr) return steps;
    // Settled by some meeting of the next body: the first that takes the paper is as good.
    const auto next = chances.of(BodyId{by->to_body});
    now = &*std::ranges::partition_point(next, [&](const Chance& chance) {
      return chance.papers_by < now->last || chance.first < by->from;
    });
  }
}

Arrival Arrivals::latest(BodyId body, Date by) const {
  const auto reckon = [&](Reckoning reckoning) -> std::optional<Date> {
    const auto view = data_->view(body, reckoning);
    const auto heard = std::ranges::upper_bound(view.heard, by.days()) - view.heard.begin();
    if (heard == 0) return {};
    return Date::from_days(view.chances[static_cast<std::size_t>(heard) - 1].first);
  };
  return {reckon(Reckoning::possible), reckon(Reckoning::certain)};
}

Spread Arrivals::spread(BodyId body, DateRange raised, Reckoning reckoning) const {
  const auto view = data_->view(body, reckoning);
  // The days up to a chance and after the one before wait for it: consecutive numbers of days.
  struct Wait {
    std::int32_t least, most;
  };
  std::vector<Wait> waits;
  Spread spread;
  std::int32_t day = raised.first().days();
  const std::int32_t last = raised.last().days();
  for (std::size_t i = view.first_after(day); i < view.heard.size() && day <= last; ++i) {
    if (view.heard[i] == never) break;
    const std::int32_t until = std::min(view.chances[i].first, last);
    waits.push_back({view.heard[i] - until, view.heard[i] - day});
    spread.arriving += until - day + 1;
    if (!spread.worst || *spread.worst < waits.back().most) {
      spread.worst = waits.back().most;
      spread.worst_on = Date::from_days(day);
    }
    day = until + 1;
  }
  if (spread.arriving == 0) return spread;
  const auto within = [&](std::int32_t days) {
    std::int32_t count = 0;
    for (const Wait& wait : waits)
      count += std::clamp(days - wait.least + 1, 0, wait.most - wait.least + 1);
    return count;
  };
  std::int32_t low = 0, high = *spread.worst;
  while (low < high) {
    const std::int32_t middle = low + (high - low) / 2;
    if (2 * within(middle) >= spread.arriving)
      high = middle;
    else
      low = middle + 1;
  }
  spread.median = low;
  return spread;
}

ArrivalReport arrival(const Arrivals& arrivals, Date raised, BodyId body) {
  const Date end(9999, 12, 31);
  const Date last = raised.year() == end.year() ? end : add_days(add_months(raised, 12), -1);
  ArrivalReport report{.at = arrivals.at(), .raised = raised, .over = {raised, last}};
  const std::vector<Way> ways = arrivals.timetable().ways(arrivals.at());
  for (std::uint32_t i = 0; i < ways.size(); ++i) {
    if (body && body.index != i) continue;
    const BodyId from{i};
    report.rows.push_back(
        {.body = from,
         .way = ways[i],
         .arrival = arrivals.of(from, raised),
         .possible = arrivals.journey(from, raised, Reckoning::possible),
         .certain = arrivals.journey(from, raised, Reckoning::certain),
         .possible_spread = arrivals.spread(from, report.over, Reckoning::possible),
         .certain_spread = arrivals.spread(from, report.over, Reckoning::certain)});
  }
  return report;
}

AssuranceReport assurance(const Arrivals& arrivals, Date as_at) {
  AssuranceReport report{.at = arrivals.at(), .as_at = as_at};
  const std::vector<Way> ways = arrivals.timetable().ways(arrivals.at());
  for (std::uint32_t i = 0; i < ways.size(); ++i)
    if (i != arrivals.at().index)
      report.rows.push_back({{i}, ways[i], arrivals.latest({i}, as_at)});
  return report;
}

}  // namespace safegov
