// The program: what the library does not ask for (clock, terminal, environment) is asked here.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <iostream>
#include <spawn.h>
#include <string>
#include <string_view>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
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

void write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = send(file, text.data(), text.size(), MSG_NOSIGNAL);
    if (written <= 0) return;  // whoever reads has gone; what it printed tells
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_all(int file) {
  std::string text;
  std::array<char, 65536> block{};
  for (ssize_t got = 0; (got = read(file, block.data(), block.size())) > 0;)
    text.append(block.data(), static_cast<std::size_t>(got));
  return text;
}

/// In which Graphviz names nodes once more.
std::string without_remarks(std::string svg) {
  constexpr std::string_view open = "<!--", close = "-->\n";
  for (std::size_t at = 0; (at = svg.find(open, at)) != std::string::npos;) {
    const std::size_t end = svg.find(close, at);
    if (end == std::string::npos) break;
    svg.erase(at, end + close.size() - at);
  }
  return svg;
}

/// By Graphviz, if there is one. It reads all of a graph before it draws, so that neither waits for
/// the other.
std::string draw(const std::string& dot) {
  int in[2], out[2];  // a socket, since writing to one whose reader has gone need not end us
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0) return {};
  if (pipe2(out, O_CLOEXEC) != 0) return close(in[0]), close(in[1]), std::string();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string program = "dot", form = "-Tsvg";
  char* const words[] = {program.data(), form.data(), nullptr};
  pid_t child = 0;
  const int failed = posix_spawnp(&child, "dot", &actions, nullptr, words, environ);
  posix_spawn_file_actions_destroy(&actions);
  close(in[0]);
  close(out[1]);
  std::string svg;
  if (failed == 0) write_all(in[1], dot);
  close(in[1]);
  if (failed == 0) svg = read_all(out[0]);
  close(out[0]);
  int status = 1;
  if (failed == 0) waitpid(child, &status, 0);
  if (status != 0) return {};
  const std::size_t begin = svg.find("<svg");  // what stands before it names a version
  return begin == std::string::npos ? std::string() : without_remarks(svg.substr(begin));
}

}  // namespace

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> args(words + 1, words + count);
  const safegov::Terminal terminal{
      std::cin, std::cout, std::cerr, today, wants_colour(), columns(), isatty(STDERR_FILENO) != 0,
      draw};
  return static_cast<int>(safegov::run(args, terminal));
}
