// The words of deadlines, read by the library for whoever has words only.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <pybind11/pybind11.h>

namespace safegov::python {

/// `parse_deadlines`, `parse_day`, and what they give.
void bind_deadlines(pybind11::module_& module);

}  // namespace safegov::python
