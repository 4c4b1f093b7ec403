// What became of the old plan when the new one was written.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>

#include <safegov/rollover.hpp>

namespace safegov {

template <>
std::span<const std::string_view> words_of<Outcome>() {
  static constexpr std::array<std::string_view, outcome_count> words{"vanished", "changed",
                                                                     "carried", "dropped", "done"};
  return words;
}

template <>
std::span<const std::string_view> words_of<ItemKind>() {
  static constexpr std::array<std::string_view, 3> words{"objective", "action", "promise"};
  return words;
}

std::string_view to_string(Outcome outcome) noexcept {
  return words_of<Outcome>()[static_cast<std::size_t>(outcome)];
}

namespace {

/// An item of either plan, by its place in the partnership's tables.
struct Item {
  ItemKind kind;
  std::uint32_t index;
  friend auto operator<=>(const Item&, const Item&) = default;
};

/// The stretch of the partnership's objectives and actions that is a plan's.
struct Stretch {
  std::uint32_t objective = 0, action = 0;
};

class RollOver {
 public:
  RollOver(const Assessment& assessment, PlanId from, PlanId to)
      : out_{assessment, from, to},
        owed_(assessment.obligations()),
        partnership_(owed_.partnership()),
        old_(partnership_[from]),
        new_(partnership_[to]) {
    if (from == to) throw std::invalid_argument("a plan is not brought forward into itself");
    if (!owed_.of().empty() && std::ranges::count(owed_.of(), from) == 0)
      throw std::invalid_argument("the obligations are not those of the plan to bring forward");
  }

  Rollover run() && {
    index();
    link_what_is_carried();
    link_what_was_replaced();
    if (!new_.was.empty() && new_.was == old_.id) link_same_numbers();
    link_promises_of_actions();
    each(out_.from, [&](const Item& item) { out_.items.push_back(judge(item)); });
    each(out_.to, [&](const Item& item) {
      if (!carries_anything(item)) out_.added.push_back({item.kind, id(item), text(item)});
    });
    return std::move(out_);
  }

 private:
  void index() {
    begin_ = first_of(out_.from);
    end_ = first_of({out_.from.index + 1});
    promises_.resize(partnership_.action_count());
    rows_.resize(partnership_.promises().size());
    for (std::uint32_t i = 0; i < partnership_.promises().size(); ++i)
      promises_[partnership_.promises()[i].action.index].push_back(i);
    for (std::size_t row = 0; row < owed_.size(); ++row)
      rows_[owed_.promise()[row].index].push_back(row);
    for (auto& rows : rows_)
      std::ranges::sort(rows, {}, [&](std::size_t row) { return owed_.number()[row]; });
  }

  Stretch first_of(PlanId plan) const {
    Stretch at;
    for (std::uint32_t p = 0; p < plan.index; ++p)
      for (const Objective& objective : partnership_[PlanId{p}].objectives) {
        ++at.objective;
        at.action += static_cast<std::uint32_t>(objective.actions.size());
      }
    return at;
  }

  /// `call` for every item of a plan, as written: an action, then its promises. An objective is one
  /// only if nothing under it is.
  template <class Call>
  void each(PlanId plan, Call&& call) const {
    Stretch at = first_of(plan);
    for (const Objective& objective : partnership_[plan].objectives) {
      if (objective.actions.empty()) call(Item{ItemKind::objective, at.objective});
      ++at.objective;
      for (std::size_t a = 0; a < objective.actions.size(); ++a, ++at.action) {
        call(Item{ItemKind::action, at.action});
        for (const std::uint32_t promise : promises_[at.action])
          call(Item{ItemKind::promise, promise});
      }
    }
  }

  // What carries what.

  void link(const Item& old, const Item& carrier) {
    auto& to = whole_[old];
    if (std::ranges::find(to, carrier) == to.end()) to.push_back(carrier);
    carriers_.insert(carrier);
  }
  void link(const Subject& old, const Item& carrier) {
    auto& to = parts_[old];
    if (std::ranges::find(to, carrier) == to.end()) to.push_back(carrier);
    carriers_.insert(carrier);
  }

