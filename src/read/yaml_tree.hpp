// A text as a tree: what YAML says it is, before anybody asks what it means.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/diagnostic.hpp>
#include <safegov/source.hpp>

namespace safegov::internal {

/// One value in the tree. Nodes lie in the order written, each before what it holds, so a tree is
/// one flat array; 32 bytes a node is what keeps reading within a few times the text.
struct Node {
  enum class Kind : std::uint8_t { null, scalar, list, map };

  const char* data = nullptr;  ///< a scalar's text: in the source where it stands there as it is
  std::uint32_t size = 0;
  std::uint32_t end = 0;  ///< the index past all that it holds: its next sibling
  Position place;
  Kind kind = Kind::null;
  bool no_colon = false;    ///< a null that is no empty value but a key without its colon
  bool hash_after = false;  ///< a plain text cut off by `#` and a digit

  [[nodiscard]] std::string_view text() const noexcept { return {data, size}; }
};

struct Tree {
  std::vector<Node> nodes;       ///< the root first; a map's keys and values alternate
  std::deque<std::string> kept;  ///< texts that do not stand in the source as they are
};

/// Parses one document. Scalars stay text. False, with diagnostics, for what is not YAML, for a
/// second document, and for what plans do not use: anchors, aliases, tags.
bool parse_yaml(const std::shared_ptr<const Source>& source, Tree& tree, Diagnostics& found);

}  // namespace safegov::internal
