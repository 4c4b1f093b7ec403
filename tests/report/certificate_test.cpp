// A certificate comes again of the same texts; what differs is said, each thing by its name.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <safegov/certificate.hpp>
#include <safegov/read.hpp>
#include <safegov/render.hpp>

#include "base/sha256.hpp"
#include "partnership.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

const Date day(2019, 11, 1);

std::vector<Source> sources(const std::string& records) {
  return {{"p/partnership.yaml", test::small_partnership},
          {"p/plan.yaml",
           test::small_plan("- {what: A look, to: bmg, due: 'June 2019, Oct 2019, Dec 2019'}",
                            "period: 2019-22\n")},
          {"p/records.yaml", test::small_records(records)}};
}
const std::string one = "- {received: p/1.1/bmg of June 2019, date: 2019-06-12}";

Certificate of(const std::string& records, const AssessOptions& options = {}) {
  return certify(test::sound(sources(records)), day, options);
}

Certificate read_again(const std::string& text) {
  return read_written<Certificate>(Source("c.json", text), "certificate").value();
}

std::string differences(const Certificate& before, const Certificate& now) {
  std::string text;
  for (const std::string& each : check(before, now).differences) text += each + "\n";
  return text;
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a certificate is what assess says", "[certificate]") {
  const Partnership partnership = test::nottingham();
  for (const auto& options : {AssessOptions{}, AssessOptions{.known_at = Date(2019, 10, 1)}}) {
    const Certificate certificate = certify(partnership, day, options);
    const Assessment assessment =
        assess(expand_obligations(partnership, {.promised_by = known_until(day, options.known_at)}),
               day, options);
    REQUIRE(certificate.list.size() == assessment.size());
    for (std::size_t row = 0; row < assessment.size(); ++row) {
      const CertifiedState& each = certificate.list[row];
      CHECK(each.id == assessment.obligations()[row].id());
      CHECK(each.state == assessment[row]);
      CHECK(each.closed_on.has_value() == is_closed(each.state));
    }
    std::size_t total = 0;
    for (const CertifiedCount& each : certificate.counts) {
      CHECK(static_cast<std::size_t>(*each.count) == assessment.counts()[each.state]);
      total += static_cast<std::size_t>(*each.count);
    }
    CHECK(total == assessment.size());
  }
}

TEST_CASE("a certificate comes back from its file, and again byte for byte", "[certificate]") {
  const Certificate made = certify(test::nottingham(), day);
  const std::string text = render(made);
  const Certificate read = read_again(text);
  CHECK(read == made);
  CHECK(render(read) == text);
  CHECK(render(certify(test::nottingham(), day)) == text);
  CHECK(check(read, made).differences.empty());
  CHECK(check(read, made).remarks.empty());
}

TEST_CASE("the hash of the list is that of its lines", "[certificate]") {
  CHECK(of(one).list_sha256 == internal::sha256("p/1.1/bmg@2019-06 received 2019-06-30 2019-06-12\n"
                                                "p/1.1/bmg@2019-10 overdue 2019-10-31 -\n"
                                                "p/1.1/bmg@2019-12 due_soon 2019-12-31 -\n"));
}

TEST_CASE("a record that was changed is said as input and as state", "[certificate]") {
  const std::string other = one + "\n- {received: p/1.1/bmg of Oct 2019, date: 2019-10-30}";
  const std::string text = differences(of(one), of(other));
  CHECK(says(text, "input 'records.yaml' is another text: "));
  CHECK(says(text,
             "'p/1.1/bmg@2019-10' was overdue, last day 31 October 2019, and is now received "
             "on 30 October 2019, last day 31 October 2019\n"));
  CHECK(says(text, "the count of 'overdue' was 1, and is now 0\n"));
  CHECK(says(text, "the count of 'received' was 1, and is now 2\n"));
  CHECK_FALSE(says(text, "plan.yaml"));
  CHECK_FALSE(says(text, "p/1.1/bmg@2019-12"));
  // A remark more changes the text and no state.
  const std::string remark = differences(of(one), of("# seen\n" + one));
  CHECK(std::ranges::count(remark, '\n') == 1);
  CHECK(says(remark, "input 'records.yaml' is another text: "));
}

TEST_CASE("texts that are new, gone or renamed are said by name", "[certificate]") {
  auto more = sources(one);
  more.emplace_back("p/later.yaml",
                    test::small_records("- {received: p/1.1/bmg of Dec 2019, date: 2019-10-30}"));
  const Certificate longer = certify(test::sound(more), day);
  CHECK(says(differences(of(one), longer), "input 'later.yaml' was not there before\n"));
  CHECK(says(differences(longer, of(one)), "input 'later.yaml' is not there any more\n"));
}

