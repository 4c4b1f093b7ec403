// Days and numbers as they are printed, beside what they mean.
// SPDX-License-Identifier: Apache-2.0
//
//   read_when("December 2024")->last();   // 31 December 2024: by then it had happened
//   read_decimal("4.83 %")->units;        // 483, of 2 places

#pragma once

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

/// A number as printed, with the places behind its point; a per cent sign may follow.
struct Decimal {
  std::string text;
  std::int64_t units = 0;  ///< of the last place: 10050 of `100.50`
  int places = 0;
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// Days that can be told from the words alone, or `undated`; nothing for any other text.
[[nodiscard]] std::optional<When> read_when(std::string_view text);

/// At most nine digits, not negative; nothing for any other text.
[[nodiscard]] std::optional<Decimal> read_decimal(std::string_view text);

/// Whether there is a whole number which, divided by `by` and multiplied by `scale` (100 for a
/// share in per cent), is the number as printed when rounded to its places. `by` is at least 1.
[[nodiscard]] bool has_whole_number(const Decimal& printed, std::int64_t by,
                                    std::int64_t scale = 1) noexcept;

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
