// When the top hears of what was recorded somewhere below it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <safegov/arrival.hpp>
#include <safegov/coverage.hpp>
#include <safegov/network.hpp>

namespace safegov::internal {

/// Who hears for the top, and when: every record is held against this.
class Hearings {
 public:
  Hearings(const Assessment& assessment, const Network& now, DateRange looked_at);

  /// What became of something that was with `claim.at` on a day.
  void judge(Claim& claim, Date day);

 private:
  void add(const Timetable& timetable, BodyId top);
  /// The one that is declared, until it has ended and others take over.
  BodyId top_on(Date day);
  [[nodiscard]] bool has_line(BodyId body) const;
  [[nodiscard]] Hearing hearing(const Claim& claim) const;

  const Obligations& owed_;
  const Network& now_;
  DateRange looked_at_;
  BodyId declared_ = {};
  std::vector<std::pair<Arrivals, std::vector<Way>>> tops_;
  std::map<Date, BodyId> top_on_;
};

}  // namespace safegov::internal
