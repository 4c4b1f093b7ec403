// New ids for what stays and may not be told: one for each, wherever the old one stood.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace safegov::internal {

class Renaming {
 public:
  void add(std::string_view old, std::string now);
  [[nodiscard]] bool empty() const noexcept { return names_.empty(); }
  /// The new id of that very one; nothing if it keeps its own.
  [[nodiscard]] std::string_view find(std::string_view id) const;

  /// An id as it stands in a reference or a record: `qa`, `qa of Oct 2019`, `bp-2019/2.1/qa@open`.
  [[nodiscard]] std::string in_path(std::string_view id) const;
  /// Every word of a text that is one of the ids: `half of qa, bmg`.
  [[nodiscard]] std::string in_list(std::string_view text) const;
  /// Words of a deadline: ids before ` of ` or `@`. Whatever else a text says, people say.
  [[nodiscard]] std::string in_deadline(std::string_view text) const;

 private:
  using Wanted = bool (*)(std::string_view behind);
  [[nodiscard]] std::string replaced(std::string_view text, Wanted wanted) const;

  std::map<std::string, std::string, std::less<>> names_;
};

}  // namespace safegov::internal
