// Which files of a folder are read.
// SPDX-License-Identifier: Apache-2.0

#include "read/plan_files.hpp"

#include <algorithm>

namespace safegov::internal {

namespace fs = std::filesystem;

bool is_table(std::string_view name) { return name.ends_with(".csv") || name.ends_with(".CSV"); }

bool is_plan_file(const fs::path& path) {
  const auto ending = path.extension();
  return (ending == ".yaml" || ending == ".yml" || is_table(path.filename().string())) &&
         !path.filename().string().starts_with('.');
}

std::vector<std::string> plan_files_below(const std::string& folder, std::error_code& error) {
  std::vector<std::string> files;
  fs::recursive_directory_iterator entry(folder, error), end;
  for (; !error && entry != end; entry.increment(error)) {
    if (entry->is_directory(error) && entry->path().filename().string().starts_with('.'))
      entry.disable_recursion_pending();
    else if (entry->is_regular_file(error) && is_plan_file(entry->path()))
      files.push_back(entry->path().string());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace safegov::internal
