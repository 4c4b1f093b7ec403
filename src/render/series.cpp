// A measure over time as text: a line of small blocks, and a table below it.
// SPDX-License-Identifier: Apache-2.0

#include "render/series.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace safegov::internal {
namespace {

constexpr std::array<std::string_view, 8> blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
// What a line of text has room for beside its name and its ends.
constexpr std::size_t most_points = 40;

/// Which of the eight blocks: the least number has the lowest, the greatest the highest.
std::size_t level(const Decimal& value, const Decimal& least, const Decimal& most) {
  __extension__ using Wide = __int128;
  const int places = std::max({value.places, least.places, most.places});
  const auto at = [&](const Decimal& number) {
    Wide units = number.units;
    for (int i = number.places; i < places; ++i) units *= 10;
    return units;
  };
  const Wide range = at(most) - at(least);
  if (range == 0) return blocks.size() / 2 - 1;
  // To the nearest, a half up.
  const auto steps = static_cast<Wide>(blocks.size() - 1);
  return static_cast<std::size_t>(((at(value) - at(least)) * steps * 2 + range) / (range * 2));
}

}  // namespace

std::string sparkline(std::span<const MeasuredPoint> points) {
  const Decimal* least = nullptr;
  const Decimal* most = nullptr;
  for (const MeasuredPoint& point : points) {
    if (!point.value) continue;
    if (least == nullptr || compare(*point.value, *least) < 0) least = &*point.value;
    if (most == nullptr || compare(*point.value, *most) > 0) most = &*point.value;
  }
  std::string line;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i != 0 && !points[i].broken.empty()) line += "┊";
    line += points[i].value ? blocks[level(*points[i].value, *least, *most)] : "·";
  }
  return line;
}

void write_series(Page& page, const Measure& measure) {
  std::span<const MeasuredPoint> shown = measure.points;
  const std::size_t left_out = shown.size() > most_points ? shown.size() - most_points : 0;
  std::string text = sparkline(shown.subspan(left_out)) + "  " + measure.text;
  if (left_out != 0) text += " (the line leaves out the first " + std::to_string(left_out) + ")";
  page.item("      " + page.dim(measure.name) + "  ", text, 8 + display_width(measure.name));
  std::size_t labels = 0, texts = 0, standings = 0;
  for (const MeasuredPoint& point : shown) {
    labels = std::max(labels, display_width(point.label));
    texts = std::max(texts, display_width(point.text));
    standings = std::max(standings, display_width(point.standing));
  }
  labels = std::min<std::size_t>(labels, 36);
  texts = std::min<std::size_t>(texts, 18);
  standings = std::min<std::size_t>(standings, 16);
  for (const MeasuredPoint& point : shown) {
    if (!point.broken.empty()) page.item("      ┊ ", point.broken, 8);
    std::string head =
        "        " + left(point.label, labels) + "  " + right(point.text, texts) + "  ";
    if (standings != 0) head += left(point.standing, standings) + "  ";
    if (point.remark.empty())
      page.line(head.substr(0, head.find_last_not_of(' ') + 1));
    else
      page.item(head, point.remark, display_width(head));
  }
}

}  // namespace safegov::internal
