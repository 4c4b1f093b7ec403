// What the rules of a register are given: to issue, to check, to look.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeindex>
#include <utility>
#include <vector>

#include <safegov/clock.hpp>
#include <safegov/date.hpp>
#include <safegov/diagnostic.hpp>
#include <safegov/partnership.hpp>
#include <safegov/plan.hpp>
#include <safegov/printed.hpp>
#include <safegov/record.hpp>
#include <safegov/register.hpp>
#include <safegov/state.hpp>

namespace safegov {

/// What the rules of a register work out once for all rows of a table: an index of them, say. A
/// rule is called row by row, and would otherwise go through all rows for each. Every type that is
/// made is one such thing.
class TableMemo {
 public:
  template <class Make>
  const auto& get(Make&& make) {
    using Made = std::remove_cvref_t<decltype(make())>;
    std::shared_ptr<const void>& held = made_[std::type_index(typeid(Made))];
    if (!held) held = std::make_shared<const Made>(make());
    return *static_cast<const Made*>(held.get());
  }

 private:
  std::map<std::type_index, std::shared_ptr<const void>> made_;  // looked up, never gone through
};

/// What a row puts among the obligations and the records of its partnership. A register stands
/// there as a plan, each of its rows as an action, so that everything that is asked of plans can be
/// asked of it; the id of an obligation is `decisions/5/report@2025-03`.
class Issue {
 public:
  /// The action that the row is: its number is the row's id.
  [[nodiscard]] Action& action() noexcept { return actions_[0]; }
  /// Another action of the row, for a part that is numbered by itself: `6.a`. What is promised from
  /// here on is promised under it.
  Action& part(std::string no, const Origin& written = {});
  /// A promise that a field of the row makes.
  Promise& promise(std::string id, std::string_view field);
  /// The same of a value inside the row, at its place.
  Promise& promise(std::string id, const Origin& written);
  /// The same of a value inside the row: one that a field of it makes.
  template <class T>
  Promise& promise(std::string id, const T& value, std::string_view field) {
    return promise_at(std::move(id), place_of(value.origin, type_of<T>().find(field)));
  }
  /// A promise that is written in the row at length.
  Promise& promise(const Promise& written);
  /// A promise that a value inside the row makes, at its place.
  Promise& promise(Promise made, const Origin& written);
  /// Something of which a field of the row says that it happened. Without a date it is left out.
  Record& happened(RecordKind kind, std::string about, std::string_view field);
  /// The same of a value inside the row, at its place.
  Record& happened(RecordKind kind, std::string about, const Origin& written);
  /// The day from which `in three months` counts, for what is promised from here on.
  void count_from(std::optional<Date> day) noexcept { anchor_ = day; }
  /// The day on which what follows was promised: it is no part of what there was before. Unless
  /// given, it counts as always there.
  void promised_on(std::optional<Date> day) noexcept { promised_ = day; }
  /// The stretch of days over which `annually` runs, for what is promised by this row.
  void run_over(std::optional<DateRange> days) noexcept { window_ = days; }
  /// What `make` makes of all rows of the table: once, and then again the same.
  template <class T, class Row>
  [[nodiscard]] const T& once(T (*make)(std::span<const Row>)) {
    return memo_.get([&] { return make(table_.rows<Row>()); });
  }
  /// The clock of that id, the partnership's own or one that comes with the library; or null. It
  /// may have faults of its own.
  [[nodiscard]] const Clock* find_clock(std::string_view id) const { return clocks_(id); }
  /// The bodies of the partnership, which may have faults of their own.
  [[nodiscard]] std::span<const Body> bodies() const noexcept { return bodies_; }
  /// The id of the row: `decisions/5`; of what it promises, `decisions/5/report`.
  [[nodiscard]] std::string id(std::string_view promise = {}) const;

