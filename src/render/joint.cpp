// Bodies that sit in several partnerships, each side by itself, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <stdexcept>

#include <safegov/joint.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

long long number(std::size_t count) { return static_cast<long long>(count); }

const Partnership& partnership_of(const JointMember& member) {
  return member.assessment.obligations().partnership();
}

const std::string& id_of(const JointMember& member) {
  return partnership_of(member).arrangements().id;
}

const Body& body_of(const JointBodies& joint, const JointSide& side) {
  return partnership_of(joint.members()[side.member])[side.body];
}

/// `2 overdue, 1 received`, in the order of the states.
std::string in_words(const Counts& counts) {
  std::string words;
  for (std::size_t i = 0; i < state_count; ++i)
    if (const std::size_t count = counts[static_cast<State>(i)])
      words +=
          (words.empty() ? "" : ", ") + std::to_string(count) + " " + spoken(static_cast<State>(i));
  return words;
}

/// Whole, however long: it is what people copy.
std::string uncut(const std::string& text) { return cell(text, text.size()); }

void write_rows(Page& page, const Assessment& assessment, const std::string& head,
                const Counts& counts, std::span<const std::uint32_t> rows) {
  if (rows.empty()) return page.paragraph(head + " nothing", 0);
  page.paragraph(head + " " + std::to_string(counts.total()) + ": " + in_words(counts), 0);
  for (const std::uint32_t row : rows)
    write_obligation(page, assessment.obligations()[row], spoken(assessment[row]));
}

void write_body(Page& page, const JointBodies& joint, const JointBody& body) {
  page.line();
  const JointSide& first = body.sides.front();
  const Date as_at = joint.members()[first.member].assessment.as_at();
  page.line(page.bold(cell(body_of(joint, first).label_on(as_at), page.width())));
  for (const JointSide& side : body.sides) {
    const JointMember& member = joint.members()[side.member];
    const Obligations& owed = member.assessment.obligations();
    const std::string head =
        "in " + uncut(id_of(member)) + ", as " + uncut(body_of(joint, side).id) + ", it ";
    if (side.owed_by.total() + side.owed_to.total() == 0) {
      page.paragraph(head + "owes nothing and is owed nothing", 0);
      continue;
    }
    write_rows(page, member.assessment, head + "owes", side.owed_by, owed.owed_by(side.body));
    write_rows(page, member.assessment, head + "is owed", side.owed_to, owed.owed_to(side.body));
  }
}

std::string in_words(const JointBodies& joint, const JointFinding& finding) {
  const JointMember &member = joint.members()[finding.member],
                    &other = joint.members()[finding.other];
  const Body& body = partnership_of(member)[finding.body];
  const std::string there = finding.says->as.empty() ? body.id : finding.says->as;
  const std::string says = id_of(member) + " says that " + body.id + " sits in " + id_of(other) +
                           (there == body.id ? "" : " as " + there) + ", which ";
  return says + (finding.what == JointOddity::not_there ? "has no such body on that day"
                                                        : "has that body and does not say so");
}

std::string as_text(const JointBodies& joint, const RenderOptions& options) {
  Page page(options);
  std::string head =
      counted(number(joint.members().size()), "partnership") + ", " +
      (joint.bodies().size() == 1 ? "1 joint body"
                                  : std::to_string(joint.bodies().size()) + " joint bodies");
  if (!joint.members().empty())
    head = "as at " + in_words(joint.members().front().assessment.as_at()) + ": " + head;
  page.line(page.bold(head));
  for (const JointBody& body : joint.bodies()) write_body(page, joint, body);
  if (!joint.findings().empty()) {
    page.line();
    page.line(page.bold("odd"));
    for (const JointFinding& finding : joint.findings())
      page.paragraph(in_words(joint, finding), 2);
  }
  if (!joint.absent().empty()) {
    page.line();
    page.line(page.bold("not read"));
    for (const JointAbsence& absence : joint.absent())
      page.paragraph(
          absence.id + ", in which " +
              (absence.bodies == 1 ? "1 body is said to sit"
                                   : std::to_string(absence.bodies) + " bodies are said to sit"),
          2);
  }
  return page.take();
}

