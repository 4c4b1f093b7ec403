// What a review issues: a promise for each step of its chain, due when the clock says.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <initializer_list>
#include <utility>

#include <safegov/deadline.hpp>

#include "registers/follow_up.hpp"
#include "registers/review_chain.hpp"

namespace safegov::internal {
namespace {

using enum ReviewStepKind;

class Issuing {
 public:
  Issuing(const Review& row, Issue& issue) : row_(row), issue_(issue) {}

  void run() {
    issue_.action().lead = row_.lead;
    issue_.count_from(row_.dated);
    if (!row_.number) {
      const Reviews& all = issue_.once(reviews_of);
      limits_ = limits_of(row_, all);
      const bool rapid = row_.kind == ReviewKind::rapid_review;
      if (rapid || row_.kind == ReviewKind::serious_case_review) take_notification();
      if (rapid)
        take_rapid_review();
      else
        take_other(beginning_of(row_, all));
      if (const ReviewStep* chose = step(decided))
        happened(RecordKind::decided, issue_.id(), *chose);
    }
    issue_.promised_on(row_.dated);
    for (const FollowUpAction& action_of : row_.recommendations) issue_action(action_of, issue_);
    take_monitoring();
  }

 private:
  const ReviewStep* step(ReviewStepKind kind) const { return first_step(row_, kind); }

  /// A promise that stands at a step. It counts from the day on which what its limit runs from was
  /// known, or else from when that step was.
  Promise& owe(std::string_view id, std::string what, const ReviewStep& at) {
    const Limit* limit = find_limit(limits_, id);
    issue_.promised_on(limit != nullptr && limit->since ? limit->since : known_of(row_, at));
    Promise& promise = issue_.promise(std::string(id), at.origin);
    promise.what = std::move(what);
    promise.source = at.source;
    promise.due = due_of(limit);
    return promise;
  }

  /// The words that ask the clock; none if nothing is known from which it runs.
  std::string due_of(const Limit* limit) const {
    if (limit == nullptr || limit->start.empty() || !limit->start[0].name.empty()) return {};
    return due_by(limit->clock, limit->start);
  }

  /// None, too, if no rules held on that day: a review under the name of another time is odd, and
  /// loads as it is printed.
  std::string due_by(std::string_view id, const ClockStart& start) const {
    const Clock* clock = issue_.find_clock(id);
    const auto in_force = [&](const ClockVersion& v) { return v.in_force(start[0].day); };
    if (clock == nullptr || std::ranges::none_of(clock->versions, in_force)) return {};
    return clock_words(id, start);
  }

  Record& happened(RecordKind kind, std::string about, const ReviewStep& at) {
    Record& record = issue_.happened(kind, std::move(about), at.origin);
    record.date = day_of(row_, at);
    const auto known = known_of(row_, at);
    if (known && record.date && *record.date < *known) record.recorded = known;
    record.by = at.by;
    record.reference = row_.in.id;
    record.reason = at.text;
    return record;
  }

  void came(std::string_view promise, const ReviewStep* at) {
    if (at != nullptr) happened(RecordKind::received, issue_.id(promise), *at);
  }

  static const ReviewStep* first_of(std::initializer_list<const ReviewStep*> steps) {
    for (const ReviewStep* one : steps)
      if (one != nullptr) return one;
    return nullptr;
  }

  void take_notification() {
    const ReviewStep* at = first_of({step(aware), step(notified)});
    if (at == nullptr) return;
    Promise& promise = owe("notification", "notification of the incident", *at);
    promise.from = at->by;
    promise.to = row_.panel;
    came("notification", step(notified));
  }

  void take_rapid_review() {
    const ReviewStep* written = step(completed);
    const ReviewStep* gone = step(sent);
    if (const ReviewStep* at = first_of({step(notified), written, gone})) {
      owe("review", "rapid review", *at);
      // What was sent had been completed.
      const bool sent_first =
          written == nullptr || (gone != nullptr && day_of(row_, *gone) < day_of(row_, *written));
      came("review", sent_first ? gone : written);
    }
    if (const ReviewStep* at = first_of({written, gone})) {
      owe("sent", "the rapid review to the Panel", *at).to = row_.panel;
      came("sent", gone);
    }
    if (const ReviewStep* at = first_of({gone, step(replied)})) {
      Promise& promise = owe("reply", "reply of the Panel", *at);
      promise.due.clear();  // nobody can be held to it: what is expected is a measure
      promise.from = row_.panel;
      promise.to = row_.lead;
      came("reply", step(replied));
    }
  }

