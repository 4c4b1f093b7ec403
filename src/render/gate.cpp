// What a gate says: in three lines to people, and to pipelines in the forms that they take.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

#include <safegov/render.hpp>

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "render/diagnostics.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"
#include "render/xml.hpp"

namespace safegov {

template <>
std::span<const std::string_view> words_of<GateFormat>() {
  static constexpr std::array<std::string_view, 5> words{"text", "json", "junit", "github",
                                                         "code-quality"};
  return words;
}

namespace {

using namespace internal;
using Considered = GateReport::Considered;

std::string_view word(ProblemKind kind) {
  return words_of<ProblemKind>()[static_cast<std::size_t>(kind)];
}
std::string_view word(Novelty novelty) {
  return words_of<Novelty>()[static_cast<std::size_t>(novelty)];
}

/// `SG303 bp-2019/4.1/qa`; `bp-2019/2.1/vcf@2019-10`.
std::string name_of(const Problem& problem) {
  if (problem.code.empty()) return problem.about;
  return problem.about.empty() ? problem.code : problem.code + " " + problem.about;
}

/// A name for each problem, which no other of its kind has and which stays from call to call: the
/// second of one name is `… (2)`.
std::vector<std::string> names_of(const std::vector<Considered>& problems) {
  std::map<std::pair<ProblemKind, std::string>, int> seen;
  std::vector<std::string> names;
  for (const Considered& each : problems) {
    std::string name = name_of(each.problem);
    const int times = ++seen[{each.problem.kind, name}];
    names.push_back(times == 1 ? std::move(name) : name + " (" + std::to_string(times) + ")");
  }
  return names;
}

/// On one line, with nothing in it that a terminal would obey.
std::string one_line(std::string_view text) { return cell(text, display_width(text)); }

std::string place_of(const Span& where) {
  if (!where) return {};
  return std::string(where.name()) + ":" + std::to_string(where.begin.line) + ":" +
         std::to_string(where.begin.column) + ": ";
}

std::string way_out(const GateReport& report, const Considered* worst) {
  if (report.passed()) {
    if (!report.gone.empty())
      return "renew the baseline with --write-baseline, so that what is gone cannot come back "
             "unseen";
    if (worst == nullptr) return "nothing to do";
    return "nothing to do now; what is known stands in the baseline until it is put right";
  }
  std::string text =
      worst->problem.help.empty() ? std::string("put it right") : worst->problem.help;
  if (worst->problem.kind == ProblemKind::finding) text += "; or let it stand under 'allow'";
  return text + (report.since ? "; or renew the baseline: --write-baseline FILE"
                              : "; or take all that is there as known: --write-baseline FILE");
}

std::string as_text(const GateReport& report, const RenderOptions& options) {
  Page page(options);
  const auto number = [](std::size_t count, std::string_view what) {
    return std::to_string(count) + " " + std::string(what);
  };
  const bool passed = report.passed();
  std::string verdict = passed ? "passed" : "FAILED";
  verdict =
      passed ? page.in_colour(State::received, verdict) : page.in_colour(State::overdue, verdict);
  std::string line = "gate: " + verdict + " as at " + in_words(report.as_at) + ": ";
  line += passed ? std::string("nothing is new or worse")
                 : number(report.count(Novelty::fresh), "new") + ", " +
                       number(report.count(Novelty::worse), "worse");
  line += report.since ? " (" + number(report.count(Novelty::known), "known") + ", " +
                             number(report.gone.size(), "gone since the baseline") + ")"
                       : std::string(" (no baseline)");
  const Considered* worst = report.worst();
  page.line(line);
  if (worst == nullptr) {
    page.line("worst: nothing is wrong");
  } else {
    const std::string novelty(word(worst->novelty));
    page.line("worst: " + place_of(worst->problem.where) + novelty + ": " +
              one_line(name_of(worst->problem)) + ": " + one_line(worst->problem.message));
  }
  page.line("way out: " + one_line(way_out(report, worst)));
  return page.take();
}

void write_problem(Json& json, const Problem& problem) {
  json.field("kind", word(problem.kind)).optional("code", problem.code);
  json.optional("about", problem.about).field("level", problem.level.value_or(0));
  json.field("message", problem.message);
}

std::string as_json(const GateReport& report) {
  Json json;
  begin_report(json, "gate");
  json.field("as_at", iso(report.as_at));
  json.optional("known_at", report.known_at ? iso(*report.known_at) : std::string());
  json.optional("since", report.since ? iso(*report.since) : std::string());
  json.key("passed").boolean(report.passed());
  json.key("counts").object();
  for (const Novelty novelty : {Novelty::fresh, Novelty::worse, Novelty::known})
    json.field(word(novelty), static_cast<long long>(report.count(novelty)));
  json.field("gone", static_cast<long long>(report.gone.size())).end();
  json.key("problems").list();
  for (const Considered& each : report.problems) {
    json.object().field("standing", word(each.novelty));
    write_problem(json, each.problem);
    json.key("level_before");
    each.level_before ? json.number(*each.level_before) : json.null();
    json.optional("help", each.problem.help).place("where", each.problem.where).end();
  }
  json.end().key("gone").list();
  for (const Problem& problem : report.gone) {
    json.object();
    write_problem(json, problem);
    json.end();
  }
  return json.end().end().take();
}

/// JUnit's XML: a test case for each problem, which fails unless it is known.
std::string as_junit(const GateReport& report) {
  const auto names = names_of(report.problems);
  const std::size_t failing = report.problems.size() - report.count(Novelty::known);
  Xml xml;
  const auto sums = [&](const std::string& name) {
    xml.attribute("name", name).attribute("tests", std::to_string(report.problems.size()));
    xml.attribute("failures", std::to_string(failing)).attribute("errors", "0");
    xml.attribute("skipped", "0");
  };
  xml.open("testsuites");
  sums("safegov gate");
  xml.open("testsuite");
  sums("safegov gate as at " + iso(report.as_at));
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Considered& each = report.problems[i];
    const Problem& problem = each.problem;
    xml.open("testcase").attribute("classname", "safegov.gate." + std::string(word(problem.kind)));
    xml.attribute("name", names[i]);
    if (problem.where)
      xml.attribute("file", problem.where.name())
          .attribute("line", std::to_string(problem.where.begin.line));
    if (each.novelty != Novelty::known)
      xml.open("failure")
          .attribute("type", word(each.novelty))
          .attribute("message", problem.message)
          .text(place_of(problem.where) + problem.message +
                (problem.help.empty() ? "" : "\n" + problem.help))
          .close();
    xml.close();
  }
  return xml.close().close().take();
}

/// As GitHub's runner takes workflow commands apart: the percent sign first, then what ends a line;
/// in a property also what ends the property.
std::string for_github(std::string_view text, std::string_view also = {}) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '\r' || c == '\n' || also.find(c) != std::string_view::npos)
      (out += '%').append({digits[byte / 16], digits[byte % 16]});
    else
      out += c;
  }
  return out;
}

