// Who carries a body's duties on a day.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <vector>

#include <safegov/partnership.hpp>

namespace safegov::internal {

/// Is the body there on that day?
bool exists_on(const Body& body, Date day);

/// By body: itself while it is there, otherwise who succeeds it, and so on; of several the nearest,
/// then the first as written. no_node if nobody does.
std::vector<std::uint32_t> holders_on(const Partnership& partnership, Date day);

}  // namespace safegov::internal
