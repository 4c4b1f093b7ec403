// The registers of money and of tolerances: what they issue, and what cannot be.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>
#include <tuple>

#include <safegov/funding.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/funding_look.hpp"
#include "registers/money.hpp"
#include "registers/row_graph.hpp"

namespace safegov {

namespace codes = internal::codes;
using namespace internal;

namespace {

void issue(const Account& account, Issue& issue) {
  issue.action().lead = account.of;
  issue.count_from(account.dated);
  if (!account.due.empty()) {
    // That it is owed does not wait for the document in which it comes.
    Promise& report = issue.promise("report", "due");
    report.from = account.of;
    report.to = account.to;
    report.due = account.due;
    Record& came = issue.happened(RecordKind::received, issue.id("report"), "dated");
    came.date = account.dated;
    came.reference = account.document.id;
  }
  issue.promised_on(account.dated);
  for (const Contribution& c : account.contributions) {
    const auto amount = c.amount ? pence_of(*c.amount) : std::nullopt;
    const auto spent = c.spent ? pence_of(*c.spent) : std::nullopt;
    if (c.return_by.empty() || (amount && spent && *spent >= *amount)) continue;
    const std::string id = "unspent-" + c.name();
    Promise& back = issue.promise(id, c, "return-by");
    back.what = "Return of what is unspent of " + (c.what.empty() ? "a grant" : c.what);
    if (amount && spent) back.what += ": " + print_pence(*amount - *spent);
    back.from = account.of;
    back.to = c.from;
    back.due = c.return_by;
    Record& went = issue.happened(RecordKind::received, issue.id(id), c.origin);
    went.date = c.returned;
  }
}

class Checker {
 public:
  Checker(const Account& account, RowCheck& check) : account_(account), check_(check) {}

  void run() {
    check_headings();
    for (const Contribution& c : account_.contributions) check_contribution(c);
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    for (const AccountLine& line : account_.lines) {
      check_money(line.amount, line, "amount");
      check_heading(line, line.category, line.column);
      if (!seen.emplace(line.category, line.what, line.column).second)
        twice(line, "what", "the line " + in_quotes(line.what));
    }
    for (const auto* list : {&account_.totals, &account_.stated})
      for (const AccountFigure& figure : *list) {
        check_money(figure.amount, figure, "amount");
        check_heading(figure, figure.category, figure.column);
        check_figure(figure);
      }
    std::set<std::pair<std::string, std::string>> shared;
    for (const AccountShare& share : account_.shares) {
      check_share(share.share, share.over_100, share);
      check_heading(share, share.category, share.column);
      if (share.category.empty() == share.column.empty())
        check_.report(codes::diagnose(codes::unknown_heading,
                                      "a share is of a column or of a category, of one of the two",
                                      {}, "name one"),
                      share);
      else if (!shared.emplace(share.category, share.column).second)
        twice(share, share.column.empty() ? "category" : "column", "the share");
    }
    if (!account_.tolerance.empty() && find_tolerance(check_, account_.tolerance) == nullptr)
      check_.report(
          codes::diagnose(codes::unknown_reference,
                          "there is no tolerance " + in_quotes(account_.tolerance), {},
                          "it is rounding, pound-a-line, exact, or a row under 'sum-tolerances'"),
          account_, "tolerance");
    check_previous();
  }

 private:
  void check_headings() {
    std::set<std::string> seen;
    for (const std::string& column : account_.columns)
      if (!seen.insert(column).second)
        twice(account_, "columns", "the column " + in_quotes(column));
    seen.clear();
    for (const AccountCategory& category : account_.categories)
      if (!seen.insert(category.id).second)
        twice(category, "id", "the category " + in_quotes(category.id));
  }

  template <class T>
  void twice(const T& value, std::string_view field, const std::string& what) {
    check_.report(codes::diagnose(codes::heading_twice, what + " is there twice", {},
                                  "what is printed twice needs two names"),
                  value, field);
  }

