// The register of reviews: what a row holds.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/review.hpp>
#include <safegov/row.hpp>

#include "model/common_fields.hpp"
#include "registers/about_children.hpp"
#include "registers/review_chain.hpp"

namespace safegov {

namespace docs = internal::docs;
using internal::about_children;

template <>
std::span<const std::string_view> words_of<ReviewKind>() {
  static constexpr std::array<std::string_view, 5> words{
      "rapid-review", "local-review", "serious-case-review", "learning-review", "national"};
  return words;
}

template <>
std::span<const std::string_view> words_of<ReviewStepKind>() {
  static constexpr std::array<std::string_view, 12> words{
      "aware",   "notified", "completed", "sent",          "replied",      "decided",
      "planned", "copied",   "published", "not-published", "reasons-sent", "actions-done"};
  return words;
}

template <>
std::span<const std::string_view> words_of<ReviewOutcome>() {
  static constexpr std::array<std::string_view, 3> words{"no-review", "local-review",
                                                         "national-review"};
  return words;
}

template <>
const Type& type_of<ReviewStep>() {
  static constexpr Field fields[] = {
      field<&ReviewStep::step>("step", "What happened.", Need::required),
      field<&ReviewStep::date>(
          "date", "The day, month or year of it, as printed, or `undated`. Clocks want a day.",
          Need::required),
      field<&ReviewStep::recorded>(
          "recorded", "When it became known; the same day, or that of the document, unless given."),
      field<&ReviewStep::by>("by", "Who did it."),
      field<&ReviewStep::text>("text", "The words of print."),
      field<&ReviewStep::source>("source", docs::source),
      field<&ReviewStep::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&ReviewStep::audience>("audience", docs::audience),
  };
  static constexpr Type type = leaving_out(
      described<ReviewStep>("review-step", "One step of a review.", fields), about_children);
  return type;
}

template <>
const Type& type_of<ReviewTheme>() {
  static constexpr Field fields[] = {
      field<&ReviewTheme::text>("text", "In the words of print.", Need::required),
      field<&ReviewTheme::source>("source", docs::source),
      field<&ReviewTheme::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&ReviewTheme::audience>("audience", docs::audience),
  };
  static constexpr Type type = leaving_out(
      described<ReviewTheme>("review-theme", "What a review was about, or showed.", fields, "text"),
      about_children);
  return type;
}

template <>
const Type& type_of<Review>() {
  static constexpr Field fields[] = {
      field<&Review::id>("id", "Its id, made up for this list; never the reference of a case.",
                         Need::required),
      field<&Review::kind>("kind", "What sort of review.", Need::required),
      field<&Review::number>("number",
                             "How many there were in the `period`: the row is then a count, and no "
                             "review."),
      field<&Review::period>("period", "The year that it is counted in: `2021/22`."),
      field<&Review::text>("text", "What a document says of it."),
      field<&Review::in>("in", "That document."),
      field<&Review::dated>("dated",
                            "The day of that document: before it, nothing is known of it."),
      field<&Review::lead>("lead", "Who leads the review."),
      field<&Review::panel>("panel", "The Panel that is notified, and receives the review."),
      field<&Review::follows>("follows", "The rapid review that led to it."),
      field<&Review::history>("history", "What happened, step by step."),
      field<&Review::outcome>("outcome", "What a rapid review led to."),
      field<&Review::claim>("claim",
                            "What print says of timeliness: `within statutory timescales`. It is "
                            "held against the clocks, and is no proof."),
      field<&Review::due>("due", "When it is to be published, as printed, where no clock says so."),
      field<&Review::recommendations>("recommendations", "What is to be done."),
      field<&Review::themes>("themes", "What it was about, or showed."),
      field<&Review::monitored_by>("monitored-by", "Who watches over what is to be done."),
      field<&Review::monitored_until>("monitored-until",
                                      "Until when, as printed: `until completion`."),
      field<&Review::source>("source", docs::source),
      field<&Review::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Review::audience>("audience", docs::audience),
  };
  static constexpr Type type = leaving_out(
      described<Review>("review",
                        "A review of practice, or how many there were. It has no field for a "
                        "child, a family, a place or a case.",
                        fields),
      about_children);
  return type;
}

namespace {

/// A count that is small goes with its row, which says nothing else.
std::size_t suppress(std::vector<Review>& rows, int under) {
  return std::erase_if(rows, [&](const Review& row) {
    return row.number && *row.number > 0 && *row.number < under;
  });
}

}  // namespace

const Register& reviews_register() {
  static constexpr Field list[] = {rows<Review>(
      "reviews", "Reviews of practice, from the notification to the last action, and counts.")};
  static constexpr RowRules<Review> rules{.issue = internal::issue_review,
                                          .check = internal::check_review,
                                          .look = internal::look_at_review,
                                          .suppress = suppress};
  static constexpr Register reviews = register_of("Reviews", list, rules, Audience::partnership);
  return reviews;
}

}  // namespace safegov
