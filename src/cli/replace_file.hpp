// Writing a file as a whole or not at all.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string_view>

namespace safegov::internal {

/// Replaces a file as a whole or not at all: the new text lies beside it, on the disk, before it
/// takes its name. Whenever the program dies, the file is the old one or the new one. What is no
/// plain file (a pipe, a device) keeps its name and is written to. Throws UsageError if it cannot
/// be written.
void replace_file(const std::filesystem::path& path, std::string_view text);

}  // namespace safegov::internal
