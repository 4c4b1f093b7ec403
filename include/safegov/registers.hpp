// The registers that come with the library.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>

#include <safegov/register.hpp>

namespace safegov {

/// In the order in which reports list them. One of your own is given to ReadOptions::registers.
[[nodiscard]] std::span<const Register* const> registers();

}  // namespace safegov
