// From the rows of registers to what they issue.
// SPDX-License-Identifier: Apache-2.0

#include "model/issue_registers.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include <safegov/row.hpp>

#include "base/text.hpp"
#include "model/findings.hpp"

namespace safegov::internal {
namespace {

class Issuing : private Findings {
 public:
  Issuing(Partnership::Data& data, Diagnostics& found)
      : Findings(data.parts.provenance, found), data_(data) {}

  void run() {
    for (const RegisterTable& table : data_.parts.registers)
      if (table.size() != 0) take(table);
    if (happened_.empty()) return;
    data_.all_records = data_.parts.records;
    std::ranges::move(happened_, std::back_inserter(data_.all_records));
  }

 private:
  void take(const RegisterTable& table) {
    const Register& kind = table.kind();
    Plan plan;
    plan.id = kind.name;
    plan.title = kind.title;
    Objective objective;
    objective.text = kind.doc;
    std::map<std::string, std::size_t> seen;
    TableMemo memo;
    for (std::size_t row = 0; row < table.size(); ++row) {
      Issue issue(table, row, data_.parts.provenance, memo, data_.parts.arrangements.bodies,
                  [this](std::string_view id) { return data_.clock(id); });
      kind.issue(kind, table[row], issue);
      for (Record& record : issue.take_records()) {
        happened_.push_back(std::move(record));
        data_.record_rows.push_back({kind.name, row});
      }
      std::size_t next = 0;
      for (Action& action : issue.take_actions()) {
        const std::size_t first = std::exchange(next, next + action.promises.size());
        if (action.no.empty()) continue;  // said as a missing key
        if (!is_first(action, row, table, seen)) continue;
        std::ranges::copy(issue.since().subspan(first, next - first),
                          std::back_inserter(data_.promised));
        std::ranges::copy(issue.anchors().subspan(first, next - first),
                          std::back_inserter(data_.anchors));
        objective.actions.push_back(std::move(action));
        data_.action_rows.push_back({kind.name, row});
        data_.windows.push_back(issue.window());
      }
    }
    plan.objectives.push_back(std::move(objective));
    data_.issued.push_back(std::move(plan));
  }

  bool is_first(const Action& action, std::size_t row, const RegisterTable& table,
                std::map<std::string, std::size_t>& seen) {
    const auto [first, fresh] = seen.emplace(action.no, row);
    if (fresh) return true;
    const Type& type = table.kind().row();
    const auto place = [&](std::size_t index) {
      const Origin& origin = type.origin(const_cast<void*>(table[index]));
      return data_.parts.provenance.find(origin, type.find("id"));
    };
    auto& d = report(
        codes::duplicate_id,
        "two rows of '" + std::string(table.kind().name) + "' are called " + in_quotes(action.no),
        place(row), std::string(table.kind().name) + "[" + std::to_string(row) + "].id",
        "an id names one thing only: change one of them");
    relate(d, place(first->second), "first used here");
    return false;
  }

  Partnership::Data& data_;
  std::vector<Record> happened_;
};

}  // namespace

void issue_registers(Partnership::Data& data, Diagnostics& found) { Issuing(data, found).run(); }

void check_registers(const Partnership& partnership, Diagnostics& found) {
  for (const RegisterTable& table : partnership.registers()) {
    RowCheck check(partnership, table.kind(), found);
    for (std::size_t row = 0; row < table.size(); ++row) {
      check.go_to(row);
      table.kind().check(table.kind(), table[row], check);
    }
  }
}

}  // namespace safegov::internal
