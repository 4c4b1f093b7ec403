// A register: a list beside the plans, whose rows issue obligations into the one table of them all.
// SPDX-License-Identifier: Apache-2.0
//
//   struct Visit {
//     static constexpr std::string_view refers_to = "visit";
//     std::string id;
//     BodyRef by = {};
//     std::string due = {};
//     Origin origin = {};
//     friend bool operator==(const Visit&, const Visit&) = default;
//   };
//   template <> const Type& safegov::type_of<Visit>() { ... }
//
//   const Register& visits() {
//     static constexpr Field list[] = {rows<Visit>("visits", "Who visits whom, and when.")};
//     static constexpr RowRules<Visit> rules{.issue = [](const Visit& visit, Issue& issue) {
//       issue.action().lead = visit.by;
//       issue.promise("report", "due").due = visit.due;
//     }};
//     static constexpr Register visits = register_of("Visits", list, rules);
//     return visits;
//   }
//
// That is all: reading (`visits:` in a file of registers), references to its rows, states, reasons,
// timelines, agendas, JSON, CSV and the format page follow.

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/describe.hpp>

namespace safegov {

class Issue;
class RowCheck;
class RowLook;
class Withhold;

/// The rows of one register, whatever the type of a row.
template <class Row>
struct Rows {
  std::vector<Row> rows = {};
  Origin origin = {};
};

/// What a register makes of a row, beside its description. Any may be absent.
template <class Row>
struct RowRules {
  /// Which obligations it issues, and which of what it says happened.
  void (*issue)(const Row& row, Issue& issue) = nullptr;
  /// What cannot be, beyond what the description says. The partnership may have other faults.
  void (*check)(const Row& row, RowCheck& check) = nullptr;
  /// What it amounts to as at a date, and what is odd about it. Only of sound partnerships.
  void (*look)(const Row& row, RowLook& look) = nullptr;
  /// What of it no output may show, whatever the date.
  void (*withhold)(const Row& row, Withhold& withhold) = nullptr;
  /// Takes out of rows that are to be published each number of people or cases from 1 up to below
  /// `under`, and what it could be worked out from; returns how many numbers that were.
  std::size_t (*suppress)(std::vector<Row>& rows, int under) = nullptr;
};

/// A kind of register; see the top of this file. Lives as long as the program.
struct Register {
  std::string_view name;   ///< the key of its list, and how the ids of what it issues begin
  std::string_view title;  ///< `Decisions`
  std::string_view doc;    ///< one sentence
  Type list;               ///< what stands in a file: one field, the list of rows
  const Type& (*row)();    ///< has a field `id`
  Audience audience;       ///< the widest that may see its rows, unless somebody opens it

  std::shared_ptr<void> (*make)();  // a Rows<Row>, as are all these are given
  std::shared_ptr<void> (*copy)(const void* rows);
  void (*append)(void* rows, void* more);
  bool (*equal)(const void* rows, const void* others);
  std::size_t (*size)(const void* rows);
  const void* (*at)(const void* rows, std::size_t index);

