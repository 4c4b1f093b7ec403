// Dense numbers for things that have a name: small, comparable, and not to be mixed up.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace safegov {

/// The place of a thing in its partnership's table: bodies()[id.index]. Good within that
/// partnership only; what is kept or printed is the written id.
template <class Thing>
struct Id {
  std::uint32_t index = std::numeric_limits<std::uint32_t>::max();

  /// False for "none".
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return *this != Id{}; }
  friend constexpr auto operator<=>(Id, Id) noexcept = default;
};

/// A reference as written: the id of a Thing that is declared elsewhere; empty when none is stated.
template <class Thing>
struct Ref {
  std::string id = {};

  [[nodiscard]] explicit operator bool() const noexcept { return !id.empty(); }
  friend auto operator<=>(const Ref&, const Ref&) = default;
};

/// Whatever has an id: what a reference may name that names no one kind of thing.
struct Anything {
  static constexpr std::string_view refers_to = "thing";
};

}  // namespace safegov
