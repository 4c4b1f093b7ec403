// What a rule is given: the partnership as at a date, and where it says what it sees.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/lint.hpp>
#include <safegov/network.hpp>
#include <safegov/obligations.hpp>
#include <safegov/partnership.hpp>

#include "base/codes.hpp"

namespace safegov::internal {

/// Everything rules look at, made once for all of them.
struct LintInput {
  const Partnership& partnership;
  Date as_at;
  const Assessment& state;  ///< of all that plans and registers had promised
  const Network& network;

  /// The plans that people wrote; what registers stand for is left to the rules of registers.
  [[nodiscard]] std::span<const Plan> plans() const noexcept { return partnership.plans(); }
  /// The body that stands for the partnership as a whole; none where none has its id.
  [[nodiscard]] BodyId whole() const {
    return partnership.find_body(partnership.arrangements().id);
  }
  /// The body that a reference names, or null.
  [[nodiscard]] const Body* body(BodyId id) const { return id ? &partnership[id] : nullptr; }
};

/// A promise of a plan, with what it stands in.
struct PromiseIn {
  PromiseId id;
  const Promise& written;
  const ResolvedPromise& resolved;
  const Action& action;
  const Plan& plan;
  std::span<const Deadline> deadlines;
};

/// Every promise of every plan, as written.
template <class Call>
void each_promise(const LintInput& in, Call&& call) {
  const Partnership& p = in.partnership;
  for (std::uint32_t i = 0; i < p.promises().size(); ++i) {
    const ResolvedPromise& resolved = p.promises()[i];
    if (p.is_register(resolved.plan)) break;  // registers come last
    const PromiseId id{i};
    call(PromiseIn{id, p[id], resolved, p[resolved.action], p[resolved.plan], p.deadlines(id)});
  }
}

/// Every promise of the action that one stands in: the ids of an action's promises are consecutive.
template <class Call>
void each_promise_of(const LintInput& in, const PromiseIn& one, Call&& call) {
  const Partnership& p = in.partnership;
  const auto index = static_cast<std::uint32_t>(&one.written - one.action.promises.data());
  for (std::uint32_t i = 0; i < one.action.promises.size(); ++i) {
    const PromiseId id{one.id.index - index + i};
    call(PromiseIn{id, p[id], p.promises()[id.index], one.action, one.plan, p.deadlines(id)});
  }
}

/// Where each thing is, in the plan's terms, and what it is called.
class Things {
 public:
  explicit Things(const Partnership& partnership);

  struct Place {
    std::string path, id;
  };
  [[nodiscard]] Place of(const Arrangements& arrangements) const;
  [[nodiscard]] Place of(const Plan& plan) const;
  [[nodiscard]] Place of(const Objective& objective) const;
  [[nodiscard]] Place of(const Action& action) const;
  [[nodiscard]] Place of(const Body& body) const;
  [[nodiscard]] Place of(PromiseId promise) const;
  /// Of whatever an allowance may name; nothing of a dispute or a meeting, which are in no plan.
  [[nodiscard]] Place of(const About& about) const;
  /// The row `decisions[4]` that a path leads into: its id, `decisions/5`; nothing if none.
  [[nodiscard]] std::string row_at(std::string_view path) const;

 private:
  [[nodiscard]] Place listed(const void* thing) const;

  const Partnership& partnership_;
  std::vector<std::pair<const void*, Place>> places_;      // sorted; of objectives and actions
  std::vector<std::pair<std::string, std::string>> rows_;  // sorted; path and id
};

/// Takes what one rule says.
class RuleFindings {
 public:
  RuleFindings(const Partnership& partnership, const Things& things, const codes::Known& code,
               std::vector<Finding>& found) noexcept
      : partnership_(partnership), things_(things), code_(code), found_(found) {}

  /// Of a thing (a plan, objective, action or body), at the place of a field of it.
  template <class Thing>
  Diagnostic& report(const Thing& thing, std::string_view field, std::string message,
                     std::string help) {
    return add(partnership_.where(thing, field), things_.of(thing), field, std::move(message),
               std::move(help));
  }
  Diagnostic& report(const PromiseIn& promise, std::string_view field, std::string message,
                     std::string help) {
    return add(partnership_.where(promise.written, field), things_.of(promise.id), field,
               std::move(message), std::move(help));
  }
  /// Of a thing, at a value inside it.
  template <class Thing>
  Diagnostic& report_at(Span where, const Thing& thing, std::string_view field, std::string message,
                        std::string help) {
    return add(std::move(where), things_.of(thing), field, std::move(message), std::move(help));
  }
  /// Of whatever stands at a path, in a plan, a body or a row of a register.
  Diagnostic& report_value(Span where, std::string path, std::string message, std::string help);
  /// A second place that belongs to what was said.
  template <class T>
  void relate(Diagnostic& to, const T& value, std::string_view field, std::string message) const {
    if (Span at = partnership_.where(value, field))
      to.related.push_back({std::move(at), std::move(message)});
  }

 private:
  Diagnostic& add(Span where, Things::Place at, std::string_view field, std::string message,
                  std::string help);

  const Partnership& partnership_;
  const Things& things_;
  const codes::Known& code_;
  std::vector<Finding>& found_;
};

}  // namespace safegov::internal
