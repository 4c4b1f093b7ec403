// Scales and rules as data: that they are sound, and which rules can be reached.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include <safegov/partnership.hpp>

#include "model/compiled_rule.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::internal;
using namespace safegov::test;

TEST_CASE("every named scale is sound, and says where it is from", "[scale]") {
  for (const Scale& scale : named_scales()) {
    CAPTURE(scale.id);
    Partnership::Parts parts;
    parts.arrangements = {.id = "x", .name = "X", .scales = {scale}, .bodies = {{.id = "b"}}};
    const auto made = Partnership::make(std::move(parts));
    INFO(printed(made.diagnostics()));
    CHECK(made);
    CHECK(scale.certainty);
    CHECK_FALSE(scale.source.empty());
    CHECK(scale.is_step(scale.best_unrecorded()));
    CHECK(scale.best_unrecorded() != BandId{0});
    CHECK(find_named_scale(scale.id) == &scale);
  }
  CHECK(named_scales().size() == 9);
  CHECK(find_named_scale("rainbow") == nullptr);
}

TEST_CASE("a band is found by word or letter, large or small, and unknown is none", "[scale]") {
  const Scale& brag = *find_named_scale("brag");
  CHECK(brag.find("amber") == BandId{2});
  CHECK(brag.find("Amber") == BandId{2});
  CHECK(brag.find("a") == BandId{2});
  CHECK(brag.find("N") == BandId{4});
  CHECK_FALSE(brag.find("unknown"));
  CHECK_FALSE(brag.find("?"));
  CHECK_FALSE(brag.find("yellow"));
  CHECK(brag.label(BandId{2}) == "A amber");
  CHECK(brag.label({}) == "? unknown");
  CHECK(find_named_scale("four-point")->find("3") == BandId{2});
}

TEST_CASE("green of progress is said not to be finished", "[scale]") {
  CHECK(find_named_scale("rag-progress")->caution.find("NOT finished") != std::string::npos);
}

TEST_CASE("a scale of one's own goes before the named one of the same id", "[scale]") {
  const Partnership p =
      sound({{"partnership.yaml",
              std::string(small_partnership) +
                  "scales:\n  - id: brag\n    name: Ours\n    bands:\n"
                  "      - {band: good, letter: G, meaning: good}\n"
                  "      - {band: bad, letter: B, meaning: bad}\nratings:\n  scale: brag\n"},
             {"plan.yaml", small_plan("- what: Report\n  to: bmg")}});
  CHECK(p.find_scale("brag")->name == "Ours");
  // The library's rules are for its own scale.
  CHECK(p.ratings(PlanId{0}).rules.empty());
  CHECK(p.find_scale("four-point") == find_named_scale("four-point"));
}

TEST_CASE("a scale that nobody declared is told with a near one", "[scale]") {
  const auto result = read_sources(
      {{"partnership.yaml", std::string(small_partnership) + "ratings:\n  scale: bragg\n"},
       {"plan.yaml", small_plan("- what: Report\n  to: bmg")}});
  REQUIRE_FALSE(result);
  REQUIRE(result.diagnostics().size() == 1);
  CHECK(result.diagnostics()[0].code == "SG102");
  CHECK(result.diagnostics()[0].help == "did you mean 'brag'?");
}

TEST_CASE("a record rates on the scale in force, or is told the scale's words", "[scale]") {
  const auto codes = [](const std::string& records, const std::string& arrangements = "") {
    const auto result = read_sources(
        {{"partnership.yaml", small_partnership + arrangements},
         {"plan.yaml", small_plan("- what: Report\n  to: bmg", "ratings:\n  scale: four-point\n")},
         {"records.yaml", small_records(records)}});
    std::string found;
    for (const Diagnostic& d : result.diagnostics()) found += d.code + " " + d.help + "\n";
    return found;
  };
  CHECK(codes("- rated: p/1.1\n  date: 2019-01-01\n  rating: 3").empty());
  CHECK(codes("- rated: p\n  date: 2019-01-01\n  rating: On track").empty());
  CHECK(codes("- rated: p/1\n  date: 2019-01-01\n  rating: unknown").empty());
  CHECK(codes("- rated: p/1.1\n  date: 2019-01-01\n  rating: sliped") ==
        "SG121 did you mean 'slipped'?\n");
  CHECK(codes("- rated: p/1.1\n  date: 2019-01-01\n  rating: blue") ==
        "SG121 it has 'achieved', 'on-track', 'slipped', 'not-achieved' and 'unknown'\n");
  CHECK(codes("- rated: p/1.1\n  date: 2019-01-01").starts_with("SG016"));
}

TEST_CASE("rules read as one would say them", "[scale]") {
  CHECK(in_words(RatingRule{}) == "otherwise");
  CHECK(in_words(RatingRule{.any = {State::overdue}, .none = {State::due, State::due_soon}}) ==
        "any is overdue; none is due or due soon");
  CHECK(in_words(RatingRule{.all = {State::received, State::received_late, State::waived},
                            .evidence = EvidenceIs::complete}) ==
        "all that came in has its evidence; all are received, received late or waived");
  CHECK(in_words(RollUpRule{.at_least = 75, .share_of = {"blue"}, .out_of = {"blue", "red"}}) ==
        "at least 75 % of those blue or red are blue");
}

TEST_CASE("a rule is called unreachable only if no parts reach it", "[scale][oracle]") {
  std::mt19937 random(123);
  const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  // Words that matter: two that come in, and two others.
  constexpr std::array<std::size_t, 4> words{
      static_cast<std::size_t>(State::not_due), static_cast<std::size_t>(State::overdue),
      static_cast<std::size_t>(State::received), static_cast<std::size_t>(State::received_late)};
  std::vector<Parts> all;
  for (int n = 1; n < 81; ++n)
    for (const LeadIs lead : {LeadIs::stated, LeadIs::not_stated})
      for (const bool missing : {false, true}) {
        Parts parts;
        for (int i = 0, rest = n; i < 4; ++i, rest /= 3)
          for (int k = 0; k < rest % 3; ++k) parts.add(words[static_cast<std::size_t>(i)]);
        parts.lead = lead;
        parts.evidence_missing = missing;
        all.push_back(parts);
      }
  const auto some = [&] {
    Words set = 0;
    if (upto(2)) return set;
    for (const std::size_t word_index : words)
      if (upto(2)) set |= word(word_index);
    return set;
  };
  const auto rule = [&] {
    CompiledRule r{.any = some(), .all = some(), .none = some()};
    if (upto(3) == 0) {
      r.at_least = 25 * upto(5);
      while (r.share_of == 0) r.share_of = some();
      if (const Words whole = some(); whole != 0) r.out_of = whole;
    }
    if (upto(4) == 0) r.lead = upto(2) ? LeadIs::stated : LeadIs::not_stated;
    if (upto(4) == 0) r.evidence = upto(2) ? EvidenceIs::complete : EvidenceIs::missing;
    return r;
  };
  int contradictions = 0, covered = 0;
  for (int round = 0; round < 20'000; ++round) {
    const CompiledRule one = rule(), other = upto(4) ? rule() : one;
    if (contradicts_itself(other)) {
      ++contradictions;
      CHECK(std::ranges::none_of(all, [&](const Parts& parts) { return holds(other, parts); }));
    }
    if (covers(one, other)) {
      ++covered;
      CHECK(std::ranges::all_of(
          all, [&](const Parts& parts) { return !holds(other, parts) || holds(one, parts); }));
    }
  }
  CHECK(contradictions > 500);
  CHECK(covered > 500);
}
