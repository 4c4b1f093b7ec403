// When those who were asked answered, and what is seen of them as at a date.
// SPDX-License-Identifier: Apache-2.0

#include "registers/population_answers.hpp"

#include <algorithm>
#include <set>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/printed_words.hpp"

namespace safegov::internal {

std::optional<Date> day_of_total(const Population& population) {
  return population.period ? population.period->last() : std::nullopt;
}

std::optional<Date> day_when_complete(const Population& population) {
  if (!population.complete) return {};
  return population.complete->range ? population.complete->last() : day_of_total(population);
}

std::optional<Date> day_of_answer(const Population& population, const PopulationMember& member) {
  if (!member.answered) return {};
  return member.answered->range ? member.answered->last() : day_of_total(population);
}

namespace {

/// How many of those who are listed, or counted, had answered by a day.
struct Answers {
  std::optional<long long> answered = {};  ///< none if it is not known by then
  std::optional<long long> asked = {};
  long long undated = 0;  ///< of those who are listed: answered, and nobody knows when
  std::vector<std::string> to_chase = {};
};

Answers answers_of_members(const Population& population, Date until) {
  Answers answers{.answered = 0};
  for (const PopulationMember& member : population.members) {
    const auto day = day_of_answer(population, member);
    if (member.answered && !day)
      ++answers.undated;
    else if (day && *day <= until)
      ++*answers.answered;
    else
      answers.to_chase.push_back(member.name());
  }
  *answers.answered += answers.undated;
  // Where all who are listed have answered, it may be a list of those who did.
  const bool silent = std::ranges::any_of(population.members,
                                          [](const auto& member) { return !member.answered; });
  if (population.asked)
    answers.asked = *population.asked;
  else if (silent)
    answers.asked = static_cast<long long>(population.members.size());
  return answers;
}

Answers answers_of_counts(const Population& population, Date until) {
  Answers answers;
  answers.asked = population.asked;
  std::optional<Date> latest;
  for (const PopulationCount& count : population.counts) {
    const auto day = count.date ? count.date->last() : std::nullopt;
    if (!count.answered || !day || *day > until || (latest && *day < *latest)) continue;
    latest = day;
    answers.answered = *count.answered;
  }
  if (!population.counts.empty()) return answers;
  const auto day = day_of_total(population);
  if (population.answered && (!day || *day <= until)) answers.answered = *population.answered;
  return answers;
}

void measure_answers(const Population& population, const Answers& answers, RowLook& look) {
  const auto day = day_of_total(population);
  const bool told = !day || *day <= look.until();
  if (answers.answered)
    look.measure("answered", *answers.answered, answers.asked);
  else if (answers.asked && (population.answered || !population.counts.empty()))
    look.measure("answered", "not known by then, of " + std::to_string(*answers.asked));
  else if (population.rate && told)
    look.measure("answered", "not known, printed " + population.rate->text);
  else if (!population.printed.empty() && told)
    look.measure("answered", "not known, printed " + in_quotes(population.printed));
  else
    look.measure("answered", "not known");
  if (answers.answered && population.rate && told)
    look.measure("printed rate", population.rate->text);
  if (answers.undated != 0) look.measure("of these undated", answers.undated);
  if (population.members.empty()) {
    if (answers.answered && answers.asked)
      look.measure("to chase", *answers.asked - *answers.answered, answers.asked);
    return;
  }
  constexpr std::size_t most_names = 12;
  const auto chased = static_cast<long long>(answers.to_chase.size());
  look.measure("to chase", chased, answers.asked);
  if (chased != 0) look.measure("chase", first_of(answers.to_chase, most_names));
  const long long unnamed =
      answers.asked.value_or(0) - static_cast<long long>(population.members.size());
  if (unnamed > 0) look.measure("asked, not listed", unnamed);
}

/// What is printed beside the numbers has to follow from them.
void look_at_rates(const Population& population, const Answers& answers, RowLook& look) {
  const bool counted = answers.answered && answers.asked && *answers.asked > 0;
  const bool in_the_end = !population.answered || answers.answered == *population.answered;
  if (counted && in_the_end && population.rate &&
      !is_share(*population.rate, *answers.answered, *answers.asked))
    look.report(codes::diagnose(codes::rate_differs,
                                std::to_string(*answers.answered) + " of " +
                                    std::to_string(*answers.asked) + " is not " +
                                    population.rate->text,
                                {}, "look which of the three is wrong"),
                population, "rate");
  for (const PopulationShare& share : population.shares) {
    if (!share.rate) continue;
    if (answers.answered) look.measure(share.of, share.rate->text);
    if (!counted || *answers.answered == 0) continue;
    if (has_whole_number(*share.rate, *answers.answered, 100) ||
        has_whole_number(*share.rate, *answers.asked, 100))
      continue;
    look.report(codes::diagnose(codes::impossible_share,
                                "no whole number of " + std::to_string(*answers.answered) +
                                    " answers, nor of " + std::to_string(*answers.asked) +
                                    " who were asked, is " + share.rate->text,
                                {}, "look what it is a share of"),
                share, "rate");
  }
}

void look_at_total(const Population& population, const std::string& what, std::string_view field,
                   std::optional<int> stated, long long sum, RowLook& look) {
  if (!stated || *stated == sum) return;
  look.report(codes::diagnose(codes::total_differs,
                              in_quotes(population.id) + " counts " + std::to_string(*stated) +
                                  " " + what + " " + std::to_string(sum),
                              {}, "look which of the numbers is wrong"),
              population, field);
}

void look_at_totals(const Population& population, const Answers& answers, RowLook& look) {
  const auto day = day_of_total(population);
  if (day && *day > look.until()) return;
  const bool all_listed =
      !population.members.empty() &&
      (!population.asked ||
       static_cast<std::size_t>(*population.asked) == population.members.size());
  if (all_listed && population.answered) {
    const auto given = std::ranges::count_if(
        population.members, [](const PopulationMember& m) { return m.answered.has_value(); });
    // One who answers later is not yet missing in the total.
    if (given == *answers.answered)
      look_at_total(population, "who answered, and its members make", "answered",
                    population.answered, given, look);
  }
  long long asked = 0, answered = 0;
  bool all_asked = !population.parts.empty(), all_answered = all_asked;
  for (const PopulationPart& part : population.parts) {
    all_asked &= part.asked.has_value();
    all_answered &= part.answered.has_value();
    asked += part.asked.value_or(0);
    answered += part.answered.value_or(0);
    if (part.answered)
      look.measure("answered of " + part.of.id, *part.answered, part.asked);
    else
      look.measure("of " + part.of.id,
                   part.asked ? std::to_string(*part.asked) + " asked" : "no number printed");
  }
  if (all_asked)
    look_at_total(population, "who were asked, and its parts make", "asked", population.asked,
                  asked, look);
  if (all_answered)
    look_at_total(population, "who answered, and its parts make", "answered", population.answered,
                  answered, look);
}

void look_at_headings(const Population& population, RowLook& look) {
  if (population.headings.empty()) return;
  long long filled = 0, returned = 0;
  for (const PopulationMember& member : population.members) {
    const auto day = day_of_answer(population, member);
    if (!member.answered || (day && *day > look.until())) continue;
    ++returned;
    std::set<std::string> there;
    for (const std::string& heading : member.filled) there.insert(lower(heading));
    std::vector<std::string> missing;
    for (const std::string& heading : population.headings)
      if (there.count(lower(heading)) == 0) missing.push_back(in_quotes(heading));
    filled += static_cast<long long>(population.headings.size() - missing.size());
    if (missing.empty()) continue;
    look.report(codes::diagnose(codes::heading_left_out,
                                in_quotes(member.name()) + " answered without " +
                                    first_of(missing, 6),
                                {}, "ask for what is left out, or change what is asked for"),
                member, "filled");
  }
  if (returned != 0)
    look.measure("headings filled", filled,
                 returned * static_cast<long long>(population.headings.size()));
}

}  // namespace

void look_at_population(const Population& population, RowLook& look) {
  const Answers answers = population.members.empty()
                              ? answers_of_counts(population, look.until())
                              : answers_of_members(population, look.until());
  measure_answers(population, answers, look);
  look_at_rates(population, answers, look);
  look_at_totals(population, answers, look);
  look_at_headings(population, look);
}

}  // namespace safegov::internal
