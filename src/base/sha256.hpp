// SHA-256, so that anybody can recompute what we say of a text without our code.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace safegov::internal {

/// The SHA-256 of `text`, in 64 small hexadecimal digits (FIPS 180-4).
std::string sha256(std::string_view text);

}  // namespace safegov::internal
