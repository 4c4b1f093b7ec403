// Reports as text, JSON and so on, and the command line.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <pybind11/pybind11.h>
#include <sstream>
#include <string>
#include <vector>

#include <safegov/cli.hpp>
#include <safegov/render.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

void bind_render(py::module_& m) {
  m.def(
      "render",
      [](const py::object& what, const py::object& format) {
        const std::string called = text_from(format, "format");
        const auto text = [&](const auto& report) {
          const py::gil_scoped_release released;
          return report();
        };
        if (is_a<Report>(what))
          return path_to(text([as = word<ReportFormat>(called, "format"),
                               &r = what.cast<const Report&>()] { return render(r, as); }));
        const auto as = word<Format>(called, "format");
        if (is_a<Assessment>(what))
          return path_to(text([&, &a = what.cast<const Assessment&>()] { return render(a, as); }));
        if (is_a<Obligations>(what))
          return path_to(text([&, &o = what.cast<const Obligations&>()] { return render(o, as); }));
        if (is_a<Network>(what))
          return path_to(
              text([&, &n = what.cast<const Network&>()] { return render(n, std::nullopt, as); }));
        if (is_a<Ratings>(what))
          return path_to(text([&, &r = what.cast<const Ratings&>()] { return render(r, as); }));
        throw py::type_error(
            "what: an Assessment, Obligations, Ratings, a Network or a Report is wanted, not " +
            kind_of(what));
      },
      py::arg("what"), py::arg("format") = "text",
      R"(A report as the command line prints it.

Parameters
----------
what : Assessment, Obligations, Ratings, Network or Report
format : {'text', 'json', 'csv', 'markdown', 'dot', 'html'}
    `dot` is for a Network, `html` for a Report: one page that needs no other file. As `csv` a Report has one table only.

Returns
-------
str

Raises
------
ValueError
    If there is no such format, or not of this.

Examples
--------
>>> import json, safegov
>>> owed = safegov.expand_obligations(safegov.read_partnership("examples/county"))
>>> json.loads(safegov.render(safegov.assess(owed, as_at="2025-12-31"), "json"))["report"]
'assess'
)");

  m.def(
      "run",
      [](const py::object& words, const py::object& input, const py::object& width,
         const py::object& colour) {
        const std::vector<std::string> said = words_from(words, "words");
        std::istringstream in(bytes_from(input, "input"));
        const int columns = number_from(width, "width");
        if (columns < 0) throw py::value_error("width: it is less than nothing");
        if (!PyBool_Check(colour.ptr()))
          throw py::type_error("colour: True or False is wanted, not " + kind_of(colour));
        const bool coloured = colour.ptr() == Py_True;
        std::ostringstream out, err;
        // Asked only where the words name no day.
        const auto today = [] {
          const py::gil_scoped_acquire held;
          return date_from(py::module_::import("datetime").attr("date").attr("today")(), "today");
        };
        Exit exit{};
        {
          const py::gil_scoped_release released;
          exit =
              run(said, Terminal{in, out, err, today, coloured, static_cast<std::size_t>(columns)});
        }
        return py::make_tuple(static_cast<int>(exit), path_to(out.str()), path_to(err.str()));
      },
      py::arg("words"), py::kw_only(), py::arg("input") = "", py::arg("width") = 80,
      py::arg("colour") = false,
      R"(The command line, as a function.

Parameters
----------
words : iterable of str, bytes or os.PathLike
    What would stand behind `safegov`.
input : str or bytes
    What a path `-` reads.
width : int
    Of the lines of text, in characters.
colour : bool

Returns
-------
tuple of int, str, str
    The exit code (0 done, 1 found what was asked about, 2 could not), what is printed, and what is said of errors.

Examples
--------
>>> import safegov
>>> safegov.run(["check", "examples/county"])[0]
0
)");
}

}  // namespace safegov::python
