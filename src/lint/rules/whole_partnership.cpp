// Something that everybody owes, leads or receives: nobody in particular.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void whole_partnership(const LintInput& in, RuleFindings& findings) {
  const auto is_whole = [&](BodyId id) {
    const Body* body = in.body(id);
    return body != nullptr && body->kind == BodyKind::partnership;
  };
  const auto message = [&](BodyId id, const char* part) {
    return "'" + in.partnership[id].id + "' is the partnership as a whole: nobody in particular " +
           part;
  };
  const char* const help = "name the group or agency that does";
  for (std::uint32_t i = 0; i < in.partnership.action_count(); ++i) {
    if (in.partnership.row_of(ActionId{i})) break;  // registers come last
    const Action& action = in.partnership[ActionId{i}];
    const BodyId lead = in.partnership.find_body(action.lead.id);
    if (is_whole(lead)) findings.report(action, "lead", message(lead, "leads"), help);
  }
  each_promise(in, [&](const PromiseIn& promise) {
    const BodyId from = promise.resolved.from, to = promise.resolved.to;
    if (is_whole(from) && from != promise.resolved.lead)
      findings.report(promise, "from", message(from, "owes this"), help);
    // One that meets receives it at its meeting.
    if (is_whole(to) && in.partnership[to].meets.empty())
      findings.report(promise, "to", message(to, "receives this"), help);
  });
}
}  // namespace safegov::internal::rules
