// Objectives or actions whose numbers go back.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {
namespace {

/// `2.10` as {2, 10}; nothing for what is no number.
std::optional<std::vector<int>> parts_of(std::string_view no) {
  std::vector<int> parts{0};
  bool digits = false;
  for (const char c : no) {
    if (c == '.' && digits) {
      parts.push_back(0);
      digits = false;
    } else if (c >= '0' && c <= '9' && parts.back() < 100000) {
      parts.back() = parts.back() * 10 + (c - '0');
      digits = true;
    } else {
      return {};
    }
  }
  if (!digits) return {};
  return parts;
}

template <class Thing>
void check(const std::vector<Thing>& things, const char* noun, RuleFindings& findings) {
  for (std::size_t i = 1; i < things.size(); ++i) {
    const auto before = parts_of(things[i - 1].no), now = parts_of(things[i].no);
    if (!before || !now || *before < *now) continue;
    findings.report(things[i], "no",
                    std::string(noun) + " " + in_quotes(things[i].no) + " comes after " +
                        in_quotes(things[i - 1].no),
                    "number them in the order in which they are printed");
  }
}

}  // namespace

void numbers_out_of_order(const LintInput& in, RuleFindings& findings) {
  for (const Plan& plan : in.plans()) {
    check(plan.objectives, "objective", findings);
    for (const Objective& objective : plan.objectives) check(objective.actions, "action", findings);
  }
}
}  // namespace safegov::internal::rules
