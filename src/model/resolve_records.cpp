// What each record is about: never a nearest match.
// SPDX-License-Identifier: Apache-2.0

#include "model/resolve_records.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/record_findings.hpp"
#include "model/resolve_escalations.hpp"
#include "model/resolve_meetings.hpp"
#include "model/resolve_ratings.hpp"
#include "model/retractions.hpp"
#include "model/subject.hpp"

namespace safegov::internal {
namespace {

class Resolver : private RecordFindings {
 public:
  Resolver(Partnership::Data& data, const std::set<const Promise*>& broken_due, const Gaps& gaps,
           Diagnostics& found)
      : RecordFindings(data, found),
        data_(data),
        found_(found),
        broken_due_(broken_due),
        promises_missing_(gaps.promises),
        retractions_(data, gaps, found),
        disputes_(data, gaps, found) {}

  void run() {
    const auto& records = data_.records();
    data_.resolved.resize(records.size());
    retractions_.index_ids();
    // A retraction may stand above what it takes back.
    for (std::size_t i = 0; i < records.size(); ++i)
      if (records[i].event.kind != RecordKind::retracted) take(i);
    retractions_.take_all();
    retractions_.check_twice();
    check_moves();
    if (!data_.disputes.empty()) disputes_.check_settlements(retractions_.taken_back());
  }

 private:
  void take(std::size_t i) {
    const std::string& about = record(i).event.about;
    const std::vector<About> meant = find_all(data_, about);
    std::vector<About> fitting;
    for (const About& what : meant)
      if (fits(record(i).event.kind, what)) fitting.push_back(what);
    if (fitting.size() == 1) {
      data_.resolved[i].about = fitting[0];
      check_days(i);
      check_keys(i);
      take_until(i);
      take_rating(i);
      if (record(i).event.kind == RecordKind::escalated) disputes_.check_stage(i);
      if (!record(i).replaced_by.empty()) check_replacement(i);
    } else if (fitting.size() > 1) {
      report(codes::unclear_subject, in_quotes(about) + " could mean several things", i,
             word_of(record(i).event.kind), "it is " + names_of(fitting));
    } else if (!meant.empty()) {
      report(codes::wrong_subject,
             in_quotes(about) + " is " + names_of(meant) + ", and cannot be '" +
                 std::string(word_of(record(i).event.kind)) + "'",
             i, word_of(record(i).event.kind),
             "this is said of " + std::string(may_be(record(i).event.kind)));
    } else if (!promises_missing_ && !about.empty()) {
      report_subject(i);
    }
  }

  /// Keys that say something of some kinds only.
  void check_keys(std::size_t i) {
    using Kind = RecordKind;
    const Record& r = record(i);
    const auto idle = [&](bool given, std::string_view key, std::initializer_list<Kind> of) {
      if (!given || std::ranges::count(of, r.event.kind) != 0) return;
      std::vector<std::string_view> kinds;
      for (const Kind kind : of) kinds.push_back(word_of(kind));
      report(
          codes::idle_key,
          in_quotes(key) + " says nothing of what is '" + std::string(word_of(r.event.kind)) + "'",
          i, key, "it belongs to what is " + alternatives(kinds) + "; take it out");
    };
    idle(!r.until.empty(), "until", {Kind::extended, Kind::moved});
    idle(!r.rating.empty(), "rating", {Kind::rated});
    idle(bool(r.to), "to", {Kind::escalated});
    idle(r.quorum.has_value(), "quorum", {Kind::held});
    idle(!r.replaced_by.empty(), "replaced-by", {Kind::superseded});
  }

