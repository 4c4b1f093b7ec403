// What every described value is held to: its required fields, its references, its validity.
// SPDX-License-Identifier: Apache-2.0
//
// By its description alone, so that a new field is checked without a line here.

#include "model/check_values.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/named_periods.hpp"
#include "base/text.hpp"
#include "model/findings.hpp"
#include "model/focus.hpp"
#include "model/subject.hpp"
#include "model/walk.hpp"

namespace safegov::internal {
namespace {

class ValueCheck : private Findings {
 public:
  ValueCheck(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found)
      : Findings(data.parts.provenance, found), data_(data), gaps_(gaps) {}

  void run() {
    Path path;
    const auto visit = [this](const Type& type, const void* value, const Path& at) {
      check_value(type, value, at);
    };
    if (!gaps_.arrangements) walk(type_of<Arrangements>(), &data_.parts.arrangements, path, visit);
    check_named_periods();
    check_chairs();
    for (std::size_t i = 0; i < plans().size(); ++i) {
      plan_ = &plans()[i];
      path.push({"plans", i});
      walk(type_of<Plan>(), plan_, path, visit);
      path.pop();
    }
    plan_ = nullptr;
    for (std::size_t i = 0; i < data_.parts.records.size(); ++i) {
      path.push({"records", i});
      walk(type_of<Record>(), &data_.parts.records[i], path, visit);
      path.pop();
    }
    walk_registers(path, visit);
  }

  /// What could only be looked up when all else had been: references to anything that has an id.
  void run_links() {
    if (gaps_.promises || gaps_.bodies) return;  // it may be what could not be read
    Path path;
    walk_registers(path, [this](const Type& type, const void* value, const Path& at) {
      const Origin origin = type.origin(const_cast<void*>(value));
      each_reference(
          type, value,
          [&](const Codec& codec, const void* member, std::size_t field,
              std::optional<std::size_t> item) {
            std::string id;
            if (codec.refers_to != Anything::refers_to || !codec.print(member, id)) return;
            const std::size_t meant = find_all(data_, id).size();
            if (meant == 1) return;
            const Span place = data_.parts.provenance.find(origin, field);
            report(meant == 0 ? codes::unknown_subject : codes::unclear_subject,
                   meant == 0 ? "nothing is called " + in_quotes(id)
                              : in_quotes(id) + " could mean several things",
                   item ? item_at(place, *item) : place, at.text(type.fields[field].name),
                   "write the id of an obligation ('bp-2019/2.1/bmg@2019-10'), an action "
                   "('bp-2019/2.1'), "
                   "a row of a register ('decisions/5'), a meeting ('bmg of Oct 2019') or a body");
          });
    });
  }

 private:
  const std::vector<Plan>& plans() const { return data_.parts.plans; }
  const std::vector<Body>& bodies() const { return data_.parts.arrangements.bodies; }

  template <class Visit>
  void walk_registers(Path& path, Visit&& visit) {
    for (const RegisterTable& table : data_.parts.registers)
      for (std::size_t i = 0; i < table.size(); ++i) {
        path.push({table.kind().name, i});
        walk(table.kind().row(), table[i], path, visit);
        path.pop();
      }
  }

  /// `call(codec, member, field, item)` for each reference that a value itself makes.
  template <class Call>
  static void each_reference(const Type& type, const void* value, Call&& call) {
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      const Codec& codec = type.fields[i].codec();
      const void* member = type.fields[i].of(value);
      if (codec.shape == Shape::reference)
        call(codec, member, i, std::optional<std::size_t>());
      else if (codec.shape == Shape::list && codec.element().shape == Shape::reference)
        for (std::size_t n = 0; n < codec.size(member); ++n)
          call(codec.element(), codec.item(member, n), i, std::optional(n));
    }
  }

