// Who answers to whom: routes, single points, oddities, successions and changes, in sentences.
// SPDX-License-Identifier: Apache-2.0

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <safegov/network.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

/// A partnership of these bodies, lines of YAML; nobody owes anything unless there is a plan.
Partnership of(const std::string& bodies, const std::string& top = "top",
               const std::vector<std::string>& promises = {}) {
  std::string text = "safegov: 1\npartnership: example\nname: Example\n" +
                     (top.empty() ? std::string() : "top: " + top + "\n") + "bodies:\n" + bodies;
  std::vector<Source> sources{{"partnership.yaml", text}};
  for (const std::string& each : promises)
    sources.emplace_back("plan.yaml", small_plan(each, "period: 2019-22\n"));
  return sound(std::move(sources));
}

/// `- {id: a, reports-to: b}`
std::string body(const std::string& id, const std::string& reports_to = "",
                 const std::string& more = "") {
  return "  - {id: " + id + (reports_to.empty() ? "" : ", reports-to: " + reports_to) +
         (more.empty() ? "" : ", " + more) + "}\n";
}

const Date day(2019, 11, 1);

struct Asked {
  Partnership partnership;
  Network network;

  explicit Asked(const Partnership& p, Date on = day, const NetworkOptions& options = {})
      : partnership(p), network(network_of(expand_obligations(p), on, options)) {}

  [[nodiscard]] BodyId id(const std::string& name) const {
    const BodyId found = partnership.find_body(name);
    REQUIRE(found);
    return found;
  }
  [[nodiscard]] std::string name(BodyId body) const { return body ? partnership[body].id : "none"; }
  [[nodiscard]] std::string names(const std::vector<BodyId>& bodies) const {
    std::string out;
    for (const BodyId each : bodies) out += (out.empty() ? "" : " ") + name(each);
    return out;
  }
  [[nodiscard]] std::string written(const std::optional<Route>& route) const {
    if (!route) return "none";
    std::string out = name(route->from);
    for (const NetworkLine& line : route->lines)
      out += (network.condition(line).empty() ? " " : " ? ") + name(line.to);
    return out;
  }
  [[nodiscard]] std::string route(const std::string& from) const {
    return written(network.route(id(from)));
  }
  [[nodiscard]] std::string routes(const std::string& from, const std::string& to,
                                   std::size_t most = 1000) const {
    std::string out;
    const Routes found = network.routes(id(from), id(to), most);
    for (const Route& each : found.routes) out += (out.empty() ? "" : ", ") + written(each);
    return out + (found.more ? ", …" : "");
  }
  [[nodiscard]] std::string found(NetworkOddity what) const {
    std::string out;
    for (const NetworkFinding& each : network.findings())
      if (each.what == what) out += (out.empty() ? "" : ", ") + ("[" + names(each.bodies) + "]");
    return out;
  }
};

}  // namespace

TEST_CASE("everybody has a route, a depth, a span and a load", "[network]") {
  const Asked asked(of(body("top") + body("bmg", "top") + body("qa", "bmg") + body("audit", "qa"),
                       "top", {"- what: Report\n  to: bmg\n  due: June 2019, Oct 2019\n"}));
  CHECK(asked.route("audit") == "audit qa bmg top");
  CHECK(asked.route("top") == "top");
  CHECK(asked.network.depth(asked.id("audit")) == 3U);
  CHECK(asked.network.depth(asked.id("top")) == 0U);
  CHECK(asked.name(asked.network.next(asked.id("qa"))->to) == "bmg");
  CHECK_FALSE(asked.network.next(asked.id("top")));
  CHECK(asked.network.span(asked.id("top")) == 1);
  CHECK(asked.network.load(asked.id("bmg")) == 2);
  CHECK(asked.network.load(asked.id("qa")) == 0);
  CHECK(asked.written(asked.network.route_of(0)) == "bmg top");
  CHECK(asked.network.findings().empty());
}

