// Whether what a plan carries on from an earlier one is something that can be carried.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/diagnostic.hpp>

#include "model/data.hpp"
#include "model/make.hpp"

namespace safegov::internal {

/// What stands under `carries` is an objective, action, promise or obligation of another plan.
void check_carries(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found);

}  // namespace safegov::internal
