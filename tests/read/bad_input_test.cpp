// Files that are missing, broken, strange or hostile: each is refused with a reason, and only that.
// SPDX-License-Identifier: Apache-2.0

#include "read/support.hpp"

using namespace support;

namespace {

std::string with_title(std::string_view title) {
  return plan_head + "title: " + std::string(title) + "\nobjectives: []\n";
}

}  // namespace

TEST_CASE("a file that is not there is named", "[read][files]") {
  const auto result = read_partnership({"/nowhere/plan.yaml"});
  check_refused(result, {"/nowhere/plan.yaml SG001"});
  CHECK(!result.diagnostics()[0].help.empty());
  // A file that is missing may hold anything: what refers to it is not reported as well.
  const Folder folder;
  folder.write("plan.yaml", plan);
  folder.write("records.yaml", records_head + "  - received: z/9/z\n    date: 2019-06-01\n");
  check_refused(read_partnership({folder.path(), folder.path("partnership.yml")}),
                {folder.path("partnership.yml") + " SG001"});
}

TEST_CASE("what is no file is not opened", "[read][files]") {
  check_refused(read_partnership({"/dev/null"}), {"/dev/null SG001"});
}

TEST_CASE("nothing at all is no partnership", "[read][files]") {
  check_refused(read_partnership({}), {"SG108"});
  check_refused(read_sources({}), {"SG108"});
}

TEST_CASE("a folder without plans says so", "[read][files]") {
  const Folder folder;
  folder.write("readme.txt", "no plan");
  folder.write(".hidden.yaml", partnership);
  folder.write(".git/config.yaml", partnership);
  check_refused(read_partnership({folder.path()}), {folder.path() + " SG002"});
}

TEST_CASE("a folder is read with its subfolders, by name, without what begins with a dot",
          "[read][files]") {
  const Folder folder;
  folder.write("b/plan.yml", plan);
  folder.write("a.yaml", partnership);
  folder.write(".b.yaml", "nonsense");
  folder.write(".git/c.yaml", "nonsense");
  folder.write("b/.c/d.yaml", "nonsense");
  folder.write("notes.txt", "nonsense");
  std::filesystem::create_directories(folder.path("empty.yaml"));
  const auto result = read_partnership({folder.path()});
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  REQUIRE(result->provenance().sources.size() == 2);
  CHECK(result->provenance().sources[0]->name() == folder.path("a.yaml"));
  CHECK(result->provenance().sources[1]->name() == folder.path("b/plan.yml"));
  // A file with a dot is read when it is named.
  CHECK(!read_partnership({folder.path(), folder.path(".b.yaml")}));
}

TEST_CASE("a file named twice is read once", "[read][files]") {
  const Folder folder;
  const std::string first = folder.write("a.yaml", partnership);
  folder.write("plan.yaml", plan);
  std::filesystem::create_symlink(first, folder.path("z.yaml"));
  const auto result = read_partnership(
      {folder.path(), first, folder.path() + "/./a.yaml", folder.path("plan.yaml"), folder.path()});
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  CHECK(result->provenance().sources.size() == 2);
}

TEST_CASE("the order in which files are given does not matter to the value", "[read][files]") {
  std::string second = plan;
  second.replace(second.find("plan: b"), 7, "plan: c");
  const std::string records =
      records_head + "  - received: b/1.1/bmg of June 2019\n    date: 2019-06-03\n";
  Texts texts{{"a", partnership}, {"b", plan}, {"c", second}, {"d", records}};
  const auto expected = read(texts);
  REQUIRE(expected);
  CHECK(expected->plans().size() == 2);
  while (std::ranges::next_permutation(texts).found) {
    const auto result = read(texts);
    REQUIRE(result);
    CHECK(*result == *expected);
    CHECK(result->plans()[0].id == "b");
  }
}