TEST_CASE("a route is the shortest, and the first as written", "[network]") {
  const Asked asked(of(body("top") + body("b", "top") + body("a", "top") + body("c", "[a, b]") +
                       body("d", "[c, a]")));
  CHECK(asked.route("c") == "c a top");
  CHECK(asked.route("d") == "d a top");
  CHECK(asked.routes("d", "top") == "d a top, d c a top, d c b top");
  CHECK(asked.routes("d", "top", 1) == "d c a top, …");
  CHECK(asked.routes("top", "d").empty());
  CHECK(asked.routes("d", "d") == "d");
  CHECK(asked.written(asked.network.route(asked.id("d"), asked.id("b"))) == "d c b");
}

TEST_CASE("a line with a condition is taken only where there is no other way", "[network]") {
  const std::string by_exception = "{to: top, condition: by exception}";
  const Asked asked(of(body("top") + body("scrutiny", "top") +
                       body("themes", "[" + by_exception + ", scrutiny]") +
                       body("panel", by_exception) + body("both", "[" + by_exception + ", top]")));
  CHECK(asked.route("themes") == "themes scrutiny top");
  CHECK(asked.network.depth(asked.id("themes")) == 2U);
  CHECK(asked.name(asked.network.next(asked.id("themes"))->to) == "scrutiny");
  CHECK(asked.route("panel") == "panel ? top");
  CHECK(asked.route("both") == "both top");
  CHECK(asked.routes("themes", "top") == "themes ? top, themes scrutiny top");
  CHECK(asked.network.behind(asked.id("scrutiny")) == 0);
}

TEST_CASE("a single point is what all routes pass", "[network]") {
  const Asked asked(of(body("top") + body("bmg", "top") + body("a", "bmg") + body("b", "bmg") +
                       body("c", "[a, b]") + body("d", "c")));
  CHECK(asked.name(asked.network.gate(asked.id("c"))) == "bmg");
  CHECK(asked.name(asked.network.gate(asked.id("bmg"))) == "top");
  CHECK(asked.name(asked.network.gate(asked.id("top"))) == "none");
  CHECK(asked.names(asked.network.gates(asked.id("d"))) == "c bmg");
  CHECK(asked.names(asked.network.single_points()) == "bmg c");
  CHECK(asked.network.behind(asked.id("bmg")) == 4);
  CHECK(asked.network.behind(asked.id("a")) == 0);
  CHECK(asked.network.cut_point(asked.id("bmg")));
  CHECK(asked.network.cut_point(asked.id("c")));
  CHECK_FALSE(asked.network.cut_point(asked.id("a")));
}

TEST_CASE("an orphan with a line into the rest takes no single point away", "[network]") {
  const Asked asked(of(body("top") + body("bmg", "top") + body("qa", "bmg") + body("x", "y") +
                       body("y", "[x]") + body("z")));
  CHECK(asked.names(asked.network.single_points()) == "bmg");
  CHECK(asked.found(NetworkOddity::no_route) == "[x y z]");
  CHECK(asked.found(NetworkOddity::cycle) == "[x y]");
  CHECK(asked.route("z") == "none");
  CHECK(asked.name(asked.network.gate(asked.id("z"))) == "none");
}

TEST_CASE("cycles, lines to oneself and other tops are findings and all else answers",
          "[network]") {
  const Asked asked(of(body("top") + body("a", "[b, top]") + body("b", "a") +
                       body("me", "[me, top]") + body("other") + body("under", "other") +
                       body("p", "q") + body("q", "r") + body("r", "p")));
  CHECK(asked.found(NetworkOddity::cycle) == "[a b], [p q r]");
  CHECK(asked.found(NetworkOddity::answers_to_itself) == "[me]");
  CHECK(asked.found(NetworkOddity::other_top) == "[other]");
  CHECK(asked.found(NetworkOddity::no_route) == "[other under p q r]");
  CHECK(asked.found(NetworkOddity::no_top).empty());
  CHECK(asked.route("b") == "b a top");
  CHECK(asked.route("me") == "me top");
  CHECK(asked.written(asked.network.route(asked.id("p"), asked.id("r"))) == "p q r");
  CHECK(asked.network.span(asked.id("me")) == 0);
}

