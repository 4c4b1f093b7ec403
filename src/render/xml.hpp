// Writing XML: elements and attributes in the order given.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

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
    out_ += " " + std::string(name) + "=\"" + escaped(value) + "\"";
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
      out_ +=
          (inline_ ? "" : std::string(2 * open_.size() - 2, ' ')) + "</" + open_.back() + ">\n";
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
  /// What XML 1.0 cannot hold at all is left out.
  static std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c == '&')
        out += "&amp;";
      else if (c == '<')
        out += "&lt;";
      else if (c == '>')
        out += "&gt;";
      else if (c == '"')
        out += "&quot;";
      else if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t')
        out += c;
    }
    return out;
  }

  std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  std::vector<std::string> open_;
  bool in_tag_ = false;
  bool inline_ = false;
};

}  // namespace safegov::internal
