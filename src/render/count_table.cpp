// A table of counts by state: a label and a few columns that add states up.
// SPDX-License-Identifier: Apache-2.0

#include "render/count_table.hpp"

namespace safegov::internal {
namespace {

constexpr std::size_t margin = 2, in_all = 7, others = 6;
constexpr std::size_t least_room = 12, enough_room = 14;

std::string number_or_dot(std::size_t number, std::size_t width) {
  return right(number == 0 ? "·" : std::to_string(number), width);
}

}  // namespace

CountTable::CountTable(Page& page, std::vector<Column> columns, std::size_t tail)
    : page_(page), columns_(std::move(columns)), tail_(tail) {
  std::size_t used = margin + in_all + others;
  for (const Column& column : columns_) used += column.width;
  if (page.width() < used + tail_ + enough_room) tail_ = 0;
  // On a narrow page the states of the last columns are among the others.
  for (; page.width() < used + tail_ + least_room; columns_.pop_back())
    used -= columns_.back().width;
  room_ = page.width() - used - tail_;
}

std::string CountTable::tail_of(std::string_view text) const {
  return tail_ == 0 ? std::string() : right(text, tail_);
}

void CountTable::head(std::string_view label, std::string_view tail) {
  std::string line = "  " + left(label, room_) + right("in all", in_all);
  for (const Column& column : columns_) line += right(column.head, column.width);
  page_.line(page_.bold(line + right("other", others) + tail_of(tail)));
}

void CountTable::row(std::string_view label, const Counts& counts, std::string_view tail) {
  std::size_t other = counts.total();
  std::string line = "  " + left(label, room_) + right(std::to_string(other), in_all);
  for (const Column& column : columns_) {
    std::size_t count = 0;
    for (const State state : column.states) count += counts[state];
    other -= count;
    const std::string number = number_or_dot(count, column.width);
    line += count == 0 ? number : page_.in_colour(column.states[0], number);
  }
  page_.line(line + number_or_dot(other, others) + tail_of(tail));
}

}  // namespace safegov::internal
