// The words of diff and rollover: what they accept, what they refuse, and their exit codes.
// SPDX-License-Identifier: Apache-2.0

#include <sstream>
#include <string>
#include <vector>

#include "cli/call.hpp"
#include "test.hpp"

using namespace safegov;
using test::Outcome;
using test::says;

namespace {

Outcome call(const std::vector<std::string>& args) {
  return test::call(args, {.today = Date(2025, 4, 1)});
}

const std::string examples = SAFEGOV_SOURCE_DIR "/examples/";
const std::string nottingham = examples + "nottingham", rollover = examples + "rollover",
                  meetings = examples + "meetings";

}  // namespace

TEST_CASE("diff says what it needs, and that two partnerships cannot be compared", "[cli][diff]") {
  const auto refused = [](std::vector<std::string> args, const std::string& why) {
    args.insert(args.begin(), "diff");
    const auto outcome = call(args);
    INFO(outcome.err);
    CHECK(outcome.exit == 2);
    CHECK(outcome.out.empty());
    CHECK(says(outcome.err, why));
  };
  refused({}, "takes two paths");
  refused({nottingham, nottingham, nottingham}, "takes two paths");
  refused({nottingham}, "say what to compare it with");
  refused({"-", "-"}, "standard input can be read only once");
  refused({nottingham, rollover, "--as-at", "2019-11-01"},
          "holds the partnership 'ncscp', and '" + rollover + "' holds 'example'");
  refused({nottingham, "--since", "2019-11-01", "--as-at", "2019-10-01"},
          "--since 2019-11-01 is after --as-at 2019-10-01");
  refused({nottingham, examples + "nowhere", "--as-at", "2019-10-01"}, "nowhere");
  refused({nottingham, "--since", "2019-10-01", "--fail-on", "sliped"}, "did you mean 'slipped'?");
}

TEST_CASE("diff fails on the kinds that it is told to", "[cli][diff]") {
  const std::vector<std::string> two_days = {"diff",    nottingham,   "--of",
                                             "bp-2019", "--since",    "2019-06-01",
                                             "--as-at", "2019-11-01", "--fail-on"};
  const auto exit_on = [&](const std::string& kinds) {
    auto args = two_days;
    args.push_back(kinds);
    return call(args).exit;
  };
  CHECK(exit_on("overdue") == 1);
  CHECK(exit_on("gone,new") == 0);
  CHECK(exit_on("gone,closed") == 1);
}

TEST_CASE("rollover takes plans by their ids or by their files", "[cli][rollover]") {
  const auto by_id = call({"rollover", "bp-2022", "bp-2025", rollover});
  CHECK(by_id.exit == 0);
  const auto by_file =
      call({"rollover", rollover + "/bp-2022.yaml", rollover + "/bp-2025.yaml", rollover});
  CHECK(by_file.out == by_id.out);
  const auto alone = call({"rollover", rollover + "/bp-2022.yaml", rollover + "/bp-2025.yaml",
                           rollover + "/partnership.yaml", rollover + "/records.yaml"});
  CHECK(alone.out == by_id.out);
  CHECK(call({"rollover", "bp-2022", "bp-2025", rollover, "--fail-on", "vanished"}).exit == 1);
}

TEST_CASE("rollover refuses what cannot be meant", "[cli][rollover]") {
  const auto refused = [](std::vector<std::string> args, const std::string& why) {
    args.insert(args.begin(), "rollover");
    const auto outcome = call(args);
    INFO(outcome.err);
    CHECK(outcome.exit == 2);
    CHECK(outcome.out.empty());
    CHECK(says(outcome.err, why));
  };
  refused({}, "takes the old plan, the new plan");
  refused({"bp-2022", "bp-2025"}, "takes the old plan, the new plan");
  refused({"bp-2022", "bp-2026", rollover}, "no plan is called 'bp-2026'; did you mean");
  refused({"qa", "bp-2025", rollover}, "no plan is called 'qa'; there is 'bp-2022' and 'bp-2025'");
  refused({"bp-2022", "bp-2022", rollover}, "the old plan and the new are both 'bp-2022'");
  refused({"bp-2025", "bp-2022", rollover}, "'bp-2025' carries on 'bp-2022', not the reverse");
  refused({"bp-2022", "bp-2025", rollover, "--fail-on", "gone"}, "--fail-on");
}
