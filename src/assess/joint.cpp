// Finding the bodies that several partnerships say they share.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <safegov/joint.hpp>

namespace safegov {

template <>
std::span<const std::string_view> words_of<JointOddity>() {
  static constexpr std::array<std::string_view, 2> words{"not_there", "one_sided"};
  return words;
}

std::string_view to_string(JointOddity what) noexcept {
  return words_of<JointOddity>()[static_cast<std::size_t>(what)];
}

namespace {

/// A body of one member.
struct Place {
  std::size_t member;
  std::uint32_t body;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// Which places are one body: those that are tied to one another, by whatever way.
class Ties {
 public:
  void tie(Place a, Place b) {
    const Place one = root(a), other = root(b);
    if (one != other) parent_[std::max(one, other)] = std::min(one, other);
  }
  /// By their first place.
  [[nodiscard]] std::map<Place, std::vector<Place>> groups() {
    std::map<Place, std::vector<Place>> groups;
    std::vector<Place> places;
    for (const auto& [place, above] : parent_) places.push_back(place);
    for (const Place place : places) groups[root(place)].push_back(place);
    return groups;
  }

 private:
  Place root(Place place) {
    while (true) {
      const Place above = parent_.emplace(place, place).first->second;
      if (above == place) return place;
      const Place next = parent_.at(above);
      parent_[place] = next;
      place = next;
    }
  }
  std::map<Place, Place> parent_;
};

const Partnership& partnership_of(const JointMember& member) {
  return member.assessment.obligations().partnership();
}

template <class Dated>
bool in_force(const Dated& dated, Date day) {
  return (!dated.from || *dated.from <= day) && (!dated.until || day <= *dated.until);
}

bool is_called(const Body& body, std::string_view id) {
  return body.id == id || (!body.was.empty() && body.was == id);
}

/// Does `theirs` say that it sits in the partnership of `body`, and not as another?
bool confirms(const Body& theirs, const Partnership& partnership, const Body& body, Date day) {
  return std::ranges::any_of(theirs.joint_of, [&](const JointOf& says) {
    return says.partnership == partnership.arrangements().id && in_force(says, day) &&
           (says.as.empty() || is_called(body, says.as));
  });
}

Counts counts_of(const Assessment& assessment, std::span<const std::uint32_t> rows) {
  Counts counts;
  for (const std::uint32_t row : rows) ++counts[assessment[row]];
  return counts;
}

/// Ties what is said to be one body, and reports what does not fit.
class Finder {
 public:
  explicit Finder(const std::vector<JointMember>& members) : members_(members) {
    for (std::size_t m = 0; m < members.size(); ++m) {
      called_[partnership_of(members[m]).arrangements().id].push_back(m);
      each_saying(m, [&](std::uint32_t b, const JointOf& says) {
        if (!says.as.empty()) known_as_[{m, says.partnership, says.as}].push_back(b);
      });
    }
    for (std::size_t m = 0; m < members.size(); ++m)
      each_saying(m, [&](std::uint32_t b, const JointOf& says) { follow({m, b}, says); });
  }

  Ties ties = {};
  std::vector<JointFinding> findings = {};
  std::map<std::string_view, std::set<Place>> absent = {};

 private:
  /// What a member says on its day of the bodies that are there, and of other partnerships.
  template <class Visit>
  void each_saying(std::size_t m, Visit visit) const {
    const Partnership& own = partnership_of(members_[m]);
    const Date day = members_[m].assessment.as_at();
    for (std::uint32_t b = 0; b < own.bodies().size(); ++b) {
      if (!in_force(own.bodies()[b], day)) continue;
      for (const JointOf& says : own.bodies()[b].joint_of)
        if (says.partnership != own.arrangements().id && in_force(says, day)) visit(b, says);
    }
  }

  void follow(Place place, const JointOf& says) {
    const auto others = called_.find(says.partnership);
    if (others == called_.end()) {
      absent[says.partnership].insert(place);
      return;
    }
    for (const std::size_t other : others->second) follow(place, says, other);
  }

  void follow(Place place, const JointOf& says, std::size_t other) {
    const Partnership &own = partnership_of(members_[place.member]),
                      &theirs = partnership_of(members_[other]);
    const Body& body = own.bodies()[place.body];
    // It is enough that one of the two knows what the other calls it.
    if (says.as.empty() && tie_who_says(place, other)) return;
    const auto report = [&](JointOddity what) {
      findings.push_back({what, place.member, BodyId{place.body}, &says, other});
    };
    const Date day = members_[other].assessment.as_at();
    const BodyId there = theirs.find_body(says.as.empty() ? body.id : says.as);
    if (!there || !in_force(theirs[there], day)) return report(JointOddity::not_there);
    ties.tie(place, {other, there.index});
    if (!confirms(theirs[there], own, body, day)) report(JointOddity::one_sided);
  }

  /// Those of the other that say they are this one, under an id that it has or had.
  bool tie_who_says(Place place, std::size_t other) {
    const Partnership& own = partnership_of(members_[place.member]);
    const Body& body = own.bodies()[place.body];
    bool any = false;
    for (const std::string_view id : {std::string_view(body.id), std::string_view(body.was)}) {
      const auto found = known_as_.find({other, own.arrangements().id, id});
      if (found == known_as_.end()) continue;
      for (const std::uint32_t there : found->second) ties.tie(place, {other, there});
      any = true;
    }
    return any;
  }

  const std::vector<JointMember>& members_;
  std::map<std::string_view, std::vector<std::size_t>> called_;
  /// By member, other partnership and id there: the bodies that say they are that one.
  std::map<std::tuple<std::size_t, std::string_view, std::string_view>, std::vector<std::uint32_t>>
      known_as_;
};

}  // namespace

JointBodies::JointBodies(std::vector<JointMember> members) : members_(std::move(members)) {
  Finder found(members_);
  findings_ = std::move(found.findings);
  for (const auto& [first, places] : found.ties.groups()) {
    JointBody& body = bodies_.emplace_back();
    for (const auto& [member, index] : places) {
      const Assessment& assessment = members_[member].assessment;
      const Obligations& owed = assessment.obligations();
      body.sides.push_back({.member = member,
                            .body = BodyId{index},
                            .owed_by = counts_of(assessment, owed.owed_by(BodyId{index})),
                            .owed_to = counts_of(assessment, owed.owed_to(BodyId{index}))});
    }
  }
  for (const auto& [id, bodies] : found.absent) absent_.push_back({std::string(id), bodies.size()});
}

}  // namespace safegov
