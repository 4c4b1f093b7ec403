// What several commands do alike: read the paths, choose the format, report what is wrong.
// SPDX-License-Identifier: Apache-2.0

#include "cli/common.hpp"

#include <algorithm>
#include <charconv>
#include <istream>
#include <iterator>
#include <ostream>
#include <thread>
#include <variant>

#include <safegov/read.hpp>
#include <safegov/registers.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/replace_file.hpp"

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

/// What is wrong quotes what was read: others are told no more than that something is.
Diagnostics unsound(const Diagnostics& wrong) {
  const auto errors = std::ranges::count(wrong, Severity::error, &Diagnostic::severity);
  return {codes::diagnose(codes::not_publishable,
                          "nothing is published: there " +
                              std::string(errors == 1 ? "is " : "are ") + counted(errors, "error") +
                              " in what was read",
                          {}, "'safegov check' says what is wrong, without --audience")};
}

}  // namespace

ReadOptions read_options(const Arguments& arguments) {
  Diagnostics problems;
  ReadOptions options{.calendars = calendars_of(arguments, problems)};
  if (has_errors(problems))
    throw UsageError(std::string("--calendar: ") + InputError(problems).what());
  return options;
}

std::vector<State> states_of(const Arguments& arguments, std::string_view option) {
  std::vector<State> states;
  for (const std::string& word : arguments.values(option)) {
    std::string spelled = json_word(word);
    states.push_back(static_cast<State>(word_of(option, spelled, words_of<State>())));
  }
  return states;
}

bool any_in(const Counts& counts, const std::vector<State>& states) {
  return std::ranges::any_of(states, [&](State state) { return counts[state] != 0; });
}

std::optional<std::size_t> number_of(std::string_view text, std::size_t least, std::size_t most) {
  std::size_t number = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  if (error != std::errc{} || end != last || number < least || number > most) return {};
  return number;
}

