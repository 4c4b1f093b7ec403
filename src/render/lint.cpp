// What lint says: for people, for programs, and for the forges and pipelines that gate on it.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

#include <safegov/render.hpp>
#include <safegov/version.hpp>

#include "base/text.hpp"
#include "render/diagnostics.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"
#include "render/xml.hpp"

namespace safegov {

template <>
std::span<const std::string_view> words_of<FindingsFormat>() {
  static constexpr std::array<std::string_view, 4> words{"text", "json", "sarif", "junit"};
  return words;
}

namespace {

using namespace internal;

std::string title_of(std::string_view code) {
  const Code* known = find_code(code);
  return known == nullptr ? std::string(code) : std::string(known->name);
}

/// The sentence under a page's title.
std::string summary_of(const Code& code) {
  const std::size_t begin = code.page.find("\n\n");
  if (begin == std::string_view::npos) return std::string(code.name);
  const std::string_view rest = trim(code.page.substr(begin));
  std::string summary(rest.substr(0, rest.find("\n\n")));
  std::ranges::replace(summary, '\n', ' ');
  return summary;
}

std::string sums(const LintReport& report) {
  const auto part = [&](Severity severity, std::string_view noun) {
    return counted(static_cast<long long>(report.count(severity)), noun);
  };
  std::string text = part(Severity::error, "error") + ", " + part(Severity::warning, "warning") +
                     ", " + part(Severity::note, "note");
  if (!report.allowed.empty())
    text += "; " + counted(static_cast<long long>(report.allowed.size()), "finding") + " let stand";
  return text;
}

std::string as_text(const LintReport& report, const RenderOptions& options) {
  std::ostringstream out;
  for (const Finding& finding : report.findings)
    print(out, {finding.what}, {.excerpts = true, .colour = options.colour});
  Page page(options);
  page.paragraph(sums(report) + ", as at " + in_words(report.as_at), 0);
  return out.str() + page.take();
}

void write_finding(Json& json, const Finding& finding) {
  json.object();
  write_diagnostic(json, finding.what);
  json.optional("about", finding.about).end();
}

std::string as_json(const LintReport& report) {
  Json json;
  begin_report(json, "lint");
  json.field("as_at", iso(report.as_at));
  json.key("counts").object();
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
    json.field(to_string(severity), static_cast<long long>(report.count(severity)));
  json.end().key("findings").list();
  for (const Finding& finding : report.findings) write_finding(json, finding);
  json.end().key("allowed").list();
  for (const Allowed& allowed : report.allowed) {
    json.object();
    write_diagnostic(json, allowed.finding.what);
    json.optional("about", allowed.finding.about);
    json.optional("reason", allowed.by ? allowed.by->reason : std::string()).end();
  }
  return json.end().end().take();
}

/// SARIF 2.1.0, the form in which forges and editors take what tools found.
class Sarif {
 public:
  explicit Sarif(const LintReport& report) : report_(report) {}

  std::string run() {
    gather_rules();
    json_.object()
        .field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        .field("version", "2.1.0");
    json_.key("runs").list().object();
    json_.key("tool").object().key("driver").object();
    json_.field("name", "safegov").field("version", version());
    json_.key("rules").list();
    for (const auto& [id, code] : rules_) write_rule(*code);
    json_.end().end().end();
    json_.field("columnKind", "unicodeCodePoints");
    json_.key("results").list();
    for (const Finding& finding : report_.findings) write(finding, nullptr);
    for (const Allowed& allowed : report_.allowed) write(allowed.finding, &allowed);
    return json_.end().end().end().end().take();
  }

 private:
  void gather_rules() {
    const auto add = [&](const Finding& finding) {
      if (const Code* code = find_code(finding.what.code)) rules_.emplace(code->id, code);
    };
    for (const Finding& finding : report_.findings) add(finding);
    for (const Allowed& allowed : report_.allowed) add(allowed.finding);
  }

