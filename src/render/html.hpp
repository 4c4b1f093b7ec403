// Texts in HTML and SVG: nothing in them is taken for markup.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include <safegov/report.hpp>

namespace safegov::internal {

/// As text or as the value of an attribute in quotes. Control characters but the line break, which
/// HTML cannot hold, are left out.
std::string as_html(std::string_view text);

/// `bad`: what the page's style calls a tone.
std::string_view class_of(Tone tone);

/// A chart as an SVG element without its texts beside it.
std::string as_svg(const Chart& chart);

}  // namespace safegov::internal
