// What stands at the top of each file.
// SPDX-License-Identifier: Apache-2.0

#include "model/files.hpp"

namespace safegov {

using internal::MemberHeader;
using internal::RecordsFile;
using internal::VersionHeader;

namespace {
constexpr std::string_view version_doc = "The version of this format: `1`.";
}

template <>
const Type& type_of<VersionHeader>() {
  static constexpr Field fields[] = {
      field<&VersionHeader::version>("safegov", version_doc, Need::required)};
  static constexpr Type type = described<VersionHeader>("header", "How every file begins.", fields);
  return type;
}

template <>
const Type& type_of<MemberHeader>() {
  static constexpr Field fields[] = {
      field<&MemberHeader::version>("safegov", version_doc, Need::required),
      field<&MemberHeader::partnership>("partnership", "The id of the partnership it belongs to.",
                                        Need::required)};
  static constexpr Type type = described<MemberHeader>("header", "How every file begins.", fields);
  return type;
}

template <>
const Type& type_of<RecordsFile>() {
  static constexpr Field fields[] = {
      field<&RecordsFile::records>("records", "What happened, in any order.", Need::required)};
  static constexpr Type type = described<RecordsFile>("records", "What happened.", fields);
  return type;
}

}  // namespace safegov
