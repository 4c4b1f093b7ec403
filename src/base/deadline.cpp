// Takes a text apart into deadlines.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>
#include <utility>

#include <safegov/deadline.hpp>

#include "base/clock_words.hpp"
#include "base/deadline_forms.hpp"
#include "base/reading.hpp"
#include "base/recurrence.hpp"
#include "base/words.hpp"
#include "base/written_days.hpp"

namespace safegov {
namespace {

using internal::Cursor;
using internal::in_quotes;
using internal::precision_of_stretch;
using internal::Reading;
using internal::stretch_in_words;
using Problem = DeadlineProblem::Kind;

/// Reads a text from its beginning to its end, deadline by deadline.
class DeadlineReader {
 public:
  DeadlineReader(std::string_view text, const DeadlineContext& context)
      : words_(text), context_(context) {}

  Deadlines read() {
    Cursor cursor = words_.begin();
    while (skip_to_start(cursor) && found_.deadlines.size() <= internal::most_deadlines) {
      read_one(cursor);
    }
    return std::move(found_);
  }

 private:
  // Past what stands between deadlines, and the dash of a list item. False at the end.
  static bool skip_to_start(Cursor& cursor) {
    while (internal::skip_separators(cursor) || cursor.take("-")) continue;
    return !cursor.at_end();
  }

  static std::string_view take_until_space(Cursor& cursor) {
    const Cursor start = cursor;
    do cursor.skip();
    while (!cursor.at_end() && !cursor.peek().spaced);
    return cursor.written_since(start);
  }

  // `bmg of Oct 2019`: the body whose meeting it is, for this deadline and those listed after it.
  void take_body(Cursor& cursor) {
    if (!context_.is_body || cursor.at_end()) return;
    Cursor end = cursor;
    const std::string_view id = take_until_space(end);
    if (!end.take("of") || !context_.is_body(id)) return;
    body_ = id;
    cursor = end;
  }

  // `rapid-review from 14 October 2019`, where a clock is called that.
  std::optional<Reading> take_clock(Cursor& cursor) {
    if (!context_.clock) return {};
    Cursor end = cursor;
    const auto words = internal::take_clock_words(end);
    if (!words) return {};
    const bool days = words->why_not.empty();
    auto counted = context_.clock(words->clock, days ? words->from : std::vector<NamedDay>());
    if (!counted) return {};
    cursor = end;
    body_ = {};
    if (!days) return internal::impossible(words->why_not);
    if (counted->range) return internal::dated(*counted->range, Precision::range);
    return Reading{.problem = std::move(counted->problem)};
  }

  void read_one(Cursor& cursor) {
    const Cursor start = cursor;
    auto reading = take_clock(cursor);
    if (!reading) {
      take_body(cursor);
      reading = internal::read_form(cursor, context_);
    }
    if (reading && take_conditions(cursor, *reading) && at_boundary(cursor)) {
      add(start, cursor, std::move(*reading));
      return;
    }
    if (read_no_body(start, cursor)) return;
    // The words are kept, up to where another deadline follows.
    cursor = start;
    cursor.skip();
    internal::skip_to_next_deadline(cursor, context_);
    const auto words = in_quotes(cursor.written_since(start));
    add(start, cursor,
        internal::unresolved(words + " cannot be read as a deadline",
                             "write a day, a month or a period, such as '30 June 2019', "
                             "'June 2019' or 'Q1 2019/20'"));
  }

  // `bgm of Oct 2019`: everything but the body can be read.
  bool read_no_body(const Cursor& start, Cursor& cursor) {
    if (!context_.is_body) return false;
    Cursor end = start;
    const std::string_view id = take_until_space(end);
    if (!end.take("of")) return false;
    const auto reading = internal::read_form(end, context_);
    if (!reading || reading->kind != DeadlineKind::dated || !at_boundary(end)) return false;
    cursor = end;
    add(start, cursor,
        internal::trouble(Problem::no_body, "no body is called " + in_quotes(id),
                          "write the id of the body that meets"));
    return true;
  }

  [[nodiscard]] bool at_boundary(const Cursor& cursor) const {
    Cursor after = cursor;
    return cursor.at_end() || internal::skip_separators(after) ||
           internal::at_date(cursor, context_);
  }

  // `September 2014 (website permitting)` [expydoc]; `March 2015 as per training strategy`. False
  // if a bracket is never closed.
  bool take_conditions(Cursor& cursor, Reading& reading) const {
    while (true) {
      const Cursor start = cursor;
      std::string_view condition;
      if (cursor.peek().is("(")) {
        if (!take_bracket(cursor)) return false;
        condition = cursor.written_since(start);
        condition = internal::trim(condition.substr(1, condition.size() - 2));
      } else if (cursor.take_any({"as per", "subject to", "depending on", "dependent on",
                                  "conditional on", "provided", "unless", "if", "pending"})) {
        internal::skip_to_next_deadline(cursor, context_);
        condition = cursor.written_since(start);
      } else if (cursor.take_any({"provisionally", "provisional", "tentative", "tbc"})) {
        condition = cursor.written_since(start);
      } else {
        return true;
      }
      if (!reading.condition.empty() && !condition.empty()) reading.condition += "; ";
      reading.condition += condition;
    }
  }

