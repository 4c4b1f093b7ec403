// Reads a calendar's table and reports everything that is wrong with it in one pass.
// SPDX-License-Identifier: Apache-2.0

#include "base/calendar_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "base/codes.hpp"
#include "base/words.hpp"

namespace safegov::internal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A `#` begins a comment at the start of a line or after a space, so that a name may hold one.
std::string_view without_comment(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  }
  return line;
}

std::optional<int> parse_year(std::string_view text) {
  const auto first = parse_date(std::string(text) + "-01-01");
  return first ? std::optional(first->year()) : std::nullopt;
}

std::optional<Weekday> parse_weekday(std::string_view text) {
  for (int day = 0; day < 7; ++day) {
    if (lower(text) == to_string(static_cast<Weekday>(day))) return static_cast<Weekday>(day);
  }
  return {};
}

class CalendarReader {
 public:
  CalendarReader(std::string_view text, std::string name)
      : source_(std::make_shared<const Source>(Source{std::move(name), std::string(text)})) {}

  CalendarText read() {
    std::string_view rest = source_->text();
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      line_ = rest.substr(0, end);
      ++number_;
      read_line(trim(without_comment(line_)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    check_whole();
    return std::move(found_);
  }

 private:
  using Heading = void (CalendarReader::*)(std::string_view);
  struct Dated {
    Holiday holiday;
    Span where;
  };

  Span span_of(std::string_view words) const {
    const auto column = static_cast<std::uint32_t>(words.data() - line_.data()) + 1;
    return {source_, {number_, column}, static_cast<std::uint32_t>(words.size())};
  }

  void report(Span where, std::string message, std::string help,
              std::vector<Related> related = {}) {
    found_.problems.push_back({.code = std::string(codes::bad_calendar.id),
                               .message = std::move(message),
                               .where = std::move(where),
                               .related = std::move(related),
                               .help = std::move(help)});
  }

  void read_line(std::string_view line) {
    if (line.empty()) return;
    const std::size_t colon = line.find(':');
    if (is_digit(line.front())) {
      read_holiday(line);
    } else if (colon != std::string_view::npos) {
      read_heading(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
    } else {
      report(span_of(line), "'" + std::string(line) + "' is neither a heading nor a holiday",
             "write 'covers: 2012 to 2028' or '2019-12-25 Christmas Day'");
    }
  }

  void read_holiday(std::string_view line) {
    const std::string_view day = line.substr(0, line.find_first_of(" \t"));
    const std::string_view name = trim(line.substr(day.size()));
    const auto date = parse_date(day);
    if (!date) {
      report(span_of(day), "'" + std::string(day) + "' is no day", "write a day as 2019-12-25");
    } else if (name.empty()) {
      report(span_of(day), "the holiday '" + std::string(day) + "' has no name",
             "say after the date what day it is");
    } else {
      add_holiday({{*date, std::string(name)}, span_of(day)});
    }
  }

  void add_holiday(Dated dated) {
    const auto [known, is_new] = places_.try_emplace(dated.holiday.date, dated.where);
    if (!is_new) {
      report(dated.where, "the holiday '" + iso(dated.holiday.date) + "' is listed twice",
             "leave one of the two out", {{known->second, "first listed here"}});
      return;
    }
    dated_.push_back(std::move(dated));
  }

  void read_heading(std::string_view heading, std::string_view value) {
    static constexpr std::array<std::pair<std::string_view, Heading>, 5> headings = {{
        {"calendar", &CalendarReader::read_id},
        {"covers", &CalendarReader::read_covers},
        {"provisional from", &CalendarReader::read_provisional},
        {"source", &CalendarReader::read_source},
        {"weekend", &CalendarReader::read_weekend},
    }};
    const auto known =
        std::ranges::find(headings, heading, &std::pair<std::string_view, Heading>::first);
    if (known == headings.end()) {
      report(span_of(heading), "no heading is called '" + std::string(heading) + "'",
             "the headings are 'calendar', 'covers', 'provisional from', 'source' and 'weekend'");
      return;
    }
    const auto [first, is_new] = headings_.try_emplace(known->first, span_of(heading));
    if (!is_new) {
      report(span_of(heading), "the heading '" + std::string(heading) + "' is given twice",
             "leave one of the two out", {{first->second, "first given here"}});
      return;
    }
    (this->*known->second)(value);
  }

  void read_id(std::string_view value) {
    found_.id = std::string(value);
    if (value.empty() || value.find_first_of(" \t") != std::string_view::npos) {
      report(span_of(value), "'" + std::string(value) + "' cannot be a calendar's id",
             "write one word, such as 'england-and-wales'");
    }
  }

  void read_covers(std::string_view value) {
    const std::string_view first = value.substr(0, value.find_first_of(" \t"));
    std::string_view rest = trim(value.substr(first.size()));
    const bool joined = rest.starts_with("to ");
    if (joined) rest = trim(rest.substr(3));
    const auto from = parse_year(first);
    const auto to = joined ? parse_year(rest) : rest.empty() ? from : std::nullopt;
    if (!from || !to) {
      report(span_of(value), "'" + std::string(value) + "' does not say which years are covered",
             "write two years, such as '2012 to 2028'");
    } else if (*to < *from) {
      report(span_of(value), "the years '" + std::string(value) + "' end before they begin",
             "write the earlier year first");
    } else {
      found_.covers = DateRange(Date(*from, 1, 1), Date(*to, 12, 31));
    }
  }

  void read_provisional(std::string_view value) {
    found_.provisional_from = parse_date(value);
    if (!found_.provisional_from) {
      report(span_of(value), "'" + std::string(value) + "' is no day", "write a day as 2027-01-01");
    }
  }

  // For people: where the days were taken from.
  void read_source(std::string_view) {}

  void read_weekend(std::string_view value) {
    found_.weekend.clear();
    while (!value.empty()) {
      const std::size_t end = std::min(value.find(','), value.size());
      const std::string_view word = trim(value.substr(0, end));
      const auto day = parse_weekday(word);
      if (day) {
        found_.weekend.push_back(*day);
      } else {
        report(span_of(word), "'" + std::string(word) + "' is no weekday",
               "write days in full, such as 'saturday, sunday'");
      }
      value.remove_prefix(std::min(end + 1, value.size()));
    }
    if (std::set(found_.weekend.begin(), found_.weekend.end()).size() == 7) {
      report(headings_.at("weekend"), "every day is at the weekend", "leave a weekday out");
    }
  }

  // What can only be said once all lines are known, put in its place by line.
  void check_whole() {
    const Span top = {source_, {1, 1}, 0};
    if (!headings_.contains("calendar")) {
      report(top, "the heading 'calendar' is missing",
             "name the calendar, such as 'calendar: england-and-wales'");
    }
    if (!headings_.contains("covers")) {
      report(top, "the heading 'covers' is missing",
             "add the years, such as 'covers: 2012 to 2028'");
    }
    if (found_.covers) check_covered(*found_.covers);
    for (Dated& dated : dated_) found_.holidays.push_back(std::move(dated.holiday));
    std::ranges::stable_sort(found_.problems, {},
                             [](const Diagnostic& problem) { return problem.where.begin; });
  }

  void check_covered(const DateRange& covers) {
    const std::string years = "'" + std::to_string(covers.first().year()) + " to " +
                              std::to_string(covers.last().year()) + "'";
    for (const Dated& dated : dated_) {
      if (!covers.contains(dated.holiday.date)) {
        report(dated.where, "the holiday '" + iso(dated.holiday.date) + "' lies outside " + years,
               "correct the date, or the years after 'covers'");
      }
    }
    if (found_.provisional_from && !covers.contains(*found_.provisional_from)) {
      report(headings_.at("provisional from"),
             "'provisional from' is '" + iso(*found_.provisional_from) + "', which lies outside " +
                 years,
             "name a day that is covered, or leave the line out if all is settled");
    }
  }

  std::shared_ptr<const Source> source_;
  std::string_view line_;
  std::uint32_t number_ = 0;
  CalendarText found_;
  std::vector<Dated> dated_;
  std::map<Date, Span> places_;
  std::map<std::string_view, Span> headings_;
};

}  // namespace

CalendarText read_calendar(std::string_view text, std::string name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return CalendarReader(text, std::move(name)).read();
}

}  // namespace safegov::internal
