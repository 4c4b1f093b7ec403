// The register of documents: what it is made of, and what it issues.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/deadline.hpp>
#include <safegov/document.hpp>
#include <safegov/row.hpp>

#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/document_life.hpp"
#include "registers/document_rules.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
std::span<const std::string_view> words_of<DocumentKind>() {
  static constexpr std::array<std::string_view, 12> words{
      "strategy", "plan",   "arrangements", "agreement",  "threshold", "toolkit",
      "policy",   "report", "cover-sheet",  "newsletter", "briefing",  "other"};
  return words;
}

template <>
std::span<const std::string_view> words_of<DocumentStatus>() {
  static constexpr std::array<std::string_view, 10> words{
      "draft",    "proposed", "approved", "signed",    "published",
      "launched", "reviewed", "updated",  "withdrawn", "superseded"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Filled>() {
  static constexpr std::array<std::string_view, 3> words{"no", "yes", "prompt-left"};
  return words;
}

template <>
const Type& type_of<DocumentStep>() {
  static constexpr Field fields[] = {
      field<&DocumentStep::status>("status", "What became of it.", Need::required),
      field<&DocumentStep::printed>("printed", "The word in print, if it is another: `PROPOSAL`."),
      field<&DocumentStep::date>("date",
                                 "When, as exactly as printed: `13 September 2024`, `2024/25`."),
      field<&DocumentStep::by>("by", "Who did it."),
      field<&DocumentStep::version>("version", "The version, where a new one begins here."),
      field<&DocumentStep::source>("source", docs::source),
      field<&DocumentStep::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&DocumentStep::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<DocumentStep>("document-step", "One line of a document's life.", fields);
  return type;
}

template <>
const Type& type_of<DocumentSection>() {
  static constexpr Field fields[] = {
      field<&DocumentSection::name>("name", "Its heading, as printed.", Need::required),
      field<&DocumentSection::filled>(
          "filled", "Whether anything stands there; `prompt-left`: what the form says, alone.",
          Need::required),
      field<&DocumentSection::source>("source", docs::source),
      field<&DocumentSection::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&DocumentSection::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<DocumentSection>("document-section", "A section of a document.", fields);
  return type;
}

template <>
const Type& type_of<Document>() {
  static constexpr Field fields[] = {
      field<&Document::id>("id", docs::id, Need::required),
      field<&Document::title>("title", "Its title, as printed.", Need::required),
      field<&Document::kind>("kind", "What sort of document it is.", Need::required),
      field<&Document::owner>("owner", "Who keeps it, and owes its review."),
      field<&Document::approver>("approver", "Who approves it."),
      field<&Document::version>("version", "As printed."),
      field<&Document::period>("period", "The time that it is for: `2021-24`."),
      field<&Document::history>("history", "What became of it, in the order of its life."),
      field<&Document::approval>("approval", "By when it is to be approved, as printed."),
      field<&Document::review>("review", "When it is to be reviewed, or how often, as printed."),
      field<&Document::expires>("expires", "When it ends, as printed."),
      field<&Document::succeeds>("succeeds", "The documents whose place it takes."),
      field<&Document::part_of>("part-of", "The document that it is printed in."),
      field<&Document::required>("required", "The sections that it must have."),
      field<&Document::sections>("sections", "The sections that it has."),
      field<&Document::follow_up>("follow-up", "What else is promised of it."),
      field<&Document::source>("source", docs::source),
      field<&Document::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Document::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Document>(
      "document", "A document with a life: from draft to what takes its place.", fields);
  return type;
}

namespace {

using namespace internal;

void promise_review(const Document& document, Issue& issue) {
  const std::vector<Review> reviews = reviews_of(document);
  if (reviews.empty()) return;
  Promise& promise = issue.promise("review", "review");
  promise.what = "Review of " + document.title;
  promise.to = document.approver;
  for (const Review& review : reviews)
    promise.due += (promise.due.empty() ? "" : ", ") + review.due;
  if (promise.due != document.review) promise.what += " (" + document.review + ")";
  for (const Review& review : reviews) {
    if (review.met == nullptr) continue;
    std::string about = issue.id("review");
    if (reviews.size() > 1) about += " of " + review.due;
    Record& came = issue.happened(RecordKind::received, std::move(about), review.met->origin);
    came.date = review.met->date->last();
    came.by = review.met->by;
  }
}

void promise_approval(const Document& document, Issue& issue) {
  if (document.approval.empty()) return;
  Promise& promise = issue.promise("approval", "approval");
  promise.what = "Approval of " + document.title;
  promise.to = document.approver;
  promise.due = document.approval;
  if (parse_deadlines(document.approval).deadlines.size() != 1) return;
  for (const DocumentStep& step : document.history) {
    if (step.status != DocumentStatus::approved && step.status != DocumentStatus::signed_off)
      continue;
    if (!step.date || !step.date->range) continue;
    Record& came = issue.happened(RecordKind::received, issue.id("approval"), step.origin);
    came.date = step.date->last();
    came.by = step.by;
    return;
  }
}

void tell_history(const Document& document, Issue& issue) {
  for (const DocumentStep& step : document.history) {
    if (!step.date || !step.date->range) continue;
    const auto tell = [&](RecordKind kind, std::string about) {
      Record& record = issue.happened(kind, std::move(about), step.origin);
      record.date = step.date->last();
      record.by = step.by;
    };
    switch (step.status) {
      case DocumentStatus::approved:
      case DocumentStatus::signed_off:
        tell(RecordKind::decided, issue.id());
        break;
      case DocumentStatus::published:
      case DocumentStatus::launched:
        tell(RecordKind::published, issue.id());
        break;
      case DocumentStatus::withdrawn:
        for (const Owed& owed : owed_by(document))
          tell(RecordKind::cancelled, issue.id(owed.promise));
        break;
      case DocumentStatus::superseded:
        for (const Owed& owed : owed_by(document))
          tell(RecordKind::superseded, issue.id(owed.promise));
        break;
      default:
        break;
    }
  }
}

/// From the day on which it is in force, what it succeeds is renewed, and not reviewed any more.
void take_place(const Document& document, Issue& issue) {
  const DocumentStep* since = first_in_force(document);
  if (since == nullptr) return;
  const Lineage& all = issue.once(lineage_of);
  const auto row = all.by_id.find(document.id);
  if (!row) return;
  for (const Ref<Document>& before : document.succeeds) {
    const auto taken = all.by_id.find(before.id);
    if (!taken || all.first_successor[*taken] != row) continue;
    for (const Owed& owed : owed_by(*all.documents[*taken])) {
      Record& record = issue.happened(owed.renewal ? RecordKind::received : RecordKind::superseded,
                                      "documents/" + before.id + "/" + owed.promise, since->origin);
      record.date = since->date->last();
      record.reason = "'" + document.id + "' took its place";
    }
  }
}

void issue(const Document& document, Issue& issue) {
  issue.action().lead = document.owner;
  issue.count_from(first_day(document));
  promise_approval(document, issue);
  // Before it is in force there is nothing to review or to renew; its approval is owed before.
  issue.promised_on(first_day(document));
  promise_review(document, issue);
  if (!document.expires.empty()) {
    Promise& renewal = issue.promise("renewal", "expires");
    renewal.what = "What takes the place of " + document.title;
    renewal.to = document.approver;
    renewal.due = document.expires;
  }
  for (const Promise& promise : document.follow_up) issue.promise(promise);
  tell_history(document, issue);
  take_place(document, issue);
}

}  // namespace

const Register& documents_register() {
  static constexpr Field list[] = {rows<Document>(
      "documents", "Strategies, arrangements, agreements and other papers with a life.")};
  static constexpr RowRules<Document> rules{
      .issue = issue, .check = internal::check_document, .look = internal::look_at_document};
  static constexpr Register documents = register_of("Documents", list, rules);
  return documents;
}

}  // namespace safegov
