// The register of tolerance rules: its fields, those that come with the library, what cannot be.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/row.hpp>
#include <safegov/tolerance.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
std::span<const std::string_view> words_of<ToleranceTest>() {
  static constexpr std::array<std::string_view, 5> words{
      "always", "on-target", "within", "within-agreed", "no-worse-than-a-year-before"};
  return words;
}

template <>
std::span<const std::string_view> words_of<OffBy>() {
  static constexpr std::array<std::string_view, 2> words{"per-cent", "points"};
  return words;
}

template <>
const Type& type_of<ToleranceBand>() {
  static constexpr Field fields[] = {
      field<&ToleranceBand::band>("band", "The band of the scale that it gives.", Need::required),
      field<&ToleranceBand::test>("if", "When; `always` unless given."),
      field<&ToleranceBand::off>("off", "Of `within`: how far on the worse side of the target."),
  };
  static constexpr Type type = described<ToleranceBand>(
      "tolerance-band", "A step of a rule: the first that holds gives its band.", fields);
  return type;
}

template <>
const Type& type_of<ToleranceRule>() {
  static constexpr Field fields[] = {
      field<&ToleranceRule::id>("id", docs::id, Need::required),
      field<&ToleranceRule::title>("title", "What people call it.", Need::required),
      field<&ToleranceRule::scale>("scale", "The scale of its bands; `rag-performance`."),
      field<&ToleranceRule::off_by>(
          "off-by", "In what `off` is: per cent of the target, or points (the unit of the value)."),
      field<&ToleranceRule::bands>("bands", "Its steps: the first that holds gives its band.",
                                   Need::required),
      field<&ToleranceRule::certainty>("certainty", docs::certainty),
      field<&ToleranceRule::source>("source", "Where it is defined."),
      field<&ToleranceRule::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&ToleranceRule::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<ToleranceRule>(
      "tolerance-rule", "How a value is rated against its target.", fields);
  return type;
}

std::span<const ToleranceRule> named_tolerances() {
  using enum ToleranceTest;
  static const std::vector<ToleranceRule> rules{
      {.id = "agreed-tolerance",
       .title = "Green on target, amber within the agreed tolerance, red below",
       .bands = {{"green", on_target}, {"amber", within_agreed}, {"red", always}},
       .certainty = Certainty::stated,
       .source = "Reigate and Banstead, performance reports"},
      {.id = "within-10-or-no-worse",
       .title = "Green within 10 % of target; beyond it amber if no worse than a year before",
       .bands = {{"green", within, read_decimal("10")}, {"amber", no_worse}, {"red", always}},
       .certainty = Certainty::stated,
       .source = "Havering, mgAi 7435 and 8989 (2013-15)",
       .note = "Print does not say whether 10 % is of the target or in points: here, of it."},
      {.id = "within-5",
       .title = "Green on target, amber within 5 %, red beyond",
       .bands = {{"green", on_target}, {"amber", within, read_decimal("5")}, {"red", always}},
       .certainty = Certainty::stated,
       .source = "cms.wiltshire.gov.uk IId=36718 (a member had an amber beyond it made red)",
       .note = "Print does not say whether 5 % is of the target or in points: here, of it."},
  };
  return rules;
}

const ToleranceRule* find_named_tolerance(std::string_view id) {
  const auto rules = named_tolerances();
  const auto found = std::ranges::find(rules, id, &ToleranceRule::id);
  return found == rules.end() ? nullptr : &*found;
}

namespace {

using namespace internal;

std::string band_in_words(const ToleranceRule& rule, const ToleranceBand& band) {
  switch (band.test.value_or(ToleranceTest::always)) {
    case ToleranceTest::always:
      return "otherwise";
    case ToleranceTest::on_target:
      return "on target";
    case ToleranceTest::within_agreed:
      return "within the tolerance that the indicator names";
    case ToleranceTest::no_worse:
      return "no worse than a year before";
    case ToleranceTest::within:
      break;
  }
  return "within " + (band.off ? band.off->text : "?") +
         (rule.off_by.value_or(OffBy::relative) == OffBy::relative ? " % of the target"
                                                                   : " points of the target");
}

void check(const ToleranceRule& rule, RowCheck& check) {
  const Scale* scale = check.partnership().find_scale(rule.scale_id());
  if (scale == nullptr) {
    std::vector<std::string_view> known;
    for (const Scale& own : check.partnership().arrangements().scales) known.push_back(own.id);
    for (const Scale& named : named_scales()) known.push_back(named.id);
    const std::string_view near = nearest(rule.scale, known);
    check.report(
        codes::diagnose(codes::unknown_reference, "no scale is called " + in_quotes(rule.scale), {},
                        near.empty() ? "name a scale of the partnership, or one of ours"
                                     : "did you mean '" + std::string(near) + "'?"),
        rule, "scale");
    return;
  }
  for (std::size_t i = 0; i < rule.bands.size(); ++i) {
    const ToleranceBand& band = rule.bands[i];
    if (!scale->find(band.band))
      check.report(codes::diagnose(codes::off_scale,
                                   in_quotes(band.band) + " is no band of " + in_quotes(scale->id),
                                   {}, "name one of its bands by its word or letter"),
                   band, "band");
    if ((band.test == ToleranceTest::within) != band.off.has_value())
      check.report(codes::diagnose(codes::bad_rule,
                                   band.off ? "'off' belongs to 'if: within' alone"
                                            : "'if: within' needs 'off': how far is tolerated",
                                   {}, band.off ? "take it out" : "add 'off: 5'"),
                   band, band.off ? "off" : "if");
    if (band.test.value_or(ToleranceTest::always) == ToleranceTest::always &&
        i + 1 != rule.bands.size())
      check.report(
          codes::diagnose(codes::unreachable_rule, "what follows this band can never be given", {},
                          "put it last, or say when it is given"),
          band, "if");
  }
}

void look(const ToleranceRule& rule, RowLook& look) {
  const Scale* scale = look.partnership().find_scale(rule.scale_id());
  for (const ToleranceBand& band : rule.bands)
    look.measure(scale->label(scale->find(band.band)), band_in_words(rule, band));
  look.measure("certainty", rule.certainty ? in_words(*rule.certainty) : "not said");
  look.measure("source", rule.source.empty() ? "not said" : rule.source);
}

}  // namespace

const Register& tolerance_rules_register() {
  static constexpr Field list[] = {
      rows<ToleranceRule>("tolerance-rules", "How values are rated against their targets.")};
  static constexpr RowRules<ToleranceRule> rules{.check = check, .look = look};
  static constexpr Register tolerances = register_of("Tolerance rules", list, rules);
  return tolerances;
}

}  // namespace safegov