  /// What each kind of record can be about.
  static bool fits(RecordKind kind, const About& what) {
    const bool obligation = std::holds_alternative<Subject>(what);
    const bool meeting = std::holds_alternative<MeetingId>(what);
    switch (kind) {
      case RecordKind::held:
        return meeting || std::holds_alternative<BodyId>(what);
      case RecordKind::moved:
        return meeting;
      case RecordKind::cancelled:
        return meeting || obligation;
      case RecordKind::rated:
        return std::holds_alternative<ActionId>(what) ||
               std::holds_alternative<ObjectiveId>(what) || std::holds_alternative<PlanId>(what);
      case RecordKind::decided:
      case RecordKind::published:
        return true;
      case RecordKind::escalated:
        return obligation || std::holds_alternative<DisputeId>(what);
      case RecordKind::settled:
        return std::holds_alternative<DisputeId>(what);
      default:
        return obligation;
    }
  }

  static std::string_view may_be(RecordKind kind) {
    switch (kind) {
      case RecordKind::held:
        return "a meeting, 'bmg of Oct 2019', or a body that met outside its schedule, 'bmg'";
      case RecordKind::moved:
        return "a meeting, such as 'bmg of Oct 2019'";
      case RecordKind::cancelled:
        return "an obligation or a meeting, such as 'bmg of Oct 2019'";
      case RecordKind::rated:
        return "a plan, or an action or objective of one, such as 'bp-2019/2.1'";
      case RecordKind::escalated:
        return "an obligation, or a dispute: the id of its procedure and a name, 'resolution/7'";
      case RecordKind::settled:
        return "a dispute: the id of its procedure and its name, 'resolution/7'";
      default:
        return "an obligation, such as 'bp-2019/2.1/bmg of Oct 2019'";
    }
  }

  static std::string names_of(const std::vector<About>& things) {
    static constexpr std::array<std::string_view, std::variant_size_v<About>> names{
        "nothing", "an obligation", "a meeting", "a body",
        "a plan",  "an objective",  "an action", "a dispute"};
    std::vector<std::string_view> words;
    for (const About& thing : things) {
      const std::string_view name = names[thing.index()];
      if (std::ranges::count(words, name) == 0) words.push_back(name);
    }
    if (words.size() == 1 && things.size() > 1)
      return "more than one" + std::string(words[0].substr(words[0].find(' ')));
    std::string all(words[0]);
    for (const std::string_view word : std::span(words).subspan(1))
      all += " and " + std::string(word);
    return all;
  }

  void report_subject(std::size_t i) {
    const RecordKind said = record(i).event.kind;
    const bool of_dispute = said == RecordKind::escalated || said == RecordKind::settled;
    if (of_dispute && disputes_.report_name(i)) return;
    const ObligationName name = take_apart(record(i).event.about);
    const PromiseId promise = data_.promise(name.promise);
    const auto kind = word_of(record(i).event.kind);
    const std::string about = in_quotes(record(i).event.about);
    if (const BodyId body = promise ? BodyId{} : data_.body(name.promise)) {
      report_meeting(i, name, body);
      return;
    }
    if (!promise) {
      report(codes::unknown_subject, "nothing called " + in_quotes(name.promise) + " was promised",
             i, kind, nearest_promise(name.promise));
      return;
    }
    if (broken_due_.contains(data_.written[promise.index])) return;
    const bool unclear = name.by == ObligationName::By::alone;
    auto& d = unclear ? report(codes::unclear_subject, about + " has several dates", i, kind,
                               dates_of(promise))
                      : report(codes::unknown_subject,
                               "'" + data_.promises[promise.index].id + "' has no date " +
                                   in_quotes(name.deadline),
                               i, kind, dates_of(promise));
    const Origin& origin = data_.written[promise.index]->origin;
    relate(d, data_.parts.provenance.find(origin, type_of<Promise>().find("due")), "its dates");
  }

  void report_meeting(std::size_t i, const ObligationName& name, BodyId body) {
    std::vector<std::string_view> dates;
    for (const Meeting& meeting : data_.meetings_of(body))
      if (dates.size() < 12) dates.push_back(meeting.scheduled.text);
    const Body& who = data_.parts.arrangements.bodies[body.index];
    auto& d = report(codes::unknown_subject,
                     in_quotes(who.id) + " has no meeting " + in_quotes(name.deadline), i,
                     word_of(record(i).event.kind),
                     dates.empty() ? "list its meetings under 'meets': 'June 2019, 9 Oct 2019'"
                                   : "it meets in " + alternatives(dates, "and"));
    relate(d, Findings::where(who, "meets"), "when it meets");
  }