  void link_what_is_carried() {
    Stretch at = first_of(out_.to);
    for (const Objective& objective : new_.objectives) {
      take(objective.carries, {ItemKind::objective, at.objective++});
      for (const Action& action : objective.actions) {
        for (const std::uint32_t promise : promises_[at.action])
          take(partnership_[PromiseId{promise}].carries, {ItemKind::promise, promise});
        take(action.carries, {ItemKind::action, at.action++});
      }
    }
  }

  /// Ids of other plans than the old one are of no concern here.
  void take(const std::vector<Ref<Anything>>& carries, const Item& carrier) {
    for (const Ref<Anything>& carried : carries) {
      if (const PromiseId promise = partnership_.find_promise(carried.id)) {
        if (partnership_.promises()[promise.index].plan == out_.from)
          link(Item{ItemKind::promise, promise.index}, carrier);
        continue;
      }
      const About about = partnership_.find(carried.id);
      if (const auto* subject = std::get_if<Subject>(&about)) {
        if (partnership_.promises()[subject->promise.index].plan == out_.from)
          link(*subject, carrier);
      } else if (const auto* action = std::get_if<ActionId>(&about)) {
        if (is_old({ItemKind::action, action->index}))
          link(Item{ItemKind::action, action->index}, carrier);
      } else if (const auto* objective = std::get_if<ObjectiveId>(&about)) {
        if (is_old({ItemKind::objective, objective->index}))
          link(Item{ItemKind::objective, objective->index}, carrier);
      }
    }
  }

  /// Of an objective or action.
  bool is_old(const Item& item) const {
    return item.kind == ItemKind::action
               ? item.index >= begin_.action && item.index < end_.action
               : item.index >= begin_.objective && item.index < end_.objective;
  }

  /// `superseded: OLD, replaced-by: NEW` says of an obligation what `carries` says of a promise.
  void link_what_was_replaced() {
    for (std::size_t row = 0; row < owed_.size(); ++row) {
      if (owed_.plan()[row] != out_.from) continue;
      const Record* record = out_.assessment.closed_by(row);
      if (!record || record->replaced_by.empty()) continue;
      const auto by = partnership_.find_obligation(record->replaced_by);
      if (by && partnership_.promises()[by->promise.index].plan == out_.to)
        link(Subject{owed_.promise()[row], owed_.number()[row]},
             Item{ItemKind::promise, by->promise.index});
    }
  }

  /// The new plan is the old one under another id: what has the same number is the same, unless it
  /// says otherwise.
  void link_same_numbers() {
    std::vector<Item> now;
    each(out_.to, [&](const Item& item) { now.push_back(item); });
    each(out_.from, [&](const Item& old) {
      if (old.kind == ItemKind::promise) return;  // they follow their actions
      for (const Item& item : now)
        if (item.kind == old.kind && number(item) == number(old) && carries(item).empty())
          link(old, item);
    });
  }

  /// A promise goes with its action to the promise of the same name.
  void link_promises_of_actions() {
    const auto before = whole_;
    for (const auto& [old, carriers] : before) {
      if (old.kind != ItemKind::action) continue;
      for (const Item& carrier : carriers) {
        if (carrier.kind != ItemKind::action) continue;
        for (const std::uint32_t promise : promises_[old.index])
          for (const std::uint32_t now : promises_[carrier.index]) {
            const Promise& written = partnership_[PromiseId{now}];
            const std::string_view name = last_part(promise);
            if (before.count({ItemKind::promise, promise}) == 0 && written.carries.empty() &&
                (last_part(now) == name || written.was == name))
              link(Item{ItemKind::promise, promise}, Item{ItemKind::promise, now});
          }
      }
    }
  }

  std::string_view last_part(std::uint32_t promise) const {
    const std::string_view id = partnership_.promises()[promise].id;
    return id.substr(id.rfind('/') + 1);
  }

  // How each ended.

