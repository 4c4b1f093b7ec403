// What a scrutineer is to look at: so many of what is recorded as received, drawn by no one's hand.
// SPDX-License-Identifier: Apache-2.0
//
//   const Sample drawn = draw_sample(state, {.size = 5, .seed = "14 22 31 40 41 58"});
//   std::cout << render(sample_report(drawn), ReportFormat::text);
//
// Who has the seed and the list of what was received draws the same without this library: by the
// SHA-256 of the seed, a line feed and the obligation's id, the smallest.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/report.hpp>

namespace safegov {

struct SampleOptions {
  std::size_t size = 0;   ///< how many to draw
  std::string seed = {};  ///< the day of the assessment, 2019-11-01, if it is empty
  /// What is drawn from: obligations in these states; no others than these two have a receipt.
  std::vector<State> from = {State::received, State::received_late};
};

struct Drawn {
  std::uint32_t row = 0;  ///< in the assessment
  std::string hash = {};  ///< 64 hexadecimal digits
  friend bool operator==(const Drawn&, const Drawn&) = default;
};

struct Sample {
  Assessment assessment;
  SampleOptions options;       ///< with the seed that was used
  std::size_t population = 0;  ///< how many there were to draw from
  /// Smallest hash first: the first three of a sample of ten are the sample of three.
  std::vector<Drawn> drawn = {};
};

/// Everything, if there is no more than is to be drawn. Throws std::invalid_argument for a state
/// that is not one of a receipt.
[[nodiscard]] Sample draw_sample(const Assessment& assessment, const SampleOptions& options);

/// What to check, and how it was drawn (docs/chase.md).
[[nodiscard]] Report sample_report(const Sample& sample);

}  // namespace safegov
