// The program: what the library does not ask for (clock, terminal, environment) is asked here.
// SPDX-License-Identifier: Apache-2.0

#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

#include <safegov/cli.hpp>

namespace {

safegov::Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

std::size_t columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

}  // namespace

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> args(words + 1, words + count);
  const safegov::Terminal terminal{
      std::cin, std::cout, std::cerr, today, wants_colour(), columns(), isatty(STDERR_FILENO) != 0};
  return static_cast<int>(safegov::run(args, terminal));
}
