// The decisions of a log as at a date: what one row must know of the others.
// SPDX-License-Identifier: Apache-2.0

#include "registers/decision_log.hpp"

#include <charconv>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace safegov::internal {

std::optional<int> number_of(const Decision& decision) {
  int number = 0;
  const std::string& no = decision.no;
  const auto [end, error] = std::from_chars(no.data(), no.data() + no.size(), number);
  if (no.empty() || error != std::errc{} || end != no.data() + no.size()) return {};
  return number;
}

DecisionLog log_of_decisions(RowLook& look) {
  const Partnership& partnership = look.partnership();
  const auto rows = partnership.list<Decision>();
  DecisionLog log{.decided = std::vector<std::optional<Date>>(rows.size()),
                  .recorded = std::vector<bool>(rows.size()),
                  .successors = std::vector<std::vector<std::size_t>>(rows.size()),
                  .before = std::vector<std::optional<std::size_t>>(rows.size())};
  std::map<std::string_view, std::size_t> ids;
  for (std::size_t i = 0; i < rows.size(); ++i) ids.emplace(rows[i].id, i);
  std::set<About> with_records;
  for (std::size_t i = 0; i < partnership.records().size(); ++i)
    if (partnership.records()[i].event.kind == RecordKind::decided)
      with_records.insert(partnership.resolved_records()[i].about);
  std::map<std::uint32_t, std::size_t> last_of_file;
  const std::string stem = std::string(look.kind().name) + "/";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const About own = partnership.find(stem + rows[i].id);
    log.recorded[i] = with_records.contains(own);
    for (const Record* record : look.records_about(own))
      if (record->event.kind == RecordKind::decided && !log.decided[i])
        log.decided[i] = record->date;
    for (const Ref<Decision>& other : rows[i].supersedes)
      log.successors[ids.at(other.id)].push_back(i);
    if (!log.decided[i]) continue;
    const auto [last, fresh] = last_of_file.emplace(rows[i].origin.file, i);
    if (fresh) continue;
    if (number_of(rows[i]) != 1) log.before[i] = last->second;  // from 1, another log begins
    last->second = i;
  }
  return log;
}

}  // namespace safegov::internal
