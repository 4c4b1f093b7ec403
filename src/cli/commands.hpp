// The commands, one file each.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "cli/options.hpp"

namespace safegov::internal {

Exit run_agenda(const Arguments& arguments, const Terminal& terminal);
Exit run_register(const Arguments& arguments, const Terminal& terminal);
Exit run_arrival(const Arguments& arguments, const Terminal& terminal);
Exit run_assess(const Arguments& arguments, const Terminal& terminal);
Exit run_assurance(const Arguments& arguments, const Terminal& terminal);
Exit run_chase(const Arguments& arguments, const Terminal& terminal);
Exit run_certificate(const Arguments& arguments, const Terminal& terminal);
Exit run_check(const Arguments& arguments, const Terminal& terminal);
Exit run_clock(const Arguments& arguments, const Terminal& terminal);
Exit run_clocks(const Arguments& arguments, const Terminal& terminal);
Exit run_coverage(const Arguments& arguments, const Terminal& terminal);
Exit run_diary(const Arguments& arguments, const Terminal& terminal);
Exit run_diff(const Arguments& arguments, const Terminal& terminal);
Exit run_escalation(const Arguments& arguments, const Terminal& terminal);
Exit run_explain(const Arguments& arguments, const Terminal& terminal);
Exit run_gate(const Arguments& arguments, const Terminal& terminal);
Exit run_lint(const Arguments& arguments, const Terminal& terminal);
Exit run_network(const Arguments& arguments, const Terminal& terminal);
Exit run_new(const Arguments& arguments, const Terminal& terminal);
Exit run_obligations(const Arguments& arguments, const Terminal& terminal);
Exit run_pack(const Arguments& arguments, const Terminal& terminal);
Exit run_ratings(const Arguments& arguments, const Terminal& terminal);
Exit run_record(const Arguments& arguments, const Terminal& terminal);
Exit run_rollover(const Arguments& arguments, const Terminal& terminal);
Exit run_route(const Arguments& arguments, const Terminal& terminal);
Exit run_sample(const Arguments& arguments, const Terminal& terminal);
Exit run_schema(const Arguments& arguments, const Terminal& terminal);
Exit run_survey(const Arguments& arguments, const Terminal& terminal);
Exit run_timeline(const Arguments& arguments, const Terminal& terminal);
Exit run_trigger(const Arguments& arguments, const Terminal& terminal);
Exit run_version(const Arguments& arguments, const Terminal& terminal);
Exit run_what_if(const Arguments& arguments, const Terminal& terminal);

/// A word as JSON and code spell it: `received_late` for `received-late` or `received late`.
std::string json_word(std::string_view word);

}  // namespace safegov::internal
