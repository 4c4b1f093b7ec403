// What can be scored on a matrix, in which band it is, and the matrices that come with the library.
// SPDX-License-Identifier: Apache-2.0

#include "registers/risk_matrix.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.hpp"
#include "registers/row_graph.hpp"

namespace safegov {

namespace {

std::optional<int> small_number(std::string_view text) {
  text = internal::trim(text);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  constexpr int most = 100;
  if (error != std::errc{} || end != text.data() + text.size() || number < 1 || number > most)
    return {};
  return number;
}

}  // namespace

std::optional<RiskScore> read_score(std::string_view text) {
  RiskScore score{std::string(text)};
  std::string_view product;
  if (const auto equals = text.find('='); equals != std::string_view::npos) {
    product = text.substr(equals + 1);
    text = text.substr(0, equals);
  }
  std::size_t width = 1;
  auto times = text.find_first_of("xX*");
  if (times == std::string_view::npos) {
    width = std::string_view("×").size();
    times = text.find("×");
  }
  if (times == std::string_view::npos) {
    const auto only = small_number(text);
    if (!only || !product.empty()) return {};
    score.product = *only;
    return score;
  }
  const auto likelihood = small_number(text.substr(0, times));
  const auto impact = small_number(text.substr(times + width));
  if (!likelihood || !impact) return {};
  score.likelihood = *likelihood;
  score.impact = *impact;
  score.product = *likelihood * *impact;
  if (product.empty())
    return text.size() == score.text.size() ? std::optional(score) : std::nullopt;
  const auto printed = small_number(product);
  if (!printed) return {};
  score.product = *printed;
  return score;
}

std::span<const RiskMatrix> named_matrices() {
  static const std::vector<RiskMatrix> all = [] {
    const std::vector<std::string> likelihood{"rare", "unlikely", "possible", "likely",
                                              "almost certain"};
    const std::vector<std::string> impact{"negligible", "minor", "moderate", "major",
                                          "catastrophic"};
    return std::vector<RiskMatrix>{
        {.id = "5x5",
         .name = "Five by five, without bands",
         .likelihood = {"1", "2", "3", "4", "5"},
         .impact = {"1", "2", "3", "4", "5"},
         .certainty = Certainty::customary,
         .source = "what a score from 1 to 25 is read on where no matrix is named"},
        {.id = "nhs-5x5",
         .name = "Five by five of the health service",
         .likelihood = likelihood,
         .impact = impact,
         .bands = {{"low", "green", "", 1, 3},
                   {"moderate", "yellow", "", 4, 6},
                   {"high", "amber", "", 8, 12},
                   {"extreme", "red", "", 15, 25}},
         .certainty = Certainty::customary,
         .source = "A risk matrix for risk managers, NPSA 2008, as widely quoted; of 1 to 3: "
                   "scribd.com/document/514370033"},
        {.id = "cambridge-5x5",
         .name = "Five by five of Cambridge University",
         .likelihood = {"1", "2", "3", "4", "5"},
         .impact = {"1", "2", "3", "4", "5"},
         .bands = {{"low", "", "", 1, 6},
                   {"medium", "", "", 8, 12},
                   {"high", "", "", 14, 20},
                   {"very high", "", "", 21, 25}},
         .caution = "12 is medium here, and high on the matrix of the health service.",
         .certainty = Certainty::stated,
         .source = "University of Cambridge, risk management"},
        {.id = "south-lakeland-4x4",
         .name = "Four by four of South Lakeland",
         .likelihood = {"very low", "low", "medium", "high"},
         .impact = {"negligible", "marginal", "serious", "critical"},
         .bands = {{"green", "green", "acceptable: reviewed yearly"},
                   {"blue", "blue", "unacceptable: mitigated, and reviewed quarterly"}},
         .caution = "Blue is the worst. Where the zones meet is only drawn, so that the zone of a "
                    "score is not known unless it is printed.",
         .certainty = Certainty::stated,
         .source = "pdfslide.net, strategic risks register, quarter one 2015 (South Lakeland)"}};
  }();
  return all;
}

namespace internal {

namespace {

int steps(const std::vector<std::string>& axis) { return static_cast<int>(axis.size()); }

/// `low low medium`: words with hyphens, so that a row is one text.
std::vector<std::string> words_in(std::string_view row) {
  std::vector<std::string> words;
  while (!(row = trim(row)).empty()) {
    const auto end = std::min(row.find_first_of(" \t\n"), row.size());
    words.push_back(as_word(row.substr(0, end)));
    row.remove_prefix(end);
  }
  return words;
}

struct Matrices {
  RowsById by_id;
};

struct RegistersOfRisks {
  RowsById by_id;
};

void check_axes(const RiskMatrix& matrix, std::vector<std::string>& faults) {
  for (const auto& [axis, name] :
       {std::pair(&matrix.likelihood, "likelihood"), std::pair(&matrix.impact, "impact")}) {
    if (axis->size() < 2 || axis->size() > most_steps)
      faults.push_back(std::string(name) + " has " + std::to_string(axis->size()) +
                       " steps: an axis has from 2 to 10");
    std::set<std::string> seen;
    for (const std::string& word : *axis)
      if (!seen.insert(as_word(word)).second)
        faults.push_back(std::string(name) + " has " + in_quotes(word) + " twice");
  }
}

void check_cells(const RiskMatrix& matrix, std::vector<std::string>& faults) {
  if (matrix.cells.size() != matrix.likelihood.size())
    faults.push_back("it has " + std::to_string(matrix.cells.size()) +
                     " rows of cells, and likelihood has " +
                     std::to_string(matrix.likelihood.size()) + " steps");
  for (std::size_t row = 0; row < matrix.cells.size(); ++row) {
    const auto words = words_in(matrix.cells[row]);
    if (words.size() != matrix.impact.size())
      faults.push_back("row " + std::to_string(row + 1) + " of its cells has " +
                       std::to_string(words.size()) + ", and impact has " +
                       std::to_string(matrix.impact.size()) + " steps");
    for (const std::string& word : words)
      if (!band_called(matrix, word)) {
        faults.push_back("row " + std::to_string(row + 1) + " of its cells names " +
                         in_quotes(word) + ", which is no band");
        break;
      }
  }
}

void check_ranges(const RiskMatrix& matrix, std::vector<std::string>& faults) {
  for (const MatrixBand& band : matrix.bands)
    if (!band.from || !band.to || *band.from > *band.to || *band.from < 1)
      faults.push_back("the scores of " + in_quotes(band.word) + " do not go from one to another");
  if (!faults.empty()) return;
  for (const int score : possible_scores(matrix)) {
    std::vector<std::string_view> in;
    for (const MatrixBand& band : matrix.bands)
      if (*band.from <= score && score <= *band.to) in.push_back(band.word);
    if (in.empty()) faults.push_back("a score of " + std::to_string(score) + " is in no band");
    if (in.size() > 1)
      faults.push_back("a score of " + std::to_string(score) + " is in " + in_quotes(in[0]) +
                       " and in " + in_quotes(in[1]));
    if (in.size() != 1) return;  // the first says enough
  }
}

}  // namespace

bool is_possible(const RiskMatrix& matrix, int product) noexcept {
  for (int l = 1; l <= steps(matrix.likelihood); ++l)
    if (product % l == 0 && product / l >= 1 && product / l <= steps(matrix.impact)) return true;
  return false;
}

std::vector<int> possible_scores(const RiskMatrix& matrix) {
  std::vector<int> scores;
  for (int l = 1; l <= steps(matrix.likelihood); ++l)
    for (int i = 1; i <= steps(matrix.impact); ++i) scores.push_back(l * i);
  std::ranges::sort(scores);
  // Not std::ranges::unique, whose result clang 14 cannot compile with GCC 12's library.
  scores.erase(std::unique(scores.begin(), scores.end()), scores.end());
  return scores;
}

ScoreFault fault_of(const RiskMatrix& matrix, const RiskScore& score) noexcept {
  if (score.likelihood > steps(matrix.likelihood) || score.impact > steps(matrix.impact) ||
      score.product > steps(matrix.likelihood) * steps(matrix.impact))
    return ScoreFault::off_matrix;
  if (score.likelihood != 0 && score.likelihood * score.impact != score.product)
    return ScoreFault::wrong_product;
  return is_possible(matrix, score.product) ? ScoreFault::none : ScoreFault::no_product;
}

bool has_places(const RiskMatrix& matrix) noexcept {
  return !matrix.cells.empty() ||
         std::ranges::any_of(matrix.bands, [](const MatrixBand& b) { return b.from || b.to; });
}

std::optional<std::size_t> band_called(const RiskMatrix& matrix, std::string_view word) {
  for (std::size_t i = 0; i < matrix.bands.size(); ++i)
    if (as_word(matrix.bands[i].word) == as_word(word)) return i;
  return {};
}

std::optional<std::size_t> band_of(const RiskMatrix& matrix, const RiskScore& score) {
  if (!matrix.cells.empty()) {
    if (score.likelihood == 0 || score.likelihood > static_cast<int>(matrix.cells.size()))
      return {};
    const auto words = words_in(matrix.cells[static_cast<std::size_t>(score.likelihood) - 1]);
    if (score.impact > static_cast<int>(words.size())) return {};
    return band_called(matrix, words[static_cast<std::size_t>(score.impact) - 1]);
  }
  for (std::size_t i = 0; i < matrix.bands.size(); ++i) {
    const MatrixBand& band = matrix.bands[i];
    if (band.from && band.to && *band.from <= score.product && score.product <= *band.to) return i;
  }
  return {};
}

std::vector<std::string> faults_of(const RiskMatrix& matrix) {
  std::vector<std::string> faults;
  check_axes(matrix, faults);
  std::set<std::string> seen;
  for (const MatrixBand& band : matrix.bands)
    if (!seen.insert(as_word(band.word)).second)
      faults.push_back("it has the band " + in_quotes(band.word) + " twice");
  if (!faults.empty()) return faults;
  const bool ranges =
      std::ranges::any_of(matrix.bands, [](const MatrixBand& b) { return b.from || b.to; });
  if (ranges && !matrix.cells.empty())
    faults.push_back("its bands are told by scores and by cells: one of the two is enough");
  else if (!matrix.cells.empty())
    check_cells(matrix, faults);
  else if (ranges)
    check_ranges(matrix, faults);
  return faults;
}

const RiskMatrix* find_matrix(RowCheck& check, std::string_view id) {
  if (id.empty()) return &named_matrices().front();
  const auto own = check.partnership().list<RiskMatrix>();
  const Matrices& all = check.once([&] { return Matrices{RowsById(own)}; });
  if (const auto at = all.by_id.find(id)) return &own[*at];
  for (const RiskMatrix& named : named_matrices())
    if (named.id == id) return &named;
  return nullptr;
}

const RiskMatrix* matrix_of(const Risk& risk, RowCheck& check) {
  if (!risk.matrix.empty() || !risk.in_register) return find_matrix(check, risk.matrix);
  const auto rows = check.partnership().list<RiskRegister>();
  const RegistersOfRisks& all = check.once([&] { return RegistersOfRisks{RowsById(rows)}; });
  const auto at = all.by_id.find(risk.in_register.id);
  return find_matrix(check, at ? rows[*at].matrix : std::string());
}

std::string score_in_words(const RiskMatrix& matrix, const RiskScore& score) {
  std::string text = std::to_string(score.product);
  if (score.likelihood != 0)
    text = std::to_string(score.likelihood) + "x" + std::to_string(score.impact) + " = " + text;
  const auto band = band_of(matrix, score);
  if (!band) return text;
  const MatrixBand& in = matrix.bands[*band];
  text += ", " + in.word;
  if (!in.colour.empty() && in.colour != in.word) text += " (" + in.colour + ")";
  return text;
}

}  // namespace internal
}  // namespace safegov
