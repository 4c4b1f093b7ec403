// What became of a commitment: along what carries it on, as known on a day.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/commitment.hpp>

#include "registers/commitment.hpp"
#include "registers/when.hpp"

namespace safegov {

template <>
std::span<const std::string_view> words_of<LedgerVerdict>() {
  static constexpr std::array<std::string_view, 10> words{
      "not made", "not due", "done",         "done late", "carried",
      "weakened", "dropped", "contradicted", "vanished",  "unknown"};
  return words;
}

std::string_view to_string(LedgerVerdict verdict) noexcept {
  return words_of<LedgerVerdict>()[static_cast<std::size_t>(verdict)];
}

namespace internal {

const Commitment* find_commitment(const Partnership& partnership, std::string_view id) {
  const PromiseId promise = partnership.find_promise("commitments/" + std::string(id) + "/promise");
  if (!promise) return nullptr;
  const auto place = partnership.row_of(partnership.promises()[promise.index].action);
  return place ? &partnership.list<Commitment>()[place->row] : nullptr;
}

std::optional<Date> last_day_of(const Partnership& partnership, std::string_view promise) {
  std::optional<Date> last;
  const PromiseId id = partnership.find_promise(promise);
  if (!id) return last;
  for (const Deadline& deadline : partnership.deadlines(id))
    if (deadline.range && (!last || *last < deadline.range->last())) last = deadline.range->last();
  return last;
}

}  // namespace internal

namespace {

using namespace internal;

/// What is known of one link: the last that was said, and the last that was silent.
struct Said {
  const CommitmentOutcome* last = nullptr;
  const CommitmentOutcome* silent = nullptr;
  bool done_before = false;
};

bool is_later(const CommitmentOutcome& a, const CommitmentOutcome* b) {
  return b == nullptr || *a.dated >= *b->dated;
}

class Follower {
 public:
  Follower(const Partnership& partnership, Date as_at, std::optional<Date> known_at)
      : partnership_(partnership), as_at_(as_at), upto_(known_until(as_at, known_at)) {}

  Sequel run(const Commitment& row) {
    out_.links.push_back(&row);
    if (!row.dated || upto_ < *row.dated) {
      out_.verdict = LedgerVerdict::not_made;
      return std::move(out_);
    }
    const std::size_t most = partnership_.list<Commitment>().size();
    Said said;
    for (const Commitment* at = &row;;) {
      said = hear(*at);
      take_due(*at);
      if (at == &row) out_.own = said.last;
      if (said.last == nullptr) break;
      const bool less = said.last->outcome == OutcomeKind::weakened;
      weakened_ = weakened_ || less;
      if (!less && said.last->outcome != OutcomeKind::carried) break;
      if (at == &row) out_.again = said.done_before && !less;
      at = find_commitment(partnership_, said.last->to.id);
      if (at == nullptr || out_.links.size() > most) break;
      out_.links.push_back(at);
    }
    out_.last = said.last != nullptr ? said.last : said.silent;
    out_.verdict = judge(said);
    return std::move(out_);
  }

 private:
  Said hear(const Commitment& row) {
    Said said;
    for (const CommitmentOutcome& o : row.outcomes) {
      if (!o.dated || upto_ < *o.dated) continue;
      if (std::ranges::count(out_.documents, o.in.id) == 0) out_.documents.push_back(o.in.id);
      auto& which = o.outcome == OutcomeKind::no_sequel ? said.silent : said.last;
      if (is_later(o, which)) which = &o;
    }
    for (const CommitmentOutcome& o : row.outcomes)
      if (said.last != nullptr && o.dated && o.outcome == OutcomeKind::done &&
          *o.dated < *said.last->dated)
        said.done_before = true;
    return said;
  }

  void take_due(const Commitment& row) {
    due_ = last_day_of(partnership_, "commitments/" + row.id + "/promise");
    if (!due_) return;
    if (!out_.first_due) {
      out_.first_due = due_;
    } else if (!out_.latest || *out_.latest < *due_) {
      out_.latest = due_;
    }
  }

  LedgerVerdict judge(const Said& said) {
    const OutcomeKind kind = said.last != nullptr ? said.last->outcome : OutcomeKind::no_sequel;
    if (kind == OutcomeKind::dropped) return LedgerVerdict::dropped;
    if (kind == OutcomeKind::contradicted) return LedgerVerdict::contradicted;
    if (kind == OutcomeKind::done) {
      const Date day = said.last->date ? *said.last->date : *said.last->dated;
      if (!out_.latest || *out_.latest < day) out_.latest = day;
      if (weakened_) return LedgerVerdict::weakened;
      const bool late = out_.first_due && *out_.first_due < day;
      return late ? LedgerVerdict::done_late : LedgerVerdict::done;
    }
    if (weakened_) return LedgerVerdict::weakened;
    return silence(said);
  }

  LedgerVerdict silence(const Said& said) const {
    const auto or_carried = [&](LedgerVerdict verdict) {
      return out_.carried() != 0 ? LedgerVerdict::carried : verdict;
    };
    if (due_ && as_at_ <= *due_) return or_carried(LedgerVerdict::not_due);
    if (said.silent == nullptr) return or_carried(LedgerVerdict::unknown);
    const std::string& expected = out_.links.back()->expected_in.id;
    if (!expected.empty() && std::ranges::count(out_.documents, expected) == 0)
      return LedgerVerdict::unknown;
    return due_ && *said.silent->dated <= *due_ ? LedgerVerdict::unknown : LedgerVerdict::vanished;
  }

  const Partnership& partnership_;
  Date as_at_, upto_;
  Sequel out_;
  std::optional<Date> due_;  // of the last link
  bool weakened_ = false;
};

}  // namespace

int Sequel::months_slipped() const {
  return first_due && latest ? months_between(*first_due, *latest) : 0;
}

Sequel follow(const Partnership& partnership, const Commitment& commitment, Date as_at,
              std::optional<Date> known_at) {
  return Follower(partnership, as_at, known_at).run(commitment);
}

}  // namespace safegov
