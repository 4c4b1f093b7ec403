// Records and promises of a table that a program made, added to a partnership that there is.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include <safegov/read.hpp>

#include "model/make.hpp"
#include "read/csv.hpp"
#include "read/promises_csv.hpp"
#include "read/records_csv.hpp"
#include "read/text_check.hpp"

namespace safegov {

using namespace internal;

namespace {

/// What `read` makes of a table, beside what there is.
template <class Read>
Result<Partnership> add_table(const Partnership& to, const Source& table, Read read) {
  Partnership::Parts parts = to.parts();
  auto& sources = parts.provenance.sources;
  sources.push_back(
      std::make_shared<const Source>(table.name(), table.text(), separator_of(table.text())));
  Diagnostics found;
  if (check_table(sources.back(), found, largest_table))
    read(static_cast<std::uint32_t>(sources.size()), parts, found);
  return make_partnership(std::move(parts), std::move(found), {});
}

}  // namespace

Result<Partnership> add_records(const Partnership& to, const Source& table) {
  return add_table(
      to, table, [](std::uint32_t file, Partnership::Parts& parts, Diagnostics& found) {
        std::ranges::move(read_records_csv(file, TableBy::program, parts.provenance, found),
                          std::back_inserter(parts.records));
      });
}

Result<Partnership> add_promises(const Partnership& to, const Source& table) {
  return add_table(to, table, read_promises_csv);
}

}  // namespace safegov