TEST_CASE("a top that reports to somebody is the top all the same", "[network]") {
  const Asked asked(of(body("top", "a") + body("a", "top")));
  CHECK(asked.route("top") == "top");
  CHECK(asked.route("a") == "a top");
  CHECK(asked.found(NetworkOddity::cycle) == "[top a]");
}

TEST_CASE("without a top everything that needs none is answered", "[network]") {
  const Asked asked(of(body("board") + body("bmg", "board") + body("qa", "bmg"), ""));
  CHECK(asked.found(NetworkOddity::no_top) == "[]");
  CHECK(asked.found(NetworkOddity::other_top) == "[board]");
  CHECK(asked.found(NetworkOddity::no_route).empty());
  CHECK(asked.name(asked.network.top()) == "none");
  CHECK(asked.route("qa") == "none");
  CHECK_FALSE(asked.network.depth(asked.id("qa")));
  CHECK_FALSE(asked.network.next(asked.id("qa")));
  CHECK(asked.name(asked.network.gate(asked.id("qa"))) == "none");
  CHECK(asked.written(asked.network.route(asked.id("qa"), asked.id("board"))) == "qa bmg board");
  CHECK(asked.network.span(asked.id("board")) == 1);
  CHECK(asked.network.cut_point(asked.id("bmg")));
}

TEST_CASE("agencies, posts and what is only named need no route, unless they have a line",
          "[network]") {
  const Asked asked(of(body("top") + body("police", "", "kind: agency") +
                       body("chair", "", "kind: post") + body("omg", "", "named-only: '002:102'") +
                       body("forum", "", "kind: network") + body("office", "lost", "kind: agency") +
                       body("lost")));
  CHECK(asked.found(NetworkOddity::no_route) == "[forum office lost]");
  CHECK_FALSE(asked.network.in_structure(asked.id("omg")));
  CHECK(asked.network.in_structure(asked.id("office")));
}

TEST_CASE("the structure is that of the day", "[network]") {
  const Partnership p =
      of(body("top") + body("bmg", "top", "until: 2020-03-31") +
         body("new", "top", "from: 2020-04-01") +
         body("qa", "[{to: bmg, until: 2020-03-31}, {to: new, from: 2020-04-01}]"));
  const Asked before(p, Date(2020, 3, 31)), after(p, Date(2020, 4, 1));
  CHECK(before.route("qa") == "qa bmg top");
  CHECK(after.route("qa") == "qa new top");
  CHECK_FALSE(before.network.exists(before.id("new")));
  CHECK(before.route("new") == "none");
  CHECK(before.found(NetworkOddity::no_route).empty());
  const NetworkChanges changed = changes(before.network, after.network);
  CHECK(after.names(changed.begun) == "new");
  CHECK(after.names(changed.ended) == "bmg");
  REQUIRE(changed.lines_begun.size() == 2);
  CHECK(changed.lines_begun[0].from == p.find_body("new"));
  CHECK(changed.lines_begun[1].from == p.find_body("qa"));
  REQUIRE(changed.lines_ended.size() == 2);
  CHECK(changed.lines_ended[0].from == p.find_body("bmg"));
  CHECK(changes(before.network, before.network) == NetworkChanges{});
  CHECK_THROWS_AS(changes(before.network, Asked(of(body("top"))).network), std::invalid_argument);
}

