// Answers about working days, for other people's program to judge (check_working_days.py).
// SPDX-License-Identifier: Apache-2.0
//
// Prints the years that the calendar covers; then, for every day of them, the day, whether it is
// worked, and the days so many working days after it that stand on the command line, `-` for one
// outside the table.

#include <cstdlib>
#include <iostream>
#include <vector>

#include <safegov/calendar.hpp>

using namespace safegov;

int main(int count, char** words) {
  const Calendar& calendar = Calendar::england_and_wales();
  const DateRange years = calendar.covers();
  std::cout << years.first() << ' ' << years.last() << '\n';
  std::vector<int> steps;
  for (int i = 1; i < count; ++i) steps.push_back(std::atoi(words[i]));
  for (Date day = years.first(); day <= years.last(); day = add_days(day, 1)) {
    std::cout << day << ' ' << (calendar.is_working_day(day) ? 1 : 0);
    for (const int n : steps) {
      try {
        std::cout << ' ' << add_working_days(calendar, day, n);
      } catch (const OutsideCalendar&) {
        std::cout << " -";
      }
    }
    std::cout << '\n';
  }
}
