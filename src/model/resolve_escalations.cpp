// Whether escalations make sense, and which disputes records name.
// SPDX-License-Identifier: Apache-2.0

#include "model/resolve_escalations.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "model/findings.hpp"

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
                       "the stages go back: " + in_quotes(in_words(*stage.after)) + " comes after " +
                           in_quotes(in_words(*before.after)),
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
        auto& d = report(codes::bad_escalation,
                         "two stages of a dispute go to " + in_quotes(rule.stages[i].to.id),
                         where(rule.stages[i], "to"),
                         path + ".stages[" + std::to_string(i) + "].to",
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
  for (const Record& record : data.parts.records) {
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

}  // namespace safegov::internal
