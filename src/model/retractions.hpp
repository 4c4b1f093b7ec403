// Which records were taken back, and what is said twice by those that were not.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/data.hpp"
#include "model/make.hpp"
#include "model/record_findings.hpp"

namespace safegov::internal {

/// Retractions, told with the other records. Called in the order of its functions.
class Retractions : private RecordFindings {
 public:
  Retractions(Partnership::Data& data, const Gaps& gaps, Diagnostics& found);

  /// A retraction may name a record by its id: no two have the same.
  void index_ids();
  /// Once it is known what all other records are about.
  void take_all();
  /// Two outcomes of one obligation, meeting or dispute, neither taken back: the first stands, and
  /// it is said.
  void check_twice();

  [[nodiscard]] const std::set<std::size_t>& taken_back() const noexcept { return taken_back_; }

 private:
  /// Records that say the same of the same and have not been taken back: when each was written
  /// down, and which it is.
  using Standing = std::set<std::pair<std::int32_t, std::size_t>>;

  [[nodiscard]] bool is_retraction(std::size_t i) const;
  [[nodiscard]] bool is_known(std::size_t i) const;
  void take(std::size_t i);
  std::vector<std::size_t> named(std::size_t i);
  std::vector<std::size_t> alike(RecordKind kind, std::string_view about, std::int32_t by);
  Standing& standing_of(std::size_t i);
  void take_back(std::size_t i);
  [[nodiscard]] std::int32_t written_down(std::size_t i) const;
  [[nodiscard]] bool agree(std::size_t i, std::size_t first) const;
  void report_twice(std::size_t i, std::size_t first, std::string help);

  Partnership::Data& data_;
  bool promises_missing_;
  std::map<std::string_view, std::size_t> ids_;
  std::set<std::size_t> taken_back_;
  std::map<std::pair<RecordKind, About>, Standing> standing_;
};

}  // namespace safegov::internal
