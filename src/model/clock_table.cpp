// Reads our own clocks: blocks of `key: value`, by the descriptions of the types.
// SPDX-License-Identifier: Apache-2.0

#include "model/clock_table.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include <safegov/partnership.hpp>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "model/data.hpp"

namespace safegov {
namespace internal {
namespace {

/// A line that says something: how far in it begins, whether it begins an item, key and value.
struct Line {
  std::size_t number = 0;
  std::size_t indent = 0;
  bool item = false;
  std::string_view key = {};
  std::string_view value = {};
};

[[noreturn]] void refuse(std::size_t line, const std::string& what) {
  throw std::logic_error("the table of clocks, line " + std::to_string(line) + ": " + what);
}

Line cut(std::string_view text, std::size_t number) {
  Line line;
  line.number = number;
  line.indent = text.find_first_not_of(' ');
  text.remove_prefix(line.indent);
  line.item = text.starts_with("- ");
  if (line.item) text.remove_prefix(2);
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) refuse(number, "it has no ':'");
  line.key = text.substr(0, colon);
  line.value = trim(text.substr(colon + 1));
  // What another reader would not take as the plain text that we do.
  if (line.value.find(": ") != std::string_view::npos ||
      line.value.find(" #") != std::string_view::npos ||
      line.value.find_first_of("\"'[]{}>|*&!%@`") == 0)
    refuse(number, "its value is no plain text");
  return line;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (trim(line).empty() || trim(line)[0] == '#') continue;
    lines.push_back(cut(line, number));
  }
  return lines;
}

class Table {
 public:
  explicit Table(std::vector<Line> lines) : lines_(std::move(lines)) {}

  void read(std::vector<Clock>& into) {
    if (lines_.empty() || lines_[0].key != "clocks") refuse(1, "it does not begin with 'clocks:'");
    ++at_;
    read_list(CodecOf<std::vector<Clock>>::get(), &into, 0);
    if (at_ < lines_.size()) refuse(lines_[at_].number, "it belongs to nothing");
  }

 private:
  [[nodiscard]] bool deeper(std::size_t than) const {
    return at_ < lines_.size() && lines_[at_].indent > than;
  }

  void read_list(const Codec& list, void* into, std::size_t outer) {
    if (!deeper(outer)) refuse(lines_[at_ - 1].number, "its list is empty");
    const std::size_t indent = lines_[at_].indent;
    while (at_ < lines_.size() && lines_[at_].indent == indent) {
      Line& line = lines_[at_];
      if (!line.item) refuse(line.number, "it is no item of a list");
      // The rest of an item stands two columns further in, its first line as well.
      line.item = false;
      line.indent += 2;
      read_value(list.element().type(), list.append(into), line.indent);
    }
  }

  void read_value(const Type& type, void* value, std::size_t indent) {
    while (at_ < lines_.size() && lines_[at_].indent == indent && !lines_[at_].item) {
      const Line line = lines_[at_++];
      const auto field = type.find(line.key);
      if (!field) refuse(line.number, "no key is called " + in_quotes(line.key));
      const Codec& codec = type.fields[*field].codec();
      void* member = type.fields[*field].at(value);
      if (codec.shape == Shape::list)
        read_list(codec, member, indent);
      else if (const auto refusal = codec.parse(line.key, line.value, member))
        refuse(line.number, refusal->message);
    }
    if (deeper(indent)) refuse(lines_[at_].number, "it is too far in");
  }

  std::vector<Line> lines_;
  std::size_t at_ = 0;
};

}  // namespace

void read_clock_table(std::string_view text, std::vector<Clock>& into) {
  Table(lines_of(text)).read(into);
}

}  // namespace internal

std::span<const Clock> named_clocks() {
  static const std::vector<Clock> clocks = [] {
    std::vector<Clock> all;
    for (const internal::Embedded& file : internal::clock_files())
      internal::read_clock_table(file.text, all);
    std::ranges::stable_sort(all, {}, &Clock::id);
    return all;
  }();
  return clocks;
}

const Clock* find_named_clock(std::string_view id) {
  const auto clocks = named_clocks();
  const auto found = std::ranges::lower_bound(clocks, id, {}, &Clock::id);
  return found != clocks.end() && found->id == id ? &*found : nullptr;
}

const Clock* Partnership::Data::clock(std::string_view id) const {
  for (const RegisterTable& table : parts.registers)
    for (const Clock& own : table.rows<Clock>())
      if (own.id == id) return &own;
  return find_named_clock(id);
}

const Clock* find_clock(const Partnership& partnership, std::string_view id) {
  for (const Clock& own : partnership.list<Clock>())
    if (own.id == id) return &own;
  return find_named_clock(id);
}

}  // namespace safegov
