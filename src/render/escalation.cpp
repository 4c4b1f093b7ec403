// What had to go further up, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include <safegov/escalation.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

constexpr std::array urgency{StepState::overdue,    StepState::due,       StepState::not_due,
                             StepState::taken_late, StepState::not_taken, StepState::bypassed,
                             StepState::taken,      StepState::not_needed};

/// The heading of a state, and its colour.
struct Heading {
  std::string_view words, colour;
};
Heading heading(StepState state) {
  switch (state) {
    case StepState::not_due:
      return {"not due", "grey"};
    case StepState::due:
      return {"due", "amber"};
    case StepState::overdue:
      return {"overdue", "red"};
    case StepState::taken:
      return {"taken", "green"};
    case StepState::taken_late:
      return {"taken late", "amber"};
    case StepState::bypassed:
      return {"bypassed: it went straight to a later stage", "blue"};
    case StepState::not_needed:
      return {"not needed: resolved in time", "grey"};
    case StepState::not_taken:
      return {"not taken: resolved since, but not in time", "amber"};
  }
  return {};
}

const EscalationStage& stage_of(const Partnership& partnership, const EscalationStep& step) {
  return partnership[step.escalation].stages[step.stage - 1];
}

/// What it is about: what people copy into a record.
std::string subject(const Obligations& owed, const EscalationStep& step) {
  if (!step.rows.empty()) return owed[step.rows.back()].id();
  return owed.partnership().id_of(step.dispute);
}

std::string days_between(Date from, Date to) { return counted(to.days() - from.days(), "day"); }

std::string remark(const EscalationStep& step, const EscalationStage& stage, Date as_at) {
  switch (step.state) {
    case StepState::not_due:
    case StepState::due:
      if (step.due) return "by " + in_words(*step.due);
      return stage.within ? "its day cannot be told" : "no day is set";
    case StepState::overdue:
      return "by " + in_words(*step.due) + ", " + days_between(*step.due, as_at) + " ago";
    case StepState::taken:
    case StepState::bypassed:
      return in_words(*step.taken);
    case StepState::taken_late:
      return in_words(*step.taken) + ", " + days_between(*step.due, *step.taken) + " late";
    case StepState::not_needed:
      return in_words(*step.resolved);
    case StepState::not_taken:
      return in_words(*step.resolved) + ", " + days_between(*step.due, *step.resolved) + " late";
  }
  return {};
}

/// `Strategic Leadership Group (slg), who took over from lscb`
std::string whom(const Partnership& partnership, const EscalationStep& step) {
  const Body& named = partnership[partnership.find_body(stage_of(partnership, step).to.id)];
  const auto called = [](const Body& body) {
    return body.name.empty() ? body.id : body.name + " (" + body.id + ")";
  };
  if (!step.to) return called(named) + ", who is not there; nobody took over";
  const Body& body = partnership[step.to];
  return called(body) + (&body == &named ? "" : ", who took over from " + named.id);
}

std::string why(const Obligations& owed, const EscalationStep& step) {
  const Partnership& partnership = owed.partnership();
  const Escalation& rule = partnership[step.escalation];
  const EscalationStage& stage = stage_of(partnership, step);
  std::string text =
      "to " + whom(partnership, step) + ": stage " + std::to_string(step.stage) + " of " + rule.id;
  if (!stage.name.empty()) text += ", " + stage.name;
  if (stage.after) {
    text += ", " + in_words(*stage.after);
    if (stage.within) text += ", within " + in_words(*stage.within);
    text += "; missed on " + in_words(step.since);
    for (std::size_t i = step.rows.size() - 1; i-- > 0;)
      text += (i + 2 == step.rows.size() ? ", and before it " : ", ") + owed[step.rows[i]].id();
  } else if (step.before != 0) {
    text += "; stage " + std::to_string(step.before) + " began on " + in_words(step.since);
    if (const auto& limit = rule.stages[step.before - 1].within)
      text += " and has " + in_words(*limit);
  }
  if (!stage.bypass.empty()) text += "; may be passed over: " + stage.bypass;
  return text;
}

