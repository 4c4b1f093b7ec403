// The section of a pack on ratings: declared and derived, over time, with their key and rules.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include <safegov/rating_rules.hpp>
#include <safegov/timeline.hpp>

#include "base/text.hpp"
#include "report/pack_parts.hpp"

namespace safegov::internal {
namespace {

/// `better than the records by 2 bands`
std::string verdict_in_words(const Rating& rating) {
  switch (rating.verdict) {
    case Verdict::blank:
      return {};
    case Verdict::unchecked:
      return "nothing to hold it against";
    case Verdict::differs:
      return "differs";
    case Verdict::honest:
      return "honest";
    case Verdict::optimistic:
      return "optimistic by " + counted(rating.bands, "band");
    case Verdict::pessimistic:
      return "pessimistic by " + counted(rating.bands, "band");
  }
  return {};
}

bool is_shown(const PackInput& in, const Rating& rating) {
  const auto plans = in.plans();
  return std::ranges::count(plans, rating.plan) != 0;
}

Table ratings_table(const PackInput& in) {
  Table table{.key = "ratings",
              .caption = "Plans, priorities and objectives: declared, and derived by rule",
              .columns = {{"kind", "Kind"},
                          {"id", "Of"},
                          {"what", "What"},
                          {"declared", "Declared"},
                          {"derived", "Derived"},
                          {"because", "Why"},
                          {"verdict", "Declared against derived"},
                          {"since", "So since"}},
              .none = "There is no plan to be rated."};
  for (const Rating& rating : in.ratings) {
    if (rating.kind == Rated::action || !is_shown(in, rating)) continue;
    const Scale& scale = *in.ratings.scheme(rating).scale;
    const std::string id = in.ratings.id(rating);
    table.rows.push_back(
        {std::string(words_of<Rated>()[static_cast<std::size_t>(rating.kind)]),
         {id, Tone::plain, id},
         in.ratings.text(rating),
         rating.record ? Cell(in.ratings.declared_label(rating), tone_of(scale, rating.declared))
                       : Cell("blank"),
         {in.ratings.derived_label(rating), tone_of(scale, rating.derived.band)},
         in.ratings.because(rating),
         {verdict_in_words(rating),
          rating.verdict == Verdict::optimistic ? Tone::bad : Tone::plain},
         rating.verdict == Verdict::blank ? std::optional<Date>() : in.ratings.since(rating)});
  }
  return table;
}

struct RatedThing {
  std::string id;
  Strips::Strip strip;
};

/// How each plan and objective was rated by rule on the first of each month, and is now.
std::optional<Chart> strips_chart(const PackInput& in) {
  std::optional<Date> first;
  for (const PlanId id : in.plans())
    if (const auto& period = in.partnership()[id].period)
      first = first ? std::min(*first, period->range.first()) : period->range.first();
  if (!first || in.as_at() <= *first) return {};
  constexpr int most_days = 5 * 366;
  const DateRange days(std::max(*first, add_days(in.as_at(), -most_days)), in.as_at());
  const std::vector<Date> dates = steps(days, Step::month);

  std::vector<RatedThing> things;
  for (const Rating& rating : in.ratings)
    if ((rating.kind == Rated::plan || rating.kind == Rated::objective) && is_shown(in, rating)) {
      const std::string id = in.ratings.id(rating);
      things.push_back({id, {.label = id}});
    }
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const Obligations owed = expand_obligations(
        in.partnership(), {.of = {in.owed().of().begin(), in.owed().of().end()},
                           .promised_by = known_until(dates[i], in.assessment.options().known_at)});
    const Ratings then = rate(assess(owed, dates[i], in.assessment.options()));
    const Date until = i + 1 < dates.size() ? add_days(dates[i + 1], -1) : dates[i];
    for (RatedThing& thing : things) {
      const Rating* rating = then.find(thing.id);
      if (rating == nullptr) continue;
      const Scale& scale = *then.scheme(*rating).scale;
      const BandId band = rating->derived.band;
      const std::string word(scale.word(band));
      auto& stretches = thing.strip.stretches;
      if (!stretches.empty() && stretches.back().word == word)
        stretches.back().days = {stretches.back().days.first(), until};
      else
        stretches.push_back(
            {{dates[i], until}, tone_of(scale, band), std::string(scale.letter(band)), word});
    }
  }
  Chart chart{.key = "ratings_over_time",
              .title = "Ratings over time, derived on the first of each month",
              .figures = {.key = "ratings_over_time",
                          .caption = "From when to when each was rated how",
                          .columns = {{"id", "Of"},
                                      {"from", "From"},
                                      {"until", "Until"},
                                      {"rating", "Derived"}}},
              .as_at = in.as_at()};
  Strips strips{.days = days};
  std::size_t changed = 0;
  for (RatedThing& thing : things) {
    for (const Strips::Stretch& stretch : thing.strip.stretches)
      chart.figures.rows.push_back({{thing.id, Tone::plain, thing.id},
                                    stretch.days.first(),
                                    stretch.days.last(),
                                    {stretch.letter + " " + stretch.word, stretch.tone}});
    if (thing.strip.stretches.size() > 1) ++changed;
    strips.strips.push_back(std::move(thing.strip));
  }
  chart.says = (changed == 0 ? "None" : std::to_string(changed)) + " of " +
               std::to_string(strips.strips.size()) +
               " plans and objectives were rated otherwise at some time since " +
               in_words(days.first()) + ".";
  chart.shape = std::move(strips);
  return chart;
}

/// Each scale that is used, once.
void add_keys(const PackInput& in, Section& section) {
  std::set<std::string> told;
  for (const PlanId id : in.plans()) {
    const RatingScheme& scheme = in.partnership().ratings(id);
    const Scale& scale = *scheme.scale;
    if (told.insert(scale.id).second) {
      Table key{.key = "key_" + scale.id,
                .caption = "Key: " + (scale.name.empty() ? scale.id : scale.name) + ", best first",
                .columns = {{"rating", "Rating"}, {"means", "Means"}}};
      for (std::uint32_t i = 0; i < scale.size(); ++i)
        key.rows.push_back({{scale.label(BandId{i}), tone_of(scale, BandId{i})},
                            scale[BandId{i}].meaning +
                                (scale.is_step(BandId{i}) ? "" : " (apart: no better, no worse)")});
      key.rows.push_back({{scale.label({}), Tone::unknown},
                          "not known: no band of the scale, and never good news"});
      section.blocks.emplace_back(std::move(key));
      if (!scale.caution.empty()) section.blocks.emplace_back(scale.caution);
    }
    Table rules{.key = "rules_" + in.partnership()[id].id,
                .caption = "Rules by which " + in.partnership()[id].id +
                           " is rated; the first that holds decides",
                .columns = {{"of", "Of"}, {"no", "No."}, {"rating", "Rating"}, {"rule", "Rule"}}};
    const auto add = [&](const char* of, std::size_t no, const auto& rule) {
      const std::string& band = rule.outcome.band;
      const BandId found = scale.find(band);
      std::string label = found             ? scale.label(found)
                          : band == "worst" ? "the worst"
                                            : scale.label({});
      if (rule.outcome.effect == RuleEffect::at_best) label = "at best " + label;
      std::string words = in_words(rule);
      if (!rule.because.empty()) words += " (" + rule.because + ")";
      rules.rows.push_back({of,
                            Cell::number(static_cast<std::int64_t>(no)),
                            {label, found ? tone_of(scale, found) : Tone::plain},
                            words});
    };
    for (std::size_t i = 0; i < scheme.rules.size(); ++i) add("an action", i + 1, scheme.rules[i]);
    for (std::size_t i = 0; i < scheme.roll_up.size(); ++i)
      add("an objective, a priority, a plan", i + 1, scheme.roll_up[i]);
    section.blocks.emplace_back(std::move(rules));
    section.blocks.emplace_back("A declared rating of " + in.partnership()[id].id +
                                " is stale after " + counted(scheme.stale_after, "day") +
                                ". Silence is never good news.");
  }
}

}  // namespace

Section ratings_section(const PackInput& in) {
  Section section{.key = "ratings", .title = "Ratings"};
  section.blocks.emplace_back(ratings_table(in));
  if (auto chart = strips_chart(in)) section.blocks.emplace_back(std::move(*chart));
  add_keys(in, section);
  return section;
}

}  // namespace safegov::internal