TEST_CASE("an empty text, or one of remarks, says that it is empty", "[read][text]") {
  check_refused(read(""), {"x SG003"});
  check_refused(read("\n\n  \n"), {"x SG003"});
  check_refused(read("\xEF\xBB\xBF"), {"x SG003"});
  check_refused(read("# only\n# remarks\n"), {"x SG003"});
  CHECK(!read("---\n"));
}

TEST_CASE("what is no text is refused at its first byte that is none", "[read][text]") {
  check_refused(read(std::string("PK\x03\x04", 4)), {"x:1:3 SG004"});
  check_refused(read(std::string("safegov: 1\n\0", 12)), {"x:2:1 SG004"});
  check_refused(read("title: \x1b[31mred\n"), {"x:1:8 SG004"});
  check_refused(read("title: a\x7f\n"), {"x:1:9 SG004"});
  check_refused(read("title: a\xC2\x9B\n"), {"x:1:9 SG004"});
  check_refused(read("title: a\x04 b\n"), {"x:1:9 SG004"});
}

TEST_CASE("UTF-16 is called by its name", "[read][text]") {
  check_refused(read(std::string("\xFF\xFEs\0a\0f\0e\0", 10)), {"x SG005"});
  check_refused(read(std::string("\xFE\xFF\0s\0a\0f\0e", 10)), {"x SG005"});
  CHECK(!read(std::string("s\0a\0f\0e\0", 8)));
}

TEST_CASE("what is not UTF-8 is refused at its byte", "[read][text]") {
  check_refused(read("safegov: 1\ntitle: Caf\xE9 plan\n"), {"x:2:11 SG005"});
  check_refused(read("\xFF"), {"x:1:1 SG005"});
  check_refused(read("a\xC3"), {"x:1:2 SG005"});
  check_refused(read("a\xC0\x80"), {"x:1:2 SG005"});          // longer than it needs to be
  check_refused(read("a\xE0\x80\x80"), {"x:1:2 SG005"});      // so is this
  check_refused(read("a\xED\xA0\x80"), {"x:1:2 SG005"});      // half of a UTF-16 pair
  check_refused(read("a\xF4\x90\x80\x80"), {"x:1:2 SG005"});  // past the end of Unicode
  check_refused(read("a\x80"), {"x:1:2 SG005"});
  CHECK(read(with_title("Caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80")));
}

TEST_CASE("a diagnostic about bytes that are no text prints nothing but text", "[read][text]") {
  const auto result = read("a\x1b[2J\xE9\xC2\x9Bz: b\n");
  const std::string shown = printed(result.diagnostics());
  CHECK(shown.find('\x1b') == std::string::npos);
  CHECK(shown.find('\xE9') == std::string::npos);
  CHECK(shown.find("\xC2\x9B") == std::string::npos);
}

TEST_CASE("a byte order mark is passed over and not counted", "[read][text]") {
  REQUIRE(read("\xEF\xBB\xBF" + plan));
  check_refused(read("\xEF\xBB\xBFzafegov: 1\npartnership: t\nplan: b\nobjectives: []\n"),
                {"x:1:1 SG015"});
  check_refused(read("\xEF\xBB\xBFsafegov: 9\n"), {"x:1:10 SG020"});
}

TEST_CASE("lines may end as Windows ends them", "[read][text]") {
  const auto windows = [](std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
      text.insert(at, "\r");
    return text;
  };
  std::string text = plan;
  text.insert(plan_head.size(), "title: >-\n  one\n  two\nnote: |-\n  a\n  b\nstatus: \"x\"\n");
  const auto expected = read(text);
  const auto result = read(windows(text));
  INFO(printed(result.diagnostics()));
  REQUIRE(expected);
  REQUIRE(result);
  CHECK(*result == *expected);
  CHECK(result->plans()[0].title == "one two");
  CHECK(result->plans()[0].note == "a\nb");
  CHECK(result->where(result->plans()[0], "status").begin == Position{10, 9});
  check_refused(read(windows(plan_head + "titel: a\nobjectives: []\n")), {"x:4:1 SG015"});
  check_refused(read(windows(plan_head + "title: \"a\nobjectives: []\n")), {"x:4:8 SG009"});
  check_refused(read(windows(plan + "status\n")), {"x:13:1 SG013"});
  check_refused(read(windows(plan_head + "title:\nobjectives: []\n")), {"x:4:1 SG014"});
  CHECK(printed(read(windows("zafegov: 1\n")).diagnostics()).find('\r') == std::string::npos);
}

