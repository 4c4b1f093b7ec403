// The columns of obligations, assessments and timelines.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/timeline.hpp>

#include "table.hpp"

namespace safegov::python {

/// `assessment` may be null: then there is no state. Without names, all that cost nothing: `plan`,
/// `from`, `to`, `lead`, `kind`, `first`, `last`, `state`. Throws std::invalid_argument for a name
/// that there is not.
[[nodiscard]] Table columns_of(const Obligations& owed, const Assessment* assessment,
                               const std::vector<std::string>& names);

/// A row a day: `day`, and a number for each state.
[[nodiscard]] Table columns_of(const Timeline& line);

/// A row a group: `id`, `name`, and a number for each state.
[[nodiscard]] Table columns_of(const std::vector<GroupCounts>& groups);

}  // namespace safegov::python
