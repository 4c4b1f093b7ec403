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

namespace {

// Fifteen digits times a scale of a hundred times another fifteen: more than 64 bits hold.
__extension__ using Wide = __int128;

constexpr int most_digits = 15;
constexpr int most_places = 9;

std::int64_t ten_to(int power) noexcept {
  std::int64_t ten = 1;
  for (int i = 0; i < power; ++i) ten *= 10;
  return ten;
}

/// Takes `sign` from the front, if it is there.
bool take(std::string_view& text, std::string_view sign) {
  if (!text.starts_with(sign)) return false;
  text = internal::trim(text.substr(sign.size()));
  return true;
}

/// Whether the commas of whole pounds stand where thousands end: `1,234,567`.
bool are_thousands(std::string_view whole) {
  std::size_t group = 0;
  bool comma = false;
  for (const char c : whole) {
    if (c != ',') {
      ++group;
      continue;
    }
    if (comma ? group != 3 : group == 0 || group > 3) return false;
    comma = true;
    group = 0;
  }
  return !comma || group == 3;
}

/// |whole * scale / by - printed| is at most half of the last place: a half may go either way.
bool rounds_to(const Decimal& printed, Wide whole, Wide by, Wide scale) noexcept {
  const Wide off = 2 * (whole * scale * ten_to(printed.places) - printed.units * by);
  return off >= -by && off <= by;
}

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal number{std::string(text)};
  text = internal::trim(text);
  bool minus = take(text, "-") || take(text, "\u2212");
  const bool plus = !minus && take(text, "+");
  take(text, "£");
  if (!minus && !plus) minus = take(text, "-") || take(text, "\u2212");
  if (text.ends_with('%')) text = internal::trim(text.substr(0, text.size() - 1));
  if (!are_thousands(text.substr(0, text.find('.')))) return {};
  int digits = 0;
  bool point = false;
  for (const char c : text) {
    if (c == ',' && !point) continue;
    if (c == '.' && !point && digits > 0) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > most_digits) return {};
    number.units = number.units * 10 + (c - '0');
    if (point && ++number.places > most_places) return {};
  }
  if (digits == 0 || text.ends_with('.')) return {};
  if (minus) number.units = -number.units;
  return number;
}

std::optional<std::int64_t> Decimal::at(int more_places) const noexcept {
  if (more_places < places || more_places > most_places) return {};
  const Wide all = Wide(units) * ten_to(more_places - places);
  const auto held = static_cast<std::int64_t>(all);
  if (held != all) return {};
  return held;
}

std::strong_ordering compare(const Decimal& a, const Decimal& b) noexcept {
  return Wide(a.units) * ten_to(b.places) <=> Wide(b.units) * ten_to(a.places);
}

std::string print_decimal(std::int64_t units, int places) {
  const bool minus = units < 0;
  // Not -units: the least number has no opposite.
  std::string digits = std::to_string(units).substr(minus ? 1 : 0);
  const auto behind = static_cast<std::size_t>(places);
  if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
  std::string fraction = digits.substr(digits.size() - behind);
  digits.erase(digits.size() - behind);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  if (fraction.find_first_not_of('0') == std::string::npos) fraction.clear();
  return (minus ? "-" : "") + digits + (fraction.empty() ? "" : "." + fraction);
}

bool has_whole_number(const Decimal& printed, std::int64_t by, std::int64_t scale) noexcept {
  if (printed.units < 0) return false;
  const Wide below = Wide(printed.units) * by / (Wide(scale) * ten_to(printed.places));
  return rounds_to(printed, below, by, scale) || rounds_to(printed, below + 1, by, scale);
}

bool is_ratio(const Decimal& printed, std::int64_t part, std::int64_t whole,
              std::int64_t scale) noexcept {
  return rounds_to(printed, part, whole, scale);
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
          return Refusal{
              "expected a number as printed",
              "write it as 96 %, 4.83 %, -0.5 or £1,234.50, with fifteen digits at most"};
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
