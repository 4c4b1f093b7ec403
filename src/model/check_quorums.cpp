// Holds the quorum of each body to what it may say.
// SPDX-License-Identifier: Apache-2.0

#include "model/check_quorums.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <safegov/quorum.hpp>

#include "base/text.hpp"
#include "model/findings.hpp"
#include "model/places.hpp"

namespace safegov::internal {
namespace {

class Quorums : private Findings {
 public:
  Quorums(const Partnership::Data& data, Diagnostics& found)
      : Findings(data.parts.provenance, found), data_(data) {}

  void run() {
    for (const Body& body : bodies())
      if (!body.quorum.empty()) take(body);
  }

 private:
  const std::vector<Body>& bodies() const { return data_.parts.arrangements.bodies; }

  Diagnostic& say(const codes::Known& code, const Body& body, std::string message,
                  std::string help) {
    return report(code, std::move(message), where(body, "quorum"),
                  "bodies[" + std::to_string(&body - bodies().data()) + "].quorum",
                  std::move(help));
  }

  void take(const Body& body) {
    ParsedQuorum parsed = parse_quorum(body.quorum);
    if (!parsed.rule) {
      say(codes::bad_quorum, body, std::move(parsed.problem), std::move(parsed.help));
      return;
    }
    for (const QuorumClause& clause : parsed.rule->clauses) check(body, clause);
  }

  void check(const Body& body, const QuorumClause& clause) {
    std::set<std::string_view> seats;
    bool named = true;
    for (const QuorumSeat& seat : clause.seats) {
      bool place = false, exist = true;
      for (const BodyRef& one : seat.any_of) {
        exist &= check_body(body, one.id);
        place |= exist && has_place(body, one.id);
      }
      named &= exist;
      if (exist && !place) say_no_place(body, seat);
      seats.insert(seat.any_of[0].id);
    }
    const std::size_t all = clause.seats.empty() ? most_members(body) : seats.size();
    // Where no member is named, nobody knows how many there are.
    if (!named || (clause.seats.empty() && body.members.empty())) return;
    const std::size_t needed = clause.needed(all);
    if (needed != 0 && needed <= all) return;
    say(codes::impossible_quorum, body,
        in_quotes(clause.text) + " can never be met: it needs " +
            std::to_string(std::max(needed, std::size_t{1})) + ", and there " +
            (all == 1 ? "is 1" : "are " + std::to_string(all)),
        "correct the number, or the names");
  }

  bool check_body(const Body& body, std::string_view id) {
    if (data_.body(id)) return true;
    std::vector<std::string_view> ids;
    for (const Body& one : bodies()) ids.push_back(one.id);
    const std::string_view near = nearest(id, ids);
    say(codes::unknown_reference, body, "no body is called " + in_quotes(id),
        near.empty() ? "a quorum names bodies by their ids"
                     : "did you mean '" + std::string(near) + "'?");
    return false;
  }

  void say_no_place(const Body& body, const QuorumSeat& seat) {
    std::vector<std::string_view> ids;
    for (const BodyRef& one : seat.any_of) ids.push_back(one.id);
    auto& d = say(codes::impossible_quorum, body,
                  alternatives(ids) + (ids.size() == 1 ? " holds" : " hold") + " no place in '" +
                      body.label() + "', so its quorum can never be met",
                  "give it a place under 'members' or 'attends', or take it out of the quorum");
    relate(d, where(body, body.members.empty() ? "attends" : "members"), "who holds a place");
  }

  /// On any day, itself or by who came before or after it.
  bool has_place(const Body& body, std::string_view id) const {
    if (body.members.empty() && body.attends.empty()) return true;
    const Date never(9999, 12, 31);
    const auto is_it = [&](const Seat& seat) {
      return stands_for(bodies(), id, seat.body.id, never) ||
             stands_for(bodies(), seat.body.id, id, never);
    };
    return std::ranges::any_of(body.members, is_it) || std::ranges::any_of(body.attends, is_it);
  }

  /// The most that there are at any time.
  static std::size_t most_members(const Body& body) {
    std::size_t most = 0;
    for (const Seat& at : body.members) {
      const Date day = at.from.value_or(Date(1400, 1, 1));
      const auto there =
          std::ranges::count_if(body.members, [&](const Seat& s) { return holds_on(s, day); });
      most = std::max(most, static_cast<std::size_t>(there));
    }
    return most;
  }

  const Partnership::Data& data_;
};

}  // namespace

void check_quorums(const Partnership::Data& data, Diagnostics& found) {
  Quorums(data, found).run();
}

}  // namespace safegov::internal
