// Days and numbers as they are printed, beside what they mean.
// SPDX-License-Identifier: Apache-2.0
//
//   read_when("December 2024")->last();   // 31 December 2024: by then it had happened
//   read_decimal("4.83 %")->units;        // 483, of 2 places
//   read_decimal("-£1,234.50")->units;    // -123450, of 2 places

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <safegov/date.hpp>
#include <safegov/describe.hpp>

namespace safegov {

/// When something happened, as exactly as it is printed: a day, a month, a year. `undated` says
/// that it happened and that no day is printed.
struct When {
  std::string text;
  std::optional<DateRange> range = {};  ///< none if undated
  friend bool operator==(const When&, const When&) = default;

  /// The day by which it had certainly happened.
  [[nodiscard]] std::optional<Date> last() const {
    return range ? std::optional(range->last()) : std::nullopt;
  }
};

/// A number as printed, exactly: its digits and how many of them stand behind the point. A sign and
/// a `£` may stand before it, a per cent sign behind it, and commas between thousands.
struct Decimal {
  std::string text;
  std::int64_t units = 0;  ///< of the last place: 10050 of `100.50`
  int places = 0;
  friend bool operator==(const Decimal&, const Decimal&) = default;

  /// How many units of `places` places the number is: 4500 of `4.5` at 3. None if it has more
  /// places than that, or too many digits.
  [[nodiscard]] std::optional<std::int64_t> at(int more_places) const noexcept;
};

/// By value, whatever is printed: `4.50` is `4.5`.
[[nodiscard]] std::strong_ordering compare(const Decimal& a, const Decimal& b) noexcept;

/// So many units as text: `-1,234.50` of -123450 at 2 places, `1,234` of 123400.
[[nodiscard]] std::string print_decimal(std::int64_t units, int places);

/// Days that can be told from the words alone, or `undated`; nothing for any other text.
[[nodiscard]] std::optional<When> read_when(std::string_view text);

/// At most fifteen digits, nine of them behind the point; nothing for any other text.
[[nodiscard]] std::optional<Decimal> read_decimal(std::string_view text);

/// Whether there is a whole number, zero or more, which, divided by `by` and multiplied by `scale`
/// (100 for a share in per cent), is the number as printed when rounded to its places. `by` is at
/// least 1, and both are below 10^9.
[[nodiscard]] bool has_whole_number(const Decimal& printed, std::int64_t by,
                                    std::int64_t scale = 1) noexcept;

/// Whether `part` of `whole`, multiplied by `scale`, is the number as printed when rounded to its
/// places: 520 of 63,880 at 10,000 is 81.4. All below 10^9, `whole` at least 1.
[[nodiscard]] bool is_ratio(const Decimal& printed, std::int64_t part, std::int64_t whole,
                            std::int64_t scale) noexcept;

/// Whether `part` of `whole` in per cent is the number as printed when rounded to its places.
[[nodiscard]] bool is_share(const Decimal& printed, std::int64_t part, std::int64_t whole) noexcept;

template <>
struct CodecOf<std::optional<When>> {
  static const Codec& get();
};
template <>
struct CodecOf<std::optional<Decimal>> {
  static const Codec& get();
};

}  // namespace safegov
