// How often: the vocabulary of terms of reference and plans, and even stretches counted from it.
// SPDX-License-Identifier: Apache-2.0

#include "base/cadence.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <ostream>
#include <stdexcept>

#include "base/written_days.hpp"

namespace safegov {
namespace internal {
namespace {

using Kind = Cadence::Kind;

Cadence cadence(Kind kind, int step, int least, int most) {
  return {.text = {}, .kind = kind, .step = step, .least = least, .most = most, .stretch = {}};
}

struct Named {
  std::string_view phrase;
  Kind kind;
  int step;
  int least;
  int most;
};

// Words that say it all by themselves. Where one phrase begins another, the longer stands first.
constexpr std::array<Named, 40> vocabulary = {{
    {"daily", Kind::every_days, 1, 365, 365},
    {"weekly", Kind::every_days, 7, 52, 52},
    {"fortnightly", Kind::every_days, 14, 26, 26},
    {"monthly", Kind::every_months, 1, 12, 12},
    {"quarterly", Kind::every_months, 3, 4, 4},
    {"half yearly", Kind::every_months, 6, 2, 2},
    {"bi annually", Kind::every_months, 6, 2, 2},
    {"bi annual", Kind::every_months, 6, 2, 2},
    {"biannually", Kind::every_months, 6, 2, 2},
    {"biannual", Kind::every_months, 6, 2, 2},
    {"annually", Kind::every_months, 12, 1, 1},
    {"annual", Kind::every_months, 12, 1, 1},
    {"yearly", Kind::every_months, 12, 1, 1},
    {"biennially", Kind::every_months, 24, 0, 1},
    {"biennial", Kind::every_months, 24, 0, 1},
    {"half termly", Kind::per_year, 0, 6, 6},
    {"termly", Kind::termly, 0, 3, 3},
    // Twice a month or every second month; twice a week or every second week.
    {"bi monthly", Kind::ambiguous, 0, 6, 24},
    {"bimonthly", Kind::ambiguous, 0, 6, 24},
    {"bi weekly", Kind::ambiguous, 0, 26, 104},
    {"biweekly", Kind::ambiguous, 0, 26, 104},
    {"as and when required", Kind::irregular, 0, 0, 0},
    {"as and when needed", Kind::irregular, 0, 0, 0},
    {"as and when", Kind::irregular, 0, 0, 0},
    {"as required", Kind::irregular, 0, 0, 0},
    {"as needed", Kind::irregular, 0, 0, 0},
    {"as necessary", Kind::irregular, 0, 0, 0},
    {"when required", Kind::irregular, 0, 0, 0},
    {"when needed", Kind::irregular, 0, 0, 0},
    {"if required", Kind::irregular, 0, 0, 0},
    {"regularly", Kind::irregular, 0, 0, 0},
    {"regular", Kind::irregular, 0, 0, 0},
    {"periodically", Kind::irregular, 0, 0, 0},
    {"periodic", Kind::irregular, 0, 0, 0},
    {"from time to time", Kind::irregular, 0, 0, 0},
    {"ad hoc", Kind::irregular, 0, 0, 0},
    {"occasionally", Kind::irregular, 0, 0, 0},
    {"occasional", Kind::irregular, 0, 0, 0},
    {"frequently", Kind::irregular, 0, 0, 0},
    {"frequent", Kind::irregular, 0, 0, 0},
}};

enum class Unit : std::uint8_t { day, week, fortnight, month, quarter, term, year };

std::optional<Unit> take_unit(Cursor& cursor) {
  cursor.take_any({"school", "financial", "academic", "calendar"});
  if (cursor.take_any({"days", "day"})) return Unit::day;
  if (cursor.take_any({"weeks", "week"})) return Unit::week;
  if (cursor.take_any({"fortnights", "fortnight"})) return Unit::fortnight;
  if (cursor.take_any({"months", "month"})) return Unit::month;
  if (cursor.take_any({"quarters", "quarter"})) return Unit::quarter;
  if (cursor.take_any({"terms", "term"})) return Unit::term;
  if (cursor.take_any({"years", "year", "annum"})) return Unit::year;
  return {};
}

// `monthly` as a unit: `six monthly`, `twice yearly`
std::optional<Unit> take_adverb(Cursor& cursor) {
  if (cursor.take("weekly")) return Unit::week;
  if (cursor.take("monthly")) return Unit::month;
  if (cursor.take("termly")) return Unit::term;
  if (cursor.take_any({"yearly", "annually", "annual"})) return Unit::year;
  return {};
}

int per_year(Unit unit) {
  switch (unit) {
    case Unit::day:
      return 365;
    case Unit::week:
      return 52;
    case Unit::fortnight:
      return 26;
    case Unit::month:
      return 12;
    case Unit::quarter:
      return 4;
    case Unit::term:
      return 3;
    case Unit::year:
      return 1;
  }
  return 1;
}

// every two months, every six weeks, every other term
std::optional<Cadence> every(int count, Unit unit) {
  if (count < 1) return {};
  const int least = per_year(unit) / count;
  const int most = (per_year(unit) + count - 1) / count;
  switch (unit) {
    case Unit::day:
      return cadence(Kind::every_days, count, least, most);
    case Unit::week:
      return cadence(Kind::every_days, 7 * count, least, most);
    case Unit::fortnight:
      return cadence(Kind::every_days, 14 * count, least, most);
    case Unit::month:
      return cadence(Kind::every_months, count, least, most);
    case Unit::quarter:
      return cadence(Kind::every_months, 3 * count, least, most);
    case Unit::year:
      return cadence(Kind::every_months, 12 * count, least, most);
    case Unit::term:
      break;
  }
  return cadence(count == 1 ? Kind::termly : Kind::per_year, 0, least, most);
}

// Three times a year is every four months; eight times has no even spacing in months.
std::optional<Cadence> times(int least, int most, Unit unit) {
  constexpr int most_a_year = 366;
  if (least == 1 && most == 1) return every(1, unit);
  least *= per_year(unit);
  most *= per_year(unit);
  if (least < 1 || most < least || most > most_a_year) return {};
  const bool even = least == most && 12 % least == 0 && unit != Unit::term;
  return even ? cadence(Kind::every_months, 12 / least, least, most)
              : cadence(Kind::per_year, 0, least, most);
}

std::optional<Cadence> take_named(Cursor& cursor) {
  for (const Named& named : vocabulary) {
    if (cursor.take_phrase(named.phrase)) {
      return cadence(named.kind, named.step, named.least, named.most);
    }
  }
  return {};
}

// every two months, each term, once every other week
std::optional<Cadence> take_every(Cursor& cursor) {
  const auto every_word = cursor.take_any(
      {"once every", "once in every", "once in each", "once each", "every", "each"});
  if (!every_word) return {};
  int count = 1;
  if (cursor.take_any({"other", "second", "alternate"})) {
    count = 2;
  } else if (cursor.take("third")) {
    count = 3;
  } else if (const auto written = take_count(cursor)) {
    count = *written;
  }
  const auto unit = take_unit(cursor);
  return unit ? every(count, *unit) : std::nullopt;
}

// six monthly, 6-weekly
std::optional<Cadence> take_every_adverb(Cursor& cursor) {
  const auto count = take_count(cursor);
  if (!count) return {};
  cursor.take("-");
  // Not `annual`: two annual reports are not one every other year.
  if (cursor.peek().lower.starts_with("annual")) return {};
  const auto unit = take_adverb(cursor);
  return unit ? every(*count, *unit) : std::nullopt;
}

std::optional<int> take_times_count(Cursor& cursor) {
  if (cursor.take("once")) return 1;
  if (cursor.take("twice")) return 2;
  if (cursor.take("thrice")) return 3;
  return take_count(cursor);
}

// Reports 3 times per year [002]; eight times per year; between 4 and 6 meetings a year
std::optional<Cadence> take_times(Cursor& cursor) {
  cursor.take("between");
  const auto least = take_times_count(cursor);
  if (!least) return {};
  auto most = least;
  if (cursor.take_any({"to", "or", "and", "-"})) most = take_times_count(cursor);
  if (!most) return {};
  cursor.take_any({"times", "x", "meetings", "reports", "updates", "reviews"});
  if (const auto unit = take_adverb(cursor)) return times(*least, *most, *unit);
  if (!cursor.take_any({"in every", "in each", "in a", "per", "every", "each", "a"})) return {};
  const auto unit = take_unit(cursor);
  return unit ? times(*least, *most, *unit) : std::nullopt;
}

// `at least quarterly` may be more often, `up to 4 times a year` less often and in no even steps.
void limit_below(Cadence& cadence) { cadence.most = 0; }
void limit_above(Cadence& cadence) {
  cadence.kind = Kind::per_year;
  cadence.step = 0;
  cadence.least = 0;
}

std::optional<Cadence> take_how_often(Cursor& cursor) {
  for (const auto form : {take_every, take_every_adverb, take_times, take_named}) {
    if (auto found = attempt(cursor, form)) return found;
  }
  return {};
}

// What may follow without changing how often: `quarterly reports`, `on a monthly basis`.
void skip_nouns(Cursor& cursor) {
  cursor.take_any({"progress", "written", "verbal", "board"});
  cursor.take_any({"reports", "report", "reporting", "updates", "update", "meetings", "meeting",
                   "reviews", "review", "returns", "return", "basis"});
}

std::optional<CadenceStretch> whole(const std::optional<WrittenRange>& written) {
  if (!written) return {};
  if (!written->range) return CadenceStretch{{}, {}, written->why_not};
  return CadenceStretch{written->range->first(), written->range->last(), {}};
}

// A day, a month or a year, as one range.
std::optional<WrittenRange> take_single(Cursor& cursor) {
  if (const auto day = take_day(cursor)) {
    if (!day->date) return WrittenRange{{}, day->why_not};
    return WrittenRange{DateRange(*day->date), {}};
  }
  const auto month = attempt(cursor, [](Cursor& at) {
    auto found = take_month(at);
    const bool exists =
        found && found->year && *found->year >= 1400 && found->month >= 1 && found->month <= 12;
    return exists ? found : std::nullopt;
  });
  if (month) return WrittenRange{month_of(*month->year, month->month), {}};
  const auto label = take_year_label(cursor);
  if (label) return WrittenRange{range_of(*label, YearBasis::financial), {}};
  return {};
}

}  // namespace

std::optional<Cadence> take_cadence(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<Cadence> {
    const Cursor start = at;
    at.take_any({"on a", "on an"});
    const bool below = at.take_any({"at least", "a minimum of", "minimum of", "minimum",
                                    "no less than", "not less than", "no fewer than"})
                           .has_value();
    const bool above = !below && at.take_any({"up to", "at most", "a maximum of", "maximum of",
                                              "no more than", "not more than"})
                                     .has_value();
    auto found = take_how_often(at);
    if (!found) return {};
    skip_nouns(at);
    const bool more = at.take_any({"or more often", "or more frequently", "or more", "as a minimum",
                                   "at a minimum", "at least", "minimum"})
                          .has_value();
    if (below || more) limit_below(*found);
    if (above) limit_above(*found);
    found->text = std::string(at.written_since(start));
    return found;
  });
}

std::optional<CadenceStretch> take_cadence_stretch(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<CadenceStretch> {
    if (at.peek().is(",") || at.peek().is(":")) at.skip();
    if (const auto range = take_range(at)) return whole(range);
    const auto lead = at.take_any({"from", "starting in", "starting on", "starting", "beginning in",
                                   "beginning", "commencing in", "commencing"});
    if (lead) {
      const auto first = whole(take_single(at));
      return first ? std::optional(CadenceStretch{first->from, {}, first->why_not}) : std::nullopt;
    }
    if (at.take_any({"until", "till", "up to", "to"})) {
      at.take_any({"the end of", "end of"});
      const auto last = whole(take_single(at));
      return last ? std::optional(CadenceStretch{{}, last->until, last->why_not}) : std::nullopt;
    }
    at.take_any({"during", "in", "over", "throughout", "across", "for"});
    return whole(take_single(at));
  });
}

}  // namespace internal

