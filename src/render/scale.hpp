// The key of a scale, wherever ratings are shown.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/scale.hpp>

#include "render/json.hpp"
#include "render/text.hpp"

namespace safegov::internal {

/// `R red`, in the band's colour if the page has colours.
std::string in_colour(const Page& page, const Scale& scale, BandId band, std::string_view text);

/// Name, every band with its letter, word and meaning, what is apart, what is easily mistaken.
void write_key(Page& page, const Scale& scale);
/// The object of a scale.
void write_key(Json& json, const Scale& scale);

}  // namespace safegov::internal
