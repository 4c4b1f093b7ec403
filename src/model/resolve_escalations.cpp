// Whether escalations make sense, and which disputes records name.
// SPDX-License-Identifier: Apache-2.0

#include "model/resolve_escalations.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.hpp"

namespace safegov::internal {
namespace {

class EscalationCheck : private Findings {
 public:
  EscalationCheck(const Partnership::Data& data, Diagnostics& found)
      : Findings(data.parts.provenance, found), data_(data) {}

  void run() {
    const auto& rules = data_.parts.arrangements.escalations;
    for (std::size_t i = 0; i < rules.size(); ++i)
      check(rules[i], "escalations[" + std::to_string(i) + "]");
  }

 private:
  void check(const Escalation& rule, const std::string& path) {
    if (!rule.id.empty()) {
      check_id(rule.id, where(rule, "id"), path + ".id");
      const auto& rules = data_.parts.arrangements.escalations;
      const Escalation& same = *std::ranges::find(rules, rule.id, &Escalation::id);
      if (&same != &rule) {
        auto& d = report(codes::duplicate_id, "two escalations are called " + in_quotes(rule.id),
                         where(rule, "id"), path + ".id",
                         "an id names one thing only: change one of them");
        relate(d, where(same, "id"), "first used here");
      }
    }
    if (rule.stages.empty()) {
      // One that is written and could not be read has been said.
      if (rule.origin.file == 0)
        report(codes::bad_escalation, "an escalation without stages goes nowhere", {},
               path + ".stages", "list its 'stages'");
      return;
    }
    for (std::size_t i = 1; i < rule.stages.size(); ++i)
      check_stage(rule, i, path + ".stages[" + std::to_string(i) + "]");
    if (rule.is_procedure()) check_procedure(rule, path);
  }

  void check_stage(const Escalation& rule, std::size_t i, const std::string& path) {
    const EscalationStage &stage = rule.stages[i], &before = rule.stages[i - 1];
    if (stage.after.has_value() != rule.stages[0].after.has_value()) {
      if (!stage.after)
        report(codes::bad_escalation, "this stage does not say after how many misses it comes",
               where(stage), path, "give every stage an 'after', or none in a dispute's procedure");
      else
        report(codes::bad_escalation, "this stage counts misses, and the first does not",
               where(stage, "after"), path + ".after",
               "give every stage an 'after', or none in a dispute's procedure");
    } else if (stage.after && before.after && *stage.after <= *before.after) {
      auto& d = report(codes::bad_escalation,
                       "the stages go back: " + in_quotes(in_words(*stage.after)) +
                           " comes after " + in_quotes(in_words(*before.after)),
                       where(stage, "after"), path + ".after",
                       "list the stages with what is missed less often first");
      relate(d, where(before, "after"), "the stage before");
    }
  }

  /// The stage that a record means is told by whom it goes to.
  void check_procedure(const Escalation& rule, const std::string& path) {
    for (const std::string_view key : {"of", "per"}) {
      const bool given = key == "of" ? rule.of.has_value() : rule.per.has_value();
      if (given)
        report(codes::bad_escalation,
               in_quotes(key) + " says nothing of a dispute, which is about no obligation",
               where(rule, key), path + "." + std::string(key),
               "take it out, or say in each stage 'after' how many misses it comes");
    }
    for (std::size_t i = 1; i < rule.stages.size(); ++i)
      for (std::size_t other = 0; other < i; ++other) {
        const BodyId body = data_.body(rule.stages[i].to.id);
        if (!body || body != data_.body(rule.stages[other].to.id)) continue;
        auto& d =
            report(codes::bad_escalation,
                   "two stages of a dispute go to " + in_quotes(rule.stages[i].to.id),
                   where(rule.stages[i], "to"), path + ".stages[" + std::to_string(i) + "].to",
                   "a record tells the stage by whom it goes to: declare a post for each");
        relate(d, where(rule.stages[other], "to"), "the other");
        break;
      }
  }

  const Partnership::Data& data_;
};

}  // namespace

void check_escalations(const Partnership::Data& data, Diagnostics& found) {
  EscalationCheck(data, found).run();
}

DisputeName take_dispute_apart(const Partnership::Data& data, std::string_view id) {
  id = trim(id);
  const auto slash = id.find('/');
  DisputeName name{.id = id.substr(0, slash), .name = {}};
  if (slash != std::string_view::npos) name.name = id.substr(slash + 1);
  const auto& rules = data.parts.arrangements.escalations;
  const auto rule = std::ranges::find(rules, name.id, &Escalation::id);
  if (rule != rules.end() && !name.id.empty()) name.rule = &*rule;
  return name;
}

bool can_name_dispute(std::string_view name) noexcept {
  return !name.empty() && std::ranges::none_of(name, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7F || c == '/' || c == '@';
  });
}

void index_disputes(Partnership::Data& data) {
  const auto order = [](const Dispute& d) { return std::tie(d.procedure, d.name); };
  for (const Record& record : data.records()) {
    if (record.event.kind != RecordKind::escalated) continue;
    const DisputeName name = take_dispute_apart(data, record.event.about);
    if (name.rule == nullptr || !name.rule->is_procedure() || !can_name_dispute(name.name))
      continue;
    const auto rule = name.rule - data.parts.arrangements.escalations.data();
    data.disputes.push_back({{static_cast<std::uint32_t>(rule)}, std::string(name.name)});
  }
  std::ranges::sort(data.disputes, {}, order);
  const auto same = [&](const Dispute& a, const Dispute& b) { return order(a) == order(b); };
  data.disputes.erase(std::unique(data.disputes.begin(), data.disputes.end(), same),
                      data.disputes.end());
}

