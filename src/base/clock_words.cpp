// Reads what a clock counts from.
// SPDX-License-Identifier: Apache-2.0

#include "base/clock_words.hpp"

#include <cstdint>

#include "base/written_days.hpp"

namespace safegov::internal {
namespace {

std::string_view take_until_space(Cursor& cursor) {
  const Cursor start = cursor;
  do cursor.skip();
  while (!cursor.at_end() && !cursor.peek().spaced);
  return cursor.written_since(start);
}

enum class Name : std::uint8_t { optional, required };

// `14 October 2019`, or with the word for what happened on it: `awareness 9 October 2019`.
bool take_event(Cursor& cursor, ClockWords& words, Name need) {
  Cursor at = cursor;
  auto day = need == Name::optional ? take_day(at) : std::nullopt;
  std::string_view name;
  if (!day) {
    at = cursor;
    if (at.peek().kind != TokenKind::word) return false;
    name = take_until_space(at);
    day = take_day(at);
  }
  if (!day) return false;
  if (day->date)
    words.from.push_back({std::string(name), *day->date});
  else
    words.why_not = day->why_not;
  cursor = at;
  return true;
}

}  // namespace

std::optional<ClockWords> take_clock_words(Cursor& cursor) {
  Cursor at = cursor;
  if (at.peek().kind != TokenKind::word && at.peek().kind != TokenKind::number) return {};
  ClockWords words;
  words.clock = take_until_space(at);
  if (!at.take("from") || !take_event(at, words, Name::optional)) return {};
  for (Cursor next = at; next.take("and") && take_event(next, words, Name::required);) at = next;
  cursor = at;
  return words;
}

}  // namespace safegov::internal
