// What an account amounts to as at a date, and what of it does not follow.
// SPDX-License-Identifier: Apache-2.0

#include "registers/funding_look.hpp"

#include <algorithm>
#include <map>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/account_book.hpp"
#include "registers/printed_words.hpp"

namespace safegov::internal {

namespace {

struct Tolerances {
  RowsById by_id;
};

/// Accounts by the day from which they are known.
struct AccountsByDay {
  std::vector<const Account*> accounts;
};

AccountsByDay accounts_by_day(std::span<const Account> accounts) {
  AccountsByDay all;
  for (const Account& account : accounts) all.accounts.push_back(&account);
  std::ranges::stable_sort(all.accounts, {}, [](const Account* a) { return *a->dated; });
  return all;
}

}  // namespace

RowsById accounts_by_id(std::span<const Account> accounts) { return RowsById(accounts); }

const SumTolerance* find_tolerance(RowCheck& check, std::string_view id) {
  if (id.empty()) return &named_sum_tolerances().front();
  const auto own = check.partnership().list<SumTolerance>();
  const Tolerances& all = check.once([&] { return Tolerances{RowsById(own)}; });
  if (const auto at = all.by_id.find(id)) return &own[*at];
  for (const SumTolerance& named : named_sum_tolerances())
    if (named.id == id) return &named;
  return nullptr;
}

std::string in_words(const SumTolerance& tolerance) {
  if (!tolerance.name.empty()) return tolerance.name;
  std::string text;
  if (tolerance.units)
    text = tolerance.units->text + " of the last printed place for each figure and the sum";
  if (tolerance.pounds)
    text += (text.empty() ? "" : ", and ") + print_pence(pence_of(*tolerance.pounds).value_or(0)) +
            " for each figure";
  return text.empty() ? "nothing" : text;
}

namespace {

/// `£900 more`
std::string more_or_less(Pence off) {
  return print_pence(off < 0 ? -off : off) + (off < 0 ? " less" : " more");
}

class Looker {
 public:
  Looker(const Account& account, RowLook& look)
      : account_(account),
        look_(look),
        tolerance_(*find_tolerance(look, account.tolerance)),
        book_(account, previous_of(account, look), earlier_than(account, look)) {}

  void run() {
    measure_income();
    measure_partners();
    measure_spend();
    for (const Claim& claim : book_.claims()) judge(claim);
    for (const ShareClaim& claim : book_.shares()) judge(claim);
    if (used_) look_.measure("tolerance", in_quotes(tolerance_.id) + ": " + in_words(tolerance_));
  }

 private:
  static const Account* previous_of(const Account& account, RowLook& look) {
    if (!account.previous) return nullptr;
    const auto at = look.once(accounts_by_id).find(account.previous.id);
    return at ? &look.partnership().list<Account>()[*at] : nullptr;
  }

  /// The other accounts that were there when this one was printed, the latest few: of a figure that
  /// slipped in from another year it is the last one or two.
  static std::vector<const Account*> earlier_than(const Account& account, RowLook& look) {
    const auto& all = look.once(accounts_by_day).accounts;
    auto at = std::ranges::lower_bound(all, *account.dated, {},
                                       [](const Account* a) { return *a->dated; });
    constexpr std::ptrdiff_t most = 2;
    return {at - std::min(most, at - all.begin()), at};
  }

  void measure_income() {
    const Pence income = book_.income();
    if (book_.has_contributions()) look_.measure("income", print_pence(income));
    std::int64_t printed = 0;
    for (const Contribution& c : account_.contributions) {
      std::string text = c.amount ? print_pence(pence_of(*c.amount).value_or(0)) : "not printed";
      if (c.amount && income > 0)
        text += " (" + print_share(pence_of(*c.amount).value_or(0), income, 2) + ")";
      if (c.share) text += ", printed " + c.share->text;
      if (c.share) ++printed;
      look_.measure("from " + c.name(), text);
      if (!c.until) continue;
      std::string limit = *c.until < look_.until() ? "ended on " : "until ";
      limit += in_words(*c.until);
      if (c.spent) limit += ", " + c.spent->text + " of it spent";
      look_.measure("time-limited " + c.name(), limit);
    }
    if (printed > 1) {
      const ShareAnswer answer = answer_of(book_.shares().front().parts, {}, tolerance_);
      look_.measure("printed shares add to", print_decimal(answer.sum, answer.places) + " %");
    }
  }

