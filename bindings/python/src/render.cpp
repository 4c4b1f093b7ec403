// Reports as text, JSON and so on, and the command line.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <sstream>
#include <string>
#include <vector>

#include <safegov/cli.hpp>
#include <safegov/render.hpp>

#include "bindings.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

/// What is no UTF-8, the name of a file perhaps, as Python keeps such.
py::str text_of(const std::string& bytes) {
  PyObject* text =
      PyUnicode_DecodeUTF8(bytes.data(), static_cast<py::ssize_t>(bytes.size()), "surrogateescape");
  if (text == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(text);
}

}  // namespace

void bind_render(py::module_& m) {
  const auto format_of = [](const std::string& text) { return word<Format>(text, "format"); };
  m.def(
      "render",
      [=](const Assessment& a, const std::string& format) { return render(a, format_of(format)); },
      py::arg("what"), py::arg("format") = "text", "As text, json, csv, markdown or dot.");
  m.def(
      "render",
      [=](const Obligations& o, const std::string& format) { return render(o, format_of(format)); },
      py::arg("what"), py::arg("format") = "text");
  m.def(
      "render",
      [=](const Network& n, const std::string& format) {
        return render(n, std::nullopt, format_of(format));
      },
      py::arg("what"), py::arg("format") = "text");

  m.def(
      "run",
      [](const std::vector<std::string>& words, const std::string& input, std::size_t width,
         bool colour) {
        std::istringstream in(input);
        std::ostringstream out, err;
        // Asked only where the words name no day.
        const auto today = [] {
          const py::gil_scoped_acquire held;
          return date_from(py::module_::import("datetime").attr("date").attr("today")(), "today");
        };
        Exit exit{};
        {
          const py::gil_scoped_release released;
          exit = run(words, Terminal{in, out, err, today, colour, width});
        }
        return py::make_tuple(static_cast<int>(exit), text_of(out.str()), text_of(err.str()));
      },
      py::arg("words"), py::kw_only(), py::arg("input") = "", py::arg("width") = 80,
      py::arg("colour") = false, "The command line: exit code, output and errors, as text.");
}

}  // namespace safegov::python
