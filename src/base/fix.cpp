// Mending a text where a diagnostic says for certain what to write.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <safegov/diagnostic.hpp>

namespace safegov {
namespace {

/// Where a place stands in its text; nothing if it does not.
std::optional<std::size_t> offset_of(const Source& source, Position place) {
  const std::string_view line = source.line(place.line);
  if (line.data() == nullptr || place.column == 0 || place.column > line.size()) return {};
  return static_cast<std::size_t>(line.data() - source.text().data()) + place.column - 1;
}

}  // namespace

Mended apply_fixes(const Source& source, const Diagnostics& diagnostics) {
  Diagnostics all;
  for (const Diagnostic& d : diagnostics)
    if (d.fix && d.where && d.where.name() == source.name()) all.push_back(d);
  std::ranges::stable_sort(all, {}, [](const Diagnostic& d) { return d.where.begin; });
  const std::string& text = source.text();
  Mended mended;
  std::size_t done = 0;  // of the text
  for (Diagnostic& d : all) {
    auto at = offset_of(source, d.where.begin);
    if (!at) continue;
    if (text[*at] == '"' || text[*at] == '\'') ++*at;
    // Of two at one place the first is done.
    if (*at < done || text.compare(*at, d.fix->instead_of.size(), d.fix->instead_of) != 0) continue;
    mended.text.append(text, done, *at - done).append(d.fix->text);
    done = *at + d.fix->instead_of.size();
    mended.applied.push_back(std::move(d));
  }
  mended.text.append(text, done);
  return mended;
}

}  // namespace safegov
