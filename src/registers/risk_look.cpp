// What a risk amounts to as at a date, and what is odd about it.
// SPDX-License-Identifier: Apache-2.0

#include "registers/risk_look.hpp"

#include <algorithm>
#include <map>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/risk_matrix.hpp"
#include "registers/row_graph.hpp"
#include "registers/when.hpp"

namespace safegov::internal {

std::vector<const RiskAssessment*> by_day(const Risk& risk) {
  std::vector<const RiskAssessment*> all;
  for (const RiskAssessment& a : risk.assessments) all.push_back(&a);
  std::ranges::stable_sort(all, {}, [](const RiskAssessment* a) { return *a->date; });
  return all;
}

const std::string& words_of_risk(const Risk& risk) {
  for (const std::string* text : {&risk.title, &risk.event, &risk.cause})
    if (!text->empty()) return *text;
  return risk.consequence;
}

namespace {

template <class E>
std::string word(E value) {
  return std::string(words_of<E>()[static_cast<std::size_t>(value)]);
}

bool is_known(const RiskAssessment& a, const RowLook& look) {
  return known_by(a.date, a.dated, look.as_at(), look.known_at()) &&
         (!a.dated || *a.dated <= look.until());
}

/// The last score that is known; null if there is none.
const RiskAssessment* last_scored(const Risk& risk, const RowLook& look) {
  const RiskAssessment* last = nullptr;
  for (const RiskAssessment* a : by_day(risk))
    if (a->score && is_known(*a, look)) last = a;
  return last;
}

bool is_known(const Risk& risk, const RowLook& look) {
  return !risk.dated || *risk.dated <= look.until();
}

/// Words without what only print has.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : lower(text))
    if (c != ' ' && c != '\n' && c != '.' && c != ',') out += c;
  return out;
}

/// Of each wording of an event the first risk of it, as far as is known.
struct ByEvent {
  std::map<std::string, const Risk*> first;
};

struct RisksById {
  RowsById by_id;
};

class Looker {
 public:
  Looker(const Risk& risk, RowLook& look)
      : risk_(risk), look_(look), matrix_(*matrix_of(risk, look)) {}

  void run() {
    for (const RiskAssessment* a : by_day(risk_))
      if (is_known(*a, look_)) known_.push_back(a);
    for (const RiskAssessment* a : known_)
      if (a->score) now_ = a;
    measure();
    for (std::size_t i = 0; i < known_.size(); ++i) look_at(i);
    compare_scores();
    look_at_appetite();
    if (!risk_.owner)
      say(codes::no_owner, "nobody owns the risk", "name who answers for it", risk_);
    look_at_twins();
  }

 private:
  template <class T>
  void say(const codes::Known& code, std::string message, std::string help, const T& at,
           std::string_view field = {}) {
    look_.report(codes::diagnose(code, std::move(message), {}, std::move(help)), at, field);
  }

  void measure() {
    if (risk_.inherent) look_.measure("inherent", score_in_words(matrix_, *risk_.inherent));
    if (now_ != nullptr)
      look_.measure("residual", score_in_words(matrix_, *now_->score) + ", on " +
                                    safegov::in_words(*now_->date));
    else
      look_.measure("residual", "not scored");
    if (risk_.target) look_.measure("target", score_in_words(matrix_, *risk_.target));
    if (!known_.empty()) {
      const RiskAssessment& last = *known_.back();
      if (!last.band.empty()) look_.measure("printed band", last.band);
      if (const auto moved = movement(known_.size() - 1)) look_.measure("movement", *moved);
      if (risk_.target && last.score)
        look_.measure("at target", last.score->product <= risk_.target->product ? "yes" : "no");
      else if (last.at_target)
        look_.measure("at target", "printed " + word(*last.at_target));
      if (last.treatment) look_.measure("treatment", word(*last.treatment));
    }
    if (!risk_.appetite.empty()) {
      const auto above = is_above_appetite();
      look_.measure("appetite", risk_.appetite + (!above   ? ""
                                                  : *above ? ", it is above"
                                                           : ", it is within"));
    }
    if (!risk_.controls.empty())
      look_.measure("controls", static_cast<long long>(risk_.controls.size()));
    if (risk_.escalated_to && (!risk_.escalated || *risk_.escalated <= look_.until()))
      look_.measure("escalated",
                    "to " + risk_.escalated_to.id +
                        (risk_.escalated ? " on " + safegov::in_words(*risk_.escalated) : ""));
  }

  /// The score before: of the last assessment that has one.
  [[nodiscard]] const RiskAssessment* before(std::size_t i) const {
    while (i-- > 0)
      if (known_[i]->score) return known_[i];
    return nullptr;
  }

  [[nodiscard]] std::optional<std::string> movement(std::size_t i) const {
    const RiskAssessment& a = *known_[i];
    if (!a.score) return {};
    const RiskAssessment* last = before(i);
    const RiskScore* was = last != nullptr ? &*last->score : a.was ? &*a.was : nullptr;
    if (was == nullptr) return {};
    const std::string since =
        last != nullptr ? " since " + safegov::in_words(*last->date) : " since the review before";
    if (was->product == a.score->product) return "same" + since;
    return std::string(was->product < a.score->product ? "up" : "down") + " from " +
           std::to_string(was->product) + " to " + std::to_string(a.score->product) + since;
  }

