// What stands at the top of each file.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include <safegov/describe.hpp>
#include <safegov/record.hpp>

namespace safegov::internal {

/// Of a partnership's own file: its `partnership` key is the matter itself.
struct VersionHeader {
  std::string version = {};
  Origin origin = {};
};

/// Of a file that belongs to a partnership.
struct MemberHeader {
  std::string version = {};
  std::string partnership = {};
  Origin origin = {};
};

struct RecordsFile {
  std::vector<Record> records = {};
  Origin origin = {};
};

}  // namespace safegov::internal

namespace safegov {

template <>
const Type& type_of<internal::VersionHeader>();
template <>
const Type& type_of<internal::MemberHeader>();
template <>
const Type& type_of<internal::RecordsFile>();

}  // namespace safegov