  // For the one who calls the rules.
  using Clocks = std::function<const Clock*(std::string_view)>;
  Issue(const RegisterTable& table, std::size_t row, Provenance& provenance, TableMemo& memo,
        std::span<const Body> bodies, Clocks clocks);
  [[nodiscard]] std::vector<Action> take_actions() noexcept { return std::move(actions_); }
  [[nodiscard]] std::vector<Record> take_records();
  /// Of each promise in the order of the actions: since when.
  [[nodiscard]] std::span<const std::optional<Date>> since() const noexcept { return since_; }
  /// The same: from which day its words count.
  [[nodiscard]] std::span<const std::optional<Date>> anchors() const noexcept { return anchors_; }
  [[nodiscard]] const std::optional<DateRange>& window() const noexcept { return window_; }

 private:
  [[nodiscard]] std::uint32_t place_of(std::string_view field) const;
  [[nodiscard]] Origin stand_at(const Type& type, std::uint32_t place);
  [[nodiscard]] std::uint32_t place_of(const Origin& written,
                                       std::optional<std::size_t> field = {}) const;
  Promise& promise_at(std::string id, std::uint32_t place);
  Promise& add(Promise promise);

  const RegisterTable& table_;
  TableMemo& memo_;
  const Type& type_;
  std::string_view register_;
  const Origin& written_;
  Provenance& provenance_;
  std::span<const Body> bodies_;
  Clocks clocks_;
  std::vector<Action> actions_;
  std::vector<Record> records_;
  std::vector<std::optional<Date>> since_;
  std::vector<std::optional<Date>> anchors_;
  std::optional<Date> promised_ = {};
  std::optional<Date> anchor_ = {};
  std::optional<DateRange> window_ = {};
};

/// What a rule may look at, and where it says what is wrong.
class RowCheck {
 public:
  RowCheck(const Partnership& partnership, const Register& kind, Diagnostics& found) noexcept
      : partnership_(partnership), kind_(kind), found_(found) {}

  [[nodiscard]] const Partnership& partnership() const noexcept { return partnership_; }
  [[nodiscard]] const Register& kind() const noexcept { return kind_; }
  /// Which row it is, from 0.
  [[nodiscard]] std::size_t index() const noexcept { return index_; }
  /// What `make` makes of all rows of the table: once, and then again the same.
  template <class T, class Row>
  [[nodiscard]] const T& once(T (*make)(std::span<const Row>)) {
    return memo_.get([&] { return make(partnership_.list<Row>()); });
  }
  /// Says something of a value, the row or one inside it, at its place or that of a field.
  template <class T>
  Diagnostic& report(Diagnostic what, const T& value, std::string_view field = {}) {
    return add(std::move(what), partnership_.where(value, field), field);
  }
  /// A second place that belongs to what was said.
  template <class T>
  void relate(Diagnostic& to, const T& value, std::string_view field, std::string message) {
    if (Span at = partnership_.where(value, field))
      to.related.push_back({std::move(at), std::move(message)});
  }
  /// What `make` makes: once, and for the rows that follow the same.
  template <class Make>
  requires std::is_invocable_v<Make>
  const auto& once(Make&& make) { return memo_.get(std::forward<Make>(make)); }

  // For the one who calls the rules.
  void go_to(std::size_t row) noexcept { index_ = row; }

 private:
  Diagnostic& add(Diagnostic what, Span where, std::string_view field);

  const Partnership& partnership_;
  const Register& kind_;
  Diagnostics& found_;
  std::size_t index_ = 0;
  TableMemo memo_ = {};
};

/// Which members of the rows of a table no output may show, at whatever date: small numbers.
class Withhold {
 public:
  /// Asks the rules of the register, row by row.
  explicit Withhold(const RegisterTable& table);

  /// Hides a field of a value, the row or one inside it.
  template <class T>
  void hide(const T& value, std::string_view field) {
    const Type& type = type_of<T>();
    if (const auto index = type.find(field))
      hidden_.emplace_back(type.fields[*index].of(&value), &type.fields[*index]);
  }
  /// What `make` makes of all rows of the table: once, and then again the same.
  template <class T, class Row>
  [[nodiscard]] const T& once(T (*make)(std::span<const Row>)) {
    return memo_.get([&] { return make(table_.rows<Row>()); });
  }
  [[nodiscard]] bool hides(const void* member, const Field& field) const;

