// What a spreadsheet would run instead of show, and how it is kept from that.
// SPDX-License-Identifier: Apache-2.0
//
// Quotes do not help: a spreadsheet takes them off before it looks. One apostrophe in front does,
// and is taken off again here, as by anybody who knows the rule: of a cell that begins with
// apostrophes and would be run without them, the first is not part of the text.

#pragma once

#include <string>
#include <string_view>

namespace safegov::internal {

/// The text as it stands in a cell: with an apostrophe in front if it would be run, or would be
/// once an apostrophe is taken off. What is a number as it stands is shown as one and not run.
std::string as_cell(std::string_view text);

/// The text of such a cell.
std::string_view from_cell(std::string_view cell);

}  // namespace safegov::internal