  static bool take_bracket(Cursor& cursor) {
    int depth = 0;
    for (; !cursor.at_end(); cursor.skip()) {
      if (cursor.peek().is("(")) ++depth;
      if (cursor.peek().is(")") && --depth == 0) {
        cursor.skip();
        return true;
      }
    }
    return false;
  }

  void add(const Cursor& start, const Cursor& end, Reading reading) {
    const std::string words(end.written_since(start));
    if (!body_.empty() && reading.kind == DeadlineKind::dated && !reading.recurring)
      found_.bound.push_back({found_.deadlines.size(), std::string(body_)});
    if (reading.recurring) {
      auto recurrence = internal::recur(*reading.recurring, context_);
      if (!recurrence.problem) {
        add_stretches(words, reading, recurrence.stretches);
        return;
      }
      reading.problem = std::move(recurrence.problem);
    }
    if (reading.problem) {
      reading.problem->text = words;
      found_.problems.push_back(std::move(*reading.problem));
    }
    found_.deadlines.push_back(
        {words, reading.kind, reading.precision, reading.range, std::move(reading.condition)});
  }

  // `quarterly` over a year becomes `Apr 2019 to Jun 2019` and so on, each of which reads as itself
  // again: one stretch whose days are written keeps its words.
  void add_stretches(const std::string& words, const Reading& reading,
                     const std::vector<DateRange>& stretches) {
    const internal::Recurring& recurring = *reading.recurring;
    const bool termly = recurring.cadence.kind == Cadence::Kind::termly;
    const bool written = recurring.stretch.from && recurring.stretch.until;
    for (const DateRange& stretch : stretches) {
      const bool kept = written && stretches.size() == 1;
      const Precision precision = termly ? Precision::term : precision_of_stretch(stretch);
      found_.deadlines.push_back({kept ? words : stretch_in_words(stretch), DeadlineKind::dated,
                                  precision, stretch, reading.condition});
    }
  }

  internal::Words words_;
  const DeadlineContext& context_;
  std::string_view body_;  // whose meetings the deadlines are bound to
  Deadlines found_;
};

// A text that was not taken apart, as one deadline.
Deadlines whole(std::string_view text, Problem kind, std::string message, std::string help) {
  const std::string words(text);
  return {{Deadline{.text = words}}, {{kind, words, std::move(message), std::move(help)}}, {}};
}

}  // namespace

Deadlines parse_deadlines(std::string_view text, const DeadlineContext& context) {
  text = internal::trim(text);
  if (text.size() > internal::longest_text) {
    return whole(text, Problem::unresolved,
                 "a text of " + std::to_string(text.size()) + " bytes is too long for a deadline",
                 "keep it below " + std::to_string(internal::longest_text) + " bytes");
  }
  Deadlines found = DeadlineReader(text, context).read();
  if (found.deadlines.size() <= internal::most_deadlines) return found;
  return whole(text, Problem::endless,
               in_quotes(text) + " comes to more than " + std::to_string(internal::most_deadlines) +
                   " dates",
               "write fewer dates, or a longer spacing");
}

std::optional<Date> parse_day(std::string_view text) {
  text = internal::trim(text);
  if (text.size() > internal::longest_text) return {};
  const internal::Words words(text);
  Cursor cursor = words.begin();
  const auto day = internal::take_day(cursor);
  return day && cursor.at_end() ? day->date : std::nullopt;
}

std::string_view to_string(DeadlineKind kind) noexcept {
  switch (kind) {
    case DeadlineKind::undated:
      return "undated";
    case DeadlineKind::dated:
      return "dated";
    case DeadlineKind::open:
      return "open";
    case DeadlineKind::unresolved:
      return "unresolved";
  }
  return "unresolved";
}

std::string_view to_string(Precision precision) noexcept {
  switch (precision) {
    case Precision::none:
      return "none";
    case Precision::day:
      return "day";
    case Precision::month:
      return "month";
    case Precision::quarter:
      return "quarter";
    case Precision::season:
      return "season";
    case Precision::term:
      return "term";
    case Precision::part:
      return "part";
    case Precision::year:
      return "year";
    case Precision::range:
      return "range";
  }
  return "none";
}

std::ostream& operator<<(std::ostream& out, const Deadline& deadline) {
  out << deadline.text << " (" << to_string(deadline.kind);
  if (deadline.range) out << " " << *deadline.range;
  if (!deadline.condition.empty()) out << ", " << deadline.condition;
  return out << ")";
}

}  // namespace safegov