TEST_CASE("another calendar is said as one, with the years", "[certificate]") {
  const auto with = [](const std::string& table) {
    auto texts = sources(one);
    texts[0] = {"p/partnership.yaml", std::string(test::small_partnership) + "calendar: ours\n"};
    return certify(read_sources(texts, {.calendars = {Calendar::parse(table).value()}}).value(),
                   day);
  };
  const std::string table = "calendar: ours\ncovers: 2018 to 2023\n2019-04-19 Good Friday\n";
  const std::string text = differences(with(table), with(table + "2019-10-31 Reformation Day\n"));
  CHECK(says(text, "calendar 'ours' is another table: 2018 to 2023, now 2018 to 2023; sha256 "));
  CHECK(std::ranges::count(text, '\n') == 1);
}

TEST_CASE("other rules, other days and another program are told apart", "[certificate]") {
  const Certificate now = of(one);
  Certificate then = now;
  then.manifest.rules[0].sha256 = std::string(64, '0');
  CHECK(differences(then, now) ==
        "rules 'states' are other rules: 13 states, now 13 states; sha256 " + std::string(64, '0') +
            ", now " + now.manifest.rules[0].sha256 + "\n");
  then = now;
  then.manifest.rules.push_back({"tides", "2 tides", "00"});
  CHECK(differences(then, now) == "rules 'tides' is not there any more\n");
  then = now;
  then.manifest.made_by = "safegov 0.0.9";
  CHECK(differences(then, now).empty());
  CHECK(check(then, now).remarks.size() == 1);
  then = now;
  then.manifest.due_soon_days = 7;
  CHECK(differences(then, now) == "the warning window was 7 days, and is now 30 days\n");
  CHECK(
      says(differences(of(one, {.known_at = Date(2019, 6, 1)}), now), "the day of knowledge was"));
}

TEST_CASE("a list that was changed by hand is no list of ours", "[certificate]") {
  const Certificate now = of(one);
  Certificate then = now;
  then.list[1].state = State::received;
  const std::string text = differences(then, now);
  CHECK(says(text, "the list in the certificate is not the one that its sha256 was made of: "));
  CHECK(says(text, "'p/1.1/bmg@2019-10' was received"));
  then = now;
  then.list.push_back(then.list[0]);
  CHECK(says(differences(then, now), "'p/1.1/bmg@2019-06' stands in the certificate twice\n"));
  then = now;
  std::swap(then.list[0], then.list[1]);
  CHECK_FALSE(differences(then, now).empty());
  then = now;
  std::swap(then.manifest.inputs[0], then.manifest.inputs[1]);
  CHECK_FALSE(differences(then, now).empty());
  then = now;
  then.manifest.inputs_sha256 = "0";
  CHECK(says(differences(then, now), "the sha256 of all inputs is not that of the list"));
}

TEST_CASE("what is no certificate says why", "[certificate]") {
  const auto why = [](const std::string& text) {
    const auto read = read_written<Certificate>(Source("c.json", text), "certificate");
    return read ? std::string() : read.diagnostics()[0].message;
  };
  const std::string sound = render(of(one));
  CHECK(why(sound).empty());
  for (std::size_t size = 0; size + 2 < sound.size(); size += 61)
    CHECK_FALSE(why(sound.substr(0, size)).empty());
  const auto with = [&](const std::string& old, const std::string& other) {
    std::string text = sound;
    text.replace(text.find(old), old.size(), other);
    return text;
  };
  CHECK(why(with("\"version\": 1", "\"version\": 2")) ==
        "the version '2' of a certificate is not known");
  CHECK(why(with("\"report\": \"certificate\"", "\"report\": \"baseline\"")) ==
        "this is not a certificate that safegov wrote");
  CHECK(says(why(with("\"as_at\": \"2019-11-01\"", "\"as_at\": \"2019-11-31\"")), "as_at"));
  CHECK(says(why(with("\"due_soon_days\": 30", "\"due_soon_days\": -1")), "whole number"));
  CHECK(says(why(with("\"due_soon_days\": 30,", "")), "needs 'due_soon_days'"));
  CHECK(says(why(with("\"state\": \"received\"", "\"state\": \"perfect\"")), "perfect"));
  CHECK(says(why(with("\"manifest\": {", "\"manifest\": {\"as_at\": \"2019-11-02\",")),
             "written twice"));
  CHECK(says(why(with("\"manifest\": {", "\"manifest\": {\"machine\": \"x\",")), "machine"));
}
