// The register of documents: strategies, arrangements, agreements and what became of each.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/plan.hpp>
#include <safegov/printed.hpp>
#include <safegov/register.hpp>

namespace safegov {

enum class DocumentKind : std::uint8_t {
  strategy,
  plan,
  arrangements,
  agreement,
  threshold,
  toolkit,
  policy,
  report,
  cover_sheet,
  newsletter,
  briefing,
  other,
};

/// What may become of a document, in the order of its life.
enum class DocumentStatus : std::uint8_t {
  draft,
  proposed,
  approved,
  signed_off,  ///< the word is `signed`
  published,
  launched,
  reviewed,  ///< as it stands
  updated,   ///< reviewed, and changed
  withdrawn,
  superseded,
};

/// One line of a document's life.
struct DocumentStep {
  DocumentStatus status = DocumentStatus::draft;
  std::string printed = {};       ///< the word, where print has another: `PROPOSAL`
  std::optional<When> date = {};  ///< none if no date is printed
  BodyRef by = {};
  std::string version = {};  ///< of a new version, which begins its life again
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const DocumentStep&, const DocumentStep&) = default;
};

enum class Filled : std::uint8_t { no, yes, prompt_left };

/// A section of a document that has to have certain ones, such as a cover sheet.
struct DocumentSection {
  std::string name = {};
  Filled filled = Filled::no;
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const DocumentSection&, const DocumentSection&) = default;
};

/// A document with a life: from draft to whatever takes its place.
struct Document {
  static constexpr std::string_view refers_to = "document";

  std::string id = {};
  std::string title = {};
  DocumentKind kind = DocumentKind::other;
  BodyRef owner = {};
  BodyRef approver = {};
  std::string version = {};
  std::optional<Period> period = {};
  std::vector<DocumentStep> history = {};
  std::string approval = {};  ///< by when it is to be approved, as printed
  std::string review = {};    ///< when, or how often, as printed
  std::string expires = {};   ///< as printed
  std::vector<Ref<Document>> succeeds = {};
  Ref<Document> part_of = {};
  std::vector<std::string> required = {};
  std::vector<DocumentSection> sections = {};
  std::vector<Promise> follow_up = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Document&, const Document&) = default;
};

template <>
const Type& type_of<DocumentStep>();
template <>
const Type& type_of<DocumentSection>();
template <>
const Type& type_of<Document>();
template <>
std::span<const std::string_view> words_of<DocumentKind>();
template <>
std::span<const std::string_view> words_of<DocumentStatus>();
template <>
std::span<const std::string_view> words_of<Filled>();

[[nodiscard]] const Register& documents_register();

}  // namespace safegov
