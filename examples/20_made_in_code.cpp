// A partnership that no file holds: made in code, held to the same rules, assessed day by day.
// SPDX-License-Identifier: Apache-2.0

#include <iostream>

#include <safegov/safegov.hpp>

using namespace safegov;

int main() {
  Partnership::Parts parts;
  parts.arrangements = {
      .id = "example",
      .name = "Example Partnership",
      .top = {"board"},
      .bodies = {{.id = "board", .name = "Executive Board"},
                 {.id = "qa", .name = "Quality Assurance", .reports_to = {{.to = {"board"}}}}}};
  const Promise audit{.what = "Audit report", .to = {"board"}, .due = "June 2026, Q3 2026/27"};
  parts.plans = {
      {.id = "plan-2026",
       .title = "Business Plan 2026/27",
       .objectives = {
           {.no = "1", .actions = {{.no = "1.1", .lead = {"qa"}, .promises = {audit}}}}}}};
  parts.records = {{.event = {RecordKind::received, "plan-2026/1.1/board of June 2026"},
                    .date = Date(2026, 7, 3)}};

  const auto owed = expand_obligations(Partnership::make(parts).value());
  for (const Date day :
       {Date(2026, 6, 30), Date(2026, 7, 1), Date(2026, 7, 3), Date(2026, 10, 1)}) {
    const auto state = assess(owed, day);
    std::cout << day << ':';
    for (const Obligation o : owed) std::cout << "  " << o.due().text << " is " << state[o.row()];
    std::cout << '\n';
  }

  // What is wrong comes back as data, all of it at once.
  parts.arrangements.top = {"bored"};
  parts.plans[0].objectives[0].actions[0].promises[0].due = "31 June 2026";
  print(std::cout, Partnership::make(parts).diagnostics());
}
