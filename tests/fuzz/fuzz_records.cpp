// Any table of records for a small partnership: read or refused, and the same when said in YAML.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/append.hpp>
#include <safegov/assess.hpp>
#include <safegov/read.hpp>
#include <safegov/render.hpp>

#include "fuzz/fuzz.hpp"

using namespace safegov;
using fuzz::holds;

namespace {

const Source arrangements{"partnership.yaml",
                          "safegov: 1\npartnership: t\nname: T\ntop: slg\nbodies:\n  - id: slg\n"
                          "  - id: bmg\n    reports-to: slg\n  - id: qa\n    reports-to: bmg\n"};
const Source plan{"plan.yaml",
                  "safegov: 1\npartnership: t\nplan: b\nperiod: 2019-22\nobjectives:\n  - no: 1\n"
                  "    actions:\n      - no: 1.1\n        lead: qa\n        promises:\n"
                  "          - what: Report\n            to: bmg\n"
                  "            due: June 2019, Oct 2019, 9 Dec 2019\n"
                  "          - what: Summary\n            to: slg\n            due: Autumn 2022\n"
                  "          - what: Update\n            id: u\n            due: Ongoing\n"};

/// The records of a partnership, one by one, as a file that people could have written.
std::string in_yaml(const Partnership& partnership) {
  std::string text;
  for (const Record& record : partnership.records()) {
    if (text.empty()) {
      text = records_file("t", record);
      continue;
    }
    const auto more = append_record({"records.yaml", text}, record);
    holds(static_cast<bool>(more), "a record can be added", fuzz::printed(more.diagnostics()));
    text = *more;
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  const auto result = read_sources({arrangements, plan, {"records.csv", text}});
  const auto again = read_sources({{"records.csv", text}, plan, arrangements});
  const std::string told = fuzz::printed(result.diagnostics());
  fuzz::check_told(result.diagnostics());
  holds(static_cast<bool>(result) != has_errors(result.diagnostics()), "sound, or why not", told);
  holds(told == fuzz::printed(again.diagnostics()), "the order of files does not matter", told);
  holds(fuzz::Json::is(render(result.diagnostics(), Format::json)), "JSON is JSON", told);
  if (!result) return 0;
  holds(*result == *again, "the order of files does not matter", told);

  const Obligations owed = expand_obligations(*result);
  holds(owed.size() == 5, "records promise nothing");
  const Assessment state = assess(owed, Date(2019, 11, 1));
  holds(state.counts().total() == owed.size(), "every row has a state");
  const std::string json = render(*result, result.diagnostics(), Format::json);
  holds(fuzz::Json::is(json) && fuzz::is_utf8(json), "JSON is JSON", json);

  // Adding reads the whole file each time.
  if (result->records().empty() || result->records().size() > 6) return 0;
  const std::string yaml = in_yaml(*result);
  const auto same = read_sources({arrangements, plan, {"records.yaml", yaml}});
  holds(static_cast<bool>(same), "what was added is read",
        yaml + fuzz::printed(same.diagnostics()));
  holds(*same == *result, "a table and a text say the same", yaml);
  return 0;
}
