// The words in which coverage is told, whatever the form.
// SPDX-License-Identifier: Apache-2.0

#include "render/coverage_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace safegov::internal {

std::string_view spoken(Reach reach) {
  constexpr std::array<std::string_view, 4> words{"with evidence", "in words only", "not known",
                                                  "no"};
  return words[static_cast<std::size_t>(reach)];
}

std::string_view spoken(Hearing hearing) {
  constexpr std::array<std::string_view, 6> words{
      "heard", "perhaps heard", "not known", "not heard yet", "heard before", "without a line"};
  return words[static_cast<std::size_t>(hearing)];
}

std::string_view spoken(GapKind kind) {
  constexpr std::array<std::string_view, 8> words{
      "priorities without objectives", "objectives without priorities",
      "focus groups of no objective",  "objectives without actions",
      "objectives without a lead",     "objectives without a date",
      "objectives owed to nobody",     "bodies that lead nothing"};
  return words[static_cast<std::size_t>(kind)];
}

std::string listed(const std::vector<std::string>& ids, std::string_view between) {
  std::string out;
  for (const std::string& id : ids) out.append(out.empty() ? "" : between).append(id);
  return out;
}

/// Names of groups have commas of their own.
std::string gap_ids(const CoverageGap& gap) {
  return listed(gap.ids, gap.what == GapKind::focus_group_without_objective ? "; " : ", ");
}

namespace {

/// The last record of those that the answer rests on; there are records.
const Claim& telling(const PriorityCoverage& row) {
  const auto rests = [&](const Claim& claim) {
    switch (row.reach) {
      case Reach::evidence:
        return claim.hearing == Hearing::heard && claim.with_reference;
      case Reach::words:
        return claim.hearing == Hearing::heard;
      case Reach::not_known:
        return claim.hearing == Hearing::maybe || claim.hearing == Hearing::not_known;
      case Reach::no:
        break;
    }
    return true;
  };
  return *std::find_if(row.claims.rbegin(), row.claims.rend(), rests);
}

}  // namespace

std::string CoverageNames::priority(const PriorityCoverage& row) const {
  return row.priority ? plan(row.plan).priorities[*row.priority].no : std::string();
}

std::vector<std::string> CoverageNames::objectives(const std::vector<ObjectiveId>& ids) const {
  std::vector<std::string> out;
  for (const ObjectiveId id : ids) out.push_back(partnership_[id].no);
  return out;
}

std::vector<std::string> CoverageNames::priorities(const ObjectiveCoverage& row) const {
  std::vector<std::string> out;
  for (const std::uint32_t i : row.priorities) out.push_back(plan(row.plan).priorities[i].no);
  return out;
}

std::vector<std::string> CoverageNames::groups(const ObjectiveCoverage& row) const {
  std::vector<std::string> out;
  for (const std::uint32_t i : row.focus_groups)
    out.push_back(plan(row.plan).focus_groups[i].label());
  return out;
}

std::vector<std::string> CoverageNames::bodies(const std::vector<BodyId>& ids) const {
  std::vector<std::string> out;
  for (const BodyId id : ids) out.push_back(partnership_[id].id);
  return out;
}

/// `bp-2019/2.1/bmg of June 2019 was received by bmg on 20 June 2019 (BMG minutes, item 6)`
std::string CoverageNames::claim(const Claim& claim) const {
  const Record& record = partnership_.records()[claim.record];
  std::string words = record.event.about + " was ";
  switch (record.event.kind) {
    case RecordKind::partly_received:
      words += "partly received";
      break;
    case RecordKind::decided:
      words += "decided on";
      break;
    case RecordKind::rated:
      words += "rated";
      break;
    default:
      words += "received";
  }
  words += claim.at ? " by " + partnership_[claim.at].id : ", by whom is not stated,";
  words += " on " + in_words(*record.date);
  return claim.with_reference ? words + " (" + record.reference + ")" : words;
}

std::string CoverageNames::heard(const Claim& claim) const {
  const auto& [possible, certain] = claim.heard;
  if (!possible && claim.at && claim.hearing == Hearing::not_known)
    return coverage_.top() ? "; no meetings that are known lead on from there" : "";
  const Date day = *partnership_.records()[claim.record].date;
  if (!possible || (possible == day && certain == day)) return {};
  const std::string heard = claim.hearing == Hearing::not_yet ? ", to be heard " : ", heard ";
  if (!certain) return heard + "on " + in_words(*possible) + " at the earliest";
  if (possible == certain) return heard + "on " + in_words(*certain);
  return heard + "between " + in_words(*possible) + " and " + in_words(*certain);
}

std::string CoverageNames::reason(const PriorityCoverage& row) const {
  if (row.objectives.empty()) return "no objective names it";
  if (row.claims.empty()) return "nothing is recorded under it";
  std::string tally;
  for (std::size_t i = 0; i < words_of<Hearing>().size(); ++i) {
    const auto hearing = static_cast<Hearing>(i);
    const auto count = std::ranges::count(row.claims, hearing, &Claim::hearing);
    if (count != 0)
      tally +=
          (tally.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(spoken(hearing));
  }
  const Claim& last = telling(row);
  const std::string what = claim(last) + heard(last);
  if (row.claims.size() == 1) return std::string(spoken(last.hearing)) + ": " + what;
  return std::to_string(row.claims.size()) + " records: " + tally + "; last " +
         std::string(spoken(last.hearing)) + ": " + what;
}

std::string CoverageNames::looked_at() const {
  const std::string top = coverage_.top()
                              ? partnership_[coverage_.top()].label_on(coverage_.looked_at().last())
                              : "the top";
  return "what reached " + top + " in the " + counted(coverage_.looked_at().length(), "day") +
         " from " + in_words(coverage_.looked_at().first());
}

}  // namespace safegov::internal
