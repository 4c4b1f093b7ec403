// Who can owe, receive, decide or attend, and how they answer to one another.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/id.hpp>
#include <safegov/source.hpp>

namespace safegov {

struct Body;
using BodyRef = Ref<Body>;
using BodyId = Id<Body>;

/// What sort of party a body is.
enum class BodyKind : std::uint8_t { group, agency, board, network, post, outside, partnership };

/// A name, and when it was used.
struct Name {
  std::string name;
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Name&, const Name&) = default;
};

/// A place in a body, held by a body.
struct Seat {
  BodyRef body;
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Seat&, const Seat&) = default;
};

/// A dated line from the body that declares it to another.
struct Line {
  BodyRef to;
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  std::string condition = {};  ///< as printed: `by exception`
  std::string source = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Line&, const Line&) = default;
};

/// What a body may decide, or is there for.
struct Mandate {
  std::string text = {};
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  std::string source = {};
  Origin origin = {};
  friend bool operator==(const Mandate&, const Mandate&) = default;
};

/// A body whose duties another took over, and from which day on.
struct Succession {
  BodyRef body;
  std::optional<Date> from = {};  ///< the day after its last, unless given
  std::string source = {};
  Origin origin = {};
  friend bool operator==(const Succession&, const Succession&) = default;
};

/// Who chairs: one body, or several in turn.
struct Chair {
  BodyRef held_by = {};
  std::vector<BodyRef> order = {};
  std::string changes = {};  ///< as printed: `every 1 April`
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  Origin origin = {};
  friend bool operator==(const Chair&, const Chair&) = default;
};

/// Another partnership that holds the body, too. What it owes there is that partnership's affair.
struct JointOf {
  std::string partnership;
  /// The body's id there. Unless given, that of the body there which says it is this one; or else
  /// the same.
  std::string as = {};
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  std::string source = {};
  Origin origin = {};
  friend bool operator==(const JointOf&, const JointOf&) = default;
};

/// Any party that can owe, receive, decide or attend: a group, an agency, a post. Never a person.
struct Body {
  static constexpr std::string_view refers_to = "body";

  std::string id;
  std::string name = {};
  std::optional<BodyKind> kind = {};
  std::vector<Name> formerly = {};  ///< what it was called before, up to some last day
  std::vector<Name> also_known_as = {};
  std::string was = {};         ///< the id it had before
  std::string named_only = {};  ///< where it is printed, if it has no place in the structure
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  std::vector<Line> reports_to = {};
  std::vector<Line> escalates_to = {};
  std::vector<Line> assures = {};
  std::vector<Line> scrutinises = {};
  std::vector<Line> advises = {};
  std::vector<Line> joint_with = {};
  std::vector<JointOf> joint_of = {};  ///< the other partnerships that hold it
  std::vector<Seat> members = {};      ///< these vote
  std::vector<Seat> attends = {};      ///< these do not
  std::vector<Seat> holders = {};      ///< of a post: who holds it
  std::vector<Mandate> mandates = {};
  std::vector<Succession> succeeds = {};  ///< whose duties it took over
  std::string quorum = {};
  std::string meets = {};          ///< as printed: `3 times a year`
  std::optional<int> papers = {};  ///< working days before a meeting by which its papers are in
  std::vector<Chair> chair = {};   ///< one after the other
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Body&, const Body&) = default;

  /// Its name, or its id if it has none.
  [[nodiscard]] const std::string& label() const noexcept { return name.empty() ? id : name; }
  /// What it was called on a day: of its former names the first that held then, else its name. A
  /// former name without a last day held at no known time.
  [[nodiscard]] const std::string& name_on(Date day) const noexcept;
  /// Its name on that day, or its id if it has none.
  [[nodiscard]] const std::string& label_on(Date day) const noexcept {
    return name_on(day).empty() ? id : name_on(day);
  }
};

template <>
const Type& type_of<Name>();
template <>
const Type& type_of<Seat>();
template <>
const Type& type_of<Line>();
template <>
const Type& type_of<Mandate>();
template <>
const Type& type_of<Succession>();
template <>
const Type& type_of<Chair>();
template <>
const Type& type_of<JointOf>();
template <>
const Type& type_of<Body>();
template <>
std::span<const std::string_view> words_of<BodyKind>();

}  // namespace safegov
