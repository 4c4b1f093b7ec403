// A described value as lines of text.
// SPDX-License-Identifier: Apache-2.0

#include "report/written.hpp"

namespace safegov::internal {
namespace {

/// A text of several lines goes on further in, so that no line of it looks like a field.
void write_text(std::string_view text, std::string& out, std::size_t depth) {
  for (const char c : text) {
    out += c;
    if (c == '\n') out.append(2 * depth + 4, ' ');
  }
  out += '\n';
}

void write_member(const Codec& codec, std::string_view name, const void* from, std::string& out,
                  std::size_t depth) {
  const std::string indent(2 * depth, ' ');
  if (codec.shape == Shape::list) {
    for (std::size_t i = 0; i < codec.size(from); ++i)
      write_member(codec.element(), name, codec.item(from, i), out, depth);
  } else if (codec.shape == Shape::value) {
    const void* value = codec.get(from);
    if (value == nullptr) return;
    out += indent + std::string(name) + ":\n";
    write_value(codec.type(), value, out, depth + 1);
  } else {
    std::string text;
    if (!codec.print(from, text)) return;
    out += indent + std::string(codec.shape == Shape::tagged ? codec.tag(from) : name) + ": ";
    write_text(text, out, depth);
  }
}

}  // namespace

void write_value(const Type& type, const void* value, std::string& out, std::size_t depth) {
  for (const Field& field : type.fields)
    write_member(field.codec(), field.name, field.of(value), out, depth);
}

}  // namespace safegov::internal
