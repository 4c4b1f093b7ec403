// What plans cover and leave out, and what reached the top, as text, JSON, CSV and Markdown.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include <safegov/coverage.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/coverage_words.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/markdown.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

long long number(std::size_t count) { return static_cast<long long>(count); }

std::string dot_or(const std::string& text) { return text.empty() ? "·" : text; }

class Text {
 public:
  Text(const Coverage& coverage, const RenderOptions& options)
      : coverage_(coverage), names_(coverage), page_(options) {}

  std::string run() {
    const Partnership& partnership = coverage_.partnership();
    const auto& known_at = coverage_.assessment().options().known_at;
    page_.line(page_.bold(cell(partnership.arrangements().name, page_.width())));
    page_.paragraph("as at " + in_words(coverage_.assessment().as_at()) +
                        (known_at ? ", as known at " + in_words(*known_at) : std::string()) + ": " +
                        names_.looked_at(),
                    0);
    if (!coverage_.top()) page_.paragraph("nobody is at the top: nothing can be said of that", 0);
    for (std::uint32_t p = 0; p < partnership.plans().size(); ++p) write_plan({p});
    write_gaps({}, "left out by all plans");
    return page_.take();
  }

 private:
  void write_plan(PlanId id) {
    const Plan& plan = names_.plan(id);
    page_.line();
    const std::string head = plan.id + (plan.title.empty() ? "" : "  " + plan.title);
    page_.line(page_.bold(cell(head, std::max(page_.width(), display_width(plan.id)))));
    page_.line();
    write_priorities(id);
    page_.line();
    write_objectives(id);
    write_gaps(id, "left out");
  }

  [[nodiscard]] std::string row(const std::string& no, const std::string& text,
                                const std::string& rest) const {
    const std::string head = "  " + left(no, std::max<std::size_t>(5, display_width(no))) + " ";
    const std::size_t used = display_width(head) + display_width(rest) + 1;
    const std::size_t room = page_.width() > used ? page_.width() - used : 1;
    return head + left(text, room) + ' ' + rest;
  }

  static std::string count(std::size_t count, std::size_t width) {
    return right(count == 0 ? "·" : std::to_string(count), width);
  }

  void write_priorities(PlanId id) {
    page_.line(page_.bold(
        row("", "priority", right("owed", 5) + right("routed", 7) + right("reached", 15))));
    for (const PriorityCoverage& each : coverage_.priorities()) {
      if (each.plan != id) continue;
      const std::string no = names_.priority(each);
      const std::string text =
          each.priority ? names_.plan(id).priorities[*each.priority].text : "what serves none";
      page_.line(row(
          each.priority ? no : "none", text,
          count(each.obligations, 5) + count(each.with_route, 7) + right(spoken(each.reach), 15)));
      page_.paragraph(names_.reason(each), 8);
    }
  }

  void write_objectives(PlanId id) {
    page_.line(page_.bold(row("", "objective", right("priorities", 12))));
    for (const ObjectiveCoverage& each : coverage_.objectives()) {
      if (each.plan != id) continue;
      const Objective& objective = coverage_.partnership()[each.objective];
      const std::string priorities = dot_or(listed(names_.priorities(each), ", "));
      page_.line(row(objective.no, objective.text,
                     right(priorities, std::max<std::size_t>(12, display_width(priorities)))));
      const std::string leads = listed(names_.bodies(each.leads), ", ");
      const std::string groups = listed(names_.groups(each), "; ");
      page_.paragraph("led by " + (leads.empty() ? "nobody stated" : leads) +
                          (groups.empty() ? "" : "; for: " + groups),
                      8);
    }
  }

  void write_gaps(PlanId id, std::string_view head) {
    bool first = true;
    for (const CoverageGap& gap : coverage_.gaps()) {
      if (gap.plan != id) continue;
      if (first) {
        page_.line();
        page_.line(page_.bold(head));
        first = false;
      }
      page_.item("  " + left(spoken(gap.what), 32), gap_ids(gap), 34);
    }
  }

  const Coverage& coverage_;
  CoverageNames names_;
  Page page_;
};

void write_texts(Json& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).list();
  for (const std::string& text : texts) json.text(text);
  json.end();
}

void write_date(Json& json, std::string_view name, const std::optional<Date>& date) {
  json.optional(name, date ? iso(*date) : std::string());
}

