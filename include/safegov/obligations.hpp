// Which report is due from whom, to whom, and by when.
// SPDX-License-Identifier: Apache-2.0
//
//   const Obligations owed = expand_obligations(partnership);
//   for (const Obligation& due : owed) std::cout << due << '\n';

#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/date.hpp>
#include <safegov/deadline.hpp>
#include <safegov/partnership.hpp>

namespace safegov {

class Obligations;

struct ExpandOptions {
  std::vector<PlanId> of = {};  ///< only what these plans and registers promise; all if empty
  /// Only what had been promised by this day: what a row of a register promised later is no part of
  /// what there was then. Plans, and rows without a date, count as always there.
  std::optional<Date> promised_by = {};
};

/// One promise at one date: a row of Obligations, which must outlive it.
class Obligation {
 public:
  Obligation(const Obligations& owed, std::size_t row) noexcept : owed_(&owed), row_(row) {}

  [[nodiscard]] std::size_t row() const noexcept { return row_; }
  /// `bp-2019/2.1/bmg@2019-10`
  [[nodiscard]] std::string id() const;
  [[nodiscard]] const Plan& plan() const noexcept;
  [[nodiscard]] const Objective& objective() const noexcept;
  [[nodiscard]] const Action& action() const noexcept;
  [[nodiscard]] const Promise& promise() const noexcept;
  [[nodiscard]] const std::string& what() const noexcept { return promise().what; }
  /// Null where nobody is stated.
  [[nodiscard]] const Body* from() const noexcept;
  [[nodiscard]] const Body* to() const noexcept;
  [[nodiscard]] const Body* lead() const noexcept;
  /// The words of its deadline, and what they mean.
  [[nodiscard]] const Deadline& due() const noexcept;
  /// On time until the last of these days, that day included: what the words mean, or of a deadline
  /// that is bound to a meeting, the days for which that was scheduled. Nothing without a date.
  [[nodiscard]] std::optional<DateRange> days() const noexcept;
  /// The meeting that it is bound to, or none.
  [[nodiscard]] MeetingId meeting() const noexcept;
  /// Where the promise was written; false if it was not read from a text.
  [[nodiscard]] Span where() const;

 private:
  const Obligations* owed_;
  std::size_t row_;
};

/// Every obligation of a partnership, as columns. Ordered by last day, then plan, objective,
/// action, promise and number as written; what has no day comes last. Immutable; cheap to copy.
class Obligations {
 public:
  [[nodiscard]] std::size_t size() const noexcept;
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] Obligation operator[](std::size_t row) const noexcept { return {*this, row}; }

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Obligation;
    using difference_type = std::ptrdiff_t;
    using pointer = const Obligation*;
    using reference = Obligation;
    Iterator() = default;
    Iterator(const Obligations& owed, std::size_t row) noexcept : owed_(&owed), row_(row) {}
    Obligation operator*() const noexcept { return {*owed_, row_}; }
    Iterator& operator++() noexcept {
      ++row_;
      return *this;
    }
    Iterator operator++(int) noexcept {
      const Iterator before = *this;
      ++row_;
      return before;
    }
    friend bool operator==(const Iterator&, const Iterator&) noexcept = default;

   private:
    const Obligations* owed_ = nullptr;
    std::size_t row_ = 0;
  };
  [[nodiscard]] Iterator begin() const noexcept { return {*this, 0}; }
  [[nodiscard]] Iterator end() const noexcept { return {*this, size()}; }

  /// The row of `bp-2019/2.1/bmg@2019-10`, or as people write it, `bp-2019/2.1/bmg of Oct 2019`.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
  /// The row of an obligation of the partnership; nothing if these are restricted to others.
  [[nodiscard]] std::optional<std::size_t> row_of(const Subject& obligation) const noexcept;

  // The columns. Days count from 1 January 1970; where kind is not `dated` they hold no_day and the
  // bit in `dated` is 0. A body that is not stated is BodyId{}.
  static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::max();
  [[nodiscard]] std::span<const std::int32_t> first() const noexcept;
  [[nodiscard]] std::span<const std::int32_t> last() const noexcept;
  /// One bit a row, least significant first: does it have days?
  [[nodiscard]] std::span<const std::uint8_t> dated() const noexcept;
  [[nodiscard]] std::span<const DeadlineKind> kind() const noexcept;
  [[nodiscard]] std::span<const PromiseId> promise() const noexcept;
  /// Which of the promise's deadlines it is, from 0.
  [[nodiscard]] std::span<const std::uint32_t> number() const noexcept;
  [[nodiscard]] std::span<const PlanId> plan() const noexcept;
  [[nodiscard]] std::span<const ObjectiveId> objective() const noexcept;
  [[nodiscard]] std::span<const ActionId> action() const noexcept;
  [[nodiscard]] std::span<const BodyId> from() const noexcept;
  [[nodiscard]] std::span<const BodyId> to() const noexcept;
  [[nodiscard]] std::span<const BodyId> lead() const noexcept;

  /// The rows that a body owes, or receives, ascending.
  [[nodiscard]] std::span<const std::uint32_t> owed_by(BodyId body) const noexcept;
  [[nodiscard]] std::span<const std::uint32_t> owed_to(BodyId body) const noexcept;

  /// The day on which a row was received, for the rows that need no more than that to be judged:
  /// no_day where nothing is recorded; `many` where there is more to it, which happenings() has.
  static constexpr std::int32_t many = std::numeric_limits<std::int32_t>::min();
  [[nodiscard]] std::span<const std::int32_t> received() const noexcept;

  /// What a record says of a row. Those of a row stand together: by day, then as written.
  struct Happening {
    std::uint32_t row;
    std::uint32_t record;      ///< in partnership().records()
    RecordKind kind;           ///< never `retracted`
    Quorum quorum;             ///< of a meeting that was held
    std::int32_t day;          ///< when it happened
    std::int32_t recorded;     ///< when it was written down
    std::int32_t retracted;    ///< when it was taken back; no_day if it stands
    std::int32_t first, last;  ///< of what was extended or moved: the new interval
    MeetingId meeting;         ///< the meeting that it says something of, or extends to; or none
  };
  /// Ordered by row.
  [[nodiscard]] std::span<const Happening> happenings() const noexcept;
  [[nodiscard]] std::span<const Happening> happenings(std::size_t row) const noexcept;
  /// Those of the rows whose received() is `many`, by themselves: not all of them are read in order
  /// to judge the few.
  [[nodiscard]] std::span<const Happening> exceptions() const noexcept;
  /// What records say of a meeting, in place of a row its index. A row that is bound to a meeting,
  /// or was extended to one, has these among its own.
  [[nodiscard]] std::span<const Happening> happenings(MeetingId meeting) const noexcept;

  [[nodiscard]] const Partnership& partnership() const noexcept;
  /// The plans and registers that it is restricted to; none if it is of all.
  [[nodiscard]] std::span<const PlanId> of() const noexcept;

 private:
  friend Obligations expand_obligations(const Partnership&, const ExpandOptions&);
  struct Columns;
  explicit Obligations(std::shared_ptr<const Columns> columns) noexcept;
  std::shared_ptr<const Columns> columns_;
};

/// Everything that `partnership` promises, at every date.
[[nodiscard]] Obligations expand_obligations(const Partnership& partnership,
                                             const ExpandOptions& options = {});

/// `bp-2019/2.1/bmg@2019-10  Quarterly EHA report  from vcf to qa  due Oct 2019`
std::ostream& operator<<(std::ostream& out, const Obligation& obligation);

}  // namespace safegov