std::optional<Cadence> parse_cadence(std::string_view text) {
  text = internal::trim(text);
  if (text.size() > internal::longest_text) return {};
  const internal::Words words(text);
  for (internal::Cursor cursor = words.begin(); !cursor.at_end(); cursor.skip()) {
    auto cadence = internal::take_cadence(cursor);
    if (!cadence) continue;
    cadence->text = std::string(text);
    const auto stretch = internal::take_cadence_stretch(cursor);
    if (stretch && stretch->from && stretch->until) {
      cadence->stretch = DateRange(*stretch->from, *stretch->until);
    }
    return cadence;
  }
  return {};
}

DateRange occurrence(const Cadence& cadence, Date anchor, int k) {
  const bool in_months = cadence.kind == Cadence::Kind::every_months;
  const bool in_days = cadence.kind == Cadence::Kind::every_days;
  if ((!in_months && !in_days) || cadence.step < 1) {
    throw std::invalid_argument("the cadence '" + cadence.text + "' has no step");
  }
  if (k < 0) throw std::invalid_argument("there is no occurrence '" + std::to_string(k) + "'");
  const std::int64_t next = (std::int64_t{k} + 1) * cadence.step;
  if (next > std::numeric_limits<int>::max()) {
    throw std::invalid_argument("occurrence '" + std::to_string(k) + "' lies past the year 9999");
  }
  const int end = static_cast<int>(next);
  const auto move = in_months ? add_months : add_days;
  return {move(anchor, end - cadence.step), add_days(move(anchor, end), -1)};
}

std::string_view to_string(Cadence::Kind kind) noexcept {
  switch (kind) {
    case Cadence::Kind::every_days:
      return "every_days";
    case Cadence::Kind::every_months:
      return "every_months";
    case Cadence::Kind::per_year:
      return "per_year";
    case Cadence::Kind::termly:
      return "termly";
    case Cadence::Kind::ambiguous:
      return "ambiguous";
    case Cadence::Kind::irregular:
      return "irregular";
  }
  return "irregular";
}

std::ostream& operator<<(std::ostream& out, const Cadence& cadence) {
  out << cadence.text << " (" << to_string(cadence.kind);
  if (cadence.step > 0) out << ", step " << std::to_string(cadence.step);
  if (cadence.stretch) out << ", " << *cadence.stretch;
  return out << ")";
}

}  // namespace safegov
