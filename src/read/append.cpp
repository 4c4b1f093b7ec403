// Adding a record to what people wrote, without rewriting any of it.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <memory>

#include <safegov/append.hpp>
#include <safegov/format.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "read/text_check.hpp"
#include "read/yaml_tree.hpp"

namespace safegov {
namespace {

using namespace internal;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// In double quotes, which alone can say a line break; what no text holds becomes a space.
std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else
      out += is_control(c) ? ' ' : c;
  }
  return out + '"';
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

/// A text as a YAML scalar on one line: plain where it can be.
std::string scalar(std::string_view text) {
  if (std::ranges::any_of(text, is_control)) return double_quoted(text);
  const bool plain = !text.empty() && trim(text) == text &&
                     text.find_first_of("-?:,[]{}#&*!|>'\"%@`~<=") != 0 &&
                     text.find(": ") == std::string::npos && text.find(" #") == std::string::npos &&
                     !text.ends_with(':');
  // YAML's nothing; other words that it types are text to us.
  const bool nothing = text == "null" || text == "Null" || text == "NULL";
  return plain && !nothing ? std::string(text) : single_quoted(text);
}

/// The lines of a record as an item of a list whose dashes stand in `column` (from 0).
std::string item(const Record& record, std::size_t column) {
  const Type& type = type_of<Record>();
  std::string out;
  for (const Field& field : type.fields) {
    const Codec& codec = field.codec();
    const void* member = field.of(&record);
    std::string value;
    if (!codec.print(member, value)) continue;
    if (codec.shape == Shape::word && value == words_of<Audience>()[0]) continue;
    out += std::string(column, ' ') + (out.empty() ? "- " : "  ");
    out += codec.shape == Shape::tagged ? codec.tag(member) : field.name;
    out += ": " + scalar(value) + "\n";
  }
  return out;
}

}  // namespace

std::string records_file(std::string_view partnership, const Record& record) {
  return "safegov: " + std::to_string(format_version) + "\npartnership: " + scalar(partnership) +
         "\n\nrecords:\n" + item(record, 2);
}

Result<std::string> append_record(const Source& file, const Record& record) {
  Diagnostics found;
  // The parser does not count a byte order mark, so it does not see it; it stays where it is.
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  const std::size_t skipped = file.text().starts_with(mark) ? mark.size() : 0;
  const auto source = std::make_shared<const Source>(file.name(), file.text().substr(skipped));
  Tree tree;
  if (!check_text(source, found) || !parse_yaml(source, tree, found)) return found;

  // The last value of the root must be the list under `records`, each item on lines of its own.
  const auto where = [&](const Node& node) {
    return source->position(node.place == 0 ? 0 : node.place - 1);
  };
  const auto refuse = [&](const Node& at, std::string message) {
    found.push_back(codes::diagnose(codes::wrong_shape, std::move(message),
                                    token_at(source, where(at)),
                                    "records stand last in their file, each beginning with '- '"));
    return found;
  };
  const Node& root = tree.nodes[0];
  std::size_t last = 0;
  if (root.kind == Node::Kind::map)
    for (std::size_t key = 1; key < root.end; key = tree.nodes[tree.nodes[key].end].end) last = key;
  if (last == 0 || tree.text(tree.nodes[last]) != "records")
    return refuse(tree.nodes[last], "nothing can be added behind this: it is no list of records");
  const Node& list = tree.nodes[tree.nodes[last].end];
  const Position dash = where(list);
  const bool block = list.kind == Node::Kind::list && list.place != 0 &&
                     source->line(dash.line).substr(dash.column - 1).starts_with('-');
  if (!block) return refuse(list, "the records are not a list of lines that begin with '- '");

  // In the line breaks that the file has.
  const std::string line_break = file.text().find("\r\n") == std::string::npos ? "\n" : "\r\n";
  std::string text = file.text();
  if (!text.ends_with('\n')) text += line_break;
  for (const char c : item(record, dash.column - 1))
    text += c == '\n' ? line_break : std::string(1, c);
  return text;
}

}  // namespace safegov