void write_claim(Json& json, const Coverage& coverage, const Claim& claim) {
  const Partnership& partnership = coverage.partnership();
  const Record& record = partnership.records()[claim.record];
  json.object();
  json.field("event",
             json_name(words_of<RecordKind>()[static_cast<std::size_t>(record.event.kind)]));
  json.field("about", record.event.about).field("date", iso(*record.date));
  json.optional("at", claim.at ? std::string_view(partnership[claim.at].id) : std::string_view());
  json.optional("reference", record.reference).field("hearing", to_string(claim.hearing));
  write_date(json, "possible", claim.heard.possible);
  write_date(json, "certain", claim.heard.certain);
  json.place("where", partnership.where(record)).end();
}

void write_plan(Json& json, const Coverage& coverage, PlanId id) {
  const CoverageNames names(coverage);
  const Plan& plan = names.plan(id);
  json.object().field("id", plan.id).optional("title", plan.title);
  json.key("priorities").list();
  for (const PriorityCoverage& row : coverage.priorities()) {
    if (row.plan != id) continue;
    json.object().optional("no", names.priority(row));
    json.optional("text", row.priority ? plan.priorities[*row.priority].text : std::string());
    write_texts(json, "objectives", names.objectives(row.objectives));
    json.field("actions", number(row.actions)).field("obligations", number(row.obligations));
    json.field("with_route", number(row.with_route)).field("reach", to_string(row.reach));
    json.key("claims").list();
    for (const Claim& claim : row.claims) write_claim(json, coverage, claim);
    json.end().end();
  }
  json.end().key("objectives").list();
  for (const ObjectiveCoverage& row : coverage.objectives()) {
    if (row.plan != id) continue;
    const Objective& objective = coverage.partnership()[row.objective];
    json.object().field("no", objective.no).optional("text", objective.text);
    write_texts(json, "priorities", names.priorities(row));
    write_texts(json, "focus_groups", names.groups(row));
    write_texts(json, "leads", names.bodies(row.leads));
    write_texts(json, "from", names.bodies(row.from));
    write_texts(json, "to", names.bodies(row.to));
    json.end();
  }
  json.end().key("focus_groups").list();
  for (const FocusCoverage& row : coverage.focus_groups()) {
    if (row.plan != id) continue;
    const FocusGroup& group = plan.focus_groups[row.group];
    json.object().optional("id", group.id).field("name", group.name);
    write_texts(json, "objectives", names.objectives(row.objectives));
    json.end();
  }
  json.end().end();
}

/// What a cell says of itself: its plan, priority, objective, group and lead, empty for none.
std::array<std::string, 5> words_of_cell(const Coverage& coverage, const CoverageCell& cell) {
  const Partnership& partnership = coverage.partnership();
  const Plan& plan = partnership[cell.plan];
  return {plan.id, cell.priority ? plan.priorities[*cell.priority].no : "",
          cell.objective ? partnership[cell.objective].no : "",
          cell.focus_group ? plan.focus_groups[*cell.focus_group].label() : "",
          cell.lead ? partnership[cell.lead].id : ""};
}

std::string as_json(const Coverage& coverage) {
  const Partnership& partnership = coverage.partnership();
  Json json;
  begin_report(json, "coverage", partnership);
  json.field("as_at", iso(coverage.assessment().as_at()));
  write_date(json, "known_at", coverage.assessment().options().known_at);
  json.field("days", coverage.options().days).key("looked_at").object();
  json.field("first", iso(coverage.looked_at().first()));
  json.field("last", iso(coverage.looked_at().last())).end();
  json.optional("top", coverage.top() ? std::string_view(partnership[coverage.top()].id)
                                      : std::string_view());
  json.key("plans").list();
  for (std::uint32_t p = 0; p < partnership.plans().size(); ++p) write_plan(json, coverage, {p});
  json.end().key("cells").list();
  for (const CoverageCell& cell : coverage.cells()) {
    const auto words = words_of_cell(coverage, cell);
    json.object().field("plan", words[0]).optional("priority", words[1]);
    json.optional("objective", words[2]).optional("focus_group", words[3]);
    json.optional("lead", words[4]).field("actions", number(cell.actions));
    json.field("obligations", number(cell.obligations));
    json.field("received", number(cell.received)).end();
  }
  json.end().key("gaps").list();
  for (const CoverageGap& gap : coverage.gaps()) {
    json.object().field("what", to_string(gap.what));
    json.optional("plan",
                  gap.plan ? std::string_view(partnership[gap.plan].id) : std::string_view());
    write_texts(json, "ids", gap.ids);
    json.end();
  }
  return json.end().end().take();
}

