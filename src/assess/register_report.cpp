// What the rows of a register amount to as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/register_report.hpp>

#include <utility>

namespace safegov {

RegisterReport report_on(const Assessment& assessment, const RegisterTable& table) {
  const Obligations& owed = assessment.obligations();
  const Partnership& partnership = owed.partnership();
  const Register& kind = table.kind();
  RegisterReport report{.table = &table};
  RowLook look(partnership, kind, assessment.as_at(), assessment.options().known_at,
               report.findings);
  for (std::size_t i = 0; i < table.size(); ++i) {
    look.go_to(i);
    kind.look(kind, table[i], look);
    report.rows.push_back({.row = i, .measures = look.take_measures()});
  }
  for (std::uint32_t i = 0; i < partnership.action_count(); ++i) {
    const auto place = partnership.row_of(ActionId{i});
    if (!place || place->kind != kind.name) continue;
    RegisterRow& row = report.rows[place->row];
    if (!row.id.empty()) continue;  // a part of the row; the row itself came first
    const Action& action = partnership[ActionId{i}];
    row.id = std::string(kind.name) + "/" + action.no;
    row.text = action.text;
  }
  for (std::size_t o = 0; o < owed.size(); ++o) {
    const auto place = partnership.row_of(owed.action()[o]);
    if (!place || place->kind != kind.name) continue;
    RegisterRow& row = report.rows[place->row];
    row.obligations.push_back(o);
    ++row.counts[assessment[o]];
    ++report.counts[assessment[o]];
  }
  sort(report.findings);
  return report;
}

Diagnostics register_findings(const Partnership& partnership, Date as_at,
                              std::optional<Date> known_at) {
  Diagnostics findings;
  for (const RegisterTable& table : partnership.registers()) {
    RowLook look(partnership, table.kind(), as_at, known_at, findings);
    for (std::size_t i = 0; i < table.size(); ++i) {
      look.go_to(i);
      table.kind().look(table.kind(), table[i], look);
    }
  }
  sort(findings);
  return findings;
}

}  // namespace safegov
