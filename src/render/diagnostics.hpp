// Diagnostics as JSON, wherever a report has them.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <string_view>

#include <safegov/diagnostic.hpp>

#include "render/json.hpp"

namespace safegov::internal {

/// The column of a place in characters from 1, as forges and editors count: places count bytes.
inline long long column_of(const Span& where) {
  const std::string_view before = line_of(where).substr(0, where.begin.column - 1);
  return 1 + std::ranges::count_if(
                 before, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

/// The fields of a diagnostic, into an object that is open.
inline void write_diagnostic(Json& json, const Diagnostic& d) {
  const Code* code = find_code(d.code);
  json.field("code", d.code).optional("name", code ? code->name : "");
  json.field("severity", to_string(d.severity)).field("message", d.message);
  json.place("where", d.where).optional("path", d.path).optional("help", d.help);
  json.key("fix");
  if (d.fix)
    json.object().field("instead_of", d.fix->instead_of).field("text", d.fix->text).end();
  else
    json.null();
  json.key("related").list();
  for (const Related& r : d.related)
    json.object().field("message", r.message).place("where", r.where).end();
  json.end();
}

}  // namespace safegov::internal
