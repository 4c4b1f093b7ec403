// The words of when a promise is due, as deadlines.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <set>
#include <string>

#include <safegov/deadline.hpp>

#include "model/data.hpp"
#include "model/findings.hpp"
#include "model/make.hpp"

namespace safegov::internal {

/// Fills data.deadlines and data.bound, promise by promise.
class DueDates : private Findings {
 public:
  /// What is added to `gaps` later counts, too.
  DueDates(Partnership::Data& data, const Gaps& gaps, Diagnostics& found);

  /// The next promise of the plan whose context is the last.
  void take(const Promise& promise, ResolvedPromise& resolved, const std::string& path);

  /// The promises whose dates are an error already.
  [[nodiscard]] const std::set<const Promise*>& broken() const noexcept { return broken_; }

 private:
  void bind(const Promise& promise, const Deadlines& parsed, std::uint32_t first,
            const std::string& path);
  void report_problem(const Promise& promise, DeadlineProblem problem, const std::string& path);
  void report_no_body(const Promise& promise, DeadlineProblem problem, const std::string& path);
  void check_twice(const Promise& promise, const ResolvedPromise& resolved,
                   const std::string& path);

  Partnership::Data& data_;
  const Gaps& gaps_;
  Diagnostics& found_;
  std::set<const Promise*> broken_;
};

}  // namespace safegov::internal
