// Ratings as text, JSON and CSV: never without their key and their rules.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <stdexcept>

#include <safegov/ratings.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/scale.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

template <class E>
std::string_view word_for(E value) {
  return words_of<E>()[static_cast<std::size_t>(value)];
}

bool wanted(const RenderOptions& options, const Rating& rating) {
  return !options.rated || *options.rated == rating.kind;
}

/// The plans that one scheme is in force for.
struct InForce {
  const RatingScheme* scheme;
  std::vector<const Plan*> plans;
};

std::vector<InForce> schemes_of(const Partnership& partnership) {
  std::vector<InForce> out;
  for (std::uint32_t i = 0; i < partnership.plans().size(); ++i) {
    const RatingScheme& s = partnership.ratings(PlanId{i});
    const auto same = std::ranges::find_if(out, [&](const InForce& f) {
      return f.scheme->scale == s.scale && f.scheme->rules.data() == s.rules.data() &&
             f.scheme->roll_up.data() == s.roll_up.data() && f.scheme->stale_after == s.stale_after;
    });
    InForce& entry = same == out.end() ? out.emplace_back(InForce{&s, {}}) : *same;
    entry.plans.push_back(&partnership.plans()[i]);
  }
  return out;
}

/// `optimistic by 2 bands since 2019-07-01, stale: 130 days`
std::string remark(const Ratings& ratings, const Rating& rating) {
  if (rating.verdict == Verdict::blank)
    return ratings.because(rating) + (rating.unknown != 0 && rating.unknown != rating.parts
                                          ? "; " + std::to_string(rating.unknown) + " of " +
                                                std::to_string(rating.parts) + " unknown"
                                          : "");
  std::string out(word_for(rating.verdict));
  if (rating.bands > 0) out += " by " + std::to_string(rating.bands);
  if (const auto since = ratings.since(rating)) out += " since " + iso(*since);
  if (ratings.is_stale(rating)) out += "; stale, " + counted(*ratings.age(rating), "day");
  return out;
}

/// How many of the actions have each band, unknown apart.
void write_counts(Page& page, const Ratings& ratings, const InForce& in_force) {
  const Scale& scale = *in_force.scheme->scale;
  std::vector<std::size_t> counts(scale.size() + 1);
  std::size_t total = 0;
  for (const Rating& rating : ratings) {
    const Plan* plan = &ratings.assessment().obligations().partnership()[rating.plan];
    if (rating.kind != Rated::action || std::ranges::count(in_force.plans, plan) == 0) continue;
    ++counts[rating.derived.band ? rating.derived.band.index : scale.size()];
    ++total;
  }
  for (std::uint32_t i = 0; i <= scale.size(); ++i) {
    const BandId band = i < scale.size() ? BandId{i} : BandId{};
    if (counts[i] == 0) continue;
    std::string blocks;
    for (std::size_t n = 0; n < std::max<std::size_t>(1, counts[i] * 40 / total); ++n)
      blocks += "█";
    page.line("  " + in_colour(page, scale, band, left(scale.label(band), 16)) +
              right(std::to_string(counts[i]), 6) + "  " + in_colour(page, scale, band, blocks));
  }
  page.line("  " + left("actions in all", 16) + right(std::to_string(total), 6));
}

void write_rows(Page& page, const Ratings& ratings, const RenderOptions& options) {
  std::size_t widest = 8;
  const auto indent = [&](const Rating& rating) {
    return options.rated || rating.kind == Rated::plan ? 0U
           : rating.kind == Rated::action              ? 4U
                                                       : 2U;
  };
  const auto name = [&](const Rating& rating) {
    return std::string(indent(rating), ' ') +
           (rating.kind == Rated::priority ? "priority " + ratings.id(rating) : ratings.id(rating));
  };
  for (const Rating& rating : ratings)
    if (wanted(options, rating)) widest = std::max(widest, display_width(name(rating)));
  std::size_t band = 10;
  for (const Rating& rating : ratings)
    if (wanted(options, rating))
      band = std::max({band, display_width(ratings.declared_label(rating)) + 2,
                       display_width(ratings.derived_label(rating)) + 2});
  band = std::min<std::size_t>(band, 20);
  page.line(page.bold("  " + left(options.rated ? word_for(*options.rated) : "", widest + 2) +
                      left("declared", band) + left("derived", band)));
  const std::size_t used = 2 + widest + 2 + 2 * band;
  for (const Rating& rating : ratings) {
    if (!wanted(options, rating)) continue;
    const Scale& scale = *ratings.scheme(rating).scale;
    const std::string declared = ratings.declared_label(rating);
    const std::string said = declared.empty()
                                 ? left("·", band)
                                 : in_colour(page, scale, rating.declared, left(declared, band));
    page.item(
        "  " + left(name(rating), widest + 2) + said +
            in_colour(page, scale, rating.derived.band, left(ratings.derived_label(rating), band)),
        remark(ratings, rating), used);
  }
}