TEST_CASE("who takes over carries duties and lines on", "[network]") {
  const Partnership p =
      of(body("board", "", "until: 2019-09-28") +
             body("slg", "", "from: 2019-09-29, succeeds: board") + body("qa", "board"),
         "board", {"- what: Report\n  to: board\n  due: Oct 2019, Oct 2020\n"});
  const Asked before(p, Date(2019, 9, 28)), after(p, Date(2019, 9, 29));
  CHECK(before.name(before.network.top()) == "board");
  CHECK(after.name(after.network.top()) == "slg");
  CHECK(after.route("qa") == "qa slg");
  CHECK(after.name(after.network.written_to(after.network.lines()[0])) == "board");
  CHECK(after.network.load(after.id("slg")) == 2);
  CHECK(after.network.load(after.id("board")) == 0);
  CHECK(after.written(after.network.route_of(0)) == "slg");
  CHECK(after.network.findings().empty());
  // The line is the same and leads elsewhere.
  CHECK(changes(before.network, after.network).lines_begun.size() == 1);
}

TEST_CASE("succession is followed on, to the nearest who is there", "[network]") {
  const Asked asked(
      of(body("top") + body("a", "", "until: 2010-01-01") +
         body("b", "", "until: 2015-01-01, succeeds: a") + body("c", "", "succeeds: b") +
         body("x", "", "until: 2015-01-01, succeeds: y") +
         body("y", "", "until: 2015-01-01, succeeds: x") + body("s", "", "until: 2015-01-01") +
         body("late", "", "succeeds: {body: s, from: 2020-01-01}") +
         body("s1", "", "succeeds: {body: s, from: 2016-01-01}") + body("s2", "", "succeeds: s") +
         body("unborn", "", "from: 2021-01-01")));
  const auto holder = [&](const std::string& of_body) {
    return asked.name(asked.network.holder_of(asked.id(of_body)));
  };
  CHECK(holder("top") == "top");
  CHECK(holder("a") == "c");
  CHECK(holder("x") == "none");
  CHECK(holder("s") == "s1");
  CHECK(holder("unborn") == "none");
}

TEST_CASE("who owes a thing is whoever carries the duty on the day", "[network]") {
  const Partnership p =
      of(body("top") + body("old", "", "until: 2019-08-31") + body("new", "top", "succeeds: old") +
             body("gone", "", "until: 2019-08-31") + body("qa", "top"),
         "top",
         {"- {what: Report, from: old, to: top, due: Oct 2019}\n"
          "- {id: other, what: Report, from: gone, to: top, due: Oct 2019}\n"
          "- {id: led, what: Report, to: top, due: Oct 2019}\n"});
  const auto owners = [&](Date on) {
    const Asked asked(p, on);
    std::string out;
    for (std::size_t row = 0; row < 3; ++row)
      out += (row == 0 ? "" : " ") + asked.name(asked.network.owner_of(row));
    return out;
  };
  CHECK(owners(Date(2019, 8, 31)) == "old gone qa");
  CHECK(owners(Date(2019, 9, 1)) == "new gone qa");
}

TEST_CASE("duties that outlive a body without a successor are orphaned", "[network]") {
  const std::string bodies = body("top") + body("qa", "top") +
                             body("old", "", "until: 2019-08-31") +
                             body("done", "", "until: 2019-08-31");
  const Asked asked(of(bodies, "top",
                       {"- what: Report\n  to: old\n  due: June 2019, Oct 2019\n"
                        "- what: Other report\n  to: done\n  due: June 2019\n"}));
  CHECK(asked.found(NetworkOddity::orphaned_duties) == "[old]");
  CHECK(asked.written(asked.network.route_of(0)) == "none");
  CHECK(Asked(asked.partnership, Date(2019, 8, 31)).found(NetworkOddity::orphaned_duties).empty());
}

TEST_CASE("a line to a body that nobody took over from leads nowhere", "[network]") {
  const Asked asked(of(body("top") + body("gone", "top", "until: 2018-01-01") + body("qa", "gone") +
                       body("heir", "gone2", "succeeds: gone2") +
                       body("gone2", "", "until: 2018-01-01")));
  CHECK(asked.found(NetworkOddity::line_to_nobody) == "[qa]");
  CHECK(asked.found(NetworkOddity::no_route) == "[qa heir]");
  // Who took over from the body it reported to does not report to itself.
  CHECK(asked.found(NetworkOddity::answers_to_itself).empty());
}

