// The register of claims.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include <safegov/narrative_claim.hpp>
#include <safegov/partnership.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/alike.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;
using internal::in_quotes;

template <>
const Type& type_of<ClaimPassage>() {
  static constexpr Field fields[] = {
      field<&ClaimPassage::text>("text", "Its words.", Need::required),
      field<&ClaimPassage::in>("in", "The document; that of the claim, unless given."),
      field<&ClaimPassage::dated>("dated",
                                  "The day of that document; that of the claim, unless given."),
      field<&ClaimPassage::source>("source", docs::source),
      field<&ClaimPassage::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&ClaimPassage::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<ClaimPassage>(
      "claim-passage", "A passage that bears a claim out, or speaks against it.", fields);
  return type;
}

template <>
const Type& type_of<NarrativeClaim>() {
  using Claim = NarrativeClaim;
  static constexpr Field fields[] = {
      field<&Claim::id>("id", docs::id, Need::required),
      field<&Claim::text>("text", "What it says, word for word.", Need::required),
      field<&Claim::by>("by", "Who says so."),
      field<&Claim::body>("body", "Of whom."),
      field<&Claim::of>("of", "For which time."),
      field<&Claim::in>("in", "The document.", Need::required),
      field<&Claim::dated>("dated", "The day of that document: before it, nobody knew.",
                           Need::required),
      field<&Claim::evidence>("evidence", "What is given for it: a figure, a list, a date."),
      field<&Claim::against>("against", "What cannot be if it is so."),
      field<&Claim::source>("source", docs::source),
      field<&Claim::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Claim::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Claim>("claim", "What a document says is so, and on what evidence.", fields);
  return type;
}

namespace {

using internal::carried_from;
using internal::CarriedFrom;
using internal::TextOf;

/// Of each claim, the earlier one of another document whose words it repeats.
CarriedFrom repeats_of(std::span<const NarrativeClaim> rows) {
  std::vector<TextOf> texts;
  for (const NarrativeClaim& row : rows)
    texts.push_back({row.text, row.in.id, row.dated ? row.dated->days() : 0});
  return carried_from(texts);
}

std::size_t known(std::span<const ClaimPassage> passages, Date until) {
  return static_cast<std::size_t>(std::ranges::count_if(
      passages, [&](const ClaimPassage& p) { return !p.dated || *p.dated <= until; }));
}

void look(const NarrativeClaim& claim, RowLook& look) {
  const Date until = look.until();
  if (!claim.dated || *claim.dated > until) return;
  const std::size_t evidence = known(claim.evidence, until);
  const std::size_t against = known(claim.against, until);
  look.measure("evidence", static_cast<long long>(evidence));
  look.measure("against it", static_cast<long long>(against));
  if (evidence == 0)
    look.report(
        codes::diagnose(codes::claim_without_evidence,
                        in_quotes(claim.text) + ": " + claim.in.id + " gives nothing for it", {},
                        "give the figure, the list or the date that shows it"),
        claim, "text");
  if (const auto from = look.once(repeats_of)[look.index()]) {
    const NarrativeClaim& before = look.partnership().list<NarrativeClaim>()[*from];
    Diagnostic& d = look.report(codes::diagnose(codes::text_carried_forward,
                                                "nearly the words of " + in_quotes(before.id) +
                                                    ", of " + in_words(*before.dated),
                                                {}, "say what is so now"),
                                claim, "text");
    look.relate(d, before, "text", "said before");
  }
  for (const ClaimPassage& passage : claim.against) {
    if (passage.dated && *passage.dated > until) continue;
    const std::string in = passage.in ? passage.in.id : claim.in.id;
    Diagnostic& d =
        look.report(codes::diagnose(codes::claim_contradicted,
                                    in_quotes(claim.text) + " in " + claim.in.id + ", and " +
                                        in_quotes(passage.text) +
                                        (in == claim.in.id ? " in the same" : " in " + in),
                                    {}, "find out which holds, and say so in the next document"),
                    claim, "text");
    look.relate(d, passage, "text", "against it");
  }
}

}  // namespace

const Register& claims_register() {
  static constexpr Field list[] = {
      rows<NarrativeClaim>("claims", "What documents say is so, and on what evidence.")};
  static constexpr RowRules<NarrativeClaim> rules{.look = look};
  static constexpr Register claims = register_of("Claims", list, rules, Audience::partnership);
  return claims;
}

}  // namespace safegov