  std::string dates_of(PromiseId promise) const {
    const auto deadlines = data_.deadlines_of(promise);
    const std::string& id = data_.promises[promise.index].id;
    if (deadlines.size() == 1) return "write '" + id + "'";
    std::vector<std::string_view> words;
    for (const Deadline& deadline : deadlines.first(std::min<std::size_t>(deadlines.size(), 12)))
      words.push_back(deadline.text);
    return "write '" + id + " of' and one of " + alternatives(words);
  }

  /// The nearest id, or a few to go by. For the first so many slips: beyond, it is not a slip but
  /// another file, and looking through a million names for each would take for ever.
  std::string nearest_promise(std::string_view id) {
    constexpr std::size_t enough = 1'000'000;
    looked_at_ += data_.promises.size();
    std::vector<std::string_view> known;
    for (const ResolvedPromise& promise : data_.promises) {
      if (looked_at_ > enough && known.size() == 3) break;
      known.push_back(promise.id);
    }
    if (const std::string_view near = nearest(id, known); !near.empty())
      return "did you mean '" + std::string(near) + "'?";
    if (known.empty()) return "no plan promises anything; is a plan's file missing?";
    return "an id is plan/action/receiver, such as " +
           alternatives(std::span(known).first(std::min<std::size_t>(known.size(), 3)));
  }

  /// What cannot be, and what is only odd, about the days of a record.
  void check_days(std::size_t i) {
    const Record& r = record(i);
    if (!r.date) return;  // said as a missing key
    if (r.recorded && *r.recorded < *r.date)
      report(codes::reversed_interval,
             "it was recorded on " + iso(*r.recorded) + ", before it happened on " + iso(*r.date),
             i, "recorded", "correct one of the two days");
    const auto* subject = std::get_if<Subject>(&data_.resolved[i].about);
    if (!subject) return;
    const PlanId plan = data_.promises[subject->promise.index].plan;
    const auto& dated = data_.at(plan).dated;
    if (dated && *r.date < *dated)
      report(
          codes::early_record,
          "it happened on " + iso(*r.date) + ", before the plan of " + iso(*dated) + " promised it",
          i, "date", "check the year");
  }

  void take_until(std::size_t i) {
    const Record& r = record(i);
    if (r.event.kind != RecordKind::extended && r.event.kind != RecordKind::moved) return;
    if (r.until.empty()) {
      report(codes::missing_key, "what is " + std::string(word_of(r.event.kind)) + " needs 'until'",
             i, word_of(r.event.kind), "say to when it was moved, in the words of a 'due'");
      return;
    }
    const auto* subject = std::get_if<Subject>(&data_.resolved[i].about);
    const auto& context = subject
                              ? data_.contexts[data_.promises[subject->promise.index].plan.index]
                              : data_.meeting_context;
    const Deadlines parsed = parse_deadlines(r.until, context);
    if (parsed.deadlines.size() != 1 || !parsed.deadlines[0].range) {
      report(codes::bad_extension, in_quotes(r.until) + " is not one date that can be told", i,
             "until", "write one day, month or period: '30 June 2020', 'Feb 2020'");
      return;
    }
    DateRange until = *parsed.deadlines[0].range;
    if (subject && !parsed.bound.empty()) {
      const MeetingId meeting =
          bind_to_meeting(data_, data_.body(parsed.bound[0].body), parsed.deadlines[0],
                          where(i, "until"), data_.path_of_record(i) + ".until", found_);
      if (!meeting) return;
      data_.resolved[i].until_meeting = meeting;
      until = *data_.meetings[meeting.index].scheduled.range;
    }
    data_.resolved[i].until = until;
  }

