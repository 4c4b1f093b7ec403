// The words of states as people say them.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <string>

#include <safegov/state.hpp>

namespace safegov::internal {

/// `received late`
inline std::string spoken(State state) {
  std::string words(to_string(state));
  std::ranges::replace(words, '_', ' ');
  return words;
}

}  // namespace safegov::internal
