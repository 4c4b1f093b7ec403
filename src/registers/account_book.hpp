// An account as figures and claims: what each printed figure ought to follow from.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include <safegov/funding.hpp>

#include "registers/money.hpp"

namespace safegov::internal {

/// A figure that is said to follow, and the sums of which one has to give it.
struct Claim {
  const AccountFigure* written = nullptr;
  const Figure* stated = nullptr;
  std::vector<Sum> routes = {};  ///< from the single lines first; none if nothing is there
  std::size_t told = 0;          ///< the route that a reader would check: the fewest figures
};

/// Shares that ought to be of one whole.
struct ShareClaim {
  std::string of = {};  ///< `contributions`, `columns`, `categories`
  std::vector<SharePart> parts = {};
  std::vector<SharePart> as_printed = {};  ///< the same by printed totals; none unless all are
  /// The value in which the first share is written; null if there is none.
  const Contribution* contribution = nullptr;
  const AccountShare* share = nullptr;
};

/// Holds the figures that claims point to, so it stays where it is.
class AccountBook {
 public:
  /// Of a checked account. `earlier` are those whose figures may have slipped in; `previous` the
  /// one that it goes on from, or null.
  AccountBook(const Account& account, const Account* previous,
              std::span<const Account* const> earlier);
  AccountBook(const AccountBook&) = delete;
  AccountBook& operator=(const AccountBook&) = delete;

  [[nodiscard]] const std::vector<Claim>& claims() const noexcept { return claims_; }
  [[nodiscard]] const std::vector<ShareClaim>& shares() const noexcept { return shares_; }
  /// Everything printed, and what it adds up to: where a wrong figure may be from.
  [[nodiscard]] std::span<const Figure* const> figures() const noexcept { return others_; }

  [[nodiscard]] Pence income() const { return value_of(contributions_); }
  [[nodiscard]] Pence spend() const { return value_of(lines_); }
  [[nodiscard]] Pence spend_of_column(const std::string& column) const;
  [[nodiscard]] bool has_lines() const noexcept { return !lines_.empty(); }
  [[nodiscard]] bool has_contributions() const noexcept { return !contributions_.empty(); }

 private:
  struct Printed {
    const AccountFigure* written;
    const Figure* figure;
    bool in_table;
  };

  const Figure* add(Figure figure);
  void list_lines();
  void list_printed(const AccountFigure& written, bool in_table);
  void list_sums();
  void list_earlier(std::span<const Account* const> earlier);
  void make_claims(const Account* previous);
  void make_shares();

  [[nodiscard]] Sum lines_of(const AccountFigure& scope) const;
  [[nodiscard]] Sum contributions_of(const AccountFigure& scope) const;
  [[nodiscard]] const Figure* printed(const AccountFigure& scope, bool in_table) const;
  void routes_of_spend(const AccountFigure& scope, bool in_table, std::vector<Sum>& to) const;
  void routes_of_income(const AccountFigure& scope, bool in_table, std::vector<Sum>& to) const;
  void routes_of_balance(const AccountFigure& scope, std::vector<Sum>& to) const;
  void add_parts(const AccountFigure& scope, bool by_column, bool in_table,
                 std::vector<Sum>& to) const;

  const Account& account_;
  std::deque<Figure> held_;
  Sum contributions_;  // one for each with an amount, in the order written
  std::vector<const Contribution*> contributed_;
  Sum lines_;  // one for each
  std::vector<Printed> printed_;
  std::vector<const Figure*> others_;
  std::vector<Claim> claims_;
  std::vector<ShareClaim> shares_;
};

/// `spend of 'payroll' in 'children'`, `total income`
[[nodiscard]] std::string scope_in_words(const AccountFigure& figure);

}  // namespace safegov::internal