  /// No two chairs of a body at a time.
  void check_chairs() {
    for (std::size_t i = 0; i < bodies().size(); ++i) {
      const auto& chairs = bodies()[i].chair;
      std::vector<const Chair*> order;
      for (const Chair& chair : chairs) order.push_back(&chair);
      const Date first(1400, 1, 1), last(9999, 12, 31);
      std::ranges::stable_sort(order, {}, [&](const Chair* c) { return c->from.value_or(first); });
      for (std::size_t n = 1; n < order.size(); ++n) {
        const Chair &before = *order[n - 1], &after = *order[n];
        if (after.from.value_or(first) > before.until.value_or(last)) continue;
        auto& d = report(codes::overlapping_chairs,
                         "'" + bodies()[i].label() + "' has two chairs on " +
                             iso(std::max(after.from.value_or(first), before.from.value_or(first))),
                         where(after),
                         "bodies[" + std::to_string(i) + "].chair[" +
                             std::to_string(&after - chairs.data()) + "]",
                         "say 'until' when the one chaired, and 'from' when the next does");
        relate(d, where(before), "the other");
      }
    }
  }

  void check_named_periods() {
    const auto& periods = data_.parts.arrangements.named_periods;
    for (std::size_t i = 0; i < periods.size(); ++i) {
      const PeriodName& name = periods[i];
      if (name.from.empty() || name.to.empty()) continue;  // said as a missing key
      const std::string path = "named-periods[" + std::to_string(i) + "]";
      const auto from = parse_day(name.from), to = parse_day(name.to);
      if (from && to && *to < *from)
        report(codes::reversed_interval,
               "it ends on " + iso(*to) + ", before it begins on " + iso(*from), where(name, "to"),
               path + ".to");
      else if (!can_be_read({name.name, name.of, name.from, name.to}))
        report(codes::bad_value,
               "a period from " + in_quotes(name.from) + " to " + in_quotes(name.to) +
                   " cannot be read",
               where(name, "from"), path + ".from",
               "declare it from '1 September' to '31 December', or by two full dates");
    }
  }

  void check_value(const Type& type, const void* value, const Path& path) {
    const Origin origin = type.origin(const_cast<void*>(value));
    const auto at = [&](std::size_t field) { return data_.parts.provenance.find(origin, field); };
    const std::optional<Date>*from = nullptr, *until = nullptr;
    each_reference(type, value,
                   [&](const Codec& codec, const void* member, std::size_t field,
                       std::optional<std::size_t> item) {
                     std::string name(type.fields[field].name);
                     if (item) name += "[" + std::to_string(*item) + "]";
                     check_reference(codec, member, path, name,
                                     [&] { return item ? item_at(at(field), *item) : at(field); });
                   });
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      const Field& field = type.fields[i];
      const Codec& codec = field.codec();
      const void* member = field.of(value);
      if (codec.shape == Shape::day && field.name == "from")
        from = static_cast<const std::optional<Date>*>(member);
      else if (codec.shape == Shape::day && field.name == "until")
        until = static_cast<const std::optional<Date>*>(member);
      // What was read has been held to this already.
      if (origin.file == 0 && field.need == Need::required && !is_given(codec, member))
        report(codes::missing_key,
               with_article(type.name) + " needs '" + std::string(field.name) + "'", {},
               path.text(field.name));
    }
    if (from && until && *from && *until && **until < **from)
      report(codes::reversed_interval,
             "it ends on " + iso(**until) + ", before it begins on " + iso(**from),
             at(*type.find("until")), path.text("until"));
  }

  static bool is_given(const Codec& codec, const void* member) {
    std::string text;
    if (codec.shape == Shape::list)
      return codec.size(member) != 0 || codec.element().shape == Shape::value;
    return codec.print == nullptr || codec.print(member, text);
  }

  /// `at` says where it is written, which only takes time when it is wrong.
  template <class At>
  void check_reference(const Codec& codec, const void* member, const Path& path,
                       std::string_view field, At at) {
    std::string id;
    if (!codec.print(member, id)) return;
    if (codec.refers_to == Body::refers_to) {
      if (!data_.body(id) && !gaps_.bodies) report_body(id, at(), path.text(field));
    } else if (codec.refers_to == Priority::refers_to && plan_) {
      if (std::ranges::count(plan_->priorities, id, &Priority::no) == 0)
        report_priority(id, at(), path.text(field));
    } else if (codec.refers_to == FocusGroup::refers_to && plan_) {
      const std::size_t meant = focus_groups_called(*plan_, id).count;
      if (meant != 1) report_focus_group(id, meant, at(), path.text(field));
    } else if (codec.refers_to == Scale::refers_to) {
      if (data_.scale(id) == nullptr && !gaps_.bodies && !gaps_.arrangements)
        report_scale(id, at(), path.text(field));
    } else if (codec.refers_to == Clock::refers_to) {
      if (data_.clock(id) == nullptr && !gaps_.promises) report_clock(id, at(), path.text(field));
    } else if (codec.refers_to != Anything::refers_to) {
      const std::vector<std::string>& ids = row_ids(codec.refers_to);
      if (!std::ranges::binary_search(ids, id) && !gaps_.promises)
        report_row(codec.refers_to, ids, id, at(), path.text(field));
    }
  }