  void write_rule(const Code& code) {
    json_.object().field("id", code.id).field("name", code.name);
    json_.key("shortDescription").object().field("text", summary_of(code)).end();
    json_.key("help").object().field("text", summary_of(code)).field("markdown", code.page).end();
    json_.key("defaultConfiguration").object().field("level", level(code.severity)).end();
    json_.end();
  }

  static std::string_view level(Severity severity) { return to_string(severity); }

  void write(const Finding& finding, const Allowed* allowed) {
    const Diagnostic& d = finding.what;
    json_.object().field("ruleId", d.code).field("level", level(d.severity));
    json_.key("ruleIndex")
        .number(std::distance(rules_.begin(), rules_.find(std::string_view(d.code))));
    json_.key("message").object();
    json_.field("text", d.help.empty() ? d.message : d.message + ": " + d.help).end();
    json_.key("locations").list();
    if (d.where) write_location(d.where, {});
    json_.end();
    if (!d.related.empty()) {
      json_.key("relatedLocations").list();
      for (const Related& related : d.related)
        if (related.where) write_location(related.where, related.message);
      json_.end();
    }
    if (!finding.about.empty())
      json_.key("partialFingerprints")
          .object()
          .field("thing/v1", d.code + " " + finding.about)
          .end();
    if (allowed != nullptr) {
      json_.key("suppressions")
          .list()
          .object()
          .field("kind", allowed->by ? "inSource" : "external");
      if (allowed->by != nullptr) json_.field("justification", allowed->by->reason);
      json_.end().end();
    }
    json_.end();
  }

  void write_location(const Span& where, std::string_view message) {
    json_.object().key("physicalLocation").object();
    json_.key("artifactLocation").object().field("uri", as_uri(where.name())).end();
    json_.key("region").object();
    json_.field("startLine", static_cast<long long>(where.begin.line));
    json_.field("startColumn", column_of(where)).end().end();
    if (!message.empty()) json_.key("message").object().field("text", message).end();
    json_.end();
  }

  /// A relative path stays one; what a URI cannot hold is escaped.
  static std::string as_uri(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path) {
      const auto byte = static_cast<unsigned char>(c);
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') ||
                         std::string_view("-._~/").find(c) != std::string_view::npos;
      if (plain)
        uri += c;
      else
        (uri += '%').append({digits[byte / 16], digits[byte % 16]});
    }
    return uri;
  }

  const LintReport& report_;
  std::map<std::string_view, const Code*> rules_;
  Json json_;
};

/// JUnit's XML: a test case for each rule that could fail, with each of its findings a failure.
std::string as_junit(const LintReport& report) {
  std::map<std::string_view, std::vector<const Finding*>> by_rule;
  for (const Code* rule : lint_rules()) by_rule[rule->id];
  for (const Finding& finding : report.findings) by_rule[finding.what.code].push_back(&finding);
  std::size_t failing = 0;
  for (const auto& [id, findings] : by_rule)
    if (!findings.empty()) ++failing;
  Xml xml;
  xml.open("testsuites");
  xml.open("testsuite")
      .attribute("name", "safegov lint as at " + iso(report.as_at))
      .attribute("tests", std::to_string(by_rule.size()))
      .attribute("failures", std::to_string(failing));
  for (const auto& [id, findings] : by_rule) {
    xml.open("testcase").attribute("classname", "safegov.lint");
    xml.attribute("name", std::string(id) + " " + title_of(id));
    if (!findings.empty()) {
      std::ostringstream text;
      for (const Finding* finding : findings) print(text, {finding->what}, {.excerpts = false});
      xml.open("failure")
          .attribute("message", counted(static_cast<long long>(findings.size()), "finding"))
          .text(text.str())
          .close();
    }
    xml.close();
  }
  return xml.close().close().take();
}

}  // namespace

std::string render(const LintReport& report, FindingsFormat format, const RenderOptions& options) {
  switch (format) {
    case FindingsFormat::text:
      return as_text(report, options);
    case FindingsFormat::json:
      return as_json(report);
    case FindingsFormat::sarif:
      return Sarif(report).run();
    case FindingsFormat::junit:
      return as_junit(report);
  }
  return {};
}

}  // namespace safegov
