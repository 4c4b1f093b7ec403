// The registers of risks: what their rows issue, and what cannot be.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <set>

#include <safegov/risk.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/risk_look.hpp"
#include "registers/risk_matrix.hpp"

namespace safegov {

namespace codes = internal::codes;
using namespace internal;

namespace {

void issue_review(const RiskRegister& row, Issue& issue) {
  issue.action().lead = row.kept_by ? row.kept_by : row.reviewed_by;
  if (row.review.empty()) return;
  issue.count_from(row.dated);
  issue.promised_on(row.dated);
  if (row.period) issue.run_over(row.period->range);
  Promise& review = issue.promise("review", "review");
  review.what = "Review of the " + row.title;
  review.from = row.reviewed_by;
  review.to = row.to;
  review.due = row.review;
}

void issue(const Risk& risk, Issue& issue) {
  Action& action = issue.action();
  if (risk.title.empty()) action.text = words_of_risk(risk);
  action.lead = risk.owner;
  issue.count_from(risk.dated);
  issue.promised_on(risk.dated);
  if (risk.period) issue.run_over(risk.period->range);
  if (!risk.review.empty()) {
    Promise& review = issue.promise("review", "review");
    review.what = "Review of the risk";
    review.from = risk.reviewed_by ? risk.reviewed_by : risk.owner;
    review.due = risk.review;
    for (const RiskAssessment& a : risk.assessments) {
      if (a.of.empty()) continue;
      Record& came =
          issue.happened(RecordKind::received, issue.id("review") + " of " + a.of, a.origin);
      came.date = a.date;
      came.recorded = a.dated;
      came.by = a.by;
      came.reference = a.in.id;
    }
  }
  for (const Promise& promise : risk.actions) issue.promise(promise);
}

class Checker {
 public:
  Checker(const Risk& risk, RowCheck& check) : risk_(risk), check_(check) {}

  void run() {
    if (words_of_risk(risk_).empty())
      check_.report(codes::diagnose(codes::missing_key, "the risk says nothing of itself", {},
                                    "give it a title, a cause, an event or a consequence"),
                    risk_);
    check_days();
    if (risk_.same_as.id == risk_.id && risk_.same_as)
      check_.report(codes::diagnose(codes::bad_assessment, "it is the same as itself", {},
                                    "name the risk of the other register"),
                    risk_, "same-as");
    const RiskMatrix* matrix = matrix_of(risk_, check_);
    if (matrix == nullptr) {
      if (!risk_.matrix.empty()) unknown_matrix(check_, risk_, risk_.matrix);
      return;
    }
    check_score(*matrix, risk_.inherent, risk_, "inherent");
    check_score(*matrix, risk_.target, risk_, "target");
    for (const RiskAssessment& a : risk_.assessments) {
      check_score(*matrix, a.score, a, "score");
      check_score(*matrix, a.was, a, "was");
      check_band(*matrix, a.band, a, "band");
    }
    check_appetite(*matrix);
  }

  template <class T>
  static void unknown_matrix(RowCheck& check, const T& row, const std::string& id) {
    check.report(
        codes::diagnose(codes::unknown_reference, "there is no matrix " + in_quotes(id), {},
                        "it is 5x5, nhs-5x5, cambridge-5x5, south-lakeland-4x4, or a row "
                        "under 'matrices'"),
        row, "matrix");
  }

 private:
  template <class T>
  void check_score(const RiskMatrix& matrix, const std::optional<RiskScore>& score, const T& value,
                   std::string_view field) {
    // Of a matrix without axes that is said, and nothing else can be.
    if (!score || matrix.likelihood.empty() || matrix.impact.empty()) return;
    const std::string size =
        std::to_string(matrix.likelihood.size()) + " by " + std::to_string(matrix.impact.size());
    switch (fault_of(matrix, *score)) {
      case ScoreFault::none:
        break;
      case ScoreFault::off_matrix:
        check_.report(codes::diagnose(codes::off_the_matrix,
                                      in_quotes(score->text) + " is off " + in_quotes(matrix.id) +
                                          ", which is " + size,
                                      {}, "correct the score, or name the matrix that it is on"),
                      value, field);
        break;
      case ScoreFault::no_product:
        check_.report(codes::diagnose(codes::impossible_score,
                                      "no likelihood by impact of " + size + " gives " +
                                          std::to_string(score->product),
                                      {}, "look the score up again"),
                      value, field);
        break;
      case ScoreFault::wrong_product:
        check_.report(codes::diagnose(codes::impossible_score,
                                      std::to_string(score->likelihood) + "x" +
                                          std::to_string(score->impact) + " is " +
                                          std::to_string(score->likelihood * score->impact) +
                                          ", not " + std::to_string(score->product),
                                      {}, "correct one of the three"),
                      value, field);
    }
  }

  /// A band is a word of the matrix, where the matrix has words.
  template <class T>
  void check_band(const RiskMatrix& matrix, const std::string& band, const T& value,
                  std::string_view field) {
    if (band.empty() || matrix.bands.empty() || band_called(matrix, band)) return;
    std::vector<std::string_view> words;
    for (const MatrixBand& b : matrix.bands) words.push_back(b.word);
    check_.report(codes::diagnose(codes::off_the_matrix,
                                  in_quotes(matrix.id) + " has no band " + in_quotes(band), {},
                                  "its bands are " + alternatives(words, "and")),
                  value, field);
  }