TEST_CASE("columns count bytes", "[read][text]") {
  check_refused(read(plan_head + "\xC3\xA9\xC3\xA9: x\nobjectives: []\n"), {"x:4:1 SG015"});
  check_refused(read(action_head + "          - {what: Caf\xC3\xA9, to: zzzzz}\n"),
                {"x:10:31 SG102"});
}

TEST_CASE("a text over 16 MiB is refused unread", "[read][text]") {
  const std::string line = "# a remark that only takes space\n";
  std::string large = repeated(line, largest_text / line.size() + 2);
  check_refused(read(large), {"x SG006"});
  large.resize(largest_text - plan.size());
  large.back() = '\n';
  Result<Partnership> result = Diagnostics{};
  CHECK(seconds([&] { result = read(large + plan); }) < 10.0);
  INFO(printed(result.diagnostics()).substr(0, 500));
  CHECK(result);
  const Folder folder;
  folder.write("a.yaml", partnership);
  folder.write("big.yaml", std::string(largest_text + 1, '#'));
  check_refused(read_partnership({folder.path()}), {folder.path("big.yaml") + " SG006"});
}

TEST_CASE("a file of another kind is one error, not a list of what it lacks", "[read][cascade]") {
  check_refused(read("services:\n  web:\n    image: x\nvolumes: []\n"), {"x:1:1 SG016"});
  check_refused(read("- a\n- b\n"), {"x:1:1 SG017"});
  check_refused(read("just text\n"), {"x:1:1 SG017"});
  check_refused(read("safegov: 1\npartnership: t\n"), {"x:1:1 SG016"});
  check_refused(read("{\"openapi\": \"3.0\"}"), {"x:1:1 SG016"});
}

TEST_CASE("which kind a file is, most of its keys say when its own is misspelt",
          "[read][cascade]") {
  std::string text = plan;
  text.replace(text.find("plan: b"), 7, "plna: b");
  const auto a_plan = read(text);
  check_refused(a_plan, {"x:3:1 SG015"});
  CHECK(a_plan.diagnostics()[0].help == "did you mean 'plan'?");
  const auto records =
      read("safegov: 1\npartnership: t\nrecrods:\n  - received: b\n    date: 2019-06-01\n");
  check_refused(records, {"x:3:1 SG015"});
  text = partnership;
  text.replace(text.find("bodies:"), 7, "bodeis:");
  check_refused(read(text, plan, records_head + "  []\n"), {"partnership:5:1 SG015"});
}

TEST_CASE("a format version that is not known is one error", "[read][cascade]") {
  const auto result = read("safegov: 2\npartnership: t\nplan: b\nnewer: [1]\n");
  check_refused(result, {"x:1:10 SG020"});
  CHECK(result.diagnostics()[0].help == "this safegov reads version 1: write 'safegov: 1'");
  check_refused(read("safegov: 1.0\nplan: b\n"), {"x:1:10 SG020"});
  check_refused(read("safegov: one\nplan: b\n"), {"x:1:10 SG020"});
  CHECK(read("safegov: \"1\"\n" + plan.substr(plan.find('\n') + 1)));
}

TEST_CASE("a partnership has one file of its own", "[read][cascade]") {
  check_refused(read({{"a", plan}}), {"SG108"});
  // Most often the second is a copy: one error.
  const auto copy = read({{"a", partnership}, {"b", partnership}, {"c", plan}});
  check_refused(copy, {"b:1:1 SG108"});
  REQUIRE(copy.diagnostics()[0].related.size() == 1);
  CHECK(copy.diagnostics()[0].related[0].where.name() == "a");
  // What only the second declares is known for what refers to it.
  std::string more = partnership + "  - id: omg\n";
  std::string to_omg = plan;
  to_omg.replace(to_omg.find("to: bmg"), 7, "to: omg");
  check_refused(read({{"a", partnership}, {"b", more}, {"c", to_omg}}), {"b:1:1 SG108"});
}

