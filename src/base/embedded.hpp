// Texts that were put into the library when it was built (cmake/embed.cmake).
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string_view>

namespace safegov::internal {

struct Embedded {
  std::string_view stem;  ///< the file's name without folder and ending
  std::string_view text;
};

std::span<const Embedded> calendar_files();
std::span<const Embedded> code_pages();
std::span<const Embedded> page_files();
std::span<const Embedded> starter_files();

}  // namespace safegov::internal
