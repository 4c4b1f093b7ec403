// Bodies that sit in several partnerships, each of which sees its own obligations and no others.
// SPDX-License-Identifier: Apache-2.0
//
//   const JointBodies joint({{"city", assess(city, day)}, {"county", assess(county, day)}});
//   for (const JointBody& body : joint.bodies())
//     for (const JointSide& side : body.sides) side.owed_by.total();   // to that partnership alone

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/body.hpp>

namespace safegov {

/// One of the partnerships that are looked at together.
struct JointMember {
  std::string path = {};  ///< where it was read: what its caller calls it
  Assessment assessment;
};

/// What one partnership has to do with a joint body: its own obligations and no others.
struct JointSide {
  std::size_t member = 0;
  BodyId body = {};
  Counts owed_by = {};  ///< what the body owes there
  Counts owed_to = {};  ///< what is owed to it there
};

/// One body, wherever it sits: by partnership as given, then as written.
struct JointBody {
  std::vector<JointSide> sides = {};  ///< two or more
};

/// Where what one partnership says of a joint body does not fit what another says. A closed list.
enum class JointOddity : std::uint8_t {
  not_there,  ///< the other has no such body on that day
  one_sided,  ///< the other has the body, and does not say that it is joint
};
template <>
std::span<const std::string_view> words_of<JointOddity>();
[[nodiscard]] std::string_view to_string(JointOddity what) noexcept;

struct JointFinding {
  JointOddity what = JointOddity::not_there;
  std::size_t member = 0;  ///< who says it
  BodyId body = {};        ///< of which body
  const JointOf* says = nullptr;
  std::size_t other = 0;  ///< of which other member
};

/// A partnership that is named and was not read, and how many bodies are said to sit in it.
struct JointAbsence {
  std::string id = {};
  std::size_t bodies = 0;
  friend bool operator==(const JointAbsence&, const JointAbsence&) = default;
};

/// The joint bodies of some partnerships, by what each says on the day of its assessment. Every
/// figure is of one partnership's obligations: what is read beside it changes none.
class JointBodies {
 public:
  explicit JointBodies(std::vector<JointMember> members);

  [[nodiscard]] std::span<const JointMember> members() const noexcept { return members_; }
  /// Those that sit in two of the members or more, by the first of their sides.
  [[nodiscard]] std::span<const JointBody> bodies() const noexcept { return bodies_; }
  /// By who says it, then as written.
  [[nodiscard]] std::span<const JointFinding> findings() const noexcept { return findings_; }
  /// By id.
  [[nodiscard]] std::span<const JointAbsence> absent() const noexcept { return absent_; }

 private:
  std::vector<JointMember> members_;
  std::vector<JointBody> bodies_;
  std::vector<JointFinding> findings_;
  std::vector<JointAbsence> absent_;
};

}  // namespace safegov