/// A workflow command for each problem that is new or worse: GitHub shows it at the line.
std::string as_github(const GateReport& report) {
  const auto property = [](std::string_view text) { return for_github(text, ":,"); };
  std::string out;
  for (const Considered& each : report.problems) {
    if (each.novelty == Novelty::known) continue;
    const Problem& problem = each.problem;
    out += "::error ";
    if (problem.where)
      out += "file=" + property(problem.where.name()) +
             ",line=" + std::to_string(problem.where.begin.line) +
             ",col=" + std::to_string(column_of(problem.where)) + ",";
    out += "title=" + property(std::string(word(each.novelty)) + ": " + name_of(problem)) +
           "::" + for_github(problem.message + (problem.help.empty() ? "" : "\n" + problem.help)) +
           "\n";
  }
  return out;
}

std::string_view severity_for_gitlab(const Problem& problem) {
  constexpr std::array<std::string_view, 3> of_findings{"info", "minor", "critical"};
  const int level = std::clamp(problem.level.value_or(1), 1, 3);
  switch (problem.kind) {
    case ProblemKind::overdue:
      return level > 1 ? "critical" : "major";
    case ProblemKind::optimistic:
      return "major";
    case ProblemKind::finding:
      break;
  }
  return of_findings[static_cast<std::size_t>(level - 1)];
}

/// GitLab's report of code quality: every problem, for GitLab compares branches by itself.
std::string as_code_quality(const GateReport& report) {
  const auto names = names_of(report.problems);
  Json json;
  json.list();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Problem& problem = report.problems[i].problem;
    const bool nameless = problem.about.empty();
    json.object().field("description", problem.message);
    json.field("check_name", problem.code.empty() ? word(problem.kind) : problem.code);
    json.field("fingerprint", sha256(std::string(word(problem.kind)) + " " + names[i] +
                                     (nameless ? "\n" + problem.message : std::string())));
    json.field("severity", severity_for_gitlab(problem));
    // It must have a place; what was not read from a text has the folder's first line.
    json.key("location").object();
    json.field("path", problem.where ? problem.where.name() : std::string_view("."));
    json.key("lines").object();
    json.field("begin", problem.where ? static_cast<long long>(problem.where.begin.line) : 1LL);
    json.end().end().end();
  }
  return json.end().take();
}

}  // namespace

std::string render(const GateReport& report, GateFormat format, const RenderOptions& options) {
  switch (format) {
    case GateFormat::text:
      return as_text(report, options);
    case GateFormat::json:
      return as_json(report);
    case GateFormat::junit:
      return as_junit(report);
    case GateFormat::github:
      return as_github(report);
    case GateFormat::code_quality:
      return as_code_quality(report);
  }
  return {};
}

std::string render(const Baseline& baseline) {
  Json json;
  begin_report(json, "baseline");
  json.field("partnership", baseline.partnership);
  json.optional("as_at", baseline.as_at ? iso(*baseline.as_at) : std::string());
  json.key("problems").list();
  for (const Problem& problem : baseline.problems) json.value(type_of<Problem>(), &problem);
  return json.end().field("sha256", baseline.sha256).end().take();
}

}  // namespace safegov
