// Printed shares: whether they are parts of one whole, and of which where they are not of theirs.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <tuple>

#include "registers/money.hpp"

namespace safegov::internal {

namespace {

/// An amount with what rounding may have done to it.
struct Between {
  Pence least = 0;
  Pence most = 0;
};

Between around(Pence value, Pence reach) { return {value - reach, value + reach}; }

/// Whether some part and whole between these give the share when rounded to its places.
bool fits(const Decimal& share, const Between& part, const Between& whole) {
  if (whole.least <= 0) return false;
  Wide scale = 200;
  for (int i = 0; i < share.places; ++i) scale *= 10;
  // share - half a place <= 100 * part / whole <= share + half a place
  const Wide low_whole = part.least < 0 ? whole.least : whole.most;
  const Wide high_whole = part.most < 0 ? whole.most : whole.least;
  return Wide(part.least) * scale <= (2 * Wide(share.units) + 1) * low_whole &&
         Wide(part.most) * scale >= (2 * Wide(share.units) - 1) * high_whole;
}

/// A share with two digits in each other's place, to its places.
std::vector<Decimal> with_digits_swapped(const Decimal& share) {
  std::vector<Decimal> found;
  std::string digits = std::to_string(share.units < 0 ? -share.units : share.units);
  const auto places = static_cast<std::size_t>(share.places);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  for (std::size_t i = 0; i < digits.size(); ++i)
    for (std::size_t j = i + 1; j < digits.size(); ++j) {
      if (digits[i] == digits[j]) continue;
      std::string swapped = digits;
      std::swap(swapped[i], swapped[j]);
      Decimal other;
      for (const char c : swapped) other.units = other.units * 10 + (c - '0');
      if (share.units < 0) other.units = -other.units;
      other.places = share.places;
      found.push_back(other);
    }
  return found;
}

class Shares {
 public:
  Shares(std::span<const SharePart> parts, std::span<const Figure* const> others,
         const SumTolerance& tolerance)
      : parts_(parts), others_(others), tolerance_(tolerance) {
    for (const SharePart& part : parts)
      if (part.amount.unit != 0) {
        whole_.push_back({&part.amount});
        units_ += part.amount.unit;
      }
  }

  ShareAnswer answer() {
    ShareAnswer answer;
    add_up(answer);
    const Pence whole = value_of(whole_);
    const bool known = !whole_.empty() && whole_.size() == parts_.size();
    if (!known) {
      const bool all =
          std::ranges::all_of(parts_, [](const SharePart& p) { return p.share.has_value(); });
      answer.fits = !all || !off_100(answer);
      return answer;
    }
    std::vector<std::size_t> wrong;
    std::size_t printed = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!parts_[i].share) continue;
      ++printed;
      if (!fits_one(i, *parts_[i].share, whole, units_)) wrong.push_back(i);
    }
    answer.fits = wrong.empty();
    if (answer.fits) return answer;
    search_wholes(answer, whole, printed);
    search_parts(answer, whole, wrong);
    std::ranges::stable_sort(answer.causes, {}, [](const ShareCause& c) { return c.cause.kind; });
    return answer;
  }

 private:
  static bool off_100(const ShareAnswer& answer) {
    std::int64_t hundred = 100;
    for (int i = 0; i < answer.places; ++i) hundred *= 10;
    const std::int64_t off = answer.sum - hundred;
    return off > answer.allowed || off < -answer.allowed;
  }

  /// In units of the finest place that is printed; each share is off by half of its own at most.
  void add_up(ShareAnswer& answer) const {
    bool all = true;
    for (const SharePart& part : parts_) {
      all &= part.share.has_value();
      if (part.share) answer.places = std::max(answer.places, part.share->places);
    }
    std::int64_t units = 0;
    for (const SharePart& part : parts_) {
      if (!part.share) continue;
      answer.sum += part.share->at(answer.places).value_or(0);
      std::int64_t unit = 1;
      for (int i = part.share->places; i < answer.places; ++i) unit *= 10;
      units += unit;
    }
    answer.allowed = allowed({.units = tolerance_.units}, units, 0);
    std::int64_t hundred = 100;
    for (int i = 0; i < answer.places; ++i) hundred *= 10;
    answer.rounded = all && answer.sum != hundred && !off_100(answer);
  }

  [[nodiscard]] bool fits_one(std::size_t i, const Decimal& share, Pence whole, Pence units) const {
    const Figure& amount = parts_[i].amount;
    const Pence part = allowed({.units = tolerance_.units}, amount.unit, 0);
    return fits(share, around(amount.pence, part),
                around(whole, allowed({.units = tolerance_.units}, units, 0)));
  }

  /// Whether all printed shares are of such a whole.
  bool all_fit(Pence whole, Pence units) const {
    for (std::size_t i = 0; i < parts_.size(); ++i)
      if (parts_[i].share && !fits_one(i, *parts_[i].share, whole, units)) return false;
    return true;
  }

