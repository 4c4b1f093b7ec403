// The Python module: the same words as in C++, dates as datetime.date, nothing that can be changed.
// SPDX-License-Identifier: Apache-2.0

#include <string>

#include <safegov/version.hpp>

#include "bindings.hpp"
#include "seal.hpp"
#include "table.hpp"
#include "values.hpp"

PYBIND11_MODULE(_core, m) {
  using namespace safegov::python;
  m.attr("__version__") = std::string(safegov::version());
  m.def("_described_types", described_types);
  bind_diagnostics(m);
  bind_values(m);
  bind_deadlines(m);
  bind_table(m);
  bind_partnership(m);
  bind_arrow_in(m);
  bind_obligations(m);
  bind_assessment(m);
  bind_ratings(m);
  bind_registers(m);
  bind_timeline(m);
  bind_lint(m);
  bind_network(m);
  bind_documents(m);
  bind_render(m);
  seal(m);
}
