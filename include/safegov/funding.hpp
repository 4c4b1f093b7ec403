// The register of money: one year's account of one document, with everything it says of itself.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/certainty.hpp>
#include <safegov/document.hpp>
#include <safegov/printed.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// How far a printed sum may be from what is summed. A row of the register of sum tolerances, or
/// one of those that come with the library.
struct SumTolerance {
  static constexpr std::string_view refers_to = "sum-tolerance";

  std::string id = {};
  std::string name = {};
  std::optional<Decimal> units = {};   ///< of the last printed place, for each figure and the sum
  std::optional<Decimal> pounds = {};  ///< for each figure that is summed
  std::optional<Certainty> certainty = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const SumTolerance&, const SumTolerance&) = default;
};

/// `rounding`, `pound-a-line` and `exact`.
[[nodiscard]] std::span<const SumTolerance> named_sum_tolerances();

/// A heading of the account: a block of lines.
struct AccountCategory {
  std::string id = {};
  std::string name = {};  ///< as printed
  Origin origin = {};
  friend bool operator==(const AccountCategory&, const AccountCategory&) = default;
};

enum class ContributionKind : std::uint8_t { contribution, repayment };

/// What one body pays in.
struct Contribution {
  std::string id = {};  ///< who pays, unless given
  BodyRef from = {};
  std::string what = {};
  ContributionKind kind = ContributionKind::contribution;
  std::optional<Decimal> amount = {};
  std::optional<Decimal> share = {};  ///< in per cent, as printed
  std::string over_100 = {};          ///< why the share is rightly over 100
  std::optional<Date> until = {};     ///< the last day on which it may be spent
  std::optional<Decimal> spent = {};
  std::string return_by = {};  ///< by when what is unspent goes back, as printed
  std::optional<Date> returned = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Contribution&, const Contribution&) = default;

  [[nodiscard]] const std::string& name() const noexcept { return id.empty() ? from.id : id; }
};

enum class SpentOn : std::uint8_t { post, review, credit };

/// One figure of the table of expenditure: a line in a column.
struct AccountLine {
  std::string category = {};
  std::string what = {};
  std::string column = {};
  std::optional<Decimal> amount = {};
  std::optional<SpentOn> on = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AccountLine&, const AccountLine&) = default;
};

/// What a figure is said to be.
enum class FigureKind : std::uint8_t {
  income,
  spend,
  surplus,    ///< income less spend
  overspend,  ///< spend less income
  brought_forward,
  carried_forward,  ///< what was brought forward, and the surplus
};

/// A figure that is said to follow from others: a total of the table, or one in the text.
struct AccountFigure {
  std::optional<FigureKind> as = {};  ///< spend unless given
  std::vector<BodyRef> from = {};     ///< of income: from these only
  std::string category = {};          ///< of spend: of this only
  std::string column = {};
  std::string line = {};
  std::optional<Decimal> amount = {};
  std::string printed = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AccountFigure&, const AccountFigure&) = default;

  [[nodiscard]] FigureKind kind() const noexcept { return as.value_or(FigureKind::spend); }
};

/// A printed share of what was spent: of a column, or of a category.
struct AccountShare {
  std::string column = {};
  std::string category = {};
  std::optional<Decimal> share = {};
  std::string over_100 = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AccountShare&, const AccountShare&) = default;
};

/// One year's account, as one document prints it.
struct Account {
  static constexpr std::string_view refers_to = "account";

  std::string id = {};
  std::string title = {};
  BodyRef of = {};
  Ref<Document> document = {};
  std::optional<Date> dated = {};  ///< the day of the document: nothing is known before
  std::optional<Period> period = {};
  Ref<Account> previous = {};
  std::string due = {};
  BodyRef to = {};
  std::string tolerance = {};  ///< `rounding` unless given
  std::vector<std::string> columns = {};
  std::vector<AccountCategory> categories = {};
  std::vector<Contribution> contributions = {};
  std::vector<AccountLine> lines = {};
  std::vector<AccountFigure> totals = {};
  std::vector<AccountShare> shares = {};
  std::vector<AccountFigure> stated = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Account&, const Account&) = default;
};

template <>
const Type& type_of<SumTolerance>();
template <>
const Type& type_of<AccountCategory>();
template <>
const Type& type_of<Contribution>();
template <>
const Type& type_of<AccountLine>();
template <>
const Type& type_of<AccountFigure>();
template <>
const Type& type_of<AccountShare>();
template <>
const Type& type_of<Account>();
template <>
std::span<const std::string_view> words_of<ContributionKind>();
template <>
std::span<const std::string_view> words_of<SpentOn>();
template <>
std::span<const std::string_view> words_of<FigureKind>();

[[nodiscard]] const Register& funding_register();
[[nodiscard]] const Register& sum_tolerances_register();

}  // namespace safegov
