// The register of duties: what somebody is appointed to do, held against what shows it done.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// What shows that a duty is done.
enum class EvidenceKind : std::uint8_t { report, review, advice, attendance, other };

/// Something of which a document says that it was done.
struct DutyEvidence {
  std::string when = {};                  ///< as printed: `May/June 2021`, `2024/25`
  std::optional<Date> dated = {};         ///< of the document that says so
  std::optional<EvidenceKind> kind = {};  ///< other, unless given
  std::string text = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const DutyEvidence&, const DutyEvidence&) = default;
};

/// A group that whoever has a duty led before: what is theirs cannot be judged from outside.
struct FormerPost {
  BodyRef body = {};
  std::string as = {};  ///< `chair`
  std::optional<Date> until = {};
  std::string source = {};
  Origin origin = {};
  friend bool operator==(const FormerPost&, const FormerPost&) = default;
};

/// One duty of a post or body.
struct Duty {
  static constexpr std::string_view refers_to = "duty";

  std::string id = {};
  BodyRef body = {};
  std::string text = {};
  BodyRef to = {};           ///< who is to hear of it
  std::string cadence = {};  ///< `annual`, over the time from `from` to `until`
  std::string due = {};      ///< or a date
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  std::vector<DutyEvidence> evidence = {};
  std::vector<FormerPost> led_before = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Duty&, const Duty&) = default;
};

template <>
const Type& type_of<DutyEvidence>();
template <>
const Type& type_of<FormerPost>();
template <>
const Type& type_of<Duty>();
template <>
std::span<const std::string_view> words_of<EvidenceKind>();

[[nodiscard]] const Register& duties_register();

}  // namespace safegov
