// Holds a quorum against who was there.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <safegov/quorum.hpp>

#include "base/text.hpp"
#include "model/places.hpp"

namespace safegov {
namespace {

using namespace internal;

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::string in_words(const QuorumSeat& seat) {
  std::string all;
  for (const BodyRef& body : seat.any_of) all += (all.empty() ? "" : " or ") + body.id;
  return all;
}

class Count {
 public:
  Count(const QuorumRule& rule, const Body& body, std::span<const Body> bodies, Date day,
        const Roll& roll)
      : rule_(rule), body_(body), bodies_(bodies), day_(day), roll_(roll) {}

  QuorumAnswer run() const {
    if (roll_.asked == 0) return {Quoracy::unknown, "nothing is known of who was there"};
    QuorumAnswer answer{Quoracy::met, {}};
    for (const QuorumClause& clause : rule_.clauses) {
      if (!answer.why.empty()) answer.why += "; ";
      const bool met = clause.seats.empty() ? judge_members(clause, answer.why)
                                            : judge_seats(clause, answer.why);
      if (!met) answer.is = Quoracy::not_met;
    }
    if (!rule_.substitutes_count &&
        std::ranges::any_of(roll_.there, [](const Presence& p) { return p.substitute; }))
      answer.why += "; substitutes do not count";
    if (rule_.chair_may_declare && answer.is == Quoracy::not_met)
      answer.why += "; the chair may declare it";
    return answer;
  }

 private:
  bool is_there(const BodyRef& place) const {
    // Nearly always by its own name; successions take longer to follow.
    const auto is_named = [&](const Presence& p) {
      return (rule_.substitutes_count || !p.substitute) && (p.seat == place || p.agency == place);
    };
    if (std::ranges::any_of(roll_.there, is_named)) return true;
    return std::ranges::any_of(roll_.there, [&](const Presence& p) {
      return (rule_.substitutes_count || !p.substitute) &&
             (stands_for(bodies_, p.seat.id, place.id, day_) ||
              stands_for(bodies_, p.agency.id, place.id, day_));
    });
  }

  static bool say(const QuorumClause& clause, std::size_t there, std::size_t of,
                  const std::vector<std::string>& missing, std::string& why) {
    const std::size_t needed = clause.needed(of);
    why += clause.text + ": ";
    if (clause.need == QuorumNeed::all && !missing.empty() && missing.size() <= 4) {
      why += joined(missing) + (missing.size() == 1 ? " is missing" : " are missing");
    } else {
      why += std::to_string(there) + " of " + std::to_string(of) + " there";
      if (clause.need != QuorumNeed::all) why += ", " + std::to_string(needed) + " needed";
    }
    return there >= needed && needed > 0;
  }

  bool judge_seats(const QuorumClause& clause, std::string& why) const {
    std::size_t there = 0;
    std::vector<std::string> missing;
    for (const QuorumSeat& seat : clause.seats) {
      if (std::ranges::any_of(seat.any_of, [&](const BodyRef& b) { return is_there(b); }))
        ++there;
      else
        missing.push_back(in_words(seat));
    }
    return say(clause, there, clause.seats.size(), missing, why);
  }

  bool judge_members(const QuorumClause& clause, std::string& why) const {
    std::size_t there = 0, of = 0;
    std::vector<std::string> missing;
    for (const Seat& seat : body_.members) {
      if (!holds_on(seat, day_)) continue;
      ++of;
      if (is_there(seat.body))
        ++there;
      else
        missing.push_back(seat.body.id);
    }
    if (body_.members.empty()) {
      of = roll_.asked;
      for (const Presence& p : roll_.there)
        if (rule_.substitutes_count || !p.substitute) ++there;
    }
    return say(clause, there, of, missing, why);
  }

  const QuorumRule& rule_;
  const Body& body_;
  std::span<const Body> bodies_;
  Date day_;
  const Roll& roll_;
};

}  // namespace

std::size_t QuorumClause::needed(std::size_t n) const noexcept {
  const auto all = static_cast<long long>(n);
  switch (need) {
    case QuorumNeed::all:
      return n;
    case QuorumNeed::count:
      return static_cast<std::size_t>(count);
    case QuorumNeed::share:
      return static_cast<std::size_t>((all * count + of - 1) / of);
    case QuorumNeed::more_than:
      return static_cast<std::size_t>(all * count / of + 1);
  }
  return n;
}

QuorumAnswer quorum_on(const QuorumRule& rule, const Body& body, std::span<const Body> bodies,
                       Date day, const Roll& roll) {
  return Count(rule, body, bodies, day, roll).run();
}

}  // namespace safegov
