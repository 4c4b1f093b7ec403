// When something goes further up: after misses, or stage by stage in a dispute. Rules are data.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/describe.hpp>
#include <safegov/id.hpp>

namespace safegov {

/// How misses are counted: all of them, or only as long as nothing came in on time in between.
enum class MissCount : std::uint8_t { in_all, in_a_row };

/// How often something must have been missed: `2 missed`, `2 missed in a row`.
struct Misses {
  int count = 1;  ///< 1 to 99
  MissCount counted = MissCount::in_all;
  friend auto operator<=>(const Misses&, const Misses&) noexcept = default;
};

/// What a time limit is counted in. Hours are kept, and cannot be told in days.
enum class LimitUnit : std::uint8_t { hours, days, working_days, weeks };

/// `5 working days`, `2 days`, `24 hours`, `1 week`.
struct TimeLimit {
  int count = 0;  ///< 0 to 999
  LimitUnit unit = LimitUnit::working_days;
  friend auto operator<=>(const TimeLimit&, const TimeLimit&) noexcept = default;
};

/// Misses of what belong together: of one promise, of one body to another, of one body.
enum class CountedPer : std::uint8_t { promise, line, body };

/// Which obligations an escalation is of: those that `from` owes, that `to` receives, or both.
struct EscalationScope {
  BodyRef from = {};
  BodyRef to = {};
  Origin origin = {};
  friend bool operator==(const EscalationScope&, const EscalationScope&) = default;
};

/// One stage: to whom, and its time limit.
struct EscalationStage {
  BodyRef to = {};
  std::string name = {};             ///< as printed: `informal`
  std::optional<Misses> after = {};  ///< none of a dispute's
  std::optional<TimeLimit> within = {};
  std::string bypass = {};  ///< when it may be passed over, as printed
  Origin origin = {};
  friend bool operator==(const EscalationStage&, const EscalationStage&) = default;
};

/// Stages in order. If they say after how many misses, it is begun by misses; otherwise it is the
/// procedure of a dispute, which is begun by a record.
struct Escalation {
  std::string id = {};
  std::string name = {};
  std::optional<EscalationScope> of = {};  ///< of all obligations, unless given
  std::optional<CountedPer> per = {};      ///< of a promise, unless given
  std::vector<EscalationStage> stages = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Escalation&, const Escalation&) = default;

  /// Is it the procedure of a dispute?
  [[nodiscard]] bool is_procedure() const noexcept { return !stages.empty() && !stages[0].after; }
  /// Its name, or its id if it has none.
  [[nodiscard]] const std::string& label() const noexcept { return name.empty() ? id : name; }
};
using EscalationId = Id<Escalation>;

/// A dispute that records name, `resolution/7`: the procedure that it follows, and its own name.
struct Dispute {
  EscalationId procedure = {};
  std::string name = {};  ///< `7`
};
using DisputeId = Id<Dispute>;

template <>
struct CodecOf<std::optional<Misses>> {
  static const Codec& get();
};
template <>
struct CodecOf<std::optional<TimeLimit>> {
  static const Codec& get();
};

/// `2 missed in a row`
[[nodiscard]] std::string in_words(const Misses& misses);
/// `5 working days`
[[nodiscard]] std::string in_words(const TimeLimit& limit);

template <>
const Type& type_of<EscalationScope>();
template <>
const Type& type_of<EscalationStage>();
template <>
const Type& type_of<Escalation>();
template <>
std::span<const std::string_view> words_of<CountedPer>();
template <>
std::span<const std::string_view> words_of<LimitUnit>();

}  // namespace safegov
