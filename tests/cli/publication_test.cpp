// The publication boundary, from outside: a secret in every field, and every byte that is printed.
// SPDX-License-Identifier: Apache-2.0
//
// Partnerships are taken as they are read from the examples, with one made for what these leave
// out. Secrets are planted where the partnership stays sound (words and ids that nobody has, and
// numbers and years), what they are in is marked; all of it
// is written as files, and every command is called on these in every format for `open`. One secret
// in what is printed fails the test; so does a field in which none was ever planted.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <unistd.h>

#include <safegov/clock.hpp>
#include <safegov/publish.hpp>
#include <safegov/read.hpp>
#include <safegov/registers.hpp>

#include "cli/call.hpp"
#include "cli/options.hpp"
#include "cli/planting.hpp"
#include "cli/secrets.hpp"
#include "model/publish_repair.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

/// Of this process alone: the cases run side by side.
fs::path place_of(const std::string& name) {
  return fs::temp_directory_path() /
         ("safegov-publication-" + std::to_string(getpid()) + "-" + name);
}

/// A folder of its own that is gone at the end.
class Folder {
 public:
  explicit Folder(const std::string& name) : path_(place_of(name)) { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] std::string text() const { return path_.string(); }

 private:
  fs::path path_;
};

/// What somebody may ask who has seen what is published: nothing that is withheld is among it.
struct Known {
  std::string path;
  Words ids = {}, bodies = {}, plans = {}, clocks = {}, rules = {};
};

Known known_of(const Partnership& published, const std::string& path) {
  Known known{.path = path};
  const auto some = [](Words& words, std::string word) {
    if (words.size() < 4) words.push_back(std::move(word));
  };
  for (std::uint32_t p = 0; p < published.promises().size(); ++p)
    for (const Deadline& deadline : published.deadlines({p}))
      if (p % 7 == 0) some(known.ids, published.promises()[p].id + "@" + deadline_key(deadline));
  for (const ResolvedPromise& promise : published.promises())
    if (promise.action && !published.row_of(promise.action))
      some(known.ids, published[promise.plan].id + "/" + published[promise.action].no);
  for (const Body& body : published.bodies())
    if (!body.meets.empty() || body.id.starts_with("withheld")) some(known.bodies, body.id);
  some(known.bodies, published.arrangements().top.id);
  for (const Plan& plan : published.plans()) some(known.plans, plan.id);
  for (const Clock& clock : published.list<Clock>()) some(known.clocks, clock.id);
  for (const RegisterTable& table : published.registers())
    if (table.kind().name == "trigger-rules")
      for (std::size_t i = 0; i < table.size(); ++i)
        some(known.rules,
             *static_cast<const std::string*>(table.kind().row().fields[0].of(table[i])));
  return known;
}

/// How each command is called, but for the format and the audience. A command that is not here, and
/// prints what could be withheld, fails the test.
std::map<std::string, std::vector<Words>> calls_on(const Known& k) {
  const Words as_at{"--as-at", "2023-06-01"};
  std::map<std::string, std::vector<Words>> calls;
  const auto add = [&](const std::string& command, Words words, bool with_day = true) {
    if (with_day) words.insert(words.end(), as_at.begin(), as_at.end());
    calls[command].push_back(std::move(words));
  };
  add("assess", {k.path});
  for (const char* const by :
       {"plan", "priority", "objective", "action", "lead", "from", "to", "state"})
    add("assess", {k.path, "--by", by});
  add("obligations", {k.path}, false);
  add("check", {k.path}, false);
  add("timeline", {k.path}, false);
  add("timeline", {k.path, "--burn-up"}, false);
  add("timeline", {k.path, "--intervals"}, false);
  add("timeline", {k.path, "--every", "meeting"}, false);
  add("survey", {k.path});
  add("survey", {k.path, "--joint"});
  for (const std::string& body : k.bodies) {
    add("agenda", {k.path, "--body", body});
    add("arrival", {k.path, "--raised", "2023-01-10", "--from", body});
    add("route", {body, k.path, "--on", "2023-06-01", "--all"}, false);
  }
  add("arrival", {k.path, "--raised", "2023-01-10"});
  add("assurance", {k.path});
  add("ratings", {k.path});
  add("coverage", {k.path});
  add("escalation", {k.path});
  add("lint", {k.path});
  add("network", {k.path});
  add("network", {k.path, "--meetings"});
  add("network", {k.path, "--since", "2020-01-01"});
  add("register", {k.path});
  for (const Register* kind : registers()) add("register", {std::string(kind->name), k.path});
  add("clocks", {k.path}, false);
  add("clock", {"rapid-review", k.path, "--from", "2022-09-08"}, false);
  for (const std::string& clock : k.clocks)
    add("clock", {clock, k.path, "--from", "2022-09-08"}, false);
  add("trigger",
      {k.rules.empty() ? "none" : k.rules[0], k.path, "--dates", "2023-01-01,2023-01-02"}, false);
  for (const std::string& id : k.ids) add("explain", {id, k.path});
  for (const char* const state : {"overdue", "received"}) add("explain", {state, k.path});
  add("diff", {k.path, k.path});
  add("diff", {k.path, "--since", "2020-01-01"});
  add("pack", {k.path, "--since", "2020-01-01", "--without-diagram"});
  if (!k.bodies.empty())
    add("pack", {k.path, "--body", k.bodies[0], "--section", "forward", "--format", "json"});
  for (const char* const section : {"plan", "manifest"})
    add("pack", {k.path, "--section", section, "--format", "csv"});  // which is of one section
  add("chase", {k.path, "--soon", "3660"});
  add("chase", {k.path, "--soon", "3660", "--letters"});
  add("sample", {k.path, "--size", "1000", "--seed", "seed"});
  add("diary", {k.path});
  for (const std::string& body : k.bodies) add("diary", {k.path, "--body", body});
  add("certificate", {k.path});
  add("gate", {k.path});
  add("gate", {k.path, "--annotations", "github", "--junit", "FILE", "--code-quality", "FILE"});
  add("rollover", {k.plans.empty() ? "none" : k.plans.front(),
                   k.plans.empty() ? "none" : k.plans.back(), k.path});
  return calls;
}

