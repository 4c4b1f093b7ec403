// What can be scored on a matrix, and in which band it is.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/risk.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// A score of a cell times its column, so far as axes go: two to ten steps.
inline constexpr std::size_t most_steps = 10;

[[nodiscard]] bool is_possible(const RiskMatrix& matrix, int product) noexcept;
/// All products that can occur, ascending.
[[nodiscard]] std::vector<int> possible_scores(const RiskMatrix& matrix);

/// Why a score cannot be given on the matrix.
enum class ScoreFault : std::uint8_t { none, off_matrix, no_product, wrong_product };
[[nodiscard]] ScoreFault fault_of(const RiskMatrix& matrix, const RiskScore& score) noexcept;

/// The place of its band from the best, as far as can be told: by the score, or by the cell if
/// that is known.
[[nodiscard]] std::optional<std::size_t> band_of(const RiskMatrix& matrix, const RiskScore& score);
[[nodiscard]] std::optional<std::size_t> band_called(const RiskMatrix& matrix,
                                                     std::string_view word);
/// True if its bands are told by scores or by cells; otherwise they are only words.
[[nodiscard]] bool has_places(const RiskMatrix& matrix) noexcept;

/// What is wrong with a matrix, each in a sentence; nothing if all is well.
[[nodiscard]] std::vector<std::string> faults_of(const RiskMatrix& matrix);

/// The partnership's own of that id, or one that comes with the library; null if there is none.
/// `5x5` of no id.
[[nodiscard]] const RiskMatrix* find_matrix(RowCheck& check, std::string_view id);
/// That of the risk, otherwise that of its register; null if there is none of that name.
[[nodiscard]] const RiskMatrix* matrix_of(const Risk& risk, RowCheck& check);

/// `4x2 = 8, high (amber)`
[[nodiscard]] std::string score_in_words(const RiskMatrix& matrix, const RiskScore& score);

}  // namespace safegov::internal