std::size_t word_of(std::string_view option, std::string_view word,
                    std::span<const std::string_view> words) {
  const auto found = std::ranges::find(words, word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::string_view near = nearest(word, words);
  throw UsageError("'" + std::string(option) + "' takes " + alternatives(words) + ", not " +
                   in_quotes(word) +
                   (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"));
}

std::optional<Date> day_of(const Arguments& arguments, std::string_view option) {
  const auto given = arguments.value(option);
  if (!given) return {};
  if (const auto day = parse_day(*given)) return day;
  throw UsageError(std::string(option) + " takes a day such as 2019-11-01, not " +
                   in_quotes(*given));
}

Date as_at_of(const Arguments& arguments, const Terminal& terminal, std::string_view option) {
  if (const auto given = day_of(arguments, option)) return *given;
  const Date today = terminal.today();
  terminal.err << "as at " << iso(today) << " (today, as no " << option << " was given)\n";
  return today;
}

AssessOptions assess_options(const Arguments& arguments) {
  AssessOptions options{.known_at = day_of(arguments, "--known-at")};
  const auto given = arguments.value("--soon");
  if (!given) return options;
  const auto days = number_of(*given, 0, 3660);
  if (!days)
    throw UsageError("--soon takes a number of days from 0 to 3660, not " + in_quotes(*given));
  options.due_soon_days = static_cast<int>(*days);
  return options;
}

Format format_of(const Arguments& arguments, Format last) {
  const auto format = arguments.value("--format");
  const auto words = words_of<Format>().first(static_cast<std::size_t>(last) + 1);
  return format ? static_cast<Format>(word_of("--format", *format, words)) : Format::text;
}

ReportFormat report_format_of(const Arguments& arguments) {
  const auto format = arguments.value("--format");
  if (!format) return ReportFormat::text;
  return static_cast<ReportFormat>(word_of("--format", *format, words_of<ReportFormat>()));
}

RenderOptions render_options(const Arguments& arguments, const Terminal& terminal) {
  RenderOptions options;
  options.colour = wants_colour(arguments, terminal);
  options.width = std::clamp<std::size_t>(terminal.width, 60, 120);
  return options;
}

Date last_day_of(Date as_at, const AssessOptions& judge) {
  return known_until(as_at, judge.known_at);
}

Obligations obligations_of(const Arguments& arguments, const Partnership& partnership,
                           std::optional<Date> by) {
  ExpandOptions options{.of = {}, .promised_by = by};
  for (const std::string& id : arguments.values("--of")) {
    const About named = partnership.find(id);
    if (const auto* plan = std::get_if<PlanId>(&named)) {
      options.of.push_back(*plan);
      continue;
    }
    std::vector<std::string_view> known;
    for (std::uint32_t i = 0; i < partnership.plan_count(); ++i)
      known.push_back(partnership[PlanId{i}].id);
    const std::string_view near = nearest(id, known);
    throw UsageError(
        "no plan or register is called " + in_quotes(id) +
        (near.empty() ? std::string() : "; did you mean '" + std::string(near) + "'?"));
  }
  return expand_obligations(partnership, options);
}

Assessment assessment_of(const Arguments& arguments, const Terminal& terminal,
                         const Partnership& partnership, const AssessOptions& judge) {
  const Date as_at = as_at_of(arguments, terminal);
  return assess(obligations_of(arguments, partnership, last_day_of(as_at, judge)), as_at, judge);
}

NetworkOptions network_options(const Arguments& arguments) {
  // Attending is no answering.
  const auto words = words_of<LineKind>().first(static_cast<std::size_t>(LineKind::attends));
  NetworkOptions options;
  const auto given = arguments.values("--along");
  if (!given.empty()) options.along.clear();
  for (const std::string& word : given)
    options.along.push_back(static_cast<LineKind>(word_of("--along", json_word(word), words)));
  return options;
}

BodyId body_called(std::string_view id, const Partnership& partnership) {
  if (const BodyId body = partnership.find_body(id)) return body;
  std::vector<std::string_view> known;
  for (const Body& body : partnership.bodies()) known.push_back(body.id);
  const std::string_view near = nearest(id, known);
  throw UsageError("no body is called " + in_quotes(id) +
                   (near.empty() ? std::string() : "; did you mean '" + std::string(near) + "'?"));
}

BodyId body_of(const Arguments& arguments, const Partnership& partnership) {
  const auto wanted = arguments.value("--body");
  if (!wanted) throw UsageError("say whose agenda: --body and the id of a body");
  return body_called(*wanted, partnership);
}

std::size_t threads_of(const Arguments& arguments) {
  constexpr std::size_t most = 1024;
  if (const auto given = arguments.value("--jobs")) {
    if (const auto jobs = number_of(*given, 1, most)) return *jobs;
    throw UsageError("--jobs takes a number from 1 to 1024, not " + in_quotes(*given));
  }
  return std::thread::hardware_concurrency();
}

std::filesystem::path folder_of(const Arguments& arguments, std::string_view option) {
  const std::filesystem::path folder = arguments.value(option).value_or("");
  if (folder.empty())
    throw UsageError("'" + std::string(option) +
                     "' needs the name of a folder: " + std::string(option) + " out");
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error || !std::filesystem::is_directory(folder, error))
    throw UsageError("cannot make the folder " + in_quotes(folder.string()) +
                     (error ? ": " + error.message() : std::string()));
  return folder;
}

void hand_over(const Arguments& arguments, const Terminal& terminal, std::string_view text) {
  const auto file = arguments.value("--output");
  if (file && file->empty())
    throw UsageError("'--output' needs the name of a file: --output out.txt");
  if (file && *file != "-")
    replace_file(*file, text);
  else
    terminal.out << text;
}

void print_some(std::ostream& out, const Diagnostics& diagnostics, bool colour) {
  constexpr std::size_t most = 100;
  if (diagnostics.size() <= most) return print(out, diagnostics, {.colour = colour});
  print(out, {diagnostics.begin(), diagnostics.begin() + most}, {.colour = colour});
  out << "and " << diagnostics.size() - most << " more; --format json has them all\n";
}

PublishOptions publish_options(const Arguments& arguments) {
  const Prints prints = arguments.command().prints;
  PublishOptions options{.audience = prints == Prints::published ? Audience::open
                                     : prints == Prints::members ? Audience::partnership
                                                                 : Audience::restricted};
  if (const auto given = arguments.value("--audience"))
    options.audience = static_cast<Audience>(word_of("--audience", *given, words_of<Audience>()));
  std::vector<std::string_view> known;
  for (const Register* kind : registers()) known.push_back(kind->name);
  for (const std::string& name : arguments.values("--open")) {
    if (std::ranges::find(known, name) == known.end()) {
      const std::string_view near = nearest(name, known);
      throw UsageError("--open: no register is called " + in_quotes(name) +
                       (near.empty() ? "; 'safegov register PATH' lists them"
                                     : "; did you mean '" + std::string(near) + "'?"));
    }
    options.open_registers.push_back(name);
  }
  if (const auto given = arguments.value("--suppress-under")) {
    const auto under = number_of(*given, 0, 1000);
    if (!under)
      throw UsageError("--suppress-under takes a number from 0 to 1000, not " + in_quotes(*given));
    options.suppress_under = static_cast<int>(*under);
  }
  return options;
}

Result<Loaded> published_of(const Result<Partnership>& read, const PublishOptions& options) {
  if (!read) return read.diagnostics();
  if (options.audience == Audience::restricted) return Loaded{*read, read.diagnostics()};
  const Result<Published> published = publish(*read, options);
  if (!published) return published.diagnostics();
  return Loaded{published->partnership, {}, published->withheld, *read, options.audience};
}

Manifest manifest_of(const Loaded& loaded, const AssessOptions& options, Date as_at) {
  return safegov::manifest_of(loaded.whole ? *loaded.whole : loaded.partnership, loaded.partnership,
                              loaded.audience, options, as_at);
}

/// What was withheld of all, each sort of thing once.
std::vector<Withheld> sum_of(const std::vector<std::vector<Withheld>>& of_each) {
  std::vector<Withheld> sum;
  for (const auto& lines : of_each)
    for (const Withheld& line : lines) {
      const auto same = std::ranges::find_if(sum, [&](const Withheld& one) {
        return one.how == line.how && one.what == line.what && one.why == line.why;
      });
      if (same == sum.end())
        sum.push_back(line);
      else
        same->count += line.count;
    }
  return sum;
}

std::optional<Loaded> load(const Arguments& arguments, const Terminal& terminal, std::size_t skip) {
  return load(arguments, terminal,
              {arguments.paths().begin() +
                   static_cast<std::ptrdiff_t>(std::min(skip, arguments.paths().size())),
               arguments.paths().end()});
}

std::optional<Loaded> load(const Arguments& arguments, const Terminal& terminal,
                           const std::vector<std::string>& paths) {
  if (paths.empty())
    throw UsageError("no plan is given: name files, folders, or '-' for standard input");
  Diagnostics problems;
  ReadOptions options{.calendars = calendars_of(arguments, problems),
                      .threads = std::thread::hardware_concurrency()};
  const auto read = [&]() -> Result<Partnership> {
    if (has_errors(problems)) return problems;
    std::vector<std::string> files(paths);
    if (std::erase(files, "-") != 0) options.also.emplace_back("<stdin>", all_of(terminal.in));
    return read_partnership(files, options);
  };
  const PublishOptions publish_for = publish_options(arguments);
  const bool all = publish_for.audience == Audience::restricted;
  const Result<Partnership> result = read();
  Result<Loaded> loaded = published_of(result, publish_for);
  if (loaded) {
    const bool asked = arguments.has("--audience");  // who did not is told only if it matters
    if (!all && (asked || !loaded->withheld.empty()))
      terminal.err << render(loaded->withheld, publish_for.audience);
    return std::move(loaded).value();
  }
  const Diagnostics wrong = result || all ? loaded.diagnostics() : unsound(result.diagnostics());
  if (arguments.value("--format") == "json")
    terminal.out << render(wrong, Format::json);
  else
    print_some(terminal.err, wrong, render_options(arguments, terminal).colour);
  return {};
}

}  // namespace safegov::internal
