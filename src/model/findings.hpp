// Saying what is wrong with a value, and where it is written.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <safegov/diagnostic.hpp>
#include <safegov/partnership.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"

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

  /// An id is written into `plan/action/promise@date` and told apart again. A number, which is
  /// kept as printed, may hold anything that does not hinder that.
  enum class IdKind { id, number };

  bool check_id(std::string_view id, Span at, std::string path, IdKind kind = IdKind::id) {
    const auto may_not = [kind](char c) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte <= ' ' || byte == 0x7F || c == '/' || c == '@') return true;
      const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                          (c >= 'a' && c <= 'z') || byte >= 0x80;
      return kind == IdKind::id && !letter && c != '-' && c != '.' && c != '_';
    };
    const auto bad = std::ranges::find_if(id, may_not);
    if (bad == id.end()) return true;
    const bool blank = static_cast<unsigned char>(*bad) <= ' ';
    report(codes::bad_value,
           in_quotes(id) + " cannot be an id: it has " +
               (blank ? "a space" : in_quotes(std::string_view(&*bad, 1))),
           std::move(at), std::move(path), "use letters, digits, '-', '.' and '_'");
    return false;
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
