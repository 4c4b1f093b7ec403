// When the top hears of what was recorded somewhere below it.
// SPDX-License-Identifier: Apache-2.0

#include "network/hearings.hpp"

#include <algorithm>

namespace safegov::internal {
namespace {

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

}  // namespace

Hearings::Hearings(const Assessment& assessment, const Network& now, DateRange looked_at)
    : owed_(assessment.obligations()), now_(now), looked_at_(looked_at) {
  const Partnership& partnership = owed_.partnership();
  declared_ = partnership.find_body(partnership.arrangements().top.id);
  if (!now_.top()) return;
  const Timetable timetable(
      owed_, {.as_at = assessment.as_at(), .known_at = assessment.options().known_at});
  add(timetable, declared_);
  if (now_.top() != declared_) add(timetable, now_.top());
}

void Hearings::judge(Claim& claim, Date day) {
  if (!now_.top() || !claim.at) return;  // not known
  if (claim.at == top_on(day))
    claim.heard = {day, day};
  else
    for (const auto& [arrivals, ways] : tops_) {
      const Arrival arrival = arrivals.of(claim.at, day);
      claim.heard = {earlier(claim.heard.possible, arrival.possible),
                     earlier(claim.heard.certain, arrival.certain)};
    }
  claim.hearing = hearing(claim);
}

void Hearings::add(const Timetable& timetable, BodyId top) {
  tops_.emplace_back(Arrivals(timetable, top), timetable.ways(top));
}

BodyId Hearings::top_on(Date day) {
  if (now_.top() == declared_) return declared_;
  const auto known = top_on_.find(day);
  if (known != top_on_.end()) return known->second;
  return top_on_[day] = network_of(owed_, day).top();
}

bool Hearings::has_line(BodyId body) const {
  const BodyId holder = now_.holder_of(body);
  return (holder && now_.depth(holder)) || std::ranges::any_of(tops_, [&](const auto& top) {
           return top.second[body.index] != Way::no_line;
         });
}

Hearing Hearings::hearing(const Claim& claim) const {
  const auto& [possible, certain] = claim.heard;
  if (!possible) return has_line(claim.at) ? Hearing::not_known : Hearing::no_line;
  if (*possible > looked_at_.last()) return Hearing::not_yet;
  if (certain && *certain < looked_at_.first()) return Hearing::before;
  const bool within = *possible >= looked_at_.first() && certain && *certain <= looked_at_.last();
  return within ? Hearing::heard : Hearing::maybe;
}

}  // namespace safegov::internal
