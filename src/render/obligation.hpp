// One obligation, wherever it is listed.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

#include <safegov/explain.hpp>
#include <safegov/obligations.hpp>

#include "render/json.hpp"
#include "render/text.hpp"

namespace safegov::internal {

/// Two lines: id, date and remark; who owes what to whom.
void write_obligation(Page& page, const Obligation& obligation, std::string_view remark);

/// Its fields, into an object that the caller opens and ends.
void write_fields(Json& json, const Obligation& obligation);

/// A fact that something rests on, and where it stands.
void write_fact(Page& page, const Fact& fact);
void write_fact(Json& json, const Fact& fact);

/// Opens the object of a report and says what it is.
void begin_report(Json& json, std::string_view name, const Partnership& partnership);
void begin_report(Json& json, std::string_view name);

/// The head of a page about a range of days.
void write_head(Page& page, const Partnership& partnership, DateRange range);

/// `"counts"`: a number for every state.
void write_counts(Json& json, const Counts& counts);

}  // namespace safegov::internal
