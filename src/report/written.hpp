// A described value as lines of text, to be told apart from another by its SHA-256.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include <safegov/describe.hpp>

namespace safegov::internal {

/// Appends the fields of a value, those that are absent left out: a line each, `name: text`; what
/// has fields of its own stands below its name, further in. No two values have the same lines.
void write_value(const Type& type, const void* value, std::string& out, std::size_t depth = 0);

template <class T>
std::string written(const T& value) {
  std::string out;
  write_value(type_of<T>(), &value, out);
  return out;
}

}  // namespace safegov::internal
