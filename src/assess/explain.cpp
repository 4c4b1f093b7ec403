// Why an obligation is in its state.
// SPDX-License-Identifier: Apache-2.0

#include <utility>

#include <safegov/clock.hpp>
#include <safegov/explain.hpp>

#include "base/text.hpp"

namespace safegov {

std::string_view meaning(State state) noexcept {
  switch (state) {
    case State::undated:
      return "no date was ever given";
    case State::open:
      return "it never falls due";
    case State::unresolved:
      return "its words could not be turned into days";
    case State::not_due:
      return "its interval begins further off than the warning window";
    case State::due_soon:
      return "its interval begins within the warning window";
    case State::due:
      return "the date is inside its interval, first and last day included";
    case State::partly_received:
      return "a part came in and the last day is not over";
    case State::overdue:
      return "the last day in force is over and it has not come in";
    case State::received:
      return "it came in by the last day in force on that day, or had none";
    case State::received_late:
      return "it came in after the last day in force on that day";
    case State::waived:
      return "somebody decided that it need not come";
    case State::superseded:
      return "something else took its place";
    case State::cancelled:
      return "it will not come, and is not missed";
  }
  return "";
}

namespace {

using internal::counted;

class Explainer {
 public:
  Explainer(const Assessment& assessment, std::size_t row)
      : assessment_(assessment),
        row_(row),
        obligation_(assessment.obligations()[row]),
        partnership_(assessment.obligations().partnership()) {}

  Reason run() {
    reason_.state = assessment_[row_];
    reason_.rule = meaning(reason_.state);
    const auto meeting = assessment_.meeting(row_);
    if (meeting && reason_.state == State::unresolved)
      reason_.rule = meeting->state == MeetingState::cancelled
                         ? "the meeting that it was for was cancelled, and no other day is set"
                         : "the meeting that it was for could not decide, and no other day is set";
    add_promise();
    add_due();
    if (meeting) add_meeting(*meeting);
    for (const Record* record : assessment_.history(row_)) add_record(*record);
    add_steps();
    return std::move(reason_);
  }

 private:
  void add(std::string kind, std::string text, Span where, std::string path) {
    reason_.facts.push_back({std::move(kind), std::move(text), std::move(where), std::move(path)});
  }

  void add_promise() {
    const Promise& promise = obligation_.promise();
    std::string who =
        obligation_.from() ? obligation_.from()->label_on(assessment_.as_at()) : "nobody stated";
    if (!promise.from && obligation_.from()) who += ", who leads,";
    who += " owes";
    if (obligation_.to()) who += " " + obligation_.to()->label_on(assessment_.as_at());
    add("promise", who + ": " + promise.what, partnership_.where(promise, "what"), path());
  }

  std::string path() const {
    return partnership_.path_of(assessment_.obligations().promise()[row_]);
  }

  void add_due() {
    const Deadline& due = obligation_.due();
    std::string text = due.text.empty() ? "no date" : "'" + due.text + "'";
    if (due.range) text += " means " + days(*due.range);
    if (due.kind == DeadlineKind::open) text += " never falls due";
    if (due.kind == DeadlineKind::unresolved) text += " names no day that can be told";
    if (!due.condition.empty()) text += ", on condition: " + due.condition;
    add("due", std::move(text), obligation_.where(), path() + ".due");
    if (const auto question = read_clock_words(due.text)) add_clock(*question);
  }

  /// The clock that the words name: what it says, who says so, and how it counts.
  void add_clock(const ClockQuestion& question) {
    const Clock* clock = find_clock(partnership_, question.clock);
    if (clock == nullptr) return;
    const ClockReading reading = read_clock(*clock, question.start, partnership_);
    const Span where = clock->origin.file != 0 ? partnership_.where(*clock) : obligation_.where();
    for (const ClockAnswer& answer : reading.answers) {
      const ClockVersion& version = clock->versions[answer.version];
      const ClockRule& rule = version.rules[answer.rule];
      const bool is_default = &answer == reading.answers.data();
      if (!is_default && !answer.days) continue;
      if (!is_default) {
        add("clock",
            "read " + rule.label() + ": " + in_words(rule) + ", last day " +
                in_words(answer.days->last()),
            where, path() + ".due");
        continue;
      }
      add("clock", clock->id + ": " + limit_in_words(rule) + "; " + in_words(version), where,
          path() + ".due");
      add("clock", "computed, not legal advice; certainty " + certainty_in_words(version), where,
          path() + ".due");
      for (const std::string& line : answer.steps) step(line);
      if (answer.provisional) step("provisional: the calendar only expects some of these days");
      if (!answer.trouble.empty()) step(answer.trouble);
      if (answer.otherwise) step("its last day would be " + in_words(*answer.otherwise));
    }
  }