  /// What a review prints of itself has to follow from the scores.
  void look_at(std::size_t i) {
    const RiskAssessment& a = *known_[i];
    const RiskAssessment* last = before(i);
    if (a.was && last != nullptr && last->score->product != a.was->product)
      say(codes::movement_differs,
          "it is printed to have been " + std::to_string(a.was->product) + ", and was " +
              std::to_string(last->score->product) + " on " + safegov::in_words(*last->date),
          "look which of the two reviews is wrong", a, "was");
    const RiskScore* was = a.was ? &*a.was : last != nullptr ? &*last->score : nullptr;
    if (a.moved && a.score && was != nullptr) {
      const Movement moved = was->product < a.score->product   ? Movement::up
                             : was->product > a.score->product ? Movement::down
                                                               : Movement::same;
      if (moved != *a.moved)
        say(codes::movement_differs,
            "its movement is printed as '" + word(*a.moved) + "', from " +
                std::to_string(was->product) + " to " + std::to_string(a.score->product),
            "look which of the three is wrong", a, "moved");
    }
    if (risk_.target && a.score && a.at_target) {
      const bool at = a.score->product <= risk_.target->product;
      if (at != (*a.at_target == YesNo::yes))
        say(codes::not_at_target,
            "it is printed " + std::string(at ? "not to be" : "to be") +
                " at its target: " + std::to_string(a.score->product) + ", of " +
                std::to_string(risk_.target->product) + " aimed at",
            "look which of the two is wrong", a, "at-target");
    }
    if (a.score && !a.band.empty())
      if (const auto band = band_of(matrix_, *a.score);
          band && band != band_called(matrix_, a.band))
        say(codes::band_differs,
            "a score of " + std::to_string(a.score->product) + " is " + matrix_.bands[*band].word +
                " on " + in_quotes(matrix_.id) + ", not " + in_quotes(a.band),
            "look whether another matrix was meant", a, "band");
  }

  void compare_scores() {
    if (risk_.inherent && now_ != nullptr && now_->score->product > risk_.inherent->product)
      say(codes::residual_above_inherent,
          "what is left of the risk, " + std::to_string(now_->score->product) +
              ", is more than it was before controls: " + std::to_string(risk_.inherent->product),
          "controls make no risk worse: look at both scores", *now_, "score");
    const RiskScore* top = now_ != nullptr  ? &*now_->score
                           : risk_.inherent ? &*risk_.inherent
                                            : nullptr;
    const bool borne = now_ != nullptr && now_->treatment == Treatment::accept;
    if (risk_.target && top != nullptr && risk_.target->product > top->product && !borne)
      say(codes::target_above_residual,
          "its target, " + std::to_string(risk_.target->product) +
              ", is worse than it is: " + std::to_string(top->product),
          "set a target that is still to be reached, or say that what is left is accepted", risk_,
          "target");
  }

  /// None if it cannot be told.
  [[nodiscard]] std::optional<bool> is_above_appetite() const {
    if (now_ == nullptr || risk_.appetite.empty()) return {};
    if (const auto score = read_score(risk_.appetite)) return now_->score->product > score->product;
    const auto most = band_called(matrix_, risk_.appetite);
    const auto band =
        has_places(matrix_) ? band_of(matrix_, *now_->score) : band_called(matrix_, now_->band);
    if (!most || !band) return {};
    return *band > *most;
  }

  void look_at_appetite() {
    if (is_above_appetite() != true) return;
    std::size_t open = 0, actions = 0;
    for (const Subject& subject : look_.issued()) {
      if (look_.partnership()[subject.promise].id == "review") continue;
      ++actions;
      open += is_open(look_.standing(subject).state);
    }
    if (open != 0) return;
    say(codes::above_appetite,
        "it is above the appetite, " + in_quotes(risk_.appetite) + ", and " +
            (actions == 0 ? "there is no action" : "none of its actions is open"),
        "say what is to be done, or who bears it", *now_, "score");
  }

  static bool is_open(State state) { return state < State::received; }

  void look_at_twins() {
    const auto rows = look_.partnership().list<Risk>();
    if (risk_.same_as) {
      const auto at =
          look_.once([&] { return RisksById{RowsById(rows)}; }).by_id.find(risk_.same_as.id);
      if (!at || !is_known(rows[*at], look_)) return;
      const RiskAssessment* other = last_scored(rows[*at], look_);
      if (now_ == nullptr || other == nullptr || other->score->product == now_->score->product)
        return;
      say(codes::scores_differ,
          "it is " + std::to_string(now_->score->product) + " here, and " +
              std::to_string(other->score->product) + " as " + in_quotes(rows[*at].id),
          "one risk has one score on a day: ask the two who keep it", *now_, "score");
      return;
    }
    const std::string event = bare(risk_.event.empty() ? risk_.title : risk_.event);
    if (event.empty()) return;
    const ByEvent& all = look_.once([&] {
      ByEvent found;
      for (const Risk& risk : rows)
        if (is_known(risk, look_))
          found.first.emplace(bare(risk.event.empty() ? risk.title : risk.event), &risk);
      return found;
    });
    const auto at = all.first.find(event);
    if (at == all.first.end() || at->second == &risk_ || at->second->same_as.id == risk_.id) return;
    say(codes::same_event, "it has the words of " + in_quotes(at->second->id),
        "if they are one risk, say 'same-as'", risk_);
  }

  const Risk& risk_;
  RowLook& look_;
  const RiskMatrix& matrix_;
  std::vector<const RiskAssessment*> known_;
  const RiskAssessment* now_ = nullptr;
};

}  // namespace

void look_at_risk(const Risk& risk, RowLook& look) {
  if (!is_known(risk, look)) return look.not_before("known", *risk.dated);
  Looker(risk, look).run();
}

}  // namespace safegov::internal
