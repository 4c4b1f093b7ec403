// In what ways two assessments of one partnership differ.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <unordered_map>

#include <safegov/compare.hpp>
#include <safegov/ratings.hpp>

namespace safegov {

template <>
std::span<const std::string_view> words_of<Difference>() {
  static constexpr std::array<std::string_view, difference_count> words{
      "gone",   "reopened", "overdue",  "slipped",      "brought_forward", "redated",
      "closed", "new",      "re_owned", "re_addressed", "reworded",        "otherwise"};
  return words;
}

std::string_view to_string(Difference difference) noexcept {
  return words_of<Difference>()[static_cast<std::size_t>(difference)];
}

namespace {

/// The last record that moved the row, of those that count.
const Record* moved_by(const Assessment& assessment, std::size_t row) {
  const Record* last = nullptr;
  for (const Record* record : assessment.history(row))
    if (record->event.kind == RecordKind::extended || record->event.kind == RecordKind::moved)
      last = record;
  return last;
}

class Differ {
 public:
  Differ(const Assessment& before, const Assessment& after) : found_{before, after} {}

  Comparison run() && {
    std::size_t both = 0;
    for (Change& change : compare(found_.before, found_.after)) {
      both += change.before && change.after;
      add(std::move(change));
    }
    std::size_t added = 0;
    for (const Differing& d : found_.changes) added += !d.change.before;
    found_.unchanged = found_.after.size() - added - both;
    add_ratings();
    return std::move(found_);
  }

 private:
  void add(Change change) {
    Differing d;
    d.change = std::move(change);
    const Change& c = d.change;
    if (!c.after)
      add_gone(d);
    else if (!c.before)
      d.kinds = {Difference::added};
    else
      add_both(d);
    std::ranges::sort(d.kinds);
    found_.changes.push_back(std::move(d));
  }

  void add_gone(Differing& d) const {
    d.kinds = {Difference::gone};
    const std::string& id = d.change.id;
    d.promise_remains =
        bool(found_.after.obligations().partnership().find_promise(id.substr(0, id.find('@'))));
  }

  void add_both(Differing& d) const {
    const Change& c = d.change;
    const std::size_t old = *c.before, row = *c.after;
    const State was = found_.before[old], is = found_.after[row];
    if (!is_closed(was) && is_closed(is)) {
      d.kinds.push_back(Difference::closed);
      d.closed_by = found_.after.closed_by(row);
    }
    if (is_closed(was) && !is_closed(is)) d.kinds.push_back(Difference::reopened);
    if (was != State::overdue && is == State::overdue) d.kinds.push_back(Difference::overdue);
    if (c.days) add_days(d, found_.before.in_force(old), found_.after.in_force(row));
    if (c.state && d.kinds.empty()) d.kinds.push_back(Difference::otherwise);
    if (c.owner || c.lead) d.kinds.push_back(Difference::re_owned);
    if (c.receiver) d.kinds.push_back(Difference::re_addressed);
    if (c.words) d.kinds.push_back(Difference::reworded);
  }

  void add_days(Differing& d, const std::optional<DateRange>& was,
                const std::optional<DateRange>& is) const {
    if (was && is) d.days = is->last().days() - was->last().days();
    d.kinds.push_back(d.days > 0   ? Difference::slipped
                      : d.days < 0 ? Difference::brought_forward
                                   : Difference::redated);
    d.moved_by = moved_by(found_.after, *d.change.after);
  }

  void add_ratings() {
    const Ratings was = rate(found_.before), is = rate(found_.after);
    std::unordered_map<std::string, const Rating*> before;
    for (const Rating& r : was)
      if (r.kind != Rated::priority) before.emplace(key(r, was.id(r)), &r);
    const auto of = found_.after.obligations().of();
    for (const Rating& r : is) {
      if (r.kind == Rated::priority) continue;
      if (!of.empty() && std::ranges::count(of, r.plan) == 0) continue;
      const std::string id = is.id(r);
      auto same = before.find(key(r, id));
      if (same == before.end()) same = before.find(key(r, former(is, r, id)));
      if (same == before.end()) continue;
      RatingChange change{id,
                          is.text(r),
                          was.declared_label(*same->second),
                          is.declared_label(r),
                          was.derived_label(*same->second),
                          is.derived_label(r)};
      if (change.declared_before != change.declared_after ||
          change.derived_before != change.derived_after)
        found_.ratings.push_back(std::move(change));
    }
  }

  /// An objective and an action may have the same number.
  static std::string key(const Rating& rating, const std::string& id) {
    return std::to_string(static_cast<int>(rating.kind)) + id;
  }

  /// What it was called while its plan was called otherwise.
  static std::string former(const Ratings& ratings, const Rating& rating, const std::string& id) {
    const Plan& plan = ratings.assessment().obligations().partnership()[rating.plan];
    return plan.was.empty() ? id : plan.was + id.substr(plan.id.size());
  }

  Comparison found_;
};

}  // namespace

std::size_t Comparison::count(Difference difference) const noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(
      changes, [&](const Differing& d) { return std::ranges::count(d.kinds, difference) != 0; }));
}

Comparison differences(const Assessment& before, const Assessment& after) {
  return Differ(before, after).run();
}

}  // namespace safegov
