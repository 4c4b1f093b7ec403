// Holds a partnership against every rule, and takes out what is let stand.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <safegov/lint.hpp>
#include <safegov/register_report.hpp>

#include "base/text.hpp"
#include "lint/catalogue.hpp"
#include "lint/input.hpp"

namespace safegov {
namespace {

using namespace internal;

/// Whether the same is said of the same.
bool says(const LintReport& report, const Finding& finding) {
  const auto same = [&](const Finding& f) {
    return f.what.code == finding.what.code && f.about == finding.about &&
           f.what.message == finding.what.message;
  };
  return std::ranges::any_of(report.findings, same) ||
         std::ranges::any_of(report.allowed, same, &Allowed::finding);
}

using Ids = std::set<std::string_view>;

/// The codes that some names mean.
Ids codes_of(const std::vector<std::string>& names) {
  Ids ids;
  for (const std::string& name : names) {
    const Code* code = find_code(name);
    if (code == nullptr) throw std::invalid_argument("no rule is called " + in_quotes(name));
    ids.insert(code->id);
  }
  return ids;
}

class Reviewer {
 public:
  Reviewer(const Partnership& partnership, Date as_at, const LintOptions& options)
      : partnership_(partnership),
        options_(options),
        only_(codes_of(options.only)),
        allow_(codes_of(options.allow)),
        things_(partnership),
        report_{.as_at = as_at} {}

  LintReport run(Diagnostics remarks) {
    apply_rules();
    const auto& known_at = options_.known_at;
    for (Diagnostic& d : register_findings(partnership_, report_.as_at, known_at)) take(d);
    for (Diagnostic& d : remarks)
      if (d.severity != Severity::error) take(d);
    gather_allowances();
    let_stand();
    report_idle();
    std::erase_if(report_.findings, [&](const Finding& f) { return !wanted(f.what.code); });
    std::erase_if(report_.allowed, [&](const Allowed& a) { return !wanted(a.finding.what.code); });
    std::ranges::stable_sort(report_.findings, before);
    std::ranges::stable_sort(report_.allowed, [](const Allowed& a, const Allowed& b) {
      return before(a.finding, b.finding);
    });
    return std::move(report_);
  }

 private:
  /// By place, what has none last; then by code.
  static bool before(const Finding& a, const Finding& b) {
    const auto key = [](const Finding& f) {
      const bool placed = f.what.where.begin.line != 0;
      return std::tuple(!placed, placed ? f.what.where.name() : std::string_view(),
                        f.what.where.begin.line, f.what.where.begin.column,
                        std::string_view(f.what.code));
    };
    return key(a) < key(b);
  }

  [[nodiscard]] bool wanted(std::string_view code) const {
    return only_.empty() || only_.contains(code);
  }
  /// Which allowances are idle, the findings of all rules tell.
  [[nodiscard]] bool runs(std::string_view code) const {
    return wanted(code) || only_.contains(codes::idle_allowance.id);
  }

  void apply_rules() {
    const auto& known_at = options_.known_at;
    const Date until = known_until(report_.as_at, known_at);
    const Assessment state = assess(expand_obligations(partnership_, {.promised_by = until}),
                                    report_.as_at, {.known_at = known_at});
    const Network network = network_of(state.obligations(), report_.as_at);
    const LintInput input{partnership_, report_.as_at, state, network};
    for (const Rule& rule : lint_catalogue()) {
      if (!runs(rule.code->id)) continue;
      RuleFindings found(partnership_, things_, *rule.code, report_.findings);
      rule.check(input, found);
    }
  }

  void take(Diagnostic& d) {
    if (!runs(d.code)) return;
    std::string about = things_.row_at(d.path);
    report_.findings.push_back({std::move(d), std::move(about)});
  }

  /// An allowance with what it covers.
  struct Held {
    const Allowance* allowance;
    std::string_view code;
    std::string path;      ///< of what it covers; empty for everything
    Things::Place stands;  ///< where it is written
    std::size_t used = 0;
  };

  void gather_allowances() {
    const auto gather = [&](const std::vector<Allowance>& all, const Things::Place& above) {
      for (std::size_t i = 0; i < all.size(); ++i) {
        std::string path = above.path;
        if (all[i].at) {
          const PromiseId promise = partnership_.find_promise(all[i].at.id);
          path =
              promise ? things_.of(promise).path : things_.of(partnership_.find(all[i].at.id)).path;
        }
        const std::string own = "allow[" + std::to_string(i) + "]";
        held_.push_back({&all[i],
                         find_code(all[i].rule)->id,
                         std::move(path),
                         {above.path.empty() ? own : above.path + "." + own, above.id}});
      }
    };
    gather(partnership_.arrangements().allow, {});
    for (const Plan& plan : partnership_.plans()) gather(plan.allow, things_.of(plan));
  }

  [[nodiscard]] static bool covers(const std::string& path, std::string_view of) {
    return path.empty() ||
           (of.starts_with(path) &&
            (of.size() == path.size() || of[path.size()] == '.' || of[path.size()] == '['));
  }

  [[nodiscard]] bool holds(const Allowance& allowance) const {
    return !allowance.until || report_.as_at <= *allowance.until;
  }

  void let_stand() {
    std::vector<Finding> stays;
    for (Finding& finding : report_.findings) {
      const auto by = std::ranges::find_if(held_, [&](const Held& held) {
        return held.code == finding.what.code && holds(*held.allowance) &&
               covers(held.path, finding.what.path);
      });
      if (by != held_.end()) {
        ++by->used;
        report_.allowed.push_back({std::move(finding), by->allowance});
      } else if (allow_.contains(finding.what.code)) {
        report_.allowed.push_back({std::move(finding), nullptr});
      } else {
        stays.push_back(std::move(finding));
      }
    }
    report_.findings = std::move(stays);
  }

  void report_idle() {
    if (!wanted(codes::idle_allowance.id) || allow_.contains(codes::idle_allowance.id)) return;
    for (const Held& held : held_) {
      if (held.used > 0 || !runs(held.code)) continue;
      const Allowance& allowance = *held.allowance;
      Diagnostic d = codes::diagnose(
          codes::idle_allowance,
          holds(allowance) ? "there is no " + in_quotes(allowance.rule) + " that it lets stand"
                           : "it has let nothing stand since " + iso(*allowance.until),
          partnership_.where(allowance, holds(allowance) ? "rule" : "until"),
          holds(allowance) ? "take it out" : "mend what it was for, or say for how long again");
      d.path = held.stands.path;
      report_.findings.push_back({std::move(d), held.stands.id});
    }
  }

  const Partnership& partnership_;
  const LintOptions& options_;
  Ids only_, allow_;
  Things things_;
  std::vector<Held> held_;
  LintReport report_;
};

}  // namespace

std::size_t LintReport::count(Severity severity) const noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(
      findings, [&](const Finding& finding) { return finding.what.severity == severity; }));
}

LintReport lint(const Partnership& partnership, Date as_at, const LintOptions& options,
                Diagnostics remarks) {
  return Reviewer(partnership, as_at, options).run(std::move(remarks));
}

std::vector<const Code*> lint_rules() {
  std::vector<const Code*> all;
  for (const Rule& rule : lint_catalogue()) all.push_back(find_code(rule.code->id));
  all.push_back(find_code(codes::idle_allowance.id));
  return all;
}

LintReport findings_for(const LintReport& whole, LintReport published) {
  std::erase_if(published.findings, [&](const Finding& f) { return !says(whole, f); });
  std::erase_if(published.allowed, [&](const Allowed& a) { return !says(whole, a.finding); });
  return published;
}

}  // namespace safegov
