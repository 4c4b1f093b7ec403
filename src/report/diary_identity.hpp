// What makes an entry of a diary the same entry in a later one, and the later one newer.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include <safegov/assess.hpp>

namespace safegov::internal {

/// `bp-2019/2.1/bmg@2019-10@ncscp.safegov`: by the oldest id that still names the promise, so that
/// giving it another id (with `was`) makes no other entry of it. What mail and calendars could take
/// for something else is written as `%20`.
std::string uid_of(const Obligations& owed, std::size_t row);
/// `bmg@2019-10@ncscp.safegov`
std::string uid_of(const Partnership& partnership, MeetingId meeting);

/// What records did to an obligation or a meeting.
struct Changes {
  std::int32_t count = 0;              ///< never less at a later date or of later knowledge
  std::optional<std::int32_t> last{};  ///< the day on which the latest was written down
};
/// Up to a day, as known: to a meeting, or to a row that is bound to one, or to none. What was
/// taken back counts as well, and so does that it was: it has changed what stands in a diary twice.
Changes changes_of(std::span<const Obligations::Happening> happenings, MeetingId bound, Date as_at,
                   std::optional<Date> known_at);

}  // namespace safegov::internal
