// What several commands do alike: read the paths, choose the format, report what is wrong.
// SPDX-License-Identifier: Apache-2.0

#include "cli/common.hpp"

#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>

#include <safegov/read.hpp>

#include "base/text.hpp"

namespace safegov::internal {
namespace {

bool wants_colour(const Arguments& arguments, const Terminal& terminal) {
  const std::string when = arguments.value("--colour").value_or("auto");
  if (when != "auto" && when != "always" && when != "never")
    throw UsageError("--colour takes 'auto', 'always' or 'never', not " + in_quotes(when));
  return when == "always" || (when == "auto" && terminal.colour);
}

std::vector<Calendar> calendars_of(const Arguments& arguments, Diagnostics& problems) {
  std::vector<Calendar> calendars;
  for (const std::string& path : arguments.values("--calendar"))
    for (const Source& source : load_sources({path}, problems)) {
      const auto calendar = Calendar::parse(source.text(), source.name());
      problems.insert(problems.end(), calendar.diagnostics().begin(), calendar.diagnostics().end());
      if (calendar) calendars.push_back(*calendar);
    }
  return calendars;
}

/// All that an input stream holds, up to just past the most that is read.
std::string all_of(std::istream& in) {
  std::string text;
  std::string block(64 * 1024, '\0');
  while (text.size() <= largest_text &&
         in.read(block.data(), static_cast<std::streamsize>(block.size())).gcount() > 0)
    text.append(block, 0, static_cast<std::size_t>(in.gcount()));
  return text;
}

}  // namespace

std::size_t word_of(std::string_view option, std::string_view word,
                    std::span<const std::string_view> words) {
  const auto found = std::ranges::find(words, word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::string_view near = nearest(word, words);
  throw UsageError("'" + std::string(option) + "' takes " + alternatives(words) + ", not " +
                   in_quotes(word) +
                   (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"));
}

Format format_of(const Arguments& arguments) {
  const auto format = arguments.value("--format");
  return format ? static_cast<Format>(word_of("--format", *format, words_of<Format>()))
                : Format::text;
}

RenderOptions render_options(const Arguments& arguments, const Terminal& terminal) {
  RenderOptions options;
  options.colour = wants_colour(arguments, terminal);
  options.width = std::clamp<std::size_t>(terminal.width, 60, 120);
  return options;
}

void print_some(std::ostream& out, const Diagnostics& diagnostics, bool colour) {
  constexpr std::size_t most = 100;
  if (diagnostics.size() <= most) return print(out, diagnostics, {.colour = colour});
  print(out, {diagnostics.begin(), diagnostics.begin() + most}, {.colour = colour});
  out << "and " << diagnostics.size() - most << " more; --format json has them all\n";
}

std::optional<Loaded> load(const Arguments& arguments, const Terminal& terminal) {
  if (arguments.paths().empty())
    throw UsageError("no plan is given: name files, folders, or '-' for standard input");
  Diagnostics problems;
  const ReadOptions options{.calendars = calendars_of(arguments, problems)};
  const auto read = [&]() -> Result<Partnership> {
    if (has_errors(problems)) return problems;
    const auto& paths = arguments.paths();
    if (std::ranges::count(paths, "-") == 0) return read_partnership(paths, options);
    std::vector<std::string> files(paths);
    std::erase(files, "-");
    std::vector<Source> sources = load_sources(files, problems);
    if (has_errors(problems)) return problems;
    sources.emplace_back("<stdin>", all_of(terminal.in));
    return read_sources(std::move(sources), options);
  };
  Result<Partnership> result = read();
  const RenderOptions render_with = render_options(arguments, terminal);
  const bool json = format_of(arguments) == Format::json;
  if (result) {
    Diagnostics remarks = result.diagnostics();
    return Loaded{std::move(result).value(), std::move(remarks)};
  }
  if (json)
    terminal.out << render(result.diagnostics(), Format::json);
  else
    print_some(terminal.err, result.diagnostics(), render_with.colour);
  return {};
}

}  // namespace safegov::internal