void write_obligations(Json& json, std::string_view name, const Assessment& assessment,
                       const Counts& counts, std::span<const std::uint32_t> rows) {
  json.key(name).object();
  write_counts(json, counts);
  json.key("obligations").list();
  for (const std::uint32_t row : rows) {
    json.object();
    write_fields(json, assessment.obligations()[row]);
    json.field("state", to_string(assessment[row])).end();
  }
  json.end().end();
}

std::string as_json(const JointBodies& joint) {
  Json json;
  begin_report(json, "joint");
  json.key("partnerships").list();
  for (const JointMember& member : joint.members()) {
    const AssessOptions& options = member.assessment.options();
    json.object().field("path", member.path).field("id", id_of(member));
    json.field("name", partnership_of(member).arrangements().name);
    json.field("as_at", iso(member.assessment.as_at()));
    json.optional("known_at", options.known_at ? iso(*options.known_at) : std::string());
    json.field("due_soon_days", options.due_soon_days).end();
  }
  json.end().key("bodies").list();
  for (const JointBody& body : joint.bodies()) {
    json.object().key("sides").list();
    for (const JointSide& side : body.sides) {
      const JointMember& member = joint.members()[side.member];
      const Obligations& owed = member.assessment.obligations();
      json.object().field("path", member.path).field("partnership", id_of(member));
      const Body& its = body_of(joint, side);
      json.field("body", its.id).field("label", its.label_on(member.assessment.as_at()));
      write_obligations(json, "owes", member.assessment, side.owed_by, owed.owed_by(side.body));
      write_obligations(json, "is_owed", member.assessment, side.owed_to, owed.owed_to(side.body));
      json.end();
    }
    json.end().end();
  }
  json.end().key("findings").list();
  for (const JointFinding& finding : joint.findings()) {
    const JointMember& member = joint.members()[finding.member];
    const Body& body = partnership_of(member)[finding.body];
    json.object().field("what", to_string(finding.what)).field("path", member.path);
    json.field("partnership", id_of(member)).field("body", body.id);
    json.field("other_path", joint.members()[finding.other].path);
    json.field("other", id_of(joint.members()[finding.other]));
    json.field("as", finding.says->as.empty() ? body.id : finding.says->as);
    json.place("where", partnership_of(member).where(*finding.says)).end();
  }
  json.end().key("absent").list();
  for (const JointAbsence& absence : joint.absent())
    json.object().field("id", absence.id).field("bodies", number(absence.bodies)).end();
  return json.end().end().take();
}

/// Two rows for each side, so that a body that owes nothing is there as well.
std::string as_csv(const JointBodies& joint) {
  Csv csv;
  std::vector<std::string> cells{"joint_body", "path", "partnership", "body",
                                 "name",       "role", "obligations"};
  for (const std::string_view word : words_of<State>()) cells.emplace_back(word);
  csv.cells(cells);
  for (std::size_t i = 0; i < joint.bodies().size(); ++i)
    for (const JointSide& side : joint.bodies()[i].sides) {
      const JointMember& member = joint.members()[side.member];
      const Body& body = body_of(joint, side);
      const auto add = [&](std::string_view role, const Counts& counts) {
        cells = {std::to_string(i + 1),
                 member.path,
                 id_of(member),
                 body.id,
                 body.name,
                 std::string(role),
                 std::to_string(counts.total())};
        for (std::size_t state = 0; state < state_count; ++state)
          cells.push_back(std::to_string(counts[static_cast<State>(state)]));
        csv.cells(cells);
      };
      add("owes", side.owed_by);
      add("is_owed", side.owed_to);
    }
  return csv.take();
}

}  // namespace

std::string render(const JointBodies& joint, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(joint);
    case Format::csv:
      return as_csv(joint);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("joint bodies have no such form");
  }
  return as_text(joint, options);
}

}  // namespace safegov
