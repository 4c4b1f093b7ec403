// A partnership as a whole: sound when made, and never changed after.
// SPDX-License-Identifier: Apache-2.0
//
//   Partnership::Parts parts;
//   parts.arrangements = {.id = "ncscp", .bodies = {{.id = "bmg"}, {.id = "qa"}}};
//   parts.plans = {...};
//   const Partnership partnership = Partnership::make(std::move(parts)).value();

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/allowance.hpp>
#include <safegov/body.hpp>
#include <safegov/calendar.hpp>
#include <safegov/deadline.hpp>
#include <safegov/describe.hpp>
#include <safegov/escalation_rules.hpp>
#include <safegov/meeting.hpp>
#include <safegov/plan.hpp>
#include <safegov/rating_rules.hpp>
#include <safegov/record.hpp>
#include <safegov/register.hpp>
#include <safegov/result.hpp>
#include <safegov/scale.hpp>
#include <safegov/source.hpp>
#include <safegov/what_if.hpp>

namespace safegov {

namespace internal {
class Maker;
}

/// What a partnership means by a word for a part of the year. It recurs (`1 September` to
/// `31 December`) or is one dated stretch (`2021-01-04` to `2021-04-01`).
struct PeriodName {
  std::string name = {};
  YearBasis of = YearBasis::calendar;
  std::string from = {};
  std::string to = {};
  std::string source = {};
  Origin origin = {};
  friend bool operator==(const PeriodName&, const PeriodName&) = default;
};

/// What a partnership publishes of itself: its bodies, and who is at the top.
struct Arrangements {
  std::string id = {};
  std::string name = {};
  BodyRef top = {};
  std::vector<Seat> partners = {};  ///< the safeguarding partners: who answers in law
  std::string calendar = {};        ///< `england-and-wales` unless given
  std::vector<PeriodName> named_periods = {};
  std::vector<Scale> scales = {};
  std::optional<RatingRules> ratings = {};  ///< for every plan that has none of its own
  std::vector<Escalation> escalations = {};
  std::vector<Allowance> allow = {};  ///< what is odd and let stand
  std::vector<Body> bodies = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Arrangements&, const Arrangements&) = default;
};

/// A promise with everything about it resolved.
struct ResolvedPromise {
  std::string id;  ///< `bp-2019/2.1/bmg`
  PlanId plan = {};
  ObjectiveId objective = {};
  ActionId action = {};
  BodyId from = {};  ///< none if nobody is stated
  BodyId to = {};
  BodyId lead = {};
  std::optional<Date> since = {};    ///< the day of the row that promised it, if a dated row did
  std::uint32_t first_deadline = 0;  ///< its deadlines: a stretch of the partnership's table
  std::uint32_t deadlines = 0;
};

/// A record with what it is about resolved.
struct ResolvedRecord {
  About about = {};                            ///< of a retraction: what its record is about
  std::optional<DateRange> until = {};         ///< of what was extended or moved: the new interval
  MeetingId until_meeting = {};                ///< of an extension to a meeting: that meeting
  BandId band = {};                            ///< of a rating: none for unknown
  std::optional<std::uint32_t> retracts = {};  ///< of a retraction: the record, by its index
};

/// A row of a register: the row-th of that name.
struct RowPlace {
  std::string_view kind;
  std::size_t row;
  friend bool operator==(const RowPlace&, const RowPlace&) = default;
};

/// The texts that values were read from, and the place of every value and field.
struct Provenance {
  std::vector<std::shared_ptr<const Source>> sources = {};
  /// Bytes into the text, counted from 1; 0 for a field that is not written.
  std::vector<std::uint32_t> places = {};

  /// The place of the value, or of its field-th field if that is written.
  [[nodiscard]] Span find(const Origin& origin, std::optional<std::size_t> field = {}) const;
};

/// Immutable; cheap to copy; safe to share between threads. Everything is in the order written.
class Partnership {
 public:
  struct Parts {
    Arrangements arrangements = {};
    std::vector<Plan> plans = {};
    std::vector<Record> records = {};
    std::vector<RegisterTable> registers = {};  ///< one of each kind at most
    std::vector<WhatIf> what_ifs = {};     ///< carried along; they change nothing until applied
    std::vector<Calendar> calendars = {};  ///< those that `calendar:` may name beside our own
    Provenance provenance = {};            ///< empty for what was not read
  };

  /// Ids are unique, references resolve, no interval ends before it begins, no cadence is endless,
  /// every record is about something promised: or every reason why not.
  static Result<Partnership> make(Parts parts);

  [[nodiscard]] const Arrangements& arrangements() const noexcept;
  [[nodiscard]] std::span<const Body> bodies() const noexcept;
  [[nodiscard]] std::span<const Plan> plans() const noexcept;
  /// The records as written, then what the rows of registers say happened.
  [[nodiscard]] std::span<const Record> records() const noexcept;
  [[nodiscard]] std::span<const RegisterTable> registers() const noexcept;
  /// The rows of a register, by their type; none if there are none.
  template <class Row>
  [[nodiscard]] std::span<const Row> list() const {
    for (const RegisterTable& table : registers())
      if (const auto rows = table.rows<Row>(); !rows.empty()) return rows;
    return {};
  }
  [[nodiscard]] std::span<const WhatIf> what_ifs() const noexcept;
  [[nodiscard]] const Calendar& calendar() const noexcept;

