// The registers of risks, of the registers that hold them, and of the matrices they are scored on.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/certainty.hpp>
#include <safegov/document.hpp>
#include <safegov/plan.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// A score as printed: `4x3`, `4x3=12`, or only the product, `12`.
struct RiskScore {
  std::string text = {};
  int likelihood = 0;  ///< from 1; 0 if only the product is printed
  int impact = 0;
  int product = 0;  ///< as printed, otherwise as multiplied
  friend bool operator==(const RiskScore&, const RiskScore&) = default;
};

/// Nothing for any text that is no score.
[[nodiscard]] std::optional<RiskScore> read_score(std::string_view text);

template <>
struct CodecOf<std::optional<RiskScore>> {
  static const Codec& get();
};

/// A band of a matrix: the scores from one to another, or the cells that name it.
struct MatrixBand {
  std::string word = {};
  std::string colour = {};
  std::string meaning = {};
  std::optional<int> from = {};
  std::optional<int> to = {};
  Origin origin = {};
  friend bool operator==(const MatrixBand&, const MatrixBand&) = default;
};

/// What a risk is scored on.
struct RiskMatrix {
  static constexpr std::string_view refers_to = "matrix";

  std::string id = {};
  std::string name = {};
  std::vector<std::string> likelihood = {};  ///< its words, least first
  std::vector<std::string> impact = {};
  std::vector<MatrixBand> bands = {};   ///< best first
  std::vector<std::string> cells = {};  ///< bands by cell: a row for each likelihood, least first
  std::string caution = {};             ///< what a reader is apt to mistake
  std::optional<Certainty> certainty = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const RiskMatrix&, const RiskMatrix&) = default;
};

/// The matrices that come with the library: `nhs-5x5`, `cambridge-5x5`, `south-lakeland-4x4`, and
/// `5x5` without bands.
[[nodiscard]] std::span<const RiskMatrix> named_matrices();

/// A list of risks that somebody keeps.
struct RiskRegister {
  static constexpr std::string_view refers_to = "risk-register";

  std::string id = {};
  std::string title = {};
  BodyRef kept_by = {};
  BodyRef reviewed_by = {};
  BodyRef to = {};          ///< whom the review is reported to
  std::string review = {};  ///< how often, as printed
  std::optional<Period> period = {};
  std::optional<Date> dated = {};  ///< the day of the document that says so
  std::string matrix = {};
  Ref<Document> document = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const RiskRegister&, const RiskRegister&) = default;
};

enum class Treatment : std::uint8_t { accept, treat, transfer, terminate };
enum class Movement : std::uint8_t { up, down, same };
enum class YesNo : std::uint8_t { yes, no };

/// The score of a risk on a day, as somebody gave it.
struct RiskAssessment {
  std::optional<Date> date = {};
  std::optional<Date> dated = {};  ///< the day of the document that says so, if later
  std::optional<RiskScore> score = {};
  std::string band = {};  ///< as printed
  std::optional<RiskScore> was = {};
  std::optional<Movement> moved = {};
  std::optional<YesNo> at_target = {};
  std::optional<Treatment> treatment = {};
  BodyRef by = {};
  Ref<Document> in = {};
  std::string of = {};  ///< the review that it is: `June 2019`
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const RiskAssessment&, const RiskAssessment&) = default;
};

/// One risk of a register, or of a paragraph under the heading.
struct Risk {
  static constexpr std::string_view refers_to = "risk";

  std::string id = {};
  std::string no = {};
  std::string title = {};
  std::string cause = {};
  std::string event = {};
  std::string consequence = {};
  std::string category = {};
  BodyRef owner = {};
  Ref<RiskRegister> in_register = {};
  Ref<Document> document = {};
  std::optional<Date> dated = {};  ///< the day of the document: nothing is known before
  std::string matrix = {};         ///< that of the register, unless given
  std::optional<RiskScore> inherent = {};
  std::optional<RiskScore> target = {};
  std::optional<Date> target_by = {};
  std::string appetite = {};  ///< a score, or a word of the matrix
  std::vector<RiskAssessment> assessments = {};
  std::vector<std::string> controls = {};
  std::vector<Promise> actions = {};
  std::string review = {};
  BodyRef reviewed_by = {};
  std::optional<Period> period = {};
  BodyRef escalated_to = {};
  std::optional<Date> escalated = {};
  Ref<Risk> same_as = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Risk&, const Risk&) = default;
};

template <>
const Type& type_of<MatrixBand>();
template <>
const Type& type_of<RiskMatrix>();
template <>
const Type& type_of<RiskRegister>();
template <>
const Type& type_of<RiskAssessment>();
template <>
const Type& type_of<Risk>();
template <>
std::span<const std::string_view> words_of<Treatment>();
template <>
std::span<const std::string_view> words_of<Movement>();
template <>
std::span<const std::string_view> words_of<YesNo>();

[[nodiscard]] const Register& matrices_register();
[[nodiscard]] const Register& risk_registers_register();
[[nodiscard]] const Register& risks_register();

}  // namespace safegov
