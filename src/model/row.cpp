// What rows issue, and what rules say of them.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

#include <safegov/row.hpp>

#include "base/text.hpp"

namespace safegov {

namespace {

std::string text_of(const Type& type, const void* value, std::string_view field) {
  std::string text;
  if (const auto index = type.find(field)) {
    const Codec& codec = type.fields[*index].codec();
    if (codec.print != nullptr) codec.print(type.fields[*index].of(value), text);
  }
  return text;
}

}  // namespace

Issue::Issue(const RegisterTable& table, std::size_t row, Provenance& provenance, TableMemo& memo,
             std::span<const Body> bodies, Clocks clocks)
    : table_(table),
      memo_(memo),
      type_(table.kind().row()),
      register_(table.kind().name),
      written_(type_.origin(const_cast<void*>(table[row]))),
      provenance_(provenance),
      bodies_(bodies),
      clocks_(std::move(clocks)) {
  Action own;
  own.no = text_of(type_, table[row], "id");
  for (const std::string_view field : {"text", "title", "what"})
    if (own.text.empty()) own.text = text_of(type_, table[row], field);
  own.source = text_of(type_, table[row], "source");
  own.origin = stand_at(type_of<Action>(), place_of(""));
  actions_.push_back(std::move(own));
}

std::string Issue::id(std::string_view promise) const {
  std::string id = std::string(register_) + "/" + actions_.back().no;
  if (!promise.empty()) id += "/" + std::string(promise);
  return id;
}

Action& Issue::part(std::string no, const Origin& written) {
  Action part;
  part.no = std::move(no);
  part.lead = actions_[0].lead;
  part.origin = stand_at(type_of<Action>(), written.file != 0 ? place_of(written) : place_of(""));
  actions_.push_back(std::move(part));
  return actions_.back();
}

Promise& Issue::promise(std::string id, std::string_view field) {
  return promise_at(std::move(id), place_of(field));
}

Promise& Issue::promise_at(std::string id, std::uint32_t place) {
  Promise& made = add({});
  made.id = std::move(id);
  made.what = actions_.back().text;
  made.origin = stand_at(type_of<Promise>(), place);
  return made;
}

Promise& Issue::promise(std::string id, const Origin& written) {
  return promise_at(std::move(id), place_of(written));
}

Promise& Issue::promise(const Promise& written) { return add(written); }

Promise& Issue::promise(Promise made, const Origin& written) {
  made.origin = stand_at(type_of<Promise>(), place_of(written));
  return add(std::move(made));
}

Promise& Issue::add(Promise promise) {
  since_.push_back(promised_);
  anchors_.push_back(anchor_);
  actions_.back().promises.push_back(std::move(promise));
  return actions_.back().promises.back();
}

Record& Issue::happened(RecordKind kind, std::string about, std::string_view field) {
  Record& record = records_.emplace_back();
  record.event = {kind, std::move(about)};
  record.origin = stand_at(type_of<Record>(), place_of(field));
  return record;
}

Record& Issue::happened(RecordKind kind, std::string about, const Origin& written) {
  Record& record = records_.emplace_back();
  record.event = {kind, std::move(about)};
  record.origin = stand_at(type_of<Record>(), place_of(written));
  return record;
}

std::vector<Record> Issue::take_records() {
  std::erase_if(records_, [](const Record& r) { return !r.date; });
  return std::move(records_);
}

std::uint32_t Issue::place_of(std::string_view field) const {
  const auto at = [&](std::size_t i) {
    return i < provenance_.places.size() ? provenance_.places[i] : 0;
  };
  if (written_.file == 0) return 0;
  if (const auto index = type_.find(field))
    if (const std::uint32_t place = at(written_.first + 1 + *index)) return place;
  return at(written_.first);
}

std::uint32_t Issue::place_of(const Origin& written, std::optional<std::size_t> field) const {
  const auto& places = provenance_.places;
  if (written.file == 0 || written.first >= places.size()) return place_of("");
  if (field && written.first + 1 + *field < places.size())
    if (const std::uint32_t place = places[written.first + 1 + *field]) return place;
  return places[written.first];
}

/// Places for a value that nobody wrote as such: all of it stands where the row says so.
Origin Issue::stand_at(const Type& type, std::uint32_t place) {
  if (written_.file == 0) return {};
  Origin origin;
  origin.file = written_.file;
  origin.first = static_cast<std::uint32_t>(provenance_.places.size());
  provenance_.places.resize(provenance_.places.size() + 1 + type.fields.size());
  provenance_.places[origin.first] = place;
  return origin;
}

Diagnostic& RowCheck::add(Diagnostic what, Span where, std::string_view field) {
  what.where = std::move(where);
  what.path = std::string(kind_.name) + "[" + std::to_string(index_) + "]";
  if (!field.empty()) what.path += "." + std::string(field);
  found_.push_back(std::move(what));
  return found_.back();
}

Withhold::Withhold(const RegisterTable& table) : table_(table) {
  for (std::size_t row = 0; row < table.size(); ++row)
    table.kind().withhold(table.kind(), table[row], *this);
  std::ranges::sort(hidden_, std::less<>{});
}

bool Withhold::hides(const void* member, const Field& field) const {
  return !hidden_.empty() &&
         std::ranges::binary_search(hidden_, std::pair(member, &field), std::less<>{});
}

void RowLook::measure(std::string name, long long value, std::optional<long long> of) {
  std::string text = std::to_string(value);
  if (of) {
    text += " of " + std::to_string(*of);
    // In tenths of a per cent, rounded half up.
    if (*of > 0) {
      const long long tenths = (value * 2000 + *of) / (*of * 2);
      text += " (" + std::to_string(tenths / 10) +
              (tenths % 10 != 0 ? "." + std::to_string(tenths % 10) : "") + " %)";
    }
  }
  measures_.push_back({std::move(name), std::move(text), value, of});
}

namespace {

/// Every record that counts, by what it is about, then by day, then as written.
struct RecordsByThing {
  struct Entry {
    About about;
    std::int32_t day;
    std::uint32_t record;
  };
  std::vector<Entry> entries;
};

RecordsByThing records_that_count(const Partnership& partnership, Date as_at,
                                  const std::optional<Date>& known_at) {
  constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();
  const std::int32_t known = known_at ? known_at->days() : never - 1;
  const auto written_down = [](const Record& r) {
    return (r.recorded ? r.recorded : r.date)->days();
  };
  const auto records = partnership.records();
  const auto resolved = partnership.resolved_records();
  std::vector<std::int32_t> taken_back(records.size(), never);
  for (std::size_t i = 0; i < records.size(); ++i)
    if (const auto target = resolved[i].retracts)
      taken_back[*target] = std::min(taken_back[*target], written_down(records[i]));
  RecordsByThing found;
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    const bool counts = !resolved[i].retracts && *records[i].date <= as_at &&
                        written_down(records[i]) <= known && taken_back[i] > known;
    if (counts) found.entries.push_back({resolved[i].about, records[i].date->days(), i});
  }
  std::ranges::sort(found.entries, {}, [](const RecordsByThing::Entry& e) {
    return std::tuple(e.about, e.day, e.record);
  });
  return found;
}

/// The actions that the rows of a register stand as: those of row i begin at first[i].
struct ActionsOfRows {
  std::vector<std::uint32_t> first;
};

ActionsOfRows actions_of_rows(const Partnership& partnership, std::string_view kind) {
  ActionsOfRows rows;
  const auto actions = static_cast<std::uint32_t>(partnership.action_count());
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < actions; ++i) {
    const auto place = partnership.row_of(ActionId{i});
    if (!place || place->kind != kind) continue;
    while (rows.first.size() <= place->row) rows.first.push_back(i);
    end = i + 1;
  }
  rows.first.push_back(end);
  return rows;
}

}  // namespace

std::vector<const Record*> RowLook::records_about(const About& what) {
  const auto& all =
      once([&] { return records_that_count(partnership(), as_at_, known_at_); }).entries;
  std::vector<const Record*> found;
  const auto about = [](const RecordsByThing::Entry& e) -> const About& { return e.about; };
  auto entry = std::ranges::lower_bound(all, what, {}, about);
  for (; entry != all.end() && entry->about == what; ++entry)
    found.push_back(&partnership().records()[entry->record]);
  return found;
}

std::vector<Subject> RowLook::issued() {
  const auto& rows = once([&] { return actions_of_rows(partnership(), kind().name); }).first;
  std::vector<Subject> found;
  if (index() + 1 >= rows.size()) return found;
  const auto promises = partnership().promises();
  const auto action_of = [](const ResolvedPromise& p) { return p.action.index; };
  auto promise = std::ranges::lower_bound(promises, rows[index()], {}, action_of);
  for (; promise != promises.end() && action_of(*promise) < rows[index() + 1]; ++promise) {
    const PromiseId id{static_cast<std::uint32_t>(promise - promises.begin())};
    for (std::uint32_t n = 0; n < promise->deadlines; ++n) found.push_back({id, n});
  }
  return found;
}

}  // namespace safegov
