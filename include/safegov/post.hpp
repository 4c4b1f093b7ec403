// The register of posts: which a unit has, and which of them stood empty when.
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
#include <safegov/register.hpp>

namespace safegov {

/// How a post stands. Never by whom it is held.
enum class PostState : std::uint8_t { created, filled, acting, vacant };

/// What print says of a post, and from which day on.
struct PostSpell {
  PostState state = PostState::filled;
  std::optional<Date> from = {};
  std::string source = {};
  std::string note = {};
  Origin origin = {};
  friend bool operator==(const PostSpell&, const PostSpell&) = default;
};

/// One post of a unit, or several alike.
struct Post {
  static constexpr std::string_view refers_to = "post";

  std::string id = {};
  std::string title = {};
  BodyRef body = {};               ///< the post as a body, if it is one
  BodyRef unit = {};               ///< which has it
  std::optional<int> places = {};  ///< how many there are alike; one unless given
  std::vector<PostSpell> spells = {};
  std::string recruit_by = {};  ///< as printed
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Post&, const Post&) = default;
};

template <>
const Type& type_of<PostSpell>();
template <>
const Type& type_of<Post>();
template <>
std::span<const std::string_view> words_of<PostState>();

[[nodiscard]] const Register& posts_register();

}  // namespace safegov
