// What the rows of a register amount to as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <string>

#include <safegov/register_report.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

/// A report, which keeps alive what it is about.
struct Report {
  Assessment assessment;
  RegisterReport report;
};

/// A list of values, as a tuple.
template <class T>
py::tuple tuple_of(const std::vector<T>& values) {
  return py::tuple(py::cast(values));
}

py::object decimal(const std::optional<Decimal>& value) {
  if (!value) return py::none();
  return py::module_::import("decimal")
      .attr("Decimal")(value->units)
      .attr("scaleb")(-value->places);
}

const RegisterTable& table_named(const Partnership& partnership, const std::string& name) {
  const auto tables = partnership.registers();
  const auto found =
      std::ranges::find(tables, name, [](const RegisterTable& t) { return t.kind().name; });
  if (found != tables.end()) return *found;
  std::string known;
  for (const RegisterTable& table : tables)
    known += (known.empty() ? "; there are " : ", ") + std::string(table.kind().name);
  throw py::key_error("register: the partnership has no " + quoted(name) + known);
}

py::object html_of(const py::object& self) {
  py::list rows;
  for (const RegisterRow& row : self.cast<const Report&>().report.rows) {
    std::string measures;
    for (const Measure& measure : row.measures)
      measures += (measures.empty() ? "" : "; ") + measure.name + " " + measure.text;
    rows.append(py::make_tuple(row.id, row.text, measures));
  }
  return py::module_::import("safegov._html")
      .attr("rows_of")(py::repr(self), py::make_tuple("id", "text", "measures"), rows, rows.size());
}

}  // namespace

void bind_registers(py::module_& m) {
  py::class_<MeasuredPoint> point(m, "MeasuredPoint", "One step of a measure over time.");
  point.def_property_readonly("label", [](const MeasuredPoint& p) { return p.label; })
      .def_property_readonly("first",
                             [](const MeasuredPoint& p) { return to_python(first_of(p.days)); })
      .def_property_readonly("last",
                             [](const MeasuredPoint& p) { return to_python(last_of(p.days)); })
      .def_property_readonly("text", [](const MeasuredPoint& p) { return p.text; })
      .def_property_readonly(
          "value", [](const MeasuredPoint& p) { return decimal(p.value); },
          "A decimal.Decimal; None for a gap in the line.")
      .def_property_readonly("standing", [](const MeasuredPoint& p) { return p.standing; })
      .def_property_readonly("remark", [](const MeasuredPoint& p) { return p.remark; })
      .def_property_readonly(
          "broken", [](const MeasuredPoint& p) { return p.broken; },
          "Why it is not to be compared with what is before it; empty if it is.")
      .def("__repr__", [](const MeasuredPoint& p) {
        return "MeasuredPoint(" + quoted(p.label) + ", " + quoted(p.text) + ")";
      });
  compare_by(point, [](const MeasuredPoint& p) {
    return py::make_tuple(p.label, to_python(first_of(p.days)), to_python(last_of(p.days)), p.text,
                          decimal(p.value), p.standing, p.remark, p.broken);
  });
  py::class_<Measure> measure(m, "Measure", "What a row amounts to: `present  13 of 26`.");
  measure.def_property_readonly("name", [](const Measure& x) { return x.name; })
      .def_property_readonly("text", [](const Measure& x) { return x.text; })
      .def_property_readonly(
          "value", [](const Measure& x) { return x.value; }, "None where it is no number.")
      .def_property_readonly(
          "of", [](const Measure& x) { return x.of; }, "Of how many it is a part; None if of none.")
      .def_property_readonly(
          "points", [](const Measure& x) { return tuple_of(x.points); },
          "Of a measure over time: earliest first.")
      .def("__repr__", [](const Measure& x) {
        return "Measure(" + quoted(x.name) + ", " + quoted(x.text) + ")";
      });
  compare_by(measure, [](const Measure& x) {
    return py::make_tuple(x.name, x.text, x.value, x.of, tuple_of(x.points));
  });
  py::class_<RegisterRow> row(m, "RegisterRow", "What one row of a register amounts to.");
  row.def_property_readonly(
         "row", [](const RegisterRow& r) { return r.row; }, "Which of the register's rows it is.")
      .def_property_readonly("id", [](const RegisterRow& r) { return r.id; })
      .def_property_readonly("text", [](const RegisterRow& r) { return r.text; })
      .def_property_readonly(
          "obligations", [](const RegisterRow& r) { return tuple_of(r.obligations); },
          "The rows of what it issued, in the obligations.")
      .def_property_readonly("counts", [](const RegisterRow& r) { return counts_dict(r.counts); })
      .def_property_readonly("measures", [](const RegisterRow& r) { return tuple_of(r.measures); })
      .def("__repr__", [](const RegisterRow& r) { return "RegisterRow(" + quoted(r.id) + ")"; });
  compare_by(row, [](const RegisterRow& r) {
    return py::make_tuple(r.row, r.id, r.text, tuple_of(r.obligations),
                          py::tuple(counts_dict(r.counts).attr("values")()), tuple_of(r.measures));
  });
  py::class_<Report>(m, "RegisterReport", "One register as at the date of an assessment.")
      .def("__len__", [](const Report& r) { return r.report.rows.size(); })
      .def("__iter__", iterator_of)
      .def_property_readonly(
          "register", [](const Report& r) { return std::string(r.report.table->kind().name); })
      .def_property_readonly(
          "title", [](const Report& r) { return std::string(r.report.table->kind().title); })
      .def_property_readonly("as_at",
                             [](const Report& r) { return to_python(r.assessment.as_at()); })
      .def_property_readonly("rows", [](const Report& r) { return tuple_of(r.report.rows); })
      .def_property_readonly("counts", [](const Report& r) { return counts_dict(r.report.counts); })
      .def_property_readonly(
          "findings", [](const Report& r) { return tuple_of(r.report.findings); },
          "What is odd about it, by place.")
      .def(
          "__getitem__",
          [](const Report& r, const py::object& which) {
            const auto& rows = r.report.rows;
            if (!py::isinstance<py::str>(which)) return rows[row_from(which, rows.size(), "which")];
            const std::string id = text_from(which, "which");
            const auto found = std::ranges::find(rows, id, &RegisterRow::id);
            if (found == rows.end()) throw py::key_error("which: there is no row " + quoted(id));
            return *found;
          },
          py::arg("which"), "By number, or by id: `decisions/5`.")
      .def("_repr_html_", html_of)
      .def("__repr__", [](const Report& r) {
        return "RegisterReport(" + quoted(std::string(r.report.table->kind().name)) + ", " +
               std::to_string(r.report.rows.size()) + " rows as at " + iso(r.assessment.as_at()) +
               ")";
      });
  m.def(
      "report_on",
      [](const py::object& assessment, const py::object& which) {
        const auto& state = instance_from<Assessment>(assessment, "assessment");
        const RegisterTable& table =
            table_named(state.obligations().partnership(), text_from(which, "register"));
        const py::gil_scoped_release released;
        return Report{state, report_on(state, table)};
      },
      py::arg("assessment"), py::arg("register"),
      R"(What each row of a register is owed, measures and has odd about it.

Parameters
----------
assessment : Assessment
    As at its date.
register : str
    The register's name: `decisions`.

Returns
-------
RegisterReport

Raises
------
KeyError
    If the partnership has no such register.

Examples
--------
>>> import safegov
>>> state = safegov.assess(safegov.expand_obligations(safegov.read_partnership("examples/nottingham")), as_at="2025-12-31")
>>> len(safegov.report_on(state, "decisions"))
17
)");
}

}  // namespace safegov::python
