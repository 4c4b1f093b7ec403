// Writing Markdown: pipe tables whose cells say what the text says, whatever marks it holds.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace safegov::internal {

/// A text in which nothing is taken for markup or HTML; on one line. Control characters become
/// spaces; what turns the direction of reading, and other line ends of Unicode, are written as
/// their numbers, so that they are seen where the Markdown is read as it is, and are what they were
/// in what is made of it.
std::string as_markdown(std::string_view text);

/// The same where it begins a line: nor is it taken for a list, a rule or a block of code.
std::string as_paragraph(std::string_view text);

class Markdown {
 public:
  /// `#` for 1, `##` for 2.
  void heading(int level, std::string_view text);
  void paragraph(std::string_view text);
  /// The head of a table. Rows follow; the cells of both are Markdown already.
  void head(const std::vector<std::string>& cells);
  void row(const std::vector<std::string>& cells);

  /// Several lines in one cell.
  static std::string lines(const std::vector<std::string>& lines);

  std::string take() { return std::move(out_); }

 private:
  void gap();

  std::string out_;
};

}  // namespace safegov::internal
