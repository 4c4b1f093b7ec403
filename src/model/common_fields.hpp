// What the fields that most types share are said to be.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

namespace safegov::internal::docs {

inline constexpr std::string_view id =
    "Its id: letters, digits, `-`, `.` and `_`; what everything else refers to it by.";
inline constexpr std::string_view was = "The id it had before; records under that id still count.";
inline constexpr std::string_view carries =
    "What of an earlier plan it carries on, by id: `bp-2019/2.1`. See diff.md.";
inline constexpr std::string_view from = "The first day on which it holds; always, unless given.";
inline constexpr std::string_view until = "The last day on which it holds; for good, unless given.";
inline constexpr std::string_view source = "Where it is printed: document and line, `002:113`.";
inline constexpr std::string_view certainty =
    "How sure it is: `stated` by what `source` names, `customary`, or from knowledge of the "
    "guidance with no page to hand.";
inline constexpr std::string_view note = "A remark for whoever keeps the file.";
inline constexpr std::string_view audience = "Who may see it.";

}  // namespace safegov::internal::docs
