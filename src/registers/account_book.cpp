// What each printed figure of an account ought to follow from.
// SPDX-License-Identifier: Apache-2.0

#include "registers/account_book.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace safegov::internal {

namespace {

std::string word(FigureKind kind) {
  std::string text(words_of<FigureKind>()[static_cast<std::size_t>(kind)]);
  std::ranges::replace(text, '-', ' ');
  return text;
}

/// Two figures of one scope are said to be the same thing.
std::string scope_of(const AccountFigure& figure) {
  std::vector<std::string> from;
  for (const BodyRef& body : figure.from) from.push_back(body.id);
  std::ranges::sort(from);
  // An overspend is a surplus with its sign turned, and no other figure.
  std::string scope =
      word(figure.kind() == FigureKind::overspend ? FigureKind::surplus : figure.kind());
  for (const std::string& id : from) scope += "\n" + id;
  return scope + "\n\n" + figure.category + "\n" + figure.column + "\n" + figure.line;
}

Figure figure_of(const std::optional<Decimal>& amount, std::string name, std::string scope) {
  if (!amount) return {std::move(name), 0, 1, std::move(scope)};
  return {std::move(name), pence_of(*amount).value_or(0), unit_of(*amount), std::move(scope)};
}

AccountFigure scope(FigureKind as, std::string category = {}, std::string column = {},
                    std::string line = {}) {
  AccountFigure figure;
  figure.as = as;
  figure.category = std::move(category);
  figure.column = std::move(column);
  figure.line = std::move(line);
  return figure;
}

bool covers(const AccountFigure& scope, const AccountLine& line) {
  return (scope.category.empty() || scope.category == line.category) &&
         (scope.column.empty() || scope.column == line.column) &&
         (scope.line.empty() || scope.line == line.what);
}

bool covers(const AccountFigure& scope, const Contribution& contribution) {
  return scope.from.empty() || std::ranges::find(scope.from, contribution.from) != scope.from.end();
}

void append(Sum& to, const Sum& more, int sign = 1) {
  for (const Term& term : more) to.push_back({term.figure, sign * term.sign});
}

}  // namespace

std::string scope_in_words(const AccountFigure& figure) {
  std::string of;
  for (std::size_t i = 0; i < figure.from.size(); ++i)
    of += (i == 0                        ? " from "
           : i + 1 == figure.from.size() ? " and "
                                         : ", ") +
          in_quotes(figure.from[i].id);
  if (!figure.category.empty()) of += " of " + in_quotes(figure.category);
  if (!figure.line.empty()) of += " on " + in_quotes(figure.line);
  if (!figure.column.empty()) of += " in " + in_quotes(figure.column);
  const bool total = figure.kind() == FigureKind::income || figure.kind() == FigureKind::spend;
  return (of.empty() && total ? "total " : "") + word(figure.kind()) + of;
}

AccountBook::AccountBook(const Account& account, const Account* previous,
                         std::span<const Account* const> earlier)
    : account_(account) {
  list_lines();
  for (const AccountFigure& figure : account.totals) list_printed(figure, true);
  for (const AccountFigure& figure : account.stated) list_printed(figure, false);
  list_sums();
  list_earlier(earlier);
  make_claims(previous);
  make_shares();
}

const Figure* AccountBook::add(Figure figure) {
  held_.push_back(std::move(figure));
  return &held_.back();
}

void AccountBook::list_lines() {
  for (const Contribution& c : account_.contributions) {
    if (!c.amount) continue;
    std::string name = in_quotes(c.name());
    contributions_.push_back({add(figure_of(c.amount, std::move(name), "from " + c.name()))});
    contributed_.push_back(&c);
    others_.push_back(contributions_.back().figure);
  }
  std::size_t n = 0;
  for (const AccountLine& line : account_.lines) {
    std::string name = in_quotes(line.what);
    if (!line.column.empty()) name += " in " + in_quotes(line.column);
    lines_.push_back({add(figure_of(line.amount, std::move(name), "line " + std::to_string(n++)))});
    others_.push_back(lines_.back().figure);
  }
}

void AccountBook::list_printed(const AccountFigure& written, bool in_table) {
  std::string name = "the printed " + scope_in_words(written);
  const Figure* figure = add(figure_of(written.amount, std::move(name), scope_of(written)));
  printed_.push_back({&written, figure, in_table});
  others_.push_back(figure);
}