bool can_stand_for(const Partnership::Data& data, BodyId body, BodyId stage) {
  const auto& bodies = data.parts.arrangements.bodies;
  std::vector<BodyId> seen{body};
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == stage) return true;
    for (const Succession& succession : bodies[seen[i].index].succeeds)
      if (const BodyId before = data.body(succession.body.id);
          before && std::ranges::count(seen, before) == 0)
        seen.push_back(before);
  }
  return false;
}

namespace {

bool has_broken_rule(const Partnership::Data& data) {
  return std::ranges::any_of(data.parts.arrangements.escalations,
                             [](const Escalation& e) { return e.id.empty() || e.stages.empty(); });
}

}  // namespace

DisputeRecords::DisputeRecords(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found)
    : RecordFindings(data, found),
      data_(data),
      rules_missing_(gaps.arrangements || gaps.bodies || has_broken_rule(data)) {}

bool DisputeRecords::report_name(std::size_t i) {
  const DisputeName name = take_dispute_apart(data_, record(i).event.about);
  const std::string_view kind = word_of(record(i).event.kind);
  const std::string about = in_quotes(record(i).event.about);
  const bool settled = record(i).event.kind == RecordKind::settled;
  if (name.rule == nullptr) {
    if (rules_missing_) return true;
    std::vector<std::string_view> ids;
    for (const Escalation& rule : data_.parts.arrangements.escalations)
      if (rule.is_procedure()) ids.push_back(rule.id);
    const std::string_view near = nearest(name.id, ids);
    if (near.empty() && !settled) return false;
    report(codes::unknown_subject, "no procedure for disputes is called " + in_quotes(name.id), i,
           kind,
           near.empty() ? "declare it under 'escalations', with stages and without 'after'"
                        : "did you mean '" + std::string(near) + "'?");
  } else if (!name.rule->is_procedure()) {
    if (name.rule->stages.empty()) return true;  // it could not be read
    if (name.name.find('/') != std::string_view::npos) return false;
    report(codes::unknown_subject,
           in_quotes(name.id) + " goes by what was missed, and has no disputes", i, kind,
           "escalate what was missed: the id of the obligation");
  } else if (!can_name_dispute(name.name)) {
    if (!settled && name.name.find('/') != std::string_view::npos) return false;
    report(codes::bad_value, about + " does not name a dispute", i, kind,
           "write the procedure's id and a name without spaces, such as '" + std::string(name.id) +
               "/7'; never that of a person");
  } else {
    std::vector<std::string> known;
    for (const Dispute& dispute : data_.disputes) known.push_back(data_.id_of(dispute));
    const std::vector<std::string_view> ids(known.begin(), known.end());
    const std::string_view near = nearest(record(i).event.about, ids);
    report(codes::unknown_subject, "no record escalates " + about, i, kind,
           near.empty() ? "a dispute begins with a record of its first stage: 'escalated: " +
                              std::string(name.id) + "/" + std::string(name.name) + "'"
                        : "did you mean '" + std::string(near) + "'?");
  }
  return true;
}

void DisputeRecords::check_stage(std::size_t i) {
  const Record& r = record(i);
  if (!r.to) {
    report(codes::missing_key, "what is escalated needs 'to'", i, "escalated",
           "say to whom it was taken: the id of a body");
    return;
  }
  const auto* dispute = std::get_if<DisputeId>(&data_.resolved[i].about);
  const BodyId to = data_.body(r.to.id);
  if (!dispute || !to) return;
  const Escalation& rule =
      data_.parts.arrangements.escalations[data_.disputes[dispute->index].procedure.index];
  std::vector<std::string_view> bodies;
  for (const EscalationStage& stage : rule.stages) {
    const BodyId body = data_.body(stage.to.id);
    if (!body || can_stand_for(data_, to, body)) return;  // unknown: that has been said
    bodies.push_back(stage.to.id);
  }
  auto& d = report(codes::no_such_stage,
                   "no stage of " + in_quotes(rule.id) + " goes to " + in_quotes(r.to.id), i, "to",
                   "its stages go to " + alternatives(bodies, "and"));
  relate(d, Findings::where(rule, "stages"), "its stages");
}

void DisputeRecords::check_settlements(const std::set<std::size_t>& taken_back) {
  std::map<DisputeId, Date> raised;
  const auto each = [&](RecordKind kind, auto&& visit) {
    for (std::size_t i = 0; i < data_.records().size(); ++i) {
      const auto* dispute = std::get_if<DisputeId>(&data_.resolved[i].about);
      if (dispute && record(i).event.kind == kind && record(i).date && !taken_back.contains(i))
        visit(i, *dispute, *record(i).date);
    }
  };
  each(RecordKind::escalated, [&](std::size_t, DisputeId dispute, Date day) {
    const auto [entry, fresh] = raised.emplace(dispute, day);
    if (!fresh) entry->second = std::min(entry->second, day);
  });
  each(RecordKind::settled, [&](std::size_t i, DisputeId dispute, Date day) {
    const auto begun = raised.find(dispute);
    if (begun != raised.end() && day < begun->second)
      report(codes::early_record,
             "it was settled on " + iso(day) + ", before it was raised on " + iso(begun->second), i,
             "date", "correct one of the two days");
  });
}

}  // namespace safegov::internal