  RolledItem judge(const Item& item) const {
    if (item.kind == ItemKind::promise) return judge_promise(item.index);
    RolledItem out{.kind = item.kind, .id = id(item), .text = text(item)};
    std::vector<RolledItem> parts;
    if (item.kind == ItemKind::action)
      for (const std::uint32_t promise : promises_[item.index]) {
        parts.push_back(judge_promise(promise));
        out.counts += parts.back().counts;
      }
    if (const auto found = whole_.find(item); found != whole_.end())
      carry(out, item, found->second);
    else if (parts.empty())
      judge_by_decision(out, item);
    else
      judge_by_parts(out, parts);
    return out;
  }

  RolledItem judge_promise(std::uint32_t promise) const {
    const Item item{ItemKind::promise, promise};
    RolledItem out{.kind = item.kind, .id = id(item), .text = text(item)};
    std::vector<Item> carriers;
    if (const auto found = whole_.find(item); found != whole_.end()) carriers = found->second;
    const bool whole = !carriers.empty();
    for (const std::size_t row : rows_[promise]) {
      const State state = out_.assessment[row];
      ++out.counts[state];
      const auto part = parts_.find(Subject{PromiseId{promise}, owed_.number()[row]});
      if (part != parts_.end())
        for (const Item& carrier : part->second)
          if (std::ranges::find(carriers, carrier) == carriers.end()) carriers.push_back(carrier);
      const Record* closed = out_.assessment.closed_by(row);
      if (!closed && !whole && part == parts_.end()) out.open.push_back(owed_[row].id());
      if (closed && closed->event.kind != RecordKind::received) out.records.push_back(closed);
    }
    const bool decided = !out.records.empty();
    if (!carriers.empty())
      carry(out, item, carriers);
    else
      out.outcome = decided ? Outcome::dropped : Outcome::done;
    if (!out.open.empty()) {
      out.outcome = Outcome::vanished;
      out.changes.clear();
    }
    if (out.outcome != Outcome::dropped) out.records.clear();
    std::ranges::stable_sort(out.records, {}, [](const Record* r) { return *r->date; });
    return out;
  }

  /// What has no promises can be neither received nor waived: a decision about it ends it.
  void judge_by_decision(RolledItem& out, const Item& item) const {
    const About wanted = item.kind == ItemKind::action ? About(ActionId{item.index})
                                                       : About(ObjectiveId{item.index});
    const auto& known_at = out_.assessment.options().known_at;
    const auto records = partnership_.records();
    std::set<std::uint32_t> taken_back;
    for (std::size_t i = 0; i < records.size(); ++i) {
      const auto& target = partnership_.resolved_records()[i].retracts;
      if (target && (!known_at || records[i].recorded.value_or(*records[i].date) <= *known_at))
        taken_back.insert(*target);
    }
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      const Record& record = records[i];
      if (record.event.kind != RecordKind::decided || taken_back.count(i) != 0 ||
          partnership_.resolved_records()[i].about != wanted ||
          *record.date > out_.assessment.as_at() ||
          (known_at && record.recorded.value_or(*record.date) > *known_at))
        continue;
      out.outcome = Outcome::dropped;
      out.records.push_back(&record);
    }
    std::ranges::stable_sort(out.records, {}, [](const Record* r) { return *r->date; });
  }

  static void judge_by_parts(RolledItem& out, const std::vector<RolledItem>& parts) {
    const auto any = [&](Outcome outcome) {
      return std::ranges::count(parts, outcome, &RolledItem::outcome) != 0;
    };
    for (const RolledItem& part : parts) {
      for (const std::string& to : part.to)
        if (std::ranges::find(out.to, to) == out.to.end()) out.to.push_back(to);
      out.open.insert(out.open.end(), part.open.begin(), part.open.end());
    }
    if (any(Outcome::vanished)) {
      out.outcome = Outcome::vanished;
    } else if (!out.to.empty()) {
      out.outcome = Outcome::changed;
      out.changes = {"promises"};
    } else {
      out.outcome = any(Outcome::dropped) ? Outcome::dropped : Outcome::done;
    }
    if (out.outcome != Outcome::dropped) return;
    for (const RolledItem& part : parts)
      out.records.insert(out.records.end(), part.records.begin(), part.records.end());
    std::ranges::stable_sort(out.records, {}, [](const Record* r) { return *r->date; });
  }

