// The register of forward plans, held against what is promised to the boards.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include <safegov/forward_plan.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/other_rows.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;
using internal::in_quotes;

template <>
const Type& type_of<ForwardPlanItem>() {
  static constexpr Field fields[] = {
      field<&ForwardPlanItem::id>("id", docs::id, Need::required),
      field<&ForwardPlanItem::body>("body", "Whose forward plan it is on.", Need::required),
      field<&ForwardPlanItem::meeting>(
          "meeting", "The day of the meeting, in the words printed: `5th Jan 2021`.",
          Need::required),
      field<&ForwardPlanItem::item>("item", "What is to be heard.", Need::required),
      field<&ForwardPlanItem::priority>("priority", "What it is listed under, as printed."),
      field<&ForwardPlanItem::from>("from", "Who brings it."),
      field<&ForwardPlanItem::answers>(
          "for", "What it answers: the id of an obligation, an action, a plan or a row."),
      field<&ForwardPlanItem::dated>("dated",
                                     "The day of the plan that it stands on; not told before it."),
      field<&ForwardPlanItem::source>("source", docs::source),
      field<&ForwardPlanItem::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&ForwardPlanItem::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<ForwardPlanItem>("forward-plan-item", "One item of a forward plan.", fields);
  return type;
}

namespace {

void issue(const ForwardPlanItem& item, Issue& issue) {
  issue.action().text = item.item;
  issue.action().lead = item.from;
}

/// The one day, month or other stretch that the words name.
std::optional<DateRange> days_in(const std::string& words) {
  const Deadlines parsed = parse_deadlines(words);
  return parsed.deadlines.size() == 1 ? parsed.deadlines[0].range : std::nullopt;
}

/// The promises that an id names, by their place in the partnership's table: those of an action, an
/// objective or a plan stand together. Of an obligation, its promise.
std::pair<std::size_t, std::size_t> promises_of(const Partnership& partnership, const About& what) {
  if (const auto* obligation = std::get_if<Subject>(&what))
    return {obligation->promise.index, obligation->promise.index + std::size_t{1}};
  const auto stretch = [&](auto id, auto member) -> std::pair<std::size_t, std::size_t> {
    const auto all = partnership.promises();
    const auto first = std::ranges::lower_bound(all, id, {}, member);
    const auto last = std::ranges::upper_bound(first, all.end(), id, {}, member);
    return {static_cast<std::size_t>(first - all.begin()),
            static_cast<std::size_t>(last - all.begin())};
  };
  if (const auto* action = std::get_if<ActionId>(&what))
    return stretch(*action, &ResolvedPromise::action);
  if (const auto* objective = std::get_if<ObjectiveId>(&what))
    return stretch(*objective, &ResolvedPromise::objective);
  if (const auto* plan = std::get_if<PlanId>(&what)) return stretch(*plan, &ResolvedPromise::plan);
  return {0, 0};
}

/// What boards are promised and do not plan to hear, by the row it is told at.
struct Missing {
  std::map<std::size_t, std::vector<Subject>> at;
};

/// The plans of all boards as at a date.
class Boards {
 public:
  explicit Boards(RowLook& look) : look_(look), partnership_(look.partnership()) {}

  Missing run() {
    take_rows();
    const auto promises = partnership_.promises();
    for (std::uint32_t p = 0; p < promises.size(); ++p) {
      const auto board = boards_.find(promises[p].to);
      if (!promises[p].to || board == boards_.end()) continue;
      if (promises[p].since && look_.until() < *promises[p].since) continue;  // not promised yet
      for (std::uint32_t n = 0; n < promises[p].deadlines; ++n) take(board->second, {{p}, n});
    }
    return std::move(missing_);
  }

 private:
  struct Meeting {
    DateRange days;
    std::size_t row;  ///< the first that names it
    std::optional<Date> dated;
  };
  struct Board {
    std::vector<Meeting> meetings;  ///< by day
    std::set<Subject> planned;
    std::set<PromiseId> planned_whole;  ///< at each of their dates
  };

  void take_rows() {
    const auto rows = partnership_.list<ForwardPlanItem>();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const ForwardPlanItem& row = rows[i];
      if (row.dated && look_.until() < *row.dated) continue;
      Board& board = boards_[partnership_.find_body(row.body.id)];
      if (const auto days = days_in(row.meeting)) add(board, {*days, i, row.dated});
      if (row.answers) plan(board, partnership_.find(row.answers.id));
    }
    for (auto& [body, board] : boards_)
      std::ranges::stable_sort(board.meetings, {}, [](const Meeting& m) { return m.days.last(); });
  }

  static void add(Board& board, const Meeting& meeting) {
    for (Meeting& known : board.meetings) {
      if (known.days != meeting.days) continue;
      // Of several plans for one meeting, the first began the stretch that it is to answer.
      if (meeting.dated)
        known.dated = std::min(known.dated.value_or(*meeting.dated), *meeting.dated);
      return;
    }
    board.meetings.push_back(meeting);
  }

  void plan(Board& board, const About& what) {
    if (const auto* obligation = std::get_if<Subject>(&what)) {
      board.planned.insert(*obligation);
      return;
    }
    const auto [first, last] = promises_of(partnership_, what);
    for (std::size_t p = first; p < last; ++p)
      board.planned_whole.insert(PromiseId{static_cast<std::uint32_t>(p)});
  }

  void take(const Board& board, const Subject& obligation) {
    if (board.planned.contains(obligation) || board.planned_whole.contains(obligation.promise))
      return;
    const Standing standing = look_.standing(obligation);
    if (!standing.days || is_closed(standing.state)) return;
    if (const Meeting* meeting = meeting_for(board, *standing.days))
      missing_.at[meeting->row].push_back(obligation);
  }

  /// The last meeting in time; or else the first after it, if what is due fell due since the
  /// meeting before that, or since the plan was made.
  static const Meeting* meeting_for(const Board& board, const DateRange& days) {
    const Meeting *in_time = nullptr, *before = nullptr;
    for (const Meeting& meeting : board.meetings) {
      if (meeting.days.first() > days.last()) {
        if (in_time != nullptr) return in_time;
        const auto since = before != nullptr ? std::optional(before->days.last()) : meeting.dated;
        return since && days.last() > *since ? &meeting : nullptr;
      }
      if (meeting.days.last() >= days.first()) in_time = &meeting;
      before = &meeting;
    }
    return in_time;
  }

  RowLook& look_;
  const Partnership& partnership_;
  std::map<BodyId, Board> boards_;
  Missing missing_;
};

std::string id_of(const Partnership& partnership, const Subject& obligation) {
  return partnership.promises()[obligation.promise.index].id + "@" +
         deadline_key(partnership.deadlines(obligation.promise)[obligation.number]);
}

void look_at_answer(const ForwardPlanItem& item, const std::optional<DateRange>& days,
                    RowLook& look) {
  const Partnership& partnership = look.partnership();
  const About what = partnership.find(item.answers.id);
  const auto* obligation = std::get_if<Subject>(&what);
  if (obligation == nullptr) {
    look.measure("for", item.answers.id);
  } else {
    const Standing standing = look.standing(*obligation);
    look.measure("for",
                 id_of(partnership, *obligation) + ", " + internal::in_speech(standing.state));
    if (standing.days && days && standing.days->last() < days->first() &&
        !is_closed(standing.state)) {
      auto& d = look.report(
          codes::diagnose(codes::planned_too_late,
                          "it is planned for " + in_words(days->first()) + ", and " +
                              id_of(partnership, *obligation) + " is due by " +
                              in_words(standing.days->last()),
                          {}, "bring it to an earlier meeting, or have its date extended"),
          item, "for");
      look.relate(d, partnership[obligation->promise], "due", "when it is due");
    }
  }
  const BodyId body = partnership.find_body(item.body.id);
  const auto [first, last] = promises_of(partnership, what);
  const auto promises = partnership.promises().subspan(first, last - first);
  if (std::ranges::find(promises, body, &ResolvedPromise::to) != promises.end()) return;
  look.report(codes::diagnose(codes::planned_for_another,
                              "nothing of " + in_quotes(item.answers.id) + " is owed to " +
                                  in_quotes(item.body.id),
                              {}, "name what this board is promised, or take 'for' out"),
              item, "for");
}

void look(const ForwardPlanItem& item, RowLook& look) {
  if (item.dated && look.until() < *item.dated) return;
  const Partnership& partnership = look.partnership();
  const auto days = days_in(item.meeting);
  look.measure("body", item.body.id);
  look.measure("meeting", days && days->length() == 1 ? in_words(days->first()) : item.meeting);
  if (!item.priority.empty()) look.measure("priority", item.priority);
  if (item.from) look.measure("from", item.from.id);
  if (!days)
    look.report(codes::diagnose(codes::meeting_without_day,
                                in_quotes(item.meeting) + " names no one day of a meeting", {},
                                "give its day once it is set; until then nothing is due by it"),
                item, "meeting");
  if (item.answers)
    look_at_answer(item, days, look);
  else
    look.report(codes::diagnose(codes::item_without_promise,
                                in_quotes(item.item) + " answers no promise that is named", {},
                                "name what it answers with 'for', if anything does"),
                item);
  const Missing& missing = look.once([&] { return Boards(look).run(); });
  const auto here = missing.at.find(look.index());
  if (here == missing.at.end()) return;
  for (const Subject& obligation : here->second) {
    const DateRange due = *look.standing(obligation).days;
    auto& d = look.report(
        codes::diagnose(codes::not_on_forward_plan,
                        id_of(partnership, obligation) + ", due to " + in_quotes(item.body.id) +
                            " by " + in_words(due.last()) + ", is not on its forward plan",
                        {}, "plan it for this meeting, with its id under 'for'"),
        item, "meeting");
    look.relate(d, partnership[obligation.promise], "due", "promised here");
  }
}

}  // namespace

const Register& forward_plan_register() {
  static constexpr Field list[] = {
      rows<ForwardPlanItem>("forward-plan", "What boards mean to hear at their coming meetings.")};
  static constexpr RowRules<ForwardPlanItem> rules{.issue = issue, .look = look};
  static constexpr Register forward_plan = register_of("Forward plan", list, rules);
  return forward_plan;
}

}  // namespace safegov
