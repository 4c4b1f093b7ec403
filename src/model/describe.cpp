// Leaf codecs, and looking up fields.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <charconv>

#include <safegov/deadline.hpp>
#include <safegov/describe.hpp>
#include <safegov/plan.hpp>
#include <safegov/record.hpp>

#include "base/text.hpp"

namespace safegov {

std::optional<std::size_t> Type::find(std::string_view key) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Codec& codec = fields[i].codec();
    if (fields[i].name == key && codec.shape != Shape::tagged) return i;
    if (codec.shape == Shape::tagged && std::ranges::count(codec.words(), key) != 0) return i;
  }
  return {};
}

namespace internal {

std::optional<Refusal> parse_word(std::span<const std::string_view> words, std::string_view text,
                                  std::size_t& index) {
  const auto found = std::ranges::find(words, text);
  if (found == words.end()) {
    Refusal refusal{"expected " + alternatives(words)};
    if (const auto near = nearest(text, words); !near.empty())
      refusal.help = "did you mean '" + std::string(near) + "'?";
    return refusal;
  }
  index = static_cast<std::size_t>(found - words.begin());
  return {};
}

std::optional<Refusal> parse_reference(std::string_view text, std::string& into) {
  // What a table prints when nobody is named; kept apart from an id by its space.
  if (lower(text) == "not stated") {
    into.clear();
    return {};
  }
  // A name in place of an id is unknown, not malformed: whoever knows the ids says which is meant.
  into = text;
  return {};
}

}  // namespace internal

const Codec& CodecOf<std::string>::get() {
  static constexpr Codec codec{
      .shape = Shape::text,
      .noun = "text",
      .parse = [](std::string_view, std::string_view text, void* into) -> std::optional<Refusal> {
        static_cast<std::string*>(into)->assign(text);
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            out += *static_cast<const std::string*>(from);
            return !static_cast<const std::string*>(from)->empty();
          }};
  return codec;
}

const Codec& CodecOf<std::optional<Date>>::get() {
  static constexpr Codec codec{
      .shape = Shape::day,
      .noun = "a date",
      .parse = [](std::string_view, std::string_view text, void* into) -> std::optional<Refusal> {
        const auto date = parse_day(text);
        if (!date && !text.empty())
          for (const DeadlineProblem& problem : parse_deadlines(text).problems)
            if (problem.kind == DeadlineProblem::Kind::impossible)
              return Refusal{"expected a day that exists", problem.message};
        if (!date)
          return Refusal{"expected a day", "write it as 2019-06-27, 27 June 2019 or 27/6/2019"};
        *static_cast<std::optional<Date>*>(into) = *date;
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            const auto& date = *static_cast<const std::optional<Date>*>(from);
            if (date) out += iso(*date);
            return date.has_value();
          }};
  return codec;
}

const Codec& CodecOf<std::optional<int>>::get() {
  static constexpr Codec codec{
      .shape = Shape::number,
      .noun = "a whole number",
      .parse = [](std::string_view, std::string_view text, void* into) -> std::optional<Refusal> {
        int number = -1;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size() || number < 0)
          return Refusal{"expected a whole number"};
        *static_cast<std::optional<int>*>(into) = number;
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            const auto& number = *static_cast<const std::optional<int>*>(from);
            if (number) out += std::to_string(*number);
            return number.has_value();
          }};
  return codec;
}

const Codec& CodecOf<std::optional<Period>>::get() {
  static constexpr Codec codec{
      .shape = Shape::text,
      .noun = "a period",
      .parse = [](std::string_view, std::string_view text, void* into) -> std::optional<Refusal> {
        const auto range = parse_period(text);
        if (!range)
          return Refusal{"expected a period that does not end before it begins",
                         "write it as 2019-22, 2021/22 or April 2019 to March 2022"};
        *static_cast<std::optional<Period>*>(into) = Period{std::string(text), *range};
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            const auto& period = *static_cast<const std::optional<Period>*>(from);
            if (period) out += period->text;
            return period.has_value();
          }};
  return codec;
}

const Codec& CodecOf<Event>::get() {
  static constexpr Codec codec{
      .shape = Shape::tagged,
      .noun = "an obligation",
      .parse = [](std::string_view key, std::string_view text,
                  void* into) -> std::optional<Refusal> {
        std::size_t index = 0;
        if (auto refusal = internal::parse_word(words_of<RecordKind>(), key, index)) return refusal;
        *static_cast<Event*>(into) = {static_cast<RecordKind>(index), std::string(text)};
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            out += static_cast<const Event*>(from)->about;
            return !static_cast<const Event*>(from)->about.empty();
          },
      .words = words_of<RecordKind>,
      .tag =
          [](const void* from) {
            return words_of<RecordKind>()[static_cast<std::size_t>(
                static_cast<const Event*>(from)->kind)];
          }};
  return codec;
}

template <>
std::span<const std::string_view> words_of<Audience>() {
  static constexpr std::array<std::string_view, 3> words{"open", "partnership", "restricted"};
  return words;
}

}  // namespace safegov
