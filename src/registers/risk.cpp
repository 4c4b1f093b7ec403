// The registers of risks: what their rows are made of.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/risk.hpp>

#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

const Codec& CodecOf<std::optional<RiskScore>>::get() {
  static constexpr Codec codec{
      .shape = Shape::text,
      .noun = "a score",
      .parse = [](std::string_view, std::string_view text, void* into) -> std::optional<Refusal> {
        auto score = read_score(text);
        if (!score)
          return Refusal{"expected a score as printed",
                         "write likelihood x impact, 4x3 or 4x3=12, or the product alone, 12"};
        *static_cast<std::optional<RiskScore>*>(into) = std::move(score);
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            const auto& score = *static_cast<const std::optional<RiskScore>*>(from);
            if (score) out += score->text;
            return score.has_value();
          }};
  return codec;
}

template <>
std::span<const std::string_view> words_of<Treatment>() {
  static constexpr std::array<std::string_view, 4> words{"accept", "treat", "transfer",
                                                         "terminate"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Movement>() {
  static constexpr std::array<std::string_view, 3> words{"up", "down", "same"};
  return words;
}

template <>
std::span<const std::string_view> words_of<YesNo>() {
  static constexpr std::array<std::string_view, 2> words{"yes", "no"};
  return words;
}

template <>
const Type& type_of<MatrixBand>() {
  static constexpr Field fields[] = {
      field<&MatrixBand::word>("word", "What it is called.", Need::required),
      field<&MatrixBand::colour>("colour", "Its colour."),
      field<&MatrixBand::meaning>("meaning", "What it asks for."),
      field<&MatrixBand::from>("from", "Its lowest score, where bands go by scores."),
      field<&MatrixBand::to>("to", "Its highest score."),
  };
  static constexpr Type type = described<MatrixBand>("matrix-band", "A band of a matrix.", fields);
  return type;
}

template <>
const Type& type_of<RiskMatrix>() {
  static constexpr Field fields[] = {
      field<&RiskMatrix::id>("id", docs::id, Need::required),
      field<&RiskMatrix::name>("name", "What it is called."),
      field<&RiskMatrix::likelihood>("likelihood", "The words of its steps, least first.",
                                     Need::required),
      field<&RiskMatrix::impact>("impact", "The same of impact.", Need::required),
      field<&RiskMatrix::bands>("bands",
                                "Best first, by scores or by cells; by neither where nobody "
                                "prints how they are told."),
      field<&RiskMatrix::cells>(
          "cells",
          "Bands by cell: a row of words for each likelihood, least first: `low low medium`."),
      field<&RiskMatrix::caution>("caution", "What a reader is apt to mistake."),
      field<&RiskMatrix::certainty>("certainty", docs::certainty),
      field<&RiskMatrix::source>("source", docs::source),
      field<&RiskMatrix::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&RiskMatrix::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<RiskMatrix>("matrix", "What a risk is scored on.", fields);
  return type;
}

template <>
const Type& type_of<RiskRegister>() {
  static constexpr Field fields[] = {
      field<&RiskRegister::id>("id", docs::id, Need::required),
      field<&RiskRegister::title>("title", "What it is called, as printed.", Need::required),
      field<&RiskRegister::kept_by>("kept-by", "Who keeps it."),
      field<&RiskRegister::reviewed_by>("reviewed-by", "Who reviews it."),
      field<&RiskRegister::to>("to", "Whom the review is reported to."),
      field<&RiskRegister::review>("review", "How often, as printed: `three times per year`."),
      field<&RiskRegister::period>("period", "How long that runs."),
      field<&RiskRegister::dated>("dated", "The day of the document that says so."),
      field<&RiskRegister::matrix>("matrix", "What its risks are scored on: an id."),
      field<&RiskRegister::document>("document", "The document that says so."),
      field<&RiskRegister::source>("source", docs::source),
      field<&RiskRegister::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&RiskRegister::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<RiskRegister>("risk-register", "A list of risks that somebody keeps.", fields);
  return type;
}

template <>
const Type& type_of<RiskAssessment>() {
  using A = RiskAssessment;
  static constexpr Field fields[] = {
      field<&A::date>("date", "The day of which it is.", Need::required),
      field<&A::dated>("dated", "The day of the document that says so, if it is later."),
      field<&A::score>("score",
                       "Likelihood by impact, `4x3`, with or without the product; or the "
                       "product alone."),
      field<&A::band>("band", "Its band, as printed."),
      field<&A::was>("was", "The score that it is printed to have been before."),
      field<&A::moved>("moved", "The direction, as printed."),
      field<&A::at_target>("at-target", "Whether it is printed to be at its target."),
      field<&A::treatment>("treatment", "What was settled to do about it."),
      field<&A::by>("by", "Who gave it."),
      field<&A::in>("in", "The document that says so."),
      field<&A::of>("of", "Which review it is, of several: `June 2019`."),
      field<&A::source>("source", docs::source),
      field<&A::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&A::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<A>("risk-assessment", "The score of a risk on a day.", fields);
  return type;
}

template <>
const Type& type_of<Risk>() {
  static constexpr Field fields[] = {
      field<&Risk::id>("id", docs::id, Need::required),
      field<&Risk::no>("no", "Its number, as printed."),
      field<&Risk::title>("title", "What it is called, as printed."),
      field<&Risk::cause>("cause", "Because of what, as printed."),
      field<&Risk::event>("event", "What may happen."),
      field<&Risk::consequence>("consequence", "What that would lead to."),
      field<&Risk::category>("category", "Its sort, as printed."),
      field<&Risk::owner>("owner", "Who answers for it."),
      field<&Risk::in_register>("in", "The register that holds it."),
      field<&Risk::document>("document", "The document that prints it."),
      field<&Risk::dated>("dated", "The day of that document: before it, it is not known."),
      field<&Risk::matrix>("matrix", "What it is scored on; that of the register unless given."),
      field<&Risk::inherent>("inherent", "Its score before anything is done about it."),
      field<&Risk::target>("target", "The score that is aimed at."),
      field<&Risk::target_by>("target-by", "By when."),
      field<&Risk::appetite>("appetite", "The most that is borne: a score, or a band."),
      field<&Risk::assessments>("assessments", "What it was scored, and when: the residual risk."),
      field<&Risk::controls>("controls", "What is done about it."),
      field<&Risk::actions>("actions", "What is still to be done about it."),
      field<&Risk::review>("review", "When or how often it is reviewed, as printed."),
      field<&Risk::reviewed_by>("reviewed-by", "By whom."),
      field<&Risk::period>("period", "How long that runs."),
      field<&Risk::escalated_to>("escalated-to", "Whom it was passed up to."),
      field<&Risk::escalated>("escalated", "On which day."),
      field<&Risk::same_as>("same-as", "The same risk in another register."),
      field<&Risk::source>("source", docs::source),
      field<&Risk::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Risk::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Risk>("risk", "One risk: of a register, or of a paragraph of a paper.", fields);
  return type;
}

}  // namespace safegov
