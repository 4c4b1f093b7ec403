// How allowances describe themselves, and what they are held to.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <variant>
#include <vector>

#include <safegov/allowance.hpp>

#include "model/check_allowances.hpp"
#include "model/findings.hpp"
#include "model/subject.hpp"

namespace safegov {

template <>
const Type& type_of<Allowance>() {
  static constexpr Field fields[] = {
      field<&Allowance::rule>("rule", "The rule, by its code or name: `self-report`.",
                              Need::required),
      field<&Allowance::at>("at",
                            "The thing where it may be broken, and all that is in it: "
                            "`bp-2019/2.1`, `decisions/5`, `bmg`. Left out, everywhere in the plan "
                            "or partnership."),
      field<&Allowance::reason>("reason", "Why it is let stand.", Need::required),
      field<&Allowance::until>("until", "The last day on which it is; for good unless given."),
  };
  static constexpr Type type =
      described<Allowance>("allowance", "What is known to be odd, and let stand.", fields);
  return type;
}

namespace internal {
namespace {

class Allowances : private Findings {
 public:
  Allowances(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found)
      : Findings(data.parts.provenance, found), data_(data), gaps_(gaps) {}

  void run() {
    check(data_.parts.arrangements.allow, {});
    for (std::size_t p = 0; p < data_.parts.plans.size(); ++p)
      check(data_.parts.plans[p].allow, "plans[" + std::to_string(p) + "].");
  }

 private:
  void check(const std::vector<Allowance>& allowances, const std::string& above) {
    for (std::size_t i = 0; i < allowances.size(); ++i) {
      const std::string path = above + "allow[" + std::to_string(i) + "]";
      check_rule(allowances[i], path);
      check_place(allowances[i], path);
    }
  }

  void check_rule(const Allowance& allowance, const std::string& path) {
    if (allowance.rule.empty()) return;  // said as a missing key
    const Code* code = find_code(allowance.rule);
    if (code == nullptr) {
      report(codes::unknown_reference, "no rule is called " + in_quotes(allowance.rule),
             where(allowance, "rule"), path + ".rule", codes::help_for_rule(allowance.rule));
    } else if (code->severity == Severity::error) {
      report(codes::bad_value,
             std::string(code->name) + " cannot be let stand: nothing is said of what is unsound",
             where(allowance, "rule"), path + ".rule", "mend it");
    }
  }

  void check_place(const Allowance& allowance, const std::string& path) {
    if (!allowance.at || gaps_.promises || gaps_.bodies) return;
    const std::string& id = allowance.at.id;
    // A promise of many dates is no obligation, and a place all the same.
    const auto all = data_.promise(id) ? std::vector<About>{} : find_all(data_, id);
    const std::size_t meant = data_.promise(id) ? 1 : all.size();
    const bool is_place = std::ranges::none_of(all, [](const About& about) {
      return std::holds_alternative<MeetingId>(about) || std::holds_alternative<DisputeId>(about);
    });
    if (meant == 1 && is_place) return;
    report(meant == 0 ? codes::unknown_subject
           : is_place ? codes::unclear_subject
                      : codes::wrong_subject,
           meant == 0 ? "nothing is called " + in_quotes(id)
           : is_place ? in_quotes(id) + " could mean several things"
                      : "no rule speaks of " + in_quotes(id) + ", a meeting or a dispute",
           where(allowance, "at"), path + ".at",
           "write the id of an action ('bp-2019/2.1'), a promise ('bp-2019/2.1/bmg'), a row of a "
           "register ('decisions/5'), a body or a plan");
  }

  const Partnership::Data& data_;
  const Gaps& gaps_;
};

}  // namespace

void check_allowances(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found) {
  Allowances(data, gaps, found).run();
}

}  // namespace internal
}  // namespace safegov
