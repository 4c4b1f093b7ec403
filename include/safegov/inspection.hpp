// The register of inspections: what bodies from outside found, and what is done about it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/document.hpp>
#include <safegov/follow_up.hpp>

namespace safegov {

/// Why a body from outside looked.
enum class VisitKind : std::uint8_t {
  inspection,
  focused_visit,
  monitoring_visit,
  audit,
  review,
  thematic_review,
  other,
};

/// A priority action or domain, with the actions under it.
struct InspectionPart {
  std::string no = {};
  std::string text = {};
  std::vector<FollowUpAction> actions = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const InspectionPart&, const InspectionPart&) = default;
};

/// A visit from outside: what was judged, and what followed.
struct Inspection {
  static constexpr std::string_view refers_to = "inspection";

  std::string id = {};
  BodyRef by = {};
  BodyRef of = {};        ///< who was looked at
  std::string when = {};  ///< as printed: `November 2018`
  std::optional<VisitKind> kind = {};
  std::string title = {};
  std::string judgement = {};      ///< as printed
  std::string text = {};           ///< what was found
  Ref<Document> in = {};           ///< the document that tells
  std::optional<Date> dated = {};  ///< of that document
  std::string board = {};          ///< who oversees what follows, as printed
  std::optional<int> board_met = {};
  std::string fund = {};  ///< as printed
  std::vector<InspectionPart> parts = {};
  std::vector<FollowUpAction> actions = {};
  std::vector<ActionProgress> follow_up = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Inspection&, const Inspection&) = default;
};

template <>
const Type& type_of<InspectionPart>();
template <>
const Type& type_of<Inspection>();
template <>
std::span<const std::string_view> words_of<VisitKind>();

[[nodiscard]] const Register& inspections_register();

}  // namespace safegov
