// The sections of a pack, and what all of them look at.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/compare.hpp>
#include <safegov/network.hpp>
#include <safegov/pack.hpp>
#include <safegov/ratings.hpp>
#include <safegov/report.hpp>

#include "report/words.hpp"

namespace safegov::internal {

/// What a pack is made of, each thing worked out once.
struct PackInput {
  const Assessment& assessment;
  const Ratings& ratings;
  const Network& network;
  const PackOptions& options;
  BodyId body;  ///< or none, if nobody is at the top
  Since since;

  [[nodiscard]] const Obligations& owed() const { return assessment.obligations(); }
  [[nodiscard]] const Partnership& partnership() const { return owed().partnership(); }
  [[nodiscard]] Date as_at() const { return assessment.as_at(); }
  /// What it is called on the day; `nobody stated` for none.
  [[nodiscard]] std::string name_of(BodyId id) const;
  [[nodiscard]] std::string name_of(const Body* body) const;
  /// `qa → bmg → slg`, from who receives it; or why there is no way.
  [[nodiscard]] std::string route_of(std::size_t row) const;
  /// A cell with an obligation's id, in which people find it again.
  [[nodiscard]] Cell id_cell(std::size_t row) const;
  [[nodiscard]] Cell state_cell(std::size_t row) const;
  /// The last day in force.
  [[nodiscard]] std::optional<Date> last_of(std::size_t row) const;
  /// The plans that are in force on the day, or of which something is still outstanding; all of
  /// them if there is none.
  [[nodiscard]] std::vector<PlanId> plans() const;
};

/// Of a band by the word of its colour.
[[nodiscard]] Tone tone_of(const Scale& scale, BandId band);
/// The same of a rating in words: `R red, by within-5: beyond what is tolerated`.
[[nodiscard]] Tone tone_of_words(std::string_view words);

[[nodiscard]] Section glance_section(const PackInput& in);
[[nodiscard]] Section changes_section(const PackInput& in);
[[nodiscard]] Section ratings_section(const PackInput& in);
[[nodiscard]] Section overdue_section(const PackInput& in);
[[nodiscard]] Section plan_section(const PackInput& in);
[[nodiscard]] Section forward_section(const PackInput& in);
[[nodiscard]] Section slips_section(const PackInput& in);
[[nodiscard]] Section indicators_section(const PackInput& in);
[[nodiscard]] Section risks_section(const PackInput& in);
[[nodiscard]] Section decisions_section(const PackInput& in);
[[nodiscard]] Section structure_section(const PackInput& in);
[[nodiscard]] Section findings_section(const PackInput& in);

}  // namespace safegov::internal
