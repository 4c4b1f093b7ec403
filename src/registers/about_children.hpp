// Keys that no register has, because they would be about a child.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <string_view>

#include <safegov/describe.hpp>

namespace safegov::internal {

/// What people would write about a child, a family, a place or a case.
inline constexpr std::array<std::string_view, 62> words_about_children{
    "child",   "children",  "childs",    "baby",     "infant",     "person",    "people",
    "subject", "victim",    "name",      "names",    "initials",   "surname",   "forename",
    "family",  "families",  "mother",    "father",   "mum",        "dad",       "parent",
    "parents", "sibling",   "siblings",  "carer",    "carers",     "guardian",  "household",
    "school",  "nursery",   "place",     "address",  "postcode",   "ward",      "area",
    "born",    "birth",     "birthday",  "dob",      "age",        "ages",      "aged",
    "died",    "death",     "dod",       "injury",   "injuries",   "harm",      "gender",
    "sex",     "ethnicity", "ethnic",    "religion", "disability", "health",    "perpetrator",
    "case",    "cases",     "reference", "ref",      "refs",       "references"};

inline constexpr LeftOut about_children{
    words_about_children,
    "nothing about a child, a family, a place or a case has a place here: leave it out, and do not "
    "put it under another key"};

}  // namespace safegov::internal
