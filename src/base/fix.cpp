// Mending a text where a diagnostic says for certain what to write.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <optional>

#include <safegov/diagnostic.hpp>

namespace safegov {
namespace {

/// Where a line and column stand in a text; nothing if they do not.
std::optional<std::size_t> offset_of(const std::string& text, Position place) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < place.line; ++line) {
    at = text.find('\n', at);
    if (at == std::string::npos) return {};
    ++at;
  }
  at += place.column - 1;
  if (place.column == 0 || at > text.size()) return {};
  return at;
}

}  // namespace

Mended apply_fixes(const Source& source, const Diagnostics& diagnostics) {
  Mended mended{.text = source.text(), .applied = {}};
  Diagnostics all;
  for (const Diagnostic& d : diagnostics)
    if (d.fix && d.where && d.where.name() == source.name()) all.push_back(d);
  std::ranges::stable_sort(all, {}, [](const Diagnostic& d) { return d.where.begin; });
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return a.where.begin == b.where.begin;
  };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  // From the last to the first: places before one that was mended stay where they are.
  for (auto d = all.rbegin(); d != all.rend(); ++d) {
    auto at = offset_of(mended.text, d->where.begin);
    if (!at) continue;
    const char first = *at < mended.text.size() ? mended.text[*at] : '\0';
    if (first == '"' || first == '\'') ++*at;
    if (mended.text.compare(*at, d->fix->instead_of.size(), d->fix->instead_of) != 0) continue;
    mended.text.replace(*at, d->fix->instead_of.size(), d->fix->text);
    mended.applied.push_back(*d);
  }
  std::ranges::reverse(mended.applied);
  return mended;
}

}  // namespace safegov