/// Whether anything but a refusal is to be expected.
enum class Speaks { yes, no };

/// Puts names of files where a call says FILE, in a folder of their own; returns that, or nothing.
std::string with_files(Words& words) {
  const auto folder = place_of("files");
  int files = 0;
  for (std::string& word : words)
    if (word == "FILE") word = (folder / std::to_string(++files)).string();
  if (files == 0) return {};
  std::filesystem::create_directories(folder);
  return folder.string();
}

/// What was written into a folder; it is gone then.
std::string text_of_files(const std::string& folder) {
  if (folder.empty()) return {};
  std::string text;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    text.append(std::istreambuf_iterator<char>(in), {});
  }
  std::filesystem::remove_all(folder);
  return text;
}

/// Calls everything in every format, and returns each secret that something printed, with a call
/// that did.
std::map<std::string, std::string> leaks(const std::string& path, const Words& with,
                                         const PublishOptions& options,
                                         Speaks speaks = Speaks::yes) {
  const auto whole = read_partnership({path});
  if (!whole) FAIL(printed(whole.diagnostics()));
  const auto published = publish(*whole, options);
  Known known{.path = path, .bodies = {"board"}};
  if (published) known = known_of(published->partnership, path);
  std::map<std::string, std::string> found;
  std::set<std::string> spoke;
  const auto calls = calls_on(known);
  for (const internal::Command& command : internal::commands()) {
    if (command.prints == internal::Prints::owners) continue;
    CAPTURE(command.name);
    REQUIRE(calls.contains(std::string(command.name)));
    const auto takes = internal::options_of(command);
    const bool has_formats =
        std::ranges::find(takes, "--format", &internal::Option::name) != takes.end();
    const Words formats =
        has_formats ? Words{"text", "json", "csv", "markdown", "dot", "sarif", "junit", "html"}
                    : Words{""};
    for (const Words& words : calls.at(std::string(command.name)))
      for (const std::string& format : formats) {
        const auto given = std::ranges::find(words, "--format");
        if (given != words.end() && given[1] != format) continue;
        Words all{std::string(command.name)};
        all.insert(all.end(), words.begin(), words.end());
        all.insert(all.end(), {"--audience", "open"});
        if (has_formats && given == words.end()) all.insert(all.end(), {"--format", format});
        all.insert(all.end(), with.begin(), with.end());
        const std::string printed_too = with_files(all);
        const Outcome outcome = call(all);
        if (outcome.exit != 2) spoke.insert(std::string(command.name) + " " + format);
        std::string line;
        for (const std::string& word : all) line += word + " ";
        for (const auto& [secret, around] :
             secrets_in(outcome.out + outcome.err + text_of_files(printed_too)))
          found.emplace(secret, line + "as in: " + around);
      }
  }
  // A test of silence would find nothing.
  if (speaks == Speaks::yes)
    for (const char* const must :
         {"assess text", "assess json", "assess csv", "assess markdown", "check json", "lint sarif",
          "network dot", "register json", "coverage text", "pack html", "pack json", "pack csv",
          "chase csv", "chase text", "sample markdown", "diary ", "certificate ", "gate text"}) {
      CAPTURE(must);
      CHECK(spoke.contains(must));
    }
  return found;
}

