// The register of money: what its rows are made of, and the tolerances that come with the library.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/funding.hpp>

#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
std::span<const std::string_view> words_of<ContributionKind>() {
  static constexpr std::array<std::string_view, 2> words{"contribution", "repayment"};
  return words;
}

template <>
std::span<const std::string_view> words_of<SpentOn>() {
  static constexpr std::array<std::string_view, 3> words{"post", "review", "credit"};
  return words;
}

template <>
std::span<const std::string_view> words_of<FigureKind>() {
  static constexpr std::array<std::string_view, 6> words{
      "income", "spend", "surplus", "overspend", "brought-forward", "carried-forward"};
  return words;
}

template <>
const Type& type_of<SumTolerance>() {
  static constexpr Field fields[] = {
      field<&SumTolerance::id>("id", docs::id, Need::required),
      field<&SumTolerance::name>("name", "What it allows, in a sentence."),
      field<&SumTolerance::units>(
          "units", "How many units of the last printed place, for each figure and for the sum."),
      field<&SumTolerance::pounds>("pounds", "How many pounds, for each figure that is summed."),
      field<&SumTolerance::certainty>("certainty", docs::certainty),
      field<&SumTolerance::source>("source", "Who says so."),
      field<&SumTolerance::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&SumTolerance::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<SumTolerance>(
      "sum-tolerance", "How far a printed sum may be from what is summed.", fields);
  return type;
}

template <>
const Type& type_of<AccountCategory>() {
  static constexpr Field fields[] = {
      field<&AccountCategory::id>("id", "A short word for it.", Need::required),
      field<&AccountCategory::name>("name", "Its heading, as printed."),
  };
  static constexpr Type type =
      described<AccountCategory>("account-category", "A block of lines.", fields, "id");
  return type;
}

template <>
const Type& type_of<Contribution>() {
  static constexpr Field fields[] = {
      field<&Contribution::id>("id", "A word for it; who pays, unless given."),
      field<&Contribution::from>("from", "Who pays.", Need::required),
      field<&Contribution::what>("what", "What it is: a grant, by name."),
      field<&Contribution::kind>("kind", "Only a repayment is negative."),
      field<&Contribution::amount>("amount", "As printed: `£189,712`."),
      field<&Contribution::share>("share", "Its share of all contributions, as printed: `45.88%`."),
      field<&Contribution::over_100>("over-100", "Why the share is rightly over 100."),
      field<&Contribution::until>("until", "The last day on which it may be spent."),
      field<&Contribution::spent>("spent", "What was spent of it."),
      field<&Contribution::return_by>("return-by",
                                      "By when what is unspent goes back, as printed."),
      field<&Contribution::returned>("returned", "The day on which it went back."),
      field<&Contribution::source>("source", docs::source),
      field<&Contribution::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Contribution::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Contribution>("contribution", "What one body pays in.", fields);
  return type;
}

template <>
const Type& type_of<AccountLine>() {
  static constexpr Field fields[] = {
      field<&AccountLine::category>("category", "The id of its category."),
      field<&AccountLine::what>("what", "Its name, as printed.", Need::required),
      field<&AccountLine::column>("column", "The column in which it stands."),
      field<&AccountLine::amount>("amount", "As printed.", Need::required),
      field<&AccountLine::on>("on", "What sort of thing it was spent on."),
      field<&AccountLine::source>("source", docs::source),
      field<&AccountLine::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&AccountLine::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<AccountLine>(
      "account-line", "One figure of the table of expenditure: a line in a column.", fields);
  return type;
}

template <>
const Type& type_of<AccountFigure>() {
  static constexpr Field fields[] = {
      field<&AccountFigure::as>("as", "What it is said to be: `spend` unless given."),
      field<&AccountFigure::from>("from", "Of income: from these bodies only."),
      field<&AccountFigure::category>("category", "Of spend: on this category only."),
      field<&AccountFigure::column>("column", "Of spend: in this column only."),
      field<&AccountFigure::line>("line", "Of spend: on the line of this name only."),
      field<&AccountFigure::amount>("amount", "As printed.", Need::required),
      field<&AccountFigure::printed>("printed", "The words that it stands with."),
      field<&AccountFigure::source>("source", docs::source),
      field<&AccountFigure::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&AccountFigure::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<AccountFigure>(
      "account-figure", "A figure that is said to follow from others.", fields);
  return type;
}

template <>
const Type& type_of<AccountShare>() {
  static constexpr Field fields[] = {
      field<&AccountShare::column>("column", "Which column's share it is."),
      field<&AccountShare::category>("category", "Or which category's."),
      field<&AccountShare::share>("share", "In per cent, as printed: `74%`.", Need::required),
      field<&AccountShare::over_100>("over-100", "Why the share is rightly over 100."),
      field<&AccountShare::source>("source", docs::source),
      field<&AccountShare::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&AccountShare::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<AccountShare>("account-share", "A printed share of what was spent.", fields);
  return type;
}

template <>
const Type& type_of<Account>() {
  static constexpr Field fields[] = {
      field<&Account::id>("id", docs::id, Need::required),
      field<&Account::title>("title", "Its heading, as printed.", Need::required),
      field<&Account::of>("of", "Whose account it is."),
      field<&Account::document>("document", "The document that prints it."),
      field<&Account::dated>("dated",
                             "The day of that document: before it, nothing of this is known.",
                             Need::required),
      field<&Account::period>("period", "The year."),
      field<&Account::previous>("previous", "The account that it goes on from."),
      field<&Account::due>("due", "By when it is to be reported, as printed."),
      field<&Account::to>("to", "To whom."),
      field<&Account::tolerance>(
          "tolerance", "`rounding` (unless given), `pound-a-line`, `exact`, or one of your own."),
      field<&Account::columns>("columns", "The columns of the table: `children`, `adults`."),
      field<&Account::categories>("categories", "Its blocks of lines."),
      field<&Account::contributions>("contributions", "Who pays what."),
      field<&Account::lines>("lines", "The table of expenditure, figure by figure."),
      field<&Account::totals>("totals", "The totals that the tables print."),
      field<&Account::shares>("shares", "The shares of what was spent that the table prints."),
      field<&Account::stated>("stated", "The figures in the text."),
      field<&Account::source>("source", docs::source),
      field<&Account::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Account::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Account>("account", "One year's account, as one document prints it.", fields);
  return type;
}

std::span<const SumTolerance> named_sum_tolerances() {
  static const std::vector<SumTolerance> all{
      {.id = "rounding",
       .name = "half a unit of the last printed place, for each figure summed and for the sum",
       .units = read_decimal("0.5"),
       .certainty = Certainty::stated,
       .source = "the most that rounding each figure by itself can amount to"},
      {.id = "pound-a-line",
       .name = "£1 for each figure that is summed",
       .pounds = read_decimal("£1"),
       .certainty = Certainty::customary,
       .source = "wider than rounding needs; no page that sets it was found"},
      {.id = "exact", .name = "nothing", .certainty = Certainty::stated, .source = "arithmetic"}};
  return all;
}

}  // namespace safegov