TEST_CASE("a file of another partnership is one error", "[read][cascade]") {
  std::string other = plan;
  other.replace(other.find("partnership: t"), 14, "partnership: u");
  other.replace(other.find("lead: qa"), 8, "lead: zz");
  const auto result = read(other);
  check_refused(result, {"x:2:14 SG109"});
  REQUIRE(result.diagnostics()[0].related.size() == 1);
  CHECK(result.diagnostics()[0].related[0].where.begin == Position{2, 14});
  check_refused(
      read(partnership, plan,
           "safegov: 1\npartnership: u\nrecords:\n  - received: z/1/z\n    date: 2019-06-01\n"),
      {"records:2:14 SG109"});
}

TEST_CASE("several faults in several files are all reported in one go, in order",
          "[read][cascade]") {
  std::string arrangements = partnership + "  - id: zz\n    kind: grup\n    reports-to: bgm\n";
  std::string a_plan =
      plan +
      "          - what: Other\n            to: qa\n            due: 31 June 2019\n"
      "            owner: bmg\n";
  const std::string records =
      records_head + "  - received: b/1.1/bmg of June 2019\n    date: 2019-02-30\n    by: qaa\n";
  const Lines expected{"partnership:16:11 SG018", "partnership:17:17 SG102", "plan:15:18 SG105",
                       "plan:16:13 SG015",        "records:5:11 SG019",      "records:6:9 SG102"};
  check_refused(read(arrangements, a_plan, records), expected);
  check_refused(read({{"records", records}, {"plan", a_plan}, {"partnership", arrangements}}),
                expected);
}

TEST_CASE("a remark on one file hides no error in another", "[read][cascade]") {
  const Folder folder;
  folder.write("a.yaml", partnership);
  folder.write("b.yaml", action_head + "          - what: Report #2\n            to: zzz\n");
  check_refused(read_partnership({folder.path()}),
                {folder.path("b.yaml") + ":10:19 SG021", folder.path("b.yaml") + ":11:17 SG102"});
}

TEST_CASE("a file that cannot be parsed hides nothing that it could not explain",
          "[read][cascade]") {
  std::string dangling = plan;
  dangling.replace(dangling.find("lead: qa"), 8, "lead: zz");
  // Bodies stand in the partnership's own file, which was read.
  check_refused(read({{"a", partnership}, {"b", dangling}, {"c", "records: [\n"}}),
                {"b:8:15 SG102", "c:1:10 SG008"});
  // Without it, who could say.
  check_refused(read({{"a", "bodies: [\n"}, {"b", dangling}}), {"a:1:9 SG008"});
}

TEST_CASE("a body whose id is broken does not make its references errors", "[read][cascade]") {
  for (const std::string id : {"di: bmg", "id:", "id: [bmg]", "id: b mg", "id: bmg@x", "id: b/m"}) {
    CAPTURE(id);
    std::string arrangements = partnership;
    arrangements.replace(arrangements.find("id: bmg"), 7, id);
    const auto result = read(arrangements, plan, records_head + "  []\n");
    INFO(printed(result.diagnostics()));
    CHECK(!result);
    CHECK(result.diagnostics().size() == 1);
    CHECK(result.diagnostics()[0].where.begin.line == 8);
  }
}

TEST_CASE("a plan with an error does not make its records errors", "[read][cascade]") {
  std::string a_plan = plan;
  a_plan.replace(a_plan.find("to: bmg"), 7, "too: bmg");
  check_refused(read(partnership, a_plan,
                     records_head + "  - received: b/1.1/bmg of June 2019\n    date: 2019-06-01\n"),
                {"plan:11:13 SG015"});
}
