// What a command accepts, and what it was given.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/cli.hpp>

namespace safegov::internal {

/// Something is wrong with the words of a command; what() says what and how to put it right.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Option {
  std::string_view name;   ///< `--as-at`
  std::string_view value;  ///< `DATE`; nothing for a switch
  std::string_view doc;
};

class Arguments;

/// Whether what a command prints may be for others than whoever has the files. Every command that
/// may be takes --audience, --open and --suppress-under.
enum class Prints : std::uint8_t {
  all,        ///< everything, unless an --audience is given
  members,    ///< what goes to bodies: for `partnership`, unless an --audience is given
  published,  ///< what is handed on: for `open`, unless an --audience is given
  owners,     ///< it changes files, or tells of no partnership
};

/// One verb. Its page in --help is made from this.
struct Command {
  std::string_view name;
  std::string_view usage;    ///< `PATH… [--as-at DATE]`
  std::string_view summary;  ///< one line, for the list of commands
  std::string_view details;  ///< a paragraph or more
  std::span<const Option> options;
  Exit (*run)(const Arguments&, const Terminal&);
  Prints prints = Prints::all;
};

/// The options of a command, those of the publication boundary included.
std::vector<Option> options_of(const Command& command);

/// The words of one call, held against what the command accepts.
class Arguments {
 public:
  /// Throws UsageError for an unknown option (naming a near one), a missing or unwanted value, or a
  /// value given twice where one is meant.
  Arguments(const Command& command, std::span<const std::string> words);

  [[nodiscard]] const Command& command() const noexcept { return *command_; }
  [[nodiscard]] const std::vector<std::string>& paths() const noexcept { return paths_; }
  [[nodiscard]] bool has(std::string_view option) const;
  /// The last value given, or nothing.
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
  /// Every value given, split at commas.
  [[nodiscard]] std::vector<std::string> values(std::string_view option) const;

 private:
  const Command* command_;
  std::vector<std::string> paths_;
  std::vector<std::pair<std::string_view, std::string>> given_;
};

/// The page of a command.
std::string help_of(const Command& command);

/// Every command, in the order of the list.
std::span<const Command> commands();

}  // namespace safegov::internal
