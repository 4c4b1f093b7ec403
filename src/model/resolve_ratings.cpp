// Which scale and rules are in force for each plan, and whether they make sense.
// SPDX-License-Identifier: Apache-2.0

#include "model/resolve_ratings.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "model/compiled_rule.hpp"
#include "model/findings.hpp"

namespace safegov::internal {
namespace {

constexpr std::array<std::string_view, 1> unknown_too{"unknown"};
constexpr std::array<std::string_view, 2> worst_too{"unknown", "worst"};

class RatingCheck : private Findings {
 public:
  RatingCheck(Partnership::Data& data, const Gaps& gaps, Diagnostics& found)
      : Findings(data.parts.provenance, found), data_(data), gaps_(gaps) {}

  void run() {
    const Arrangements& arrangements = data_.parts.arrangements;
    for (std::size_t i = 0; i < arrangements.scales.size(); ++i)
      check_scale(arrangements.scales[i], "scales[" + std::to_string(i) + "]");
    const RatingRules& ours = suggested_ratings();
    RatingScheme scheme{find_named_scale(ours.scale.id), ours.rules, ours.roll_up,
                        *ours.stale_after, RulesOf::library};
    // What the partnership says may stand in what could not be read.
    if (gaps_.arrangements || gaps_.bodies) scheme.scale = nullptr;
    if (arrangements.ratings)
      lay_over(scheme, *arrangements.ratings, RulesOf::partnership, "ratings");
    for (std::size_t i = 0; i < data_.parts.plans.size(); ++i) {
      data_.schemes.push_back(scheme);
      if (const auto& own = data_.parts.plans[i].ratings)
        lay_over(data_.schemes.back(), *own, RulesOf::plan,
                 "plans[" + std::to_string(i) + "].ratings");
    }
    data_.schemes.resize(data_.plan_count(), scheme);
  }

 private:
  void check_scale(const Scale& scale, const std::string& path) {
    const auto same = std::ranges::find(data_.parts.arrangements.scales, scale.id, &Scale::id);
    if (!scale.id.empty() && &*same != &scale) {
      auto& d = report(codes::duplicate_id, "two scales are called " + in_quotes(scale.id),
                       where(scale, "id"), path + ".id",
                       "an id names one thing only: change one of them");
      relate(d, where(*same, "id"), "first used here");
    }
    if (scale.bands.size() < 2 || scale.size() > most_bands)
      report(codes::bad_scale,
             scale.bands.size() < 2
                 ? "a scale has at least two bands"
                 : "a scale has at most " + std::to_string(most_bands) + " bands",
             where(scale, "bands"), path + ".bands",
             "list its steps under 'bands', best first; what is neither better nor worse under "
             "'apart'");
    std::map<std::string, const Band*> seen;
    for (std::size_t i = 0; i < scale.size(); ++i) {
      const Band& band = scale[BandId{static_cast<std::uint32_t>(i)}];
      const bool step = i < scale.bands.size();
      check_band(band, seen,
                 path + (step ? ".bands[" : ".apart[") +
                     std::to_string(step ? i : i - scale.bands.size()) + "]");
    }
    const BandId unrecorded = scale.find(scale.unrecorded);
    if (!scale.unrecorded.empty() && !(unrecorded && scale.is_step(unrecorded)))
      report(codes::off_scale, in_quotes(scale.unrecorded) + " is no step of the scale",
             where(scale, "unrecorded"), path + ".unrecorded", bands_of(scale, scale.unrecorded));
  }

  void check_band(const Band& band, std::map<std::string, const Band*>& seen,
                  const std::string& path) {
    const std::string word = as_word(band.word), letter = as_word(band.letter);
    const auto check = [&](const std::string& text, std::string_view field) {
      if (text.empty()) return;  // said as a missing key
      const std::string at = path + "." + std::string(field);
      if (text == "unknown" || text == "worst" || text == "?") {
        report(codes::bad_scale, in_quotes(text) + " cannot be a band", where(band, field), at,
               text == "worst" ? "'worst' is what a roll-up may say; choose another word"
                               : "what is unknown stands apart from every scale: leave it out");
        return;
      }
      const auto [first, fresh] = seen.emplace(text, &band);
      if (fresh || first->second == &band) return;
      auto& d = report(codes::bad_scale, "two bands are " + in_quotes(text), where(band, field), at,
                       "a band is told by its word and by its letter: change one of them");
      relate(d, where(*first->second), "the other one");
    };
    check(word, "band");
    check(letter, "letter");
    if (display_width(band.letter) > 3)
      report(codes::bad_scale, in_quotes(band.letter) + " is too long for a letter",
             where(band, "letter"), path + ".letter",
             "it stands in a narrow column: one letter, at most three");
  }

  /// What `own` says goes before what `scheme` says. Rules are written for a scale: with another
  /// scale, they are not taken over.
  void lay_over(RatingScheme& scheme, const RatingRules& own, RulesOf whose,
                const std::string& path) {
    if (own.scale) {
      const Scale* scale = data_.scale(own.scale.id);
      const RatingRules& ours = suggested_ratings();
      if (scale != nullptr && scale != scheme.scale) {
        const bool has_ours = scale == find_named_scale(ours.scale.id);
        scheme.rules = has_ours ? std::span(ours.rules) : std::span<const RatingRule>();
        scheme.roll_up = ours.roll_up;
        scheme.rules_of = has_ours ? RulesOf::library : whose;
      }
      scheme.scale = scale;
    }
    if (scheme.scale == nullptr) return;  // said as an unknown reference
    if (!own.rules.empty()) {
      scheme.rules = own.rules;
      scheme.rules_of = whose;
      check_rules(own.rules, *scheme.scale, path + ".rules", unknown_too);
    }
    if (!own.roll_up.empty()) {
      scheme.roll_up = own.roll_up;
      check_rules(own.roll_up, *scheme.scale, path + ".roll-up", worst_too);
    }
    if (own.stale_after) scheme.stale_after = *own.stale_after;
  }

