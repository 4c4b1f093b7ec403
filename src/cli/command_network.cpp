// safegov network: who answers to whom on a day.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

/// A network is no plan and has no Markdown.
Format network_format(const Arguments& arguments) {
  constexpr std::array formats{Format::text, Format::json, Format::csv, Format::dot};
  std::array<std::string_view, formats.size()> words;
  for (std::size_t i = 0; i < formats.size(); ++i)
    words[i] = words_of<Format>()[static_cast<std::size_t>(formats[i])];
  const auto given = arguments.value("--format");
  return given ? formats[word_of("--format", *given, words)] : Format::text;
}

}  // namespace

Exit run_network(const Arguments& arguments, const Terminal& terminal) {
  const Format format = network_format(arguments);
  const NetworkOptions along = network_options(arguments);
  const auto since = day_of(arguments, "--since");
  const bool meetings = arguments.has("--meetings");
  if (meetings && since)
    throw UsageError("--since is of the structure; give it without --meetings");
  if (meetings && format == Format::dot) throw UsageError("--meetings has no picture");
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  const Date as_at = as_at_of(arguments, terminal);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  const Obligations owed = expand_obligations(loaded->partnership, {.promised_by = as_at});
  if (meetings) {
    const Network network = network_of(owed, as_at, along);
    terminal.out << render(agendas(network), network, format, options);
    return Exit::done;
  }
  std::optional<Network> before;
  if (since)
    before =
        network_of(expand_obligations(loaded->partnership, {.promised_by = *since}), *since, along);
  terminal.out << render(network_of(owed, as_at, along), before, format, options);
  return Exit::done;
}

}  // namespace safegov::internal