  void check_appetite(const RiskMatrix& matrix) {
    if (risk_.appetite.empty()) return;
    const auto score = read_score(risk_.appetite);
    if (score) {
      check_score(matrix, score, risk_, "appetite");
    } else if (matrix.bands.empty()) {
      check_.report(codes::diagnose(codes::off_the_matrix,
                                    in_quotes(matrix.id) + " has no bands, so that " +
                                        in_quotes(risk_.appetite) + " means nothing",
                                    {}, "say the appetite as a score"),
                    risk_, "appetite");
    } else {
      check_band(matrix, risk_.appetite, risk_, "appetite");
    }
  }

  void check_days() {
    std::set<Date> seen;
    for (const RiskAssessment& a : risk_.assessments) {
      if (!a.date) continue;
      if (!seen.insert(*a.date).second)
        check_.report(codes::diagnose(codes::bad_assessment,
                                      "it is assessed twice on " + safegov::in_words(*a.date), {},
                                      "keep the one that counts"),
                      a, "date");
      if (a.dated && *a.dated < *a.date)
        check_.report(
            codes::diagnose(codes::bad_assessment,
                            "it is told on " + safegov::in_words(*a.dated) + ", before it was made",
                            {}, "correct one of the two days"),
            a, "dated");
    }
    if (risk_.target_by && !seen.empty() && *risk_.target_by < *seen.begin())
      check_.report(codes::diagnose(codes::bad_assessment,
                                    "its target is for " + safegov::in_words(*risk_.target_by) +
                                        ", before it was first assessed on " +
                                        safegov::in_words(*seen.begin()),
                                    {}, "correct one of the two days"),
                    risk_, "target-by");
    if (risk_.escalated && !risk_.escalated_to)
      check_.report(codes::diagnose(codes::idle_key, "it was escalated, and nothing says to whom",
                                    {}, "name the body under 'escalated-to'"),
                    risk_, "escalated");
  }

  const Risk& risk_;
  RowCheck& check_;
};

void check(const Risk& risk, RowCheck& check) { Checker(risk, check).run(); }

void check_register(const RiskRegister& row, RowCheck& check) {
  if (find_matrix(check, row.matrix) == nullptr) Checker::unknown_matrix(check, row, row.matrix);
}

void check_matrix(const RiskMatrix& matrix, RowCheck& check) {
  for (std::string& fault : faults_of(matrix))
    check.report(codes::diagnose(codes::bad_matrix, std::move(fault), {},
                                 "each score, or each cell, has one band"),
                 matrix, matrix.cells.empty() ? "bands" : "cells");
  for (const RiskMatrix& named : named_matrices())
    if (named.id == matrix.id)
      check.report(
          codes::diagnose(codes::bad_matrix, in_quotes(matrix.id) + " comes with the library", {},
                          "give yours another id"),
          matrix, "id");
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void look_at_matrix(const RiskMatrix& matrix, RowLook& look) {
  look.measure("likelihood", joined(matrix.likelihood));
  look.measure("impact", joined(matrix.impact));
  for (const MatrixBand& band : matrix.bands) {
    std::string text = band.from && band.to
                           ? std::to_string(*band.from) + " to " + std::to_string(*band.to)
                       : matrix.cells.empty() ? "where is not printed"
                                              : "by cell";
    if (!band.colour.empty()) text += ", " + band.colour;
    if (!band.meaning.empty()) text += ", " + band.meaning;
    look.measure(band.word, text);
  }
  if (!matrix.caution.empty()) look.measure("beware", matrix.caution);
  if (matrix.certainty) look.measure("certainty", in_words(*matrix.certainty));
  if (!matrix.source.empty()) look.measure("source", matrix.source);
}

/// How many risks of each register there are, and how many have a score, by day.
struct Held {
  struct Count {
    long long risks = 0;
    long long scored = 0;
  };
  std::map<std::string, Count> of;
};

void look_at_register(const RiskRegister& row, RowLook& look) {
  if (row.dated && look.until() < *row.dated) return look.not_before("known", *row.dated);
  const Held& held = look.once([&] {
    Held all;
    for (const Risk& risk : look.partnership().list<Risk>()) {
      if (!risk.in_register || (risk.dated && look.until() < *risk.dated)) continue;
      Held::Count& count = all.of[risk.in_register.id];
      ++count.risks;
      count.scored += std::ranges::any_of(risk.assessments, [&](const RiskAssessment& a) {
        return a.score && a.date && *a.date <= look.until() &&
               (!a.dated || *a.dated <= look.until());
      });
    }
    return all;
  });
  const auto at = held.of.find(row.id);
  if (at == held.of.end()) return look.measure("risks", "none printed");
  look.measure("risks", at->second.risks);
  look.measure("scored", at->second.scored, at->second.risks);
}

}  // namespace

const Register& matrices_register() {
  static constexpr Field list[] = {rows<RiskMatrix>(
      "matrices", "What risks are scored on, beside what is built in: axes, words, bands.")};
  static constexpr RowRules<RiskMatrix> rules{.check = check_matrix, .look = look_at_matrix};
  static constexpr Register matrices = register_of("Matrices", list, rules);
  return matrices;
}

const Register& risk_registers_register() {
  static constexpr Field list[] = {rows<RiskRegister>(
      "risk-registers", "Which lists of risks are kept, and reviewed how often.")};
  static constexpr RowRules<RiskRegister> rules{
      .issue = issue_review, .check = check_register, .look = look_at_register};
  static constexpr Register all = register_of("Risk registers", list, rules);
  return all;
}

const Register& risks_register() {
  static constexpr Field list[] = {
      rows<Risk>("risks", "What may go wrong, how bad that would be, and what is done about it.")};
  static constexpr RowRules<Risk> rules{
      .issue = issue, .check = check, .look = internal::look_at_risk};
  static constexpr Register risks = register_of("Risks", list, rules, Audience::partnership);
  return risks;
}

}  // namespace safegov
