// A change that is only thought of, laid over a partnership that stays as it is.
// SPDX-License-Identifier: Apache-2.0
//
//   const Partnership then = apply(partnership, partnership.what_ifs()[0]).value();
//   compare(assess(expand_obligations(partnership), as_at), assess(expand_obligations(then),
//   as_at));

#pragma once

#include <string>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/describe.hpp>
#include <safegov/record.hpp>
#include <safegov/result.hpp>

namespace safegov {

class Partnership;

/// What one body owes, owed by another.
struct HandOver {
  std::string of = {};  ///< an action (`bp-2019/2.1`), a promise (`bp-2019/2.1/bmg`), or a body
  BodyRef to = {};
  std::string note = {};
  Origin origin = {};
  friend bool operator==(const HandOver&, const HandOver&) = default;
};

/// An overlay: records that could come to be, and hand-overs. It changes nothing by itself.
struct WhatIf {
  std::string title = {};
  std::vector<Record> records = {};
  std::vector<HandOver> hand_overs = {};
  std::string note = {};
  Origin origin = {};
  friend bool operator==(const WhatIf&, const WhatIf&) = default;
};

/// The partnership as if it were so; `partnership` itself stays as it is. An action that is handed
/// over has a new lead, who owes what the old one owed under it; a promise, a new sender; of a
/// body, all that it leads and owes. Nothing else changes: ids stay. What refers to nothing is
/// refused as it would be in the partnership's own files. `overlay` is one of the partnership's
/// own, or made in code.
[[nodiscard]] Result<Partnership> apply(const Partnership& partnership, const WhatIf& overlay);

template <>
const Type& type_of<HandOver>();
template <>
const Type& type_of<WhatIf>();

}  // namespace safegov
