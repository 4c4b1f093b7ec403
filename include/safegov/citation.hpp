// The register of citations: the markers in the text of a document, and what they point to.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/document.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// A mark in the text: `7`, `*`.
struct CitationMarker {
  std::string no = {};
  std::string text = {};  ///< what it stands at
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const CitationMarker&, const CitationMarker&) = default;
};

/// A note, or a line of a list of what is cited.
struct CitationTarget {
  std::string no = {};
  std::string text = {};  ///< as printed
  std::string work = {};  ///< a word for what is cited, wherever it is: `working-together`
  std::string version = {};
  std::optional<Date> from = {};   ///< when that version began to hold
  std::optional<Date> until = {};  ///< its last day: then another took its place
  std::string replaced_by = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const CitationTarget&, const CitationTarget&) = default;
};

/// Something that the text names without a marker, of a version that holds for a time.
struct CitationMention {
  std::string text = {};
  std::string work = {};
  std::string version = {};
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  std::string replaced_by = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const CitationMention&, const CitationMention&) = default;
};

/// What one document cites.
struct Citations {
  static constexpr std::string_view refers_to = "citations";

  std::string id = {};
  std::string title = {};
  Ref<Document> in = {};
  std::optional<Date> dated = {};
  std::vector<CitationMarker> markers = {};
  std::vector<CitationTarget> targets = {};
  std::vector<CitationMention> mentions = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Citations&, const Citations&) = default;
};

template <>
const Type& type_of<CitationMarker>();
template <>
const Type& type_of<CitationTarget>();
template <>
const Type& type_of<CitationMention>();
template <>
const Type& type_of<Citations>();

[[nodiscard]] const Register& citations_register();

}  // namespace safegov