  /// The ids of the rows of a register, by the name of their type; sorted.
  const std::vector<std::string>& row_ids(std::string_view type) {
    const auto [entry, fresh] = row_ids_.try_emplace(type);
    std::vector<std::string>& ids = entry->second;
    if (!fresh) return ids;
    for (const RegisterTable& table : data_.parts.registers) {
      const Type& row = table.kind().row();
      const auto id = row.find("id");
      if (row.name != type || !id) continue;
      for (std::size_t i = 0; i < table.size(); ++i)
        row.fields[*id].codec().print(row.fields[*id].of(table[i]), ids.emplace_back());
    }
    std::ranges::sort(ids);
    return ids;
  }

  void report_row(std::string_view type, const std::vector<std::string>& ids, std::string_view id,
                  Span at, std::string path) {
    std::string_view near;
    if (may_look_at(ids.size()))
      near = nearest(id, std::vector<std::string_view>(ids.begin(), ids.end()));
    report(codes::unknown_reference, "no " + std::string(type) + " is called " + in_quotes(id),
           std::move(at), std::move(path),
           near.empty() ? "give it a row of its own, or take this out"
                        : "did you mean '" + std::string(near) + "'?")
        .fix = slip(id, near, std::vector<std::string_view>(ids.begin(), ids.end()));
  }

  /// What it is a slip for, if for one thing only; nothing where nothing is near.
  static std::optional<Fix> slip(std::string_view written, std::string_view near,
                                 const std::vector<std::string_view>& known) {
    if (near.empty() || only_nearest(written, known) != near) return {};
    return Fix{std::string(written), std::string(near)};
  }

  void report_scale(std::string_view id, Span at, std::string path) {
    std::vector<std::string_view> known;
    for (const Scale& scale : data_.parts.arrangements.scales) known.push_back(scale.id);
    for (const Scale& scale : named_scales()) known.push_back(scale.id);
    const std::string_view near = nearest(id, known);
    report(codes::unknown_reference, "no scale is called " + in_quotes(id), std::move(at),
           std::move(path),
           near.empty() ? "declare it under 'scales', or use one of " + alternatives(known)
                        : "did you mean '" + std::string(near) + "'?")
        .fix = slip(id, near, known);
  }

  void report_clock(std::string_view id, Span at, std::string path) {
    std::vector<std::string_view> known;
    for (const RegisterTable& table : data_.parts.registers)
      for (const Clock& clock : table.rows<Clock>()) known.push_back(clock.id);
    for (const Clock& clock : named_clocks()) known.push_back(clock.id);
    const std::string_view near = nearest(id, known);
    report(codes::unknown_reference, "no clock is called " + in_quotes(id), std::move(at),
           std::move(path),
           near.empty() ? "declare it under 'clocks', or use one that 'safegov clocks' lists"
                        : "did you mean '" + std::string(near) + "'?")
        .fix = slip(id, near, known);
  }