std::string as_csv(const Coverage& coverage) {
  Csv csv;
  csv.row("plan", "priority", "objective", "focus_group", "lead", "actions", "obligations",
          "received", "reach");
  for (const CoverageCell& cell : coverage.cells()) {
    const auto row =
        std::ranges::find_if(coverage.priorities(), [&](const PriorityCoverage& priority) {
          return priority.plan == cell.plan && priority.priority == cell.priority;
        });
    const bool stands = row != coverage.priorities().end() && (cell.priority || cell.objective);
    const auto words = words_of_cell(coverage, cell);
    csv.row(words[0], words[1], words[2], words[3], words[4], cell.actions, cell.obligations,
            cell.received, stands ? to_string(row->reach) : std::string_view());
  }
  return csv.take();
}

/// The tables that a committee is shown: priorities, objectives against them, and what is left out.
std::string as_markdown(const Coverage& coverage) {
  using internal::as_markdown;
  const Partnership& partnership = coverage.partnership();
  const CoverageNames names(coverage);
  Markdown out;
  out.heading(1, partnership.arrangements().name);
  out.paragraph("As at " + in_words(coverage.assessment().as_at()) + ": " +
                as_markdown(names.looked_at()) + ".");
  const auto table_of_gaps = [&](PlanId plan) {
    bool first = true;
    for (const CoverageGap& gap : coverage.gaps()) {
      if (gap.plan != plan) continue;
      if (first) out.head({"Left out", ""});
      first = false;
      out.row({std::string(spoken(gap.what)), as_markdown(gap_ids(gap))});
    }
  };
  for (std::uint32_t p = 0; p < partnership.plans().size(); ++p) {
    const Plan& plan = partnership.plans()[p];
    out.heading(2, plan.title.empty() ? plan.id : plan.title);
    out.head(
        {"No.", "Priority", "Objectives", "Owed", "Routed to the top", "Reached the top", "Why"});
    for (const PriorityCoverage& row : coverage.priorities()) {
      if (row.plan != PlanId{p}) continue;
      out.row({as_markdown(names.priority(row)),
               row.priority ? as_markdown(plan.priorities[*row.priority].text) : "what serves none",
               as_markdown(listed(names.objectives(row.objectives), ", ")),
               std::to_string(row.obligations), std::to_string(row.with_route),
               row.reach == Reach::evidence ? std::string(spoken(row.reach))
                                            : "**" + std::string(spoken(row.reach)) + "**",
               as_markdown(names.reason(row))});
    }
    std::vector<std::string> head{"No.", "Objective"};
    for (const Priority& priority : plan.priorities) head.push_back(as_markdown(priority.no));
    head.insert(head.end(), {"Focus groups", "Led by"});
    out.head(head);
    for (const ObjectiveCoverage& row : coverage.objectives()) {
      if (row.plan != PlanId{p}) continue;
      const Objective& objective = partnership[row.objective];
      std::vector<std::string> cells{as_markdown(objective.no), as_markdown(objective.text)};
      for (std::uint32_t i = 0; i < plan.priorities.size(); ++i)
        cells.emplace_back(std::ranges::count(row.priorities, i) != 0 ? "yes" : "");
      std::string leads;
      for (const BodyId lead : row.leads)
        leads.append(leads.empty() ? "" : ", ")
            .append(partnership[lead].label_on(coverage.assessment().as_at()));
      std::string groups;
      for (const std::uint32_t i : row.focus_groups)
        groups.append(groups.empty() ? "" : "; ").append(plan.focus_groups[i].name);
      cells.push_back(as_markdown(groups));
      cells.push_back(as_markdown(leads.empty() ? "not stated" : leads));
      out.row(cells);
    }
    table_of_gaps({p});
  }
  if (std::ranges::any_of(coverage.gaps(), [](const CoverageGap& gap) { return !gap.plan; })) {
    out.heading(2, "All plans");
    table_of_gaps({});
  }
  return out.take();
}

}  // namespace

std::string render(const Coverage& coverage, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(coverage);
    case Format::csv:
      return as_csv(coverage);
    case Format::markdown:
      return as_markdown(coverage);
    case Format::dot:
      throw std::invalid_argument("coverage has no such form");
  }
  return Text(coverage, options).run();
}

}  // namespace safegov
