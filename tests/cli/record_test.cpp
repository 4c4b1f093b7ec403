// safegov record: what it writes, where, and when it writes nothing.
// SPDX-License-Identifier: Apache-2.0

#include <sstream>
#include <string>
#include <vector>

#include "cli/call.hpp"
#include "markdown.hpp"
#include "read/support.hpp"

using namespace support;
using safegov::test::call;
using safegov::test::file_text;
using safegov::test::Outcome;
using safegov::test::says;

namespace {

const std::string october =
    records_head + "  - received: b/1.1/bmg of Oct 2019\n    date: 2019-10-12\n";
const std::string june = "b/1.1/bmg of June 2019";

/// A folder with a partnership and a plan.
struct Plans : Folder {
  Plans() {
    write("partnership.yaml", support::partnership);
    write("plan.yaml", support::plan);
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(path()))
      found.push_back(entry.path().filename().string());
    std::ranges::sort(found);
    return found;
  }
};

}  // namespace

TEST_CASE("record adds to the only file of records, and says what", "[cli][record]") {
  const Plans plans;
  const std::string file = plans.write("happened.yml", october);
  const auto outcome = call({"record", "received", june, plans.path(), "--date", "12 June 2019",
                             "--by", "bmg", "--reference", "minutes: item 4"});
  INFO(outcome.err);
  CHECK(outcome.exit == 0);
  const std::string added =
      "  - received: b/1.1/bmg of June 2019\n    date: 2019-06-12\n    by: bmg\n"
      "    reference: 'minutes: item 4'\n";
  CHECK(file_text(file) == october + added);
  CHECK(outcome.out == "added to " + file + ":\n" + added);
  CHECK(plans.names() == std::vector<std::string>{"happened.yml", "partnership.yaml", "plan.yaml"});
}

TEST_CASE("record makes a file where there is none", "[cli][record]") {
  const Plans plans;
  CHECK(call({"record", "waived", june, plans.path(), "--date", "2019-06-12"}).exit == 0);
  CHECK(file_text(plans.path("records.yaml")) ==
        "safegov: 1\npartnership: t\n\nrecords:\n  - waived: b/1.1/bmg of June 2019\n    date: "
        "2019-06-12\n");
  CHECK(call({"check", plans.path()}).exit == 0);
  const auto files = call({"record", "waived", june, plans.path("partnership.yaml"),
                           plans.path("plan.yaml"), "--date", "2019-06-12"});
  CHECK(files.exit == 2);
  CHECK(says(files.err, "there is no file of records"));
}

TEST_CASE("record never replaces a file that holds something else", "[cli][record]") {
  const Folder folder;
  folder.write("partnership.yaml", support::partnership);
  const std::string file = folder.write("records.yaml", support::plan);
  const auto outcome = call({"record", "waived", june, folder.path(), "--date", "2019-06-12"});
  CHECK(outcome.exit == 2);
  CHECK(says(outcome.err, "has no list of records"));
  CHECK(file_text(file) == support::plan);
}

TEST_CASE("record asks which file is meant if there are several", "[cli][record]") {
  const Plans plans;
  const std::string a = plans.write("r1.yaml", october);
  const std::string b =
      plans.write("r2.yaml", records_head + "  - waived: " + june + "\n    date: 2019-06-01\n");
  const std::vector<std::string> base{"record",     "partly-received", june,
                                      plans.path(), "--date",          "2019-05-12"};
  const auto asked = call(base);
  CHECK(asked.exit == 2);
  CHECK(says(asked.err, "--into"));
  CHECK(file_text(a) == october);
  auto into = base;
  into.insert(into.end(), {"--into", b});
  CHECK(call(into).exit == 0);
  CHECK(file_text(a) == october);
  CHECK(says(file_text(b), "partly-received"));
  into.back() = plans.path("r3.yaml");
  CHECK(call(into).exit == 2);
}

