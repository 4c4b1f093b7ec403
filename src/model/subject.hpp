// Which obligation, meeting or other thing an id means.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string_view>

#include "model/data.hpp"

namespace safegov::internal {

/// The id of an obligation or a meeting, taken apart.
struct ObligationName {
  std::string_view promise;  ///< `bp-2019/2.1/bmg`, or of a meeting `bmg`
  enum class By { alone, key, words } by = By::alone;
  std::string_view deadline;  ///< behind the `@` or the ` of `
};

ObligationName take_apart(std::string_view id);

/// The deadline of `promise` that `name` picks out; nothing if there is none, or more than one.
std::optional<Subject> pick(const Partnership::Data& data, PromiseId promise,
                            const ObligationName& name);

/// The meetings of a body that a name picks out, ascending.
std::vector<MeetingId> pick_meetings(const Partnership::Data& data, BodyId body,
                                     const ObligationName& name);
/// Those that lie in a stretch of days, or reach into it.
std::vector<MeetingId> meetings_in(const Partnership::Data& data, BodyId body,
                                   const DateRange& days);

/// Everything that an id could mean; one, save where a body, plan, objective or action share it.
std::vector<About> find_all(const Partnership::Data& data, std::string_view id);

}  // namespace safegov::internal
