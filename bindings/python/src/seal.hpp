// Closes the classes of the module, so that no Python code can make an object of one that is none.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <pybind11/pybind11.h>

namespace safegov::python {

/// To be called when everything is bound. From then on a class of the module can be neither called,
/// derived from, changed nor given to an object of another one, and pickling is a TypeError.
void seal(pybind11::module_& module);

}  // namespace safegov::python
