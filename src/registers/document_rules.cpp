// What cannot be about a document, and what is seen of one as at a date.
// SPDX-License-Identifier: Apache-2.0

#include "registers/document_rules.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/document_life.hpp"
#include "registers/printed_words.hpp"

namespace safegov::internal {
namespace {

std::string word(DocumentStatus status) {
  return std::string(words_of<DocumentStatus>()[static_cast<std::size_t>(status)]);
}

/// What is in force for a time, unlike what is put once.
bool can_be_in_force(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::report:
    case DocumentKind::cover_sheet:
    case DocumentKind::newsletter:
    case DocumentKind::briefing:
    case DocumentKind::other:
      return false;
    default:
      return true;
  }
}

void check_circle(const Document& document, RowCheck& check) {
  const Lineage& all = check.once(lineage_of);
  const auto say = [&](std::optional<std::size_t> closing, std::string_view field,
                       const std::string& says) {
    if (!closing) return;
    const Document& other = *all.documents[*closing];
    const bool own = &other == &document;
    Diagnostic& d = check.report(
        codes::diagnose(codes::circle_of_rows,
                        in_quotes(document.id) + " " + says + " " +
                            (own ? "itself" : in_quotes(other.id) + ", which leads back to it"),
                        {}, "one of them must be the first: take out that line of it"),
        document, field);
    if (!own) check.relate(d, other, field, "the other end");
  };
  say(all.closing[check.index()], "succeeds", "succeeds");
  say(all.closing_parts[check.index()], "part-of", "is part of");
}

void check_sections(const Document& document, RowCheck& check) {
  std::set<std::string> seen;
  for (const std::string& name : document.required)
    if (!seen.insert(lower(name)).second)
      check.report(codes::diagnose(codes::section_twice,
                                   "the section " + in_quotes(name) + " is required twice", {},
                                   "take one of them out"),
                   document, "required");
  std::map<std::string, const DocumentSection*> there;
  for (const DocumentSection& section : document.sections) {
    const auto [first, fresh] = there.emplace(lower(section.name), &section);
    if (fresh) continue;
    Diagnostic& d =
        check.report(codes::diagnose(codes::section_twice,
                                     "the section " + in_quotes(section.name) + " is there twice",
                                     {}, "take one of them out"),
                     section, "name");
    check.relate(d, *first->second, "name", "first here");
  }
}

/// The life as it is written: dates that fall, stages that go back.
void look_at_history(const Document& document, RowLook& look) {
  const DocumentStep* before = nullptr;
  const DocumentStep* dated = nullptr;
  // What has no date is known to have come only beside something that has one, and has come.
  const bool silent = status_on(document, look.until()) == nullptr &&
                      std::ranges::any_of(document.history, [](const DocumentStep& step) {
                        return step.date && step.date->range;
                      });
  if (silent) return;
  for (const DocumentStep& step : document.history) {
    const bool has_day = step.date && step.date->range;
    if (has_day && step.date->range->last() > look.until()) continue;
    if (has_day && dated != nullptr && step.date->range->last() < dated->date->range->first()) {
      Diagnostic& d =
          look.report(codes::diagnose(codes::history_out_of_order,
                                      in_quotes(document.id) + " was " + word(step.status) + " " +
                                          when_in_words(*step.date) + ", before it was " +
                                          word(dated->status) + " " + when_in_words(*dated->date),
                                      {}, "look whether the dates are right, or change the order"),
                      step, "date");
      look.relate(d, *dated, "date", "written before it");
    }
    if (before != nullptr && step.version.empty() &&
        stage_of(step.status) < stage_of(before->status)) {
      Diagnostic& d =
          look.report(codes::diagnose(codes::status_goes_back,
                                      in_quotes(document.id) + " is " + word(step.status) +
                                          " after it was " + word(before->status),
                                      {}, "say which 'version' it is, if a new one begins here"),
                      step, "status");
      look.relate(d, *before, "status", "what it was");
    }
    if (has_day) dated = &step;
    before = &step;
  }
}

void look_at_sections(const Document& document, RowLook& look) {
  if (document.required.empty() && document.sections.empty()) return;
  std::map<std::string, const DocumentSection*> there;
  for (const DocumentSection& section : document.sections)
    there.emplace(lower(section.name), &section);
  std::vector<std::string> missing;
  long long filled = 0;
  for (const std::string& name : document.required) {
    const auto found = there.find(lower(name));
    if (found == there.end() || found->second->filled == Filled::no)
      missing.push_back(in_quotes(name));
    else if (found->second->filled == Filled::yes)
      ++filled;
  }
  std::vector<std::string> prompts;
  for (const DocumentSection& section : document.sections) {
    if (section.filled != Filled::prompt_left) continue;
    prompts.push_back(in_quotes(section.name));
    look.report(
        codes::diagnose(codes::prompt_left,
                        "in " + in_quotes(document.id) + ", under " + in_quotes(section.name) +
                            ", stands what the form asks and no answer",
                        {}, "answer it, or say that there is nothing to say"),
        section, "filled");
  }
  if (!document.required.empty())
    look.measure("sections filled", filled, static_cast<long long>(document.required.size()));
  if (!missing.empty()) {
    look.measure("missing", first_of(missing, missing.size()));
    look.report(codes::diagnose(codes::section_missing,
                                in_quotes(document.id) + " has nothing under " +
                                    first_of(missing, 6) + ", which it must have",
                                {}, "fill it, or say that there is nothing to say"),
                document, "required");
  }
  if (!prompts.empty()) look.measure("prompt left", first_of(prompts, prompts.size()));
}

void measure_status(const Document& document, const DocumentStep* now, RowLook& look) {
  const auto said = [](const DocumentStep& step) {
    const bool dated = step.date && step.date->range;
    return word(step.status) + (dated ? " " + when_in_words(*step.date) : "") +
           (step.by ? " by " + step.by.id : "") +
           (step.printed.empty() ? "" : " (" + in_quotes(step.printed) + ")");
  };
  bool later = false;
  std::string undated;
  for (const DocumentStep& step : document.history) {
    if (step.date && step.date->range) {
      later |= *step.date->last() > look.until();
      continue;
    }
    undated += (undated.empty() ? "" : "; ") + said(step);
  }
  if (now != nullptr)
    look.measure("status", said(*now));
  else if (undated.empty())
    look.measure("status", later ? "none by then" : "none printed");
  // It happened, and on no day that anybody could be told: so it is no status of this day.
  if (!undated.empty())
    look.measure(now != nullptr ? "also" : "status", "printed without a date: " + undated);
}

/// Who took its place by then, if anybody did.
const Document* taken_by(const Lineage& all, std::size_t row, Date until) {
  if (!all.first_successor[row]) return nullptr;
  const Document& next = *all.documents[*all.first_successor[row]];
  return *first_in_force(next)->date->last() <= until ? &next : nullptr;
}

void measure_force(const Document& document, const DocumentStep* now, const Document* next,
                   RowLook& look) {
  const Date until = look.until();
  const auto last = last_day(document);
  const DocumentStep* force = first_in_force(document);
  if (force != nullptr && *force->date->last() > until) force = nullptr;
  const DocumentStep* undated = undated_of(document, Stage::force);
  std::string text = "not yet, or not printed";
  if (now != nullptr && stage_of(now->status) == Stage::end)
    text = "no, " + word(now->status) + " " + when_in_words(*now->date);
  else if (next != nullptr)
    text = "no, " + in_quotes(next->id) + " took its place " +
           when_in_words(*first_in_force(*next)->date);
  else if (last && *last < until)
    text = "no, expired on " + in_words(*last);
  else if (force != nullptr)
    text = "since " +
           (force->date->range->length() == 1 ? in_words(*force->date->last()) : force->date->text);
  else if (undated != nullptr)
    text = "not known, no day is printed";
  look.measure("in force", text);
  if (text.starts_with("since") && force != nullptr)
    look.measure("age in days", until.days() - force->date->last()->days());
}

void look_at_force(const Document& document, const DocumentStep* now, const Document* next,
                   RowLook& look) {
  if (next != nullptr || (now != nullptr && stage_of(now->status) == Stage::end)) return;
  const Date until = look.until();
  if (const auto last = last_day(document); last && *last < until) {
    const Lineage& all = look.once(lineage_of);
    const auto& successors = all.successors[look.index()];
    const auto waiting = std::ranges::find_if(
        successors, [&](std::size_t row) { return is_there(all, row, until); });
    const std::string then = waiting == successors.end()
                                 ? "and nothing succeeds it"
                                 : "and " + in_quotes(all.documents[*waiting]->id) +
                                       ", which succeeds it, is not known to be in force";
    look.report(
        codes::diagnose(codes::expired_document,
                        in_quotes(document.id) + " expired on " + in_words(*last) + ", " + then, {},
                        "renew it, withdraw it, or date what took its place"),
        document, "expires");
  }
  if (!can_be_in_force(document.kind) || !document.period) return;
  const DocumentStep* preparing = now != nullptr ? now : undated_of(document, Stage::preparation);
  const DocumentStep* force = first_in_force(document);
  const bool came = (force != nullptr && *force->date->last() <= until) ||
                    undated_of(document, Stage::force) != nullptr;
  if (came || preparing == nullptr || stage_of(preparing->status) != Stage::preparation) return;
  if (until < document.period->range.first()) return;
  look.report(codes::diagnose(codes::draft_in_use,
                              in_quotes(document.id) + " is for " + document.period->text +
                                  ", which has begun, and is only " + word(preparing->status),
                              {}, "say when it was approved, or have it approved"),
              *preparing, "status");
}

/// Approved when its time had begun.
void look_at_approval(const Document& document, RowLook& look) {
  constexpr int at_once = 31;  // a board that meets in its first month could not meet sooner
  if (!can_be_in_force(document.kind) || !document.period) return;
  const DocumentStep* force = first_in_force(document);
  if (force == nullptr || look.until() < *force->date->last()) return;
  const Date begins = document.period->range.first();
  const int late = force->date->range->first().days() - begins.days();
  if (late <= at_once) return;
  look.report(
      codes::diagnose(codes::late_approval,
                      in_quotes(document.id) + " is for " + document.period->text + ", and was " +
                          word(force->status) + " " + counted(late, "day") + " after that began",
                      {}, "say what was followed until then"),
      *force, "date");
}

/// Two of a line, or of one name, that are for the same time.
void look_at_periods(const Document& document, RowLook& look) {
  if (!document.period) return;
  const Lineage& all = look.once(lineage_of);
  const auto against = [&](std::size_t row) {
    const Document& other = *all.documents[row];
    if (!is_there(all, row, look.until())) return;
    if (!other.period || other.period->range == document.period->range) return;
    const Date first = std::max(other.period->range.first(), document.period->range.first());
    const Date last = std::min(other.period->range.last(), document.period->range.last());
    if (last < first || look.until() < first) return;
    Diagnostic& d = look.report(
        codes::diagnose(codes::overlapping_periods,
                        in_quotes(document.id) + " is for " + document.period->text + " and " +
                            in_quotes(other.id) + " for " + other.period->text + ": from " +
                            in_words(first) + " to " + in_words(last) + " there are two",
                        {}, "say which of them holds: when one was approved or withdrawn"),
        document, "period");
    look.relate(d, other, "period", "the other");
  };
  for (const Ref<Document>& before : document.succeeds)
    if (const auto row = all.by_id.find(before.id)) against(*row);
  const auto namesake = all.namesake[look.index()];
  if (!namesake) return;
  const Document& other = *all.documents[*namesake];
  const auto names = [](const Document& a, const Document& b) {
    return std::ranges::any_of(a.succeeds, [&](const auto& ref) { return ref.id == b.id; });
  };
  if (!names(document, other) && !names(other, document)) against(*namesake);
}

}  // namespace

