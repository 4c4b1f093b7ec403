// A copy of the parts of a partnership without what goes, and with what is masked masked.
// SPDX-License-Identifier: Apache-2.0

#include "model/publish_copy.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <safegov/clock.hpp>

#include "model/focus.hpp"

namespace safegov::internal {
namespace {

/// Members are reached by the descriptions, which know no copy from a constant.
void* writable(const void* member) { return const_cast<void*>(member); }

void cover(std::string& text) {
  if (!text.empty()) text = withheld_word;
}

}  // namespace

std::string words_for(const DateRange& days) {
  return days.length() == 1 ? iso(days.first()) : iso(days.first()) + " to " + iso(days.last());
}

Renaming names_for(const Choice& choice) {
  Renaming names;
  const auto bodies = choice.whole().bodies();
  std::set<std::string_view> used;
  for (const Body& body : bodies) used.insert({body.id, body.was});
  std::size_t number = 0;
  for (const Body& body : bodies) {
    if (!choice.hides(body.audience)) continue;
    std::string now;
    do now = std::string(withheld_word) + "-" + std::to_string(++number);
    while (used.contains(now));
    names.add(body.was, now);
    names.add(body.id, std::move(now));
  }
  return names;
}

Partnership::Parts Copying::run() {
  const Partnership::Parts& whole = choice_.whole().parts();
  Partnership::Parts parts = whole;
  parts.provenance = {};
  parts.what_ifs.clear();
  name_records();
  take(type_of<Arrangements>(), &whole.arrangements, &parts.arrangements);
  for (std::size_t i = whole.plans.size(); i-- > 0;)
    if (choice_.goes(&whole.plans[i])) {
      parts.plans.erase(parts.plans.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      plan_ = &whole.plans[i];
      take(type_of<Plan>(), plan_, &parts.plans[i]);
      plan_ = nullptr;
    }
  take_records(parts);
  for (std::size_t i = 0; i < whole.registers.size(); ++i)
    take_rows(whole.registers[i], parts.registers[i]);
  std::erase_if(parts.registers, [](const RegisterTable& table) { return table.size() == 0; });
  return parts;
}

void Copying::take_rows(const RegisterTable& whole, RegisterTable& copy) {
  const Register& kind = whole.kind();
  const Field& rows = kind.list.fields[0];
  void* list = rows.at(copy.held());
  for (std::size_t i = whole.size(); i-- > 0;)
    if (choice_.goes(whole[i]))
      rows.codec().erase(list, i);
    else
      take(kind.row(), whole[i], writable(copy[i]));
}

void Copying::take(const Type& type, const void* whole, void* copy) {
  type.origin(copy) = {};
  for (const Field& field : type.fields) {
    const Codec& codec = field.codec();
    const void* member = field.of(whole);
    if (choice_.hides(field.audience) && field.need == Need::optional) {
      std::string text;
      const bool given = codec.print != nullptr && codec.print(member, text);
      if (given) tally_.add(Withholding::left_out, field.name, Because::field, field.audience);
      field.clear(copy);
    } else if (codec.shape == Shape::value) {
      const void* inner = codec.get(member);
      if (inner != nullptr && choice_.goes(inner))
        drop(type, field, whole, copy);
      else if (inner != nullptr)
        take(codec.type(), inner, writable(codec.get(field.of(copy))));
    } else if (codec.shape == Shape::list) {
      take_list(type, field, whole, copy);
    } else {
      take_leaf(type, field, whole, copy);
    }
  }
  if (&type == &type_of<Body>())
    take_body(*static_cast<const Body*>(whole), *static_cast<Body*>(copy));
  else if (&type == &type_of<Promise>())
    take_due(*static_cast<const Promise*>(whole), *static_cast<Promise*>(copy));
}

void Copying::take_list(const Type& type, const Field& field, const void* whole, void* copy) {
  const Codec& codec = field.codec();
  const Codec& element = codec.element();
  const void* from = field.of(whole);
  void* to = field.at(copy);
  for (std::size_t i = codec.size(from); i-- > 0;) {
    const void* item = codec.item(from, i);
    if (element.shape == Shape::value) {
      if (choice_.goes(item))
        codec.erase(to, i);
      else
        take(element.type(), item, writable(codec.item(to, i)));
      continue;
    }
    const Judged judged = element.shape == Shape::reference ? judge(element, item)
                          : codec.element == CodecOf<std::string>::get
                              ? judge_text(*static_cast<const std::string*>(item))
                              : Judged{};
    if (judged.fate == Fate::goes)
      codec.erase(to, i);
    else if (judged.fate == Fate::renamed)
      element.parse({}, judged.now, writable(codec.item(to, i)));
  }
  if (field.need == Need::required && codec.size(from) != 0 && codec.size(to) == 0)
    drop(type, field, whole, copy);
}

void Copying::take_leaf(const Type& type, const Field& field, const void* whole, void* copy) {
  const Codec& codec = field.codec();
  Judged judged;
  if (codec.shape == Shape::reference)
    judged = judge(codec, field.of(whole));
  else if (field.codec == CodecOf<std::string>::get)
    judged = judge_text(*static_cast<const std::string*>(field.of(whole)));
  if (judged.fate == Fate::goes)
    drop(type, field, whole, copy);
  else if (judged.fate == Fate::renamed)
    codec.parse(field.name, judged.now, field.at(copy));
}

/// Takes a field away, or the value that cannot be without it.
void Copying::drop(const Type& type, const Field& field, const void* whole, void* copy) {
  // Without its place it would let everything stand.
  const bool needed = field.need == Need::required || &type == &type_of<Allowance>();
  if (!needed)
    field.clear(copy);
  else if (choice_.take_out(type, whole))
    again_ = true;
}

Copying::Judged Copying::judge(const Codec& codec, const void* member) const {
  std::string id;
  if (!codec.print(member, id)) return {};
  const std::string_view to = codec.refers_to;
  if (to == Body::refers_to) {
    const std::string_view now = names_.find(id);
    return now.empty() ? Judged{} : Judged{Fate::renamed, std::string(now)};
  }
  if (to == Anything::refers_to) {
    if (choice_.goes(choice_.whole().find(id))) return {Fate::goes};
    std::string now = names_.in_path(id);
    return now == id ? Judged{} : Judged{Fate::renamed, std::move(now)};
  }
  if (to == Priority::refers_to && plan_ != nullptr) {
    for (const Priority& priority : plan_->priorities)
      if (priority.no == id && choice_.goes(&priority)) return {Fate::goes};
    return {};
  }
  if (to == FocusGroup::refers_to && plan_ != nullptr) {
    const MeantGroups meant = focus_groups_called(*plan_, id);
    return {meant.count != 0 && choice_.goes(&plan_->focus_groups[meant.first]) ? Fate::goes
                                                                                : Fate::stays};
  }
  const void* row = choice_.row(to, id);
  return {row != nullptr && choice_.goes(row) ? Fate::goes : Fate::stays};
}

/// Most texts are people's own words. Some are ids, or words of a deadline that hold one.
Copying::Judged Copying::judge_text(const std::string& text) const {
  if (asks_gone_clock(text)) return {Fate::goes};
  // An item of minutes: `bmg-2025-06.7`.
  for (auto dot = text.find('.'); dot != std::string::npos; dot = text.find('.', dot + 1)) {
    const void* row = choice_.row("minutes", std::string_view(text).substr(0, dot));
    if (row != nullptr && choice_.goes(row)) return {Fate::goes};
  }
  std::string now = text;
  if (text.find('/') != std::string::npos && text.find('\n') == std::string::npos) {
    const About what = choice_.whole().find(text);
    if (choice_.goes(what)) return {Fate::goes};
    if (!std::holds_alternative<std::monostate>(what)) now = names_.in_path(text);
  }
  if (!names_.empty() && now == text) {
    const std::string_view alone = names_.find(text);
    now = alone.empty() ? names_.in_deadline(text) : std::string(alone);
  }
  return now == text ? Judged{} : Judged{Fate::renamed, std::move(now)};
}

/// `panel-reply from 14 October 2019`, where that clock goes.
bool Copying::asks_gone_clock(std::string_view text) const {
  constexpr std::string_view from = " from ";
  for (std::size_t at = text.find(from); at != std::string_view::npos;
       at = text.find(from, at + 1)) {
    const std::size_t begin = text.find_last_of(" ,;(", at == 0 ? 0 : at - 1);
    const std::size_t first = begin == std::string_view::npos ? 0 : begin + 1;
    const void* row = choice_.row(Clock::refers_to, text.substr(first, at - first));
    if (row != nullptr && choice_.goes(row)) return true;
  }
  return false;
}

/// The days of a clock that goes stay, without its name.
void Copying::take_due(const Promise& whole, Promise& copy) {
  if (!asks_gone_clock(whole.due)) return;
  copy.due.clear();
  const Partnership& all = choice_.whole();
  for (std::uint32_t i = 0; i < all.promises().size(); ++i) {
    if (&all[PromiseId{i}] != &whole) continue;
    for (const Deadline& deadline : all.deadlines({i}))
      if (deadline.range) copy.due += (copy.due.empty() ? "" : ", ") + words_for(*deadline.range);
  }
}

void Copying::take_body(const Body& whole, Body& copy) {
  const bool hidden = choice_.hides(whole.audience);
  if (hidden) {
    mask_body(whole, copy);
    tally_.add(Withholding::masked, "body", Because::marked, whole.audience);
    return;
  }
  copy.quorum = names_.in_list(copy.quorum);
  const auto hides = [&](const auto& value) { return choice_.hides(value.audience); };
  // What it was called on a day would otherwise be said wrongly.
  for (Name& name : copy.formerly) {
    if (!hides(name)) continue;
    name.name = withheld_word;
    tally_.add(Withholding::masked, "name", Because::marked, name.audience);
  }
  for (const Name& name : copy.also_known_as)
    if (hides(name)) tally_.add(Withholding::left_out, "name", Because::marked, name.audience);
  std::erase_if(copy.also_known_as, hides);
  for (auto lines : {&Body::reports_to, &Body::escalates_to, &Body::assures, &Body::scrutinises,
                     &Body::advises, &Body::joint_with})
    for (Line& line : copy.*lines) {
      if (!hides(line)) continue;
      cover(line.condition);
      line.source.clear();
      tally_.add(Withholding::masked, "line", Because::marked, line.audience);
    }
}

/// What others stand on stays: days, lines, seats, meetings. Nothing that could be in words does.
void Copying::mask_body(const Body& whole, Body& copy) const {
  copy.id = names_.find(whole.id);
  copy.name = withheld_word;
  copy.formerly.clear();
  copy.also_known_as.clear();
  copy.was.clear();
  cover(copy.named_only);
  for (auto lines : {&Body::reports_to, &Body::escalates_to, &Body::assures, &Body::scrutinises,
                     &Body::advises, &Body::joint_with})
    for (Line& line : copy.*lines) {
      cover(line.condition);
      line.source.clear();
    }
  copy.joint_of.clear();
  copy.mandates.clear();
  for (Succession& succession : copy.succeeds) succession.source.clear();
  copy.quorum.clear();
  copy.chair.clear();
  copy.source.clear();
  copy.note.clear();
  copy.meets.clear();
  for (const Meeting& meeting : choice_.whole().meetings(choice_.whole().find_body(whole.id)))
    copy.meets += (copy.meets.empty() ? "" : ", ") + words_for(*meeting.scheduled.range);
}

void mask(Record& record) {
  record.id.clear();
  record.replaced_by.clear();
  record.by = {};
  cover(record.reference);
  record.reason.clear();
  record.source.clear();
  record.note.clear();
  record.origin = {};
}

/// Records that are named by who takes them back need a name, and not the old one.
void Copying::name_records() {
  std::size_t number = 0;
  for (const Record& record : choice_.whole().parts().records)
    if (!record.id.empty() && choice_.hides(record.audience))
      record_names_.emplace(record.id,
                            std::string(withheld_word) + "-record-" + std::to_string(++number));
}

bool Copying::record_goes(std::size_t index) const {
  const Partnership& whole = choice_.whole();
  const ResolvedRecord& resolved = whole.resolved_records()[index];
  if (std::holds_alternative<std::monostate>(resolved.about) || choice_.goes(resolved.about))
    return true;
  const auto& written = whole.parts().records;
  return index < written.size() && choice_.goes(&written[index]);
}

void Copying::take_records(Partnership::Parts& parts) {
  const Partnership& whole = choice_.whole();
  const auto& written = whole.parts().records;
  for (std::size_t i = written.size(); i-- > 0;) {
    const auto retracts = whole.resolved_records()[i].retracts;
    if (record_goes(i) || (retracts && record_goes(*retracts))) {
      if (!choice_.goes(&written[i]))
        tally_.add(Withholding::left_out, "record", Because::follows, {});
      parts.records.erase(parts.records.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    Record& copy = parts.records[i];
    take(type_of<Record>(), &written[i], &copy);
    const std::string& about = written[i].event.about;
    if (const auto named = record_names_.find(about); retracts && named != record_names_.end()) {
      copy.event.about = named->second;
    } else if (const auto space = about.find(' '); retracts && space != std::string::npos) {
      copy.event.about = about.substr(0, space + 1) + names_.in_path(about.substr(space + 1));
    } else {
      copy.event.about = names_.in_path(about);
    }
    copy.replaced_by = names_.in_path(copy.replaced_by);
    if (!copy.replaced_by.empty() && choice_.goes(whole.find(written[i].replaced_by)))
      copy.replaced_by.clear();
    if (!choice_.hides(copy.audience)) continue;
    tally_.add(Withholding::masked, "record", Because::marked, copy.audience);
    const auto named = record_names_.find(written[i].id);
    mask(copy);
    if (named != record_names_.end()) copy.id = named->second;
  }
}

}  // namespace safegov::internal
