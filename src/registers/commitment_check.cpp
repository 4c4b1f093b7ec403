// What cannot be of commitments: outcomes twice, before their promise, or carried in circles.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/commitment.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/commitment.hpp"
#include "registers/row_graph.hpp"

namespace safegov::internal {
namespace {

/// Where commitments are carried in circles. What is carried back in time is said by itself, so
/// that the circles that are left are of one day.
struct Circles {
  RowsById by_id;
  /// Of each row that one comes back to, the row from which: of one circle through it.
  std::vector<std::optional<std::size_t>> back_from = {};
};

Circles circles_of(std::span<const Commitment> rows) {
  Circles all{.by_id = RowsById(rows)};
  RowEdges edges(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const CommitmentOutcome& o : rows[i].outcomes) {
      const auto to = all.by_id.find(o.to.id);
      if (o.to && to && rows[*to].dated == rows[i].dated) edges[i].push_back(*to);
    }
  all.back_from.resize(rows.size());
  const auto closing = closing_rows(edges);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (closing[i] && !all.back_from[*closing[i]]) all.back_from[*closing[i]] = i;
  return all;
}

class Checker {
 public:
  Checker(const Commitment& row, RowCheck& check) : row_(row), check_(check) {}

  void run() {
    for (std::size_t i = 0; i < row_.outcomes.size(); ++i) {
      const CommitmentOutcome& o = row_.outcomes[i];
      check_twice(i);
      check_days(o);
      check_keys(o);
      check_target(o);
    }
    check_circle();
  }

 private:
  void check_twice(std::size_t i) {
    const CommitmentOutcome& o = row_.outcomes[i];
    if (!o.in) return;
    const auto same = [&](const CommitmentOutcome& other) {
      return other.in == o.in && other.of == o.of;
    };
    const auto first = std::ranges::find_if(row_.outcomes, same);
    if (&*first == &o) return;
    auto& d = check_.report(
        codes::diagnose(codes::two_outcomes,
                        "two outcomes of one promise are read from " + in_quotes(o.in.id), {},
                        "say the one that it comes to; where the document contradicts itself, that "
                        "is 'contradicted', with 'said'"),
        o, "in");
    check_.relate(d, *first, "in", "the first");
  }

  void check_days(const CommitmentOutcome& o) {
    const auto before = [&](const std::optional<Date>& day, std::string_view field) {
      if (!day || !row_.dated || *row_.dated <= *day) return;
      auto& d =
          check_.report(codes::diagnose(codes::outcome_before_promise,
                                        "this is of " + in_words(*day) +
                                            ", before it was promised on " + in_words(*row_.dated),
                                        {}, "correct one of the two days"),
                        o, field);
      check_.relate(d, row_, "dated", "promised");
    };
    before(o.dated, "dated");
    before(o.date, "date");
  }

  void check_keys(const CommitmentOutcome& o) {
    const auto idle = [&](bool given, std::string_view key, std::string_view of, bool right) {
      if (!given || right) return;
      const auto word = words_of<OutcomeKind>()[static_cast<std::size_t>(o.outcome)];
      check_.report(
          codes::diagnose(codes::idle_key,
                          in_quotes(key) + " says nothing of what is '" + std::string(word) + "'",
                          {}, "it belongs to what is " + std::string(of) + "; take it out"),
          o, key);
    };
    using Kind = OutcomeKind;
    const bool on = o.outcome == Kind::carried || o.outcome == Kind::weakened;
    idle(bool(o.to), "to", "carried or weakened", on);
    idle(o.date.has_value(), "date", "done", o.outcome == Kind::done);
    idle(bool(o.by), "by", "dropped", o.outcome == Kind::dropped);
    idle(bool(o.by_decision), "by-decision", "dropped", o.outcome == Kind::dropped);
    idle(!o.said.empty(), "said", "contradicted", o.outcome == Kind::contradicted);
    if (o.outcome == Kind::carried && !o.to)
      check_.report(codes::diagnose(codes::carried_nowhere,
                                    "it is carried, and nothing says to which commitment", {},
                                    "give the later commitment a row, and name it under 'to'"),
                    o, "outcome");
  }

  void check_target(const CommitmentOutcome& o) {
    const Commitment* to = o.to ? find_commitment(check_.partnership(), o.to.id) : nullptr;
    if (to == nullptr || !to->dated || !row_.dated || *row_.dated <= *to->dated) return;
    auto& d = check_.report(
        codes::diagnose(codes::outcome_before_promise,
                        "it is carried to " + in_quotes(to->id) + " of " + in_words(*to->dated) +
                            ", which was promised before it",
                        {}, "a promise is carried to a later one: correct the id or a day"),
        o, "to");
    check_.relate(d, *to, "dated", "promised before");
  }

  /// A circle is said once, of the first of its rows that is come to.
  void check_circle() {
    const Circles& all = check_.once(circles_of);
    const auto back = all.back_from[check_.index()];
    if (!back) return;
    const Commitment& from = check_.partnership().list<Commitment>()[*back];
    const bool itself = &from == &row_;
    const auto leads_on = [&](const CommitmentOutcome& o) {
      const auto to = all.by_id.find(o.to.id);
      return o.to && to &&
             (itself ? *to == check_.index()
                     : check_.partnership().list<Commitment>()[*to].dated == row_.dated);
    };
    auto& d = check_.report(
        codes::diagnose(codes::carried_in_circle,
                        itself ? "it is carried to itself"
                               : "it is carried on in a circle, back from " + in_quotes(from.id),
                        {}, "a promise is carried to a later one: correct one 'to'"),
        *std::ranges::find_if(row_.outcomes, leads_on), "to");
    if (itself) return;
    const auto leads_back = [&](const CommitmentOutcome& o) {
      return o.to && all.by_id.find(o.to.id) == check_.index();
    };
    check_.relate(d, *std::ranges::find_if(from.outcomes, leads_back), "to", "back to the first");
  }

  const Commitment& row_;
  RowCheck& check_;
};

}  // namespace

void check_commitment(const Commitment& row, RowCheck& check) { Checker(row, check).run(); }

}  // namespace safegov::internal
