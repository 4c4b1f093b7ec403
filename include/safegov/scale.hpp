// What a rating is given on: a scale of bands, which is data and comes with its key.
// SPDX-License-Identifier: Apache-2.0
//
//   const Scale& brag = *find_named_scale("brag");
//   brag.label(brag.find("R"));              // `R red`
//   brag.label({});                          // `? unknown`, which is no band of any scale

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/certainty.hpp>
#include <safegov/describe.hpp>
#include <safegov/id.hpp>

namespace safegov {

/// A step of a scale, or a word that stands apart from its steps.
struct Band {
  std::string word = {};    ///< `amber`
  std::string letter = {};  ///< `A`, or `3`: what a narrow column shows
  std::string meaning = {};
  std::string colour = {};  ///< of a band that has one; its letter and word are printed always
  Origin origin = {};
  friend bool operator==(const Band&, const Band&) = default;
};

/// The place of a band in its scale: its steps from the best, then what stands apart; none for
/// unknown.
using BandId = Id<Band>;

/// An ordered list of bands. *Unknown* is a band of none.
struct Scale {
  static constexpr std::string_view refers_to = "scale";

  std::string id = {};
  std::string name = {};
  std::vector<Band> bands = {};  ///< the steps, best first
  std::vector<Band> apart = {};  ///< neither better nor worse than a step: `not begun`
  std::string unrecorded = {};   ///< the best step that silence may get; the worst unless given
  std::string caution = {};      ///< what a reader is apt to mistake; part of the key
  std::optional<Certainty> certainty = {};
  std::string source = {};
  std::string note = {};
  Origin origin = {};
  friend bool operator==(const Scale&, const Scale&) = default;

  /// How many bands there are, those that stand apart included.
  [[nodiscard]] std::size_t size() const noexcept { return bands.size() + apart.size(); }
  [[nodiscard]] const Band& operator[](BandId band) const noexcept {
    return band.index < bands.size() ? bands[band.index] : apart[band.index - bands.size()];
  }
  /// By word or letter, large or small; none if there is no such band.
  [[nodiscard]] BandId find(std::string_view word_or_letter) const;
  /// True for a step, which is better or worse than any other step.
  [[nodiscard]] bool is_step(BandId band) const noexcept { return band.index < bands.size(); }
  /// The best step that may be derived where nothing is recorded.
  [[nodiscard]] BandId best_unrecorded() const;

  /// `A`; `?` for unknown.
  [[nodiscard]] std::string_view letter(BandId band) const noexcept;
  /// `amber`; `unknown`.
  [[nodiscard]] std::string_view word(BandId band) const noexcept;
  /// `A amber`: letter and word, for colour alone says nothing. `? unknown`.
  [[nodiscard]] std::string label(BandId band) const;
};

/// The scales that come with the library, by name. A partnership's own of the same id goes before.
[[nodiscard]] std::span<const Scale> named_scales();
/// The one of that id, or null.
[[nodiscard]] const Scale* find_named_scale(std::string_view id);

template <>
const Type& type_of<Band>();
template <>
const Type& type_of<Scale>();

}  // namespace safegov