  template <class Rule>
  void check_rules(const std::vector<Rule>& rules, const Scale& scale, const std::string& path,
                   std::span<const std::string_view> more) {
    const std::size_t before = found_errors_;
    std::vector<CompiledRule> compiled;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      check_rule(rules[i], scale, path + "[" + std::to_string(i) + "]", more);
      compiled.push_back(compile(rules[i], scale));
    }
    if (found_errors_ != before) return;  // what they reach is not known
    for (std::size_t i = 0; i < rules.size(); ++i)
      check_reach(rules, compiled, i, path + "[" + std::to_string(i) + "]");
  }

  template <class Rule>
  void check_rule(const Rule& rule, const Scale& scale, const std::string& path,
                  std::span<const std::string_view> more) {
    const std::string_view effect =
        words_of<RuleEffect>()[static_cast<std::size_t>(rule.outcome.effect)];
    const std::string band = as_word(rule.outcome.band);
    const BandId id = scale.find(band);
    if (band.empty()) {
      // said as a missing key
    } else if (!id && std::ranges::count(more, band) == 0) {
      off_scale(rule.outcome.band, scale, where(rule, effect), path + "." + std::string(effect),
                more);
    } else if (rule.outcome.effect == RuleEffect::at_best && !(id && scale.is_step(id))) {
      bad_rule(in_quotes(rule.outcome.band) + " is no limit: it is no step of the scale",
               where(rule, effect), path + "." + std::string(effect), bands_of(scale, ""));
    }
    check_bands(rule, scale, path);
    if (rule.at_least && *rule.at_least > 100)
      bad_rule("at least " + std::to_string(*rule.at_least) + " per cent can never be",
               where(rule, "at-least"), path + ".at-least", "a share is at most 100");
    const bool shares = !rule.share_of.empty() || !rule.out_of.empty();
    if (rule.at_least && rule.share_of.empty())
      bad_rule("'at-least' needs 'share-of'", where(rule, "at-least"), path + ".at-least",
               "say the share of which: 'share-of: [received, received-late]'");
    if (shares && !rule.at_least)
      bad_rule(
          std::string("'") + (rule.share_of.empty() ? "out-of" : "share-of") + "' needs 'at-least'",
          where(rule, rule.share_of.empty() ? "out-of" : "share-of"), path,
          "say how many per cent: 'at-least: 75'");
  }

  void check_bands(const RatingRule&, const Scale&, const std::string&) {}
  void check_bands(const RollUpRule& rule, const Scale& scale, const std::string& path) {
    const auto check = [&](const std::vector<std::string>& bands, std::string_view field) {
      for (std::size_t i = 0; i < bands.size(); ++i)
        if (as_word(bands[i]) != "unknown" && !scale.find(bands[i]))
          off_scale(bands[i], scale, item_at(where(rule, field), i),
                    path + "." + std::string(field) + "[" + std::to_string(i) + "]", unknown_too);
    };
    check(rule.all, "all");
    check(rule.any, "any");
    check(rule.none, "none");
    check(rule.share_of, "share-of");
    check(rule.out_of, "out-of");
  }

  template <class Rule>
  void check_reach(const std::vector<Rule>& rules, const std::vector<CompiledRule>& compiled,
                   std::size_t i, const std::string& path) {
    const std::string name = "rule " + std::to_string(i + 1);
    const std::string help = "take it out, or put it where it can be reached";
    if (contradicts_itself(compiled[i])) {
      report(codes::unreachable_rule, name + " can never hold: what it names excludes itself",
             where(rules[i]), path, "take out what cannot be true together");
      return;
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (compiled[k].effect != RuleEffect::rate || !covers(compiled[k], compiled[i])) continue;
      auto& d = report(codes::unreachable_rule,
                       name + " is never reached: wherever it holds, rule " +
                           std::to_string(k + 1) + " has decided",
                       where(rules[i]), path, help);
      relate(d, where(rules[k]), "rule " + std::to_string(k + 1));
      return;
    }
    if (compiled[i].effect == RuleEffect::at_best && i + 1 == rules.size())
      report(codes::unreachable_rule, name + " limits nothing: no rule comes after it",
             where(rules[i]), path, help);
  }

  void off_scale(const std::string& written, const Scale& scale, Span at, std::string path,
                 std::span<const std::string_view> more) {
    ++found_errors_;
    report(codes::off_scale, in_quotes(written) + " is no band of the scale '" + scale.id + "'",
           std::move(at), std::move(path), bands_of(scale, written, more));
  }

  void bad_rule(std::string message, Span at, std::string path, std::string help) {
    ++found_errors_;
    report(codes::bad_rule, std::move(message), std::move(at), std::move(path), std::move(help));
  }

  Partnership::Data& data_;
  const Gaps& gaps_;
  std::size_t found_errors_ = 0;
};

}  // namespace

std::string bands_of(const Scale& scale, std::string_view written,
                     std::span<const std::string_view> more) {
  std::vector<std::string_view> words;
  for (std::uint32_t i = 0; i < scale.size(); ++i) words.push_back(scale[BandId{i}].word);
  words.insert(words.end(), more.begin(), more.end());
  const std::string near(nearest(as_word(written), words));
  return near.empty() ? "it has " + alternatives(words, "and") : "did you mean '" + near + "'?";
}

void resolve_ratings(Partnership::Data& data, const Gaps& gaps, Diagnostics& found) {
  RatingCheck(data, gaps, found).run();
}

}  // namespace safegov::internal