  /// The meeting that it is bound to, as scheduled; what became of it, records say.
  void add_meeting(const MeetingStanding& standing) {
    const Meeting& meeting = partnership_[standing.meeting];
    const Body& body = partnership_[meeting.body];
    const auto index = &body - partnership_.bodies().data();
    add("meeting",
        body.label_on(assessment_.as_at()) + " meets in '" + meeting.scheduled.text + "', " +
            days(*meeting.scheduled.range),
        partnership_.where(body, "meets"), "bodies[" + std::to_string(index) + "].meets");
  }

  void add_record(const Record& record) {
    const auto kind = words_of<RecordKind>()[static_cast<std::size_t>(record.event.kind)];
    std::string text = "on " + in_words(*record.date);
    if (record.recorded && *record.recorded != *record.date)
      text += " (written down on " + in_words(*record.recorded) + ")";
    if (!record.until.empty()) text += " to '" + record.until + "'";
    if (is_about_meeting(record)) text += ", the meeting " + record.event.about;
    if (record.quorum == Quorum::not_met) text += ", without a quorum";
    if (!record.rating.empty()) text += ": " + record.rating;
    if (!record.replaced_by.empty()) text += ", replaced by " + record.replaced_by;
    if (record.to) text += ", to " + record.to.id;
    if (record.by) text += ", by " + record.by.id;
    if (!record.reference.empty()) text += ": " + record.reference;
    if (!record.reason.empty()) text += " (" + record.reason + ")";
    add(std::string(kind), std::move(text), partnership_.where(record, kind),
        partnership_.path_of(record));
  }

  bool is_about_meeting(const Record& record) const {
    const auto index = static_cast<std::size_t>(&record - partnership_.records().data());
    return std::holds_alternative<MeetingId>(partnership_.resolved_records()[index].about);
  }

  void add_steps() {
    const auto in_force = assessment_.in_force(row_);
    if (!in_force) return;
    const Slips slips = assessment_.slips(row_);
    if (slips.count != 0)
      step("moved " + counted(slips.count, "time") + ", by " + counted(slips.days, "day") +
           " in all: now " + days(*in_force));
    const Date as_at = assessment_.as_at();
    const int days_over = assessment_.days_overdue(row_);
    switch (reason_.state) {
      case State::overdue:
        step("last day " + in_words(in_force->last()) + "; overdue since " +
             in_words(*assessment_.overdue_since(row_)));
        step(in_words(as_at) + " is " + counted(days_over, "day") + " after the last day");
        break;
      case State::received_late:
        step(in_words(*assessment_.closed_by(row_)->date) + " is " + counted(days_over, "day") +
             " after the last day, " + in_words(in_force->last()));
        break;
      case State::received:
        step(in_words(*assessment_.closed_by(row_)->date) + " is not after the last day, " +
             in_words(in_force->last()));
        break;
      case State::not_due:
      case State::due_soon: {
        const int ahead = in_force->first().days() - as_at.days();
        step("it begins on " + in_words(in_force->first()) + ", in " + counted(ahead, "day") +
             "; the warning window is " + counted(assessment_.options().due_soon_days, "day"));
        break;
      }
      case State::due:
      case State::partly_received:
        step("the last day, " + in_words(in_force->last()) + ", is in " +
             counted(in_force->last().days() - as_at.days(), "day"));
        break;
      default:
        break;
    }
  }

  void step(std::string text) { reason_.steps.push_back(std::move(text)); }

  static std::string days(const DateRange& range) {
    if (range.length() == 1) return in_words(range.first());
    return in_words(range.first()) + " to " + in_words(range.last());
  }

  const Assessment& assessment_;
  std::size_t row_;
  Obligation obligation_;
  const Partnership& partnership_;
  Reason reason_{};
};

}  // namespace

Reason explain(const Assessment& assessment, std::size_t row) {
  return Explainer(assessment, row).run();
}

}  // namespace safegov
