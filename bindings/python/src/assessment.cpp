// Where everything stands as at a date, and why.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/explain.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "columns.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

py::object or_none(const Body* body) {
  return body == nullptr ? py::none() : py::object(py::str(body->id));
}

/// A row of an assessment, kept alive by itself.
struct Row {
  Assessment assessment;
  std::size_t row;
  [[nodiscard]] Obligation owed() const { return assessment.obligations()[row]; }
};

std::string html_table(const Counts& counts, const std::string& caption) {
  std::string head, body;
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (counts[state] == 0) continue;
    head += "<th scope=\"col\">" + word_of(state) + "</th>";
    body += "<td>" + std::to_string(counts[state]) + "</td>";
  }
  return "<table><caption>" + caption + "</caption><tr>" + head + "</tr><tr>" + body +
         "</tr></table>";
}

std::size_t row_named(const Obligations& owed, const py::object& which) {
  if (py::isinstance<py::str>(which)) {
    const std::string id = text_from(which, "which");
    if (const auto row = owed.find(id)) return *row;
    throw py::key_error("which: there is no obligation " + quoted(id));
  }
  return row_from(which, owed.size(), "which");
}

}  // namespace

void bind_assessment(py::module_& m) {
  py::class_<Row> row(m, "Obligation", "One promise at one date, and where it stands.");
  row.def_property_readonly("row", [](const Row& r) { return r.row; })
      .def_property_readonly("id", [](const Row& r) { return r.owed().id(); })
      .def_property_readonly("what", [](const Row& r) { return r.owed().what(); })
      .def_property_readonly(
          "due", [](const Row& r) { return r.owed().due().text; }, "The words of its deadline.")
      .def_property_readonly("from_", [](const Row& r) { return or_none(r.owed().from()); })
      .def_property_readonly("to", [](const Row& r) { return or_none(r.owed().to()); })
      .def_property_readonly("lead", [](const Row& r) { return or_none(r.owed().lead()); })
      .def_property_readonly("plan", [](const Row& r) { return r.owed().plan().id; })
      .def_property_readonly("state", [](const Row& r) { return word_of(r.assessment[r.row]); })
      .def_property_readonly(
          "first", [](const Row& r) { return to_python(first_of(r.owed().days())); },
          "The first of the days that its words mean.")
      .def_property_readonly(
          "last", [](const Row& r) { return to_python(last_of(r.owed().days())); },
          "The last of the days that its words mean.")
      .def_property_readonly(
          "last_in_force",
          [](const Row& r) { return to_python(last_of(r.assessment.in_force(r.row))); },
          "On time until this day: the last, or what extensions and moved meetings made of it.")
      .def_property_readonly("days_overdue",
                             [](const Row& r) { return r.assessment.days_overdue(r.row); })
      .def_property_readonly(
          "closed_on",
          [](const Row& r) {
            const Record* record = r.assessment.closed_by(r.row);
            return to_python(record == nullptr ? std::nullopt : record->date);
          },
          "The day of the record that closed it: it came in, or was waived; None if nothing did.")
      .def_property_readonly("where", [](const Row& r) { return place(r.owed().where()); })
      .def("__repr__", [](const Row& r) {
        return "Obligation(" + quoted(r.owed().id()) + ", " + word_of(r.assessment[r.row]) + ")";
      });
  compare_by(row, [](const Row& r) {
    return py::make_tuple(r.owed().id(), word_of(r.assessment[r.row]),
                          to_python(r.assessment.as_at()));
  });
  py::class_<Reason> reason(m, "Reason", "Why an obligation is in its state.");
  reason.def_property_readonly("state", [](const Reason& r) { return word_of(r.state); })
      .def_property_readonly("rule", [](const Reason& r) { return r.rule; })
      .def_property_readonly("steps", [](const Reason& r) { return py::tuple(py::cast(r.steps)); })
      .def_property_readonly(
          "facts", [](const Reason& r) { return facts_of(r.facts); },
          "Tuples of kind, text and place.")
      .def("__repr__", [](const Reason& r) {
        return "Reason(" + word_of(r.state) + ": " + quoted(r.rule) + ")";
      });
  compare_by(reason, [](const Reason& r) {
    return py::make_tuple(word_of(r.state), r.rule, py::tuple(py::cast(r.steps)),
                          facts_of(r.facts));
  });
  py::class_<Assessment> made(m, "Assessment", "The state of every obligation as at a date.");
  made.def("__len__", &Assessment::size)
      .def("__iter__", iterator_of)
      .def("__contains__",
           [](const Assessment& a, const py::object& id) {
             return a.obligations().find(text_from(id, "id")).has_value();
           })
      .def_property_readonly("as_at", [](const Assessment& a) { return to_python(a.as_at()); })
      .def_property_readonly("obligations", [](const Assessment& a) { return a.obligations(); })
      .def_property_readonly(
          "counts", [](const Assessment& a) { return counts_dict(a.counts()); },
          "How many are in each state.")
      .def(
          "by",
          [](const Assessment& a, const py::object& group) {
            return columns_of(a.by(word<Group>(text_from(group, "group"), "group")));
          },
          py::arg("group"), "Counts for each plan, body and so on, as columns.")
      .def(
          "__getitem__",
          [](const Assessment& a, const py::object& which) {
            return Row{a, row_named(a.obligations(), which)};
          },
          py::arg("which"), "By number, or by id: `bp-2019/2.1/bmg@2019-10`.")
      .def(
          "explain",
          [](const Assessment& a, const py::object& which) {
            return explain(a, row_named(a.obligations(), which));
          },
          py::arg("which"), "Why a row is in its state: rule, facts with places, arithmetic.")
      .def("_repr_html_",
           [](const Assessment& a) {
             return html_table(a.counts(), "as at " + in_words(a.as_at()));
           })
      .def("__repr__", [](const Assessment& a) {
        return "Assessment(" + std::to_string(a.size()) + " rows as at " + iso(a.as_at()) + ")";
      });
  speak_arrow(made, [](const Assessment& a, const std::vector<std::string>& names) {
    return columns_of(a.obligations(), &a, names);
  });
  m.def(
      "assess",
      [](const py::object& obligations, const py::object& as_at, const py::object& known_at,
         const py::object& due_soon_days) {
        const auto& owed = instance_from<Obligations>(obligations, "obligations");
        const Date day = date_from(as_at, "as_at");
        const int soon = number_from(due_soon_days, "due_soon_days");
        if (soon < 0) throw py::value_error("due_soon_days: it is less than no day");
        const AssessOptions options{.due_soon_days = soon,
                                    .known_at = date_or_none(known_at, "known_at")};
        const py::gil_scoped_release released;
        return assess(owed, day, options);
      },
      py::arg("obligations"), py::kw_only(), py::arg("as_at"), py::arg("known_at") = py::none(),
      py::arg("due_soon_days") = 30,
      R"(Where every obligation stands as at a date.

Parameters
----------
obligations : Obligations
as_at : datetime.date or str
    Nothing is asked of the clock.
known_at : datetime.date or str, optional
    Only what had been written down by that day; what came in later changes no earlier answer.
due_soon_days : int, default 30
    How many days before its first day something is due soon.

Returns
-------
Assessment

Raises
------
TypeError, ValueError
    For what is no day, or for less than no days.

Examples
--------
>>> import safegov
>>> owed = safegov.expand_obligations(safegov.read_partnership("examples/nottingham"), of=["bp-2019"])
>>> safegov.assess(owed, as_at="2019-11-01").counts["overdue"]
32
)");
}

}  // namespace safegov::python
