// What every described value is held to: its required fields, its references, its validity.
// SPDX-License-Identifier: Apache-2.0
//
// By its description alone, so that a new field is checked without a line here.

#include "model/check_values.hpp"

#include <algorithm>

#include "base/named_periods.hpp"
#include "base/text.hpp"
#include "model/findings.hpp"
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
  }

 private:
  const std::vector<Plan>& plans() const { return data_.parts.plans; }
  const std::vector<Body>& bodies() const { return data_.parts.arrangements.bodies; }

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
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      const Field& field = type.fields[i];
      const Codec& codec = field.codec();
      const void* member = field.of(value);
      if (codec.shape == Shape::reference)
        check_reference(codec, member, path, field.name, [&] { return at(i); });
      else if (codec.shape == Shape::list && codec.element().shape == Shape::reference)
        for (std::size_t n = 0; n < codec.size(member); ++n)
          check_reference(codec.element(), codec.item(member, n), path,
                          std::string(field.name) + "[" + std::to_string(n) + "]",
                          [&] { return item_at(at(i), n); });
      else if (codec.shape == Shape::day && field.name == "from")
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
    } else if (codec.refers_to == Scale::refers_to) {
      if (data_.scale(id) == nullptr && !gaps_.bodies && !gaps_.arrangements)
        report_scale(id, at(), path.text(field));
    }
  }

  void report_scale(std::string_view id, Span at, std::string path) {
    std::vector<std::string_view> known;
    for (const Scale& scale : data_.parts.arrangements.scales) known.push_back(scale.id);
    for (const Scale& scale : named_scales()) known.push_back(scale.id);
    const std::string_view near = nearest(id, known);
    report(codes::unknown_reference, "no scale is called " + in_quotes(id), std::move(at),
           std::move(path),
           near.empty() ? "declare it under 'scales', or use one of " + alternatives(known)
                        : "did you mean '" + std::string(near) + "'?");
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
  const Plan* plan_ = nullptr;  ///< whose priorities are meant while its values are checked
};

}  // namespace

void check_values(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found) {
  ValueCheck(data, gaps, found).run();
}

}  // namespace safegov::internal
