// What an inspector would say of a plan: where, why it matters, and what to do about it.
// SPDX-License-Identifier: Apache-2.0
//
//   const LintReport report = lint(partnership, Date(2019, 11, 1));
//   for (const Finding& finding : report.findings) print(std::cout, {finding.what});
//
// A sound partnership may be odd in many ways: a report that is owed to oneself, a date before the
// plan begins. Every rule has a code and a page, as every error has; `explain` shows it.

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <safegov/allowance.hpp>
#include <safegov/date.hpp>
#include <safegov/diagnostic.hpp>
#include <safegov/partnership.hpp>

namespace safegov {

/// One thing that a rule says.
struct Finding {
  Diagnostic what;
  /// The id of the thing that it is said of, `bp-2019/2.1/bmg`, `decisions/5`, `bmg`: it stays when
  /// lines and places move. Empty for what has no id.
  std::string about = {};
};

/// A finding that is let stand.
struct Allowed {
  Finding finding;
  const Allowance* by = nullptr;  ///< null if the call asked for it; lives as the partnership does
};

struct LintOptions {
  std::vector<std::string> only = {};   ///< codes or names of rules; all if empty
  std::vector<std::string> allow = {};  ///< rules whose findings are let stand, in this call only
  std::optional<Date> known_at = {};    ///< as of AssessOptions
};

struct LintReport {
  Date as_at;
  std::vector<Finding> findings = {};  ///< by place, then code
  std::vector<Allowed> allowed = {};   ///< the same
  /// How many findings there are of a severity.
  [[nodiscard]] std::size_t count(Severity severity) const noexcept;
};

/// Holds a partnership against every rule, those of its registers included, as at a date. `remarks`
/// are warnings and notes that reading made, which are findings like others. Throws
/// std::invalid_argument for the name of a rule that there is not.
[[nodiscard]] LintReport lint(const Partnership& partnership, Date as_at,
                              const LintOptions& options = {}, Diagnostics remarks = {});

/// What may be said to an audience: the findings of what is published that the whole has as well,
/// word for word. Of the whole they could quote what is withheld; of what is published alone, miss
/// what is only left out.
[[nodiscard]] LintReport findings_for(const LintReport& whole, LintReport published);

/// The rules of lint itself, in the order of their codes.
[[nodiscard]] std::vector<const Code*> lint_rules();

}  // namespace safegov