/// The fields that a row or something in it gives, references above all.
std::set<FieldName> given_in(Partnership::Parts& parts, const void* row) {
  std::set<FieldName> given;
  each_spot(parts, [&](const Spot& spot) {
    if (spot.way[0].value != row) return;
    for (const Field& field : spot.type().fields) {
      const Codec& codec = field.codec();
      const void* member = field.of(spot.value());
      std::string text;
      if (codec.shape == Shape::list ? codec.size(member) != 0
                                     : codec.print != nullptr && codec.print(member, text))
        given.emplace(spot.type().name, field.name);
    }
  });
  return given;
}

/// The rows of each register that have something that those before them have not: few enough to be
/// printed many times over.
Partnership shortened(const Partnership& partnership) {
  Partnership::Parts parts = partnership.parts();
  parts.provenance = {};
  for (RegisterTable& table : parts.registers) {
    if (table.kind().name == "documents") continue;  // nearly everything is in one
    Partnership::Parts alone;
    alone.registers.push_back(table);
    std::set<FieldName> seen;
    std::vector<std::size_t> idle;
    for (std::size_t i = 0; i < table.size() && i < 300; ++i) {
      const std::size_t before = seen.size();
      seen.merge(given_in(alone, alone.registers[0][i]));
      if (seen.size() == before) idle.push_back(i);
    }
    for (std::size_t i = 300; i < table.size(); ++i) idle.push_back(i);
    const Field& rows = table.kind().list.fields[0];
    for (auto i = idle.rbegin(); i != idle.rend(); ++i)
      rows.codec().erase(rows.at(table.held()), *i);
  }
  internal::Tally tally;
  return internal::make_sound(parts, tally).value();
}

/// The examples, and what none of them has.
std::vector<std::pair<std::string, Partnership>> corpora() {
  std::vector<std::pair<std::string, Partnership>> all;
  const auto rest = read_partnership({SAFEGOV_SOURCE_DIR "/tests/cli/planted"});
  INFO(printed(rest.diagnostics()));
  REQUIRE(rest);
  all.emplace_back("planted", *rest);
  for (const char* const name :
       {"nottingham", "trust", "reviews", "risks", "clocks", "escalation", "rollover", "meetings",
        "coverage", "structure", "timetable", "county", "share-of-actions"})
    all.emplace_back(
        name,
        shortened(read_partnership({std::string(SAFEGOV_SOURCE_DIR "/examples/") + name}).value()));
  return all;
}

Words all_open() {
  std::string names;
  for (const Register* kind : registers())
    if (kind->audience != Audience::open)
      names += (names.empty() ? "" : ",") + std::string(kind->name);
  return {"--open", names, "--suppress-under", "0"};
}

PublishOptions with_all_open() {
  PublishOptions options{.suppress_under = 0};
  for (const Register* kind : registers()) options.open_registers.emplace_back(kind->name);
  return options;
}

std::string shown(const std::set<FieldName>& fields) {
  std::string out;
  for (const auto& [type, field] : fields) out += type + "." + field + "\n";
  return out;
}

/// The fields whose text is for members whatever value they are of.
std::set<FieldName> never_open() {
  return fields_where([](const Type& type, const Field& field) {
    if (field.audience == Audience::open) return false;
    CAPTURE(type.name, field.name);
    CHECK(field.need == Need::optional);  // else it could not be taken away
    return true;
  });
}

/// Texts in which no secret can stand, and why not.
std::map<FieldName, std::string> holds_no_secret() {
  const char* const read = "its words must be read, as a number, a period or a date";
  const char* const named = "it must name something else by its word";
  return {
      {{"allowance", "rule"}, named},      {{"audit-outcome", "grade"}, named},
      {{"band", "letter"}, read},          {{"body", "quorum"}, read},
      {{"clock-event", "event"}, named},   {{"clock-version", "calendar"}, named},
      {{"minutes", "meeting"}, read},      {{"named-period", "from"}, read},
      {{"named-period", "to"}, read},      {{"partnership", "calendar"}, named},
      {{"risk", "appetite"}, named},       {{"scale", "id"}, named},
      {{"tolerance-band", "band"}, named},
  };
}

/// Days and numbers of what is masked that stay, since others' states stand on them.
std::set<FieldName> stays() {
  return {{"body", "from"},   {"body", "until"},      {"body", "papers"},  {"line", "from"},
          {"line", "until"},  {"seat", "from"},       {"seat", "until"},   {"succession", "from"},
          {"record", "date"}, {"record", "recorded"}, {"minutes", "date"}, {"minutes", "recorded"}};
}

