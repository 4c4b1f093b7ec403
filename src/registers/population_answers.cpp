// When those who were asked answered, and what is seen of them as at a date.
// SPDX-License-Identifier: Apache-2.0

#include "registers/population_answers.hpp"

#include <algorithm>
#include <cstdint>
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
  long long let_off = 0;  ///< waived, superseded or cancelled before they answered
  bool all_came = false;  ///< of those who are counted: what they owe together is received
  bool overdue = false;   ///< something is, so that it must have been asked for
  std::vector<std::string> to_chase = {};
  std::vector<const PopulationMember*> returned = {};  ///< whose answer in the row counts
};

PromiseId promise_of(const Population& population, const std::string& name, const RowLook& look) {
  return look.partnership().find_promise("populations/" + population.id + "/" + name);
}

/// What is said of all deadlines of a promise.
struct Stands {
  std::uint32_t deadlines = 0;
  std::uint32_t received = 0;
  std::uint32_t need_not_come = 0;
  bool overdue = false;

  [[nodiscard]] bool settled() const {
    return deadlines != 0 && received + need_not_come == deadlines;
  }
};

Stands standing_of(PromiseId promise, const RowLook& look) {
  Stands stands;
  if (!promise) return stands;
  stands.deadlines = look.partnership().promises()[promise.index].deadlines;
  for (std::uint32_t n = 0; n < stands.deadlines; ++n) {
    const State state = look.standing({promise, n}).state;
    if (is_received(state))
      ++stands.received;
    else if (is_closed(state))
      ++stands.need_not_come;
    stands.overdue |= state == State::overdue;
  }
  return stands;
}

/// What the row says of an answer is a record like others, and may be retracted; so the state of
/// what is owed decides. Only an answer that issues no record counts by itself.
Answers answers_of_members(const Population& population, const RowLook& look) {
  Answers answers{.answered = 0};
  for (const PopulationMember& member : population.members) {
    const auto day = day_of_answer(population, member);
    const bool told = member.answered && (!day || *day <= look.until());
    const Stands stands = standing_of(promise_of(population, member.name(), look), look);
    answers.overdue |= stands.overdue;
    const bool by_row = told && (!day || stands.deadlines != 1);
    if (stands.settled() && stands.received != 0) {
      ++*answers.answered;
      if (told) answers.returned.push_back(&member);
    } else if (by_row) {
      ++*answers.answered;
      if (!day) ++answers.undated;
      answers.returned.push_back(&member);
    } else if (stands.settled()) {
      ++answers.let_off;
    } else {
      answers.to_chase.push_back(member.name());
    }
  }
  // Where all who are listed have answered, it may be a list of those who did.
  const bool silent =
      std::ranges::any_of(population.members, [](const auto& member) { return !member.answered; });
  if (population.asked)
    answers.asked = *population.asked;
  else if (silent)
    answers.asked = static_cast<long long>(population.members.size());
  return answers;
}

Answers answers_of_counts(const Population& population, RowLook& look) {
  Answers answers;
  answers.asked = population.asked;
  const Date until = look.until();
  const PromiseId promise = promise_of(population, "returns", look);
  const Stands stands = standing_of(promise, look);
  answers.overdue = stands.overdue;
  const auto records = stands.deadlines == 1 ? look.records_about(Subject{promise, 0})
                                             : std::vector<const Record*>{};
  // A number that issues a record counts as long as that does.
  const auto counts = [&](const std::optional<Date>& day, int answered) {
    if (day && *day > until) return false;
    if (!day || answered == 0 || stands.deadlines != 1) return true;
    return std::ranges::any_of(records, [&](const Record* r) { return r->date == day; });
  };
  std::optional<Date> latest;
  for (const PopulationCount& count : population.counts) {
    const auto day = count.date ? count.date->last() : std::nullopt;
    if (!count.answered || !day || !counts(day, *count.answered) || (latest && *day < *latest))
      continue;
    latest = day;
    answers.answered = *count.answered;
  }
  const auto day = day_of_total(population);
  // Beside `complete` the total issues nothing of its own.
  if (population.counts.empty() && population.answered &&
      (population.complete ? !day || *day <= until : counts(day, *population.answered)))
    answers.answered = *population.answered;
  answers.all_came = stands.settled() && stands.received != 0;
  if (answers.all_came && answers.asked) answers.answered = answers.asked;
  if (answers.asked && stands.settled())
    answers.let_off = *answers.asked - answers.answered.value_or(0);
  return answers;
}

/// The day before which nobody is chased: on which they were asked or, as long as nothing is due or
/// has come, that on which the time begins that they are asked about.
std::optional<Date> not_asked_before(const Population& population, const Answers& answers) {
  if (population.asked_on && population.asked_on->range) return population.asked_on->range->first();
  if (answers.overdue || answers.all_came || answers.answered.value_or(0) != 0) return {};
  if (population.period && population.period->range) return population.period->range->first();
  return {};
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
    look.measure("answered", answers.all_came ? "all, however many" : "not known");
  if (answers.answered && population.rate && told)
    look.measure("printed rate", population.rate->text);
  if (answers.undated != 0) look.measure("of these undated", answers.undated);
  if (answers.let_off != 0) look.measure("need not answer", answers.let_off, answers.asked);
  if (population.members.empty()) {
    if (answers.answered && answers.asked)
      look.measure("to chase", *answers.asked - *answers.answered - answers.let_off, answers.asked);
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
    look.report(
        codes::diagnose(codes::rate_differs,
                        std::to_string(*answers.answered) + " of " +
                            std::to_string(*answers.asked) + " is not " + population.rate->text,
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
  const bool all_listed = !population.members.empty() &&
                          (!population.asked || static_cast<std::size_t>(*population.asked) ==
                                                    population.members.size());
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

void look_at_headings(const Population& population, const Answers& answers, RowLook& look) {
  if (population.headings.empty()) return;
  long long filled = 0;
  const auto returned = static_cast<long long>(answers.returned.size());
  for (const PopulationMember* member : answers.returned) {
    std::set<std::string> there;
    for (const std::string& heading : member->filled) there.insert(lower(heading));
    std::vector<std::string> missing;
    for (const std::string& heading : population.headings)
      if (there.count(lower(heading)) == 0) missing.push_back(in_quotes(heading));
    filled += static_cast<long long>(population.headings.size() - missing.size());
    if (missing.empty()) continue;
    look.report(
        codes::diagnose(codes::heading_left_out,
                        in_quotes(member->name()) + " answered without " + first_of(missing, 6), {},
                        "ask for what is left out, or change what is asked for"),
        *member, "filled");
  }
  if (returned != 0)
    look.measure("headings filled", filled,
                 returned * static_cast<long long>(population.headings.size()));
}

}  // namespace

void look_at_population(const Population& population, RowLook& look) {
  const Answers answers = population.members.empty() ? answers_of_counts(population, look)
                                                     : answers_of_members(population, look);
  const auto first = not_asked_before(population, answers);
  if (first && look.until() < *first) return look.not_before("asked", *first);
  measure_answers(population, answers, look);
  look_at_rates(population, answers, look);
  look_at_totals(population, answers, look);
  look_at_headings(population, answers, look);
}

}  // namespace safegov::internal
