// Who is to chair a body on a day, by its rule.
// SPDX-License-Identifier: Apache-2.0
//
//   chair_on(body, Date(2021, 6, 1)).chair;   // health: the second in turn, from 1 April 2021

#pragma once

#include <string>

#include <safegov/body.hpp>
#include <safegov/date.hpp>

namespace safegov {

struct ChairOn {
  const Chair* by = nullptr;  ///< what is said of that day; null if nothing is
  BodyRef chair = {};         ///< nobody, if that cannot be told
  std::string why_not = {};   ///< then: why, if something is said
};

/// The chair that is named for the day; of several in turn, the one whose turn it is. The turn
/// passes on a day of the year (`every 1 April`) or in even steps (`every two years`), counted from
/// `from`, on which the first in the order begins.
[[nodiscard]] ChairOn chair_on(const Body& body, Date day);

}  // namespace safegov
