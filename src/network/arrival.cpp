// When concerns arrive: one sweep from the meetings that hear them, back along the lines.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/arrival.hpp>

#include "network/timetable.hpp"

namespace safegov {

namespace {

using namespace internal;

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
