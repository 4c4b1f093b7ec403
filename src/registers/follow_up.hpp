// What registers of things found share: actions that follow, and which of them are done.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <set>
#include <span>
#include <string_view>

#include <safegov/follow_up.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// The promise that an action is, under the action or part of the row that stands last, and its
/// receipt if a document says that it is done. What a commitment promises already issues nothing.
void issue_action(const FollowUpAction& action, Issue& issue);

/// The earliest day on which a document has it done, and the words that say so; or null.
const ActionProgress* first_done(const FollowUpAction& action);

/// The last that is known of what follows; or null.
const ActionProgress* last_known(std::span<const ActionProgress> all, RowLook& look);

/// What the row issued and is received, by the id of the promise. What documents say is done is a
/// record like any other, and may be retracted: the state of what is owed decides.
std::set<std::string_view> received_by(RowLook& look);

/// Whether an action is done: the promise of that id, or the commitment that stands for it.
bool is_done(const FollowUpAction& action, std::string_view promise,
             const std::set<std::string_view>& received, RowLook& look);

}  // namespace safegov::internal
