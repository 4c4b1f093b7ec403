// Whose turn it is to chair on a day.
// SPDX-License-Identifier: Apache-2.0

#include <string>

#include <safegov/chairing.hpp>

#include "test.hpp"

using namespace safegov;

namespace {

Body in_turn(const std::string& changes, std::optional<Date> from = Date(2020, 4, 1)) {
  Body body{.id = "slg"};
  body.chair = {{.order = {{"council"}, {"health"}, {"police"}}, .changes = changes, .from = from}};
  return body;
}

std::string on(const Body& body, Date day) { return chair_on(body, day).chair.id; }

}  // namespace

TEST_CASE("the turn passes on its day of the year", "[chair]") {
  const Body body = in_turn("every 1 April");
  CHECK(on(body, Date(2020, 3, 31)).empty());
  CHECK(on(body, Date(2020, 4, 1)) == "council");
  CHECK(on(body, Date(2021, 3, 31)) == "council");
  CHECK(on(body, Date(2021, 4, 1)) == "health");
  CHECK(on(body, Date(2022, 4, 1)) == "police");
  CHECK(on(body, Date(2023, 4, 1)) == "council");
}

TEST_CASE("one that begins in between has its first turn until the day", "[chair]") {
  const Body body = in_turn("on 1 April each year", Date(2020, 9, 1));
  CHECK(on(body, Date(2021, 3, 31)) == "council");
  CHECK(on(body, Date(2021, 4, 1)) == "health");
}

TEST_CASE("even steps count from the first day", "[chair]") {
  CHECK(on(in_turn("yearly"), Date(2021, 4, 1)) == "health");
  CHECK(on(in_turn("every two years"), Date(2022, 3, 31)) == "council");
  CHECK(on(in_turn("every two years"), Date(2022, 4, 1)) == "health");
  CHECK(on(in_turn("every six months"), Date(2020, 10, 1)) == "health");
}

TEST_CASE("a chair is one after the other, and in turn only where that is said", "[chair]") {
  Body body{.id = "slg"};
  body.chair = {{.held_by = {"post"}, .until = Date(2020, 3, 31)}};
  body.chair.push_back(in_turn("yearly").chair[0]);
  CHECK(on(body, Date(2020, 3, 31)) == "post");
  CHECK(on(body, Date(2020, 4, 1)) == "council");
  CHECK(chair_on(Body{.id = "x"}, Date(2020, 1, 1)).by == nullptr);
}

TEST_CASE("a rule that does not say when gives nobody, and says why", "[chair]") {
  CHECK(chair_on(in_turn("every meeting"), Date(2021, 1, 1)).why_not ==
        "'every meeting' does not say on which days");
  CHECK(chair_on(in_turn(""), Date(2021, 1, 1)).why_not ==
        "it does not say when the chair passes on");
  CHECK(chair_on(in_turn("yearly", {}), Date(2021, 1, 1)).why_not ==
        "it does not say since when they chair in turn");
  CHECK(on(in_turn("every meeting"), Date(2021, 1, 1)).empty());
}
