// The columns of obligations, assessments and timelines.
// SPDX-License-Identifier: Apache-2.0

#include "columns.hpp"

#include <functional>
#include <stdexcept>
#include <utility>

#include "convert.hpp"

namespace safegov::python {
namespace {

using Shared = std::shared_ptr<const Column>;

/// Of text: the words of a list, each a row.
Shared words_column(std::span<const std::string_view> words) {
  std::vector<std::string> all;
  for (const std::string_view word : words) all.push_back(as_code(word));
  return text_column("", all);
}

/// A column that lies in the obligations already.
template <class T>
Shared view(std::string name, const char* format, std::span<const T> values,
            std::shared_ptr<const void> owner, Shared dictionary = {}) {
  auto column = std::make_shared<Column>();
  column->name = std::move(name);
  column->format = format;
  column->size = static_cast<std::int64_t>(values.size());
  column->data = values.data();
  column->dictionary = std::move(dictionary);
  column->owner = std::move(owner);
  return column;
}

class Maker {
 public:
  Maker(const Obligations& owed, const Assessment* assessment)
      : kept_(std::make_shared<std::pair<Obligations, std::optional<Assessment>>>(
            owed, assessment ? std::optional(*assessment) : std::nullopt)) {}

  Table make(const std::vector<std::string>& names) {
    static const std::vector<std::string> usual{"plan", "from",  "to",   "lead",
                                                "kind", "first", "last", "state"};
    std::vector<Shared> columns;
    for (const std::string& name : names.empty() ? usual : names) {
      if (names.empty() && name == "state" && !kept_->second) continue;
      columns.push_back(column(name));
    }
    return {static_cast<std::int64_t>(owed().size()), std::move(columns)};
  }

 private:
  [[nodiscard]] const Obligations& owed() const { return kept_->first; }
  [[nodiscard]] const Partnership& partnership() const { return owed().partnership(); }
  [[nodiscard]] const Assessment& assessment(const std::string& name) const {
    if (!kept_->second)
      throw std::invalid_argument("names: column '" + name + "' is one of an assessment");
    return *kept_->second;
  }

  Shared column(const std::string& name) {
    if (name == "first") return days(name, owed().first());
    if (name == "last") return days(name, owed().last());
    if (name == "from") return bodies(name, owed().from());
    if (name == "to") return bodies(name, owed().to());
    if (name == "lead") return bodies(name, owed().lead());
    if (name == "plan") return plans(name);
    if (name == "kind") return kinds(name);
    if (name == "state")
      return view<State>(name, "C", assessment(name).states(), kept_,
                         words_column(words_of<State>()));
    if (name == "number") return view<std::uint32_t>(name, "I", owed().number(), kept_);
    if (name == "id") return texts(name, [](const Obligation& row) { return row.id(); });
    if (name == "what") return texts(name, [](const Obligation& row) { return row.what(); });
    if (name == "due") return texts(name, [](const Obligation& row) { return row.due().text; });
    if (name == "objective")
      return texts(name,
                   [](const Obligation& row) { return row.plan().id + "/" + row.objective().no; });
    if (name == "action")
      return texts(name,
                   [](const Obligation& row) { return row.plan().id + "/" + row.action().no; });
    if (name == "promise")
      return texts(name, [this](const Obligation& row) {
        return partnership().promises()[owed().promise()[row.row()].index].id;
      });
    if (name == "days_overdue") return days_overdue(name);
    if (name == "closed_on")
      return days_of(name, [this, &name](std::size_t row) -> std::optional<Date> {
        const Record* record = assessment(name).closed_by(row);
        return record == nullptr ? std::nullopt : record->date;
      });
    if (name == "last_in_force")
      return days_of(name, [this, &name](std::size_t row) -> std::optional<Date> {
        const auto days = assessment(name).in_force(row);
        return days ? std::optional(days->last()) : std::nullopt;
      });
    throw std::invalid_argument(
        "names: there is no column " + quoted(name) +
        "; there are id, plan, objective, action, promise, what, due, number, from, to, lead, "
        "kind, first, last, and of an assessment state, last_in_force, days_overdue and closed_on");
  }

  /// Days since 1970, and none where the obligation has none.
  Shared days(const std::string& name, std::span<const std::int32_t> values) {
    auto column = std::make_shared<Column>(*view<std::int32_t>(name, "tdD", values, kept_));
    std::int64_t dated = 0;
    for (const std::uint8_t byte : owed().dated()) dated += __builtin_popcount(byte);
    column->nulls = column->size - dated;
    if (column->nulls != 0) column->valid = owed().dated().data();
    return column;
  }

