// What can be told about a text before a YAML parser sees it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <safegov/diagnostic.hpp>
#include <safegov/read.hpp>
#include <safegov/source.hpp>

namespace safegov::internal {

/// Levels of lists and mappings inside one another; a plan needs nine.
inline constexpr int deepest = 64;

/// True if `source` is text that is safe to parse; otherwise one diagnostic says why not.
/// The parser buffers a bracketed list whole, never ends on some bytes and overflows small stacks
/// on others, so size, encoding, control bytes and nesting are settled here.
bool check_text(const std::shared_ptr<const Source>& source, Diagnostics& found);

/// The same for a table, which has no brackets.
bool check_table(const std::shared_ptr<const Source>& source, Diagnostics& found,
                 std::size_t largest = largest_text);

/// Whether it is text in an encoding that is neither UTF-8 nor UTF-16.
bool is_other_encoding(std::string_view text);

/// Line and column of a byte.
Position position_of(std::string_view text, std::size_t offset);

/// The place of the first quote on a line that is not closed on that line, or false. Looks no
/// further than `last_line`.
Span find_open_quote(const std::shared_ptr<const Source>& source, std::uint32_t last_line);

/// The place of the bracket that is open at `before`, or false.
Span find_open_bracket(const std::shared_ptr<const Source>& source, Position before);

/// What to say about `lead qa`, or `lead`, where `lead: qa` is meant.
std::string no_colon_in(std::string_view words);
std::string colon_help(std::string_view words);

}  // namespace safegov::internal
