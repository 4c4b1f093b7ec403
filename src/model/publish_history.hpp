// Whether what is published says of an obligation what the whole says.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <safegov/partnership.hpp>

#include "model/publish_choice.hpp"
#include "model/publish_names.hpp"

namespace safegov::internal {

/// What the whole says of obligations and meetings, in the ids of what is published.
class History {
 public:
  History(Choice& choice, const Renaming& names);

  /// What rows that are left out, or have left out something, say happened to what stays: a report
  /// that came does not become overdue. As masked records.
  [[nodiscard]] std::vector<Record> missing(const Partnership& published) const;
  /// Takes out in the choice each row that now owes, or says happened, what it did not; false if
  /// there is none.
  bool take_out_changed(const Partnership& published);

 private:
  /// Kind, what it is about, its day, when it was written down, until when.
  using Happening = std::tuple<RecordKind, std::string, std::optional<Date>, std::optional<Date>,
                               std::string, std::optional<Quorum>>;
  [[nodiscard]] Happening happening(const Partnership& in, std::size_t record,
                                    const Renaming* names) const;
  [[nodiscard]] bool take_out_row(std::string_view kind, const void* row);

  Choice& choice_;
  const Renaming& names_;
  std::set<std::string, std::less<>> obligations_;
  std::map<Happening, std::size_t> happened_;  ///< by rows, and how often
  std::map<Happening, std::size_t> example_;   ///< of each, the index of a record
};

}  // namespace safegov::internal
