// Reads one partnership and does nothing with it: what reading alone costs, as a process.
// SPDX-License-Identifier: Apache-2.0
// Usage: read_plans PATH...

#include <cstdio>

#include <safegov/read.hpp>

int main(int count, char** words) {
  const auto partnership = safegov::read_partnership({words + 1, words + count});
  if (!partnership) return 2;
  std::printf("%zu promises\n", partnership->promises().size());
  return 0;
}
