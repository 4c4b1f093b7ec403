// safegov version: which version this is.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include <safegov/format.hpp>
#include <safegov/version.hpp>

#include "cli/commands.hpp"

namespace safegov {

std::string_view version() noexcept { return SAFEGOV_VERSION; }

namespace internal {

Exit run_version(const Arguments&, const Terminal& terminal) {
  terminal.out << "safegov " << version() << " (plan format " << format_version << ")\n";
  return Exit::done;
}

}  // namespace internal
}  // namespace safegov
