// The registers of audits and of their programmes: what was to be audited when, and what was.
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
#include <safegov/document.hpp>
#include <safegov/follow_up.hpp>
#include <safegov/printed.hpp>
#include <safegov/scale.hpp>

namespace safegov {

/// What a programme counts. A meeting that is meant for an audit need not be one.
enum class AuditMeasure : std::uint8_t { audits, audit_meetings, meetings };

/// How many a document promises for the year of a programme.
struct AuditQuota {
  std::optional<AuditMeasure> what = {};  ///< audits, unless given
  std::optional<int> number = {};
  Ref<Document> in = {};
  std::optional<Date> dated = {};  ///< of the document: nobody knew before
  std::string text = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AuditQuota&, const AuditQuota&) = default;
};

/// How many there were, as a document has it.
struct AuditTally {
  std::optional<AuditMeasure> what = {};
  std::optional<int> number = {};
  std::optional<When> date = {};  ///< by when; the day of the document, unless given
  Ref<Document> in = {};
  std::optional<Date> dated = {};
  std::string reason = {};  ///< why there were not more, as printed
  std::string text = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AuditTally&, const AuditTally&) = default;
};

/// What a group means to audit in a year.
struct AuditProgramme {
  static constexpr std::string_view refers_to = "audit-programme";

  std::string id = {};
  std::string title = {};
  BodyRef by = {};
  BodyRef to = {};  ///< who hears of it
  std::optional<Period> period = {};
  std::vector<AuditQuota> promised = {};
  std::vector<AuditTally> told = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AuditProgramme&, const AuditProgramme&) = default;
};

/// How many look at how much: from the most to the least. The first two are alike in that.
enum class AuditKind : std::uint8_t {
  cross_authority,
  multi_agency,
  single_agency,
  self_assessment,
  activity,  ///< an exercise of some sort
};

/// Where a document plans an audit, or plans it anew.
struct AuditPlan {
  std::string due = {};  ///< the quarter or date, as printed
  std::optional<AuditKind> kind = {};
  Ref<Document> in = {};
  std::optional<Date> dated = {};
  std::string reason = {};          ///< why it was moved, as printed
  Ref<Commitment> commitment = {};  ///< what promises it already; it then owes nothing by itself
  std::string text = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AuditPlan&, const AuditPlan&) = default;
};

enum class AuditFindingKind : std::uint8_t { to_improve, works_well };

struct AuditFinding {
  std::string text = {};
  std::optional<AuditFindingKind> kind = {};  ///< to improve, unless given
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AuditFinding&, const AuditFinding&) = default;
};

/// What became of an audit, as a document has it.
enum class AuditResult : std::uint8_t { done, begun, not_done, dropped };

struct AuditOutcome {
  AuditResult outcome = AuditResult::done;
  std::optional<When> date = {};  ///< when, as exactly as printed; that of the document otherwise
  Ref<Document> in = {};
  std::optional<Date> dated = {};
  std::optional<AuditKind> kind = {};
  std::string grade = {};   ///< a band of the scale of the audit
  std::string reason = {};  ///< why it was not done, as printed
  std::vector<AuditFinding> findings = {};
  std::vector<FollowUpAction> actions = {};  ///< what is done about what it found
  std::string text = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AuditOutcome&, const AuditOutcome&) = default;
};

/// That the same is to be audited again.
struct ReAudit {
  std::string due = {};  ///< as printed: `Towards the end of the year`
  Ref<Document> in = {};
  std::optional<Date> dated = {};
  Ref<Commitment> commitment = {};
  std::string text = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const ReAudit&, const ReAudit&) = default;
};

/// One audit: planned, done or neither, and what came of it.
struct Audit {
  static constexpr std::string_view refers_to = "audit";

  std::string id = {};
  std::string title = {};  ///< its theme, as printed
  std::string theme = {};  ///< a word for it, the same in all audits of it: `neglect`
  Ref<AuditProgramme> programme = {};
  BodyRef by = {};
  BodyRef to = {};
  std::vector<BodyRef> agencies = {};
  std::string method = {};
  std::vector<AuditPlan> planned = {};
  std::vector<AuditOutcome> outcomes = {};
  Ref<Scale> scale = {};                 ///< what its grades are of
  std::optional<ReAudit> re_audit = {};  ///< that it is to be done again
  Ref<Audit> re_audit_of = {};           ///< or what it does again
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Audit&, const Audit&) = default;
};

template <>
const Type& type_of<AuditQuota>();
template <>
const Type& type_of<AuditTally>();
template <>
const Type& type_of<AuditProgramme>();
template <>
const Type& type_of<AuditPlan>();
template <>
const Type& type_of<AuditOutcome>();
template <>
const Type& type_of<AuditFinding>();
template <>
const Type& type_of<ReAudit>();
template <>
const Type& type_of<Audit>();
template <>
std::span<const std::string_view> words_of<AuditMeasure>();
template <>
std::span<const std::string_view> words_of<AuditKind>();
template <>
std::span<const std::string_view> words_of<AuditResult>();
template <>
std::span<const std::string_view> words_of<AuditFindingKind>();

[[nodiscard]] const Register& audit_programmes_register();
[[nodiscard]] const Register& audits_register();

}  // namespace safegov
