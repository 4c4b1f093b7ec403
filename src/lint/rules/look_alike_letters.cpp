// Words that mix the letters of two alphabets, or only look as if they were Latin.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"
#include "model/walk.hpp"

namespace safegov::internal::rules {
namespace {

/// Greek and Cyrillic are two bytes each, from U+0370 to U+052F.
bool begins_other(unsigned char c) { return c >= 0xCD && c <= 0xD4; }

/// Small and capital letters that no eye tells from a Latin one.
bool looks_latin(std::string_view letter) {
  static constexpr std::string_view all =
      "АВЕКМНОРСТУХЅІЈаеорсухѕіјԛԝ"  // Cyrillic
      "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";             // Greek
  return all.find(letter) != all.npos;
}

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The first word of a text that is not what it looks like; empty if there is none.
std::string_view odd_word(std::string_view text) {
  if (std::ranges::none_of(text,
                           [](char c) { return begins_other(static_cast<unsigned char>(c)); }))
    return {};
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i, latin = 0, alike = 0, other = 0;
    while (end < text.size()) {
      if (is_latin(text[end])) {
        ++latin;
        ++end;
      } else if (begins_other(static_cast<unsigned char>(text[end])) && end + 1 < text.size()) {
        ++(looks_latin(text.substr(end, 2)) ? alike : other);
        end += 2;
      } else {
        break;
      }
    }
    // In a word of another language not every letter looks Latin.
    if ((alike > 0 && latin > 0) || (alike > 1 && other == 0)) return text.substr(i, end - i);
    i = end == i ? i + character_length(text, i) : end;
  }
  return {};
}

class Looker {
 public:
  Looker(const LintInput& in, RuleFindings& findings) : in_(in), findings_(findings) {}

  void look_at(const Type& type, const void* value, Path& path) {
    walk(type, value, path, [&](const Type& of, const void* inner, Path& way) {
      for (const Field& field : of.fields) {
        // What is written for the encoder's own eye is not searched for.
        if (field.name == "note" || field.codec().shape != Shape::text) continue;
        text_.clear();
        if (!field.codec().print(field.of(inner), text_)) continue;
        const std::string_view word = odd_word(text_);
        if (word.empty()) continue;
        findings_.report_value(where(of, inner, field.name), way.text(field.name),
                               in_quotes(word) + " has letters of another alphabet that look Latin",
                               "type it anew: a search does not find it");
      }
    });
  }

 private:
  [[nodiscard]] Span where(const Type& type, const void* value, std::string_view field) const {
    return in_.partnership.provenance().find(type.origin(const_cast<void*>(value)),
                                             type.find(field));
  }

  const LintInput& in_;
  RuleFindings& findings_;
  std::string text_;
};

}  // namespace

void look_alike_letters(const LintInput& in, RuleFindings& findings) {
  Looker looker(in, findings);
  Path path;
  looker.look_at(type_of<Arrangements>(), &in.partnership.arrangements(), path);
  const auto each = [&](std::string_view list, const Type& type, std::size_t index,
                        const void* row) {
    path.push({list, index});
    looker.look_at(type, row, path);
    path.pop();
  };
  for (std::size_t i = 0; i < in.plans().size(); ++i)
    each("plans", type_of<Plan>(), i, &in.plans()[i]);
  for (const RegisterTable& table : in.partnership.registers())
    for (std::size_t i = 0; i < table.size(); ++i)
      each(table.kind().name, table.kind().row(), i, table[i]);
}
}  // namespace safegov::internal::rules
