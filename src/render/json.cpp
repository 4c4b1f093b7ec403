// Writing JSON: two spaces, keys in the order given, UTF-8 as it is.
// SPDX-License-Identifier: Apache-2.0

#include "render/json.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "base/text.hpp"

namespace safegov::internal {

std::string json_name(std::string_view word) {
  std::string name(word);
  std::ranges::replace(name, '-', '_');
  return name;
}

void Json::break_line() {
  out_ += '\n';
  out_.append(2 * levels_.size(), ' ');
}

void Json::begin_item() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  break_line();
}

Json& Json::open(char bracket, char close) {
  begin_item();
  out_ += bracket;
  levels_.push_back({close});
  return *this;
}

Json& Json::end() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty) break_line();
  out_ += level.close;
  return *this;
}

Json& Json::key(std::string_view name) {
  text(name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

Json& Json::text(std::string_view value) {
  begin_item();
  out_ += '"';
  for (std::size_t at = 0; at < value.size(); ++at) {
    const char c = value[at];
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      // A file's name need not be UTF-8; JSON must be.
      const std::size_t length = character_length(value, at);
      out_ += length == 1 ? std::string_view("\uFFFD") : value.substr(at, length);
      at += length - 1;
    } else if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (c == '\n') {
      out_ += "\\n";
    } else if (c == '\t') {
      out_ += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", byte);
      out_ += escape.data();
    } else {
      out_ += c;
    }
  }
  out_ += '"';
  return *this;
}

Json& Json::number(long long value) {
  begin_item();
  out_ += std::to_string(value);
  return *this;
}

Json& Json::number(const Decimal& value) {
  begin_item();
  std::string text = print_decimal(value.units, value.places);
  std::erase(text, ',');
  out_ += text;
  return *this;
}

Json& Json::boolean(bool value) {
  begin_item();
  out_ += value ? "true" : "false";
  return *this;
}

Json& Json::null() {
  begin_item();
  out_ += "null";
  return *this;
}

template <class Number>
Json& Json::on_a_line(std::string_view name, std::span<const Number> values) {
  key(name);
  begin_item();
  out_ += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out_ += ", ";
    out_ += std::to_string(values[i]);
  }
  out_ += ']';
  return *this;
}

Json& Json::numbers(std::string_view name, std::span<const std::uint32_t> values) {
  return on_a_line(name, values);
}

Json& Json::numbers(std::string_view name, std::span<const std::int64_t> values) {
  return on_a_line(name, values);
}

Json& Json::place(std::string_view name, const Span& where) {
  key(name);
  if (where.name().empty()) return null();
  object().field("file", where.name());
  key("line"), where.begin.line ? number(where.begin.line) : null();
  key("column"), where.begin.column ? number(where.begin.column) : null();
  return end();
}

void Json::member(const Codec& codec, const void* from, const Hides& hides) {
  if (codec.shape == Shape::list) {
    list();
    for (std::size_t i = 0; i < codec.size(from); ++i)
      member(codec.element(), codec.item(from, i), hides);
    end();
  } else if (codec.shape == Shape::value) {
    visible(codec.type(), codec.get(from), hides);
  } else {
    std::string printed;
    codec.print(from, printed);
    if (codec.shape == Shape::number)
      number(std::stoll(printed));
    else
      text(codec.shape == Shape::word ? json_name(printed) : printed);
  }
}

Json& Json::visible(const Type& type, const void* from, const Hides& hides) {
  object();
  for (const Field& field : type.fields) {
    const Codec& codec = field.codec();
    const void* part = field.of(from);
    std::string printed;
    const bool given = codec.shape == Shape::list    ? codec.size(part) != 0
                       : codec.shape == Shape::value ? codec.get(part) != nullptr
                                                     : codec.print(part, printed);
    if (!given) continue;
    key(json_name(codec.shape == Shape::tagged ? codec.tag(part) : field.name));
    if (hides(part, field))
      null();
    else
      member(codec, part, hides);
  }
  return end();
}

Json& Json::row(const RegisterTable& table, std::size_t index, const Withhold& withheld) {
  return visible(table.kind().row(), table[index], [&](const void* member, const Field& field) {
    return withheld.hides(member, field);
  });
}

std::string Json::take() {
  out_ += '\n';
  return std::move(out_);
}

}  // namespace safegov::internal
