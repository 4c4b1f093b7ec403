// Who is to be asked for what.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <safegov/chase.hpp>

namespace safegov {
namespace {

/// It is still to come, and its time is near or over.
constexpr bool is_chased(State state) {
  return state == State::overdue || state == State::due || state == State::partly_received ||
         state == State::due_soon;
}

/// A record of this kind says that somebody spoke for who owes the thing.
constexpr bool is_contact(RecordKind kind) {
  switch (kind) {
    case RecordKind::received:
    case RecordKind::partly_received:
    case RecordKind::extended:
    case RecordKind::waived:
    case RecordKind::superseded:
    case RecordKind::cancelled:
      return true;
    default:
      return false;
  }
}

Date written_down(const Record& record) { return record.recorded.value_or(*record.date); }

/// The latest record of each body.
class Contacts {
 public:
  Contacts(const Assessment& assessment, const Network& network)
      : partnership_(network.partnership()), network_(network) {
    const auto records = partnership_.records();
    const auto& known_at = assessment.options().known_at;
    const auto known = [&](std::size_t i) {
      return !known_at || written_down(records[i]) <= *known_at;
    };
    const auto resolved = partnership_.resolved_records();
    std::set<std::size_t> taken_back;
    for (std::size_t i = 0; i < records.size(); ++i)
      if (resolved[i].retracts && known(i)) taken_back.insert(*resolved[i].retracts);
    for (std::size_t i = 0; i < records.size(); ++i) {
      const Record& record = records[i];
      if (record.event.kind == RecordKind::retracted || *record.date > assessment.as_at() ||
          !known(i) || taken_back.contains(i))
        continue;
      if (record.by) add(partnership_.find_body(record.by.id), i);
      if (const auto* subject = std::get_if<Subject>(&resolved[i].about);
          subject && is_contact(record.event.kind)) {
        const ResolvedPromise& promise = partnership_.promises()[subject->promise.index];
        add(promise.from, i);
      }
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> of(BodyId body) const {
    const auto found = latest_.find(body);
    return found == latest_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void add(BodyId whose, std::size_t record) {
    if (!whose) return;
    const BodyId now = network_.holder_of(whose), body = now ? now : whose;
    const auto [entry, is_new] = latest_.try_emplace(body, static_cast<std::uint32_t>(record));
    const auto records = partnership_.records();
    if (!is_new && *records[entry->second].date <= *records[record].date)
      entry->second = static_cast<std::uint32_t>(record);
  }

  const Partnership& partnership_;
  const Network& network_;
  std::map<BodyId, std::uint32_t> latest_;
};

/// What is left to do about the misses of each row.
std::map<std::uint32_t, std::vector<EscalationStep>> steps_of(const Assessment& assessment) {
  std::map<std::uint32_t, std::vector<EscalationStep>> steps;
  const Escalations found =
      find_escalations(assessment.obligations(), assessment.as_at(), assessment.options().known_at);
  for (const EscalationStep& step : found.steps)
    if (!step.rows.empty() && !step.resolved) steps[step.rows.back()].push_back(step);
  return steps;
}

}  // namespace

std::size_t Chase::size() const noexcept {
  return std::accumulate(
      lists.begin(), lists.end(), std::size_t{0},
      [](std::size_t sum, const ChaseList& list) { return sum + list.items.size(); });
}

Chase chase(const Assessment& assessment) {
  const Obligations& owed = assessment.obligations();
  Chase found{.assessment = assessment, .network = network_of(owed, assessment.as_at())};
  const Contacts contacts(assessment, found.network);
  auto steps = steps_of(assessment);
  std::map<BodyId, ChaseList> lists;  // none comes last: its number is the greatest
  for (std::uint32_t row = 0; row < owed.size(); ++row) {
    const State state = assessment[row];
    if (!is_chased(state)) continue;
    const BodyId owner = found.network.owner_of(row);
    ChaseList& list = lists[owner];
    list.owner = owner;
    ++list.counts[state];
    ChaseItem item{.row = row, .route = found.network.route_of(row)};
    if (const auto mine = steps.find(row); mine != steps.end()) item.steps = mine->second;
    list.items.push_back(std::move(item));
  }
  for (auto& [owner, list] : lists) {
    std::ranges::stable_sort(list.items, {}, [&](const ChaseItem& item) {
      const auto days = assessment.in_force(item.row);
      return days ? days->last().days() : Obligations::no_day;
    });
    if (owner) list.last_contact = contacts.of(owner);
    found.lists.push_back(std::move(list));
  }
  return found;
}

}  // namespace safegov
