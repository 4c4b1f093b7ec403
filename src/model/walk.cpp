// The way to a value, in words.
// SPDX-License-Identifier: Apache-2.0

#include "model/walk.hpp"

namespace safegov::internal {

std::string Path::text(std::string_view field) const {
  std::string out;
  for (const Step& step : steps_) {
    if (!out.empty()) out += '.';
    out += step.name;
    if (step.index) out += '[' + std::to_string(*step.index) + ']';
  }
  if (!field.empty()) out += (out.empty() ? "" : ".") + std::string(field);
  return out;
}

}  // namespace safegov::internal