  void try_whole(ShareAnswer& answer, Pence whole, Pence units, const Cause& cause) const {
    if (all_fit(whole, units)) answer.causes.push_back({.cause = cause, .whole = whole});
  }

  /// What all of them may have been divided by: of a single share much could be said.
  void search_wholes(ShareAnswer& answer, Pence whole, std::size_t printed) const {
    if (printed < 2) return;
    for (const Term& term : whole_) {
      const Figure* f = term.figure;
      if (f->pence == 0) continue;
      try_whole(answer, whole - f->pence, units_ - f->unit, {Hypothesis::left_out, f});
      try_whole(answer, whole + f->pence, units_ + f->unit, {Hypothesis::counted_twice, f});
      try_whole(answer, whole - 2 * f->pence, units_, {Hypothesis::sign_turned, f});
      for (const Pence y : internal::with_digits_swapped(f->pence, f->unit))
        try_whole(answer, whole - f->pence + y, units_,
                  {Hypothesis::line_digits_swapped, f, nullptr, 1, y});
    }
    if (!answer.causes.empty()) return;
    for (const Figure* other : others_)
      try_whole(answer, other->pence, other->unit, {Hypothesis::other_figure, other});
    if (!answer.causes.empty()) return;
    search_pairs(answer);
  }

  void search_pairs(ShareAnswer& answer) const {
    const Between wanted = wholes_that_fit();
    if (wanted.least > wanted.most) return;
    std::vector<const Figure*> sorted(others_.begin(), others_.end());
    std::ranges::stable_sort(sorted, {}, &Figure::pence);
    for (std::size_t i = 0; i < others_.size(); ++i)
      for (const int sign : {1, -1}) {
        const Figure* a = others_[i];
        const Pence low = sign > 0 ? wanted.least - a->pence : a->pence - wanted.most;
        const Pence high = sign > 0 ? wanted.most - a->pence : a->pence - wanted.least;
        auto b = std::ranges::lower_bound(sorted, low, {}, &Figure::pence);
        for (; b != sorted.end() && (*b)->pence <= high; ++b) {
          const bool again = sign > 0 && ((*b)->pence < a->pence);
          if (*b == a || (*b)->pence == 0 || again) continue;
          try_whole(answer, a->pence + sign * (*b)->pence, a->unit + (*b)->unit,
                    {Hypothesis::other_pair, a, *b, sign});
        }
      }
  }

  /// The wholes, in pence, that every printed share allows, and a little more; try_whole is exact.
  [[nodiscard]] Between wholes_that_fit() const {
    Between all{1, most_pence};
    for (const SharePart& part : parts_) {
      if (!part.share || part.share->units <= 0 || part.amount.pence <= 0) continue;
      Wide scale = 200;
      for (int i = 0; i < part.share->places; ++i) scale *= 10;
      const Wide s = 2 * Wide(part.share->units);
      const Pence u = part.amount.unit;
      const Wide least = Wide(part.amount.pence - u) * scale / (s + 1) - 2 * u - 1;
      const Wide most = Wide(part.amount.pence + u) * scale / (s - 1) + 2 * u + 1;
      if (least > most_pence) return {1, 0};
      all.least = static_cast<Pence>(std::max(Wide(all.least), least));
      all.most = static_cast<Pence>(std::min(Wide(all.most), most));
    }
    return all;
  }

  /// What may be wrong with single shares while the others are right.
  void search_parts(ShareAnswer& answer, Pence whole, std::span<const std::size_t> wrong) const {
    std::vector<ShareCause> found;
    for (const std::size_t i : wrong) {
      const std::size_t before = found.size();
      for (const Decimal& right : with_digits_swapped(*parts_[i].share))
        if (fits_one(i, right, whole, units_)) {
          ShareCause cause{.part = i};
          cause.cause = {Hypothesis::digits_swapped, &parts_[i].amount};
          cause.cause.right = right.units;
          found.push_back(cause);
        }
      for (std::size_t j = 0; j < parts_.size(); ++j)
        if (j != i && parts_[j].amount.pence != parts_[i].amount.pence &&
            fits_one(j, *parts_[i].share, whole, units_)) {
          ShareCause cause{.part = i};
          cause.cause = {Hypothesis::other_figure, &parts_[j].amount};
          found.push_back(cause);
        }
      if (found.size() == before) return;  // one remains that none of these explains
    }
    answer.causes.insert(answer.causes.end(), found.begin(), found.end());
  }

  std::span<const SharePart> parts_;
  std::span<const Figure* const> others_;
  const SumTolerance& tolerance_;
  Sum whole_;
  Pence units_ = 0;
};

}  // namespace

ShareAnswer answer_of(std::span<const SharePart> parts, std::span<const Figure* const> others,
                      const SumTolerance& tolerance) {
  return Shares(parts, others, tolerance).answer();
}

}  // namespace safegov::internal
