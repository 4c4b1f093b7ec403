// A measure over time as a line of blocks.
// SPDX-License-Identifier: Apache-2.0

#include "render/series.hpp"

#include "test.hpp"

using namespace safegov;
using namespace safegov::internal;

namespace {

/// A point for each word; `-` is none, `|` breaks the line before the next.
std::string line_of(std::initializer_list<const char*> words) {
  std::vector<MeasuredPoint> points;
  std::string broken;
  for (const std::string word : words) {
    if (word == "|") {
      broken = "another target";
      continue;
    }
    MeasuredPoint& point = points.emplace_back();
    if (word != "-") point.value = read_decimal(word);
    point.broken = std::exchange(broken, "");
  }
  return sparkline(points);
}

}  // namespace

TEST_CASE("each of eight steps between the ends has a block", "[series]") {
  CHECK(line_of({"0", "1", "2", "3", "4", "5", "6", "7"}) == "▁▂▃▄▅▆▇█");
  CHECK(line_of({"80%", "88.7%"}) == "▁█");
  CHECK(line_of({"-0.27", "-0.15", "0"}) == "▁▄█");
  CHECK(line_of({"0", "0.49", "0.5", "7"}) == "▁▁▂█");
}

TEST_CASE("a gap is a dot, and a break a broken line", "[series]") {
  CHECK(line_of({"1", "-", "2", "|", "3"}) == "▁·▅┊█");
  CHECK(line_of({"|", "1", "2"}) == "▁█");
  CHECK(line_of({"-", "-"}) == "··");
  CHECK(line_of({}).empty());
}

TEST_CASE("what does not change runs in the middle", "[series]") {
  CHECK(line_of({"5", "5.0", "5"}) == "▄▄▄");
}