TEST_CASE("routes go along the lines that are asked for", "[network]") {
  const Partnership p = of(
      body("top") + body("bmg", "top") + body("qa", "bmg", "escalates-to: top, joint-with: bmg") +
      body("scrutineer", "", "kind: post, scrutinises: top") + body("forum", "", "attends: qa"));
  const Asked reports(p);
  CHECK(reports.network.lines().size() == 6);
  CHECK(reports.route("qa") == "qa bmg top");
  CHECK(reports.route("scrutineer") == "none");
  const Asked both(p, day, {{LineKind::reports_to, LineKind::escalates_to}});
  CHECK(both.route("qa") == "qa top");
  CHECK(both.network.gates(both.id("qa")).empty());
  const NetworkLine attends = both.network.lines().back();
  CHECK(attends.kind == LineKind::attends);
  CHECK(attends.from == p.find_body("qa"));
  CHECK(attends.to == p.find_body("forum"));
  CHECK(both.network.where(attends).begin.line == 10);
  CHECK_THROWS_AS(Asked(p, day, {{}}), std::invalid_argument);
  CHECK_THROWS_AS(Asked(p, day, {{LineKind::attends}}), std::invalid_argument);
}

TEST_CASE("the Nottingham structure of 2019", "[network]") {
  const Asked asked(nottingham());
  CHECK(asked.route("qa") == "qa bmg slg");
  CHECK(asked.names(asked.network.single_points()) == "bmg");
  CHECK(asked.network.behind(asked.id("bmg")) == 10);
  CHECK(
      asked.found(NetworkOddity::no_route) ==
      "[cross-authority-session child-domestic-sexual-violence early-years-dsl-network adsl-group "
      "business-unit]");
  std::size_t lost = 0;
  const Network of_plan = network_of(nottingham_plan(), day);
  for (std::size_t row = 0; row < of_plan.obligations().size(); ++row)
    lost += !of_plan.route_of(row);
  CHECK(lost == 17);  // 10 to OMG, 3 to nobody stated, 3 to the partnership, 1 to readers
}

TEST_CASE("a body is called as it was called on the day", "[network]") {
  const Partnership p = of(body("top", "",
                                "name: Group, formerly: [{name: Board, until: 2019-06-26},"
                                " {name: Council, until: 2018-01-01},"
                                " {name: Never, from: 2020-01-01}]") +
                           body("qa", "top"));
  const auto called = [&](Date on) {
    const Asked asked(p, on);
    const std::string tree = render(asked.network, std::nullopt, Format::text);
    const BodyId qa = asked.id("qa"), top = asked.id("top");
    const std::string name = p[top].label_on(on);
    CHECK(tree.find("top  " + name + ' ') != std::string::npos);
    CHECK(render(asked.network, std::nullopt, Format::json).find("\"label\": \"" + name + '"') !=
          std::string::npos);
    CHECK(render(asked.network, std::nullopt, Format::dot).find("label=\"" + name + "\\n") !=
          std::string::npos);
    CHECK(render(asked.network, qa, top, asked.network.routes(qa, top), Format::text)
              .find("reports to top  " + name + '\n') != std::string::npos);
    CHECK(p[qa].label_on(on) == "qa");
    return name;
  };
  CHECK(called({2019, 6, 26}) == "Board");
  CHECK(called({2019, 6, 27}) == "Group");
  // Both held in 2017: the first as written. And what has no last day held at no known time.
  CHECK(called({2017, 1, 1}) == "Board");
  CHECK(called({2021, 1, 1}) == "Group");
}

