// A value, or the reasons there is none, and any remarks made on the way.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <stdexcept>
#include <utility>

#include <safegov/diagnostic.hpp>

namespace safegov {

/// Thrown by Result::value() when there is none. Carries every diagnostic; what() is the first.
class InputError : public std::runtime_error {
 public:
  explicit InputError(Diagnostics diagnostics);
  [[nodiscard]] const Diagnostics& diagnostics() const noexcept { return diagnostics_; }

 private:
  Diagnostics diagnostics_;
};

/// One error, two faces: ask (`if (result)`, `result.diagnostics()`) or throw (`result.value()`).
/// A result that has a value may still carry remarks (warnings and notes).
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value, Diagnostics remarks = {})
      : value_(std::move(value)), diagnostics_(std::move(remarks)) {}
  Result(Diagnostics reasons) : diagnostics_(std::move(reasons)) {}

  [[nodiscard]] explicit operator bool() const noexcept { return value_.has_value(); }
  /// The value; only when there is one.
  [[nodiscard]] const T& operator*() const& noexcept { return *value_; }
  [[nodiscard]] const T* operator->() const noexcept { return &*value_; }

  /// The value, or InputError with every reason.
  [[nodiscard]] const T& value() const& {
    if (!value_) throw InputError(diagnostics_);
    return *value_;
  }
  [[nodiscard]] T value() && {
    if (!value_) throw InputError(std::move(diagnostics_));
    return *std::move(value_);
  }

  /// Why there is no value; or, when there is one, what was noticed on the way.
  [[nodiscard]] const Diagnostics& diagnostics() const noexcept { return diagnostics_; }

 private:
  std::optional<T> value_;
  Diagnostics diagnostics_;
};

}  // namespace safegov
