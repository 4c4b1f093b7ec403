// What the module is made of: a room each.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <pybind11/pybind11.h>

namespace safegov::python {

void bind_deadlines(pybind11::module_& m);
void bind_diagnostics(pybind11::module_& m);
void bind_partnership(pybind11::module_& m);
void bind_arrow_in(pybind11::module_& m);
void bind_obligations(pybind11::module_& m);
void bind_assessment(pybind11::module_& m);
void bind_ratings(pybind11::module_& m);
void bind_registers(pybind11::module_& m);
void bind_timeline(pybind11::module_& m);
void bind_lint(pybind11::module_& m);
void bind_network(pybind11::module_& m);
void bind_documents(pybind11::module_& m);
void bind_render(pybind11::module_& m);

}  // namespace safegov::python
