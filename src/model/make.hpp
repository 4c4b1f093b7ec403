// Making a partnership out of parts that may already be known to have faults.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/partnership.hpp>

namespace safegov::internal {

/// What reading could not take in. A reference into a gap is not reported again.
struct Gaps {
  bool arrangements = false;  ///< there is no file that says what the partnership is
  bool bodies = false;
  bool promises = false;
};

/// Partnership::make, with what reading found before.
Result<Partnership> make_partnership(Partnership::Parts parts, Diagnostics found, Gaps gaps);

}  // namespace safegov::internal
