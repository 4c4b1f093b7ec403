// What a row may learn of meetings and of the rows of other registers, whichever these are.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <string>

#include <safegov/partnership.hpp>
#include <safegov/row.hpp>
#include <safegov/state.hpp>

namespace safegov::internal {

/// True of a meeting, a body and the row of a register.
bool may_be_met_at(const Partnership& partnership, const About& where);

/// The first day on which each meeting that records speak of was, or may have been: as it was held,
/// otherwise the earliest of what it was moved to. Retracted records say nothing.
struct DaysOfMeetings {
  struct Days {
    std::optional<Date> held = {};
    std::optional<Date> moved = {};
  };
  std::map<MeetingId, Days> days;
};
DaysOfMeetings days_of_meetings(const Partnership& partnership);

/// The first day that a meeting can have had; of a row, its `date`. Nothing for a body.
std::optional<Date> first_day_of(const Partnership& partnership, const DaysOfMeetings& known,
                                 const About& where);

/// `not due`: a state as people say it.
std::string in_speech(State state);

/// Who met, and on which day if that is known without records.
struct Sitting {
  BodyId body = {};
  MeetingId meeting = {};
  std::optional<Date> day = {};
};
/// A meeting's body; of a row, its `body` and `date`.
Sitting sitting_at(const Partnership& partnership, const About& where);

/// The record that says that it was held, as at the date of the look; null if none does.
const Record* held_record(RowLook& look, const Sitting& sitting);

}  // namespace safegov::internal
