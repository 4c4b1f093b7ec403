// safegov pack: everything that a board has to see as at a day, in one document.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>
#include <functional>
#include <ostream>
#include <set>
#include <variant>

#include <safegov/lint.hpp>
#include <safegov/manifest.hpp>
#include <safegov/pack.hpp>
#include <safegov/survey.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/progress.hpp"
#include "cli/replace_file.hpp"

namespace safegov::internal {
namespace {

/// Only the sections asked for, in the pack's order.
void keep_sections(Report& report, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return;
  std::vector<std::string_view> known;
  for (const Section& section : report.sections) known.push_back(section.key);
  for (const std::string& key : wanted) word_of("--section", key, known);
  std::erase_if(report.sections, [&](const Section& section) {
    return std::ranges::count(wanted, section.key) == 0;
  });
}

/// A file of comma-separated values has one table.
void keep_a_table(Report& report) {
  std::vector<Table> tables;
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks)
      if (const auto* table = std::get_if<Table>(&block)) tables.push_back(*table);
  if (report.sections.size() != 1 || tables.empty())
    throw UsageError("CSV holds one table: say of which section, '--section overdue'");
  report.sections[0].blocks = {tables.back()};
}

Section manifest_section(const Manifest& manifest) {
  return {.key = "manifest", .title = "What this rests on", .blocks = {manifest_table(manifest)}};
}

/// What the options say that holds for every partnership.
struct Asked {
  AssessOptions judge = {};
  Date as_at;
  std::optional<Date> since = {};
  ReportFormat format = ReportFormat::html;
  RenderOptions render = {};
};

struct Made {
  Report report;
  Assessment assessment;
};

using Draw = std::function<std::string(const std::string&)>;

/// Findings and hashes are of the whole, as far as the audience may know of them.
Made pack_of(const Arguments& arguments, const Loaded& loaded, const Asked& asked, BodyId body,
             const Draw& draw) {
  const Partnership& partnership = loaded.partnership;
  const Partnership& whole = loaded.whole ? *loaded.whole : partnership;
  PackOptions with{.body = body, .since = asked.since};
  const LintOptions linted{.known_at = asked.judge.known_at};
  LintReport found = lint(partnership, asked.as_at, linted, loaded.remarks);
  if (loaded.whole) found = findings_for(lint(whole, asked.as_at, linted), std::move(found));
  with.findings = std::move(found.findings);
  const Assessment assessment =
      assess(obligations_of(arguments, partnership, last_day_of(asked.as_at, asked.judge)),
             asked.as_at, asked.judge);
  if (draw)
    with.diagram =
        draw(render(network_of(assessment.obligations(), asked.as_at), std::nullopt, Format::dot));
  if (loaded.whole) with.more.push_back(withheld_section(loaded.withheld));
  with.more.push_back(manifest_section(manifest_of(loaded, asked.judge, asked.as_at)));
  Report report = pack(assessment, with);
  keep_sections(report, arguments.values("--section"));
  if (asked.format == ReportFormat::csv) keep_a_table(report);
  return {std::move(report), assessment};
}

/// The last part of each path in letters that every system takes, each once.
std::vector<std::string> file_names(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  std::set<std::string, std::less<>> taken{"index"};
  for (const std::string& path : paths) {
    const std::filesystem::path last = std::filesystem::path(path + "/").parent_path().filename();
    std::string stem;
    for (const char c : last.stem().string()) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      stem += plain || c == '-' || c == '_' ? c : '-';
    }
    if (stem.find_first_not_of('-') == std::string::npos) stem = "partnership";
    std::string name = stem;
    for (int i = 2; !taken.insert(lower(name)).second; ++i) name = stem + "-" + std::to_string(i);
    names.push_back(name + ".html");
  }
  return names;
}

/// A page for each partnership, and one that leads to them. Their structures are lists: to draw
/// them would take longer than all else.
Exit write_each(const Arguments& arguments, const Terminal& terminal, Asked asked) {
  for (const char* option : {"--body", "--output", "--section"})
    if (arguments.has(option))
      throw UsageError("'--into' is for many partnerships, and '" + std::string(option) +
                       "' for one");
  if (asked.format != ReportFormat::html) throw UsageError("'--into' writes pages: HTML");
  if (arguments.paths().empty())
    throw UsageError("no partnership is given: name folders, or a folder of folders");
  const std::filesystem::path folder = folder_of(arguments, "--into");
  const FoundPartnerships found = find_partnerships(arguments.paths());
  const std::vector<std::string> names = file_names(found.paths);
  for (const std::string& path : found.passed_over)
    terminal.err << "passed over " << path << ", which has no plan file\n";
  Survey survey{.as_at = asked.as_at, .options = asked.judge};
  survey.lines.resize(found.paths.size());
  const PublishOptions publish_for = publish_options(arguments);
  std::vector<std::vector<Withheld>> withheld(found.paths.size());
  {
    Progress progress(terminal, found.paths.size());
    read_each(found.paths, read_options(arguments), threads_of(arguments),
              [&](std::size_t i, const Result<Partnership>& read) {
                const auto published = published_of(read, publish_for);
                if (published) {
                  const Made made = pack_of(arguments, *published, asked, BodyId{}, {});
                  replace_file(folder / names[i], render(made.report, asked.format, asked.render));
                  survey.lines[i] =
                      survey_line(found.paths[i], made.assessment, published->remarks);
                  withheld[i] = published->withheld;
                } else {
                  survey.lines[i] = survey_line(found.paths[i], published.diagnostics());
                }
                progress.count(survey.lines[i]);
              });
  }
  replace_file(folder / "index.html",
               render(pack_index(survey, names), asked.format, asked.render));
  if (publish_for.audience != Audience::restricted)
    terminal.err << render(sum_of(withheld), publish_for.audience);
  terminal.out << "wrote " << counted(static_cast<long long>(survey.sound()), "pack") << " and "
               << (folder / "index.html").string() << '\n';
  for (const SurveyLine& line : survey.lines)
    if (!line.figures)
      terminal.err << "no pack of " << line.path << ", which is unsound: "
                   << counted(static_cast<long long>(line.errors), "error") << "; safegov check "
                   << line.path << '\n';
  return survey.unsound() == 0 ? Exit::done : Exit::could_not;
}

}  // namespace

Exit run_pack(const Arguments& arguments, const Terminal& terminal) {
  const auto format = arguments.value("--format");
  Asked asked{.judge = assess_options(arguments),
              .as_at = as_at_of(arguments, terminal),
              .since = day_of(arguments, "--since"),
              .render = render_options(arguments, terminal)};
  if (format)
    asked.format =
        static_cast<ReportFormat>(word_of("--format", *format, words_of<ReportFormat>()));
  if (arguments.has("--into")) return write_each(arguments, terminal, asked);
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const auto body = arguments.value("--body");
  const bool drawn = asked.format == ReportFormat::html && !arguments.has("--without-diagram");
  const Made made =
      pack_of(arguments, *loaded, asked, body ? body_called(*body, loaded->partnership) : BodyId{},
              drawn ? terminal.draw : Draw());
  hand_over(arguments, terminal, render(made.report, asked.format, asked.render));
  return Exit::done;
}

}  // namespace safegov::internal
