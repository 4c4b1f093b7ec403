// Rows of registers from text, and what becomes of them, for tests.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/partnership.hpp>
#include <safegov/register_report.hpp>

#include "partnership.hpp"

namespace safegov::test {

/// `rows` are lines of YAML, not indented.
inline Source register_file(const std::string& name, const std::string& rows) {
  std::string text = "safegov: 1\npartnership: example\n" + name + ":\n";
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  return {name + ".yaml", text};
}

inline Partnership with_rows(const std::string& name, const std::string& rows) {
  return sound({{"partnership.yaml", small_partnership}, register_file(name, rows)});
}

/// Line and code of each problem; the first line of a row is 4.
inline std::vector<std::pair<unsigned, std::string>> problems(const std::string& name,
                                                              const std::string& rows) {
  const auto result =
      read_sources({{"partnership.yaml", small_partnership}, register_file(name, rows)});
  std::vector<std::pair<unsigned, std::string>> found;
  for (const Diagnostic& d : result.diagnostics()) found.emplace_back(d.where.begin.line, d.code);
  return found;
}

inline RegisterReport report_of(const Assessment& state, const std::string& name) {
  for (const RegisterTable& table : state.obligations().partnership().registers())
    if (table.kind().name == name) return report_on(state, table);
  FAIL("there is no register '" << name << "'");
  return {};
}

/// What is measured of a row, by name; empty if nothing is.
inline std::map<std::string, std::string> measures(const RegisterReport& report,
                                                   const std::string& id) {
  std::map<std::string, std::string> texts;
  for (const RegisterRow& row : report.rows)
    if (row.id == id)
      for (const Measure& measure : row.measures) texts[measure.name] = measure.text;
  return texts;
}

inline std::map<std::string, std::string> measures(const Partnership& partnership,
                                                   const std::string& id, Date as_at) {
  const Assessment state = assess(expand_obligations(partnership), as_at);
  return measures(report_of(state, id.substr(0, id.find('/'))), id);
}

/// The codes of what is odd, in the order of the places.
inline std::vector<std::string> odd(const Partnership& partnership, Date as_at) {
  std::vector<std::string> found;
  for (const Diagnostic& d : register_findings(partnership, as_at)) found.push_back(d.code);
  return found;
}

/// The state of the obligation whose id begins so; fails if there is not exactly one.
inline State state_of_only(const Partnership& partnership, const std::string& id, Date as_at) {
  const Assessment state = assess(expand_obligations(partnership), as_at);
  std::vector<State> found;
  for (std::size_t o = 0; o < state.obligations().size(); ++o)
    if (state.obligations()[o].id().starts_with(id)) found.push_back(state[o]);
  CAPTURE(id);
  REQUIRE(found.size() == 1);
  return found[0];
}

}  // namespace safegov::test
