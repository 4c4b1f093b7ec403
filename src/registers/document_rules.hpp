// What cannot be about a document, and what is seen of one as at a date.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/document.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

void check_document(const Document& document, RowCheck& check);
void look_at_document(const Document& document, RowLook& look);

}  // namespace safegov::internal
