// The clocks that come with the library: a table for each of their subjects.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include <safegov/clock.hpp>

namespace safegov::internal {

std::vector<Clock> clocks_of_reviews();
std::vector<Clock> clocks_of_reports();
std::vector<Clock> clocks_of_children();

}  // namespace safegov::internal
