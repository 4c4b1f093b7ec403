// A sample that anybody can draw again.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>
#include <vector>

#include <safegov/render.hpp>
#include <safegov/sample.hpp>

#include "base/sha256.hpp"
#include "cli/call.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

/// Twelve reports that came in, every third of them late, and one that did not.
Assessment received() {
  std::string owed, records;
  for (int n = 0; n < 13; ++n) {
    const std::string id = "r" + std::to_string(n);
    owed += "- what: Report\n  id: " + id + "\n  to: bmg\n  due: June 2019\n";
    if (n < 12)
      records += "- received: p/1.1/" + id + " of June 2019\n  date: 2019-0" +
                 (n % 3 == 0 ? "7" : "6") + "-1" + std::to_string(n % 10) +
                 "\n  reference: paper " + std::to_string(n) + "\n";
  }
  return assess(expand_obligations(sound({Source("p.yaml", small_partnership),
                                          Source("plan.yaml", small_plan(owed)),
                                          Source("records.yaml", small_records(records))})),
                Date(2019, 11, 1));
}

std::vector<std::string> drawn(const Sample& sample) {
  std::vector<std::string> ids;
  for (const Drawn& each : sample.drawn)
    ids.push_back(sample.assessment.obligations()[each.row].id());
  return ids;
}

}  // namespace

TEST_CASE("a sample is of the smallest hashes, and a smaller one begins a larger", "[sample]") {
  const Assessment state = received();
  const Sample all = draw_sample(state, {.size = 100, .seed = "words"});
  CHECK(all.population == 12);
  CHECK(all.drawn.size() == 12);
  CHECK(std::ranges::is_sorted(all.drawn, {}, &Drawn::hash));
  for (const Drawn& each : all.drawn)
    CHECK(each.hash == internal::sha256("words\n" + state.obligations()[each.row].id()));
  const std::vector<std::string> order = drawn(all);
  for (std::size_t size = 1; size < 12; ++size)
    CHECK(
        drawn(draw_sample(state, {.size = size, .seed = "words"})) ==
        std::vector<std::string>(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(size)));
  CHECK(drawn(draw_sample(state, {.size = 12, .seed = "other words"})) != order);
}

TEST_CASE("without a seed the day of the assessment is the seed, and is said", "[sample]") {
  const Sample sample = draw_sample(received(), {.size = 3});
  CHECK(drawn(sample) == drawn(draw_sample(received(), {.size = 3, .seed = "2019-11-01"})));
  CHECK(says(render(sample_report(sample), ReportFormat::text), "Seed: 2019-11-01\n"));
}

TEST_CASE("a sample is of what was received, or of what was received late", "[sample]") {
  const Assessment state = received();
  const Sample late = draw_sample(state, {.size = 100, .from = {State::received_late}});
  CHECK(late.population == 4);
  for (const Drawn& each : late.drawn) CHECK(state[each.row] == State::received_late);
  CHECK_THROWS_AS(draw_sample(state, {.size = 1, .from = {State::overdue}}), std::invalid_argument);
}

TEST_CASE("a sample that is everything says so", "[sample]") {
  const auto text = [](std::size_t size) {
    return render(sample_report(draw_sample(received(), {.size = size})), ReportFormat::text);
  };
  CHECK(says(text(12), "That is all there is, and no sample"));
  CHECK_FALSE(says(text(11), "That is all there is"));
}
