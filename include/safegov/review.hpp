// The register of reviews: from the notification of an incident to the last action of its review.
// SPDX-License-Identifier: Apache-2.0
//
// It has no field for anything about a child, a family, a place or a case, and is to have none.

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
#include <safegov/plan.hpp>
#include <safegov/printed.hpp>

namespace safegov {

enum class ReviewKind : std::uint8_t {
  rapid_review,
  local_review,         ///< a local child safeguarding practice review
  serious_case_review,  ///< what there was before 2019; one that had begun is finished as one
  learning_review,      ///< a local one that no statute asks for
  national,
};

/// What happened in the course of a review.
enum class ReviewStepKind : std::uint8_t {
  aware,      ///< the council learnt of the incident
  notified,   ///< it told the Panel
  completed,  ///< the review is written
  sent,       ///< to the Panel
  replied,    ///< by the Panel
  decided,    ///< of a rapid review, what follows; of any other, that it is held
  planned,    ///< `date` is the day that it is to be published on: see `recorded`
  copied,     ///< to the Panel, before it is published
  published,
  not_published,  ///< somebody decided that it will not be
  reasons_sent,   ///< why not
  actions_done,   ///< all that followed from it
};

/// What a rapid review led to.
enum class ReviewOutcome : std::uint8_t { no_review, local_review, national_review };

/// One step of a review.
struct ReviewStep {
  ReviewStepKind step = ReviewStepKind::completed;
  std::optional<When> date = {};      ///< as exactly as printed
  std::optional<Date> recorded = {};  ///< when it became known; the same day unless given
  BodyRef by = {};
  std::string text = {};  ///< the words of print
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const ReviewStep&, const ReviewStep&) = default;
};

/// What a review was about, or showed, in the words of print.
struct ReviewTheme {
  std::string text = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const ReviewTheme&, const ReviewTheme&) = default;
};

/// One review; or, with a `number`, what a document says of how many there were in a time.
struct Review {
  static constexpr std::string_view refers_to = "review";

  std::string id = {};
  ReviewKind kind = ReviewKind::rapid_review;
  std::optional<int> number = {};  ///< how many there were in the period
  std::optional<Period> period = {};
  std::string text = {};           ///< what a document says of it
  Ref<Document> in = {};           ///< that document
  std::optional<Date> dated = {};  ///< its day: nobody knew before
  BodyRef lead = {};
  BodyRef panel = {};        ///< who is notified, and receives the review
  Ref<Review> follows = {};  ///< the rapid review that led to it
  std::vector<ReviewStep> history = {};
  std::optional<ReviewOutcome> outcome = {};
  std::string claim = {};  ///< what print says of timeliness: `within statutory timescales`
  std::string due = {};    ///< of what no clock bounds: when it is to be published, as printed
  std::vector<FollowUpAction> recommendations = {};
  std::vector<ReviewTheme> themes = {};
  BodyRef monitored_by = {};
  std::string monitored_until = {};  ///< as printed: `until completion`
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Review&, const Review&) = default;
};

template <>
const Type& type_of<ReviewStep>();
template <>
const Type& type_of<ReviewTheme>();
template <>
const Type& type_of<Review>();
template <>
std::span<const std::string_view> words_of<ReviewKind>();
template <>
std::span<const std::string_view> words_of<ReviewStepKind>();
template <>
std::span<const std::string_view> words_of<ReviewOutcome>();

[[nodiscard]] const Register& reviews_register();

}  // namespace safegov