/// Sums that nobody printed, each once: of all, of columns, of categories, and of these in those.
void AccountBook::list_sums() {
  std::vector<AccountFigure> scopes{scope(FigureKind::income), scope(FigureKind::spend)};
  for (const std::string& column : account_.columns)
    scopes.push_back(scope(FigureKind::spend, {}, column));
  for (const AccountCategory& category : account_.categories) {
    scopes.push_back(scope(FigureKind::spend, category.id));
    for (const std::string& column : account_.columns)
      scopes.push_back(scope(FigureKind::spend, category.id, column));
  }
  for (const AccountFigure& of : scopes) {
    const Sum sum = of.kind() == FigureKind::income ? contributions_of(of) : lines_of(of);
    if (sum.size() < 2) continue;
    Figure figure{"the sum of " + scope_in_words(of), value_of(sum), 1, scope_of(of)};
    for (const Term& term : sum) figure.unit = std::max(figure.unit, term.figure->unit);
    const bool printed_too = std::ranges::any_of(printed_, [&](const Printed& p) {
      return p.figure->scope == figure.scope && p.figure->pence == figure.pence;
    });
    if (!printed_too) others_.push_back(add(std::move(figure)));
  }
}

void AccountBook::list_earlier(std::span<const Account* const> earlier) {
  for (const Account* account : earlier)
    for (const auto* list : {&account->totals, &account->stated})
      for (const AccountFigure& written : *list)
        others_.push_back(add(figure_of(
            written.amount, "the " + scope_in_words(written) + " of " + in_quotes(account->id),
            account->id + " " + scope_of(written))));
}

Pence AccountBook::spend_of_column(const std::string& column) const {
  return value_of(lines_of(scope(FigureKind::spend, {}, column)));
}

Sum AccountBook::lines_of(const AccountFigure& scope) const {
  Sum sum;
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (covers(scope, account_.lines[i])) sum.push_back(lines_[i]);
  return sum;
}

Sum AccountBook::contributions_of(const AccountFigure& scope) const {
  Sum sum;
  for (std::size_t i = 0; i < contributions_.size(); ++i)
    if (covers(scope, *contributed_[i])) sum.push_back(contributions_[i]);
  return sum;
}

const Figure* AccountBook::printed(const AccountFigure& scope, bool in_table) const {
  const std::string wanted = scope_of(scope);
  const auto found = std::ranges::find_if(printed_, [&](const Printed& p) {
    return p.in_table == in_table && p.figure->scope == wanted && p.written->kind() == scope.kind();
  });
  return found == printed_.end() ? nullptr : found->figure;
}

/// The printed figures of all columns, or of all categories, that have lines in the scope.
void AccountBook::add_parts(const AccountFigure& whole, bool by_column, bool in_table,
                            std::vector<Sum>& to) const {
  Sum sum;
  const auto add_part = [&](const std::string& part) {
    AccountFigure one = whole;
    (by_column ? one.column : one.category) = part;
    const bool empty = has_lines() && lines_of(one).empty();
    const Figure* figure = printed(one, in_table);
    if (figure != nullptr) sum.push_back({figure});
    return figure != nullptr || empty;
  };
  bool all = true;
  if (by_column)
    for (const std::string& column : account_.columns) all = add_part(column) && all;
  else
    for (const AccountCategory& category : account_.categories) all = add_part(category.id) && all;
  if (all && !sum.empty()) to.push_back(std::move(sum));
}

void AccountBook::routes_of_spend(const AccountFigure& scope, bool in_table,
                                  std::vector<Sum>& to) const {
  if (Sum lines = lines_of(scope); !lines.empty()) to.push_back(std::move(lines));
  if (scope.line.empty()) {
    if (scope.category.empty()) add_parts(scope, false, true, to);
    if (scope.column.empty()) add_parts(scope, true, true, to);
  }
  if (in_table) return;
  if (const Figure* total = printed(scope, true)) to.push_back({{total}});
  // Where the table prints nothing of it, the text has to agree with itself.
  if (to.empty() && scope.category.empty()) add_parts(scope, false, false, to);
  if (to.empty() && scope.column.empty()) add_parts(scope, true, false, to);
}

void AccountBook::routes_of_income(const AccountFigure& scope, bool in_table,
                                   std::vector<Sum>& to) const {
  if (Sum sum = contributions_of(scope); !sum.empty()) to.push_back(std::move(sum));
  // A total of some, and the others one by one.
  if (scope.from.empty())
    for (const Printed& p : printed_) {
      if (!p.in_table || p.written->kind() != FigureKind::income || p.written->from.empty())
        continue;
      Sum sum{{p.figure}};
      for (std::size_t i = 0; i < contributions_.size(); ++i)
        if (!covers(*p.written, *contributed_[i])) sum.push_back(contributions_[i]);
      to.push_back(std::move(sum));
    }
  if (in_table) return;
  if (const Figure* total = printed(scope, true)) to.push_back({{total}});
}

