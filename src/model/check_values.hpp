// What every described value is held to.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/diagnostic.hpp>

#include "model/data.hpp"
#include "model/make.hpp"

namespace safegov::internal {

/// Required fields, references, validity and named periods of everything in `data`, whose bodies
/// have been indexed. A reference into a gap in what was read is not reported again.
void check_values(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found);

/// The references to anything that has an id, once all ids are known.
void check_links(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found);

}  // namespace safegov::internal
