// The meetings of a body that were held by a date, and how often it meets.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include <safegov/minutes.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// Whether the meeting was over, and written down, by the dates of the look.
[[nodiscard]] bool is_known(const Minutes& minutes, const RowLook& look);

/// The minutes of a body that are known: by date, then as written. No agendas.
[[nodiscard]] std::vector<const Minutes*> held_by(const Body& body, RowLook& look);

/// Cadence declared against held, and who came how often, said at the last of `held`.
void look_at_cadence(const Body& body, const std::vector<const Minutes*>& held, RowLook& look);

}  // namespace safegov::internal