  void take_other(const Beginning& began) {
    const ReviewStep* chose = step(decided);
    const ReviewStep* written = step(completed);
    if (row_.kind == ReviewKind::serious_case_review && step(notified) != nullptr) {
      owe("decision", "decision whether to hold a review", *step(notified));
      came("decision", chose);
    }
    const bool free = row_.kind == ReviewKind::learning_review || row_.kind == ReviewKind::national;
    if (const ReviewStep* at = first_of({chose, written}); free && at != nullptr) {
      owe("review", "the review", *at);
      came("review", written);
    }
    take_publication(began, free);
    if (row_.kind == ReviewKind::local_review) take_copy();
    if (const ReviewStep* kept = step(not_published)) {
      owe("reasons", "why it is not published", *kept).to = row_.panel;
      came("reasons", step(reasons_sent));
    }
  }

  /// What nobody has to publish is owed if somebody said that it would be.
  void take_publication(const Beginning& began, bool free) {
    const ReviewStep* out = step(published);
    const ReviewStep* said = first_of({step(planned), out, step(not_published)});
    const ReviewStep* own = began.row == &row_ ? began.step : nullptr;
    const ReviewStep* at = free ? said : first_of({own, step(completed), said});
    if (at != nullptr) {
      owe("publication", "publication", *at);
    } else if (!row_.due.empty() || (!free && began.step != nullptr)) {
      issue_.promised_on(began.step != nullptr ? known_of(*began.row, *began.step) : row_.dated);
      Promise& promise = issue_.promise("publication", row_.due.empty() ? "follows" : "due");
      promise.what = "publication";
      promise.due = due_of(find_limit(limits_, "publication"));
    } else {
      return;
    }
    Promise& promise = issue_.action().promises.back();
    if (promise.due.empty()) promise.due = row_.due;
    came("publication", out);
    if (out != nullptr) happened(RecordKind::published, issue_.id(), *out);
    if (const ReviewStep* kept = step(not_published))
      happened(RecordKind::waived, issue_.id("publication"), *kept);
  }

  /// One promise for each day on which it was to be published: a new day takes the place of the one
  /// before it, unless the copy had gone by then.
  void take_copy() {
    std::vector<const ReviewStep*> plans;
    for (const ReviewStep& one : row_.history)
      if (one.step == planned && one.date) plans.push_back(&one);
    std::ranges::stable_sort(plans, {}, [&](const ReviewStep* s) { return known_of(row_, *s); });
    const ReviewStep* gone = step(copied);
    if (plans.empty() && gone == nullptr) return;
    if (plans.empty()) plans.push_back(gone);
    for (std::size_t i = 0; i < plans.size(); ++i) {
      const ReviewStep& at = *plans[i];
      Promise& promise = owe(copy_id(i), "copy to the Panel before publication", at);
      if (const auto day = exact_day(at); day && at.step == planned)
        promise.due = due_by(copy_clock, {{"", *day}});
      promise.to = row_.panel;
      const bool last = i + 1 == plans.size();
      if (last || (gone != nullptr && day_of(row_, *gone) < known_of(row_, *plans[i + 1]))) {
        came(copy_id(i), gone);
        return;
      }
      Record& replaced = happened(RecordKind::superseded, issue_.id(copy_id(i)), *plans[i + 1]);
      replaced.date = known_of(row_, *plans[i + 1]);
      replaced.recorded = {};
      replaced.replaced_by = issue_.id(copy_id(i + 1));
    }
  }

  static std::string copy_id(std::size_t plan) {
    return plan == 0 ? "copy" : "copy-" + std::to_string(plan + 1);
  }

  void take_monitoring() {
    if (!row_.monitored_by && row_.monitored_until.empty()) return;
    Promise& promise = issue_.promise(
        "monitoring", row_.monitored_until.empty() ? "monitored-by" : "monitored-until");
    promise.what = "monitoring of what is to be done" +
                   (row_.monitored_until.empty() ? "" : ": " + row_.monitored_until);
    promise.from = row_.monitored_by;
    // `until completion` names no day, and is not over before that.
    const auto meant = parse_deadlines(row_.monitored_until);
    promise.due =
        meant.deadlines.size() == 1 && meant.problems.empty() ? row_.monitored_until : "ongoing";
    if (const ReviewStep* over = step(actions_done)) {
      came("monitoring", over);
      return;
    }
    const ActionProgress* last = nullptr;
    for (const FollowUpAction& action : row_.recommendations) {
      const ActionProgress* done = action.commitment ? nullptr : first_done(action);
      if (done == nullptr) return;
      if (last == nullptr || *last->dated < *done->dated) last = done;
    }
    if (last == nullptr) return;
    Record& record = issue_.happened(RecordKind::received, issue_.id("monitoring"), last->origin);
    record.date = last->dated;
    record.reference = last->in.id;
  }

  const Review& row_;
  Issue& issue_;
  std::vector<Limit> limits_ = {};
};

}  // namespace

void issue_review(const Review& row, Issue& issue) { Issuing(row, issue).run(); }

}  // namespace safegov::internal
