// What reports of an assessment have in common: headings, words for states and records.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include <safegov/assess.hpp>
#include <safegov/network.hpp>
#include <safegov/report.hpp>

namespace safegov::internal {

/// How a state is to be taken.
Tone tone_of(State state);

/// `partly received`
std::string spoken(RecordKind kind);

/// The text, or a cell that has nothing to say.
Cell some(std::string text);

/// `qa → bmg (if asked) → slg`
std::string way_of(const Network& network, const Route& route);

/// Whose it is and as at when: the subtitle, and the headings by which programs find it.
void add_headings(Report& report, const Assessment& assessment);

/// `records.yaml:12`, or the way to a record that was not read from a text: `records[3]`.
std::string place_of(const Partnership& partnership, const Record& record);

}  // namespace safegov::internal
