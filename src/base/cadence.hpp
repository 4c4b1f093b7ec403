// How often something happens, read from words.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>

#include <safegov/deadline.hpp>

#include "base/words.hpp"

namespace safegov::internal {

/// How often, without saying from when: `at least quarterly`, `on a monthly basis`. Its text is
/// what was taken.
std::optional<Cadence> take_cadence(Cursor& cursor);

/// From when and until when something recurs, as far as it is written.
struct CadenceStretch {
  std::optional<Date> from;
  std::optional<Date> until;
  std::string why_not;  ///< if the words are impossible
};

/// `from June 2019 to March 2020`, `from June 2019`, `until March 2020`, `in 2019/20`.
std::optional<CadenceStretch> take_cadence_stretch(Cursor& cursor);

}  // namespace safegov::internal
