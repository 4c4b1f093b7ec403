// From words to a command, and from whatever happens to an exit code.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <ostream>

#include <safegov/cli.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov {
namespace internal {
namespace {

std::string overview() {
  std::string out =
      "usage: safegov COMMAND …\n\nWhat a safeguarding partnership promised, and what became of "
      "it.\n\n";
  for (const Command& command : commands())
    out += "  " + std::string(command.name) + std::string(13 - command.name.size(), ' ') +
           std::string(command.summary) + "\n";
  return out +
         "\n'safegov COMMAND --help' says more. Exit codes: 0 done; 1 done, and --fail-on\n"
         "was met; 2 could not (usage, unreadable or unsound files).\n";
}

const Command& find_command(std::string_view name) {
  const auto found = std::ranges::find(commands(), name, &Command::name);
  if (found != commands().end()) return *found;
  std::vector<std::string_view> known;
  for (const Command& command : commands()) known.push_back(command.name);
  const std::string_view near = nearest(name, known);
  throw UsageError("there is no command " + in_quotes(name) +
                   (near.empty() ? "; 'safegov --help' lists them"
                                 : "; did you mean '" + std::string(near) + "'?"));
}

Exit dispatch(const std::vector<std::string>& args, const Terminal& terminal) {
  if (args.empty()) throw UsageError("no command is given; 'safegov --help' lists them");
  if (args[0] == "--help" || args[0] == "-h" || (args[0] == "help" && args.size() == 1)) {
    terminal.out << overview();
    return Exit::done;
  }
  if (args[0] == "--version") return run_version(Arguments(find_command("version"), {}), terminal);
  const bool help = args[0] == "help";
  const Command& command = find_command(args[help ? 1 : 0]);
  const Arguments arguments(command, std::span(args).subspan(help ? 2 : 1));
  if (help || arguments.has("--help")) {
    terminal.out << help_of(command);
    return Exit::done;
  }
  return command.run(arguments, terminal);
}

}  // namespace

std::string json_word(std::string_view word) {
  std::string spelled = as_word(word);
  std::ranges::replace(spelled, '-', '_');
  return spelled;
}

}  // namespace internal

Exit run(const std::vector<std::string>& args, const Terminal& terminal) {
  try {
    const Exit exit = internal::dispatch(args, terminal);
    if (!terminal.out.flush()) {
      terminal.err << "safegov: the output could not be written\n";
      return Exit::could_not;
    }
    return exit;
  } catch (const internal::UsageError& error) {
    terminal.err << "safegov: " << error.what() << '\n';
  } catch (const std::exception& error) {
    terminal.err << "safegov: this should not happen: " << error.what() << '\n';
  }
  return Exit::could_not;
}

}  // namespace safegov
