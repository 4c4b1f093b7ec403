// How long the steps of a review took, as known on a day, held against its clocks.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/review_chain.hpp"

namespace safegov::internal {

/// When something was done, as exactly as that is known.
struct Done {
  Date first;
  Date last;
};

/// In time if it certainly was; late if it certainly was.
Timeliness judge_done(const ClockAnswer& answer, const Done& done);

/// Whether anything of a row is known by the day of a look.
bool is_known(const Review& row, RowLook& look);

/// One review as known by the day of a look.
class Times {
 public:
  Times(const Review& row, const Reviews& all, RowLook& look);

  /// Whether a step is known by then, and not taken back by a record.
  [[nodiscard]] bool is_known(const ReviewStep& step) const;
  /// Whether it was decided on, replied to or completed by then; or, without any of these, told.
  [[nodiscard]] bool outcome_known() const;
  [[nodiscard]] const std::vector<Limit>& limits() const noexcept { return limits_; }
  [[nodiscard]] bool start_known(const Limit& limit) const;
  /// What its clock says of a limit: the default reading first.
  [[nodiscard]] std::vector<ClockAnswer> answers(const Limit& limit) const;
  /// When a promise was met: `review`.
  [[nodiscard]] std::optional<Done> done(std::string_view promise) const;
  /// Of what is done, whether in time; of what is not, whether it can still be.
  [[nodiscard]] Timeliness judge_at(const Limit& limit, const ClockAnswer& answer) const;
  /// A measure for each reading of a limit that has begun.
  void measure(const Limit& limit) const;
  /// How long before the day on which it is to be published the Panel had its copy.
  void measure_copy() const;

 private:
  [[nodiscard]] std::string in_words_of(const Limit& limit, const ClockAnswer& answer,
                                        const ClockRule& rule) const;
  [[nodiscard]] std::string working_days(Date from, Date to) const;
  [[nodiscard]] std::string taken(Date from, Date to, const ClockRule& rule) const;

  const Review& row_;
  RowLook& look_;
  std::vector<Limit> limits_;
  std::map<std::string_view, Date> received_;  ///< by the id of the promise, the first record
};

}  // namespace safegov::internal
