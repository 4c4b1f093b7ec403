// The forms of a document, a file each.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include <safegov/render.hpp>
#include <safegov/report.hpp>

namespace safegov::internal {

std::string report_text(const Report& report, const RenderOptions& options);
std::string report_markdown(const Report& report);
/// Throws std::invalid_argument unless there is exactly one table.
std::string report_csv(const Report& report);
std::string report_json(const Report& report);
std::string report_html(const Report& report);

/// What a cell says, for programs: days as 2019-11-01; nothing as an empty text.
std::string plain_words(const Cell& cell);
/// The same for people: days as 1 November 2019.
std::string in_words(const Cell& cell);
/// It has nothing to say.
bool is_empty(const Cell& cell);
/// The lines of a text that has several; one at least.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace safegov::internal
