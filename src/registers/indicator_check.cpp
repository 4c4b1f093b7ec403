// What cannot be about an indicator.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/indicator_arithmetic.hpp"
#include "registers/indicator_rules.hpp"
#include "registers/printed_words.hpp"
#include "registers/row_graph.hpp"

namespace safegov::internal {

const ToleranceRule* find_tolerance(const Partnership& partnership, std::string_view id) {
  for (const ToleranceRule& rule : partnership.list<ToleranceRule>())
    if (rule.id == id) return &rule;
  return find_named_tolerance(id);
}

namespace {

/// The values of a row, by what they are about.
struct PlacedValue {
  const IndicatorValue* value;
  std::optional<DateRange> days;
  Covers covers;
};

template <class T>
void check_period(const Indicator& indicator, const T& value, const std::string& period,
                  std::string_view field, std::span<const NamedPeriod> names, RowCheck& check) {
  if (is_undated(period) || days_of_period(period, indicator.basis, names)) return;
  check.report(codes::diagnose(codes::bad_value, in_quotes(period) + " is no period", {},
                               "write it as 2014/15, Q3 2014/15, January 2015 or undated"),
               value, field);
}

void check_share(const Indicator& indicator, const IndicatorValue& value, RowCheck& check) {
  if (indicator.unit != IndicatorUnit::per_cent || indicator.may_exceed_100 == IndicatorFlag::yes)
    return;
  const std::string way_out =
      "correct it, or say 'may-exceed-100: yes' if it may be more than the whole";
  if (value.numerator && value.denominator && compare(*value.numerator, *value.denominator) > 0) {
    Diagnostic& d =
        check.report(codes::diagnose(codes::numerator_above,
                                     "more are counted than there are to be counted", {}, way_out),
                     value, "numerator");
    check.relate(d, value, "denominator", "of so many");
  }
  if (value.value && compare(*value.value, Decimal{{}, 100, 0}) > 0)
    check.report(codes::diagnose(codes::share_over_100,
                                 in_quotes(indicator.id) + " is a share, and " + value.value->text +
                                     " is over 100",
                                 {}, way_out),
                 value, "value");
}

template <class T>
void check_rank(const T& value, RowCheck& check) {
  if (!value.rank || (*value.rank >= 1 && !value.rank_of)) return;
  if (*value.rank >= 1 && *value.rank <= *value.rank_of) return;
  check.report(codes::diagnose(codes::rank_beyond,
                               *value.rank < 1
                                   ? "ranks begin at 1"
                                   : "rank " + std::to_string(*value.rank) +
                                         " is beyond the last of " + std::to_string(*value.rank_of),
                               {}, "correct one of the two"),
               value, "rank");
}

void check_value(const Indicator& indicator, const IndicatorValue& value, RowCheck& check) {
  check_share(indicator, value, check);
  check_rank(value, check);
  for (const IndicatorAgain& again : value.again) check_rank(again, check);
  for (const IndicatorComparator& other : value.comparators) {
    check_rank(other, check);
    for (const IndicatorAgain& again : other.again) check_rank(again, check);
  }
  if (value.value && value.instead)
    check.report(codes::diagnose(codes::idle_key, "there is a number, and 'instead' of one, too",
                                 {}, "take one of them out"),
                 value, "instead");
  // A field that is written, if only in vain, has a place of its own.
  const Span whole = check.partnership().where(value);
  const auto written = [&](std::string_view field) {
    const Span at = check.partnership().where(value, field);
    return at.begin.line != whole.begin.line || at.begin.column != whole.begin.column;
  };
  if (!value.value && !value.instead && !value.rank && value.printed.empty() && !written("value") &&
      !written("instead") && !written("rank"))
    check.report(codes::diagnose(codes::missing_key, "a value needs 'value' or 'instead'", {},
                                 "say what is printed, or 'instead: not-printed'"),
                 value);
}

/// Of two that are for one period: either the later printing is a revision, or one is a slip.
void check_twice(std::span<const PlacedValue> placed, RowCheck& check) {
  std::map<std::pair<std::pair<std::int32_t, std::int32_t>, Covers>,
           std::vector<const IndicatorValue*>>
      seen;
  for (const PlacedValue& p : placed) {
    if (!p.days) continue;
    auto& same = seen[{{p.days->first().days(), p.days->last().days()}, p.covers}];
    for (const IndicatorValue* other : same) {
      const auto day = [](const IndicatorValue* v) {
        return v->dated ? v->dated->last() : std::nullopt;
      };
      if (day(other) != day(p.value)) continue;
      Diagnostic& d = check.report(
          codes::diagnose(codes::value_twice,
                          "there are two values for " + in_quotes(p.value->period), {},
                          "say when the later one was published ('dated'), put it under 'again', "
                          "or take it out"),
          *p.value, "period");
      check.relate(d, *other, "period", "the other");
      break;
    }
    same.push_back(p.value);
  }
}

void check_overlap(std::vector<PlacedValue> placed, RowCheck& check) {
  std::erase_if(placed, [](const PlacedValue& p) {
    return !p.days || (p.covers != Covers::period && p.covers != Covers::outturn);
  });
  std::ranges::stable_sort(placed, {}, [](const PlacedValue& p) {
    return std::tuple(p.covers, p.days->first(), p.days->last());
  });
  for (std::size_t i = 1; i < placed.size(); ++i) {
    const PlacedValue &early = placed[i - 1], &late = placed[i];
    if (early.covers != late.covers || early.days == late.days ||
        late.days->first() > early.days->last())
      continue;
    // The one that is written later is the one that is said to be wrong.
    const bool in_order = early.value < late.value;
    const PlacedValue &a = in_order ? early : late, &b = in_order ? late : early;
    Diagnostic& d = check.report(
        codes::diagnose(codes::periods_overlap,
                        in_quotes(b.value->period) + " overlaps " + in_quotes(a.value->period), {},
                        "say what each 'covers' (outturn, year-to-date, snapshot), or "
                        "give the one a row of its own"),
        *b.value, "period");
    check.relate(d, *a.value, "period", "the other");
  }
}

void check_rule(const Indicator& indicator, RowCheck& check) {
  if (indicator.rated_by.empty()) return;
  if (find_tolerance(check.partnership(), indicator.rated_by) != nullptr) return;
  std::vector<std::string_view> known;
  for (const ToleranceRule& rule : check.partnership().list<ToleranceRule>())
    known.push_back(rule.id);
  for (const ToleranceRule& rule : named_tolerances()) known.push_back(rule.id);
  const std::string_view near = nearest(indicator.rated_by, known);
  check.report(codes::diagnose(codes::unknown_tolerance,
                               "no tolerance rule is called " + in_quotes(indicator.rated_by), {},
                               near.empty() ? "name one of " + alternatives(known)
                                            : "did you mean '" + std::string(near) + "'?"),
               indicator, "rated-by");
}

/// From each row to the row that it is a part of.
struct PartCircles {
  std::vector<std::optional<std::size_t>> closing;
};

PartCircles part_circles(std::span<const Indicator> rows) {
  const RowsById by_id(rows);
  RowEdges edges(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const auto whole = rows[i].part_of ? by_id.find(rows[i].part_of.id) : std::nullopt)
      edges[i].push_back(*whole);
  return {closing_rows(edges)};
}

}  // namespace

void check_indicator(const Indicator& indicator, RowCheck& check) {
  const std::vector<NamedPeriod>& names = check.once([&] { return names_of(check.partnership()); });
  check_rule(indicator, check);
  if (check.once(part_circles).closing[check.index()])
    check.report(
        codes::diagnose(codes::circle_of_rows, in_quotes(indicator.id) + " is a part of itself", {},
                        "one of them must be the whole: take out its 'part-of'"),
        indicator, "part-of");
  if (indicator.per && *indicator.per < 1)
    check.report(
        codes::diagnose(codes::bad_value, "a rate is for each 1 or more", {}, "write 'per: 10000'"),
        indicator, "per");
  std::vector<PlacedValue> placed;
  for (const IndicatorValue& value : indicator.values) {
    check_period(indicator, value, value.period, "period", names, check);
    check_period(indicator, value, value.since, "since", names, check);
    check_value(indicator, value, check);
    for (const IndicatorComparator& other : value.comparators)
      check_period(indicator, other, other.period, "period", names, check);
    const auto days = days_of_period(value.period, indicator.basis, names);
    placed.push_back({&value, days, covers_of(indicator, value, days)});
  }
  for (const IndicatorTarget& target : indicator.targets)
    check_period(indicator, target, target.from, "from", names, check);
  for (const IndicatorDefinition& definition : indicator.definitions)
    check_period(indicator, definition, definition.from, "from", names, check);
  for (const IndicatorClaim& claim : indicator.claims) {
    check_period(indicator, claim, claim.of, "of", names, check);
    check_period(indicator, claim, claim.since, "since", names, check);
  }
  check_twice(placed, check);
  check_overlap(std::move(placed), check);
}

}  // namespace safegov::internal
