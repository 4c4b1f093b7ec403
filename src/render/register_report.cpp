// A register, its rows and what is odd in them, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <stdexcept>

#include <safegov/register_report.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/count_table.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/series.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

/// `2 overdue, 1 received`, in the order of the states.
std::string in_words(const Counts& counts) {
  std::string out;
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (counts[state] == 0) continue;
    if (!out.empty()) out += ", ";
    out += std::to_string(counts[state]) + " " + spoken(state);
  }
  return out;
}

bool wanted(const RegisterRow& row, const RegisterReport& report, const RenderOptions& options) {
  if (options.rows.empty()) return true;
  return std::ranges::any_of(options.rows, [&](const std::string& id) {
    return row.id == id || row.id == std::string(report.table->kind().name) + "/" + id;
  });
}

std::string_view short_id(const RegisterRow& row) {
  return std::string_view(row.id).substr(row.id.find('/') + 1);
}

void write_head(Page& page, const Assessment& assessment) {
  const Partnership& partnership = assessment.obligations().partnership();
  page.line(page.bold(cell(partnership.arrangements().name, page.width())));
}

std::string date_line(const Assessment& assessment) {
  const auto& known_at = assessment.options().known_at;
  return "as at " + in_words(assessment.as_at()) +
         (known_at ? ", as known at " + in_words(*known_at) : std::string());
}

void write_findings(Page& page, const Diagnostics& findings) {
  if (findings.empty()) return;
  page.line();
  page.line(page.bold("odd"));
  for (const Diagnostic& d : findings) {
    std::string place(d.where.name());
    if (d.where) place += ":" + std::to_string(d.where.begin.line);
    if (place.empty()) place = d.path;
    page.item("  " + page.bold(d.code) + "  ", d.message, 9);
    page.line("         " + page.dim(place));
  }
}

void write_row(Page& page, const Assessment& assessment, const RegisterRow& row, bool alone) {
  page.line();
  page.line("  " + page.bold(short_id(row)) +
            (row.obligations.empty() ? std::string() : "  " + in_words(row.counts)));
  if (!row.text.empty()) page.paragraph(row.text, 6);
  for (const Measure& measure : row.measures) {
    if (!measure.points.empty())
      write_series(page, measure);
    else
      page.item("      " + page.dim(measure.name) + "  ", measure.text,
                8 + display_width(measure.name));
  }
  if (!alone) return;
  for (const std::size_t o : row.obligations)
    write_obligation(page, assessment.obligations()[o], spoken(assessment[o]));
}

std::string as_text(const Assessment& assessment, const RegisterReport& report,
                    const RenderOptions& options) {
  Page page(options);
  write_head(page, assessment);
  const Register& kind = report.table->kind();
  page.line(lower(kind.title) + " " + date_line(assessment) + ": " +
            counted(static_cast<long long>(report.rows.size()), "row") + ", " +
            counted(static_cast<long long>(report.counts.total()), "obligation"));
  for (const RegisterRow& row : report.rows)
    if (wanted(row, report, options)) write_row(page, assessment, row, !options.rows.empty());
  if (options.rows.empty()) write_findings(page, report.findings);
  return page.take();
}

void write_days(Json& json, const Assessment& assessment) {
  const auto& known_at = assessment.options().known_at;
  json.field("as_at", iso(assessment.as_at()));
  json.key("known_at"), known_at ? json.text(iso(*known_at)) : json.null();
}

void write_finding(Json& json, const Diagnostic& d) {
  const Code* code = find_code(d.code);
  json.object().field("code", d.code).optional("name", code ? code->name : "");
  json.field("severity", to_string(d.severity)).field("message", d.message);
  json.place("where", d.where).optional("path", d.path).optional("help", d.help).end();
}

void write_points(Json& json, const Measure& measure) {
  if (measure.points.empty()) return;
  json.key("points").list();
  for (const MeasuredPoint& point : measure.points) {
    json.object().field("label", point.label);
    json.optional("first", point.days ? iso(point.days->first()) : "");
    json.optional("last", point.days ? iso(point.days->last()) : "");
    json.field("text", point.text);
    json.key("value"), point.value ? json.number(*point.value) : json.null();
    json.optional("standing", point.standing).optional("remark", point.remark);
    json.optional("broken", point.broken).end();
  }
  json.end();
}

