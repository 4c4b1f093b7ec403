// What is to be done about what somebody found, and how far it is: of inspections and reviews.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/commitment.hpp>
#include <safegov/date.hpp>
#include <safegov/document.hpp>

namespace safegov {

/// How far an action is, as a document has it.
enum class ProgressKind : std::uint8_t { begun, progress, done, no_sequel };

/// What a document says of an action, or of all that followed.
struct ActionProgress {
  Ref<Document> in = {};                     ///< the document
  std::optional<Date> dated = {};            ///< of the document: nobody knew before
  std::optional<ProgressKind> outcome = {};  ///< some progress, unless given
  std::optional<Date> date = {};             ///< when it was done, if the document says
  std::string text = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const ActionProgress&, const ActionProgress&) = default;
};

/// Something that is to be done about what was found: an action or a recommendation.
struct FollowUpAction {
  std::string id = {};  ///< as numbered: `1.1`
  std::string what = {};
  BodyRef from = {};
  BodyRef to = {};
  std::string due = {};
  Ref<Commitment> commitment = {};  ///< what promises it already; it then owes nothing by itself
  std::vector<ActionProgress> progress = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const FollowUpAction&, const FollowUpAction&) = default;
};

template <>
const Type& type_of<ActionProgress>();
template <>
const Type& type_of<FollowUpAction>();
template <>
std::span<const std::string_view> words_of<ProgressKind>();

}  // namespace safegov