/// Numbers, days and periods that cannot be told from others, and why not.
std::map<FieldName, std::string> holds_no_odd_value() {
  const char* const bounded = "the numbers that it may be are no odd ones";
  std::map<FieldName, std::string> all{
      {{"account-share", "share"}, bounded},  {{"clock-milestone", "from"}, bounded},
      {{"contribution", "share"}, bounded},   {{"contribution", "spent"}, bounded},
      {{"matrix-band", "from"}, bounded},     {{"population-count", "answered"}, bounded},
      {{"rating-rule", "at-least"}, bounded}, {{"risk", "inherent"}, bounded},
      {{"risk", "target"}, bounded},          {{"risk-assessment", "score"}, bounded},
      {{"risk-assessment", "was"}, bounded},  {{"roll-up-rule", "at-least"}, bounded},
      {{"stage", "after"}, bounded},          {{"stage", "within"}, bounded},
      {{"sum-tolerance", "pounds"}, bounded}, {{"sum-tolerance", "units"}, bounded},
      {{"trigger-rule", "within"}, bounded}};
  for (const FieldName& field : stays()) all[field] = "it stays when it is masked";
  return all;
}

/// References that lead to nothing that could be marked.
std::map<FieldName, std::string> leads_to_no_secret() {
  const char* const scale = "a scale has no mark but that of the arrangements";
  return {{{"audit", "scale"}, scale},
          {{"ratings", "scale"}, scale},
          {{"tolerance-rule", "scale"}, scale}};
}

/// Plants in each of the corpora, and asks everything of what was planted in.
void check_no_leak(const std::function<void(Planting&)>& plant, Speaks speaks = Speaks::yes,
                   const Words& with = all_open(),
                   const PublishOptions& options = with_all_open()) {
  for (const auto& [name, partnership] : corpora()) {
    CAPTURE(name);
    Planting planting(partnership.parts());
    plant(planting);
    if (planting.planted() == 0) continue;
    const Folder folder(name);
    write_files(planting.parts(), folder.path());
    for (const auto& [secret, where] : leaks(folder.text(), with, options, speaks))
      FAIL_CHECK(secret << " is printed by " << where);
  }
}

/// That a secret was in every field that can hold one; an exception that is none is taken out of
/// the list.
void check_planted(Holds what, const std::set<FieldName>& planted,
                   const std::map<FieldName, std::string>& exceptions) {
  std::set<FieldName> missed = fields_of(what);
  for (const FieldName& one : planted) missed.erase(one);
  for (const auto& [field, why] : exceptions) {
    CAPTURE(field.first, field.second, why);
    CHECK(missed.erase(field) == 1);
  }
  INFO("never planted:\n" << shown(missed));
  CHECK(missed.empty());
}

}  // namespace

TEST_CASE("every command that prints of a partnership keeps to the boundary", "[publication]") {
  const auto calls = calls_on({.path = "x", .bodies = {"b"}});
  for (const internal::Command& command : internal::commands()) {
    CAPTURE(command.name);
    const bool owners = command.prints == internal::Prints::owners;
    CHECK(owners != calls.contains(std::string(command.name)));
  }
}

TEST_CASE("no text, number or day of what is marked is printed, whatever field of whatever type",
          "[publication]") {
  std::set<FieldName> words, values = stays();
  const auto plant = [&](Kept kept) {
    return [&, kept](Planting& planting) {
      planting.plant(Holds::words, kept, words);
      planting.plant(Holds::values, kept, values);
    };
  };
  check_no_leak(plant(Kept::by_mark));
  // What has no mark of its own has that of the arrangements, and is refused with them.
  check_no_leak(plant(Kept::by_arrangements), Speaks::no);
  check_planted(Holds::words, words, holds_no_secret());
  for (const FieldName& field : stays()) values.erase(field);
  check_planted(Holds::values, values, holds_no_odd_value());
}

TEST_CASE("no id of what is marked is printed, wherever something refers to it", "[publication]") {
  std::set<FieldName> planted;
  check_no_leak([&](Planting& planting) { planting.plant_ids(planted); });
  check_planted(Holds::ids, planted, leads_to_no_secret());
}

TEST_CASE("no remark of whoever keeps the files is printed to the public", "[publication]") {
  std::set<FieldName> planted;
  check_no_leak([&](Planting& planting) { planting.plant(Holds::words, Kept::by_field, planted); });
  std::set<FieldName> missed = never_open();
  for (const FieldName& one : planted) missed.erase(one);
  INFO("never planted:\n" << shown(missed));
  CHECK(missed.empty());
}

TEST_CASE("no row of a closed register is printed to the public", "[publication]") {
  std::set<FieldName> planted;
  check_no_leak(
      [&](Planting& planting) { planting.plant(Holds::words, Kept::by_register, planted); },
      Speaks::yes, {}, {});
  for (const Register* kind : registers()) {
    if (kind->audience == Audience::open) continue;
    CAPTURE(kind->name);
    CHECK(std::ranges::count(planted, std::string(kind->row().name), &FieldName::first) > 0);
  }
}
