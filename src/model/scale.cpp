// What a scale answers, and how scales describe themselves.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/scale.hpp>

#include "base/text.hpp"
#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

BandId Scale::find(std::string_view word_or_letter) const {
  const std::string wanted = internal::as_word(word_or_letter);
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Band& band = (*this)[BandId{i}];
    if (internal::as_word(band.word) == wanted || internal::as_word(band.letter) == wanted)
      return {i};
  }
  return {};
}

BandId Scale::best_unrecorded() const {
  const BandId named = unrecorded.empty() ? BandId{} : find(unrecorded);
  if (named && is_step(named)) return named;
  return {bands.empty() ? 0 : static_cast<std::uint32_t>(bands.size() - 1)};
}

std::string_view Scale::letter(BandId band) const noexcept {
  return band ? std::string_view((*this)[band].letter) : "?";
}

std::string_view Scale::word(BandId band) const noexcept {
  return band ? std::string_view((*this)[band].word) : "unknown";
}

std::string Scale::label(BandId band) const {
  return std::string(letter(band)) + " " + std::string(word(band));
}

template <>
const Type& type_of<Band>() {
  static constexpr Field fields[] = {
      field<&Band::word>("band", "Its word: `amber`. Never `unknown`, which is no band.",
                         Need::required),
      field<&Band::letter>("letter", "What a narrow column shows: `A`, `3`.", Need::required),
      field<&Band::meaning>("meaning", "What it says, as the key prints it.", Need::required),
      field<&Band::colour>("colour", "`red`, `amber`, `green`, `blue` or `grey`, if it has one."),
  };
  static constexpr Type type =
      described<Band>("band", "A step of a scale, or a word that stands apart.", fields);
  return type;
}

template <>
const Type& type_of<Scale>() {
  static constexpr Field fields[] = {
      field<&Scale::id>("id", docs::id, Need::required),
      field<&Scale::name>("name", "What people call it.", Need::required),
      field<&Scale::bands>("bands", "Its steps, best first.", Need::required),
      field<&Scale::apart>("apart", "Words that are neither better nor worse: not begun."),
      field<&Scale::unrecorded>(
          "unrecorded", "The best step that silence may get; the worst of all, unless given."),
      field<&Scale::caution>("caution", "What a reader is apt to mistake; printed with the key."),
      field<&Scale::certainty>("certainty", docs::certainty),
      field<&Scale::source>("source", "Where it is defined."),
      field<&Scale::note>("note", docs::note, Need::optional, Audience::partnership),
  };
  static constexpr Type type =
      described<Scale>("scale", "What ratings are given on. `unknown` is a band of none.", fields);
  return type;
}

}  // namespace safegov