  template <class T>
  Shared ids(const std::string& name, std::span<const Id<T>> values, const Shared& dictionary) {
    static_assert(sizeof(Id<T>) == sizeof(std::uint32_t));
    auto column = std::make_shared<Column>(*view<Id<T>>(name, "I", values, kept_, dictionary));
    // One pass that the processor takes many rows of at a time: most columns have no gap.
    std::uint32_t gaps = 0;
    for (const Id<T> id : values) gaps += id.index == Id<T>{}.index;
    if (gaps == 0) return column;
    struct Owned {
      std::shared_ptr<const void> of;
      Validity valid;
    };
    auto owned = std::make_shared<Owned>(Owned{kept_, Validity(values.size())});
    for (std::size_t i = 0; i < values.size(); ++i)
      owned->valid.set(i, static_cast<bool>(values[i]));
    owned->valid.give_to(*column);
    column->owner = std::move(owned);
    return column;
  }

  Shared bodies(const std::string& name, std::span<const BodyId> values) {
    if (!bodies_) {
      std::vector<std::string> all;
      for (const Body& body : partnership().bodies()) all.push_back(body.id);
      bodies_ = text_column("", all);
    }
    return ids<Body>(name, values, bodies_);
  }

  Shared plans(const std::string& name) {
    std::vector<std::string> all;
    for (std::uint32_t i = 0; i < partnership().plan_count(); ++i)
      all.push_back(partnership()[PlanId{i}].id);
    return ids<Plan>(name, owed().plan(), text_column("", all));
  }

  Shared kinds(const std::string& name) {
    std::vector<std::string> all;
    for (const auto kind :
         {DeadlineKind::undated, DeadlineKind::dated, DeadlineKind::open, DeadlineKind::unresolved})
      all.emplace_back(to_string(kind));
    return view<DeadlineKind>(name, "C", owed().kind(), kept_, text_column("", all));
  }

  template <class Text>
  Shared texts(const std::string& name, const Text& text) {
    std::vector<std::string> all;
    all.reserve(owed().size());
    for (const Obligation& row : owed()) all.push_back(text(row));
    return text_column(name, all);
  }

  Shared days_overdue(const std::string& name) {
    auto owned = std::make_shared<std::vector<std::uint32_t>>(owed().size());
    for (std::size_t row = 0; row < owned->size(); ++row)
      (*owned)[row] = static_cast<std::uint32_t>(assessment(name).days_overdue(row));
    const std::span<const std::uint32_t> values(*owned);
    return view<std::uint32_t>(name, "I", values, std::move(owned));
  }

  template <class Day>
  Shared days_of(const std::string& name, const Day& day) {
    std::vector<std::optional<Date>> all(owed().size());
    for (std::size_t row = 0; row < all.size(); ++row) all[row] = day(row);
    return day_column(name, all);
  }

  std::shared_ptr<const std::pair<Obligations, std::optional<Assessment>>> kept_;
  Shared bodies_;
};

}  // namespace

Table columns_of(const Obligations& owed, const Assessment* assessment,
                 const std::vector<std::string>& names) {
  return Maker(owed, assessment).make(names);
}

Table columns_of(const Timeline& line) {
  const auto kept = std::make_shared<const Timeline>(line);
  const auto length = static_cast<std::size_t>(line.range().length());
  auto days = std::make_shared<std::vector<std::int32_t>>(length);
  for (std::size_t i = 0; i < length; ++i)
    (*days)[i] = line.range().first().days() + static_cast<std::int32_t>(i);
  const std::span<const std::int32_t> values(*days);
  std::vector<Shared> columns{view<std::int32_t>("day", "tdD", values, std::move(days))};
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    columns.push_back(
        view<std::uint32_t>(std::string(to_string(state)), "I", kept->counts(state), kept));
  }
  return {static_cast<std::int64_t>(length), std::move(columns)};
}

Table columns_of(const std::vector<GroupCounts>& groups) {
  std::vector<std::string> ids, names;
  for (const GroupCounts& group : groups) {
    ids.push_back(group.id);
    names.push_back(group.name);
  }
  std::vector<Shared> columns{text_column("id", ids), text_column("name", names)};
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    auto counts = std::make_shared<std::vector<std::uint32_t>>();
    for (const GroupCounts& group : groups)
      counts->push_back(static_cast<std::uint32_t>(group.counts[state]));
    const std::span<const std::uint32_t> values(*counts);
    columns.push_back(
        view<std::uint32_t>(std::string(to_string(state)), "I", values, std::move(counts)));
  }
  return {static_cast<std::int64_t>(groups.size()), std::move(columns)};
}

}  // namespace safegov::python
