// What is wrong with what was read: InputError, and each problem.
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <sstream>

#include "arguments.hpp"
#include "bindings.hpp"
#include "convert.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

/// Raised with the diagnostics; made in bind_diagnostics.
PyObject* input_error = nullptr;

}  // namespace

void raise_input_error(const Diagnostics& diagnostics) {
  const py::object error =
      py::reinterpret_borrow<py::object>(input_error)(text_to(InputError(diagnostics).what()));
  error.attr("diagnostics") = py::cast(diagnostics);
  PyErr_SetObject(input_error, error.ptr());
  throw py::error_already_set();
}

void bind_diagnostics(py::module_& m) {
  // For good: what is static would be given back when Python has ended.
  auto& raised = *new py::exception<InputError>(m, "InputError", PyExc_ValueError);
  raised.attr("__doc__") =
      "What was read is not sound. `diagnostics` has every problem, with its place and a way out.";
  input_error = raised.ptr();
  py::class_<Diagnostic> made(m, "Diagnostic",
                              "One problem: found once, said once, with a way out.");
  made.def_property_readonly("code", [](const Diagnostic& d) { return d.code; })
      .def_property_readonly("severity",
                             [](const Diagnostic& d) { return std::string(to_string(d.severity)); })
      .def_property_readonly("message", [](const Diagnostic& d) { return text_to(d.message); })
      .def_property_readonly(
          "where", [](const Diagnostic& d) { return place(d.where); },
          "File, line and column (bytes, from 1); None if it has no place.")
      .def_property_readonly("path", [](const Diagnostic& d) { return text_to(d.path); })
      .def_property_readonly("help", [](const Diagnostic& d) { return text_to(d.help); })
      .def("__str__",
           [](const Diagnostic& d) {
             std::ostringstream text;
             print(text, {d});
             return text_to(text.str());
           })
      .def("__repr__", [](const Diagnostic& d) {
        return "Diagnostic('" + d.code + "', " + quoted(d.message) + ")";
      });
  compare_by(made, [](const Diagnostic& d) {
    return py::make_tuple(d.code, std::string(to_string(d.severity)), text_to(d.message),
                          place(d.where), text_to(d.path), text_to(d.help));
  });
}

}  // namespace safegov::python
