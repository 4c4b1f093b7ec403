// Plants a secret in each field of each described type, and writes what comes of it as files.
// SPDX-License-Identifier: Apache-2.0

#include "cli/planting.hpp"

#include <algorithm>
#include <cctype>

#include <safegov/registers.hpp>

#include "cli/renaming.hpp"
#include "cli/secrets.hpp"

namespace safegov::test {
namespace {

void walk(const Spot& spot, const std::function<void(const Spot&)>& visit) {
  visit(spot);
  for (const Field& field : spot.type().fields) {
    const Codec& codec = field.codec();
    void* member = field.at(spot.value());
    Spot inner = spot;
    if (codec.shape == Shape::value) {
      if (const void* value = codec.get(member)) {
        inner.way.push_back({&codec.type(), writable(value)});
        walk(inner, visit);
      }
    } else if (codec.shape == Shape::list && codec.element().shape == Shape::value) {
      for (std::size_t i = 0; i < codec.size(member); ++i) {
        inner.way.push_back({&codec.element().type(), writable(codec.item(member, i))});
        walk(inner, visit);
        inner.way.pop_back();
      }
    }
  }
}

bool has_texts(const Field& field) {
  return field.codec == CodecOf<std::string>::get ||
         (field.codec().shape == Shape::list && field.codec().element == CodecOf<std::string>::get);
}

/// A number, a date, a period: what is read from words that are not kept.
bool is_value(const Field& field) {
  const Shape shape = field.codec().shape;
  return shape == Shape::number || shape == Shape::day ||
         (shape == Shape::text && !has_texts(field));
}

bool is_words(const Type& type, const Field& field) {
  return has_texts(field) && named_by(type.name, field.name).empty();
}

/// What it refers to, or nothing if it is no reference.
std::string_view refers_to(const Type& type, const Field& field) {
  const Codec& codec = field.codec();
  const Codec& leaf = codec.shape == Shape::list ? codec.element() : codec;
  if (field.codec == CodecOf<Event>::get) return Anything::refers_to;
  return leaf.shape == Shape::reference ? leaf.refers_to : named_by(type.name, field.name);
}

/// The texts of a field, which are of its own if it is a list.
std::vector<std::string*> texts_of(const Field& field, void* value) {
  if (!has_texts(field)) return {};
  if (field.codec().shape != Shape::list) return {static_cast<std::string*>(field.at(value))};
  std::vector<std::string*> all;
  for (std::string& text : *static_cast<std::vector<std::string>*>(field.at(value)))
    all.push_back(&text);
  return all;
}

Audience* audience_in(const Spot::Value& value) {
  for (const Field& field : value.type->fields)
    if (field.codec == CodecOf<Audience>::get) return static_cast<Audience*>(field.at(value.value));
  return nullptr;
}

/// The innermost value around it that may be marked.
Audience* mark_of(const Spot& spot) {
  for (auto value = spot.way.rbegin(); value != spot.way.rend(); ++value)
    if (Audience* audience = audience_in(*value)) return audience;
  return nullptr;
}

}  // namespace

void each_spot(Partnership::Parts& parts, const std::function<void(const Spot&)>& visit) {
  walk({{{&type_of<Arrangements>(), &parts.arrangements}}}, visit);
  for (Plan& plan : parts.plans) walk({{{&type_of<Plan>(), &plan}}}, visit);
  for (Record& record : parts.records) walk({{{&type_of<Record>(), &record}}}, visit);
  for (RegisterTable& table : parts.registers)
    for (std::size_t i = 0; i < table.size(); ++i)
      walk({{{&table.kind().row(), writable(table[i])}}, &table.kind()}, visit);
  for (WhatIf& what_if : parts.what_ifs) walk({{{&type_of<WhatIf>(), &what_if}}}, visit);
}

std::set<FieldName> fields_where(const std::function<bool(const Type&, const Field&)>& chosen) {
  std::set<const Type*> seen;
  std::set<FieldName> fields;
  const std::function<void(const Type&)> collect = [&](const Type& type) {
    if (!seen.insert(&type).second) return;
    for (const Field& field : type.fields) {
      if (chosen(type, field)) fields.emplace(type.name, field.name);
      const Codec* codec = &field.codec();
      if (codec->shape == Shape::list) codec = &codec->element();
      if (codec->shape == Shape::value) collect(codec->type());
    }
  };
  collect(type_of<Arrangements>());
  collect(type_of<Plan>());
  collect(type_of<Record>());
  collect(type_of<WhatIf>());
  for (const Register* kind : registers()) collect(kind->row());
  return fields;
}

std::set<FieldName> fields_of(Holds what) {
  return fields_where([&](const Type& type, const Field& field) {
    return what == Holds::words ? is_words(type, field)
           : what == Holds::ids ? !refers_to(type, field).empty()
                                : is_value(field);
  });
}

bool Planting::is_sound() const { return static_cast<bool>(Partnership::make(parts_)); }

bool Planting::plant_all(const Spot& spot, const std::vector<const Field*>& fields) {
  std::vector<std::vector<std::string>> before;
  for (const Field* field : fields) {
    void* member = field->at(spot.value());
    if (auto& texts = before.emplace_back(); field->codec().shape == Shape::list) {
      auto& list = *static_cast<std::vector<std::string>*>(member);
      texts = list;
      if (list.empty())
        list.push_back(secret_word(++number_));
      else
        list[0] = secret_word(++number_);
    } else {
      auto& text = *static_cast<std::string*>(member);
      texts = {text};
      text = secret_word(++number_);
    }
  }
  if (is_sound()) {
    planted_ += fields.size();
    return true;
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    void* member = fields[i]->at(spot.value());
    if (fields[i]->codec().shape == Shape::list)
      *static_cast<std::vector<std::string>*>(member) = before[i];
    else
      *static_cast<std::string*>(member) = before[i][0];
  }
  return false;
}

bool Planting::plant_word(const Spot& spot, const Field& field, std::set<FieldName>& done) {
  const std::vector<std::string*> texts = texts_of(field, spot.value());
  if (texts.empty() || texts[0]->empty()) return false;
  const std::string old = *texts[0], now = secret_word(++number_);
  std::vector<std::pair<std::string*, std::string>> before;
  std::set<FieldName> in;
  walk({{spot.way[0]}}, [&](const Spot& inner) {
    for (const Field& other : inner.type().fields)
      for (std::string* text : texts_of(other, inner.value())) {
        std::string after = renamed(*text, old, now);
        if (after == *text) continue;
        before.emplace_back(text, std::exchange(*text, std::move(after)));
        in.emplace(inner.type().name, other.name);
      }
  });
  if (is_sound()) {
    planted_ += in.size();
    done.merge(in);
    return true;
  }
  for (auto& [text, was] : before) *text = std::move(was);
  return false;
}

bool Planting::plant_value(const Spot& spot, const Field& field) {
  const Codec& codec = field.codec();
  if (codec.shape == Shape::list) return false;
  void* member = field.at(spot.value());
  std::string was;
  const bool given = codec.print(member, was);
  for (const std::string& words : secret_values(++number_))
    if (!codec.parse(field.name, words, member) && is_sound()) {
      ++planted_;
      return true;
    }
  if (given)
    codec.parse(field.name, was, member);
  else
    field.clear(spot.value());
  return false;
}

bool Planting::plant_one(const Spot& spot, const Field& field, Holds what, Kept kept,
                         std::set<FieldName>& done) {
  if (what == Holds::words && plant_all(spot, {&field})) return true;
  if (plant_value(spot, field)) return true;
  // A word that other words of the row repeat: they are hidden if all of the row is.
  Audience* const outer = audience_in(spot.way[0]);
  const bool whole = kept == Kept::by_arrangements || spot.way[0].type != &type_of<Arrangements>();
  if (what != Holds::words || outer == nullptr || !whole) return false;
  const Audience before = std::exchange(*outer, Audience::restricted);
  const bool planted = plant_word(spot, field, done);
  if (!planted) *outer = before;
  return planted;
}

void Planting::plant_in(const Spot& spot, Holds what, Kept kept, std::set<FieldName>& done) {
  constexpr int most_tries = 8;
  const bool closed = spot.kind != nullptr && spot.kind->audience != Audience::open;
  const bool with_arrangements = spot.way[0].type == &type_of<Arrangements>() &&
                                 mark_of(spot) == &parts_.arrangements.audience;
  if (kept == Kept::by_register && !closed) return;
  if (kept == Kept::by_mark && with_arrangements) return;
  if (kept == Kept::by_arrangements && !with_arrangements) return;
  std::vector<const Field*> fields;
  for (const Field& field : spot.type().fields) {
    const FieldName name(spot.type().name, field.name);
    if (what == Holds::words ? !is_words(spot.type(), field) : !is_value(field)) continue;
    if (done.contains(name) || tries_[name] >= most_tries) continue;
    if (kept == Kept::by_field && field.audience == Audience::open) continue;
    fields.push_back(&field);
  }
  if (fields.empty()) return;
  Audience* mark = kept == Kept::by_mark ? mark_of(spot) : nullptr;
  const Audience before = mark == nullptr ? Audience::open : *mark;
  if (mark != nullptr) *mark = Audience::restricted;
  const bool all = what == Holds::words && plant_all(spot, fields);
  bool any = all;
  for (const Field* field : fields) {
    const FieldName name(spot.type().name, field->name);
    if (all || plant_one(spot, *field, what, kept, done)) {
      done.insert(name);
      any = true;
    } else {
      ++tries_[name];
    }
  }
  if (!any && mark != nullptr) *mark = before;
}

void Planting::plant(Holds what, Kept kept, std::set<FieldName>& done) {
  if (kept == Kept::by_arrangements) parts_.arrangements.audience = Audience::restricted;
  std::vector<Spot> spots;
  each_spot(parts_, [&](const Spot& spot) { spots.push_back(spot); });
  // Words from the first on, values from the last: what holds the one is seldom what holds the
  // other, and more of it is as it was.
  if (what == Holds::values) std::ranges::reverse(spots);
  for (const Spot& spot : spots) plant_in(spot, what, kept, done);
}

bool Planting::plant_reference(const std::string& refers_to, const std::string& id,
                               const Plan* plan) {
  if (id.find("zq") != std::string::npos) return true;  // it leads to a secret already
  Partnership::Parts before = parts_;
  const std::string now = secret_word(++number_);
  const auto done = [&] {
    if (is_sound()) {
      ++planted_;
      return true;
    }
    parts_ = before;
    return false;
  };
  if (refers_to == Body::refers_to) {
    for (Body& body : parts_.arrangements.bodies) {
      if (body.id != id) continue;
      body.id = now;
      body.audience = Audience::restricted;
      rename(parts_, {"body", id, now});
      return done();
    }
    return false;
  }
  const bool priority = refers_to == Priority::refers_to;
  if (plan != nullptr && (priority || refers_to == FocusGroup::refers_to)) {
    const auto mark = [&](auto& things, auto name) {
      for (auto& thing : things)
        if (thing.*name == id) {
          thing.*name = now;
          thing.audience = Audience::restricted;
        }
    };
    Plan& own = parts_.plans[static_cast<std::size_t>(plan - parts_.plans.data())];
    if (priority)
      mark(own.priorities, &Priority::no);
    else
      mark(own.focus_groups, &FocusGroup::id);
    rename(parts_, {refers_to, id, now});
    return done();
  }
  for (RegisterTable& table : parts_.registers) {
    const Type& row = table.kind().row();
    const auto at = row.find("id");
    const std::string path = std::string(table.kind().name) + "/";
    const bool typed = row.name == refers_to;
    const bool anything = refers_to == Anything::refers_to && id.starts_with(path);
    if (!at || (!typed && !anything)) continue;
    // `decisions/5/report`; of minutes `bmg-2025-06.7`, an item.
    const std::string wanted = anything
                                   ? id.substr(path.size(), id.find('/', path.size()) - path.size())
                               : row.name == "minutes" ? id.substr(0, id.find('.'))
                                                       : id;
    for (std::size_t i = 0; i < table.size(); ++i) {
      auto& own = *static_cast<std::string*>(row.fields[*at].at(writable(table[i])));
      if (own != wanted) continue;
      own = now;
      if (Audience* mark = audience_in({&row, writable(table[i])})) *mark = Audience::restricted;
      rename(parts_, {std::string(row.name), wanted, now, path});
      return done();
    }
  }
  if (refers_to == Anything::refers_to)
    for (Plan& own : parts_.plans) {
      if (id == own.id) {
        own.id = now;
        own.audience = Audience::restricted;
        rename(parts_, {"plan", id, now});
        return done();
      }
      for (Objective& objective : own.objectives) {
        if (id == own.id + "/" + objective.no) {
          const std::string old = std::exchange(objective.no, now);
          objective.audience = Audience::restricted;
          rename(parts_, {"objective", old, now, own.id + "/"});
          return done();
        }
        for (Action& action : objective.actions) {
          const std::string path = own.id + "/" + action.no;
          if (id != path && !id.starts_with(path + "/")) continue;
          const std::string old = std::exchange(action.no, now);
          action.audience = Audience::restricted;
          rename(parts_, {"action", old, now, own.id + "/"});
          return done();
        }
      }
    }
  for (const Body& body : parts_.arrangements.bodies)
    if (refers_to == Anything::refers_to && (id == body.id || id.starts_with(body.id + " of ")))
      return plant_reference(std::string(Body::refers_to), body.id, nullptr);
  return false;
}

void Planting::plant_ids(std::set<FieldName>& done) {
  // What is renamed moves nothing: but a refused one puts the parts back, so that each is found
  // anew.
  struct Wanted {
    FieldName name;
    std::string refers_to, id;
    std::ptrdiff_t plan;
  };
  std::vector<Wanted> all;
  each_spot(parts_, [&](const Spot& spot) {
    std::ptrdiff_t plan = -1;
    if (spot.way[0].type == &type_of<Plan>())
      plan = static_cast<const Plan*>(spot.way[0].value) - parts_.plans.data();
    for (const Field& field : spot.type().fields) {
      const Codec& codec = field.codec();
      const bool list = codec.shape == Shape::list;
      const std::string_view to = refers_to(spot.type(), field);
      if (to.empty()) continue;
      const void* member = field.of(spot.value());
      for (std::size_t i = 0; i < (list ? codec.size(member) : 1); ++i) {
        std::string id;
        if ((list ? codec.element() : codec).print(list ? codec.item(member, i) : member, id))
          all.push_back({{std::string(spot.type().name), std::string(field.name)},
                         std::string(to),
                         id,
                         plan});
      }
    }
  });
  for (const Wanted& one : all) {
    if (done.contains(one.name) || tries_[one.name] >= 8) continue;
    const Plan* plan = one.plan < 0 ? nullptr : &parts_.plans[static_cast<std::size_t>(one.plan)];
    // It may have been renamed meanwhile: then the field holds a secret.
    bool still = false, secret_there = false;
    each_spot(parts_, [&](const Spot& spot) {
      if (spot.type().name != one.name.first) return;
      const Field& field =
          *std::ranges::find(spot.type().fields, std::string_view(one.name.second), &Field::name);
      const Codec& codec = field.codec();
      const bool list = codec.shape == Shape::list;
      const void* member = field.of(spot.value());
      for (std::size_t i = 0; i < (list ? codec.size(member) : 1); ++i) {
        std::string id;
        (list ? codec.element() : codec).print(list ? codec.item(member, i) : member, id);
        still |= id == one.id;
        secret_there |= id.find("zq") != std::string::npos;
      }
    });
    if (secret_there || (still && plant_reference(one.refers_to, one.id, plan)))
      done.insert(one.name);
    else
      ++tries_[one.name];
  }
}

}  // namespace safegov::test
