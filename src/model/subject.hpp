// Which obligation an id means.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string_view>

#include "model/data.hpp"

namespace safegov::internal {

/// An obligation's id, taken apart.
struct ObligationName {
  std::string_view promise;  ///< `bp-2019/2.1/bmg`
  enum class By { alone, key, words } by = By::alone;
  std::string_view deadline;  ///< behind the `@` or the ` of `
};

ObligationName take_apart(std::string_view id);

/// The deadline of `promise` that `name` picks out; nothing if there is none, or more than one.
std::optional<Subject> pick(const Partnership::Data& data, PromiseId promise,
                            const ObligationName& name);

}  // namespace safegov::internal
