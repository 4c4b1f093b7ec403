// Why a printed figure does not follow: a search through everything that has a name.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>
#include <tuple>

#include "registers/money.hpp"

namespace safegov::internal {

namespace {

Pence size_of(Pence off) { return off < 0 ? -off : off; }

class Search {
 public:
  Search(const Figure& stated, std::span<const Figure* const> others, const SumTolerance& tolerance)
      : stated_(stated), others_(others), tolerance_(tolerance) {}

  void along(const Sum& route) {
    const Pence expected = value_of(route);
    Pence units = stated_.unit;
    for (const Term& term : route) units += term.figure->unit;
    const std::size_t n = route.size();
    for (const Term& term : route) {
      const Figure* figure = term.figure;
      const Pence x = term.sign * figure->pence;
      if (x == 0) continue;
      try_one(expected - x, allow(units - figure->unit, n - 1), {Hypothesis::left_out, figure});
      try_one(expected + x, allow(units + figure->unit, n + 1),
              {Hypothesis::counted_twice, figure});
      try_one(expected - 2 * x, allow(units, n), {Hypothesis::sign_turned, figure});
      for (const Pence y : with_digits_swapped(figure->pence, figure->unit)) {
        Cause cause{Hypothesis::line_digits_swapped, figure};
        cause.right = y;
        try_one(expected - x + term.sign * y, allow(units, n), cause);
      }
    }
    for (const Pence y : with_digits_swapped(stated_.pence, stated_.unit)) {
      Cause cause{Hypothesis::digits_swapped, &stated_};
      cause.right = y;
      // The other way round, so that the digits are put right rather than wrong.
      try_off(y - expected, allow(units, n), cause);
    }
    if (expected != 0)
      try_one(-expected, allow(units, n), {Hypothesis::whole_sign_turned, &stated_});
  }

  void among_others() {
    for (const Figure* other : others_)
      if (is_other(*other))
        try_one(other->pence, allow(stated_.unit + other->unit, 1),
                {Hypothesis::other_figure, other});
  }

  /// Every pair once: a + b, a - b and b - a, by looking up the second.
  void among_pairs() {
    std::vector<std::size_t> sorted;
    Pence coarsest = 1;
    for (std::size_t i = 0; i < others_.size(); ++i) {
      if (!is_other(*others_[i]) || others_[i]->pence == 0) continue;
      sorted.push_back(i);
      coarsest = std::max(coarsest, others_[i]->unit);
    }
    std::vector<std::size_t> by_amount = sorted;
    const auto amount = [&](std::size_t i) { return others_[i]->pence; };
    std::ranges::stable_sort(by_amount, {}, amount);
    const Pence reach = allow(stated_.unit + 2 * coarsest, 2);
    for (const std::size_t i : sorted)
      for (const int sign : {1, -1}) {
        // a + sign * b = stated
        const Figure* a = others_[i];
        const Pence wanted = sign * (stated_.pence - a->pence);
        auto at = std::ranges::lower_bound(by_amount, wanted - reach, {}, amount);
        for (; at != by_amount.end() && amount(*at) <= wanted + reach; ++at) {
          if (*at == i || (sign == 1 && *at < i)) continue;
          const Figure* b = others_[*at];
          try_one(a->pence + sign * b->pence, allow(stated_.unit + a->unit + b->unit, 2),
                  {Hypothesis::other_pair, a, b, sign});
        }
      }
  }

  [[nodiscard]] bool has_exact() const {
    return std::ranges::any_of(found_, [](const Cause& c) { return c.off == 0; });
  }

  [[nodiscard]] bool is_empty() const noexcept { return found_.empty(); }

  std::vector<Cause> take() {
    std::ranges::stable_sort(found_, {},
                             [](const Cause& c) { return std::tuple(c.off != 0, c.kind); });
    return std::move(found_);
  }

 private:
  [[nodiscard]] Pence allow(Pence units, std::size_t figures) const {
    return allowed(tolerance_, units, figures);
  }

  [[nodiscard]] bool is_other(const Figure& figure) const {
    return &figure != &stated_ && figure.scope != stated_.scope;
  }

  void try_one(Pence value, Pence most, Cause cause) {
    try_off(stated_.pence - value, most, cause);
  }

  void try_off(Pence off, Pence most, Cause cause) {
    if (size_of(off) > most) return;
    cause.off = off;
    // Two routes may lead through one figure.
    if (seen_.emplace(cause.kind, cause.first, cause.second, cause.sign, cause.right).second)
      found_.push_back(cause);
  }

  const Figure& stated_;
  std::span<const Figure* const> others_;
  const SumTolerance& tolerance_;
  std::vector<Cause> found_;
  std::set<std::tuple<Hypothesis, const Figure*, const Figure*, int, Pence>> seen_;
};

std::string amount_of(const Figure& figure) {
  return figure.name + " (" + print_pence(figure.pence) + ")";
}

}  // namespace

std::vector<Cause> causes_of(const Figure& stated, std::span<const Sum> routes,
                             std::span<const Figure* const> others, const SumTolerance& tolerance) {
  Search search(stated, others, tolerance);
  for (const Sum& route : routes) search.along(route);
  if (!search.has_exact()) search.among_others();
  if (search.is_empty()) search.among_pairs();
  return search.take();
}

std::string in_words(const Cause& cause) {
  const Figure& first = *cause.first;
  switch (cause.kind) {
    case Hypothesis::left_out:
      return amount_of(first) + " is left out";
    case Hypothesis::counted_twice:
      return amount_of(first) + " is counted twice";
    case Hypothesis::sign_turned:
      return "the sign of " + amount_of(first) + " is turned";
    case Hypothesis::digits_swapped:
      return "two of its digits are swapped: " + print_pence(cause.right);
    case Hypothesis::line_digits_swapped:
      return "two digits of " + amount_of(first) + " are swapped: " + print_pence(cause.right);
    case Hypothesis::whole_sign_turned:
      return "its sign is turned";
    case Hypothesis::other_figure:
      return "it is " + first.name;
    case Hypothesis::other_pair:
      return "it is " + amount_of(first) + (cause.sign < 0 ? " less " : " and ") +
             amount_of(*cause.second);
  }
  return {};
}

std::string in_words(std::span<const Cause> causes) {
  if (causes.empty()) return "no pair of figures gives it";
  constexpr std::size_t most = 3;
  std::string text;
  for (std::size_t i = 0; i < causes.size() && i < most; ++i)
    text += (i == 0 ? "likely, " : ", or ") + in_words(causes[i]);
  if (causes.size() > most)
    text += ", or one of " + std::to_string(causes.size() - most) + " more ways";
  return text;
}

}  // namespace safegov::internal