TEST_CASE("record writes nothing unless all is sound with it", "[cli][record]") {
  const Plans plans;
  const std::string file = plans.write("records.yaml", october);
  const std::string day = "2019-06-12";
  const std::vector<std::vector<std::string>> wrong{
      {"received", "b/1.1/qa", "--date", day},
      {"received", "b/1.1/bmg", "--date", day},
      {"recieved", june, "--date", day},
      {"received", june},
      {"received", june, "--date", "31 June 2019"},
      {"received", june, "--date", day, "--by", "nobody"},
      {"received", june, "--date", day, "--recorded", "2019-06-11"},
      {"extended", june, "--date", day},
      {"extended", june, "--date", day, "--until", "May 2019"},
      {"extended", june, "--date", day, "--until", "soon"},
      {"superseded", june, "--date", day, "--replaced-by", "b/1.1/qa"},
      {"retracted", "received " + june, "--date", day},
      {"received", june, "--date", day, "--reference", "not UTF-8: \xFF"},
      {"received", june, "-", "--date", day},
      {"received", june, plans.path("nowhere"), "--date", day},
      {"received", june, "--date", day, "--into", plans.path("plan.yaml")}};
  const std::string table = plans.write("more.csv", "event,obligation,date\n");
  const auto into_table =
      call({"record", "received", june, plans.path(), "--date", day, "--into", table});
  CHECK(into_table.exit == 2);
  CHECK(says(into_table.err, "is a table"));
  std::filesystem::remove(table);
  for (auto args : wrong) {
    CAPTURE(args);
    args.insert(args.begin(), "record");
    args.insert(args.begin() + 3, plans.path());
    const auto outcome = call(args);
    CHECK(outcome.exit == 2);
    CHECK(outcome.out.empty());
    CHECK_FALSE(outcome.err.empty());
    CHECK_FALSE(says(outcome.err, "should not happen"));
    CHECK(file_text(file) == october);
    CHECK(file_text(plans.path("plan.yaml")) == support::plan);
  }
  CHECK(plans.names() == std::vector<std::string>{"partnership.yaml", "plan.yaml", "records.yaml"});
}

TEST_CASE("record adds nothing to a partnership that is unsound already", "[cli][record]") {
  const Plans plans;
  const std::string broken = records_head + "  - received: b/9.9/x\n    date: 2019-10-12\n";
  const std::string file = plans.write("records.yaml", broken);
  CHECK(call({"record", "received", june, plans.path(), "--date", "2019-06-12"}).exit == 2);
  CHECK(file_text(file) == broken);
}

TEST_CASE("a file left half written beside changes nothing, and is replaced", "[cli][record]") {
  const Plans plans;
  const std::string file = plans.write("records.yaml", october);
  const std::vector<std::string> args{"record",     "received", june,
                                      plans.path(), "--date",   "2019-06-12"};
  const std::string whole = october + "  - received: " + june + "\n    date: 2019-06-12\n";
  for (std::size_t size = 0; size <= whole.size(); size += 7) {
    plans.write("records.yaml", october);
    plans.write(".records.yaml.new", whole.substr(0, size));
    CHECK(call({"check", plans.path()}).exit == 0);
    CHECK(call(args).exit == 0);
    CHECK(file_text(file) == whole);
    CHECK(plans.names().size() == 3);
  }
}

TEST_CASE("record replaces by name, keeping permissions and what a link points to",
          "[cli][record]") {
  namespace fs = std::filesystem;
  const Plans plans;
  const Folder elsewhere;
  const std::string real = elsewhere.write("real.yaml", october);
  fs::permissions(real, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink(real, plans.path("records.yaml"));
  CHECK(call({"record", "received", june, plans.path(), "--date", "2019-06-12"}).exit == 0);
  CHECK(fs::is_symlink(plans.path("records.yaml")));
  CHECK(file_text(real).size() > october.size());
  CHECK(fs::status(real).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}
