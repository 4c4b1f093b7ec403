// That the locale of whoever links the library changes no byte of what it says.
// SPDX-License-Identifier: Apache-2.0

#include <locale>

#include "cli/call.hpp"
#include "test.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

/// A dot after every digit, a comma for the point: no number is written as before.
class Dotted : public std::numpunct<char> {
 protected:
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\1"; }
  std::string do_truename() const override { return "ja"; }
  std::string do_falsename() const override { return "nein"; }
};

/// All streams made meanwhile have it, those of the caller's among them.
class InDottedLocale {
 public:
  InDottedLocale() : before_(std::locale::global(std::locale(std::locale(), new Dotted))) {}
  InDottedLocale(const InDottedLocale&) = delete;
  InDottedLocale& operator=(const InDottedLocale&) = delete;
  ~InDottedLocale() { std::locale::global(before_); }

 private:
  std::locale before_;
};

using Words = std::vector<std::string>;

/// What prints numbers, in each of its formats.
std::vector<Words> calls() {
  const std::string examples = SAFEGOV_SOURCE_DIR "/examples/";
  const std::string plan = examples + "trust";
  const Words day{"--as-at", "2019-11-01"};
  const auto on_day = [&](Words words) {
    words.insert(words.end(), day.begin(), day.end());
    return words;
  };
  std::vector<Words> all;
  const auto add = [&](const Words& words, const Words& formats) {
    for (const std::string& format : formats) {
      all.push_back(words);
      if (!format.empty()) all.back().insert(all.back().end(), {"--format", format});
    }
  };
  const Words usual{"text", "json", "csv"}, documents{"text", "json", "csv", "markdown"};
  add(on_day({"assess", plan}), documents);
  add({"obligations", plan}, usual);
  add({"check", plan}, {"text", "json"});
  add({"timeline", plan}, usual);
  add(on_day({"ratings", plan}), usual);
  add(on_day({"coverage", plan}), documents);
  add(on_day({"register", "indicators", plan}), usual);
  add(on_day({"register", "funding", examples + "nottingham"}), {"text", "json"});
  add(on_day({"network", plan}), {"text", "json", "csv", "dot"});
  add({"arrival", plan, "--raised", "2019-11-01"}, {"text", "json"});
  add(on_day({"assurance", plan}), {"text", "json"});
  add(on_day({"lint", plan, "--fail-on", "nothing"}), {"text", "json", "sarif"});
  add(on_day({"gate", plan}), {"text", "json"});
  add(on_day({"pack", plan, "--without-diagram"}), {"text", "json", "markdown", "html"});
  add(on_day({"chase", plan}), {"text", "json", "csv"});
  add(on_day({"chase", plan, "--letters"}), {""});
  add(on_day({"sample", plan, "--size", "9", "--seed", "7"}), documents);
  add(on_day({"diary", plan}), {""});
  add(on_day({"certificate", plan}), {""});
  add(on_day({"survey", examples + "county"}), usual);
  add(on_day({"explain", "county-2019", examples + "county"}), {"text", "json"});
  add({"clock", "rapid-review", "--from", "2022-09-08"}, {"text", "json"});
  add({"check", SAFEGOV_SOURCE_DIR "/tests/plans/invalid"}, {"text", "json"});
  return all;
}

}  // namespace

TEST_CASE("whatever locale a program has, every output has the same bytes", "[cli]") {
  {
    const InDottedLocale dotted;
    std::ostringstream out;
    out << 1234;
    REQUIRE(out.str() == "1.2.3.4");  // or nothing were tried
  }
  for (const Words& words : calls()) {
    std::string line;
    for (const std::string& word : words) line += word + " ";
    CAPTURE(line);
    const Outcome usual = call(words);
    CHECK((usual.exit != 2 || words[0] == "check"));
    const InDottedLocale dotted;
    const Outcome odd = call(words);
    CHECK(odd.exit == usual.exit);
    CHECK(odd.out == usual.out);
    CHECK(odd.err == usual.err);
  }
}
