// Holds the quorum of each body to what it may say.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/data.hpp"

namespace safegov::internal {

/// Says which quorums cannot be read, name nobody, or can never be met.
void check_quorums(const Partnership::Data& data, Diagnostics& found);

}  // namespace safegov::internal
