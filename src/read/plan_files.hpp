// Which files of a folder are read.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace safegov::internal {

/// A table of records, not YAML.
bool is_table(std::string_view name);

/// `.yaml`, `.yml` or `.csv`, and not hidden behind a dot.
bool is_plan_file(const std::filesystem::path& path);

/// Every plan file in a folder and below it, by name. Hidden folders are passed over.
std::vector<std::string> plan_files_below(const std::string& folder, std::error_code& error);

}  // namespace safegov::internal
