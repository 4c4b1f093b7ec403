// What became of the old plan when the new one was written: nothing may vanish.
// SPDX-License-Identifier: Apache-2.0
//
//   const Rollover over = roll_over(state, *old_plan, *new_plan);
//   over.count(Outcome::vanished);   // what nobody carried, finished or decided to drop

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/assess.hpp>

namespace safegov {

/// How an item of the old plan ended. In the order in which they are told.
enum class Outcome : std::uint8_t {
  vanished,  ///< none of the others: something is owed and nobody says what became of it
  changed,   ///< carried, in other words, by another lead, to another date
  carried,   ///< carried as it stood
  dropped,   ///< waived, superseded or cancelled by a record, or decided
  done,      ///< all of it was received
};
inline constexpr std::size_t outcome_count = 5;
template <>
std::span<const std::string_view> words_of<Outcome>();
[[nodiscard]] std::string_view to_string(Outcome outcome) noexcept;

/// What is brought forward. An objective stands for itself only if it has no actions.
enum class ItemKind : std::uint8_t { objective, action, promise };
template <>
std::span<const std::string_view> words_of<ItemKind>();

/// One item of the old plan.
struct RolledItem {
  ItemKind kind = ItemKind::action;
  std::string id;    ///< `bp-2019/2.1`, `bp-2019/2.1/bmg`
  std::string text;  ///< in the plan's words
  Outcome outcome = Outcome::vanished;
  std::vector<std::string> to = {};  ///< the items of the new plan that carry it
  /// Of what is changed: `text`, `lead`, `from`, `to`, `due`, `kind`, `split`.
  std::vector<std::string> changes = {};
  Counts counts = {};                  ///< where its obligations stand
  std::vector<std::string> open = {};  ///< of what vanished: the obligations that are owed still
  std::vector<const Record*> records = {};  ///< of what was dropped: the decisions, by day
};

/// An item of the new plan that carries nothing.
struct AddedItem {
  ItemKind kind = ItemKind::action;
  std::string id;
  std::string text;
  friend bool operator==(const AddedItem&, const AddedItem&) = default;
};

/// Every item of the old plan with how it ended, as written; and what is new.
struct Rollover {
  Assessment assessment;
  PlanId from, to;
  std::vector<RolledItem> items = {};
  std::vector<AddedItem> added = {};

  [[nodiscard]] std::size_t count(Outcome outcome) const noexcept;
  [[nodiscard]] std::size_t count(ItemKind kind, Outcome outcome) const noexcept;
};

/// Brings one plan forward into another of the same partnership. An item is carried by what names
/// it under `carries`, by a promise that a record says replaced it, and where the new plan was
/// called by the id of the old one (`was`), by what has the same number. Throws
/// std::invalid_argument if the two are one plan.
[[nodiscard]] Rollover roll_over(const Assessment& assessment, PlanId from, PlanId to);

}  // namespace safegov
