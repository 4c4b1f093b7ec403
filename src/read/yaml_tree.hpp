// A text as a tree: what YAML says it is, before anybody asks what it means.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/diagnostic.hpp>
#include <safegov/source.hpp>

namespace safegov::internal {

/// One value in the tree. Nodes lie in the order written, each before what it holds, so a tree is
/// one flat array; 16 bytes a node is what keeps reading within a few times the text.
struct Node {
  enum class Kind : std::uint8_t { null, scalar, list, map };

  std::uint32_t place = 0;      ///< its first byte in the source, counted from 1; 0 if unknown
  std::uint32_t text_at = 0;    ///< of a scalar: where its text begins, or which of the kept it is
  std::uint32_t end = 0;        ///< the index past all that it holds: its next sibling
  std::uint32_t size : 26 = 0;  ///< of a scalar's text
  Kind kind : 2 = Kind::null;
  bool kept : 1 = false;        ///< its text does not stand in the source as it is
  bool no_colon : 1 = false;    ///< a null that is no empty value but a key without its colon
  bool hash_after : 1 = false;  ///< a plain text cut off by `#` and a digit
};
static_assert(sizeof(Node) == 16);

struct Tree {
  std::string_view source;        ///< the text that it was made from
  std::vector<Node> nodes;        ///< the root first; a map's keys and values alternate
  std::vector<std::string> kept;  ///< texts that do not stand in the source as they are

  [[nodiscard]] std::string_view text(const Node& node) const {
    return node.kept ? std::string_view(kept[node.text_at])
                     : source.substr(node.text_at, node.size);
  }
};

/// Parses one document. Scalars stay text. False, with diagnostics, for what is not YAML, for a
/// second document, and for what plans do not use: anchors, aliases, tags.
bool parse_yaml(const std::shared_ptr<const Source>& source, Tree& tree, Diagnostics& found);

}  // namespace safegov::internal
