// A pack for a meeting: everything that a board has to see as at a day, in one document.
// SPDX-License-Identifier: Apache-2.0
//
//   const Assessment state = assess(expand_obligations(partnership), Date(2019, 11, 1));
//   const Report report = pack(state, {.body = partnership.find_body("slg")});
//   std::ofstream("pack.html") << render(report, ReportFormat::html);

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/date.hpp>
#include <safegov/lint.hpp>
#include <safegov/report.hpp>
#include <safegov/survey.hpp>

namespace safegov {

struct PackOptions {
  BodyId body = {};  ///< whose meeting it is for; who is at the top, unless given
  std::optional<Date> since =
      {};                    ///< what is new since then; the body's last meeting, unless given
  std::string diagram = {};  ///< who answers to whom as SVG, if somebody drew it
  std::vector<Finding> findings = {};  ///< what lint says, to be printed
  std::vector<Section> more = {};      ///< what comes last: what was withheld, the manifest
};

/// What is new, how things are rated and by which rule, what is overdue and who owes it, the plans
/// in the council's columns, what comes, what slipped, indicators, risks, decisions, the structure,
/// findings. Of nothing is said more than was known as at the assessment's day. A section that has
/// nothing to say says so.
[[nodiscard]] Report pack(const Assessment& assessment, const PackOptions& options = {});

/// A page that leads to the packs of many partnerships: a line for each of the survey, in its
/// order, and the name of its file beside the page, or nothing.
[[nodiscard]] Report pack_index(const Survey& survey, const std::vector<std::string>& files);

/// The day since which things are new, and why that one.
struct Since {
  Date day;
  std::string why = {};  ///< `the last meeting of Business Management Group`
};
/// The last meeting of a body before the day of the assessment; 91 days before, if none is known by
/// its date.
[[nodiscard]] Since last_meeting(const Assessment& assessment, BodyId body);

}  // namespace safegov
