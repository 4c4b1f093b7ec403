// Gives a thing another id wherever a partnership refers to it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include <safegov/partnership.hpp>

namespace safegov::test {

struct Renaming {
  std::string type;  ///< what typed references call it: `body`, `decision`
  std::string old, now;
  std::string before = {};  ///< what its id stands behind in a path: `decisions/`
};

void rename(Partnership::Parts& parts, const Renaming& how);

/// The type of what a text names by its id although it is not typed as a reference: `matrix`, of a
/// risk's. Nothing for words.
std::string_view named_by(std::string_view type, std::string_view field);

/// `now` in place of each `old` that stands by itself.
std::string renamed(const std::string& text, const std::string& old, const std::string& now);

}  // namespace safegov::test
