// How plans and what is in them describe themselves.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/plan.hpp>

#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
const Type& type_of<Promise>() {
  static constexpr Field fields[] = {
      field<&Promise::id>("id", "Its id within the action; the receiver's id, unless given."),
      field<&Promise::what>("what", "The report or product, in the plan's words.", Need::required),
      field<&Promise::from>("from", "Who owes it; the action's lead, unless given."),
      field<&Promise::to>("to", "Who receives it."),
      field<&Promise::due>("due", "When, as printed: `June 2019, Oct 2019`. See deadlines.md."),
      field<&Promise::was>("was", docs::was),
      field<&Promise::carries>("carries", docs::carries),
      field<&Promise::source>("source", docs::source),
      field<&Promise::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Promise::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Promise>("promise", "One line of 'how will we know'.", fields);
  return type;
}

template <>
const Type& type_of<Action>() {
  static constexpr Field fields[] = {
      field<&Action::no>("no", "Its number, as printed; unique in the plan.", Need::required),
      field<&Action::text>("text", "How are we going to do it?"),
      field<&Action::lead>("lead", "Who will lead: a body's id, or `not stated`."),
      field<&Action::focus>(
          "focus", "The focus groups it is for, beside the objective's: by id or by name."),
      field<&Action::promises>("promises", "How will we know?"),
      field<&Action::carries>("carries", docs::carries),
      field<&Action::source>("source", docs::source),
      field<&Action::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Action::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Action>("action", "How an objective is to be reached.", fields);
  return type;
}

template <>
const Type& type_of<Priority>() {
  static constexpr Field fields[] = {
      field<&Priority::no>("no", "Its number, as printed; unique in the plan.", Need::required),
      field<&Priority::text>("text", "The priority, in the plan's words.", Need::required),
      field<&Priority::source>("source", docs::source),
      field<&Priority::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Priority::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Priority>("priority", "What matters most for the length of a plan.", fields);
  return type;
}

template <>
const Type& type_of<FocusGroup>() {
  static constexpr Field fields[] = {
      field<&FocusGroup::id>("id", "A short word to refer to it by; its name does as well."),
      field<&FocusGroup::name>("name", "The group, in the plan's words.", Need::required),
      field<&FocusGroup::source>("source", docs::source),
      field<&FocusGroup::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&FocusGroup::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<FocusGroup>("focus-group", "Children whom the plan puts first.", fields, "name");
  return type;
}

template <>
const Type& type_of<Objective>() {
  static constexpr Field fields[] = {
      field<&Objective::no>("no", "Its number, as printed; unique in the plan.", Need::required),
      field<&Objective::text>("text", "What do we want to achieve?"),
      field<&Objective::priorities>("priorities", "The numbers of the priorities it serves."),
      field<&Objective::focus>("focus", "The focus groups it is for: by id or by name."),
      field<&Objective::actions>("actions", "How it is to be reached."),
      field<&Objective::carries>("carries", docs::carries),
      field<&Objective::source>("source", docs::source),
      field<&Objective::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Objective::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Objective>("objective", "What the partnership wants to achieve.", fields);
  return type;
}

template <>
const Type& type_of<Plan>() {
  static constexpr Field fields[] = {
      field<&Plan::id>("plan", docs::id, Need::required),
      field<&Plan::title>("title", "The title, as printed."),
      field<&Plan::period>("period", "What it covers: `2019-22`, `April 2019 to March 2022`."),
      field<&Plan::dated>("dated", "The document's own date: what `next year` counts from."),
      field<&Plan::status>("status", "As printed: `PROPOSED`."),
      field<&Plan::was>("was", docs::was),
      field<&Plan::priorities>("priorities", "What matters most."),
      field<&Plan::focus_groups>("focus-groups", "Children whom the plan puts first."),
      field<&Plan::ratings>("ratings", "How it is rated, where not as the partnership says."),
      field<&Plan::allow>("allow", "What is known to be odd in it, and let stand. See lint.md."),
      field<&Plan::objectives>("objectives", "In the order printed.", Need::required),
      field<&Plan::source>("source", docs::source),
      field<&Plan::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Plan::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Plan>("plan", "One plan, in the order printed.", fields);
  return type;
}

}  // namespace safegov
