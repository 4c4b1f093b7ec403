// The command line: what it accepts, what it refuses, and its exit codes.
// SPDX-License-Identifier: Apache-2.0

#include <sstream>
#include <string>
#include <vector>

#include "cli/call.hpp"
#include "partnership.hpp"
#include "read/support.hpp"

using namespace safegov;
using test::Outcome;
using test::says;

namespace {

Outcome call(const std::vector<std::string>& args, const std::string& input = "",
             bool colour = false) {
  return test::call(args, {.input = input, .colour = colour});
}

const std::string nottingham_path = SAFEGOV_SOURCE_DIR "/examples/nottingham";

}  // namespace

TEST_CASE("an unknown option is refused and a near one named", "[cli]") {
  const auto outcome = call({"assess", nottingham_path, "--as-a", "2019-11-01"});
  CHECK(outcome.exit == 2);
  CHECK(says(outcome.err, "'--as-at'"));
  CHECK(outcome.out.empty());
}

TEST_CASE("an unknown command is refused and a near one named", "[cli]") {
  const auto outcome = call({"asses", nottingham_path});
  CHECK(outcome.exit == 2);
  CHECK(says(outcome.err, "did you mean 'assess'?"));
}

TEST_CASE("usage that cannot be meant is refused", "[cli]") {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"assess"},
      {"assess", nottingham_path, "--as-at"},
      {"assess", nottingham_path, "--as-at", "tomorrow"},
      {"assess", nottingham_path, "--as-at", "2019-02-30"},
      {"assess", nottingham_path, "--as-at", "2019-11-01", "--as-at", "2019-12-01"},
      {"assess", nottingham_path, "--by", "colour"},
      {"assess", nottingham_path, "--format", "xml"},
      {"assess", nottingham_path, "--fail-on", "late"},
      {"assess", nottingham_path, "--soon", "-1"},
      {"assess", nottingham_path, "--soon", "soon"},
      {"assess", nottingham_path, "--colour", "green"},
      {"assess", nottingham_path, "--help=yes"},
      {"explain", "SG999"},
      {"check", nottingham_path, "--format", "csv"},
      {"explain", "overdue", nottingham_path, "--as-at", "2019-11-01", "--format", "csv"},
      {"explain", "nothing/1/a", nottingham_path, "--as-at", "2019-11-01"},
      {"timeline"},
      {"timeline", nottingham_path, "--from", "2020-01-01", "--to", "2019-01-01"},
      {"timeline", nottingham_path, "--from", "1900-01-01"},
      {"timeline", nottingham_path, "--every", "year"},
      {"timeline", nottingham_path, "--every", "week", "--format", "json"},
      {"timeline", nottingham_path, "--every", "week", "--intervals"},
      {"timeline", nottingham_path, "--burn-up", "--intervals"},
      {"record", "received", "bp-2019/2.1/qa of June 2019"},
      {"schema", "x"},
      {"new"},
      {"new", "a", "b"}};
  for (const auto& args : wrong) {
    CAPTURE(args);
    const auto outcome = call(args);
    CHECK(outcome.exit == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with("safegov: "));
  }
}

TEST_CASE("every command has a page of help, and the list has every command", "[cli]") {
  const auto overview = call({"--help"});
  CHECK(overview.exit == 0);
  for (const char* command : {"assess", "obligations", "check", "timeline", "survey", "explain",
                              "record", "schema", "new", "version"}) {
    CAPTURE(command);
    CHECK(says(overview.out, std::string("  ") + command + " "));
    const auto page = call({command, "--help"});
    CHECK(page.exit == 0);
    CHECK(says(page.out, std::string("usage: safegov ") + command));
    CHECK(says(page.out, "--help"));
    CHECK(call({"help", command}).out == page.out);
  }
}

TEST_CASE("the exit code is 1 only if what was asked about is there", "[cli]") {
  const std::vector<std::string> base{"assess", nottingham_path, "--as-at", "2019-11-01"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), base.begin(), base.end());
    return call(more).exit;
  };
  CHECK(with({}) == 0);
  CHECK(with({"--fail-on", "overdue"}) == 1);
  CHECK(with({"--fail-on=received-late"}) == 1);
  CHECK(with({"--fail-on", "superseded"}) == 0);
  CHECK(with({"--fail-on", "superseded,overdue"}) == 1);
  CHECK(with({"--fail-on", "superseded", "--fail-on", "overdue", "--format", "json"}) == 1);
}

TEST_CASE("without --as-at it takes today and says so", "[cli]") {
  const auto outcome = call({"assess", nottingham_path});
  CHECK(outcome.exit == 0);
  CHECK(says(outcome.err, "as at 2019-11-01 (today, as no --as-at was given)"));
  CHECK(outcome.out == call({"assess", nottingham_path, "--as-at", "1 November 2019"}).out);
}

TEST_CASE("what is unsound gives no figure and exit code 2", "[cli]") {
  const std::string bad = "safegov: 1\npartnership: x\nname: X\ntop: y\nbodies:\n  - id: b\n";
  for (const char* command : {"assess", "obligations", "check"}) {
    const auto text = call({command, "-"}, bad);
    CAPTURE(command);
    CHECK(text.exit == 2);
    CHECK(text.out.empty());
    CHECK(says(text.err, "<stdin>:4:6: error: no body is called 'y' [SG102]"));
    const auto json = call({command, "-", "--format", "json"}, bad);
    CHECK(json.exit == 2);
    CHECK(says(json.out, "\"sound\": false"));
    CHECK(says(json.out, "\"line\": 4"));
    CHECK(json.err.empty());
  }
}

