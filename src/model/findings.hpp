// Saying what is wrong with a value, and where it is written.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <safegov/diagnostic.hpp>
#include <safegov/partnership.hpp>

#include "base/codes.hpp"

namespace safegov::internal {

/// What the steps of making a partnership share: each adds to the same diagnostics.
class Findings {
 public:
  Findings(const Provenance& provenance, Diagnostics& found)
      : provenance_(provenance), found_(found) {}

  /// The place of a field of a value, or of the value itself.
  template <class T>
  Span where(const T& value, std::string_view field = {}) const {
    return provenance_.find(value.origin, type_of<T>().find(field));
  }

  Diagnostic& report(const codes::Known& code, std::string message, Span at, std::string path,
                     std::string help = {}) {
    found_.push_back(codes::diagnose(code, std::move(message), std::move(at), std::move(help)));
    found_.back().path = std::move(path);
    return found_.back();
  }

  /// A second place that belongs to a diagnostic, if it was read from a text.
  static void relate(Diagnostic& d, Span at, std::string message) {
    if (at) d.related.push_back({std::move(at), std::move(message)});
  }

 private:
  const Provenance& provenance_;
  Diagnostics& found_;
};

}  // namespace safegov::internal
