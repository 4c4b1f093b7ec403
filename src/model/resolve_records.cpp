// What each record is about: never a nearest match.
// SPDX-License-Identifier: Apache-2.0

#include "model/resolve_records.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/findings.hpp"
#include "model/subject.hpp"

namespace safegov::internal {
namespace {

std::string_view word_of(RecordKind kind) {
  return words_of<RecordKind>()[static_cast<std::size_t>(kind)];
}

class Resolver : private Findings {
 public:
  Resolver(Partnership::Data& data, const std::set<const Promise*>& broken_due,
           bool promises_missing, Diagnostics& found)
      : Findings(data.parts.provenance, found),
        data_(data),
        broken_due_(broken_due),
        promises_missing_(promises_missing) {}

  void run() {
    const auto& records = data_.parts.records;
    data_.resolved.resize(records.size());
    known_.resize(records.size());
    index_ids();
    // A retraction may stand above what it takes back.
    for (std::size_t i = 0; i < records.size(); ++i)
      if (records[i].event.kind != RecordKind::retracted) take(i);
    for (std::size_t i = 0; i < records.size(); ++i)
      if (records[i].event.kind == RecordKind::retracted) take_retraction(i);
    check_twice();
  }

 private:
  const Record& record(std::size_t i) const { return data_.parts.records[i]; }

  Span where(std::size_t i, std::string_view field) const {
    return Findings::where(record(i), field);
  }

  Diagnostic& report(const codes::Known& code, std::string message, std::size_t i,
                     std::string_view field, std::string help) {
    return Findings::report(code, std::move(message), where(i, field),
                            "records[" + std::to_string(i) + "]." + std::string(field),
                            std::move(help));
  }

  void index_ids() {
    for (std::size_t i = 0; i < data_.parts.records.size(); ++i) {
      if (record(i).id.empty()) continue;
      const auto [first, fresh] = ids_.emplace(record(i).id, i);
      if (fresh) continue;
      auto& d = report(codes::duplicate_id, "two records are called " + in_quotes(record(i).id), i,
                       "id", "an id names one thing only: change one of them");
      relate(d, where(first->second, "id"), "first used here");
    }
  }

  void take(std::size_t i) {
    const std::string& about = record(i).event.about;
    const ObligationName name = take_apart(about);
    const PromiseId promise = data_.promise(name.promise);
    const auto subject = promise ? pick(data_, promise, name) : std::nullopt;
    if (subject) {
      data_.resolved[i].subject = *subject;
      known_[i] = true;
      check_days(i);
      if (record(i).event.kind == RecordKind::extended) take_extension(i);
      if (!record(i).replaced_by.empty()) check_replacement(i);
    } else if (!promises_missing_ && !about.empty()) {
      report_subject(i, name, promise);
    }
  }

  void report_subject(std::size_t i, const ObligationName& name, PromiseId promise) {
    const auto kind = word_of(record(i).event.kind);
    const std::string about = in_quotes(record(i).event.about);
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
    const Subject& subject = data_.resolved[i].subject;
    const PlanId plan = data_.promises[subject.promise.index].plan;
    const auto& dated = data_.parts.plans[plan.index].dated;
    if (dated && *r.date < *dated)
      report(
          codes::early_record,
          "it happened on " + iso(*r.date) + ", before the plan of " + iso(*dated) + " promised it",
          i, "date", "check the year");
  }

  void take_extension(std::size_t i) {
    const Record& r = record(i);
    if (r.until.empty()) {
      report(codes::missing_key, "an extension needs 'until'", i, "extended",
             "say to when the date was moved, in the words of a 'due'");
      return;
    }
    const Subject& subject = data_.resolved[i].subject;
    const auto& context = data_.contexts[data_.promises[subject.promise.index].plan.index];
    const Deadlines parsed = parse_deadlines(r.until, context);
    if (parsed.deadlines.size() != 1 || !parsed.deadlines[0].range) {
      report(codes::bad_extension, in_quotes(r.until) + " is not one date that can be told", i,
             "until", "write one day, month or period: '30 June 2020', 'Feb 2020'");
      return;
    }
    const DateRange until = *parsed.deadlines[0].range;
    if (r.date && until.last() < *r.date)
      report(codes::bad_extension,
             "it was moved on " + iso(*r.date) + " to " + iso(until.last()) +
                 ", which was over by then",
             i, "until", "a date can only be moved to a later day; correct one of the two");
    else
      data_.resolved[i].until = until;
  }

