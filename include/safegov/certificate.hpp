// Where everything stood, and what that rests on, so that anybody can work it out again.
// SPDX-License-Identifier: Apache-2.0
//
//   const Certificate certificate = certify(partnership, Date(2019, 11, 1));
//   check(certificate, certify(again, Date(2019, 11, 1))).differences;   // empty: it holds
//
// The same texts, calendars, rules and days give the same certificate, byte for byte.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/manifest.hpp>
#include <safegov/state.hpp>

namespace safegov {

/// How many obligations are in a state.
struct CertifiedCount {
  State state = State::undated;
  std::optional<int> count = {};
  Origin origin = {};
  friend bool operator==(const CertifiedCount&, const CertifiedCount&) = default;
};

/// One obligation.
struct CertifiedState {
  std::string id = {};
  State state = State::undated;
  std::optional<Date> last = {};       ///< the last day in force
  std::optional<Date> closed_on = {};  ///< of what is closed
  Origin origin = {};
  friend bool operator==(const CertifiedState&, const CertifiedState&) = default;
};

/// Commands write it as JSON (docs/schema/certificate.json), read_written() reads it.
struct Certificate {
  Manifest manifest = {};
  std::vector<CertifiedCount> counts = {};  ///< of each state that there is
  std::vector<CertifiedState> list = {};    ///< every obligation, in the order of Obligations
  /// Of a line for each obligation: id, state, last day and day it was closed, with a space between
  /// and `-` for none.
  std::string list_sha256 = {};
  Origin origin = {};
  friend bool operator==(const Certificate&, const Certificate&) = default;
};

/// Of all obligations that there were as at the day, as known. Of what is published of a
/// partnership, the manifest is handed in.
[[nodiscard]] Certificate certify(const Partnership& partnership, Date as_at,
                                  const AssessOptions& options = {},
                                  std::optional<Manifest> manifest = {});

/// What a certificate and the same worked out again differ in, a sentence each: lower case, no full
/// stop.
struct CertificateCheck {
  std::vector<std::string> differences = {};
  std::vector<std::string> remarks = {};  ///< what need not trouble anybody: another program
};
[[nodiscard]] CertificateCheck check(const Certificate& certified, const Certificate& again);

template <>
const Type& type_of<CertifiedCount>();
template <>
const Type& type_of<CertifiedState>();
template <>
const Type& type_of<Certificate>();

}  // namespace safegov
