// What is done about what was found: shared by inspections and audits.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/inspection.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// Promises an action, and tells of it being done; nothing if a commitment promises it already.
void issue_action(const InspectionAction& action, Issue& issue);

/// The last that is known of what follows; null if nothing is.
const InspectionProgress* last_known(const std::vector<InspectionProgress>& all, RowLook& look);

/// What the row is owed that has been received, by the id of the promise. What documents say is
/// done is a record like any other, and may be retracted: the state of what is owed decides.
std::set<std::string_view> received_by(RowLook& look);

/// Whether it is done: as its commitment has it, or by what was received.
bool is_done(const InspectionAction& action, std::string_view promise,
             const std::set<std::string_view>& received, RowLook& look);

}  // namespace safegov::internal