  template <class T>
  void check_heading(const T& value, const std::string& category, const std::string& column) {
    const auto unknown = [&](const std::string& what, std::string_view field,
                             std::string_view list) {
      check_.report(
          codes::diagnose(codes::unknown_heading,
                          "the account has no " + std::string(field) + " " + in_quotes(what), {},
                          "name it under '" + std::string(list) + "'"),
          value, field);
    };
    if (!category.empty() &&
        std::ranges::count(account_.categories, category, &AccountCategory::id) == 0)
      unknown(category, "category", "categories");
    if (!column.empty() && std::ranges::count(account_.columns, column) == 0)
      unknown(column, "column", "columns");
  }

  template <class T>
  void check_money(const std::optional<Decimal>& amount, const T& value, std::string_view field) {
    if (!amount) return;
    const bool per_cent = amount->text.find('%') != std::string::npos;
    if (pence_of(*amount) && !per_cent) return;
    check_.report(codes::diagnose(codes::not_money,
                                  in_quotes(amount->text) +
                                      (per_cent             ? " is a share, not an amount"
                                       : amount->places > 2 ? " has more than two places of pounds"
                                                            : " is more than any account holds"),
                                  {}, "write it as £1,234 or £1,234.50"),
                  value, field);
  }

  template <class T>
  void check_share(const std::optional<Decimal>& share, const std::string& leave, const T& value) {
    if (!share) return;
    if (share->text.find("£") != std::string::npos)
      check_.report(
          codes::diagnose(codes::not_money, in_quotes(share->text) + " is an amount, not a share",
                          {}, "write it as 45.88%"),
          value, "share");
    else if (share->places > most_share_places || compare(*share, most_share) > 0 ||
             compare(*share, least_share) < 0)
      check_.report(codes::diagnose(codes::more_than_all,
                                    in_quotes(share->text) + " is no share that is printed", {},
                                    "it has four places at most, and is not beyond 10,000 %"),
                    value, "share");
    else if (compare(*share, Decimal{"", 100, 0}) > 0 && leave.empty())
      check_.report(
          codes::diagnose(codes::more_than_all, in_quotes(share->text) + " is more than all", {},
                          "correct it, or say under 'over-100' why it is right"),
          value, "share");
  }

  void check_contribution(const Contribution& c) {
    check_money(c.amount, c, "amount");
    check_money(c.spent, c, "spent");
    check_share(c.share, c.over_100, c);
    const bool negative = c.amount && c.amount->units < 0;
    const bool repayment = c.kind == ContributionKind::repayment;
    if (negative != repayment && c.amount)
      check_.report(
          codes::diagnose(
              codes::negative_contribution,
              negative ? in_quotes(c.name()) + " contributes less than nothing"
                       : "a repayment to " + in_quotes(c.name()) + " is not less than nothing",
              {},
              negative ? "correct the sign, or say 'kind: repayment'"
                       : "a repayment has a minus sign"),
          c, "amount");
    if (c.spent && c.amount && compare(*c.spent, *c.amount) > 0)
      check_.report(codes::diagnose(
                        codes::not_money,
                        "more is spent than was given: " + c.spent->text + " of " + c.amount->text,
                        {}, "correct one of the two"),
                    c, "spent");
    if (!c.until && c.return_by.empty() && c.returned)
      check_.report(
          codes::diagnose(codes::idle_key, "'returned' says nothing of what need not be returned",
                          {}, "say by when under 'return-by', or take it out"),
          c, "returned");
  }

