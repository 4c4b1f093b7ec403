// The life of a document: which status counts on a day, when it came in force, what it owes.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <safegov/document.hpp>

#include "registers/row_graph.hpp"

namespace safegov::internal {

/// A stage of a life. What was in force goes back to preparation only as a new version.
enum class Stage { preparation, force, end };
[[nodiscard]] Stage stage_of(DocumentStatus status) noexcept;

/// The last status, in the order written, that had come by that day.
[[nodiscard]] const DocumentStep* status_on(const Document& document, Date day);

/// The first status by which it was in force, if that has a date.
[[nodiscard]] const DocumentStep* first_in_force(const Document& document);

/// The first status of that stage without a date: it came, and nobody knows when.
[[nodiscard]] const DocumentStep* undated_of(const Document& document, Stage stage);

/// The first day from which words such as `in two years` count: in force, or of its period.
[[nodiscard]] std::optional<Date> first_day(const Document& document);

/// A review that is owed, and what met it.
struct Review {
  std::string due = {};  ///< words of a deadline; none if there is nothing to count from
  const DocumentStep* met = nullptr;
};

/// What `review` comes to. A cadence runs from the day in force, and anew from each review: there
/// is one more than there were reviews. Other words are one deadline, or several.
[[nodiscard]] std::vector<Review> reviews_of(const Document& document);

/// What `expires` comes to by itself: the last day, if the words are a single dated deadline.
[[nodiscard]] std::optional<Date> last_day(const Document& document);

/// A promise of a document, in the words in which records speak of it.
struct Owed {
  std::string promise = {};  ///< `review`, `review of 1 April 2020`
  bool renewal = false;
};

/// What it owes and has not done itself, as far as it can be said which.
[[nodiscard]] std::vector<Owed> owed_by(const Document& document);

/// How the documents of a register follow each other.
struct Lineage {
  RowsById by_id;
  std::vector<const Document*> documents = {};
  RowEdges successors = {};  ///< from each to those that take its place
  /// Of each the one that first came in force in its place, if any is known to have.
  std::vector<std::optional<std::size_t>> first_successor = {};
  std::vector<std::optional<std::size_t>> closing = {};        ///< of `succeeds`: a circle
  std::vector<std::optional<std::size_t>> closing_parts = {};  ///< of `part-of`: a circle
  /// The day from which each is known to be there: its first line. None if a line has no date, for
  /// then it may always have been. One without any date is there with what it is printed in.
  std::vector<std::optional<Date>> there_from = {};
  /// Of each the one before it, by period, of the same kind and title.
  std::vector<std::optional<std::size_t>> namesake = {};
};

/// Whether a document was there by then, as far as its lines say.
[[nodiscard]] inline bool is_there(const Lineage& all, std::size_t row, Date until) {
  return !all.there_from[row] || *all.there_from[row] <= until;
}

[[nodiscard]] Lineage lineage_of(std::span<const Document> documents);

}  // namespace safegov::internal
