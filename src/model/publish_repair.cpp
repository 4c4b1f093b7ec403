// Makes parts sound by taking out what cannot stand.
// SPDX-License-Identifier: Apache-2.0
//
// What a copy refers to and has not was taken care of before. What is left are the rules that look
// at several things at once; each says by its path what is wrong, and that goes.

#include "model/publish_repair.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

namespace safegov::internal {
namespace {

struct Step {
  std::string name;
  int index = -1;  ///< of a list; -1 for none
  friend auto operator<=>(const Step&, const Step&) = default;
};
using Way = std::vector<Step>;

Way way_of(std::string_view path) {
  Way way;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    std::string_view word = path.substr(0, end);
    Step step;
    const std::size_t bracket = word.find('[');
    step.name = word.substr(0, bracket);
    if (bracket != std::string_view::npos)
      std::from_chars(word.data() + bracket + 1, word.data() + word.size(), step.index);
    way.push_back(std::move(step));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return way;
}

/// An entry of a list, and how to take it out.
struct Entry {
  const Codec* list = nullptr;
  void* held = nullptr;
  std::size_t index = 0;
  std::string_view type = {};
};

class Repair {
 public:
  Repair(Partnership::Parts& parts, Tally& tally) : parts_(parts), tally_(tally) {}

  /// True if something was taken out.
  bool run(const Diagnostics& found) {
    std::set<Way, std::greater<>> ways;  // the last of a list first, so that indices hold
    for (const Diagnostic& d : found)
      if (d.severity == Severity::error) ways.insert(way_of(d.path));
    taken_.clear();
    bool any = false;
    for (const Way& way : ways) any |= take(way);
    return any;
  }

 private:
  bool take(const Way& way) {
    if (way.empty()) return false;
    const Step& first = way[0];
    const auto index = static_cast<std::size_t>(std::max(first.index, 0));
    if (first.name == "plans") return take_in(type_of<Plan>(), parts_.plans, index, way);
    if (first.name == "records") return take_in(type_of<Record>(), parts_.records, index, way);
    for (RegisterTable& table : parts_.registers) {
      if (table.kind().name != first.name) continue;
      if (first.index < 0) return drop_table(table);
      const Field& rows = table.kind().list.fields[0];
      Entry entry{&rows.codec(), rows.at(table.held()), index, table.kind().row().name};
      if (index >= table.size()) return false;
      return go(table.kind().row(), const_cast<void*>(table[index]), way, 1, entry);
    }
    return go(type_of<Arrangements>(), &parts_.arrangements, way, 0, {});
  }

  template <class T>
  bool take_in(const Type& type, std::vector<T>& list, std::size_t index, const Way& way) {
    if (index >= list.size()) return false;
    return go(type, &list[index], way, 1,
              {&CodecOf<std::vector<T>>::get(), &list, index, type.name});
  }

  /// Its promises are told by the place that they have as a plan, not by their rows.
  bool drop_table(RegisterTable& table) {
    tally_.add(Withholding::left_out, table.kind().name, Because::follows, {}, table.size());
    std::erase_if(parts_.registers,
                  [&](const RegisterTable& one) { return &one.kind() == &table.kind(); });
    return true;
  }

  bool go(const Type& type, void* value, const Way& way, std::size_t at, Entry entry) {
    if (at == way.size()) return erase(entry);
    const auto field = type.find(way[at].name);
    if (!field) return erase(entry);
    const Field& f = type.fields[*field];
    const Codec& codec = f.codec();
    void* member = f.at(value);
    const int index = way[at].index;
    if (codec.shape == Shape::value) {
      const void* inner = codec.get(member);
      if (inner != nullptr && at + 1 < way.size())
        return go(codec.type(), const_cast<void*>(inner), way, at + 1, entry);
      if (inner == nullptr || f.need == Need::required) return erase(entry);
      return clear(f, value);
    }
    if (codec.shape == Shape::list && index >= 0) {
      if (static_cast<std::size_t>(index) >= codec.size(member)) return false;
      const auto i = static_cast<std::size_t>(index);
      if (codec.element().shape != Shape::value) return erase({&codec, member, i, f.name});
      const Type& element = codec.element().type();
      return go(element, const_cast<void*>(codec.item(member, i)), way, at + 1,
                {&codec, member, i, element.name});
    }
    std::string text;
    const bool given = codec.shape == Shape::list
                           ? codec.size(member) != 0
                           : codec.print != nullptr && codec.print(member, text);
    if (!given || f.need == Need::required) return erase(entry);
    return clear(f, value);
  }

  bool clear(const Field& field, void* value) {
    field.clear(value);
    tally_.add(Withholding::left_out, field.name, Because::follows, {});
    return true;
  }

  bool erase(const Entry& entry) {
    if (entry.list == nullptr || entry.type == type_of<Body>().name) return false;
    if (!taken_.emplace(entry.held, entry.index).second) return false;
    entry.list->erase(entry.held, entry.index);
    tally_.add(Withholding::left_out, entry.type, Because::follows, {});
    return true;
  }

  Partnership::Parts& parts_;
  Tally& tally_;
  std::set<std::pair<const void*, std::size_t>> taken_;
};

}  // namespace

std::optional<Partnership> make_sound(Partnership::Parts& parts, Tally& tally) {
  for (;;) {
    Result<Partnership> made = Partnership::make(parts);
    if (made) return std::move(made).value();
    if (!Repair(parts, tally).run(made.diagnostics())) return {};
  }
}

}  // namespace safegov::internal
