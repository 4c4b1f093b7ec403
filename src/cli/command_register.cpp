// safegov register: the lists beside the plans, row by row.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <ostream>

#include <safegov/register_report.hpp>
#include <safegov/registers.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

/// The first word names a register, or is a path already.
const Register* named_register(const Arguments& arguments) {
  if (arguments.paths().empty()) throw UsageError("no paths are given");
  const std::string& word = arguments.paths()[0];
  const auto all = registers();
  const auto found = std::ranges::find_if(all, [&](const Register* r) { return r->name == word; });
  return found == all.end() ? nullptr : *found;
}

void check_row(const std::string& id, const RegisterReport& report) {
  std::vector<std::string_view> known;
  for (const RegisterRow& row : report.rows) {
    known.push_back(std::string_view(row.id).substr(row.id.find('/') + 1));
    if (known.back() == id || row.id == id) return;
  }
  const std::string_view near = nearest(id, known);
  throw UsageError("'" + std::string(report.table->kind().name) + "' has no row " + in_quotes(id) +
                   (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"));
}

/// What is odd only because something is left out is not odd.
void keep_true(std::vector<RegisterReport>& reports, const Diagnostics& of_whole) {
  for (RegisterReport& report : reports)
    std::erase_if(report.findings, [&](const Diagnostic& here) {
      return std::ranges::none_of(of_whole, [&](const Diagnostic& d) {
        return d.code == here.code && d.message == here.message;
      });
    });
}

}  // namespace

Exit run_register(const Arguments& arguments, const Terminal& terminal) {
  const Register* kind = named_register(arguments);
  const Format format = format_of(arguments);
  const AssessOptions judge = assess_options(arguments);
  RenderOptions options = render_options(arguments, terminal);
  options.rows = arguments.values("--row");
  if (kind == nullptr && !options.rows.empty())
    throw UsageError("--row needs a register: 'safegov register decisions PATH… --row 5'");
  const auto loaded = load(arguments, terminal, kind ? 1 : 0);
  if (!loaded) return Exit::could_not;
  const Date as_at = as_at_of(arguments, terminal);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  const Assessment assessment =
      assess(expand_obligations(loaded->partnership, {.promised_by = last_day_of(as_at, judge)}),
             as_at, judge);
  std::vector<RegisterReport> reports;
  for (const RegisterTable& table : loaded->partnership.registers())
    if (kind == nullptr || &table.kind() == kind) reports.push_back(report_on(assessment, table));
  if (loaded->whole) keep_true(reports, register_findings(*loaded->whole, as_at, judge.known_at));
  if (kind == nullptr) {
    terminal.out << render(assessment, reports, format, options);
    return Exit::done;
  }
  const RegisterTable none(*kind);
  if (reports.empty()) reports.push_back(report_on(assessment, none));
  for (const std::string& id : options.rows) check_row(id, reports[0]);
  terminal.out << render(assessment, reports[0], format, options);
  return Exit::done;
}

}  // namespace safegov::internal
