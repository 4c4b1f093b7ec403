// How often a body meets, and who comes: declared against held.
// SPDX-License-Identifier: Apache-2.0

#include "registers/meetings_held.hpp"

#include <algorithm>
#include <map>
#include <string>

#include <safegov/deadline.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"

namespace safegov::internal {
namespace {

constexpr int year = 365;

/// The minutes that are known, of each body: by date, then as written.
struct ByBody {
  std::map<BodyId, std::vector<const Minutes*>> held = {};
};

std::string per_year(const Cadence& cadence) {
  if (cadence.least == cadence.most) return std::to_string(cadence.least);
  if (cadence.most == 0) return "at least " + std::to_string(cadence.least);
  return std::to_string(cadence.least) + " to " + std::to_string(cadence.most);
}

struct Gap {
  int days = 0;
  const Minutes* before = nullptr;
  const Minutes* after = nullptr;
};

Gap longest_gap(const std::vector<const Minutes*>& held) {
  Gap longest;
  for (std::size_t i = 1; i < held.size(); ++i) {
    const int days = held[i]->date->days() - held[i - 1]->date->days();
    if (days > longest.days) longest = {days, held[i - 1], held[i]};
  }
  return longest;
}

/// How often each agency came, over the meetings that have a table.
void measure_agencies(const std::vector<const Minutes*>& held, RowLook& look) {
  std::map<std::string, std::pair<int, int>> of;
  std::vector<std::string> order;
  int tables = 0;
  for (const Minutes* minutes : held) {
    if (minutes->attendance.empty()) continue;
    ++tables;
    std::map<std::string, bool> there;
    for (const Attendance& line : minutes->attendance) there[line.counted_to()] |= line.there();
    for (const Attendance& line : minutes->attendance)
      if (!of.contains(line.counted_to())) {
        of[line.counted_to()];
        order.push_back(line.counted_to());
      }
    for (const auto& [agency, came] : there) {
      of[agency].first += came ? 1 : 0;
      ++of[agency].second;
    }
  }
  if (tables < 2) return;
  std::string text;
  for (const std::string& agency : order)
    text += (text.empty() ? "" : ", ") + agency + " " + std::to_string(of[agency].first) + " of " +
            std::to_string(of[agency].second);
  look.measure("over " + counted(tables, "meeting"), text);
}

void measure_schedule(const Body& body, const std::vector<const Minutes*>& held, RowLook& look) {
  const Partnership& partnership = look.partnership();
  long long over = 0, with_minutes = 0;
  for (const Meeting& meeting : partnership.meetings(partnership.find_body(body.id))) {
    if (meeting.scheduled.range->last() > look.as_at()) continue;
    ++over;
    const MeetingId own{static_cast<std::uint32_t>(&meeting - partnership.meetings().data())};
    with_minutes += std::ranges::any_of(held, [&](const Minutes* m) {
      return !m->meeting.empty() && partnership.find_meeting(body.id + " of " + m->meeting) == own;
    });
  }
  if (over != 0) look.measure("scheduled meetings with minutes", with_minutes, over);
}

}  // namespace

bool is_known(const Minutes& minutes, const RowLook& look) {
  return minutes.date && *minutes.date <= look.as_at() &&
         (!look.known_at() || minutes.recorded.value_or(*minutes.date) <= *look.known_at());
}

std::vector<const Minutes*> held_by(const Body& body, RowLook& look) {
  const Partnership& partnership = look.partnership();
  const ByBody& all = look.once([&] {
    ByBody found;
    for (const Minutes& minutes : partnership.list<Minutes>())
      if (minutes.kind == MinutesKind::minutes && is_known(minutes, look))
        found.held[partnership.find_body(minutes.body.id)].push_back(&minutes);
    for (auto& [id, held] : found.held)
      std::ranges::stable_sort(held, {}, [](const Minutes* m) { return *m->date; });
    return found;
  });
  const auto own = all.held.find(partnership.find_body(body.id));
  return own == all.held.end() ? std::vector<const Minutes*>() : own->second;
}

void look_at_cadence(const Body& body, const std::vector<const Minutes*>& held, RowLook& look) {
  measure_agencies(held, look);
  measure_schedule(body, held, look);
  const Minutes& last = *held.back();
  // The year up to the date that is asked about, if there are minutes from before it.
  const Date from = add_days(look.as_at(), 1 - year);
  const auto in_year =
      std::ranges::count_if(held, [&](const Minutes* m) { return *m->date >= from; });
  std::string text =
      "minutes of " + counted(in_year, "meeting") + " in the year to " + in_words(look.as_at());
  const auto cadence = parse_cadence(body.meets);
  if (cadence && cadence->kind == Cadence::Kind::ambiguous)
    text += "; " + in_quotes(body.meets) + " can mean " + std::to_string(cadence->least) + " or " +
            std::to_string(cadence->most);
  else if (cadence && cadence->kind == Cadence::Kind::irregular)
    text += "; " + in_quotes(body.meets) + " does not say how often";
  else if (cadence)
    text += "; " + per_year(*cadence) + " by " + in_quotes(body.meets);
  look.measure("how often", text);
  const Gap gap = longest_gap(held);
  if (gap.after != nullptr)
    look.measure("longest gap", counted(gap.days, "day") + ", " + in_words(*gap.before->date) +
                                    " to " + in_words(*gap.after->date));
  if (!cadence || cadence->kind == Cadence::Kind::ambiguous || cadence->least < 1) return;
  const auto say = [&](const Minutes& at, std::string message) {
    auto& d =
        look.report(codes::diagnose(codes::meets_less_often, std::move(message), {},
                                    "add the minutes that are missing, or ask why it did not meet"),
                    at, "date");
    look.relate(d, body, "meets", "how often it meets");
  };
  if (*held.front()->date < from && in_year < cadence->least)
    say(last, "'" + body.label() + "' has minutes of " + counted(in_year, "meeting") +
                  " in the year to " + in_words(look.as_at()) + ", and is to meet " +
                  per_year(*cadence) + (cadence->least == 1 ? " time" : " times"));
  // Half as long again as the spacing is no slip of a week or two.
  const int spacing = year / cadence->least;
  if (gap.after != nullptr && gap.days * 2 > spacing * 3)
    say(*gap.after, "'" + body.label() + "' has no minutes from " + in_words(*gap.before->date) +
                        " to " + in_words(*gap.after->date) + ", " + counted(gap.days, "day") +
                        "; it is to meet every " + counted(spacing, "day") + " or so");
}

}  // namespace safegov::internal
