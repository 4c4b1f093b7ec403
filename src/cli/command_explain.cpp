// safegov explain: the page of a code.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include <safegov/diagnostic.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"

namespace safegov::internal {

Exit run_explain(const Arguments& arguments, const Terminal& terminal) {
  if (arguments.paths().empty()) {
    for (const Code& code : all_codes())
      terminal.out << code.id << "  " << to_string(code.severity) << "  " << code.name << '\n';
    return Exit::done;
  }
  for (const std::string& wanted : arguments.paths()) {
    const Code* code = find_code(wanted);
    if (code == nullptr) {
      std::vector<std::string_view> known;
      for (const Code& c : all_codes()) {
        known.push_back(c.id);
        known.push_back(c.name);
      }
      const std::string_view near = nearest(wanted, known);
      throw UsageError("there is no code " + in_quotes(wanted) +
                       (near.empty() ? "; 'safegov explain' lists them"
                                     : "; did you mean '" + std::string(near) + "'?"));
    }
    terminal.out << code->page;
  }
  return Exit::done;
}

}  // namespace safegov::internal