  /// Once it is known to when meetings were moved: a date can only be moved to a later day.
  void check_moves() {
    std::map<MeetingId, Date> latest;
    for (std::size_t i = 0; i < data_.records().size(); ++i) {
      const auto* meeting = std::get_if<MeetingId>(&data_.resolved[i].about);
      const auto& until = data_.resolved[i].until;
      const auto& day = record(i).event.kind == RecordKind::held ? record(i).date
                        : until                                  ? std::optional(until->last())
                                                                 : std::nullopt;
      if (!meeting || !day) continue;
      const auto [entry, fresh] = latest.emplace(*meeting, *day);
      if (!fresh) entry->second = std::max(entry->second, *day);
    }
    for (std::size_t i = 0; i < data_.records().size(); ++i) {
      const auto& resolved = data_.resolved[i];
      if (!resolved.until || !record(i).date) continue;
      Date last = resolved.until->last();
      if (const auto moved = latest.find(resolved.until_meeting); moved != latest.end())
        last = std::max(last, moved->second);
      if (last < *record(i).date)
        report(codes::bad_extension,
               "it was moved on " + iso(*record(i).date) + " to " + iso(last) +
                   ", which was over by then",
               i, "until", "a date can only be moved to a later day; correct one of the two");
    }
  }

  void take_rating(std::size_t i) {
    const Record& r = record(i);
    if (r.event.kind != RecordKind::rated) return;
    if (r.rating.empty()) {
      report(codes::missing_key, "what is rated needs 'rating'", i, "rated",
             "say which band of the scale it was given, or 'unknown'");
      return;
    }
    const Scale* scale = data_.schemes[plan_of(data_.resolved[i].about).index].scale;
    if (scale == nullptr || as_word(r.rating) == "unknown") return;
    data_.resolved[i].band = scale->find(r.rating);
    if (data_.resolved[i].band) return;
    static constexpr std::array<std::string_view, 1> unknown_too{"unknown"};
    report(codes::off_scale, in_quotes(r.rating) + " is no band of the scale '" + scale->id + "'",
           i, "rating", bands_of(*scale, r.rating, unknown_too));
  }

  /// The plan of what can be rated.
  PlanId plan_of(const About& about) const {
    if (const auto* plan = std::get_if<PlanId>(&about)) return *plan;
    const auto* objective = std::get_if<ObjectiveId>(&about);
    const auto* action = std::get_if<ActionId>(&about);
    // Objectives and actions are numbered through all plans, in the order written.
    const auto plan_with = [](const auto& first, std::uint32_t index) {
      return PlanId{
          static_cast<std::uint32_t>(std::ranges::upper_bound(first, index) - first.begin() - 1)};
    };
    if (objective) return plan_with(data_.objectives_by_number.first, objective->index);
    if (action) return plan_with(data_.actions_by_number.first, action->index);
    return {};
  }

  void check_replacement(std::size_t i) {
    const std::string& other = record(i).replaced_by;
    const ObligationName name = take_apart(other);
    const PromiseId promise = data_.promise(name.promise);
    if (promises_missing_) return;
    // A row's own reference to it has been reported.
    if (!promise && i >= data_.parts.records.size()) return;
    // What takes its place may have several dates: all of them do.
    if (promise && (name.by == ObligationName::By::alone || pick(data_, promise, name))) return;
    report(codes::unknown_subject, "nothing called " + in_quotes(other) + " was promised", i,
           "replaced-by", promise ? dates_of(promise) : nearest_promise(name.promise));
  }

  Partnership::Data& data_;
  Diagnostics& found_;
  const std::set<const Promise*>& broken_due_;
  bool promises_missing_;
  Retractions retractions_;
  DisputeRecords disputes_;
  std::size_t looked_at_ = 0;
};

}  // namespace

void resolve_records(Partnership::Data& data, const std::set<const Promise*>& broken_due,
                     const Gaps& gaps, Diagnostics& found) {
  Resolver(data, broken_due, gaps, found).run();
}

}  // namespace safegov::internal
