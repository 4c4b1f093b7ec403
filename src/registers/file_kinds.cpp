// The kinds of files that make a partnership.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/format.hpp>
#include <safegov/partnership.hpp>
#include <safegov/plan.hpp>
#include <safegov/registers.hpp>
#include <safegov/what_if.hpp>

#include "model/files.hpp"

namespace safegov {

using internal::MemberHeader;
using internal::RecordsFile;
using internal::VersionHeader;

namespace {

/// All registers as if they were the fields of one type: what a file of them may hold. Its values
/// are held by register, so nothing of this type exists.
const Type& registers_type() {
  static const std::vector<Field> fields = [] {
    std::vector<Field> lists;
    for (const Register* kind : registers()) lists.push_back(kind->list.fields[0]);
    return lists;
  }();
  static const Type type{"registers", "Rows of one or several registers.", fields, {}, nullptr};
  return type;
}

std::vector<std::string_view> register_names() {
  std::vector<std::string_view> names;
  for (const Register* kind : registers()) names.push_back(kind->name);
  return names;
}

}  // namespace

std::span<const FileKind> file_kinds() {
  static const std::vector<FileKind> kinds{
      {"plan", "One plan of a partnership.", {"plan"}, type_of<MemberHeader>, type_of<Plan>},
      {"what-if",
       "A change that is only thought of: it counts when `safegov what-if` names it.",
       {"what-if"},
       type_of<MemberHeader>,
       type_of<WhatIf>},
      {"records", "What happened.", {"records"}, type_of<MemberHeader>, type_of<RecordsFile>},
      {"registers", "Rows of one or several registers (registers.md).", register_names(),
       type_of<MemberHeader>, registers_type},
      {"partnership",
       "The partnership itself: one file of each set.",
       {},
       type_of<VersionHeader>,
       type_of<Arrangements>},
  };
  return kinds;
}

}  // namespace safegov
