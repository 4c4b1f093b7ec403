// Days and numbers as printed.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/deadline.hpp>
#include <safegov/period.hpp>
#include <safegov/printed.hpp>

#include "base/text.hpp"

namespace safegov {

std::optional<When> read_when(std::string_view text) {
  if (internal::as_word(text) == "undated") return When{std::string(text)};
  if (const auto range = parse_period(text)) return When{std::string(text), range};
  const Deadlines parsed = parse_deadlines(text);
  if (parsed.deadlines.size() != 1 || !parsed.problems.empty()) return {};
  if (!parsed.deadlines[0].range) return {};
  return When{std::string(text), parsed.deadlines[0].range};
}

std::optional<Decimal> read_decimal(std::string_view text) {
  constexpr int most_digits = 9;
  Decimal number{std::string(text)};
  text = internal::trim(text);
  if (text.ends_with('%')) text = internal::trim(text.substr(0, text.size() - 1));
  int digits = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point && digits > 0) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > most_digits) return {};
    number.units = number.units * 10 + (c - '0');
    if (point) ++number.places;
  }
  if (digits == 0 || text.ends_with('.')) return {};
  return number;
}

namespace {

std::int64_t ten_to(int power) noexcept {
  std::int64_t ten = 1;
  for (int i = 0; i < power; ++i) ten *= 10;
  return ten;
}

/// |whole * scale / by - printed| is at most half of the last place: a half may go either way.
bool rounds_to(const Decimal& printed, std::int64_t whole, std::int64_t by,
               std::int64_t scale) noexcept {
  const std::int64_t off = 2 * (whole * scale * ten_to(printed.places) - printed.units * by);
  return off >= -by && off <= by;
}

}  // namespace

bool has_whole_number(const Decimal& printed, std::int64_t by, std::int64_t scale) noexcept {
  const std::int64_t below = printed.units * by / (scale * ten_to(printed.places));
  return rounds_to(printed, below, by, scale) || rounds_to(printed, below + 1, by, scale);
}

bool is_share(const Decimal& printed, std::int64_t part, std::int64_t whole) noexcept {
  return rounds_to(printed, part, whole, 100);
}

const Codec& CodecOf<std::optional<When>>::get() {
  static constexpr Codec codec{
      .shape = Shape::text,
      .noun = "a day, month or year, or 'undated'",
      .parse = [](std::string_view, std::string_view text, void* into) -> std::optional<Refusal> {
        auto when = read_when(text);
        if (!when) {
          Refusal refusal{"expected when it was, as exactly as it is printed",
                          "write it as 27 June 2019, March 2020, 2019/20 or undated"};
          for (const DeadlineProblem& problem : parse_deadlines(text).problems)
            if (problem.kind == DeadlineProblem::Kind::impossible)
              refusal = {"expected days that exist", problem.message};
          return refusal;
        }
        *static_cast<std::optional<When>*>(into) = std::move(when);
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            const auto& when = *static_cast<const std::optional<When>*>(from);
            if (when) out += when->text;
            return when.has_value();
          }};
  return codec;
}

const Codec& CodecOf<std::optional<Decimal>>::get() {
  static constexpr Codec codec{
      .shape = Shape::text,
      .noun = "a number as printed",
      .parse = [](std::string_view, std::string_view text, void* into) -> std::optional<Refusal> {
        auto number = read_decimal(text);
        if (!number)
          return Refusal{"expected a number as printed",
                         "write it as 96 %, 4.83 % or 100.5, with nine digits at most"};
        *static_cast<std::optional<Decimal>*>(into) = std::move(number);
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            const auto& number = *static_cast<const std::optional<Decimal>*>(from);
            if (number) out += number->text;
            return number.has_value();
          }};
  return codec;
}

}  // namespace safegov
