// What a result rests on: texts, calendars, rules and days, each told apart by its SHA-256.
// SPDX-License-Identifier: Apache-2.0
//
//   const Manifest manifest = manifest_of(partnership, {}, Date(2019, 11, 1));
//   manifest.inputs[0].sha256;           // as `sha256sum bp-2019.yaml` prints it
//   manifest_table(manifest);            // for the last page of what is handed on
//
// It has no day on which it was made, no machine and no path of one: whoever makes it again of the
// same texts gets the same.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/partnership.hpp>
#include <safegov/report.hpp>

namespace safegov {

/// A text that was read.
struct InputText {
  /// Its path, from the innermost folder that all of the texts are in: `registers/decisions.yaml`.
  std::string name = {};
  std::optional<int> bytes = {};
  std::string sha256 = {};  ///< of the text, byte for byte
  Origin origin = {};
  friend bool operator==(const InputText&, const InputText&) = default;
};

/// A table of working days.
struct CalendarTable {
  std::string name = {};
  std::optional<Date> from = {};  ///< the first day that it covers
  std::optional<Date> until = {};
  std::string sha256 = {};  ///< of its lines, as docs/certificate.md says
  Origin origin = {};
  friend bool operator==(const CalendarTable&, const CalendarTable&) = default;
};

/// Rules that come with the library, or are in force for a plan.
struct RuleTable {
  std::string name = {};    ///< `states`, `clocks`, `scales`, `findings`, `ratings of bp-2019`
  std::string says = {};    ///< what it is, in a few words: `22 time limits`
  std::string sha256 = {};  ///< of the rules as text
  Origin origin = {};
  friend bool operator==(const RuleTable&, const RuleTable&) = default;
};

struct Manifest {
  std::string made_by = {};  ///< `safegov 0.1.0`
  std::string partnership = {};
  std::optional<Date> as_at = {};
  std::optional<Date> known_at = {};
  std::optional<int> due_soon_days = {};
  Audience made_for = Audience::restricted;  ///< for whom less than everything was taken
  std::vector<InputText> inputs = {};        ///< in the order read; none of what was made in code
  std::string inputs_sha256 = {};  ///< of a line for each of them: its SHA-256, two spaces, name
  std::vector<CalendarTable> calendars = {};  ///< the partnership's, then others that it could name
  std::vector<RuleTable> rules = {};
  Origin origin = {};
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// Of a whole partnership: where parts of it are taken out for an audience, of what it was before.
[[nodiscard]] Manifest manifest_of(const Partnership& whole, const AssessOptions& options,
                                   Date as_at);

/// Of what is published of it (publish.hpp): texts have numbers for names, since a name may tell
/// what is withheld, and the rules are those of what is left.
[[nodiscard]] Manifest manifest_of(const Partnership& whole, const Partnership& published,
                                   Audience audience, const AssessOptions& options, Date as_at);

/// A row each for the program, every input, calendar and table of rules.
[[nodiscard]] Table manifest_table(const Manifest& manifest);

template <>
const Type& type_of<InputText>();
template <>
const Type& type_of<CalendarTable>();
template <>
const Type& type_of<RuleTable>();
template <>
const Type& type_of<Manifest>();

}  // namespace safegov