void check_document(const Document& document, RowCheck& check) {
  check_circle(document, check);
  check_sections(document, check);
  const auto last = last_day(document);
  const DocumentStep* force = first_in_force(document);
  if (!last || force == nullptr || *last >= force->date->range->first()) return;
  Diagnostic& d =
      check.report(codes::diagnose(codes::expires_before_force,
                                   in_quotes(document.id) + " expires on " + in_words(*last) +
                                       ", before it was " + word(force->status) + " " +
                                       when_in_words(*force->date),
                                   {}, "correct one of the two"),
                   document, "expires");
  check.relate(d, *force, "date", "when it came in force");
}

void look_at_document(const Document& document, RowLook& look) {
  const DocumentStep* now = status_on(document, look.until());
  const Lineage& all = look.once(lineage_of);
  const Document* next = taken_by(all, look.index(), look.until());
  measure_status(document, now, look);
  if (!document.version.empty()) look.measure("version", document.version);
  if (document.period) look.measure("for", document.period->text);
  if (can_be_in_force(document.kind)) measure_force(document, now, next, look);
  if (!is_there(all, look.index(), look.until())) return;  // nobody could have read it
  look_at_sections(document, look);
  look_at_history(document, look);
  look_at_force(document, now, next, look);
  look_at_approval(document, look);
  look_at_periods(document, look);
}

}  // namespace safegov::internal
