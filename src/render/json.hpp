// Writing JSON: two spaces, keys in the order given, UTF-8 as it is.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/describe.hpp>
#include <safegov/printed.hpp>
#include <safegov/register.hpp>
#include <safegov/row.hpp>
#include <safegov/source.hpp>

namespace safegov::internal {

/// Calls follow the text: `object(); key("a"); text("b"); end();`.
class Json {
 public:
  Json& object() { return open('{', '}'); }
  Json& list() { return open('[', ']'); }
  Json& end();
  Json& key(std::string_view name);
  Json& text(std::string_view value);
  Json& number(long long value);
  Json& boolean(bool value);
  Json& null();
  /// Exactly the number that is printed: `-0.15` of `-0.15 %`.
  Json& number(const Decimal& value);

  /// `"key": "value"`, and the like.
  Json& field(std::string_view name, std::string_view value) { return key(name).text(value); }
  Json& field(std::string_view name, const char* value) { return key(name).text(value); }
  Json& field(std::string_view name, long long value) { return key(name).number(value); }
  /// The text, or null if it is empty.
  Json& optional(std::string_view name, std::string_view value) {
    return value.empty() ? key(name).null() : field(name, value);
  }
  /// `"name": [1, 2, 3]`, on one line.
  Json& numbers(std::string_view name, std::span<const std::uint32_t> values);
  Json& numbers(std::string_view name, std::span<const std::int64_t> values);
  /// `{file, line, column}`, or null.
  Json& place(std::string_view name, const Span& where);
  /// A described value, by its fields; those that are absent are left out.
  Json& value(const Type& type, const void* value) {
    return visible(type, value, [](const void*, const Field&) { return false; });
  }
  /// The same of a row; what is withheld of it is null.
  Json& row(const RegisterTable& table, std::size_t index, const Withhold& withheld);

  /// The text so far, with a line break at its end.
  [[nodiscard]] std::string take();

 private:
  Json& open(char bracket, char close);
  void begin_item();
  using Hides = std::function<bool(const void*, const Field&)>;
  Json& visible(const Type& type, const void* value, const Hides& hides);
  void member(const Codec& codec, const void* from, const Hides& hides);
  template <class Number>
  Json& on_a_line(std::string_view name, std::span<const Number> values);
  void break_line();

  struct Level {
    char close;
    bool empty = true;
  };
  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

/// `reports_to` for `reports-to`: how a word of the plan format is spelled in JSON.
std::string json_name(std::string_view word);

}  // namespace safegov::internal
