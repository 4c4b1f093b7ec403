// Writes the parts of a partnership as files, by the descriptions of its types.
// SPDX-License-Identifier: Apache-2.0

#include <fstream>
#include <utility>

#include "cli/planting.hpp"

namespace safegov::test {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else
      out += c;
  }
  return out + '"';
}

bool is_there(const Codec& codec, const void* member) {
  std::string text;
  if (codec.shape == Shape::list) return codec.size(member) != 0;
  if (codec.shape == Shape::value) return codec.get(member) != nullptr;
  return codec.print(member, text);
}

void write_value(std::ostream& out, const Type& type, const void* value);

void write(std::ostream& out, const Codec& codec, const void* member) {
  if (codec.shape == Shape::value) {
    write_value(out, codec.type(), codec.get(member));
  } else if (codec.shape == Shape::list) {
    out << '[';
    for (std::size_t i = 0; i < codec.size(member); ++i) {
      if (i != 0) out << ", ";
      write(out, codec.element(), codec.item(member, i));
    }
    out << ']';
  } else {
    std::string text;
    codec.print(member, text);
    out << quoted(text);
  }
}

std::string key_of(const Field& field, const void* member) {
  const Codec& codec = field.codec();
  return std::string(codec.shape == Shape::tagged ? codec.tag(member) : field.name);
}

void write_value(std::ostream& out, const Type& type, const void* value) {
  out << '{';
  bool first = true;
  for (const Field& field : type.fields) {
    const void* member = field.of(value);
    if (!is_there(field.codec(), member)) continue;
    if (!std::exchange(first, false)) out << ", ";
    out << key_of(field, member) << ": ";
    write(out, field.codec(), member);
  }
  out << '}';
}

/// A value at the top of a file, a key a line; of lists an entry a line.
void write_top(std::ostream& out, const Type& type, const void* value) {
  for (const Field& field : type.fields) {
    const void* member = field.of(value);
    const Codec& codec = field.codec();
    if (!is_there(codec, member)) continue;
    out << key_of(field, member) << ":";
    if (codec.shape == Shape::list && codec.element().shape == Shape::value) {
      for (std::size_t i = 0; i < codec.size(member); ++i) {
        out << "\n  - ";
        write(out, codec.element(), codec.item(member, i));
      }
    } else {
      out << ' ';
      write(out, codec, member);
    }
    out << '\n';
  }
}

}  // namespace

void write_files(const Partnership::Parts& parts, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const std::string member = "safegov: 1\npartnership: " + quoted(parts.arrangements.id) + "\n";
  std::ofstream first(folder / "partnership.yaml");
  first << "safegov: 1\n";
  write_top(first, type_of<Arrangements>(), &parts.arrangements);
  for (std::size_t i = 0; i < parts.plans.size(); ++i) {
    std::ofstream out(folder / ("plan-" + std::to_string(i) + ".yaml"));
    out << member;
    write_top(out, type_of<Plan>(), &parts.plans[i]);
  }
  if (!parts.records.empty()) {
    std::ofstream out(folder / "records.yaml");
    out << member << "records:";
    for (const Record& record : parts.records) {
      out << "\n  - ";
      write_value(out, type_of<Record>(), &record);
    }
    out << '\n';
  }
  for (const RegisterTable& table : parts.registers) {
    if (table.size() == 0) continue;
    std::ofstream out(folder / (std::string(table.kind().name) + ".yaml"));
    out << member << table.kind().name << ":";
    for (std::size_t i = 0; i < table.size(); ++i) {
      out << "\n  - ";
      write_value(out, table.kind().row(), table[i]);
    }
    out << '\n';
  }
  for (std::size_t i = 0; i < parts.what_ifs.size(); ++i) {
    std::ofstream out(folder / ("what-if-" + std::to_string(i) + ".yaml"));
    out << member;
    write_top(out, type_of<WhatIf>(), &parts.what_ifs[i]);
  }
}

}  // namespace safegov::test
