// Where a command's output goes: the terminal, or a file that is written whole or not at all.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "cli/call.hpp"
#include "cli/common.hpp"
#include "markdown.hpp"
#include "read/support.hpp"

using namespace safegov::internal;
using safegov::test::file_text;
using safegov::test::says;
using support::Folder;

namespace {

constexpr std::array options{option::output};

safegov::Exit run_write(const Arguments& arguments, const safegov::Terminal& terminal) {
  hand_over(arguments, terminal, "what was made\n");
  return safegov::Exit::done;
}

/// What a command that hands over a line prints, given these words.
std::string printed(const std::vector<std::string>& words) {
  const Command command{"write", "", "", "", options, run_write};
  std::istringstream in;
  std::ostringstream out, err;
  const safegov::Terminal terminal{in,    out, err,  [] { return safegov::Date(2019, 11, 1); },
                                   false, 80,  false};
  command.run(Arguments(command, words), terminal);
  return out.str();
}

std::string refusal(const std::vector<std::string>& words) {
  try {
    printed(words);
  } catch (const UsageError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("without --output, and with '-', it is printed", "[cli][output]") {
  CHECK(printed({}) == "what was made\n");
  CHECK(printed({"--output", "-"}) == "what was made\n");
  CHECK(printed({"-o", "-"}) == "what was made\n");
}

TEST_CASE("with --output or -o the file has it and nothing is printed", "[cli][output]") {
  for (const std::string& option : {std::string("--output"), std::string("-o")}) {
    const Folder folder;
    const std::string file = folder.write("out.txt", "an older and much longer text than the new");
    CHECK(printed({option, file}).empty());
    CHECK(file_text(file) == "what was made\n");
    CHECK(printed({option, folder.path("new.txt")}).empty());
    CHECK(file_text(folder.path("new.txt")) == "what was made\n");
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
      ++files;
    CHECK(files == 2);  // and nothing beside them
  }
}

TEST_CASE("what cannot be written is refused by name", "[cli][output]") {
  const Folder folder;
  CHECK(says(refusal({"-o", folder.path("no/such/out.txt")}), "out.txt': No such file"));
  CHECK(says(refusal({"-o", folder.path()}), "Is a directory"));
  CHECK(says(refusal({"--output="}), "needs the name of a file"));
  CHECK(says(refusal({"-o", "a", "-o", "b"}), "is given twice"));
  CHECK(says(refusal({"-o"}), "'--output' needs a value"));
}

TEST_CASE("a device stays what it is and is written to", "[cli][output]") {
  const Folder folder;
  std::filesystem::create_symlink("/dev/null", folder.path("nowhere"));
  CHECK(printed({"-o", folder.path("nowhere")}).empty());
  CHECK(std::filesystem::is_symlink(folder.path("nowhere")));
  CHECK(std::filesystem::is_character_file("/dev/null"));
}
