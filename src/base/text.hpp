// Small helpers over UTF-8 text that more than one layer needs.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace safegov::internal {

/// Without white space at either end.
std::string_view trim(std::string_view text) noexcept;

/// ASCII letters made small; other bytes as they are. Independent of the locale.
std::string lower(std::string_view text);

/// `name` as it is told apart by eye: small letters, hyphens for spaces and underscores.
std::string as_word(std::string_view name);

/// How many terminal columns `text` takes: combining marks none, East Asian and emoji two.
std::size_t display_width(std::string_view text) noexcept;

/// The first bytes of `text` that fit into `width` columns, never cutting a character.
std::string_view fit(std::string_view text, std::size_t width) noexcept;

/// How many single letters must be inserted, dropped, changed or swapped with their neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that `word` is most likely a slip for, or nothing. Ties go to the first.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// The same, if no other is as near: then it is a slip for that and nothing else.
std::string_view only_nearest(std::string_view word, std::span<const std::string_view> candidates);

/// `'a', 'b' or 'c'`
std::string alternatives(std::span<const std::string_view> words, std::string_view last = "or");

/// In single quotes, control characters made visible, cut after 60 columns.
std::string in_quotes(std::string_view text);

/// `a plan`, `an action`
std::string with_article(std::string_view noun);

/// `1 day`, `2 days`, `3 priorities`
std::string counted(long long count, std::string_view noun);

/// Is a control character at `text[at]`: of ASCII, or one of the others (C1), which terminals obey
/// as well?
bool is_control(std::string_view text, std::size_t at) noexcept;

/// What stands for the character at `text[at]` where a pipeline's runner would obey the words that
/// begin there: `##[add-mask]…` and `##vso[…]` (GitHub, Azure) anywhere in a line of a log, which
/// get a `♯`; `::error …` (GitHub) at the beginning of one, where any word may come to stand, a
/// `∶`. Nothing for any other.
std::string_view disarmed(std::string_view text, std::size_t at) noexcept;
/// The same of all of a text.
std::string disarmed(std::string_view text);

/// The number of the character at `text[at]`, `202E`, if it is one that changes how a whole line is
/// read and is not seen: what embeds, overrides or isolates a direction, and Unicode's own ends of
/// lines and paragraphs. Nothing for any other.
std::string unseen(std::string_view text, std::size_t at);

/// The bytes of the character that begins at `text[at]`, at least 1; invalid UTF-8 counts as 1.
std::size_t character_length(std::string_view text, std::size_t at) noexcept;

}  // namespace safegov::internal
