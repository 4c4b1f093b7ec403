// Plants a secret in each field of each described type, and writes what comes of it as files.
// SPDX-License-Identifier: Apache-2.0

#include "cli/planting.hpp"

#include <algorithm>
#include <cctype>

#include <safegov/registers.hpp>

namespace safegov::test {
namespace {

void* writable(const void* member) { return const_cast<void*>(member); }

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

void collect(const Type& type, std::set<const Type*>& seen, std::set<FieldName>& fields) {
  if (!seen.insert(&type).second) return;
  for (const Field& field : type.fields) {
    fields.emplace(type.name, field.name);
    const Codec* codec = &field.codec();
    if (codec->shape == Shape::list) codec = &codec->element();
    if (codec->shape == Shape::value) collect(codec->type(), seen, fields);
  }
}

bool is_text(const Field& field) {
  return field.codec == CodecOf<std::string>::get ||
         (field.codec().shape == Shape::list && field.codec().element == CodecOf<std::string>::get);
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

/// Fields whose words the library takes for ids, or for words that hold one.
bool holds_ids(std::string_view field) {
  static const std::set<std::string_view> all{"due",         "until",    "quorum",       "was",
                                              "replaced-by", "receives", "deferred-from"};
  return all.contains(field);
}

/// `id` in place of each `old` that stands by itself.
std::string renamed(const std::string& text, const std::string& old, const std::string& now) {
  std::string out;
  const auto of_id = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
  };
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = at == 0 || !of_id(text[at - 1]);
    const std::size_t end = at + old.size();
    if (begins && text.compare(at, old.size(), old) == 0 &&
        (end >= text.size() || !of_id(text[end]) || (text[end] == '.' && end + 1 == text.size()))) {
      out += now;
      at = end;
    } else {
      out += text[at++];
    }
  }
  return out;
}

struct Renaming {
  std::string type;  ///< what typed references call it: `body`, `decision`
  std::string old, now;
  std::string before = {};  ///< what its id stands behind in a path: `decisions/`
};

/// A path, `bp-2019/2.1/qa of June 2019`, after the renaming.
std::string path_after(const std::string& text, const Renaming& how) {
  const std::size_t end = std::min({text.find('@'), text.find(" of "), text.size()});
  std::string path = text.substr(0, end);
  const std::string rest = text.substr(end);
  if (!how.before.empty()) {
    const std::string whole = how.before + how.old;
    if (path == whole || path.starts_with(whole + "/"))
      path = how.before + how.now + path.substr(whole.size());
    return path + rest;
  }
  if (how.type == "plan" || how.type == "escalation") {
    if (path == how.old || path.starts_with(how.old + "/"))
      path = how.now + path.substr(how.old.size());
    return path + rest;
  }
  const std::size_t slash = path.rfind('/');
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  if (path.substr(begin) == how.old) path = path.substr(0, begin) + how.now;
  return path + rest;
}

void rename(Partnership::Parts& parts, const Renaming& how) {
  const auto leaf = [&](const Codec& codec, std::string_view name, void* member) {
    std::string text;
    if (codec.print == nullptr || !codec.print(member, text)) return;
    std::string now = text;
    if (codec.shape == Shape::tagged && codec.tag != nullptr) {
      const auto space = text.find(' ');
      const bool retracts = codec.tag(member) == "retracted" && space != std::string::npos;
      now = retracts ? text.substr(0, space + 1) + path_after(text.substr(space + 1), how)
                     : path_after(text, how);
      if (now != text) codec.parse(codec.tag(member), now, member);
      return;
    }
    if (codec.shape == Shape::reference && codec.refers_to == Anything::refers_to)
      now = path_after(text, how);
    else if (codec.shape == Shape::reference && codec.refers_to == how.type)
      now = text == how.old ? how.now : text;
    else if (codec.shape == Shape::text && holds_ids(name) && how.type == "body")
      now = text.find('/') != std::string::npos ? path_after(text, how)
                                                : renamed(text, how.old, how.now);
    else if (codec.shape == Shape::text && holds_ids(name))
      now = text.starts_with(how.old + ".") ? how.now + text.substr(how.old.size())
                                            : path_after(text, how);
    if (now != text) codec.parse(name, now, member);
  };
  each_spot(parts, [&](const Spot& spot) {
    for (const Field& field : spot.type().fields) {
      const Codec& codec = field.codec();
      void* member = field.at(spot.value());
      if (codec.shape != Shape::list) {
        leaf(codec, field.name, member);
      } else if (codec.element().shape != Shape::value) {
        for (std::size_t i = 0; i < codec.size(member); ++i)
          leaf(codec.element(), field.name, writable(codec.item(member, i)));
      }
    }
  });
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

std::set<FieldName> all_fields() {
  std::set<const Type*> seen;
  std::set<FieldName> fields;
  collect(type_of<Arrangements>(), seen, fields);
  collect(type_of<Plan>(), seen, fields);
  collect(type_of<Record>(), seen, fields);
  collect(type_of<WhatIf>(), seen, fields);
  for (const Register* kind : registers()) collect(kind->row(), seen, fields);
  return fields;
}

std::string Planting::secret() {
  std::string digits = std::to_string(++number_);
  return "zq0" + std::string(4 - std::min<std::size_t>(digits.size(), 4), '0') + digits + "qz";
}

bool Planting::is_sound() const { return static_cast<bool>(Partnership::make(parts_)); }

/// All of them or none.
bool Planting::plant_all(const Spot& spot, const std::vector<const Field*>& fields) {
  std::vector<std::vector<std::string>> before;
  for (const Field* field : fields) {
    void* member = field->at(spot.value());
    if (auto& texts = before.emplace_back(); field->codec().shape == Shape::list) {
      auto& list = *static_cast<std::vector<std::string>*>(member);
      texts = list;
      if (list.empty())
        list.push_back(secret());
      else
        list[0] = secret();
    } else {
      auto& text = *static_cast<std::string*>(member);
      texts = {text};
      text = secret();
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

void Planting::plant_texts(Kept kept, std::set<FieldName>& done) {
  constexpr int most_tries = 8;
  if (kept == Kept::by_arrangements) parts_.arrangements.audience = Audience::restricted;
  each_spot(parts_, [&](const Spot& spot) {
    const bool closed = spot.kind != nullptr && spot.kind->audience != Audience::open;
    if (kept == Kept::by_register && !closed) return;
    if (kept == Kept::by_mark && spot.way[0].type == &type_of<Arrangements>() &&
        mark_of(spot) == &parts_.arrangements.audience)
      return;
    if (kept == Kept::by_arrangements && (spot.way[0].type != &type_of<Arrangements>() ||
                                          mark_of(spot) != &parts_.arrangements.audience))
      return;
    std::vector<const Field*> fields;
    for (const Field& field : spot.type().fields) {
      const FieldName name(spot.type().name, field.name);
      if (!is_text(field) || done.contains(name) || tries_[name] >= most_tries) continue;
      if (kept == Kept::by_field && field.audience == Audience::open) continue;
      fields.push_back(&field);
    }
    if (fields.empty()) return;
    Audience* mark = kept == Kept::by_mark ? mark_of(spot) : nullptr;
    const Audience before = mark == nullptr ? Audience::open : *mark;
    if (mark != nullptr) *mark = Audience::restricted;
    bool any = plant_all(spot, fields);
    for (const Field* field : fields) {
      const FieldName name(spot.type().name, field->name);
      if (any) done.insert(name);
    }
    if (!any)
      for (const Field* field : fields) {
        const FieldName name(spot.type().name, field->name);
        if (plant_all(spot, {field})) {
          done.insert(name);
          any = true;
        } else {
          ++tries_[name];
        }
      }
    if (!any && mark != nullptr) *mark = before;
  });
}

bool Planting::plant_reference(const std::string& refers_to, const std::string& id,
                               const Plan* plan) {
  if (id.find("zq") != std::string::npos) return true;  // it leads to a secret already
  Partnership::Parts before = parts_;
  const std::string now = secret();
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
  if (plan != nullptr && refers_to == Priority::refers_to) {
    Plan& own = parts_.plans[static_cast<std::size_t>(plan - parts_.plans.data())];
    for (Priority& priority : own.priorities)
      if (priority.no == id) {
        priority.no = now;
        priority.audience = Audience::restricted;
      }
    rename(parts_, {std::string(refers_to), id, now});
    return done();
  }
  for (RegisterTable& table : parts_.registers) {
    const Type& row = table.kind().row();
    const auto at = row.find("id");
    const std::string path = std::string(table.kind().name) + "/";
    const bool typed = row.name == refers_to;
    const bool anything = refers_to == Anything::refers_to && id.starts_with(path);
    if (!at || (!typed && !anything)) continue;
    const std::string wanted =
        typed ? id : id.substr(path.size(), id.find('/', path.size()) - path.size());
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
      for (Objective& objective : own.objectives)
        for (Action& action : objective.actions) {
          const std::string path = own.id + "/" + action.no;
          if (id != path && !id.starts_with(path + "/")) continue;
          const std::string old = std::exchange(action.no, now);
          action.audience = Audience::restricted;
          rename(parts_, {"action", old, now, own.id + "/"});
          return done();
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
      const Codec& leaf = list ? codec.element() : codec;
      if (leaf.shape != Shape::reference && field.codec != CodecOf<Event>::get) continue;
      const void* member = field.of(spot.value());
      for (std::size_t i = 0; i < (list ? codec.size(member) : 1); ++i) {
        std::string id;
        if (!leaf.print(list ? codec.item(member, i) : member, id)) continue;
        const bool event = leaf.shape == Shape::tagged;
        all.push_back({{std::string(spot.type().name), std::string(field.name)},
                       std::string(event ? Anything::refers_to : leaf.refers_to),
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

std::set<std::string> secrets_in(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  std::set<std::string> found;
  for (auto at = text.find("zq0"); at != std::string::npos; at = text.find("zq0", at + 1))
    found.insert(text.substr(at, 9));
  return found;
}

}  // namespace safegov::test
