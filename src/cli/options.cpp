// What a command accepts, and what it was given.
// SPDX-License-Identifier: Apache-2.0

#include "cli/options.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace safegov::internal {
namespace {

constexpr Option help_option{"--help", "", "Show this page."};

constexpr Option to_owners{"--audience", "WHO",
                           "For whom: open, partnership or restricted; restricted, so all of it."};
constexpr Option to_all{"--audience", "WHO",
                        "For whom: open, partnership or restricted; open unless given."};
constexpr Option to_members{"--audience", "WHO",
                            "For whom: open, partnership or restricted; partnership unless given."};
constexpr Option open_register{"--open", "REGISTER,…", "These closed registers as well: 'risks'."};
constexpr Option suppress_under{"--suppress-under", "N",
                                "For 'open': no count of people from 1 to below N; 5."};

Option find_option(const Command& command, std::string_view name) {
  if (name == help_option.name || name == "-h") return help_option;
  const std::string_view full = name == "-o" ? "--output" : name;
  const std::vector<Option> options = options_of(command);
  const auto found = std::ranges::find(options, full, &Option::name);
  if (found != options.end()) return *found;
  std::vector<std::string_view> known{help_option.name};
  for (const Option& option : options) known.push_back(option.name);
  const std::string_view near = nearest(name, known);
  throw UsageError("'safegov " + std::string(command.name) + "' has no option " + in_quotes(name) +
                   (near.empty() ? "; 'safegov " + std::string(command.name) + " --help' lists them"
                                 : "; did you mean '" + std::string(near) + "'?"));
}

}  // namespace

std::vector<Option> options_of(const Command& command) {
  std::vector<Option> options(command.options.begin(), command.options.end());
  if (command.prints == Prints::owners) return options;
  options.push_back(command.prints == Prints::published ? to_all
                    : command.prints == Prints::members ? to_members
                                                        : to_owners);
  options.push_back(open_register);
  options.push_back(suppress_under);
  return options;
}

Arguments::Arguments(const Command& command, std::span<const std::string> words)
    : command_(&command) {
  bool only_paths = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (only_paths || !word.starts_with('-') || word == "-") {
      paths_.push_back(word);
    } else if (word == "--") {
      only_paths = true;
    } else {
      const auto equals = word.find('=');
      const Option option = find_option(command, word.substr(0, equals));
      std::string value;
      if (option.value.empty()) {
        if (equals != std::string::npos)
          throw UsageError("'" + std::string(option.name) + "' takes no value");
      } else if (equals != std::string::npos) {
        value = word.substr(equals + 1);
      } else if (i + 1 < words.size()) {
        value = words[++i];
      } else {
        throw UsageError("'" + std::string(option.name) + "' needs a value: " +
                         std::string(option.name) + " " + std::string(option.value));
      }
      given_.emplace_back(option.name, std::move(value));
    }
  }
}

bool Arguments::has(std::string_view option) const {
  return std::ranges::any_of(given_, [&](const auto& g) { return g.first == option; });
}

std::optional<std::string> Arguments::value(std::string_view option) const {
  std::optional<std::string> found;
  for (const auto& [name, value] : given_) {
    if (name != option) continue;
    if (found && *found != value) throw UsageError("'" + std::string(option) + "' is given twice");
    found = value;
  }
  return found;
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  std::vector<std::string> out;
  for (const auto& [name, value] : given_) {
    if (name != option) continue;
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t comma = std::min(value.find(',', at), value.size());
      out.emplace_back(trim(std::string_view(value).substr(at, comma - at)));
      at = comma + 1;
    }
  }
  return out;
}

std::string help_of(const Command& command) {
  std::string out = "usage: safegov " + std::string(command.name);
  if (!command.usage.empty()) out += " " + std::string(command.usage);
  out += "\n\n" + std::string(command.summary) + "\n\n";
  if (!command.details.empty()) out += std::string(command.details) + "\n\n";
  std::vector<Option> options = options_of(command);
  options.push_back(help_option);
  std::size_t widest = 0;
  const auto head = [](const Option& o) {
    return std::string(o.name) + (o.value.empty() ? "" : " " + std::string(o.value));
  };
  for (const Option& option : options) widest = std::max(widest, display_width(head(option)));
  out += "options:\n";
  for (const Option& option : options) {
    const std::string left = head(option);
    out += "  " + left + std::string(widest - display_width(left) + 2, ' ') +
           std::string(option.doc) + "\n";
  }
  return out;
}

}  // namespace safegov::internal
