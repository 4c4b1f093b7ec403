// Writing XML: elements and attributes in the order given.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace safegov::internal {

/// Calls follow the text: `open("a").attribute("b", "c").text("d").close()`.
class Xml {
 public:
  Xml& open(std::string name) {
    finish_tag();
    out_ += std::string(2 * open_.size(), ' ') + "<" + name;
    open_.push_back(std::move(name));
    in_tag_ = true;
    return *this;
  }
  /// Of the element just opened.
  Xml& attribute(std::string_view name, std::string_view value) {
    out_ += " " + std::string(name) + "=\"" + escaped(value, "&#10;", "&#9;") + "\"";
    return *this;
  }
  /// All that an element holds.
  Xml& text(std::string_view text) {
    out_ += ">" + escaped(text);
    in_tag_ = false;
    inline_ = true;
    return *this;
  }
  Xml& close() {
    if (in_tag_)
      out_ += "/>\n";
    else
      out_ += (inline_ ? "" : std::string(2 * open_.size() - 2, ' ')) + "</" + open_.back() + ">\n";
    open_.pop_back();
    in_tag_ = inline_ = false;
    return *this;
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void finish_tag() {
    if (in_tag_) out_ += ">\n";
    in_tag_ = false;
  }
  /// What XML 1.0 cannot hold at all is U+FFFD. A line break or tab of an attribute is escaped,
  /// because readers make a space of it otherwise.
  static std::string escaped(std::string_view text, std::string_view line_break = "\n",
                             std::string_view tab = "\t") {
    constexpr std::string_view instead = "\uFFFD";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = character_length(text, at);
      const std::string_view character = text.substr(at, length);
      const auto byte = static_cast<unsigned char>(character[0]);
      at += length;
      if (byte == '&')
        out += "&amp;";
      else if (byte == '<')
        out += "&lt;";
      else if (byte == '>')
        out += "&gt;";
      else if (byte == '"')
        out += "&quot;";
      else if (byte == '\n')
        out += line_break;
      else if (byte == '\t')
        out += tab;
      else if (byte == '\r')
        out += "&#13;";
      else if (byte < ' ' || (byte >= 0x80 && length == 1) || character == "\uFFFE" ||
               character == "\uFFFF")
        out += instead;
      else
        out += character;
    }
    return out;
  }

  std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  std::vector<std::string> open_;
  bool in_tag_ = false;
  bool inline_ = false;
};

}  // namespace safegov::internal
