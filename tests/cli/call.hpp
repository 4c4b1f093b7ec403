// Calling the command line in a test.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <sstream>
#include <string>
#include <vector>

#include <safegov/cli.hpp>

namespace safegov::test {

struct Outcome {
  int exit;
  std::string out, err;
};

struct Called {
  std::string input = "";  ///< what stands on standard input
  Date today = Date(2019, 11, 1);
  bool colour = false;
  bool progress = false;
};

inline Outcome call(const std::vector<std::string>& args, const Called& how = {}) {
  std::istringstream in(how.input);
  std::ostringstream out, err;
  const Terminal terminal{in, out, err, [&] { return how.today; }, how.colour, 80, how.progress};
  const Exit exit = run(args, terminal);
  return {static_cast<int>(exit), out.str(), err.str()};
}

inline bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace safegov::test
