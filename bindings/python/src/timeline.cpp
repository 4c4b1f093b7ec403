// Counts by state over time.
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/pybind11.h>
#include <string>
#include <vector>

#include <safegov/timeline.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "columns.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

void bind_timeline(py::module_& m) {
  py::class_<Timeline> made(m, "Timeline", "Counts by state for every day of a range.");
  made.def("__len__",
           [](const Timeline& t) { return static_cast<std::size_t>(t.range().length()); })
      .def_property_readonly("first",
                             [](const Timeline& t) { return to_python(t.range().first()); })
      .def_property_readonly("last", [](const Timeline& t) { return to_python(t.range().last()); })
      .def(
          "on",
          [](const Timeline& t, const py::object& day) {
            const Date asked = date_from(day, "day");
            if (!t.range().contains(asked))
              throw py::index_error("day: the timeline is from " + iso(t.range().first()) + " to " +
                                    iso(t.range().last()));
            return counts_dict(t.on(asked));
          },
          py::arg("day"))
      .def("__repr__", [](const Timeline& t) {
        return "Timeline(" + iso(t.range().first()) + " to " + iso(t.range().last()) + ")";
      });
  speak_arrow(made, [](const Timeline& t, const std::vector<std::string>& names) {
    return columns_of(t).only(names);
  });
  m.def(
      "timeline",
      [](const py::object& obligations, const py::object& first, const py::object& last) {
        const auto& owed = instance_from<Obligations>(obligations, "obligations");
        const Date begin = date_from(first, "first");
        const Date end = date_from(last, "last");
        if (end < begin) throw py::value_error("last: it is before first");
        const DateRange range(begin, end);
        const py::gil_scoped_release released;
        return timeline(owed, range);
      },
      py::arg("obligations"), py::arg("first"), py::arg("last"),
      R"(Counts by state for every day from the first to the last.

Parameters
----------
obligations : Obligations
first, last : datetime.date or str

Returns
-------
Timeline
    Of every day what `assess` would count.

Raises
------
ValueError
    If the last day is before the first.

Examples
--------
>>> import safegov
>>> owed = safegov.expand_obligations(safegov.read_partnership("examples/nottingham"), of=["bp-2019"])
>>> safegov.timeline(owed, "2019-04-01", "2020-03-31").on("2019-11-01")["overdue"]
32
)");
}

}  // namespace safegov::python