/// An id, and behind it or below it what there is to say.
void write_line(Page& page, const std::string& id, const std::string& remark) {
  const std::size_t width = std::max<std::size_t>(display_width(id), 37);
  const std::string line = "  " + left(id, width) + "  " + remark;
  if (display_width(line) <= page.width()) return page.line(line);
  page.line("  " + id);
  page.paragraph(remark, 6);
}

void write_disputes(Page& page, const Partnership& partnership, const Escalations& found) {
  if (found.disputes.empty()) return;
  page.line();
  page.line(page.bold("disputes (" + std::to_string(found.disputes.size()) + ")"));
  for (const DisputeStanding& each : found.disputes) {
    const Escalation& rule = partnership[partnership[each.dispute].procedure];
    const std::string stage =
        "stage " + std::to_string(each.stage) + " of " + std::to_string(rule.stages.size());
    write_line(page, partnership.id_of(each.dispute),
               each.settled ? "settled " + in_words(*each.settled) + ", " + stage
                            : "at " + stage + " since " + in_words(each.since));
    std::string text = rule.label() + ", raised on " + in_words(each.raised);
    if (!each.settled && each.settle_by)
      text += (found.as_at > *each.settle_by ? "; its time there was over on "
                                             : "; it has time there until ") +
              in_words(*each.settle_by);
    page.paragraph(text, 6);
  }
}

void write_others(Page& page, const Partnership& partnership, const Escalations& found) {
  if (found.others.empty()) return;
  page.line();
  page.line(page.bold("records that took no step (" + std::to_string(found.others.size()) + ")"));
  for (const std::uint32_t i : found.others) {
    const Record& r = partnership.records()[i];
    const auto kind = words_of<RecordKind>()[static_cast<std::size_t>(r.event.kind)];
    page.paragraph(std::string(kind) + " " + r.event.about + (r.to ? " to " + r.to.id : "") +
                       " on " + in_words(*r.date),
                   2);
  }
}

std::string as_text(const Obligations& owed, const Escalations& found,
                    const RenderOptions& options) {
  Page page(options);
  const Partnership& partnership = owed.partnership();
  page.line(page.bold(cell(partnership.arrangements().name, page.width())));
  const auto counts = found.counts();
  page.paragraph(
      "as at " + in_words(found.as_at) +
          (found.known_at ? ", as known at " + in_words(*found.known_at) : "") + ": " +
          counted(static_cast<long long>(partnership.escalations().size()), "escalation") + ", " +
          counted(static_cast<long long>(found.steps.size()), "step") + ", " +
          std::to_string(counts[static_cast<std::size_t>(StepState::overdue)]) + " overdue",
      0);
  for (const StepState state : urgency) {
    const std::size_t count = counts[static_cast<std::size_t>(state)];
    if (count == 0) continue;
    const auto [words, colour] = heading(state);
    page.line();
    page.line(page.tinted(colour, std::string(words) + " (" + std::to_string(count) + ")"));
    for (const EscalationStep& step : found.steps) {
      if (step.state != state) continue;
      write_line(page, subject(owed, step), remark(step, stage_of(partnership, step), found.as_at));
      page.paragraph(why(owed, step), 6);
    }
  }
  write_disputes(page, partnership, found);
  write_others(page, partnership, found);
  return page.take();
}

void write_date(Json& json, std::string_view name, const std::optional<Date>& date) {
  json.optional(name, date ? iso(*date) : std::string());
}

void write_record(Json& json, const Partnership& partnership,
                  const std::optional<std::uint32_t>& record) {
  if (!record) {
    json.key("where").null();
    return;
  }
  const Record& r = partnership.records()[*record];
  json.place("where",
             partnership.where(r, words_of<RecordKind>()[static_cast<std::size_t>(r.event.kind)]));
}

