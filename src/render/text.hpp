// Laying text out for a terminal: columns, colours, wrapping, by display width.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <safegov/assess.hpp>
#include <safegov/render.hpp>
#include <safegov/timeline.hpp>

#include "model/spoken.hpp"

namespace safegov::internal {

/// A page of text of a given width.
class Page {
 public:
  explicit Page(const RenderOptions& options);

  [[nodiscard]] std::size_t width() const noexcept { return width_; }
  [[nodiscard]] std::string bold(std::string_view text) const { return paint("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return paint("2", text); }
  /// In the colour of a state; the caller prints its word.
  [[nodiscard]] std::string in_colour(State state, std::string_view text) const;

  /// In a colour by its word, if it is one that a terminal has; the caller prints what it means.
  [[nodiscard]] std::string tinted(std::string_view colour, std::string_view text) const;

  void line(std::string_view text = {});
  /// Words wrapped to the page, every line indented.
  void paragraph(std::string_view text, std::size_t indent);
  /// A paragraph behind a head that is as wide as its indent.
  void item(std::string_view head, std::string_view text, std::size_t indent);
  std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const;

  std::size_t width_;
  bool colour_;
  std::string out_;
};

/// Without what a hostile text could do to a terminal: control characters become spaces, what
/// turns the direction of reading stands as `<U+202E>`, and what a pipeline's runner would obey
/// begins with another character than it would.
std::string harmless(std::string_view text);

/// Cut to `width` columns with an ellipsis if it is longer; control characters made visible.
std::string cell(std::string_view text, std::size_t width);
/// The same, filled with spaces on the right or on the left.
std::string left(std::string_view text, std::size_t width);
std::string right(std::string_view text, std::size_t width);

/// The days that a report over time shows: those asked for, or one for each step.
std::vector<Date> days_shown(DateRange range, const RenderOptions& options, Step step);

}  // namespace safegov::internal