TEST_CASE("standard input and files make one partnership", "[cli]") {
  const std::string records =
      "safegov: 1\npartnership: ncscp\nrecords:\n  - received: bp-2019/2.2/omg of June 2019\n    "
      "date: 2019-06-20\n";
  const auto before =
      call({"assess", nottingham_path, "--as-at", "2019-11-01", "--only", "received"});
  const auto after = call(
      {"assess", nottingham_path, "-", "--as-at", "2019-11-01", "--only", "received"}, records);
  CHECK(after.exit == 0);
  CHECK(says(after.out, "bp-2019/2.2/omg@2019-06"));
  CHECK_FALSE(says(before.out, "bp-2019/2.2/omg@2019-06"));
}

TEST_CASE("a file that is missing hides nothing that is wrong with standard input", "[cli]") {
  const auto both = call({"check", nottingham_path, "nowhere.yaml", "-"},
                         "safegov: 1\npartnership: ncscp\nrecords:\n  - recieved: x\n");
  CHECK(both.exit == 2);
  CHECK(says(both.err, "nowhere.yaml: error: "));
  CHECK(says(both.err, "<stdin>:4:5: error: "));
}

TEST_CASE("colour is used only where it is wanted", "[cli]") {
  const std::vector<std::string> args{"assess", nottingham_path, "--as-at", "2019-11-01"};
  CHECK(says(call(args, "", true).out, "\x1b["));
  CHECK_FALSE(says(call(args, "", false).out, "\x1b["));
  auto always = args, never = args;
  always.insert(always.end(), {"--colour", "always"});
  never.insert(never.end(), {"--colour", "never"});
  CHECK(says(call(always).out, "\x1b["));
  CHECK_FALSE(says(call(never, "", true).out, "\x1b["));
}

TEST_CASE("output that cannot be written is not success", "[cli]") {
  std::istringstream in;
  std::ostringstream out, err;
  out.setstate(std::ios::badbit);
  CHECK(run({"version"}, Terminal{in, out, err, [] { return Date(2019, 11, 1); }}) ==
        Exit::could_not);
  CHECK(says(err.str(), "could not be written"));
}

TEST_CASE("explain prints the page of a code by id or by name", "[cli]") {
  const auto by_id = call({"explain", "SG012"});
  CHECK(by_id.exit == 0);
  CHECK(by_id.out.starts_with("# SG012 duplicate-key\n"));
  CHECK(call({"explain", "sg012"}).out == by_id.out);
  CHECK(call({"explain", "duplicate-key"}).out == by_id.out);
  CHECK(says(call({"explain"}).out, "SG012  error  duplicate-key"));
}

TEST_CASE("a timeline may reach to the last day there is", "[cli]") {
  const std::string all =
      "safegov: 1\npartnership: x\nplan: q\nobjectives:\n  - no: 1\n    actions:\n      - no: 1\n"
      "        promises:\n          - what: R\n            id: r\n            due: 31 Dec 9999\n";
  const std::string standing = "safegov: 1\npartnership: x\nname: X\nbodies:\n  - id: b\n";
  const support::Folder folder;
  folder.write("partnership.yaml", standing);
  folder.write("plan.yaml", all);
  for (const char* format : {"text", "json", "csv"}) {
    const auto outcome =
        call({"timeline", folder.path(), "--from", "9999-11-15", "--format", format});
    CAPTURE(format, outcome.err);
    CHECK(outcome.exit == 0);
    CHECK(says(outcome.out, "9999-12-31"));
  }
  for (const char* report : {"--every=day", "--every=week", "--burn-up", "--intervals"}) {
    const auto outcome = call({"timeline", folder.path(), "--from", "9999-11-15", report});
    CAPTURE(report, outcome.err);
    CHECK(outcome.exit == 0);
    CHECK(says(outcome.out, "9999-12-31"));
  }
}

TEST_CASE("a timeline shows its first day, the first of each step, and its last", "[cli]") {
  const auto days = [](const std::string& every, const std::string& from, const std::string& to) {
    const std::string out = call({"timeline", nottingham_path, "--from", from, "--to", to,
                                  "--every", every, "--format", "csv"})
                                .out;
    std::string shown;
    for (std::size_t at = out.find('\n') + 1; at < out.size(); at = out.find('\n', at) + 1)
      shown += out.substr(at + 5, 5) + " ";
    return shown;
  };
  // 1 July 2019 was a Monday.
  CHECK(days("day", "2019-06-29", "2019-07-02") == "06-29 06-30 07-01 07-02 ");
  CHECK(days("week", "2019-06-29", "2019-07-15") == "06-29 07-01 07-08 07-15 ");
  CHECK(days("week", "2019-07-01", "2019-07-10") == "07-01 07-08 07-10 ");
  CHECK(days("month", "2019-06-30", "2019-08-02") == "06-30 07-01 08-01 08-02 ");
  CHECK(days("month", "2019-07-01", "2019-07-01") == "07-01 ");
}
