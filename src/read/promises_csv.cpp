// Promises from a table: one row for each date, columns by name.
// SPDX-License-Identifier: Apache-2.0
//
// The columns are the fields of a promise, as it describes itself, and where it stands: `plan`,
// `objective`, `action` with its `lead`, and `promise`, which is its id.

#include "read/promises_csv.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "read/named_table.hpp"

namespace safegov::internal {
namespace {

constexpr std::string_view plan_column = "plan", objective_column = "objective",
                           action_column = "action", lead_column = "lead",
                           promise_column = "promise";

TableShape shape() {
  TableShape shape{
      .row = "a promise",
      .columns = {plan_column, objective_column, action_column, lead_column, promise_column},
      .needed = {plan_column, objective_column, action_column, "what"},
      .help =
          "the first row names the columns; 'plan', 'objective', 'action' and 'what' are "
          "needed",
      .title = "promises"};
  for (const Field& field : type_of<Promise>().fields)
    if (field.codec().parse != nullptr && field.name != "id") shape.columns.push_back(field.name);
  return shape;
}

/// What stands where in lists that grow: looked up, never gone through.
class Places {
 public:
  /// The element of a list that has the key, made if there is none.
  template <class T, class Make>
  std::size_t find(std::vector<T>& list, std::string key, Make make) {
    const auto [found, is_new] = known_.try_emplace(std::move(key), list.size());
    if (is_new) make(list.emplace_back());
    return found->second;
  }
  void know(std::string key, std::size_t index) { known_.try_emplace(std::move(key), index); }

 private:
  std::unordered_map<std::string, std::size_t> known_;
};

/// Keys of what stands inside one another; no id has a line break.
std::string within(const std::string& outer, std::string_view inner) {
  return outer + '\n' + std::string(inner);
}

class Promises {
 public:
  Promises(std::uint32_t file, Partnership::Parts& parts, Diagnostics& found)
      : parts_(parts), table_(shape(), file, TableBy::program, parts.provenance, found) {
    for (std::size_t p = 0; p < parts_.plans.size(); ++p) {
      const Plan& plan = parts_.plans[p];
      plans_.know(plan.id, p);
      for (std::size_t o = 0; o < plan.objectives.size(); ++o) {
        const Objective& objective = plan.objectives[o];
        objectives_.know(within(plan.id, objective.no), o);
        for (std::size_t a = 0; a < objective.actions.size(); ++a)
          know_action(within(plan.id, objective.no), a, objective.actions[a]);
      }
    }
  }

  void read() {
    while (table_.next()) read_row();
  }

 private:
  void know_action(const std::string& objective, std::size_t index, const Action& action) {
    const std::string key = within(objective, action.no);
    actions_.know(key, index);
    for (std::size_t i = 0; i < action.promises.size(); ++i)
      if (!action.promises[i].id.empty()) promises_.know(within(key, action.promises[i].id), i);
  }

  [[nodiscard]] std::string text_of(std::string_view column) const {
    const Cell* cell = table_.cell(column);
    return cell == nullptr ? std::string() : cell->text;
  }

  /// What a cell calls it, with or without what it is in: `1.1` of `bp-2019/1.1`.
  [[nodiscard]] std::string name_in(const std::string& outer, std::string_view column) const {
    std::string name = text_of(column);
    if (name.starts_with(outer + '/')) name.erase(0, outer.size() + 1);
    return name;
  }

  /// Gives a value the number or id that a cell has.
  template <class T>
  void name(T& made, std::string T::*id, std::string name, std::string_view field,
            std::string_view column) {
    const Type& type = type_of<T>();
    made.origin = table_.begin(type);
    made.*id = std::move(name);
    if (const Cell* cell = table_.cell(column)) table_.place(made.origin, *type.find(field), *cell);
  }

  void read_row() {
    for (const std::string_view needed : {plan_column, objective_column, action_column}) {
      if (table_.cell(needed) != nullptr) continue;
      table_.report(codes::missing_key, table_.at() + " has no " + in_quotes(needed),
                    table_.first(), "say under which action of which plan it is promised");
      return;
    }
    const std::string plan_id = text_of(plan_column);
    const auto make_plan = [&](Plan& made) { name(made, &Plan::id, plan_id, "plan", plan_column); };
    Plan& plan = parts_.plans[plans_.find(parts_.plans, plan_id, make_plan)];

    const std::string objective_no = name_in(plan_id, objective_column);
    const std::string objective_key = within(plan_id, objective_no);
    const auto make_objective = [&](Objective& made) {
      name(made, &Objective::no, objective_no, "no", objective_column);
    };
    Objective& objective =
        plan.objectives[objectives_.find(plan.objectives, objective_key, make_objective)];

    const std::string action_no = name_in(plan_id, action_column);
    const std::string action_key = within(objective_key, action_no);
    const auto make_action = [&](Action& made) {
      name(made, &Action::no, action_no, "no", action_column);
      if (const Cell* lead = table_.cell(lead_column))
        table_.read(type_of<Action>(), *type_of<Action>().find("lead"), *lead, lead_column, &made);
    };
    Action& action = objective.actions[actions_.find(objective.actions, action_key, make_action)];
    check_lead(action);
    read_promise(action, action_key, name_in(plan_id + '/' + action_no, promise_column));
  }

  void check_lead(const Action& action) {
    const Cell* lead = table_.cell(lead_column);
    if (lead == nullptr || action.lead.id == lead->text) return;
    table_.report(codes::bad_value,
                  table_.at() + ", column 'lead': action " + in_quotes(action.no) + " is led by " +
                      in_quotes(action.lead.id) + ", found " + in_quotes(lead->text),
                  *lead, "an action has one lead: write the same in all its rows");
  }

  /// Rows of one promise that differ in nothing but the date are one promise.
  void read_promise(Action& action, const std::string& action_key, const std::string& id) {
    Promise made;
    name(made, &Promise::id, id, "id", promise_column);
    table_.read_fields(type_of<Promise>(), &made);
    const std::string key = within(action_key, made.id);
    if (made.id.empty()) {
      action.promises.push_back(std::move(made));
      return;
    }
    bool is_new = false;
    const std::size_t index = promises_.find(action.promises, key, [&](Promise& fresh) {
      fresh = made;
      is_new = true;
    });
    if (is_new) return;
    Promise& before = action.promises[index];
    std::string due = std::exchange(made.due, before.due);
    if (made == before && !due.empty() && !before.due.empty()) {
      before.due += ", " + due;
      return;
    }
    table_.report(codes::duplicate_id,
                  table_.at() + ": " + in_quotes(made.id) +
                      " is promised already, and differs in more than the date",
                  table_.first(), "give it another 'promise', or write the same in all its rows");
  }

  Partnership::Parts& parts_;
  NamedTable table_;
  Places plans_, objectives_, actions_, promises_;
};

}  // namespace

void read_promises_csv(std::uint32_t file, Partnership::Parts& parts, Diagnostics& found) {
  Promises(file, parts, found).read();
}

}  // namespace safegov::internal
