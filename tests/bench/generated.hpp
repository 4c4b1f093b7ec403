// A partnership of any size, as real ones are, the same every time.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <safegov/partnership.hpp>

namespace safegov::bench {

inline const DateRange three_years{Date(2019, 4, 1), Date(2022, 3, 31)};

/// Plans of 30 actions and 60 promises over three years. Six in ten are due in a month, one in a
/// quarter, three on a day; one in fifty has no day. Two in three have come in, a quarter of those
/// late; about one in two hundred was extended, waived or came in parts.
class Generator {
 public:
  Partnership partnership_of(std::size_t plans) {
    parts_.arrangements = {.id = "generated", .name = "Generated", .top = {"body-0"}};
    for (int i = 0; i < 12; ++i)
      parts_.arrangements.bodies.push_back({"body-" + std::to_string(i)});
    for (std::size_t p = 0; p < plans; ++p) add_plan(p);
    return Partnership::make(std::move(parts_)).value();
  }

 private:
  void add_plan(std::size_t number) {
    Plan plan{.id = "bp-" + std::to_string(number), .title = "Plan " + std::to_string(number)};
    for (std::size_t o = 1; o <= 15; ++o) {
      Objective objective{.no = std::to_string(o), .text = "Objective of " + plan.title};
      for (std::size_t a = 1; a <= 2; ++a) {
        Action action{.no = objective.no + "." + std::to_string(a),
                      .text = "Review " + std::to_string(promises_)};
        action.lead = body(promises_ / 2);
        for (std::size_t i = 0; i < 2; ++i)
          add_promise(action, plan.id + "/" + action.no + "/", "report-" + std::to_string(i));
        objective.actions.push_back(std::move(action));
      }
      plan.objectives.push_back(std::move(objective));
    }
    parts_.plans.push_back(std::move(plan));
  }

  void add_promise(Action& action, const std::string& path, const std::string& id) {
    const std::string what = "Report " + std::to_string(promises_);
    const Date day = add_days(three_years.first(), up_to(three_years.length()));
    const int form = up_to(100);
    action.promises.push_back({.id = id, .what = what, .to = body(++promises_)});
    std::string& due = action.promises.back().due;
    if (form < 2) {
      due = form == 0 ? "ongoing" : "";
      return;
    }
    const std::string month(months[static_cast<std::size_t>(day.month()) - 1]);
    const std::string year = std::to_string(day.year());
    Date last = day;
    if (form < 60) {
      due = month + " " + year;
      last = end_of_month(day.year(), day.month());
    } else if (form < 70) {
      const int ends = (day.month() + 2) / 3 * 3;
      const int begins = day.year() - (ends == 3 ? 1 : 0);  // of the financial year
      due = "Q" + std::to_string((ends + 6) % 12 / 3 + 1) + " " + std::to_string(begins) + "/" +
            std::to_string((begins + 1) % 100);
      last = end_of_month(day.year(), ends);
    } else {
      due = std::to_string(day.day()) + " " + month + " " + year;
    }
    add_records(path + id, last);
  }

  void add_records(const std::string& about, Date last) {
    const int fate = up_to(1000);
    if (fate < 3) {
      record(RecordKind::extended, about, add_days(last, -up_to(30)));
      parts_.records.back().until = iso(add_days(last, 30 + up_to(60)));
    } else if (fate < 5) {
      record(fate == 3 ? RecordKind::waived : RecordKind::partly_received, about,
             add_days(last, -up_to(30)));
    }
    if (fate >= 670) return;
    const bool late = up_to(4) == 0;
    record(RecordKind::received, about, add_days(last, late ? 1 + up_to(60) : -up_to(30)));
  }

  void record(RecordKind kind, const std::string& about, Date date) {
    Record& added = parts_.records.emplace_back();
    added.event = {.kind = kind, .about = about};
    added.date = date;
  }

  static Date end_of_month(int year, int month) {
    return add_days(month == 12 ? Date(year + 1, 1, 1) : Date(year, month + 1, 1), -1);
  }

  BodyRef body(std::size_t n) const { return {parts_.arrangements.bodies[n % 12].id}; }

  /// Less than n, by a linear congruence: the same numbers everywhere.
  int up_to(int n) {
    seed_ = seed_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<int>((seed_ >> 33U) % static_cast<std::uint64_t>(n));
  }

  static constexpr std::string_view months[] = {"Jan",  "Feb", "March", "April", "May", "June",
                                                "July", "Aug", "Sept",  "Oct",   "Nov", "Dec"};
  Partnership::Parts parts_;
  std::size_t promises_ = 0;
  std::uint64_t seed_ = 1;
};

}  // namespace safegov::bench
