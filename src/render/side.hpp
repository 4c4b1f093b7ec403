// One obligation in one of two assessments, or in neither, as comparisons tell it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>

#include <safegov/assess.hpp>

#include "base/text.hpp"
#include "render/json.hpp"
#include "render/text.hpp"

namespace safegov::internal {

class Side {
 public:
  Side(const Assessment& assessment, const std::optional<std::size_t>& row)
      : assessment_(assessment), row_(row) {}

  [[nodiscard]] bool there() const noexcept { return row_.has_value(); }
  [[nodiscard]] std::string state() const {
    return row_ ? std::string(to_string(assessment_[*row_])) : std::string();
  }
  [[nodiscard]] std::string state_in_words() const {
    return row_ ? spoken(assessment_[*row_]) : "not owed";
  }
  [[nodiscard]] std::optional<DateRange> in_force() const {
    return row_ ? assessment_.in_force(*row_) : std::nullopt;
  }
  [[nodiscard]] std::string last() const {
    const auto range = in_force();
    return range ? iso(range->last()) : std::string();
  }
  [[nodiscard]] std::string last_in_words() const {
    const auto range = in_force();
    return range ? "by " + in_words(range->last()) : "no day";
  }
  [[nodiscard]] std::string from() const { return row_ ? id_of(owed().from()) : std::string(); }
  [[nodiscard]] std::string to() const { return row_ ? id_of(owed().to()) : std::string(); }
  [[nodiscard]] std::string lead() const { return row_ ? id_of(owed().lead()) : std::string(); }
  [[nodiscard]] std::string id() const { return row_ ? owed().id() : std::string(); }
  [[nodiscard]] std::string what() const { return row_ ? owed().what() : std::string(); }
  [[nodiscard]] std::string due() const { return row_ ? owed().due().text : std::string(); }

 private:
  [[nodiscard]] Obligation owed() const { return assessment_.obligations()[*row_]; }
  static std::string id_of(const Body* body) { return body ? body->id : std::string(); }

  const Assessment& assessment_;
  std::optional<std::size_t> row_;
};

inline std::string or_nobody(std::string id) { return id.empty() ? "nobody stated" : id; }

/// Every state that either has, in two columns, and by how much they differ.
inline void write_two_counts(Page& page, const Counts& was, const Counts& is,
                             std::string_view was_head, std::string_view is_head) {
  page.line(page.bold("  " + left("", 16) + right(was_head, 8) + right(is_head, 10)));
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (was[state] == 0 && is[state] == 0) continue;
    const auto change = static_cast<long long>(is[state]) - static_cast<long long>(was[state]);
    std::string line = "  " + page.in_colour(state, left(spoken(state), 16)) +
                       right(std::to_string(was[state]), 8) + right(std::to_string(is[state]), 10);
    if (change != 0) line += right((change > 0 ? "+" : "−") + std::to_string(std::abs(change)), 6);
    page.line(line);
  }
}

/// `"counts_before"`: a number for every state.
inline void write_counts(Json& json, std::string_view name, const Counts& counts) {
  json.key(name).object();
  for (std::size_t i = 0; i < state_count; ++i)
    json.field(to_string(static_cast<State>(i)),
               static_cast<long long>(counts[static_cast<State>(i)]));
  json.end();
}

/// ` by bmg (no longer needed)`: what a record says beside its day.
inline std::string by_whom(const Record& record) {
  std::string words;
  if (record.by) words += " by " + record.by.id;
  if (!record.reference.empty()) words += ", " + record.reference;
  if (!record.reason.empty()) words += " (" + record.reason + ")";
  return words;
}

/// Who did it and when, or null.
inline void write_record(Json& json, const Record& record, const Partnership& partnership) {
  const auto kind = words_of<RecordKind>()[static_cast<std::size_t>(record.event.kind)];
  json.object()
      .field("kind", json_name(kind))
      .field("date", iso(*record.date))
      .optional("by", record.by.id)
      .optional("reference", record.reference)
      .optional("reason", record.reason)
      .place("where", partnership.where(record, kind))
      .end();
}

}  // namespace safegov::internal