template <class Rule>
void write_rules(Page& page, const Scale& scale, std::span<const Rule> rules) {
  if (rules.empty()) page.line("    none is written: everything is unknown");
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string band = as_word(rules[i].outcome.band);
    const bool limit = rules[i].outcome.effect == RuleEffect::at_best;
    const BandId id = scale.find(band);
    const std::string label = band == "worst" ? "the worst" : scale.label(id);
    constexpr std::size_t wide = 18;
    page.item("    " + right(std::to_string(i + 1), 2) + " " +
                  in_colour(page, scale, id, left((limit ? "at best " : "") + label, wide)),
              in_words(rules[i]) + (rules[i].because.empty() ? "" : " (" + rules[i].because + ")"),
              4 + 3 + wide);
  }
}

void write_scheme(Page& page, const InForce& in_force) {
  const RatingScheme& scheme = *in_force.scheme;
  const Scale& scale = *scheme.scale;
  write_key(page, scale);
  page.line();
  const std::string whose = scheme.rules_of == RulesOf::library
                                ? "the library's, as none are written"
                                : "the " + std::string(word_for(scheme.rules_of)) + "'s";
  page.paragraph("rules for an action, over the states of its obligations (" + whose +
                     "); the first that holds decides, 'at best' limits those below:",
                 0);
  write_rules(page, scale, scheme.rules);
  page.paragraph(
      "roll-up, over the derived bands of the actions of an objective, a priority or a "
      "plan:",
      0);
  write_rules(page, scale, scheme.roll_up);
  page.paragraph(
      "Silence is never good news: where nothing has come in, or a part is unknown and the rule "
      "does not count it, nothing better than " +
          scale.label(scale.best_unrecorded()) + " is derived, but unknown.",
      0);
  page.paragraph("A declared rating is stale after " + counted(scheme.stale_after, "day") + ".", 0);
}

void write_leads(Page& page, const Ratings& ratings) {
  const std::vector<LeadRatings> leads = ratings.by_lead();
  if (std::ranges::none_of(leads, [](const LeadRatings& l) { return l.declared != 0; })) {
    page.line("no rating is declared: the column is blank, and stays blank");
    return;
  }
  const Partnership& partnership = ratings.assessment().obligations().partnership();
  const auto number = [](std::size_t n, std::size_t width) {
    return right(n == 0 ? "·" : std::to_string(n), width);
  };
  constexpr std::size_t used = 2 + 8 + 9 + 7 + 11 + 12 + 6 + 6;
  const std::size_t room = page.width() - std::min(page.width() - 10, used);
  page.line(page.bold("  " + left("lead", room) + right("actions", 8) + right("declared", 9) +
                      right("honest", 7) + right("optimistic", 11) + right("pessimistic", 12) +
                      right("other", 6) + right("stale", 6)));
  for (const LeadRatings& l : leads)
    if (l.declared != 0)
      page.line("  " + left(l.lead ? partnership[l.lead].id : "none stated", room) +
                number(l.actions, 8) + number(l.declared, 9) + number(l.honest, 7) +
                number(l.optimistic, 11) + number(l.pessimistic, 12) + number(l.other, 6) +
                number(l.stale, 6));
}