  /// What each safeguarding partner gives of what they give together: shares, and no verdict.
  void measure_partners() {
    const Date day = account_.period ? account_.period->range.last() : *account_.dated;
    std::vector<std::pair<std::string, Pence>> given;
    for (const Seat& seat : look_.partnership().arrangements().partners) {
      if ((seat.from && *seat.from > day) || (seat.until && *seat.until < day)) continue;
      Pence pence = 0;
      bool any = false;
      for (const Contribution& c : account_.contributions)
        if (c.from == seat.body && c.amount) {
          pence += pence_of(*c.amount).value_or(0);
          any = true;
        }
      if (any) given.emplace_back(seat.body.id, pence);
    }
    Pence all = 0;
    for (const auto& [id, pence] : given) all += pence;
    if (given.size() < 2 || all <= 0) return;
    std::string text;
    for (const auto& [id, pence] : given)
      text += (text.empty() ? "" : ", ") + id + " " + print_share(pence, all, 1);
    look_.measure("of the partners", text);
    const auto& most =
        *std::ranges::max_element(given, {}, [](const auto& one) { return one.second; });
    for (const auto& [id, pence] : given)
      if (pence < most.second)
        look_.measure(id + " : " + most.first, print_share(pence, most.second, 1));
  }

  void measure_spend() {
    if (!book_.has_lines()) return;
    const Pence spend = book_.spend();
    look_.measure("spend", print_pence(spend));
    for (const std::string& column : account_.columns) {
      const Pence part = book_.spend_of_column(column);
      look_.measure("spend in " + column,
                    print_pence(part) +
                        (spend > 0 ? " (" + print_share(part, spend, 1) + ")" : std::string()));
    }
    Pence reviews = 0;
    bool any = false;
    for (const AccountLine& line : account_.lines)
      if (line.on == SpentOn::review && line.amount) {
        reviews += pence_of(*line.amount).value_or(0);
        any = true;
      }
    if (any) look_.measure("cost of reviews", print_pence(reviews));
    if (!book_.has_contributions()) return;
    const Pence over = spend - book_.income();
    look_.measure(over > 0 ? "overspend" : "surplus", print_pence(over > 0 ? over : -over));
  }

  void judge(const Claim& claim) {
    if (claim.routes.empty()) {
      look_.measure("not checked", scope_in_words(*claim.written) + " " +
                                       print_pence(claim.stated->pence) + ": nothing to sum");
      return;
    }
    const Sum* nearest = nullptr;
    for (const Sum& route : claim.routes) {
      if (!follows(*claim.stated, route, tolerance_)) continue;
      if (claim.stated->pence == value_of(route)) return;
      if (nearest == nullptr) nearest = &route;
    }
    if (nearest != nullptr) {
      used_ = true;
      look_.measure("rounded", scope_in_words(*claim.written) + ": " +
                                   more_or_less(claim.stated->pence - value_of(*nearest)) +
                                   " than what it sums, of " +
                                   print_pence(allowed(tolerance_, *claim.stated, *nearest)) +
                                   " allowed");
      return;
    }
    const Sum& told = claim.routes[claim.told];
    const Pence expected = value_of(told);
    const auto causes = causes_of(*claim.stated, claim.routes, book_.figures(), tolerance_);
    const bool balance = claim.written->kind() != FigureKind::spend &&
                         claim.written->kind() != FigureKind::income &&
                         claim.written->kind() != FigureKind::brought_forward;
    auto d = codes::diagnose(
        balance ? codes::balance_differs : codes::figure_differs,
        scope_in_words(*claim.written) + " is printed as " + print_pence(claim.stated->pence) +
            "; " + sum_in_words(told) + print_pence(expected) + " (it is " +
            more_or_less(claim.stated->pence - expected) + "); " + in_words(causes),
        {}, "look which of the figures is wrong");
    look_.report(std::move(d), *claim.written, "amount");
  }

