// What is explained against what is used, and markers against what they point to.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include <safegov/citation.hpp>
#include <safegov/glossary.hpp>

#include "registers/rows.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

using Codes = std::vector<std::string>;

Partnership with(const std::string& name, const std::string& rows) {
  return sound({{"partnership.yaml", small_partnership},
                register_file(name, rows),
                documents_named_in(rows)});
}

std::string row(const std::string& id, const std::string& dated, const std::string& rest) {
  return "- id: " + id + "\n  in: " + id + "\n  dated: " + dated + "\n" + rest;
}

Codes odd_terms(const std::string& rest, Date as_at = Date(2030, 1, 1)) {
  return odd(with("glossary", row("report", "2022-09-30", rest)), as_at);
}

const Date later(2030, 1, 1);

}  // namespace

TEST_CASE("a glossary is held against the text in both directions", "[glossary]") {
  const Partnership partnership = with("glossary", row("report", "2022-09-30", R"(  entries:
    - {term: BMG, expansion: Business Management Group}
    - {term: CCG, expansion: Clinical Commissioning Group}
    - {term: NUH(T), expansion: Nottingham University Hospitals (Trust)}
  uses:
    - {term: BMG, count: 11}
    - {term: NUH, count: 8, entry: NUH(T)}
    - {term: FSP, count: 1, expansion: Family Support Pathway}
    - {term: MARAC, count: 1}
    - {term: CCG, count: 0}
)"));
  const auto found = measures(partnership, "glossary/report", later);
  CHECK(found.at("entries used") == "2 of 3 (66.7 %)");
  CHECK(found.at("terms used") == "4");
  CHECK(found.at("in the glossary") == "2 of 4 (50 %)");
  CHECK(found.at("explained in the text alone") == "1 of 4 (25 %)");
  CHECK(found.at("not explained") == "1 of 4 (25 %)");
  CHECK(found.at("these") == "MARAC");
  CHECK(found.at("never used") == "CCG");
  CHECK(odd(partnership, later) == Codes{"SG511", "SG510"});
  CHECK(odd(partnership, Date(2022, 9, 29)).empty());  // nobody had read it
  CHECK(measures(partnership, "glossary/report", Date(2022, 9, 29)).empty());
}

TEST_CASE("one term with two expansions is odd where it stands later", "[glossary]") {
  const auto first =
      row("one", "2022-09-30",
          "  entries: [{term: ICS, expansion: Integrated Care System}]\n  uses: [{term: ICS}]\n");
  const auto second = [](const std::string& expansion) {
    return row("two", "2025-08-01",
               "  entries: [{term: ics, expansion: " + expansion + "}]\n  uses: [{term: ics}]\n");
  };
  const Partnership partnership = with("glossary", second("Integrated Care Service") + first);
  CHECK(odd(partnership, later) == Codes{"SG512"});
  CHECK(odd(partnership, Date(2025, 7, 31)).empty());
  CHECK(register_findings(partnership, later)[0].path == "glossary[0].expansion");
  CHECK(odd(with("glossary", first + second("Integrated-care system")), later).empty());
}

TEST_CASE("an expansion in the text is held against the glossary of the same document",
          "[glossary]") {
  CHECK(odd_terms("  entries: [{term: SLG, expansion: Strategic Leadership Group}]\n"
                  "  uses: [{term: SLG, expansion: Senior Leadership Group}]\n") == Codes{"SG512"});
  CHECK(odd_terms("  entries: [{term: SLG, expansion: Childrens' Group}]\n"
                  "  uses: [{term: SLG, expansion: Children\u2019s group}]\n")
            .empty());
}

TEST_CASE("two terms for one thing are odd", "[glossary]") {
  CHECK(odd_terms("  uses:\n    - {term: LCS, expansion: Local Review}\n"
                  "    - {term: LCSPR, expansion: local review}\n") == Codes{"SG513"});
  CHECK(odd_terms("  entries: [{term: NUH(T), expansion: Hospitals}]\n"
                  "  uses: [{term: NUH, entry: NUH(T), expansion: Hospitals}]\n")
            .empty());
}

TEST_CASE("a term that is spelt nearly as an explained one is pointed out", "[glossary]") {
  const auto used = [](const std::string& term) {
    return odd_terms(
        "  uses:\n    - {term: KCSIE, expansion: Keeping Children Safe}\n    - {term: " + term +
        "}\n");
  };
  CHECK(used("KSCIE") == Codes{"SG510", "SG514"});  // two letters swapped
  CHECK(used("KCSIEE") == Codes{"SG510", "SG514"});
  CHECK(used("KSCEI") == Codes{"SG510"});
  // Short ones are alike by chance.
  CHECK(odd_terms("  uses:\n    - {term: CDP, expansion: Crime and Drugs Partnership}\n"
                  "    - {term: CP}\n") == Codes{"SG510"});
  CHECK(odd_terms("  entries: [{term: EMARF, expansion: Form}]\n  uses: [{term: eMARF}]\n") ==
        Codes{"SG514"});
}

TEST_CASE("a term that is explained after it is used is pointed out", "[glossary]") {
  const auto at = [](const std::string& place) {
    return odd_terms("  uses: [{term: DHR, source: '000:286', expansion: Review, explained-at: '" +
                     place + "'}]\n");
  };
  CHECK(at("000:301") == Codes{"SG515"});
  CHECK(at("000:286").empty());
  CHECK(at("page 3").empty());  // no line can be told
}

TEST_CASE("uses that cannot be are errors", "[glossary]") {
  const auto wrong = [](const std::string& uses) {
    const auto result =
        read_sources({{"partnership.yaml", small_partnership},
                      register_file("glossary", row("r", "2022-09-30", "  uses:\n" + uses)),
                      documents_named_in("in: r\n")});
    Codes found;
    for (const Diagnostic& d : result.diagnostics())
      found.push_back(d.code + ":" + std::to_string(d.where.begin.line));
    return found;
  };
  CHECK(wrong("    - {term: A}\n    - {term: A}\n") == Codes{"SG161:9"});
  CHECK(wrong("    - {term: A, entry: B}\n") == Codes{"SG102:8"});
}

TEST_CASE("markers and notes are held against each other", "[citations]") {
  const auto of = [](const std::string& rest) {
    return odd(with("citations", row("report", "2022-09-30", rest)), later);
  };
  CHECK(of("  markers: [{no: 1}, {no: 2}, {no: 1}]\n  targets: [{no: 1}, {no: 2}]\n").empty());
  CHECK(of("  markers: [{no: 1}, {no: '*'}, {no: '*'}]\n  targets: [{no: 1}]\n") == Codes{"SG516"});
  CHECK(of("  markers: [{no: 1}]\n  targets: [{no: 1}, {no: 2}]\n") == Codes{"SG517"});
  CHECK(of("  markers: [{no: 2}, {no: 1}]\n  targets: [{no: 1}, {no: 2}]\n") ==
        Codes{"SG518", "SG518"});  // 2 stands first, and 1 after it
  CHECK(of("  markers: [{no: 1}]\n  targets: [{no: 1}, {no: 1}]\n") == Codes{"SG518"});
  CHECK(of("  markers: [{no: 1}, {no: 3}]\n  targets: [{no: 1}, {no: 3}]\n") ==
        Codes{"SG518", "SG518"});
  CHECK(odd(with("citations", row("report", "2022-09-30", "  markers: [{no: 1}]\n")),
            Date(2022, 9, 29))
            .empty());
}

TEST_CASE("guidance that was replaced by the day of the document is odd", "[citations]") {
  const auto dated = [](const std::string& day) {
    return odd(with("citations",
                    row("report", day,
                        "  mentions:\n    - {text: Working Together 2018, until: 2023-12-14}\n")),
               later);
  };
  CHECK(dated("2023-12-14").empty());
  CHECK(dated("2023-12-15") == Codes{"SG519"});
  const auto result = read_sources(
      {{"partnership.yaml", small_partnership},
       register_file(
           "citations",
           row("r", "2022-09-30", "  targets: [{no: 1, from: 2023-01-01, until: 2022-12-31}]\n")),
       documents_named_in("in: r\n")});
  REQUIRE(result.diagnostics().size() == 1);
  CHECK(result.diagnostics()[0].code == "SG104");
}