std::string as_text(const Ratings& ratings, const RenderOptions& options) {
  Page page(options);
  const Assessment& assessment = ratings.assessment();
  const Partnership& partnership = assessment.obligations().partnership();
  page.line(page.bold(cell(partnership.arrangements().name, page.width())));
  const auto& known_at = assessment.options().known_at;
  page.line("ratings as at " + in_words(assessment.as_at()) +
            (known_at ? ", as known at " + in_words(*known_at) : std::string()));
  page.line();
  const std::vector<InForce> all = schemes_of(partnership);
  for (const InForce& in_force : all) {
    write_counts(page, ratings, in_force);
    page.line();
  }
  write_rows(page, ratings, options);
  page.line();
  write_leads(page, ratings);
  for (const InForce& in_force : all) {
    page.line();
    if (all.size() > 1) {
      std::string plans;
      for (const Plan* plan : in_force.plans) plans += (plans.empty() ? "" : ", ") + plan->id;
      page.paragraph("of " + plans + ":", 0);
    }
    write_scheme(page, in_force);
  }
  return page.take();
}

template <class Rule>
void write_rules(Json& json, std::string_view name, const Partnership& partnership,
                 const Scale& scale, std::span<const Rule> rules) {
  json.key(name).list();
  for (const Rule& rule : rules) {
    const std::string_view effect = word_for(rule.outcome.effect);
    const std::string band = as_word(rule.outcome.band);
    json.object().field("effect", json_name(effect));
    if (band == "worst" || band == "unknown")
      json.field("band", band);
    else
      json.field("band", scale.word(scale.find(band)));
    json.field("if", in_words(rule)).optional("because", rule.because);
    json.place("where", partnership.where(rule, effect)).end();
  }
  json.end();
}

void write_band(Json& json, const Scale& scale, BandId band) {
  json.optional("band", band ? scale.word(band) : std::string_view());
  json.field("letter", scale.letter(band));
}

void write_index(Json& json, std::string_view name, const std::optional<std::size_t>& index) {
  json.key(name);
  index ? json.number(static_cast<long long>(*index) + 1) : json.null();
}

void write_rating(Json& json, const Ratings& ratings, const Rating& rating) {
  const Partnership& partnership = ratings.assessment().obligations().partnership();
  const Scale& scale = *ratings.scheme(rating).scale;
  json.object().field("kind", word_for(rating.kind)).field("id", ratings.id(rating));
  json.optional("text", ratings.text(rating)).field("scale", scale.id);
  json.optional("lead",
                rating.kind == Rated::action ? partnership[rating.action].lead.id : std::string());
  json.key("declared");
  if (rating.record) {
    json.object();
    write_band(json, scale, rating.declared);
    json.field("date", iso(*rating.record->date)).optional("by", rating.record->by.id);
    json.optional("reference", rating.record->reference);
    json.field("age_days", *ratings.age(rating)).key("stale").boolean(ratings.is_stale(rating));
    json.place("where", partnership.where(*rating.record, "rated")).end();
  } else {
    json.null();
  }
  json.key("derived").object();
  write_band(json, scale, rating.derived.band);
  json.field("by", json_name(word_for(rating.derived.by)));
  write_index(json, "rule", rating.derived.rule);
  write_index(json, "limit", rating.derived.limit);
  json.field("parts", rating.parts).field("unknown_parts", rating.unknown);
  json.field("because", ratings.because(rating)).end();
  json.field("verdict", word_for(rating.verdict)).field("bands", rating.bands);
  const auto since = ratings.since(rating);
  json.key("since");
  since ? json.text(iso(*since)) : json.null();
  json.end();
}

