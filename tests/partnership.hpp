// Small partnerships for tests, from text.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <safegov/obligations.hpp>
#include <safegov/partnership.hpp>
#include <safegov/read.hpp>

#include "test.hpp"

namespace safegov::test {

inline std::string printed(const Diagnostics& diagnostics) {
  std::ostringstream out;
  print(out, diagnostics);
  return out.str();
}

/// The partnership in some texts; fails the test with everything that is wrong with them.
inline Partnership sound(std::vector<Source> sources) {
  const auto result = read_sources(std::move(sources));
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  return *result;
}

inline const char* const small_partnership =
    "safegov: 1\n"
    "partnership: example\n"
    "name: Example Partnership\n"
    "top: board\n"
    "bodies:\n"
    "  - id: board\n"
    "    name: Executive Board\n"
    "  - id: bmg\n"
    "    name: Management Group\n"
    "    reports-to: board\n"
    "  - id: qa\n"
    "    name: Quality Assurance Subgroup\n"
    "    reports-to: bmg\n";

/// One plan `p` with an action 1.1, led by qa, that holds `promises` (lines of YAML, not indented).
inline std::string small_plan(const std::string& promises, const std::string& head = "") {
  std::string text = "safegov: 1\npartnership: example\nplan: p\n" + head +
                     "objectives:\n  - no: 1\n    actions:\n      - no: 1.1\n        lead: qa\n"
                     "        promises:\n";
  std::istringstream lines(promises);
  for (std::string line; std::getline(lines, line);) text += "          " + line + "\n";
  return text;
}

/// `records` are lines of YAML, not indented.
inline std::string small_records(const std::string& records) {
  std::string text = "safegov: 1\npartnership: example\nrecords:\n";
  std::istringstream lines(records);
  for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  return text;
}

/// A register of the documents that rows of others name.
inline Source documents_named_in(const std::string& rows) {
  static const std::regex named("(?:made-in|expected-in|in): +([\\w.-]+)");
  std::set<std::string> ids;
  for (std::sregex_iterator found(rows.begin(), rows.end(), named), end; found != end; ++found)
    ids.insert((*found)[1]);
  std::string text = "safegov: 1\npartnership: example\ndocuments:\n";
  for (const std::string& id : ids)
    text += "  - id: " + id + "\n    title: Report\n    kind: report\n";
  if (ids.empty()) text += "  - id: none\n    title: Report\n    kind: report\n";
  return {"documents.yaml", text};
}

inline Partnership nottingham() {
  return read_partnership({SAFEGOV_SOURCE_DIR "/examples/nottingham"}).value();
}

/// What its plan of 2019-22 promises, without the registers.
inline Obligations nottingham_plan() { return expand_obligations(nottingham(), {.of = {{0}}}); }

}  // namespace safegov::test
