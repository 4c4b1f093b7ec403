// How escalations describe themselves, and how their counts and limits read.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <charconv>

#include <safegov/escalation_rules.hpp>

#include "base/text.hpp"
#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
std::span<const std::string_view> words_of<CountedPer>() {
  static constexpr std::array<std::string_view, 3> words{"promise", "line", "body"};
  return words;
}

template <>
std::span<const std::string_view> words_of<LimitUnit>() {
  static constexpr std::array<std::string_view, 4> words{"hours", "days", "working-days", "weeks"};
  return words;
}

namespace {

/// A number and the words behind it: `5 working days` is 5 and `working-days`.
struct Amount {
  int count = 0;
  std::string words;
};

std::optional<Amount> amount_of(std::string_view text, int least, int most) {
  text = internal::trim(text);
  Amount amount;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount.count);
  if (error != std::errc{} || amount.count < least || amount.count > most) return {};
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  amount.words = internal::as_word(internal::trim(rest));
  return amount;
}

std::optional<Misses> parse_misses(std::string_view text) {
  const auto amount = amount_of(text, 1, 99);
  if (!amount) return {};
  if (amount->words == "missed") return Misses{amount->count, MissCount::in_all};
  if (amount->words == "missed-in-a-row") return Misses{amount->count, MissCount::in_a_row};
  return {};
}

std::optional<TimeLimit> parse_limit(std::string_view text) {
  const auto amount = amount_of(text, 0, 999);
  if (!amount) return {};
  const auto words = words_of<LimitUnit>();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view one = words[i].substr(0, words[i].size() - 1);
    if (amount->words == words[i] || amount->words == one)
      return TimeLimit{amount->count, static_cast<LimitUnit>(i)};
  }
  return {};
}

}  // namespace

std::string in_words(const Misses& misses) {
  return std::to_string(misses.count) +
         (misses.counted == MissCount::in_a_row ? " missed in a row" : " missed");
}

std::string in_words(const TimeLimit& limit) {
  static constexpr std::array<std::string_view, 4> one{"hour", "day", "working day", "week"};
  return internal::counted(limit.count, one[static_cast<std::size_t>(limit.unit)]);
}

const Codec& CodecOf<std::optional<Misses>>::get() {
  static constexpr Codec codec{
      .shape = Shape::text,
      .noun = "a number of misses",
      .parse = [](std::string_view, std::string_view text, void* into) -> std::optional<Refusal> {
        const auto misses = parse_misses(text);
        if (!misses)
          return Refusal{"expected a number of misses",
                         "write '1 missed' or '2 missed in a row', with 1 to 99"};
        *static_cast<std::optional<Misses>*>(into) = misses;
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            const auto& misses = *static_cast<const std::optional<Misses>*>(from);
            if (misses) out += in_words(*misses);
            return misses.has_value();
          }};
  return codec;
}

const Codec& CodecOf<std::optional<TimeLimit>>::get() {
  static constexpr Codec codec{
      .shape = Shape::text,
      .noun = "a time limit",
      .parse = [](std::string_view, std::string_view text, void* into) -> std::optional<Refusal> {
        const auto limit = parse_limit(text);
        if (!limit)
          return Refusal{"expected a time limit",
                         "write '5 working days', '2 days', '1 week' or '24 hours'"};
        *static_cast<std::optional<TimeLimit>*>(into) = limit;
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            const auto& limit = *static_cast<const std::optional<TimeLimit>*>(from);
            if (limit) out += in_words(*limit);
            return limit.has_value();
          }};
  return codec;
}

template <>
const Type& type_of<EscalationScope>() {
  static constexpr Field fields[] = {
      field<&EscalationScope::from>("from", "Those that this body owes."),
      field<&EscalationScope::to>("to", "Those that this body receives."),
  };
  static constexpr Type type = described<EscalationScope>(
      "scope", "Which obligations an escalation is of: `from` and `to` are a line.", fields);
  return type;
}

template <>
const Type& type_of<EscalationStage>() {
  static constexpr Field fields[] = {
      field<&EscalationStage::to>("to", "To whom it goes.", Need::required),
      field<&EscalationStage::name>("name", "What it is called: `informal`."),
      field<&EscalationStage::after>(
          "after", "After how many misses: `1 missed`, `2 missed in a row`; not in a dispute."),
      field<&EscalationStage::within>(
          "within",
          "Its time limit: `5 working days`, `2 days`, `1 week`, `24 hours`. From the miss; in a "
          "dispute, from when the stage began to when the next is due."),
      field<&EscalationStage::bypass>("bypass", "When it may be passed over, as printed."),
  };
  static constexpr Type type =
      described<EscalationStage>("stage", "One stage of an escalation.", fields);
  return type;
}

template <>
const Type& type_of<Escalation>() {
  static constexpr Field fields[] = {
      field<&Escalation::id>("id", docs::id, Need::required),
      field<&Escalation::name>("name", "What it is called."),
      field<&Escalation::of>("of", "Which obligations it is of; all, unless given."),
      field<&Escalation::per>("per",
                              "Misses of what are counted together: of a `promise`, unless given."),
      field<&Escalation::stages>("stages", "To whom it goes, one after the other.", Need::required),
      field<&Escalation::source>("source", docs::source),
      field<&Escalation::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Escalation::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Escalation>(
      "escalation", "What goes further up, to whom and how soon. See escalation.md.", fields);
  return type;
}

}  // namespace safegov
