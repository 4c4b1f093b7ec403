// The register of facts: what several documents say of one thing, side by side.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/document.hpp>
#include <safegov/plan.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// What sort of fact it is: by what two statements are told apart.
enum class FactKind : std::uint8_t {
  words,    ///< capitals and stops make no difference
  name,     ///< what something is called: the same, and being called otherwise is no contradiction
  number,   ///< `1,234` is `1234.0`
  cadence,  ///< `quarterly` is `four times a year`
  days,     ///< `2019-22` is `April 2019 to March 2022`
  stage,    ///< planned, drafted, under way, there: going back is a contradiction, going on is not
};

/// What one document says, or that it says nothing where one would look for it.
struct Statement {
  std::string text = {};            ///< its words; empty if it says nothing
  std::string value = {};           ///< what they come to, where they are not compared themselves
  std::optional<Period> of = {};    ///< the time for which it says so; always, unless given
  std::vector<BodyRef> names = {};  ///< bodies that it speaks of as being there in that time
  Ref<Document> in = {};
  std::optional<Date> dated = {};  ///< of the document: nobody knew before
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Statement&, const Statement&) = default;

  [[nodiscard]] const std::string& said() const noexcept { return value.empty() ? text : value; }
};

/// One thing that may be said of a body or a document.
struct StatedFact {
  static constexpr std::string_view refers_to = "fact";

  std::string id = {};
  std::string what = {};  ///< which side of it: `how often it meets`
  BodyRef body = {};      ///< of which it is said, or
  Ref<Document> document = {};
  FactKind kind = FactKind::words;
  std::vector<Statement> statements = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const StatedFact&, const StatedFact&) = default;
};

template <>
const Type& type_of<Statement>();
template <>
const Type& type_of<StatedFact>();
template <>
std::span<const std::string_view> words_of<FactKind>();

/// Whether two statements of a kind cannot both be true: other values, of times that overlap.
/// Nothing that is not said contradicts anything.
[[nodiscard]] bool contradict(const Statement& a, const Statement& b, FactKind kind);

[[nodiscard]] const Register& facts_register();

}  // namespace safegov