  void check_figure(const AccountFigure& figure) {
    const bool spend = figure.kind() == FigureKind::spend;
    const bool income = figure.kind() == FigureKind::income;
    const auto idle = [&](bool given, std::string_view key, std::string_view of) {
      if (!given) return;
      check_.report(
          codes::diagnose(codes::idle_key,
                          in_quotes(key) + " says nothing of what is not " + std::string(of), {},
                          "take it out, or correct 'as'"),
          figure, key);
    };
    if (!income) idle(!figure.from.empty(), "from", "income");
    if (!spend) {
      idle(!figure.category.empty(), "category", "spend");
      idle(!figure.column.empty(), "column", "spend");
      idle(!figure.line.empty(), "line", "spend");
    }
    for (const BodyRef& body : figure.from) {
      const auto is_from = [&](const Contribution& c) { return c.from == body; };
      if (body && std::ranges::none_of(account_.contributions, is_from))
        check_.report(codes::diagnose(codes::unknown_heading,
                                      in_quotes(body.id) + " contributes nothing to this account",
                                      {}, "give it a line under 'contributions'"),
                      figure, "from");
    }
    if (figure.line.empty()) return;
    const auto is_line = [&](const AccountLine& line) { return line.what == figure.line; };
    if (std::ranges::none_of(account_.lines, is_line))
      check_.report(codes::diagnose(codes::unknown_heading,
                                    "the account has no line " + in_quotes(figure.line), {},
                                    "name it as the line does"),
                    figure, "line");
  }

  void check_previous() {
    if (!account_.previous || !account_.dated) return;
    const RowsById& all = check_.once(accounts_by_id);
    const auto at = all.find(account_.previous.id);
    if (!at) return;  // said as an unknown reference
    const Account& other = check_.partnership().list<Account>()[*at];
    const bool itself = &other == &account_;
    if (!itself && (!other.dated || *other.dated <= *account_.dated)) return;
    check_.report(codes::diagnose(codes::later_account,
                                  itself ? "it goes on from itself"
                                         : "it goes on from " + in_quotes(other.id) +
                                               ", which is of a later day",
                                  {}, "name the account of the year before"),
                  account_, "previous");
  }

  // So that no sum of shares overflows.
  static constexpr int most_share_places = 4;
  inline static const Decimal most_share{"", 10'000, 0};
  inline static const Decimal least_share{"", -10'000, 0};

  const Account& account_;
  RowCheck& check_;
};

void check(const Account& account, RowCheck& check) { Checker(account, check).run(); }

void check_tolerance(const SumTolerance& tolerance, RowCheck& check) {
  const auto bad = [&](std::string message, std::string_view field) {
    check.report(codes::diagnose(codes::not_money, std::move(message), {},
                                 "write it as 0.5 units, or as £1"),
                 tolerance, field);
  };
  constexpr std::int64_t most_units = 1000;
  if (tolerance.units &&
      (tolerance.units->units < 0 || tolerance.units->places > most_unit_places ||
       compare(*tolerance.units, Decimal{"", most_units, 0}) > 0))
    bad("units are from 0 to 1000, with three places at most", "units");
  if (tolerance.pounds && (tolerance.pounds->units < 0 || !pence_of(*tolerance.pounds) ||
                           compare(*tolerance.pounds, Decimal{"", most_units, 0}) > 0))
    bad("pounds are from 0 to 1000, with two places at most", "pounds");
  for (const SumTolerance& named : named_sum_tolerances())
    if (named.id == tolerance.id)
      check.report(
          codes::diagnose(codes::heading_twice, in_quotes(tolerance.id) + " comes with the library",
                          {}, "give yours another id"),
          tolerance, "id");
}

void look_at_tolerance(const SumTolerance& tolerance, RowLook& look) {
  look.measure("allows", in_words(tolerance));
  if (tolerance.certainty) look.measure("certainty", in_words(*tolerance.certainty));
  if (!tolerance.source.empty()) look.measure("source", tolerance.source);
}

}  // namespace

const Register& funding_register() {
  static constexpr Field list[] = {
      rows<Account>("funding", "Who pays what into a partnership, and what it is spent on.")};
  static constexpr RowRules<Account> rules{
      .issue = issue, .check = check, .look = internal::look_at_account};
  static constexpr Register funding = register_of("Funding", list, rules);
  return funding;
}

const Register& sum_tolerances_register() {
  static constexpr Field list[] = {rows<SumTolerance>(
      "sum-tolerances",
      "How far printed sums may be from what is summed, beside what is built in.")};
  static constexpr RowRules<SumTolerance> rules{.check = check_tolerance,
                                                .look = look_at_tolerance};
  static constexpr Register tolerances = register_of("Sum tolerances", list, rules);
  return tolerances;
}

}  // namespace safegov
