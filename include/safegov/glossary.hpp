// The register of glossaries: the terms that documents explain, and those that they use.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/document.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// A line of a printed glossary.
struct GlossaryEntry {
  std::string term = {};
  std::string expansion = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const GlossaryEntry&, const GlossaryEntry&) = default;
};

/// A term that the text of a document uses.
struct TermUse {
  std::string term = {};
  std::optional<int> count = {};  ///< how often; none if nobody counted
  std::string entry = {};         ///< the entry that it is under, where that prints it otherwise
  std::string expansion = {};     ///< the words by which the text explains it
  std::string explained_at = {};  ///< and where
  std::string source = {};        ///< where it is used first
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const TermUse&, const TermUse&) = default;
};

/// The terms of one document.
struct Glossary {
  static constexpr std::string_view refers_to = "glossary";

  std::string id = {};
  std::string title = {};
  Ref<Document> in = {};
  std::optional<Date> dated = {};
  std::vector<GlossaryEntry> entries = {};
  std::vector<TermUse> uses = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Glossary&, const Glossary&) = default;
};

template <>
const Type& type_of<GlossaryEntry>();
template <>
const Type& type_of<TermUse>();
template <>
const Type& type_of<Glossary>();

[[nodiscard]] const Register& glossary_register();

}  // namespace safegov