void write_step(Json& json, const Obligations& owed, const EscalationStep& step) {
  const Partnership& partnership = owed.partnership();
  const EscalationStage& stage = stage_of(partnership, step);
  json.object().field("escalation", partnership[step.escalation].id).field("stage", step.stage);
  json.field("state", to_string(step.state)).field("to", stage.to.id);
  json.optional("holder", step.to ? partnership[step.to].id : std::string());
  json.optional("obligation", step.rows.empty() ? std::string() : owed[step.rows.back()].id());
  json.key("missed").list();
  for (const std::uint32_t row : step.rows) json.text(owed[row].id());
  json.end();
  json.optional("dispute", step.dispute ? partnership.id_of(step.dispute) : std::string());
  json.optional("after", stage.after ? in_words(*stage.after) : std::string());
  json.optional("within", stage.within ? in_words(*stage.within) : std::string());
  json.optional("bypass", stage.bypass);
  json.field("since", iso(step.since));
  write_date(json, "due", step.due);
  write_date(json, "taken", step.taken);
  write_date(json, "resolved", step.resolved);
  write_record(json, partnership, step.record);
  json.end();
}

std::string as_json(const Obligations& owed, const Escalations& found) {
  Json json;
  const Partnership& partnership = owed.partnership();
  begin_report(json, "escalation", partnership);
  json.field("as_at", iso(found.as_at));
  write_date(json, "known_at", found.known_at);
  json.key("counts").object();
  const auto counts = found.counts();
  for (std::size_t i = 0; i < step_state_count; ++i)
    json.field(words_of<StepState>()[i], static_cast<long long>(counts[i]));
  json.end();
  json.key("steps").list();
  for (const EscalationStep& step : found.steps) write_step(json, owed, step);
  json.end();
  json.key("disputes").list();
  for (const DisputeStanding& each : found.disputes) {
    json.object()
        .field("id", partnership.id_of(each.dispute))
        .field("escalation", partnership[partnership[each.dispute].procedure].id)
        .field("raised", iso(each.raised))
        .field("stage", each.stage)
        .field("since", iso(each.since));
    write_date(json, "settle_by", each.settle_by);
    write_date(json, "settled", each.settled);
    write_record(json, partnership, each.record);
    json.end();
  }
  json.end();
  json.key("others").list();
  for (const std::uint32_t i : found.others) {
    const Record& r = partnership.records()[i];
    json.object()
        .field("event", words_of<RecordKind>()[static_cast<std::size_t>(r.event.kind)])
        .field("about", r.event.about)
        .optional("to", r.to.id)
        .field("date", iso(*r.date));
    write_record(json, partnership, i);
    json.end();
  }
  return json.end().end().take();
}

std::string as_csv(const Obligations& owed, const Escalations& found) {
  Csv csv;
  const Partnership& partnership = owed.partnership();
  const auto text = [](const std::optional<Date>& date) { return date ? iso(*date) : ""; };
  csv.row("escalation", "stage", "state", "to", "holder", "obligation", "dispute", "after",
          "within", "since", "due", "taken", "resolved");
  for (const EscalationStep& step : found.steps) {
    const EscalationStage& stage = stage_of(partnership, step);
    csv.row(partnership[step.escalation].id, step.stage, to_string(step.state), stage.to.id,
            step.to ? partnership[step.to].id : std::string(),
            step.rows.empty() ? std::string() : owed[step.rows.back()].id(),
            step.dispute ? partnership.id_of(step.dispute) : std::string(),
            stage.after ? in_words(*stage.after) : std::string(),
            stage.within ? in_words(*stage.within) : std::string(), iso(step.since), text(step.due),
            text(step.taken), text(step.resolved));
  }
  return csv.take();
}

}  // namespace

std::string render(const Obligations& obligations, const Escalations& escalations, Format format,
                   const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(obligations, escalations);
    case Format::csv:
      return as_csv(obligations, escalations);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("escalations have no such form");
  }
  return as_text(obligations, escalations, options);
}

}  // namespace safegov
