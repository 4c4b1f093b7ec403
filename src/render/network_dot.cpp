// Who answers to whom, as a picture for Graphviz.
// SPDX-License-Identifier: Apache-2.0

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "render/network.hpp"

namespace safegov::internal {
namespace {

/// As a text of Graphviz, which has escapes of its own and knows the entities of HTML.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '&')
      out += "&amp;";
    else
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + '"';
}

std::string_view shape_of(const Body& body) {
  switch (body.kind.value_or(BodyKind::group)) {
    case BodyKind::group:
      break;
    case BodyKind::agency:
      return "ellipse";
    case BodyKind::board:
      return "doubleoctagon";
    case BodyKind::network:
      return "hexagon";
    case BodyKind::post:
      return "house";
    case BodyKind::outside:
      return "note";
    case BodyKind::partnership:
      return "tab";
  }
  return "box";
}

}  // namespace

std::string as_dot(const Network& network) {
  const Partnership& partnership = network.partnership();
  const auto size = static_cast<std::uint32_t>(partnership.bodies().size());
  std::vector<std::uint8_t> drawn(size, 0);
  for (std::uint32_t i = 0; i < size; ++i) drawn[i] = network.in_structure(BodyId{i});
  for (const NetworkLine& line : network.lines()) drawn[line.from.index] = drawn[line.to.index] = 1;

  std::string out = "digraph " + quoted(partnership.arrangements().id) +
                    " {\n  rankdir=BT\n  node [fontname=\"sans-serif\"]\n"
                    "  edge [fontname=\"sans-serif\", fontsize=10]\n";
  std::map<std::uint32_t, std::string> ranks;
  for (std::uint32_t i = 0; i < size; ++i) {
    if (drawn[i] == 0) continue;
    const BodyId body{i};
    const Body& described = partnership[body];
    const std::string name = quoted(described.label());
    out += "  " + quoted(described.id) + " [shape=" + std::string(shape_of(described)) +
           ", label=" + name.substr(0, name.size() - 1) + "\\nload " +
           std::to_string(network.load(body)) + "\"]\n";
    if (const auto depth = network.depth(body)) ranks[*depth] += "; " + quoted(described.id);
  }
  for (const auto& [depth, members] : ranks) out += "  {rank=same" + members + "}\n";
  for (const NetworkLine& line : network.lines()) {
    std::string label(network.condition(line)), style;
    if (line.kind != LineKind::reports_to) {
      label = std::string(spoken(line.kind)) + (label.empty() ? "" : ", " + label);
      style = line.kind == LineKind::attends ? "style=dashed, constraint=false"
                                             : "style=dotted, constraint=false";
    }
    if (!label.empty()) style += (style.empty() ? "label=" : ", label=") + quoted(label);
    out += "  " + quoted(partnership[line.from].id) + " -> " + quoted(partnership[line.to].id) +
           (style.empty() ? "" : " [" + style + "]") + "\n";
  }
  return out + "}\n";
}

}  // namespace safegov::internal
