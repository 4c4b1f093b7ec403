// What the rules of the minutes share.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/minutes.hpp>
#include <safegov/quorum.hpp>
#include <safegov/row.hpp>

#include "registers/row_graph.hpp"

namespace safegov::internal {

/// The number under which an item's actions and what was put off of it stand: `bmg-2025-06.7`.
[[nodiscard]] std::string number_of(const Minutes& minutes, const MinutesItem& item);
/// The number that `deferred-from` names, without the register's name before it.
[[nodiscard]] std::string_view deferred_number(const MinutesItem& item) noexcept;
/// The item of that number of any row, and its row; nothing if there is none.
struct FoundItem {
  const Minutes* minutes = nullptr;
  const MinutesItem* item = nullptr;
};

/// Where all minutes are, for the rules that go from one row to others: by id, by the number of an
/// item, and by body and day.
class MinutesIndex {
 public:
  explicit MinutesIndex(const Partnership& partnership);

  [[nodiscard]] const Minutes* find(std::string_view id) const;
  [[nodiscard]] FoundItem find_item(std::string_view number) const;
  /// Those of the body that were held, or were to be held, on one of the days; in the order of the
  /// rows.
  [[nodiscard]] std::vector<const Minutes*> on(const Body& body, const DateRange& days) const;

 private:
  struct Taken {
    DateRange days;
    const Minutes* minutes = nullptr;
  };
  struct OfBody {
    std::vector<Taken> taken = {};  ///< by the first day
    int longest = 0;                ///< of their days
  };
  std::span<const Minutes> rows_;
  RowsById by_id_;
  std::vector<std::pair<std::string, FoundItem>> items_ = {};  ///< by number, then as written
  std::map<const Body*, OfBody> bodies_ = {};                  // looked up, never gone through
};
/// The index of a partnership's minutes: made once for all rows.
[[nodiscard]] const MinutesIndex& minutes_index(RowCheck& check);

/// Which item has that printed number, from 0.
[[nodiscard]] std::optional<std::size_t> index_of(const Minutes& minutes, std::string_view no);

/// Whether the body's rule is met by who was there, at all or while one item was taken.
[[nodiscard]] QuorumAnswer quorum_of(const Minutes& minutes, std::span<const Body> bodies,
                                     std::optional<std::size_t> item = {});

/// Whether a seat of the table, or its agency, holds a place of the body on the day.
[[nodiscard]] bool holds_place(const Attendance& line, const Body& body,
                               std::span<const Body> bodies, Date day);

/// The days on which what was put off is to come again; nothing if the words say no day.
[[nodiscard]] std::optional<DateRange> put_off_to(const Partnership& partnership,
                                                  const Minutes& minutes, const MinutesItem& item);

void check_minutes(const Minutes& minutes, RowCheck& check);
void look_at_minutes(const Minutes& minutes, RowLook& look);

}  // namespace safegov::internal
