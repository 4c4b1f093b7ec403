// Whether escalations make sense, and which disputes records name.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include <safegov/diagnostic.hpp>

#include "model/data.hpp"
#include "model/make.hpp"
#include "model/record_findings.hpp"

namespace safegov::internal {

/// Stages that nobody could follow are an error.
void check_escalations(const Partnership::Data& data, Diagnostics& found);

/// Fills data.disputes: a dispute is there as soon as a record escalates it.
void index_disputes(Partnership::Data& data);

/// `resolution/7`, taken apart; without a rule if no escalation is called so.
struct DisputeName {
  const Escalation* rule = nullptr;
  std::string_view id;    ///< `resolution`
  std::string_view name;  ///< `7`; empty if there is none
};
DisputeName take_dispute_apart(const Partnership::Data& data, std::string_view id);

/// May a dispute be called so? A name, like an id, is copied from where it is printed.
bool can_name_dispute(std::string_view name) noexcept;

/// Whether `body` is `stage`, or took over from it, whenever that was.
bool can_stand_for(const Partnership::Data& data, BodyId body, BodyId stage);

/// What records say of disputes, told with the other records.
class DisputeRecords : private RecordFindings {
 public:
  DisputeRecords(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found);

  /// What is wrong with the name of a dispute that is not there; false if it can hardly be one.
  bool report_name(std::size_t i);
  /// To whom it was taken, which has to be said: a dispute, to a stage of its procedure.
  void check_stage(std::size_t i);
  /// A dispute is settled after it was raised. What was taken back does not count.
  void check_settlements(const std::set<std::size_t>& taken_back);

 private:
  const Partnership::Data& data_;
  bool rules_missing_;  ///< a dispute may be of what could not be read
};

}  // namespace safegov::internal