  /// `£441,671 less £421,316 is `, where the figures are few.
  static std::string sum_in_words(const Sum& sum) {
    constexpr std::size_t most = 4;
    if (sum.size() < 2 || sum.size() > most || sum.front().sign < 0) return "it adds up to ";
    std::string text;
    for (const Term& term : sum)
      text += (text.empty()    ? ""
               : term.sign < 0 ? " less "
                               : " and ") +
              print_pence(term.figure->pence);
    const bool less = std::ranges::any_of(sum, [](const Term& term) { return term.sign < 0; });
    return text + (less ? " is " : " make ");
  }

  void judge(const ShareClaim& claim) {
    const ShareAnswer answer = answer_of(claim.parts, book_.figures(), tolerance_);
    const bool of_printed = !answer.fits && !claim.as_printed.empty() &&
                            answer_of(claim.as_printed, {}, tolerance_).fits;
    if (answer.fits || of_printed) {
      if (!answer.rounded) return;
      used_ = true;
      look_.measure("rounded", "the shares of the " + claim.of + " add to " +
                                   print_decimal(answer.sum, answer.places) + " %, within " +
                                   print_decimal(answer.allowed, answer.places));
      return;
    }
    std::string message = "the printed shares of the " + claim.of + " add to " +
                          print_decimal(answer.sum, answer.places) + " %";
    if (answer.causes.empty()) {
      message += ", and are not those of the amounts; no sum of figures gives them";
    } else {
      constexpr std::size_t most = 3;
      for (std::size_t i = 0; i < answer.causes.size() && i < most; ++i)
        message += (i == 0 ? "; likely, " : ", or ") + in_words(answer.causes[i], claim);
      if (answer.causes.size() > most)
        message += ", or one of " + std::to_string(answer.causes.size() - most) + " more ways";
    }
    auto d = codes::diagnose(codes::shares_differ, std::move(message), {},
                             "divide each amount by what all of them come to");
    if (claim.contribution != nullptr)
      look_.report(std::move(d), *claim.contribution, "share");
    else
      look_.report(std::move(d), *claim.share, "share");
  }

  /// `each was divided by £413,532: the sign of 'probation' (£3,892) is turned`
  static std::string in_words(const ShareCause& cause, const ShareClaim& claim) {
    if (!cause.part)
      return "each was divided by " + print_pence(cause.whole) + ", not by " +
             print_pence(all_of(claim)) + ": " + internal::in_words(cause.cause);
    const SharePart& part = claim.parts[*cause.part];
    if (cause.cause.kind == Hypothesis::other_figure)
      return "that of " + part.amount.name + " is that of " + cause.cause.first->name;
    return "two digits of that of " + part.amount.name +
           " are swapped: " + print_decimal(cause.cause.right, part.share->places) + " %";
  }
  static Pence all_of(const ShareClaim& claim) {
    Pence all = 0;
    for (const SharePart& part : claim.parts) all += part.amount.pence;
    return all;
  }
  static std::string in_words(const std::vector<Cause>& causes) {
    return internal::in_words(std::span<const Cause>(causes));
  }
  static std::string in_words(const SumTolerance& tolerance) {
    return internal::in_words(tolerance);
  }
  static std::string in_words(Date day) { return safegov::in_words(day); }

  const Account& account_;
  RowLook& look_;
  const SumTolerance& tolerance_;
  AccountBook book_;
  bool used_ = false;
};

}  // namespace

void look_at_account(const Account& account, RowLook& look) {
  if (look.until() < *account.dated)
    return look.measure("account", "not printed before " + in_words(*account.dated));
  Looker(account, look).run();
}

}  // namespace safegov::internal
