// Which kind of file it is, told by its keys, and whether it is one of ours at all.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/format.hpp>

#include "base/text.hpp"
#include "read/fields.hpp"

namespace safegov::internal {

bool Fields::check_version() {
  const Node* version = find_key("safegov");
  if (version == nullptr || version->kind != Node::Kind::scalar) return true;
  const std::string_view written = trim(text(*version));
  if (written.empty() || written == std::to_string(format_version)) return true;
  report(codes::unknown_version, "the format version " + in_quotes(written) + " is not known",
         *version, "this safegov reads version 1: write 'safegov: 1'");
  return false;
}

bool Fields::check_root() {
  const Node& root = tree_.nodes[0];
  if (root.kind != Node::Kind::map) {
    report(codes::wrong_shape, "expected a mapping, found " + std::string(kind_of(root)), root,
           "a file begins with 'safegov: 1' and 'partnership: ID'");
    return false;
  }
  if (score(kind()) != 0) return true;
  if (std::ranges::any_of(more_, [this](const Register* own) { return find_key(own->name); }))
    return true;
  if (find_key("safegov") != nullptr)
    report(codes::missing_key, "it has no 'plan', no 'records', no register and no 'bodies'", root,
           "a plan has 'plan', records have 'records', a register's rows its name, and the "
           "partnership's own file 'bodies'");
  else
    report(codes::missing_key, "it has no 'safegov', and nothing that a plan has", root,
           "a file begins with 'safegov: 1' and 'partnership: ID'; keep other files elsewhere");
  return false;
}

std::size_t Fields::score(const FileKind& kind) const {
  // What files of several kinds have says nothing.
  std::vector<std::string_view> common = keys_of(kind.header());
  common.push_back("partnership");
  std::vector<std::string_view> known = keys_of(kind.type());
  std::erase(known, "partnership");
  const Node& root = tree_.nodes[0];
  std::size_t score = 0, looked_at = 0;
  // A file that is ours has few keys; of another, the first will do.
  for (std::size_t i = 1; i < root.end && ++looked_at <= 100;
       i = tree_.nodes[tree_.nodes[i].end].end) {
    const std::string_view key = text(tree_.nodes[i]);
    if (tree_.nodes[i].kind != Node::Kind::scalar) continue;
    if (std::ranges::count(kind.told_by, key) != 0)
      score += 1000;
    else if (std::ranges::count(known, key) != 0)
      score += 2;
    else if (nearest(key, common).empty() && !nearest(key, known).empty())
      score += std::ranges::count(kind.told_by, nearest(key, known)) != 0 ? 2U : 1U;
  }
  return score;
}

const FileKind& Fields::kind() const {
  if (kind_ == nullptr) kind_ = &tell_kind();
  return *kind_;
}

const FileKind& Fields::tell_kind() const {
  const auto kinds = file_kinds();
  for (const FileKind& kind : kinds)
    for (const std::string_view key : kind.told_by)
      if (find_key(key) != nullptr) return kind;
  for (const Register* own : more_)
    if (find_key(own->name) != nullptr)
      return *std::ranges::find(kinds, "registers", &FileKind::name);
  if (!known_to(kinds.back())) {
    // Some key is misspelt, and it may be the one that tells.
    const auto best =
        std::ranges::max_element(kinds, {}, [this](const FileKind& kind) { return score(kind); });
    if (score(*best) > score(kinds.back())) return *best;
  }
  return kinds.back();
}

bool Fields::known_to(const FileKind& kind) const {
  for (std::size_t i = 1; i < tree_.nodes[0].end; i = tree_.nodes[tree_.nodes[i].end].end)
    if (!kind.type().find(text(tree_.nodes[i])) && !kind.header().find(text(tree_.nodes[i])))
      return false;
  return true;
}

}  // namespace safegov::internal
