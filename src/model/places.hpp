// Who holds a place on a day, or has taken one over.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string_view>

#include <safegov/body.hpp>
#include <safegov/date.hpp>

namespace safegov::internal {

template <class Dated>
[[nodiscard]] bool holds_on(const Dated& value, Date day) {
  return (!value.from || *value.from <= day) && (!value.until || day <= *value.until);
}

/// By id, present or former; or null.
[[nodiscard]] const Body* find_body(std::span<const Body> bodies, std::string_view id);

/// Whether `who` is `of`, or has taken over its duties by that day, step by step.
[[nodiscard]] bool stands_for(std::span<const Body> bodies, std::string_view who,
                              std::string_view of, Date day);

}  // namespace safegov::internal