std::string as_json(const Ratings& ratings, const RenderOptions& options) {
  Json json;
  const Assessment& assessment = ratings.assessment();
  const Partnership& partnership = assessment.obligations().partnership();
  begin_report(json, "ratings", partnership);
  json.field("as_at", iso(assessment.as_at())).key("known_at");
  const auto& known_at = assessment.options().known_at;
  known_at ? json.text(iso(*known_at)) : json.null();
  json.field("due_soon_days", assessment.options().due_soon_days).key("rules").list();
  for (const InForce& in_force : schemes_of(partnership)) {
    const RatingScheme& scheme = *in_force.scheme;
    json.object().key("plans").list();
    for (const Plan* plan : in_force.plans) json.text(plan->id);
    json.end().key("scale");
    write_key(json, *scheme.scale);
    json.field("rules_of", word_for(scheme.rules_of));
    write_rules(json, "actions", partnership, *scheme.scale, scheme.rules);
    write_rules(json, "roll_up", partnership, *scheme.scale, scheme.roll_up);
    json.field("stale_after_days", scheme.stale_after).end();
  }
  json.end().key("ratings").list();
  for (const Rating& rating : ratings)
    if (wanted(options, rating)) write_rating(json, ratings, rating);
  json.end().key("leads").list();
  for (const LeadRatings& l : ratings.by_lead()) {
    const auto count = [&](std::string_view name, std::size_t n) {
      json.field(name, static_cast<long long>(n));
    };
    json.object().optional("lead", l.lead ? partnership[l.lead].id : std::string());
    count("actions", l.actions), count("declared", l.declared), count("honest", l.honest);
    count("optimistic", l.optimistic), count("pessimistic", l.pessimistic);
    count("other", l.other), count("stale", l.stale);
    json.end();
  }
  return json.end().end().take();
}

std::string as_csv(const Ratings& ratings, const RenderOptions& options) {
  Csv csv;
  csv.row("kind", "id", "text", "lead", "scale", "declared", "declared_letter", "declared_on",
          "declared_by", "reference", "age_days", "stale", "derived", "derived_letter", "because",
          "verdict", "bands", "since");
  const Partnership& partnership = ratings.assessment().obligations().partnership();
  for (const Rating& rating : ratings) {
    if (!wanted(options, rating)) continue;
    const Scale& scale = *ratings.scheme(rating).scale;
    const Record* record = rating.record;
    const auto since = ratings.since(rating);
    const auto age = ratings.age(rating);
    csv.row(
        word_for(rating.kind), ratings.id(rating), ratings.text(rating),
        rating.kind == Rated::action ? partnership[rating.action].lead.id : std::string(), scale.id,
        record ? scale.word(rating.declared) : "", record ? scale.letter(rating.declared) : "",
        record ? iso(*record->date) : "", record ? record->by.id : "",
        record ? record->reference : "", age ? std::to_string(*age) : "",
        record ? (ratings.is_stale(rating) ? "yes" : "no") : "", scale.word(rating.derived.band),
        scale.letter(rating.derived.band), ratings.because(rating), word_for(rating.verdict),
        rating.bands, since ? iso(*since) : "");
  }
  return csv.take();
}

void write_reason(Page& page, const Ratings& ratings, const Rating& rating) {
  const RatingReason reason = explain(ratings, rating);
  const Scale& scale = *ratings.scheme(rating).scale;
  page.line(page.bold(ratings.id(rating)) + " is " +
            in_colour(page, scale, rating.derived.band, ratings.derived_label(rating)) + " as at " +
            in_words(ratings.assessment().as_at()));
  page.paragraph("by " + reason.rule, 2);
  for (const Fact& fact : reason.facts) write_fact(page, fact);
  for (const std::string& step : reason.steps) page.paragraph("→ " + step, 4);
  page.line();
  write_key(page, scale);
}

}  // namespace

std::string render(const Ratings& ratings, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(ratings, options);
    case Format::csv:
      return as_csv(ratings, options);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("ratings have no such form");
  }
  return as_text(ratings, options);
}

std::string render(const Ratings& ratings, const Rating& rating, Format format,
                   const RenderOptions& options) {
  if (format != Format::text && format != Format::json)
    throw std::invalid_argument("reasons are not a table");
  if (format == Format::json) {
    const RatingReason reason = explain(ratings, rating);
    Json json;
    begin_report(json, "explain-rating", ratings.assessment().obligations().partnership());
    json.field("as_at", iso(ratings.assessment().as_at())).key("rating");
    write_rating(json, ratings, rating);
    json.field("rule", reason.rule).key("facts").list();
    for (const Fact& fact : reason.facts) write_fact(json, fact);
    json.end().key("steps").list();
    for (const std::string& step : reason.steps) json.text(step);
    json.end().key("scale");
    write_key(json, *ratings.scheme(rating).scale);
    return json.end().take();
  }
  Page page(options);
  write_reason(page, ratings, rating);
  return page.take();
}

}  // namespace safegov
