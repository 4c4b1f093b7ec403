// The register of posts.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cstdint>

#include <safegov/post.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
std::span<const std::string_view> words_of<PostState>() {
  static constexpr std::array<std::string_view, 4> words{"created", "filled", "acting", "vacant"};
  return words;
}

template <>
const Type& type_of<PostSpell>() {
  static constexpr Field fields[] = {
      field<&PostSpell::state>("state", "How it stands from then on.", Need::required),
      field<&PostSpell::from>("from", "The day on which that begins, or of the document."),
      field<&PostSpell::source>("source", docs::source),
      field<&PostSpell::note>("note", docs::note, Need::optional, Audience::partnership),
  };
  static constexpr Type type =
      described<PostSpell>("post-spell", "How a post stands from a day on.", fields);
  return type;
}

template <>
const Type& type_of<Post>() {
  static constexpr Field fields[] = {
      field<&Post::id>("id", docs::id, Need::required),
      field<&Post::title>("title", "What the post is called, as printed.", Need::required),
      field<&Post::body>("body", "The post as a body, if it is one."),
      field<&Post::unit>("unit", "Who has the post."),
      field<&Post::places>("places", "How many there are alike; one, unless given."),
      field<&Post::spells>("spells", "How it stood, one after the other."),
      field<&Post::recruit_by>("recruit-by", "When it is to be filled, as printed."),
      field<&Post::source>("source", docs::source),
      field<&Post::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Post::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Post>("post", "One post of a unit, or several alike.", fields);
  return type;
}

namespace {

void issue(const Post& post, Issue& issue) {
  issue.action().lead = post.unit;
  if (post.recruit_by.empty()) return;
  const auto vacant = std::ranges::find(post.spells, PostState::vacant, &PostSpell::state);
  if (vacant != post.spells.end()) {
    issue.count_from(vacant->from);
    issue.promised_on(vacant->from);
  }
  Promise& filled = issue.promise("recruitment", "recruit-by");
  filled.what = "Fill the post of " + post.title;
  filled.due = post.recruit_by;
  // The first time that it is filled after it stood empty.
  bool empty = false;
  for (const PostSpell& spell : post.spells) {
    if (spell.state == PostState::filled && empty) {
      issue.happened(RecordKind::received, issue.id("recruitment"), spell.origin).date = spell.from;
      return;
    }
    empty = empty || spell.state == PostState::vacant;
  }
}

void check(const Post& post, RowCheck& check) {
  const PostSpell* before = nullptr;
  for (const PostSpell& spell : post.spells) {
    if (!spell.from) continue;
    if (before != nullptr && *spell.from < *before->from)
      check.relate(check.report(codes::diagnose(codes::reversed_interval,
                                                "it begins on " + iso(*spell.from) +
                                                    ", before the spell above it does",
                                                {}, "list spells from the first to the last"),
                                spell, "from"),
                   *before, "from", "the spell above");
    before = &spell;
  }
}

/// Whether somebody recorded that it was filled, and no spell says so yet.
bool filled_by_record_alone(const Post& post, RowLook& look) {
  bool empty = false;
  for (const PostSpell& spell : post.spells) {
    if (spell.from && *spell.from > look.until()) continue;
    if (spell.state == PostState::filled && empty) return false;
    empty = empty || spell.state == PostState::vacant;
  }
  const PromiseId promise = look.partnership().find_promise("posts/" + post.id + "/recruitment");
  if (!promise) return false;
  const auto deadlines = look.partnership().promises()[promise.index].deadlines;
  for (std::uint32_t n = 0; n < deadlines; ++n) {
    const State state = look.standing({promise, n}).state;
    if (is_received(state)) return true;
  }
  return false;
}

void look(const Post& post, RowLook& look) {
  const PostSpell* now = nullptr;
  for (const PostSpell& spell : post.spells)
    if (!spell.from || *spell.from <= look.until()) now = &spell;
  if (post.unit) look.measure("of", post.unit.id);
  if (post.places) look.measure("places", *post.places);
  if (now == nullptr) {
    look.measure("stands", "not known");
    return;
  }
  look.measure("stands", std::string(words_of<PostState>()[static_cast<std::size_t>(now->state)]) +
                             (now->from ? " since " + in_words(*now->from) : std::string()) +
                             (now->state == PostState::vacant && filled_by_record_alone(post, look)
                                  ? "; recruitment received"
                                  : ""));
  if (now->state == PostState::vacant && post.recruit_by.empty())
    look.report(codes::diagnose(codes::vacant_post,
                                internal::in_quotes(post.title) +
                                    " is vacant, and no day is set for filling it",
                                {}, "give 'recruit-by', or say when it was filled"),
                *now, "state");
}

}  // namespace

const Register& posts_register() {
  static constexpr Field list[] = {
      rows<Post>("posts", "Which posts a unit has, and which stood empty when.")};
  static constexpr RowRules<Post> rules{.issue = issue, .check = check, .look = look};
  static constexpr Register posts = register_of("Posts", list, rules);
  return posts;
}

}  // namespace safegov
