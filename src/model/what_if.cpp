// A change that is only thought of, laid over a partnership.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <variant>

#include <safegov/partnership.hpp>
#include <safegov/what_if.hpp>

#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "model/data.hpp"
#include "model/findings.hpp"
#include "model/make.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
const Type& type_of<HandOver>() {
  static constexpr Field fields[] = {
      field<&HandOver::of>("of",
                           "What is handed over: an action (`bp-2019/2.1`), a promise "
                           "(`bp-2019/2.1/bmg`), or all that a body leads and owes.",
                           Need::required),
      field<&HandOver::to>("to", "Who would lead or owe it.", Need::required),
      field<&HandOver::note>("note", docs::note, Need::optional, Audience::partnership),
  };
  static constexpr Type type =
      described<HandOver>("hand-over", "What one body owes, owed by another.", fields);
  return type;
}

template <>
const Type& type_of<WhatIf>() {
  static constexpr Field fields[] = {
      field<&WhatIf::title>("what-if", "What is thought of, in a few words.", Need::required),
      field<&WhatIf::records>("records", "What could come to be recorded."),
      field<&WhatIf::hand_overs>("hand-overs", "Who could owe what others owe."),
      field<&WhatIf::note>("note", docs::note, Need::optional, Audience::partnership),
  };
  static constexpr Type type = described<WhatIf>(
      "what-if", "A change that is only thought of. It changes nothing by itself.", fields);
  return type;
}

namespace {

using namespace internal;

class Overlay : private Findings {
 public:
  Overlay(const Partnership& partnership, Partnership::Parts parts, const WhatIf& what_if)
      : Findings(partnership.provenance(), found_),
        partnership_(partnership),
        parts_(std::move(parts)),
        what_if_(what_if) {
    for (Plan& plan : parts_.plans)
      for (Objective& objective : plan.objectives)
        for (Action& action : objective.actions) actions_.push_back(&action);
  }

  Result<Partnership> run() {
    parts_.what_ifs.clear();
    for (std::size_t i = 0; i < what_if_.hand_overs.size(); ++i) hand_over(i);
    parts_.records.insert(parts_.records.end(), what_if_.records.begin(), what_if_.records.end());
    return make_partnership(std::move(parts_), std::move(found_), {});
  }

 private:
  void hand_over(std::size_t i) {
    const HandOver& given = what_if_.hand_overs[i];
    const std::string path = "hand-overs[" + std::to_string(i) + "]";
    if (!partnership_.find_body(given.to.id)) {
      report(codes::unknown_reference, "no body is called " + in_quotes(given.to.id),
             where(given, "to"), path + ".to", "declare it under 'bodies'");
      return;
    }
    const PromiseId promise = partnership_.find_promise(given.of);
    const About what = partnership_.find(given.of);
    if (promise) {
      const ResolvedPromise& p = partnership_.promises()[promise.index];
      if (partnership_.is_register(p.plan)) return refuse_row(given, path);
      const auto index = &partnership_[promise] - partnership_[p.action].promises.data();
      actions_[p.action.index]->promises[static_cast<std::size_t>(index)].from = given.to;
    } else if (const auto* action = std::get_if<ActionId>(&what)) {
      if (action->index >= actions_.size()) return refuse_row(given, path);
      hand_over_action(*actions_[action->index], given.to);
    } else if (const auto* body = std::get_if<BodyId>(&what)) {
      hand_over_body(*body, given.to);
    } else {
      report(codes::unknown_subject,
             "nothing called " + in_quotes(given.of) + " can be handed over", where(given, "of"),
             path + ".of",
             "name an action ('bp-2019/2.1'), a promise ('bp-2019/2.1/bmg') or a body");
    }
  }

  /// What a row issues, the row says.
  void refuse_row(const HandOver& given, const std::string& path) {
    report(codes::unknown_subject,
           in_quotes(given.of) + " is issued by a register, and cannot be handed over by itself",
           where(given, "of"), path + ".of", "change its row");
  }

  static void hand_over_action(Action& action, const BodyRef& to) {
    for (Promise& promise : action.promises)
      if (promise.from == action.lead) promise.from = to;
    action.lead = to;
  }

  void hand_over_body(BodyId from, const BodyRef& to) {
    const auto is_from = [&](const BodyRef& ref) { return partnership_.find_body(ref.id) == from; };
    for (Action* action : actions_) {
      if (is_from(action->lead)) action->lead = to;
      for (Promise& promise : action->promises)
        if (is_from(promise.from)) promise.from = to;
    }
  }

  Diagnostics found_;
  const Partnership& partnership_;
  Partnership::Parts parts_;
  const WhatIf& what_if_;
  std::vector<Action*> actions_;  // of our own copy, in the order of their ids
};

}  // namespace

Result<Partnership> apply(const Partnership& partnership, const WhatIf& overlay) {
  return Overlay(partnership, partnership.parts(), overlay).run();
}

}  // namespace safegov