TEST_CASE("the top group of Nottingham has the name of the day", "[network]") {
  const Partnership p = nottingham();
  const Body& top = p[p.find_body("slg")];
  CHECK(top.name_on({2019, 6, 26}) == "NCSCP Strategic Board");
  CHECK(top.name_on({2019, 6, 27}) == "Strategic Leadership Group");
}

TEST_CASE("the agendas of a network are those of each body that is there", "[network]") {
  const Partnership p = of(body("top", "", "meets: '5 Nov 2019, 3 Dec 2019, 1 Oct 2019'") +
                               body("gone", "top", "until: 2019-10-31, meets: 2 Oct 2019") +
                               body("idle", "top") + body("qa", "top"),
                           "top",
                           {"- {what: R, to: top, due: Nov 2019}\n"
                            "- {what: S, to: qa, due: Dec 2019}"});
  const Network network = Asked(p).network;
  const Assessment assessment = assess(network.obligations(), day);
  const std::vector<Agenda> found = agendas(network);
  std::string bodies;
  std::size_t open = 0;
  for (const Agenda& each : found) {
    bodies += p[each.body].id + ' ';
    const Agenda own = agenda(assessment, each.body);
    REQUIRE(each.meetings.size() == own.meetings.size());
    for (std::size_t i = 0; i < own.meetings.size(); ++i) {
      CHECK(each.meetings[i].items == own.meetings[i].items);
      open += own.meetings[i].items.size();
    }
    CHECK(each.without_meeting == own.without_meeting);
    CHECK(each.without_day == own.without_day);
    open += own.without_meeting.size() + own.without_day.size();
  }
  CHECK(bodies == "top qa ");
  CHECK(found[0].meetings.size() == 2);
  CHECK(found[0].meetings[0].items.size() == 1);
  CHECK(found[1].without_meeting.size() == 1);
  CHECK(open == network.obligations().size());
}

TEST_CASE("a chain of a hundred thousand bodies has routes and single points", "[network]") {
  Partnership::Parts parts;
  parts.arrangements = {.id = "chain", .name = "Chain", .top = {"b0"}};
  constexpr int length = 100'000;
  for (int i = 0; i < length; ++i) {
    Body& added = parts.arrangements.bodies.emplace_back(Body{.id = "b" + std::to_string(i)});
    if (i > 0) added.reports_to.push_back({.to = {"b" + std::to_string(i - 1)}});
  }
  const Asked asked(Partnership::make(std::move(parts)).value());
  const BodyId last = asked.id("b99999");
  CHECK(asked.network.route(last)->lines.size() == length - 1);
  CHECK(asked.network.gates(last).size() == length - 2);
  CHECK(asked.network.behind(asked.id("b1")) == length - 2);
}

TEST_CASE("a network keeps to the page, and says what it has no form for", "[network][render]") {
  const std::string name = "name: " + std::string(150, 'n');
  std::string bodies = body("top", "", name);
  std::string above = "top";
  for (int i = 0; i < 30; ++i) {
    bodies += body("below-" + std::to_string(i), above, name);
    above = "below-" + std::to_string(i);
  }
  const Asked asked(of(bodies + body("lost", "", name)));
  const Network before = network_of(asked.network.obligations(), Date(2018, 1, 1));
  const BodyId from = asked.id(above), to = asked.id("top");
  const Routes routes = asked.network.routes(from, to);
  for (const std::size_t width : {60U, 80U, 100U}) {
    const RenderOptions options{.width = width};
    for (const std::string& text :
         {render(asked.network, before, Format::text, options),
          render(asked.network, from, to, routes, Format::text, options)}) {
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(internal::display_width(line) <= width);
      }
    }
  }
  CHECK_THROWS_AS(render(asked.network, {}, Format::markdown), std::invalid_argument);
  CHECK_THROWS_AS(render(asked.network, from, to, routes, Format::csv), std::invalid_argument);
  CHECK_THROWS_AS(render(asked.network.obligations(), Format::dot), std::invalid_argument);
}