void write_report(Json& json, const Assessment& assessment, const RegisterReport& report,
                  const RenderOptions& options) {
  const Register& kind = report.table->kind();
  const Withhold withheld(*report.table);
  json.field("register", kind.name).field("title", kind.title);
  write_counts(json, report.counts);
  json.key("rows").list();
  for (const RegisterRow& row : report.rows) {
    if (!wanted(row, report, options)) continue;
    json.object().field("id", row.id).optional("text", row.text);
    json.key("row").row(*report.table, row.row, withheld);
    json.key("measures").list();
    for (const Measure& m : row.measures) {
      json.object().field("name", m.name).field("text", m.text);
      json.key("value"), m.value ? json.number(*m.value) : json.null();
      json.key("of"), m.of ? json.number(*m.of) : json.null();
      write_points(json, m);
      json.end();
    }
    json.end();
    write_counts(json, row.counts);
    json.key("obligations").list();
    for (const std::size_t o : row.obligations)
      json.object()
          .field("id", assessment.obligations()[o].id())
          .field("state", to_string(assessment[o]))
          .end();
    json.end().end();
  }
  json.end();
  json.key("findings").list();
  for (const Diagnostic& d : report.findings) write_finding(json, d);
  json.end();
}

/// Digits only, as programs read them.
std::string plain(const Decimal& number) {
  std::string text = print_decimal(number.units, number.places);
  std::erase(text, ',');
  return text;
}

/// What is said of a point, in one cell.
std::string joined(const MeasuredPoint& point) {
  if (point.broken.empty()) return point.remark;
  return point.broken + (point.remark.empty() ? "" : "; " + point.remark);
}

std::string as_csv(const RegisterReport& report, const RenderOptions& options) {
  Csv csv;
  csv.row("id", "text", "measure", "measured", "value", "of", "point", "standing", "remark");
  for (const RegisterRow& row : report.rows) {
    if (!wanted(row, report, options)) continue;
    const auto number = [](const std::optional<long long>& n) {
      return n ? std::to_string(*n) : std::string();
    };
    for (const Measure& m : row.measures) {
      csv.row(row.id, row.text, m.name, m.text, number(m.value), number(m.of), "", "", "");
      for (const MeasuredPoint& p : m.points)
        csv.row(row.id, row.text, m.name, p.text, p.value ? plain(*p.value) : std::string(), "",
                p.label, p.standing, joined(p));
    }
    for (std::size_t i = 0; i < state_count; ++i) {
      const auto state = static_cast<State>(i);
      if (row.counts[state] == 0) continue;
      const std::string count = std::to_string(row.counts[state]);
      csv.row(row.id, row.text, to_string(state), count, count, std::to_string(row.counts.total()),
              "", "", "");
    }
  }
  return csv.take();
}

}  // namespace

std::string render(const Assessment& assessment, const RegisterReport& report, Format format,
                   const RenderOptions& options) {
  switch (format) {
    case Format::text:
      return as_text(assessment, report, options);
    case Format::csv:
      return as_csv(report, options);
    case Format::json: {
      Json json;
      begin_report(json, "register", assessment.obligations().partnership());
      write_days(json, assessment);
      write_report(json, assessment, report, options);
      return json.end().take();
    }
    default:
      throw std::invalid_argument("a register has no such form");
  }
}

std::string render(const Assessment& assessment, const std::vector<RegisterReport>& reports,
                   Format format, const RenderOptions& options) {
  if (format == Format::csv) {
    Csv csv;
    csv.row("register", "rows", "obligations", "overdue", "findings");
    for (const RegisterReport& report : reports)
      csv.row(report.table->kind().name, report.rows.size(), report.counts.total(),
              report.counts[State::overdue], report.findings.size());
    return csv.take();
  }
  if (format == Format::json) {
    Json json;
    begin_report(json, "registers", assessment.obligations().partnership());
    write_days(json, assessment);
    json.key("registers").list();
    for (const RegisterReport& report : reports) {
      json.object();
      write_report(json, assessment, report, options);
      json.end();
    }
    return json.end().end().take();
  }
  if (format != Format::text) throw std::invalid_argument("registers have no such form");
  Page page(options);
  write_head(page, assessment);
  page.line("registers " + date_line(assessment));
  page.line();
  page.line("  " + left("", 18) + right("rows", 8) + right("owed", 8) + right("overdue", 9) +
            right("received", 10) + right("odd", 6));
  for (const RegisterReport& report : reports) {
    const auto number = [](std::size_t n) { return n == 0 ? std::string("·") : std::to_string(n); };
    page.line(
        "  " + left(report.table->kind().name, 18) + right(number(report.rows.size()), 8) +
        right(number(report.counts.total()), 8) + right(number(report.counts[State::overdue]), 9) +
        right(number(report.counts[State::received] + report.counts[State::received_late]), 10) +
        right(number(report.findings.size()), 6));
  }
  if (reports.empty()) page.line("  there is none");
  return page.take();
}

}  // namespace safegov
