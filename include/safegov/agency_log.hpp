// The register of logs: the forums, registers and logs that an agency keeps of its own.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/document.hpp>
#include <safegov/duty.hpp>
#include <safegov/follow_up.hpp>
#include <safegov/register.hpp>
#include <safegov/trigger_rule.hpp>

namespace safegov {

enum class LogKind : std::uint8_t { meeting, log, list, plans, scheme, protocol, other };

/// A forum that meets, or something that is kept. What stands in it stays there: nothing here is
/// about any case.
struct AgencyLog {
  static constexpr std::string_view refers_to = "log";

  std::string id = {};
  std::string title = {};
  LogKind kind = LogKind::other;
  BodyRef kept_by = {};
  std::string answerable = {};  ///< the post, as printed
  BodyRef to = {};
  std::string holds = {};
  std::vector<std::string> themes = {};
  std::string cadence = {};  ///< how often it meets or is brought up to date, as printed
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  Ref<AgencyLog> kept_for = {};
  std::vector<Ref<TriggerRule>> rules = {};  ///< what leads to it
  Ref<Document> in = {};
  std::optional<Date> dated = {};
  std::vector<DutyEvidence> held = {};
  std::vector<ActionProgress> progress = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const AgencyLog&, const AgencyLog&) = default;
};

template <>
const Type& type_of<AgencyLog>();
template <>
std::span<const std::string_view> words_of<LogKind>();

[[nodiscard]] const Register& logs_register();

}  // namespace safegov