/// Every way to have the spend with every way to have the income, and what was brought forward.
void AccountBook::routes_of_balance(const AccountFigure& of, std::vector<Sum>& to) const {
  const auto ways = [&](FigureKind as) {
    std::vector<Sum> found;
    const AccountFigure whole = scope(as, as == FigureKind::spend ? of.category : std::string(),
                                      as == FigureKind::spend ? of.column : std::string());
    if (as == FigureKind::spend)
      routes_of_spend(whole, true, found);
    else
      routes_of_income(whole, true, found);
    for (const bool in_table : {true, false})
      if (const Figure* figure = printed(whole, in_table)) found.push_back({{figure}});
    return found;
  };
  const int sign = of.kind() == FigureKind::overspend ? -1 : 1;
  Sum before;
  if (of.kind() == FigureKind::carried_forward)
    for (const bool in_table : {true, false})
      if (const Figure* figure = printed(scope(FigureKind::brought_forward), in_table);
          figure != nullptr && before.empty())
        before.push_back({figure});
  for (const Sum& spend : ways(FigureKind::spend))
    for (const Sum& income : ways(FigureKind::income)) {
      Sum sum = before;
      append(sum, sign > 0 ? income : spend);
      append(sum, sign > 0 ? spend : income, -1);
      to.push_back(std::move(sum));
    }
}

void AccountBook::make_claims(const Account* previous) {
  for (const Printed& p : printed_) {
    Claim claim{.written = p.written, .stated = p.figure};
    switch (p.written->kind()) {
      case FigureKind::spend:
        routes_of_spend(*p.written, p.in_table, claim.routes);
        break;
      case FigureKind::income:
        routes_of_income(*p.written, p.in_table, claim.routes);
        break;
      case FigureKind::brought_forward:
        if (previous != nullptr)
          for (const auto* list : {&previous->totals, &previous->stated})
            for (const AccountFigure& before : *list)
              if (before.kind() == FigureKind::carried_forward)
                claim.routes.push_back({{add(figure_of(
                    before.amount, "what " + in_quotes(previous->id) + " carries forward", ""))}});
        break;
      default:
        routes_of_balance(*p.written, claim.routes);
    }
    for (std::size_t i = 1; i < claim.routes.size(); ++i)
      if (claim.routes[i].size() <= claim.routes[claim.told].size()) claim.told = i;
    claims_.push_back(std::move(claim));
  }
}

void AccountBook::make_shares() {
  ShareClaim contributions{.of = "contributions"};
  std::size_t n = 0;
  for (const Contribution& c : account_.contributions) {
    Figure amount{in_quotes(c.name()), 0, 0, {}};
    if (c.amount) amount = *contributions_[n++].figure;
    contributions.parts.push_back({std::move(amount), c.share});
    if (c.share && contributions.contribution == nullptr) contributions.contribution = &c;
  }
  if (contributions.contribution != nullptr) shares_.push_back(std::move(contributions));
  for (const bool by_column : {true, false}) {
    ShareClaim claim{.of = by_column ? "columns" : "categories"};
    const auto add_part = [&](const std::string& part) {
      const AccountFigure of =
          by_column ? scope(FigureKind::spend, {}, part) : scope(FigureKind::spend, part);
      Figure amount{in_quotes(part), 0, 0, {}};
      if (const Sum sum = lines_of(of); !sum.empty()) {
        amount.pence = value_of(sum);
        for (const Term& term : sum) amount.unit += term.figure->unit;
      } else if (const Figure* figure = printed(of, true)) {
        amount.pence = figure->pence;
        amount.unit = figure->unit;
      } else if (has_lines()) {
        amount.unit = 1;  // nothing was spent on it
      }
      claim.parts.push_back({std::move(amount), {}});
      // The shares may be of the printed totals, whether these follow or not.
      if (const Figure* figure = printed(of, true)) claim.as_printed.push_back({*figure, {}});
      for (const AccountShare& share : account_.shares) {
        if ((by_column ? share.column : share.category) != part) continue;
        claim.parts.back().share = share.share;
        if (claim.as_printed.size() == claim.parts.size())
          claim.as_printed.back().share = share.share;
        if (claim.share == nullptr) claim.share = &share;
      }
    };
    if (by_column)
      for (const std::string& column : account_.columns) add_part(column);
    else
      for (const AccountCategory& category : account_.categories) add_part(category.id);
    if (claim.as_printed.size() != claim.parts.size()) claim.as_printed.clear();
    if (claim.share != nullptr) shares_.push_back(std::move(claim));
  }
}

}  // namespace safegov::internal
