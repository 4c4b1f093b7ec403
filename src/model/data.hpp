// What a Partnership holds.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include <safegov/partnership.hpp>

namespace safegov {

struct Partnership::Data {
  explicit Data(Parts p) : parts(std::move(p)) {}

  Parts parts;
  Calendar calendar = Calendar::england_and_wales();
  std::vector<DeadlineContext> contexts;  ///< one per plan: what its words are resolved against
  std::vector<const Objective*> objectives;
  std::vector<const Action*> actions;
  std::vector<const Promise*> written;  ///< the promises as written, beside `promises`
  std::vector<ResolvedPromise> promises;
  std::vector<Deadline> deadlines;
  std::vector<ResolvedRecord> resolved;  ///< beside parts.records

  /// Sorted by id; all of a partnership's are different.
  std::vector<std::pair<std::string_view, BodyId>> body_ids;
  std::vector<PromiseId> promise_ids;
  /// Sorted by id, too; one that is also a present id means the present one.
  std::vector<std::pair<std::string, PromiseId>> former_promise_ids;

  [[nodiscard]] BodyId body(std::string_view id) const;
  [[nodiscard]] PromiseId promise(std::string_view id) const;
  [[nodiscard]] std::span<const Deadline> deadlines_of(PromiseId id) const {
    const ResolvedPromise& p = promises[id.index];
    return {deadlines.data() + p.first_deadline, p.deadlines};
  }
};

}  // namespace safegov
