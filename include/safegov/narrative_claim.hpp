// The register of claims: who says that something is so, where, and on what evidence.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/document.hpp>
#include <safegov/plan.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// A passage that bears a claim out, or speaks against it.
struct ClaimPassage {
  std::string text = {};  ///< its words
  Ref<Document> in = {};
  std::optional<Date> dated = {};  ///< of the document, where it is not that of the claim
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const ClaimPassage&, const ClaimPassage&) = default;
};

/// A sentence of a document that says that something is so.
struct NarrativeClaim {
  static constexpr std::string_view refers_to = "claim";

  std::string id = {};
  std::string text = {};          ///< its words
  BodyRef by = {};                ///< who says so
  BodyRef body = {};              ///< of whom
  std::optional<Period> of = {};  ///< for which time
  Ref<Document> in = {};
  std::optional<Date> dated = {};           ///< of the document: nobody knew before
  std::vector<ClaimPassage> evidence = {};  ///< what is given for it; empty if nothing is
  std::vector<ClaimPassage> against = {};   ///< what cannot be if it is so
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const NarrativeClaim&, const NarrativeClaim&) = default;
};

template <>
const Type& type_of<ClaimPassage>();
template <>
const Type& type_of<NarrativeClaim>();

[[nodiscard]] const Register& claims_register();

}  // namespace safegov
