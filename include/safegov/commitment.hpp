// The register of commitments: what documents promise, and what later ones say became of it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/decision.hpp>
#include <safegov/document.hpp>
#include <safegov/partnership.hpp>
#include <safegov/plan.hpp>

namespace safegov {

struct Commitment;

/// What a later document says of a commitment, as read by whoever encodes it.
enum class OutcomeKind : std::uint8_t {
  done,          ///< that it is there
  carried,       ///< it promises it again
  weakened,      ///< it promises, or reports, less
  dropped,       ///< that it was given up
  contradicted,  ///< what cannot be if it was kept, or if what was said of it is true
  no_sequel,     ///< nothing, where it was looked for
};

/// What a claim is about: that something exists, that people know or do something, or that
/// something changed for children.
enum class ClaimKind : std::uint8_t { output, outcome, impact };

/// What one document says of one commitment.
struct CommitmentOutcome {
  Ref<Document> in = {};           ///< the document
  std::optional<Date> dated = {};  ///< of the document: nobody knew before
  OutcomeKind outcome = OutcomeKind::no_sequel;
  std::string text = {};          ///< its words
  std::optional<Date> date = {};  ///< when it was done, if the document says
  std::string of = {};            ///< which date of several: `2019/20`
  Ref<Commitment> to = {};        ///< what carries it on
  BodyRef by = {};                ///< who gave it up
  Ref<Decision> by_decision = {};
  std::string said = {};  ///< what is contradicted: `Completed`
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const CommitmentOutcome&, const CommitmentOutcome&) = default;
};

/// A promise of one document.
struct Commitment {
  static constexpr std::string_view refers_to = "commitment";

  std::string id = {};
  Ref<Document> made_in = {};      ///< the document
  std::optional<Date> dated = {};  ///< of the document: what `in three months` counts from
  std::string text = {};           ///< verbatim
  BodyRef by = {};
  BodyRef to = {};
  std::string due = {};               ///< the words as printed
  std::optional<Period> period = {};  ///< over which `annually` runs
  Ref<Document> expected_in = {};     ///< the document in which its sequel would stand
  std::string did = {};               ///< what was done before it, as the document says
  std::string claimed = {};           ///< what came of that, as the document says
  std::optional<ClaimKind> claim = {};
  std::vector<CommitmentOutcome> outcomes = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Commitment&, const Commitment&) = default;
};

template <>
const Type& type_of<CommitmentOutcome>();
template <>
const Type& type_of<Commitment>();
template <>
std::span<const std::string_view> words_of<OutcomeKind>();
template <>
std::span<const std::string_view> words_of<ClaimKind>();

/// What became of a commitment, as the documents up to a day have it. A closed list;
/// docs/registers/commitments.md is its truth table.
enum class LedgerVerdict : std::uint8_t {
  not_made,  ///< its document is of a later day
  not_due,   ///< nothing is said of it, and its last day is not over
  done,
  done_late,  ///< after its first date, whoever carried it on
  carried,    ///< promised again, and open
  weakened,   ///< less was promised or reported, at some point
  dropped,
  contradicted,
  vanished,  ///< a document that would have it, later than its last day, says nothing
  unknown,   ///< no document that would have it was read
};

template <>
std::span<const std::string_view> words_of<LedgerVerdict>();
[[nodiscard]] std::string_view to_string(LedgerVerdict verdict) noexcept;

/// A commitment and what carries it on, as known on a day.
struct Sequel {
  LedgerVerdict verdict = LedgerVerdict::unknown;
  std::vector<const Commitment*> links = {};     ///< itself, then what carries it on
  const CommitmentOutcome* own = nullptr;        ///< the last word on itself; null for none
  const CommitmentOutcome* last = nullptr;       ///< on the last link, its silence at least
  std::vector<std::string_view> documents = {};  ///< later ones that were read for it
  std::optional<Date> first_due = {};            ///< the last day of the first link that has one
  std::optional<Date> latest = {};               ///< to when it went: a later date, or when done
  bool again = false;                            ///< itself: was done, and is promised again

  [[nodiscard]] std::size_t carried() const noexcept {
    return links.empty() ? 0 : links.size() - 1;
  }
  /// Whole months from the first date to the latest; 0 if it did not slip.
  [[nodiscard]] int months_slipped() const;
};

/// `commitment` is one of `partnership`'s.
[[nodiscard]] Sequel follow(const Partnership& partnership, const Commitment& commitment,
                            Date as_at, std::optional<Date> known_at = {});

[[nodiscard]] const Register& commitments_register();

}  // namespace safegov
