// A program of somebody else's: makes a partnership in C++, reads the same from text, assesses it.
// SPDX-License-Identifier: Apache-2.0

#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>

#include <safegov/safegov.hpp>

using namespace safegov;

namespace {

Partnership made() {
  const Promise report{.what = "Quarterly report", .to = {"board"}, .due = "June 2019, Oct 2019"};
  Partnership::Parts parts;
  parts.arrangements.id = "example";
  parts.arrangements.name = "Example Partnership";
  parts.arrangements.bodies = {{.id = "board", .name = "Board"}, {.id = "qa", .name = "Audit"}};
  parts.plans = {{.id = "plan-2019", .title = "Plan"}};
  parts.plans[0].objectives = {{.no = "1", .text = "Safety"}};
  parts.plans[0].objectives[0].actions = {
      {.no = "1.1", .text = "Audit", .lead = {"qa"}, .promises = {report}}};
  parts.records = {{.event = {RecordKind::received, "plan-2019/1.1/board of June 2019"},
                    .date = Date(2019, 6, 17)}};
  return Partnership::make(std::move(parts)).value();
}

Partnership read() {
  return read_sources({Source("partnership.yaml",
                              "safegov: 1\n"
                              "partnership: example\n"
                              "name: Example Partnership\n"
                              "bodies: [{id: board, name: Board}, {id: qa, name: Audit}]\n"),
                       Source("plan.yaml",
                              "safegov: 1\n"
                              "partnership: example\n"
                              "plan: plan-2019\n"
                              "title: Plan\n"
                              "objectives:\n"
                              "  - no: 1\n"
                              "    text: Safety\n"
                              "    actions:\n"
                              "      - no: 1.1\n"
                              "        text: Audit\n"
                              "        lead: qa\n"
                              "        promises:\n"
                              "          - what: Quarterly report\n"
                              "            to: board\n"
                              "            due: June 2019, Oct 2019\n"),
                       Source("records.yaml",
                              "safegov: 1\n"
                              "partnership: example\n"
                              "records:\n"
                              "  - received: plan-2019/1.1/board of June 2019\n"
                              "    date: 2019-06-17\n")})
      .value();
}

}  // namespace

int main() {
  try {
    if (version() != SAFEGOV_VERSION) {
      std::cerr << "the headers are " << SAFEGOV_VERSION << ", the library " << version() << '\n';
      return EXIT_FAILURE;
    }
    const Partnership partnership = made();
    const Assessment state = assess(expand_obligations(partnership), Date(2019, 11, 1));
    for (std::size_t row = 0; row < state.size(); ++row)
      std::cout << state[row] << ": " << state.obligations()[row].id() << '\n';
    std::cout << (partnership == read() ? "the same" : "something else") << " when read\n";
  } catch (const InputError& error) {
    print(std::cerr, error.diagnostics());
    return EXIT_FAILURE;
  }
}