  const void* rules;  // a RowRules<Row>
  void (*issue)(const Register& kind, const void* row, Issue& issue);
  void (*check)(const Register& kind, const void* row, RowCheck& check);
  void (*look)(const Register& kind, const void* row, RowLook& look);
  void (*withhold)(const Register& kind, const void* row, Withhold& withhold);
  std::size_t (*suppress)(const Register& kind, void* rows, int under);
};

/// The field that holds a register's rows; its name is that of the register.
template <class Row>
constexpr Field rows(std::string_view name, std::string_view doc) {
  return field<&Rows<Row>::rows>(name, doc);
}

/// `list` has that one field; both it and `rules` live as long as the program. A register whose
/// rows can hold sensitive text is for a narrower audience than `open`.
template <class Row>
constexpr Register register_of(std::string_view title, std::span<const Field> list,
                               const RowRules<Row>& rules, Audience audience = Audience::open) {
  using Held = Rows<Row>;
  using Rules = RowRules<Row>;
  return {
      .name = list[0].name,
      .title = title,
      .doc = list[0].doc,
      .list = described<Held>(list[0].name, list[0].doc, list),
      .row = type_of<Row>,
      .audience = audience,
      .make = []() -> std::shared_ptr<void> { return std::make_shared<Held>(); },
      .copy = [](const void* held) -> std::shared_ptr<void> {
        return std::make_shared<Held>(*static_cast<const Held*>(held));
      },
      .append =
          [](void* held, void* more) {
            auto& to = static_cast<Held*>(held)->rows;
            auto& from = static_cast<Held*>(more)->rows;
            for (Row& row : from) to.push_back(std::move(row));
          },
      .equal =
          [](const void* a, const void* b) {
            return static_cast<const Held*>(a)->rows == static_cast<const Held*>(b)->rows;
          },
      .size = [](const void* held) { return static_cast<const Held*>(held)->rows.size(); },
      .at = [](const void* held, std::size_t index) -> const void* {
        return &static_cast<const Held*>(held)->rows[index];
      },
      .rules = &rules,
      .issue =
          [](const Register& kind, const void* row, Issue& issue) {
            const auto call = static_cast<const Rules*>(kind.rules)->issue;
            if (call != nullptr) call(*static_cast<const Row*>(row), issue);
          },
      .check =
          [](const Register& kind, const void* row, RowCheck& check) {
            const auto call = static_cast<const Rules*>(kind.rules)->check;
            if (call != nullptr) call(*static_cast<const Row*>(row), check);
          },
      .look =
          [](const Register& kind, const void* row, RowLook& look) {
            const auto call = static_cast<const Rules*>(kind.rules)->look;
            if (call != nullptr) call(*static_cast<const Row*>(row), look);
          },
      .withhold =
          [](const Register& kind, const void* row, Withhold& withhold) {
            const auto call = static_cast<const Rules*>(kind.rules)->withhold;
            if (call != nullptr) call(*static_cast<const Row*>(row), withhold);
          },
      .suppress = [](const Register& kind, void* held, int under) -> std::size_t {
        const auto call = static_cast<const Rules*>(kind.rules)->suppress;
        return call == nullptr ? 0 : call(static_cast<Held*>(held)->rows, under);
      },
  };
}

/// The rows of one register: a value like any list.
class RegisterTable {
 public:
  explicit RegisterTable(const Register& kind) : kind_(&kind), held_(kind.make()) {}
  template <class Row>
  RegisterTable(const Register& kind, std::vector<Row> rows) : RegisterTable(kind) {
    static_cast<Rows<Row>*>(held_.get())->rows = std::move(rows);
  }
  RegisterTable(const RegisterTable& other)
      : kind_(other.kind_), held_(other.kind_->copy(other.held_.get())) {}
  RegisterTable(RegisterTable&&) noexcept = default;
  RegisterTable& operator=(const RegisterTable& other) { return *this = RegisterTable(other); }
  RegisterTable& operator=(RegisterTable&&) noexcept = default;
  ~RegisterTable() = default;

  [[nodiscard]] const Register& kind() const noexcept { return *kind_; }
  [[nodiscard]] std::size_t size() const { return kind_->size(held_.get()); }
  /// A Row of the register's type.
  [[nodiscard]] const void* operator[](std::size_t index) const {
    return kind_->at(held_.get(), index);
  }
  /// The rows as the type that they are; nothing of any other type.
  template <class Row>
  [[nodiscard]] std::span<const Row> rows() const {
    if (kind_->row != type_of<Row>) return {};
    return static_cast<const Rows<Row>*>(held_.get())->rows;
  }

  /// What kind().list describes, to be filled.
  [[nodiscard]] void* held() noexcept { return held_.get(); }
  /// Takes over the rows of another table of this kind.
  void append(RegisterTable more) { kind_->append(held_.get(), more.held_.get()); }

  friend bool operator==(const RegisterTable& a, const RegisterTable& b) {
    return a.kind_ == b.kind_ && a.kind_->equal(a.held_.get(), b.held_.get());
  }

 private:
  const Register* kind_;
  std::shared_ptr<void> held_;
};

}  // namespace safegov
