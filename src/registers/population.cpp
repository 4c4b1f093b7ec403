// The register of populations: what it is made of, what it issues, what cannot be.
// SPDX-License-Identifier: Apache-2.0

#include <unordered_map>
#include <unordered_set>

#include <safegov/deadline.hpp>
#include <safegov/population.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/population_answers.hpp"
#include "registers/printed_words.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
const Type& type_of<PopulationMember>() {
  static constexpr Field fields[] = {
      field<&PopulationMember::body>("body", "Who was asked."),
      field<&PopulationMember::no>("no",
                                   "What one is called by who is no body: a school's number."),
      field<&PopulationMember::answered>(
          "answered", "When it answered, as exactly as printed, or `undated`; none if it has not."),
      field<&PopulationMember::filled>("filled", "Which of the headings it filled."),
      field<&PopulationMember::source>("source", docs::source),
      field<&PopulationMember::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&PopulationMember::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<PopulationMember>("population-member", "One of those who were asked.", fields);
  return type;
}

template <>
const Type& type_of<PopulationPart>() {
  static constexpr Field fields[] = {
      field<&PopulationPart::of>("of", "Which sort: `primary-schools`.", Need::required),
      field<&PopulationPart::asked>("asked", "How many of it were asked."),
      field<&PopulationPart::answered>("answered", "How many of it answered."),
      field<&PopulationPart::source>("source", docs::source),
      field<&PopulationPart::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&PopulationPart::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<PopulationPart>("population-part", "A sort of those who were asked.", fields);
  return type;
}

template <>
const Type& type_of<PopulationCount>() {
  static constexpr Field fields[] = {
      field<&PopulationCount::date>("date", "By when, as exactly as printed.", Need::required),
      field<&PopulationCount::answered>("answered", "How many had answered.", Need::required),
      field<&PopulationCount::source>("source", docs::source),
      field<&PopulationCount::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&PopulationCount::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<PopulationCount>("population-count", "How many had answered by a day.", fields);
  return type;
}

template <>
const Type& type_of<PopulationShare>() {
  static constexpr Field fields[] = {
      field<&PopulationShare::of>("of", "What is counted, as printed.", Need::required),
      field<&PopulationShare::rate>("rate", "Its share in per cent, as printed: `4.83 %`.",
                                    Need::required),
      field<&PopulationShare::source>("source", docs::source),
      field<&PopulationShare::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&PopulationShare::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<PopulationShare>("population-share", "A share of those who answered.", fields);
  return type;
}

template <>
const Type& type_of<Population>() {
  static constexpr Field fields[] = {
      field<&Population::id>("id", docs::id, Need::required),
      field<&Population::title>("title", "What it is called, as printed.", Need::required),
      field<&Population::asked_by>("asked-by", "Who asked."),
      field<&Population::what>("what", "What was asked for."),
      field<&Population::whom>("whom", "Who was asked, as printed: `education settings`."),
      field<&Population::because>("for", "What it is done for: anything that has an id."),
      field<&Population::period>("period", "The time that the answers are about."),
      field<&Population::asked_on>("asked-on", "When they were asked, as exactly as printed."),
      field<&Population::due>("due", "When the answers are due, as printed."),
      field<&Population::to>("to", "Who receives them; who asked, unless given."),
      field<&Population::asked>("asked", "How many were asked."),
      field<&Population::answered>("answered", "How many answered in the end."),
      field<&Population::printed>("printed", "Where print has words for a number: `a number of`."),
      field<&Population::rate>("rate", "The share that answered, as printed: `96 %`."),
      field<&Population::complete>(
          "complete", "When all had answered, or `undated`, where nobody says how many that are."),
      field<&Population::counts>("counts", "How many had answered by which day."),
      field<&Population::parts>("parts", "The same by sort: of schools, of agencies."),
      field<&Population::members>("members", "Those who were asked, one by one."),
      field<&Population::headings>("headings", "What an answer has to fill."),
      field<&Population::shares>("shares", "Shares of the answers, as printed."),
      field<&Population::source>("source", docs::source),
      field<&Population::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Population::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Population>(
      "population", "Who was asked to return something, and who did.", fields);
  return type;
}

namespace {

using namespace internal;

void promise_by_member(const Population& population, Issue& issue, Promise promise) {
  // Which of several dates an answer is for is not ours to say: records do.
  const bool single = parse_deadlines(population.due).deadlines.size() < 2;
  std::unordered_set<std::string_view> seen;
  for (const PopulationMember& member : population.members) {
    if (member.name().empty() || !seen.insert(member.name()).second) continue;
    promise.id = member.name();
    promise.from = member.body;
    Promise& made = issue.promise(member.name(), member.origin);
    promise.origin = made.origin;
    made = promise;
    if (!single) continue;
    Record& came = issue.happened(RecordKind::received, issue.id(member.name()), member.origin);
    came.date = day_of_answer(population, member);
    came.by = promise.to;
  }
}

void promise_together(const Population& population, Issue& issue, Promise promise) {
  Promise& made = issue.promise("returns", population.due.empty() ? "what" : "due");
  promise.id = made.id;
  promise.origin = made.origin;
  made = promise;
  if (parse_deadlines(population.due).deadlines.size() > 1) return;
  const auto tell = [&](Record& record, std::optional<Date> day, int answered) {
    const bool all = population.asked && answered >= *population.asked;
    record.event.kind = all ? RecordKind::received : RecordKind::partly_received;
    if (answered > 0) record.date = day;
    record.by = promise.to;
  };
  for (const PopulationCount& count : population.counts)
    if (count.date && count.answered)
      tell(issue.happened(RecordKind::received, issue.id("returns"), count.origin),
           count.date->last(), *count.answered);
  if (population.complete) {
    Record& came = issue.happened(RecordKind::received, issue.id("returns"), "complete");
    came.date = day_when_complete(population);
    came.by = promise.to;
  } else if (population.counts.empty() && population.answered) {
    tell(issue.happened(RecordKind::received, issue.id("returns"), "answered"),
         day_of_total(population), *population.answered);
  }
}

void issue(const Population& population, Issue& issue) {
  Promise promise;
  promise.what = population.what.empty() ? population.title : population.what;
  promise.to = population.to ? population.to : population.asked_by;
  promise.due = population.due;
  if (population.asked_on) {
    issue.count_from(population.asked_on->last());
    issue.promised_on(population.asked_on->last());
  }
  if (population.members.empty())
    promise_together(population, issue, std::move(promise));
  else
    promise_by_member(population, issue, std::move(promise));
}

/// Says of a value with numbers of its own, or one inside it, that more answered than were asked.
template <class T>
void compare(std::string whose, std::optional<int> answered, std::optional<int> asked,
             const T& value, RowCheck& check) {
  if (!answered || !asked || *answered <= *asked) return;
  check.report(codes::diagnose(codes::more_answered_than_asked,
                               std::move(whose) + std::to_string(*answered) + " answered of " +
                                   std::to_string(*asked) + " who were asked",
                               {}, "correct one of the two numbers"),
               value, "answered");
}

void check_numbers(const Population& population, RowCheck& check) {
  compare("", population.answered, population.asked, population, check);
  for (const PopulationCount& count : population.counts)
    compare("", count.answered, population.asked, count, check);
  for (const PopulationPart& part : population.parts)
    compare("of " + in_quotes(part.of.id) + ", ", part.answered, part.asked, part, check);
  if (!population.asked || population.members.size() <= static_cast<std::size_t>(*population.asked))
    return;
  check.report(
      codes::diagnose(codes::more_answered_than_asked,
                      std::to_string(population.members.size()) + " members are listed, and " +
                          std::to_string(*population.asked) + " were asked",
                      {}, "correct the number, or take out who was not asked"),
      population, "members");
}

void check_members(const Population& population, RowCheck& check) {
  std::unordered_map<std::string_view, const PopulationMember*> seen;
  for (const PopulationMember& member : population.members) {
    if (member.name().empty()) {
      check.report(codes::diagnose(codes::missing_key, "a member needs 'body' or 'no'", {},
                                   "say who it is: a body's id, or what you call it by"),
                   member);
      continue;
    }
    const auto [first, fresh] = seen.emplace(member.name(), &member);
    const std::string_view field = member.body ? "body" : "no";
    if (!fresh) {
      Diagnostic& d = check.report(
          codes::diagnose(codes::counted_twice, in_quotes(member.name()) + " is a member twice", {},
                          "take one of them out"),
          member, field);
      check.relate(d, *first->second, first->second->body ? "body" : "no", "first here");
    }
    const auto& asked = population.asked_on;
    if (!asked || !asked->range || !member.answered || !member.answered->range) continue;
    if (member.answered->range->last() >= asked->range->first()) continue;
    Diagnostic& d = check.report(
        codes::diagnose(codes::answered_before_asked,
                        in_quotes(member.name()) + " answered " + when_in_words(*member.answered) +
                            " and was asked " + when_in_words(*asked),
                        {}, "correct one of the two days"),
        member, "answered");
    check.relate(d, population, "asked-on", "when it was asked");
  }
  std::unordered_map<std::string_view, const PopulationPart*> parts;
  for (const PopulationPart& part : population.parts) {
    const auto [first, fresh] = parts.emplace(part.of.id, &part);
    if (fresh || !part.of) continue;
    Diagnostic& d = check.report(
        codes::diagnose(codes::counted_twice, in_quotes(part.of.id) + " is counted twice", {},
                        "give it one line, with all that it has"),
        part, "of");
    check.relate(d, *first->second, "of", "first here");
  }
}

void check_counts(const Population& population, RowCheck& check) {
  const auto& asked = population.asked_on;
  if (!asked || !asked->range) return;
  for (const PopulationCount& count : population.counts) {
    if (!count.date || !count.date->range || count.answered.value_or(0) == 0) continue;
    if (count.date->range->last() >= asked->range->first()) continue;
    Diagnostic& d = check.report(codes::diagnose(codes::answered_before_asked,
                                                 std::to_string(*count.answered) +
                                                     " had answered " + when_in_words(*count.date) +
                                                     ", and were asked " + when_in_words(*asked),
                                                 {}, "correct one of the two days"),
                                 count, "date");
    check.relate(d, population, "asked-on", "when they were asked");
  }
}

void check(const Population& population, RowCheck& check) {
  check_numbers(population, check);
  check_members(population, check);
  check_counts(population, check);
}

}  // namespace

const Register& populations_register() {
  static constexpr Field list[] = {
      rows<Population>("populations", "Who was asked to return something, and who did.")};
  static constexpr RowRules<Population> rules{
      .issue = issue, .check = check, .look = internal::look_at_population};
  static constexpr Register populations = register_of("Populations", list, rules);
  return populations;
}

}  // namespace safegov
