// Whether what is published says of an obligation what the whole says.
// SPDX-License-Identifier: Apache-2.0

#include "model/publish_history.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "model/publish_copy.hpp"

namespace safegov::internal {
namespace {

std::string id_of(const Partnership& in, const About& what, const Renaming* names) {
  std::string id;
  if (const auto* subject = std::get_if<Subject>(&what)) {
    const ResolvedPromise& promise = in.promises()[subject->promise.index];
    id = promise.id + "@" + deadline_key(in.deadlines(subject->promise)[subject->number]);
  } else if (const auto* meeting = std::get_if<MeetingId>(&what)) {
    id = in.id_of(*meeting);
  } else if (const auto* body = std::get_if<BodyId>(&what)) {
    id = in[*body].id;
  } else if (const auto* plan = std::get_if<PlanId>(&what)) {
    id = in[*plan].id;
  } else if (const auto* dispute = std::get_if<DisputeId>(&what)) {
    id = in.id_of(*dispute);
  }
  return names == nullptr ? id : names->in_path(id);
}

/// What changes no state is not missed.
bool counts(RecordKind kind) {
  return kind != RecordKind::decided && kind != RecordKind::published &&
         kind != RecordKind::retracted && kind != RecordKind::rated;
}

std::string row_id(const Type& type, const void* row) {
  std::string id;
  if (const auto field = type.find("id"))
    type.fields[*field].codec().print(type.fields[*field].of(row), id);
  return id;
}

}  // namespace

History::History(Choice& choice, const Renaming& names) : choice_(choice), names_(names) {
  const Partnership& whole = choice.whole();
  for (std::uint32_t p = 0; p < whole.promises().size(); ++p)
    for (std::uint32_t n = 0; n < whole.deadlines({p}).size(); ++n)
      obligations_.insert(id_of(whole, Subject{{p}, n}, &names_));
  for (std::size_t i = whole.parts().records.size(); i < whole.records().size(); ++i) {
    const Happening key = happening(whole, i, &names_);
    ++happened_[key];
    example_.emplace(key, i);
  }
}

History::Happening History::happening(const Partnership& in, std::size_t record,
                                      const Renaming* names) const {
  const Record& r = in.records()[record];
  const auto recorded = r.recorded ? r.recorded : r.date;
  std::string until = r.until;
  if (const auto& days = in.resolved_records()[record].until) until = words_for(*days);
  return {r.event.kind, id_of(in, in.resolved_records()[record].about, names),
          r.date,       recorded,
          until,        r.quorum};
}

std::vector<Record> History::missing(const Partnership& published) const {
  std::map<Happening, std::size_t> there;
  for (std::size_t i = published.parts().records.size(); i < published.records().size(); ++i)
    ++there[happening(published, i, nullptr)];
  std::vector<Record> records;
  const Partnership& whole = choice_.whole();
  for (const auto& [key, i] : example_) {
    const Record& said = whole.records()[i];
    const std::string& about = std::get<1>(key);
    if (!counts(said.event.kind) || about.empty()) continue;
    const auto have = there.find(key);
    const std::size_t count = have == there.end() ? 0 : have->second;
    if (count >= happened_.at(key) || std::holds_alternative<std::monostate>(published.find(about)))
      continue;
    Record record = said;
    record.event.about = about;
    record.until = std::get<4>(key);
    record.to.id = names_.in_path(record.to.id);
    mask(record);
    records.push_back(std::move(record));
  }
  return records;
}

bool History::take_out_row(std::string_view kind, const void* row) {
  for (const RegisterTable& table : choice_.whole().registers()) {
    if (table.kind().name != kind) continue;
    const Type& type = table.kind().row();
    const void* whole = choice_.row(type.name, row_id(type, row));
    return whole != nullptr && choice_.take_out(type, whole);
  }
  return false;
}

bool History::take_out_changed(const Partnership& published) {
  bool any = false;
  const auto table_of = [&](std::string_view kind) -> const RegisterTable* {
    for (const RegisterTable& table : published.registers())
      if (table.kind().name == kind) return &table;
    return nullptr;
  };
  for (std::uint32_t p = 0; p < published.promises().size(); ++p) {
    const auto row = published.row_of(published.promises()[p].action);
    if (!row) continue;
    for (std::uint32_t n = 0; n < published.deadlines({p}).size(); ++n)
      if (!obligations_.contains(id_of(published, Subject{{p}, n}, nullptr)))
        any |= take_out_row(row->kind, (*table_of(row->kind))[row->row]);
  }
  const std::size_t written = published.parts().records.size();
  for (std::size_t i = written; i < published.records().size(); ++i) {
    if (happened_.contains(happening(published, i, nullptr))) continue;
    // `commitments[3]`, `commitments[3].outcomes[0]`
    const std::string path = published.path_of(published.records()[i]);
    const std::size_t bracket = path.find('[');
    const RegisterTable* table = table_of(std::string_view(path).substr(0, bracket));
    if (table == nullptr || bracket == std::string::npos) continue;
    const std::size_t row = std::stoul(path.substr(bracket + 1));
    any |= take_out_row(table->kind().name, (*table)[row]);
  }
  return any;
}

}  // namespace safegov::internal