  void carry(RolledItem& out, const Item& item, const std::vector<Item>& carriers) const {
    std::set<std::string_view> changed;
    for (const Item& carrier : carriers) {
      out.to.push_back(id(carrier));
      note_changes(item, carrier, changed);
    }
    if (carriers.size() > 1) changed.insert("split");
    for (const std::string_view name : {"kind", "split", "text", "lead", "from", "to", "due"})
      if (changed.count(name) != 0) out.changes.emplace_back(name);
    out.outcome = out.changes.empty() ? Outcome::carried : Outcome::changed;
  }

  void note_changes(const Item& was, const Item& is, std::set<std::string_view>& changed) const {
    if (was.kind != is.kind) {
      changed.insert("kind");
      return;
    }
    if (text(was) != text(is)) changed.insert("text");
    if (was.kind == ItemKind::action &&
        partnership_.find_body(partnership_[ActionId{was.index}].lead.id) !=
            partnership_.find_body(partnership_[ActionId{is.index}].lead.id))
      changed.insert("lead");
    if (was.kind != ItemKind::promise) return;
    const ResolvedPromise &old = partnership_.promises()[was.index],
                          &now = partnership_.promises()[is.index];
    if (old.from != now.from) changed.insert("from");
    if (old.to != now.to) changed.insert("to");
    if (partnership_[PromiseId{was.index}].due != partnership_[PromiseId{is.index}].due)
      changed.insert("due");
  }

  bool carries_anything(const Item& item) const {
    if (carriers_.count(item) != 0) return true;
    return item.kind == ItemKind::action &&
           std::ranges::any_of(promises_[item.index], [&](std::uint32_t promise) {
             return carriers_.count({ItemKind::promise, promise}) != 0;
           });
  }

  // What an item says of itself.

  const std::vector<Ref<Anything>>& carries(const Item& item) const {
    if (item.kind == ItemKind::promise) return partnership_[PromiseId{item.index}].carries;
    if (item.kind == ItemKind::action) return partnership_[ActionId{item.index}].carries;
    return partnership_[ObjectiveId{item.index}].carries;
  }
  const std::string& number(const Item& item) const {
    return item.kind == ItemKind::action ? partnership_[ActionId{item.index}].no
                                         : partnership_[ObjectiveId{item.index}].no;
  }
  const std::string& text(const Item& item) const {
    if (item.kind == ItemKind::promise) return partnership_[PromiseId{item.index}].what;
    return item.kind == ItemKind::action ? partnership_[ActionId{item.index}].text
                                         : partnership_[ObjectiveId{item.index}].text;
  }
  std::string id(const Item& item) const {
    if (item.kind == ItemKind::promise) return partnership_.promises()[item.index].id;
    const bool old = is_old(item);
    return (old ? old_ : new_).id + "/" + number(item);
  }

  Rollover out_;
  const Obligations& owed_;
  const Partnership& partnership_;
  const Plan& old_;
  const Plan& new_;
  Stretch begin_, end_;                               ///< of the old plan
  std::vector<std::vector<std::uint32_t>> promises_;  ///< of each action
  std::vector<std::vector<std::size_t>> rows_;        ///< of each promise
  std::map<Item, std::vector<Item>> whole_;           ///< what carries all of an old item
  std::map<Subject, std::vector<Item>> parts_;        ///< what carries one date of a promise
  std::set<Item> carriers_;
};

}  // namespace

std::size_t Rollover::count(Outcome outcome) const noexcept {
  return static_cast<std::size_t>(std::ranges::count(items, outcome, &RolledItem::outcome));
}

std::size_t Rollover::count(ItemKind kind, Outcome outcome) const noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(
      items, [&](const RolledItem& item) { return item.kind == kind && item.outcome == outcome; }));
}

Rollover roll_over(const Assessment& assessment, PlanId from, PlanId to) {
  return RollOver(assessment, from, to).run();
}

}  // namespace safegov
