// New ids for what stays and may not be told: one for each, wherever the old one stood.
// SPDX-License-Identifier: Apache-2.0

#include "model/publish_names.hpp"

#include <algorithm>
#include <utility>

namespace safegov::internal {
namespace {

bool is_of_id(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         byte >= 0x80 || c == '-' || c == '.' || c == '_';
}

}  // namespace

void Renaming::add(std::string_view old, std::string now) {
  if (!old.empty()) names_.emplace(old, std::move(now));
}

std::string_view Renaming::find(std::string_view id) const {
  const auto found = names_.find(id);
  return found == names_.end() ? std::string_view() : std::string_view(found->second);
}

std::string Renaming::in_path(std::string_view id) const {
  const std::size_t deadline = std::min({id.find('@'), id.find(" of "), id.size()});
  const std::size_t slash = id.substr(0, deadline).rfind('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  const std::string_view now = find(id.substr(begin, deadline - begin));
  if (now.empty()) return std::string(id);
  return std::string(id.substr(0, begin)) + std::string(now) + std::string(id.substr(deadline));
}

std::string Renaming::replaced(std::string_view text, Wanted wanted) const {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_of_id(text[end])) ++end;
    std::string_view word = text.substr(at, end - at);
    // A full stop may end the sentence.
    while (find(word).empty() && word.ends_with('.')) word.remove_suffix(1);
    const std::string_view now = find(word);
    if (!now.empty() && wanted(text.substr(at + word.size()))) {
      out += now;
      at += word.size();
      continue;
    }
    end = std::max(end, at + 1);
    out += text.substr(at, end - at);
    at = end;
  }
  return out;
}

std::string Renaming::in_list(std::string_view text) const {
  return replaced(text, [](std::string_view) { return true; });
}

std::string Renaming::in_deadline(std::string_view text) const {
  return replaced(text, [](std::string_view behind) {
    return behind.starts_with(" of ") || behind.starts_with('@');
  });
}

}  // namespace safegov::internal
