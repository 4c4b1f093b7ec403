// Texts in HTML and SVG: nothing in them is taken for markup.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include <safegov/report.hpp>

namespace safegov::internal {

/// As text or as the value of an attribute in quotes. Control characters but the line break, which
/// HTML cannot hold, become spaces.
std::string as_html(std::string_view text);

/// As a part of a link: whatever stands in an id.
std::string as_fragment(std::string_view id);

/// As a text of a style sheet, in quotes.
std::string as_css(std::string_view text);

/// A digest of hexadecimal digits in base64, as a Content-Security-Policy names what may run.
std::string base64_of(std::string_view hexadecimal);

/// A chart as an SVG element without its texts beside it.
std::string as_svg(const Chart& chart);

}  // namespace safegov::internal
