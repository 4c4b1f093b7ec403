// When those who were asked answered, and what is seen of them as at a date.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

#include <safegov/population.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// The day from which a total without a date counts: the last of the time that it is about.
[[nodiscard]] std::optional<Date> day_of_total(const Population& population);

/// The day from which all had answered, if the row says that they had.
[[nodiscard]] std::optional<Date> day_when_complete(const Population& population);

/// The day from which an answer counts; of one that is `undated`, that of the total.
[[nodiscard]] std::optional<Date> day_of_answer(const Population& population,
                                                const PopulationMember& member);

void look_at_population(const Population& population, RowLook& look);

}  // namespace safegov::internal
