// The least that a program on yaml-cpp can do with some files: hear their events, and keep nothing.
// SPDX-License-Identifier: Apache-2.0
// Usage: yaml_events FILE...

#include <cstdio>
#include <fstream>

#include "peers/no_handler.hpp"

int main(int count, char** words) {
  std::size_t events = 0;
  for (int i = 1; i < count; ++i) {
    std::ifstream file(words[i], std::ios::binary);
    if (!file) return 2;
    events += safegov::bench::events_of(file);
  }
  std::printf("%zu events\n", events);
  return 0;
}