  void report_body(std::string_view id, Span at, std::string path) {
    auto& d = report(codes::unknown_reference, "no body is called " + in_quotes(id), std::move(at),
                     std::move(path));
    d.help = "declare it under 'bodies', with 'named-only' if it only appears in print";
    if (!may_look_at(2 * bodies().size())) return;
    // Somebody who writes a name, an alias or a slip of either means that body.
    std::vector<std::string_view> spellings;
    std::vector<const Body*> meant;
    for (const Body& body : bodies()) {
      const auto add = [&](std::string_view spelling) {
        if (spelling.empty()) return;
        spellings.push_back(spelling);
        meant.push_back(&body);
      };
      add(body.id);
      add(body.name);
      for (const Name& former : body.formerly) add(former.name);
      for (const Name& name : body.also_known_as) add(name.name);
    }
    const std::string_view near = nearest(id, spellings);
    if (near.empty()) {
      if (id.find_first_of(",/&+;") != std::string_view::npos)
        d.help = "it names one body; for several, write a list or a promise for each";
      else if (id.find(' ') != std::string_view::npos)
        d.help = "write the body's id, or 'not stated' where nobody is named";
      return;
    }
    const auto index = std::ranges::find_if(
        spellings, [&](std::string_view s) { return s.data() == near.data(); });
    const Body& body = *meant[static_cast<std::size_t>(index - spellings.begin())];
    d.help = "did you mean '" + body.id + "'?";
    // All that is as near must be of that body; a name that is written in full is.
    const std::size_t distance = edit_distance(as_word(id), as_word(near));
    bool certain = !body.id.empty();
    for (std::size_t i = 0; i < spellings.size(); ++i)
      if (meant[i] != &body && edit_distance(as_word(id), as_word(spellings[i])) <= distance)
        certain = false;
    if (certain) d.fix = Fix{std::string(id), body.id};
    if (Span place = where(body, "id"))
      d.related.push_back({std::move(place), "'" + body.id + "' is declared here"});
  }

  void report_priority(std::string_view no, Span at, std::string path) {
    // One whose number is broken may be what is meant; it has been said.
    const bool broken =
        gaps_.promises &&
        std::ranges::any_of(plan_->priorities, [](const Priority& p) { return p.no.empty(); });
    if (broken || (gaps_.promises && plan_->priorities.empty())) return;
    std::vector<std::string_view> known;
    for (const Priority& priority : plan_->priorities)
      if (known.size() < 20) known.push_back(priority.no);
    report(codes::unknown_reference, "the plan has no priority " + in_quotes(no), std::move(at),
           std::move(path),
           known.empty() ? "list the plan's 'priorities'" : "it has " + alternatives(known, "and"));
  }

  void report_focus_group(std::string_view word, std::size_t meant, Span at, std::string path) {
    if (meant > 1) {
      report(codes::unknown_reference,
             "the plan has " + std::to_string(meant) + " focus groups called " + in_quotes(word),
             std::move(at), std::move(path), "give each an 'id', and name it by that");
      return;
    }
    // One whose id or name is broken may be what is meant; it has been said.
    const auto broken = [](const FocusGroup& group) { return group.name.empty(); };
    if (gaps_.promises &&
        (plan_->focus_groups.empty() || std::ranges::any_of(plan_->focus_groups, broken)))
      return;
    std::vector<std::string_view> known, labels;
    for (const FocusGroup& group : plan_->focus_groups) {
      if (!group.id.empty()) known.push_back(group.id);
      known.push_back(group.name);
      if (labels.size() < 20) labels.push_back(group.label());
    }
    const std::string_view near = nearest(word, known);
    std::string help = labels.empty() ? "list the plan's 'focus-groups'"
                       : near.empty() ? "it has " + alternatives(labels, "and")
                                      : "did you mean '" + std::string(near) + "'?";
    report(codes::unknown_reference, "the plan has no focus group " + in_quotes(word),
           std::move(at), std::move(path), std::move(help))
        .fix = slip(word, near, known);
  }

  /// Nearest spellings are looked for on the first so many slips: beyond, it is not a slip but
  /// another file, and looking through a million names for each would take for ever.
  bool may_look_at(std::size_t names) {
    constexpr std::size_t enough = 200'000;
    const bool may = looked_at_ < enough;
    looked_at_ += names;
    return may;
  }

  const Partnership::Data& data_;
  const Gaps& gaps_;
  std::size_t looked_at_ = 0;
  std::map<std::string_view, std::vector<std::string>> row_ids_;
  const Plan* plan_ = nullptr;  ///< whose priorities are meant while its values are checked
};

}  // namespace

void check_values(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found) {
  ValueCheck(data, gaps, found).run();
}

void check_links(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found) {
  ValueCheck(data, gaps, found).run_links();
}

}  // namespace safegov::internal