  void check_replacement(std::size_t i) {
    const std::string& other = record(i).replaced_by;
    const ObligationName name = take_apart(other);
    const PromiseId promise = data_.promise(name.promise);
    if ((promise && pick(data_, promise, name)) || promises_missing_) return;
    report(codes::unknown_subject, "nothing called " + in_quotes(other) + " was promised", i,
           "replaced-by", promise ? dates_of(promise) : nearest_promise(name.promise));
  }

  /// `retracted: ID`, or `retracted: received bp-2019/2.1/qa of June 2019`.
  void take_retraction(std::size_t i) {
    const std::string& about = record(i).event.about;
    if (about.empty()) return;
    std::vector<std::size_t> targets;
    if (const auto by_id = ids_.find(about); by_id != ids_.end()) {
      targets.push_back(by_id->second);
    } else {
      const auto space = about.find(' ');
      const auto words = words_of<RecordKind>();
      const auto kind = std::ranges::find(words, std::string_view(about).substr(0, space));
      if (space != std::string::npos && kind != words.end())
        targets = alike(static_cast<RecordKind>(kind - words.begin()),
                        std::string_view(about).substr(space + 1));
    }
    if (targets.size() == 1 && record(targets[0]).event.kind == RecordKind::retracted) {
      report(codes::nothing_to_retract, "a retraction cannot be taken back", i, "retracted",
             "record again what the retraction took back");
    } else if (targets.size() == 1) {
      data_.resolved[i].retracts = static_cast<std::uint32_t>(targets[0]);
      data_.resolved[i].subject = data_.resolved[targets[0]].subject;
      taken_back_[targets[0]] = true;
    } else if (targets.empty()) {
      if (!promises_missing_)
        report(codes::nothing_to_retract, "no record says " + in_quotes(about), i, "retracted",
               "name the record by its 'id', or by what it says: 'received bp-2019/2.1/qa of June "
               "2019'");
    } else {
      auto& d = report(codes::unclear_subject, "several records say " + in_quotes(about), i,
                       "retracted", "give the one that is meant an 'id', and retract that");
      for (const std::size_t target : targets)
        relate(d, where(target, word_of(record(target).event.kind)), "this one?");
    }
  }

  /// The records that say the same and have not been taken back.
  std::vector<std::size_t> alike(RecordKind kind, std::string_view about) const {
    const ObligationName name = take_apart(about);
    const PromiseId promise = data_.promise(name.promise);
    const auto subject = promise ? pick(data_, promise, name) : std::nullopt;
    std::vector<std::size_t> found;
    if (!subject) return found;
    for (std::size_t i = 0; i < data_.parts.records.size(); ++i)
      if (known_[i] && record(i).event.kind == kind && data_.resolved[i].subject == *subject &&
          !taken_back_.contains(i))
        found.push_back(i);
    return found;
  }

  /// Two outcomes of one obligation, neither taken back: the first stands, and it is said.
  void check_twice() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> received;
    for (std::size_t i = 0; i < data_.parts.records.size(); ++i) {
      if (!known_[i] || record(i).event.kind != RecordKind::received || taken_back_.contains(i))
        continue;
      const Subject& subject = data_.resolved[i].subject;
      const auto [first, fresh] =
          received.emplace(std::pair(subject.promise.index, subject.number), i);
      if (fresh) continue;
      auto& d =
          report(codes::received_twice, in_quotes(record(i).event.about) + " is received twice", i,
                 "received", "retract one of them, or say 'partly-received' of the first");
      relate(d, where(first->second, "received"), "here too");
    }
  }

  Partnership::Data& data_;
  const std::set<const Promise*>& broken_due_;
  bool promises_missing_;
  std::vector<bool> known_;  // whether what a record is about was found
  std::map<std::string_view, std::size_t> ids_;
  std::map<std::size_t, bool> taken_back_;
  std::size_t looked_at_ = 0;
};

}  // namespace

void resolve_records(Partnership::Data& data, const std::set<const Promise*>& broken_due,
                     bool promises_missing, Diagnostics& found) {
  Resolver(data, broken_due, promises_missing, found).run();
}

}  // namespace safegov::internal
