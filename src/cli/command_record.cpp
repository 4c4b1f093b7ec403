// safegov record: add a record, and change nothing else.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <ostream>
#include <span>
#include <system_error>
#include <unistd.h>

#include <safegov/append.hpp>
#include <safegov/read.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/replace_file.hpp"

namespace safegov::internal {
namespace {

namespace fs = std::filesystem;

Record record_of(const Arguments& arguments) {
  const auto& words = arguments.paths();
  const std::size_t kind = word_of("safegov record", as_word(words[0]), words_of<RecordKind>());
  Record record{.event = {static_cast<RecordKind>(kind), words[1]}};
  record.date = day_of(arguments, "--date");
  if (!record.date) throw UsageError("say on which day it happened: --date 2019-10-09");
  record.recorded = day_of(arguments, "--recorded");
  record.id = arguments.value("--id").value_or("");
  record.until = arguments.value("--until").value_or("");
  record.rating = arguments.value("--rating").value_or("");
  if (const auto quorum = arguments.value("--quorum"))
    record.quorum = static_cast<Quorum>(word_of("--quorum", as_word(*quorum), words_of<Quorum>()));
  record.replaced_by = arguments.value("--replaced-by").value_or("");
  record.to.id = arguments.value("--to").value_or("");
  record.by.id = arguments.value("--by").value_or("");
  record.reference = arguments.value("--reference").value_or("");
  record.reason = arguments.value("--reason").value_or("");
  return record;
}

bool holds_records(const Source& source) {
  const std::string& text = source.text();
  if (text.find("\nwhat-if:") != std::string::npos) return false;
  return text.starts_with("records:") || text.find("\nrecords:") != std::string::npos;
}

/// Which of the files the record goes into; its index, or that of a new one at the end.
std::size_t target_of(const Arguments& arguments, std::span<const std::string> paths,
                      std::vector<Source>& sources) {
  if (const auto into = arguments.value("--into")) {
    const auto found = std::ranges::find_if(sources, [&](const Source& s) {
      std::error_code error;
      return s.name() == *into || fs::equivalent(s.name(), *into, error);
    });
    if (found == sources.end())
      throw UsageError(in_quotes(*into) + " is not among the files that were read");
    if (found->name().ends_with(".csv"))
      throw UsageError(in_quotes(*into) + " is a table; records are added to YAML only");
    return static_cast<std::size_t>(found - sources.begin());
  }
  std::vector<std::size_t> files;
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (holds_records(sources[i])) files.push_back(i);
  if (files.size() == 1) return files[0];
  if (files.size() > 1)
    throw UsageError("there are several files of records; say which with --into, such as --into " +
                     sources[files[0]].name());
  for (const std::string& path : paths) {
    std::error_code none;
    if (!fs::is_directory(path, none)) continue;
    const fs::path made = fs::path(path) / "records.yaml";
    if (fs::exists(made, none))
      throw UsageError(in_quotes(made.string()) + " is there already and has no list of records");
    sources.emplace_back(made.string(), "");
    return sources.size() - 1;
  }
  throw UsageError(
      "there is no file of records: make one, or name the folder it should be made in");
}

}  // namespace

Exit run_record(const Arguments& arguments, const Terminal& terminal) {
  if (arguments.paths().size() < 3)
    throw UsageError("'safegov record' takes a kind, an obligation and the plan's files");
  const Record record = record_of(arguments);
  const std::vector<std::string> paths(arguments.paths().begin() + 2, arguments.paths().end());
  if (std::ranges::count(paths, "-") != 0)
    throw UsageError("a record cannot be added to standard input; name files or folders");
  const bool colour = render_options(arguments, terminal).colour;

  // Sound before, and sound with the record: otherwise nothing is written.
  const auto before = load(arguments, terminal, 2);
  if (!before) return Exit::could_not;
  Diagnostics problems;
  std::vector<Source> sources = load_sources(paths, problems);
  if (has_errors(problems)) {
    print_some(terminal.err, problems, colour);
    return Exit::could_not;
  }
  const std::size_t target = target_of(arguments, paths, sources);
  const std::string name = sources[target].name();
  std::string text;
  if (sources[target].text().empty()) {
    text = records_file(before->partnership.arrangements().id, record);
  } else {
    const auto appended = append_record(sources[target], record);
    if (!appended) {
      print_some(terminal.err, appended.diagnostics(), colour);
      return Exit::could_not;
    }
    text = *appended;
  }
  const std::string was = sources[target].text();
  sources[target] = Source(name, text);
  const auto after = read_sources(std::move(sources), read_options(arguments));
  if (!after) {
    terminal.err << "safegov: nothing was written; with the record in it:\n";
    print_some(terminal.err, after.diagnostics(), colour);
    return Exit::could_not;
  }
  print_some(terminal.err, after.diagnostics(), colour);
  replace_file(name, text);
  terminal.out << "added to " << name << ":\n" << std::string_view(text).substr(was.size());
  return Exit::done;
}

}  // namespace safegov::internal
