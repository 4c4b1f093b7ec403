// From paths to the texts of files.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <safegov/diagnostic.hpp>

namespace safegov::internal {

/// Which files some paths mean, each once; of a folder its plan files. What there is not, or cannot
/// be read, is reported.
std::vector<std::string> find_files(const std::vector<std::string>& paths, Diagnostics& found);

/// The text of a file, or why it cannot be read. Of a file that is too large, one byte more than is
/// allowed.
std::optional<std::string> load(const std::string& path, Diagnostics& found);

}  // namespace safegov::internal