 private:
  const RegisterTable& table_;
  TableMemo memo_ = {};
  std::vector<std::pair<const void*, const Field*>> hidden_ = {};  // sorted once all are there
};

/// Where an obligation stands as at the date of a look.
struct Standing {
  State state = State::undated;
  std::optional<DateRange> days = {};  ///< the interval in force, extensions and meetings followed
};
/// What the engine says of an obligation: handed in by the stage that assesses.
using Standings = std::function<Standing(const Subject&)>;

/// One step of a measure over time.
struct MeasuredPoint {
  std::string label = {};              ///< the period as printed: `Q1 2014/15`
  std::optional<DateRange> days = {};  ///< what it means, if anything
  std::string text = {};               ///< what there is: `88.7%`, `suppressed`
  std::optional<Decimal> value = {};   ///< none: a gap in the line
  std::string standing = {};           ///< how it stands, in words: `R red`, `no target`
  std::string remark = {};
  std::string broken = {};  ///< why it is not to be compared with what is before it
  friend bool operator==(const MeasuredPoint&, const MeasuredPoint&) = default;
};

/// What a row amounts to as at a date: `present  13 of 26`.
struct Measure {
  std::string name = {};
  std::string text = {};                   ///< as printed
  std::optional<long long> value = {};     ///< where it is a number
  std::optional<long long> of = {};        ///< and that is a part of another
  std::vector<MeasuredPoint> points = {};  ///< of a measure over time: earliest first
  friend bool operator==(const Measure&, const Measure&) = default;
};

/// What a rule may look at as at a date, and where it says what it sees. What it reports are
/// findings: warnings and notes, never errors.
class RowLook : public RowCheck {
 public:
  RowLook(const Partnership& partnership, const Register& kind, Date as_at,
          std::optional<Date> known_at, const Standings& standings, Diagnostics& found) noexcept
      : RowCheck(partnership, kind, found),
        as_at_(as_at),
        known_at_(known_at),
        standings_(standings) {}

  [[nodiscard]] Date as_at() const noexcept { return as_at_; }
  [[nodiscard]] const std::optional<Date>& known_at() const noexcept { return known_at_; }
  /// The last day of which anything may be said: as at, and as known at.
  [[nodiscard]] Date until() const noexcept { return known_until(as_at_, known_at_); }
  void measure(std::string name, std::string text) {
    measures_.push_back({.name = std::move(name), .text = std::move(text)});
  }
  /// That nothing is known of the row before a later day than this, and of what sort that is:
  /// `known`, `asked`.
  void not_before(std::string name, Date day) {
    measure(std::move(name), "not before " + in_words(day));
    not_before_ = day;
  }
  /// A number whose text says more than it: `over 100`.
  void measure_printed(std::string name, std::string text, long long value) {
    measures_.push_back({.name = std::move(name), .text = std::move(text), .value = value});
  }
  /// A measure over time; `text` says what its line runs from and to.
  void measure(std::string name, std::string text, std::vector<MeasuredPoint> points) {
    measures_.push_back(
        {.name = std::move(name), .text = std::move(text), .points = std::move(points)});
  }
  /// `131`, or `131 of 136 (96.3 %)`.
  void measure(std::string name, long long value, std::optional<long long> of = {});
  /// The records about a thing that count: of days up to as_at(), written down and not taken back
  /// by known_at(). By day, then as in records().
  [[nodiscard]] std::vector<const Record*> records_about(const About& what);
  /// The obligations that the row issued, in the order written.
  [[nodiscard]] std::vector<Subject> issued();
  [[nodiscard]] Standing standing(const Subject& obligation) const {
    return standings_(obligation);
  }

  // For the one who calls the rules.
  [[nodiscard]] std::vector<Measure> take_measures() noexcept { return std::move(measures_); }
  [[nodiscard]] std::optional<Date> take_not_before() noexcept {
    return std::exchange(not_before_, std::nullopt);
  }

 private:
  Date as_at_;
  std::optional<Date> known_at_;
  const Standings& standings_;
  std::vector<Measure> measures_;
  std::optional<Date> not_before_ = {};
};

}  // namespace safegov