  [[nodiscard]] std::span<const ResolvedPromise> promises() const noexcept;
  /// The dates of a promise, in the order written; never empty (a promise without a date has one
  /// deadline of kind open or unresolved, or one without words).
  [[nodiscard]] std::span<const Deadline> deadlines(PromiseId promise) const noexcept;
  /// What each record is about, in the order of records().
  [[nodiscard]] std::span<const ResolvedRecord> resolved_records() const noexcept;

  /// The meetings that are known by their dates: by body, then as written.
  [[nodiscard]] std::span<const Meeting> meetings() const noexcept;
  [[nodiscard]] std::span<const Meeting> meetings(BodyId body) const noexcept;
  /// The meeting to which a deadline is bound: `due: bmg of Oct 2019`; none for nearly all.
  [[nodiscard]] MeetingId meeting_of(const Subject& obligation) const noexcept;
  /// `bmg@2019-10`
  [[nodiscard]] std::string id_of(MeetingId meeting) const;
  /// What goes further up, and when; as written.
  [[nodiscard]] std::span<const Escalation> escalations() const noexcept;
  /// The disputes that records name: by procedure as written, then by name.
  [[nodiscard]] std::span<const Dispute> disputes() const noexcept;
  /// `resolution/7`
  [[nodiscard]] std::string id_of(DisputeId dispute) const;
  /// The scale of that id, the partnership's own or one that comes with the library; or null.
  [[nodiscard]] const Scale* find_scale(std::string_view id) const;
  /// The scale and the rules in force for a plan.
  [[nodiscard]] const RatingScheme& ratings(PlanId plan) const noexcept;

  [[nodiscard]] const Body& operator[](BodyId id) const noexcept;
  [[nodiscard]] const Meeting& operator[](MeetingId id) const noexcept;
  [[nodiscard]] const Escalation& operator[](EscalationId id) const noexcept;
  [[nodiscard]] const Dispute& operator[](DisputeId id) const noexcept;
  /// Plans are numbered as in plans(); then come the registers that have rows, each as a plan.
  [[nodiscard]] const Plan& operator[](PlanId id) const noexcept;
  [[nodiscard]] const Objective& operator[](ObjectiveId id) const noexcept;
  [[nodiscard]] const Action& operator[](ActionId id) const noexcept;
  [[nodiscard]] const Promise& operator[](PromiseId id) const noexcept;

  /// How many there are: plans, and registers that stand as plans; and over all of these.
  [[nodiscard]] std::size_t plan_count() const noexcept;
  [[nodiscard]] std::size_t objective_count() const noexcept;
  [[nodiscard]] std::size_t action_count() const noexcept;
  /// The row of a register that an action stands for; nothing for an action of a plan.
  [[nodiscard]] std::optional<RowPlace> row_of(ActionId action) const noexcept;
  /// True of a register that stands as a plan.
  [[nodiscard]] bool is_register(PlanId id) const noexcept { return id.index >= plans().size(); }

  /// By id, present or former; none if there is no such thing.
  [[nodiscard]] BodyId find_body(std::string_view id) const;
  [[nodiscard]] PromiseId find_promise(std::string_view id) const;
  /// `bp-2019/2.1/bmg@2019-10`, or as people write it, `bp-2019/2.1/bmg of Oct 2019`.
  [[nodiscard]] std::optional<Subject> find_obligation(std::string_view id) const;
  /// `bmg@2019-10`, or as people write it, `bmg of Oct 2019`.
  [[nodiscard]] MeetingId find_meeting(std::string_view id) const;
  /// Whatever has an id: an obligation, a meeting, a body, a plan, an action or objective by its
  /// number (`bp-2019/2.1`), or a dispute that is escalated (`resolution/7`). Nothing if there is
  /// no such thing, or more than one.
  [[nodiscard]] About find(std::string_view id) const;

  /// The way to a promise, `plans[0].objectives[1].actions[0].promises[0]`, or to the row of a
  /// register that issues it, `decisions[4]`.
  [[nodiscard]] std::string path_of(PromiseId promise) const;
  /// The way to a record, `records[3]`, or to the row that says that it happened.
  [[nodiscard]] std::string path_of(const Record& record) const;

  /// Where a value was written, or one of its fields; false if it was not read from a text.
  template <class T>
  [[nodiscard]] Span where(const T& value, std::string_view field = {}) const {
    return provenance().find(value.origin, type_of<T>().find(field));
  }
  [[nodiscard]] const Provenance& provenance() const noexcept;
  /// All that it was made of, to make another one from.
  [[nodiscard]] const Parts& parts() const noexcept;

  /// Equal if they say the same, wherever and however it was written.
  friend bool operator==(const Partnership& a, const Partnership& b);

  struct Data;  ///< private to the library

 private:
  friend class internal::Maker;
  explicit Partnership(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
};

/// The part of an obligation's id behind the `@`: `2019-10`, `2019-10-09`, `2022-04..2022-06`,
/// `undated`, `open`, or the words that could not be resolved.
[[nodiscard]] std::string deadline_key(const Deadline& deadline);

template <>
const Type& type_of<PeriodName>();
template <>
const Type& type_of<Arrangements>();
template <>
std::span<const std::string_view> words_of<YearBasis>();

}  // namespace safegov
