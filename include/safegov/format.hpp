// The kinds of files that make a partnership.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <safegov/describe.hpp>

namespace safegov {

/// The version of the plan format that this library writes; it reads this one and all before it.
inline constexpr int format_version = 1;

/// One kind of file. Which kind a file is, its keys say.
struct FileKind {
  std::string_view name;                  ///< `plan`
  std::string_view doc;                   ///< one sentence
  std::vector<std::string_view> told_by;  ///< keys that only this kind has; none of the default
  const Type& (*header)();                ///< the keys before the matter: `safegov`, `partnership`
  const Type& (*type)();                  ///< the matter
};

/// In the order in which a file is tried; the last is the kind by default.
[[nodiscard]] std::span<const FileKind> file_kinds();

}  // namespace safegov
