// What the rows of a register amount to as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <utility>

#include <safegov/register_report.hpp>

namespace safegov {

namespace {

/// What rules are told of obligations. What the report is not about, or all if there is no
/// assessment, is assessed once a rule asks for it.
class Engine {
 public:
  Engine(const Partnership& partnership, Date as_at, const AssessOptions& options,
         const Assessment* given = nullptr)
      : partnership_(partnership), as_at_(as_at), options_(options), given_(given) {}

  Standing operator()(const Subject& obligation) {
    if (given_ != nullptr)
      if (const auto row = given_->obligations().row_of(obligation)) return of(*given_, *row);
    if (!all_) all_ = assess(expand_obligations(partnership_), as_at_, options_);
    return of(*all_, *all_->obligations().row_of(obligation));
  }

 private:
  static Standing of(const Assessment& assessment, std::size_t row) {
    return {assessment[row], assessment.in_force(row)};
  }

  Partnership partnership_;
  Date as_at_;
  AssessOptions options_;
  const Assessment* given_;
  std::optional<Assessment> all_ = {};
};

}  // namespace

RegisterReport report_on(const Assessment& assessment, const RegisterTable& table) {
  const Obligations& owed = assessment.obligations();
  const Partnership& partnership = owed.partnership();
  const Register& kind = table.kind();
  RegisterReport report{.table = &table};
  const Standings standings =
      Engine(partnership, assessment.as_at(), assessment.options(), &assessment);
  RowLook look(partnership, kind, assessment.as_at(), assessment.options().known_at, standings,
               report.findings);
  for (std::size_t i = 0; i < table.size(); ++i) {
    look.go_to(i);
    kind.look(kind, table[i], look);
    report.rows.push_back(
        {.row = i, .measures = look.take_measures(), .not_before = look.take_not_before()});
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
  const Standings standings = Engine(partnership, as_at, {.known_at = known_at});
  for (const RegisterTable& table : partnership.registers()) {
    RowLook look(partnership, table.kind(), as_at, known_at, standings, findings);
    for (std::size_t i = 0; i < table.size(); ++i) {
      look.go_to(i);
      table.kind().look(table.kind(), table[i], look);
    }
  }
  sort(findings);
  return findings;
}

}  // namespace safegov
