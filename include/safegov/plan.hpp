// A business plan: priorities, objectives, actions, and the promises made under them.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/allowance.hpp>
#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/id.hpp>
#include <safegov/rating_rules.hpp>

namespace safegov {

struct Promise;
struct Action;
struct Objective;
struct Plan;
using PlanId = Id<Plan>;
using ObjectiveId = Id<Objective>;
using ActionId = Id<Action>;
using PromiseId = Id<Promise>;

/// A stretch of time as printed, and the days it means.
struct Period {
  std::string text;
  DateRange range;
  friend bool operator==(const Period&, const Period&) = default;
};

/// One line of "how will we know": what, from whom, to whom, by when.
struct Promise {
  std::string id = {};                      ///< the receiver's id, unless given
  std::string what = {};                    ///< the report or product, in the plan's words
  BodyRef from = {};                        ///< who owes it; the action's lead, unless given
  BodyRef to = {};                          ///< who receives it
  std::string due = {};                     ///< the words as printed; empty if no date is
  std::string was = {};                     ///< the id it had before
  std::vector<Ref<Anything>> carries = {};  ///< what of an earlier plan it carries on
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Promise&, const Promise&) = default;
};

/// Children whom the plan puts first.
struct FocusGroup {
  static constexpr std::string_view refers_to = "focus group";

  std::string id = {};  ///< a short word to refer to it by; its name does as well
  std::string name = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const FocusGroup&, const FocusGroup&) = default;

  /// Its id, or its name if it has none.
  [[nodiscard]] const std::string& label() const noexcept { return id.empty() ? name : id; }
};

/// How an objective is to be reached.
struct Action {
  std::string no = {};  ///< as printed: `2.10` is not `2.1`
  std::string text = {};
  BodyRef lead = {};
  std::vector<Ref<FocusGroup>> focus = {};  ///< beside those of its objective
  std::vector<Promise> promises = {};
  std::vector<Ref<Anything>> carries = {};  ///< what of an earlier plan it carries on
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Action&, const Action&) = default;
};

/// What the partnership wants to achieve for the length of a plan.
struct Priority {
  static constexpr std::string_view refers_to = "priority";

  std::string no = {};
  std::string text = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Priority&, const Priority&) = default;
};

/// What do we want to achieve?
struct Objective {
  std::string no = {};
  std::string text = {};
  std::vector<Ref<Priority>> priorities = {};  ///< by number; empty if the plan maps it to none
  std::vector<Ref<FocusGroup>> focus = {};     ///< by id or name; empty if the plan names none
  std::vector<Action> actions = {};
  std::vector<Ref<Anything>> carries = {};  ///< what of an earlier plan it carries on
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Objective&, const Objective&) = default;
};

/// One plan of a partnership, in the order printed.
struct Plan {
  std::string id = {};
  std::string title = {};
  std::optional<Period> period = {};
  std::optional<Date> dated = {};  ///< the document's own date: what `next year` counts from
  std::string status = {};         ///< as printed: `PROPOSED`
  std::string was = {};            ///< the id it had before
  std::vector<Priority> priorities = {};
  std::vector<FocusGroup> focus_groups = {};
  std::optional<RatingRules> ratings = {};  ///< what it does not say, the partnership does
  std::vector<Allowance> allow = {};        ///< what is odd in it and let stand
  std::vector<Objective> objectives = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Plan&, const Plan&) = default;
};

template <>
struct CodecOf<std::optional<Period>> {
  static const Codec& get();
};

template <>
const Type& type_of<Promise>();
template <>
const Type& type_of<Action>();
template <>
const Type& type_of<Priority>();
template <>
const Type& type_of<FocusGroup>();
template <>
const Type& type_of<Objective>();
template <>
const Type& type_of<Plan>();

}  // namespace safegov
