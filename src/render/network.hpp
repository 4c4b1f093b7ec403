// The lines of a network, wherever they are listed.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include <safegov/network.hpp>

#include "render/json.hpp"

namespace safegov::internal {

/// `reports to`: a kind as people say it.
std::string_view spoken(LineKind kind);

/// Its fields, as an object.
void write_line(Json& json, const Network& network, const NetworkLine& line);

/// What routes go along, as a list of words.
void write_along(Json& json, const Network& network);

/// The picture for Graphviz.
std::string as_dot(const Network& network);

}  // namespace safegov::internal
