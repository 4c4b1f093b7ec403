// The words of deadlines, read by the library for whoever has words only.
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/stl.h>
#include <string>

#include <safegov/deadline.hpp>
#include <safegov/period.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

std::string word_of(DeadlineProblem::Kind kind) {
  switch (kind) {
    case DeadlineProblem::Kind::impossible:
      return "impossible";
    case DeadlineProblem::Kind::endless:
      return "endless";
    case DeadlineProblem::Kind::no_body:
      return "no_body";
    case DeadlineProblem::Kind::not_started:
      return "not_started";
    case DeadlineProblem::Kind::not_in_force:
      return "not_in_force";
    case DeadlineProblem::Kind::outside_calendar:
      return "outside_calendar";
    case DeadlineProblem::Kind::unresolved:
      break;
  }
  return "unresolved";
}

Deadlines parse(const py::object& words, const py::object& anchor, const py::object& period) {
  const std::string text = text_from(words, "text");
  DeadlineContext context;
  context.anchor = date_or_none(anchor, "anchor");
  if (!period.is_none()) {
    const std::string written = text_from(period, "period");
    context.window = parse_period(written);
    if (!context.window)
      throw py::value_error("period: " + quoted(written) + " is no period; write it as 2019-22");
  }
  return parse_deadlines(text, context);
}

}  // namespace

void bind_deadlines(py::module_& m) {
  py::class_<Deadline> deadline(m, "Deadline",
                                "The words of one deadline, and the days they mean.");
  deadline.def_property_readonly("text", [](const Deadline& d) { return d.text; })
      .def_property_readonly(
          "kind", [](const Deadline& d) { return std::string(to_string(d.kind)); },
          "undated, dated, open (never due) or unresolved.")
      .def_property_readonly("precision",
                             [](const Deadline& d) { return std::string(to_string(d.precision)); })
      .def_property_readonly(
          "first", [](const Deadline& d) { return to_python(first_of(d.range)); },
          "The first day that is meant; None if none is.")
      .def_property_readonly(
          "last", [](const Deadline& d) { return to_python(last_of(d.range)); },
          "The last day on which it is on time.")
      .def_property_readonly(
          "condition", [](const Deadline& d) { return d.condition; },
          "What was added to it: `website permitting`.")
      .def("__repr__", [](const Deadline& d) {
        return "Deadline(" + quoted(d.text) + ", " + std::string(to_string(d.kind)) + ")";
      });
  compare_by(deadline, [](const Deadline& d) {
    return py::make_tuple(d.text, std::string(to_string(d.kind)),
                          std::string(to_string(d.precision)), to_python(first_of(d.range)),
                          to_python(last_of(d.range)), d.condition);
  });
  py::class_<DeadlineProblem> problem(m, "DeadlineProblem",
                                      "Why words are no deadline as they stand.");
  problem.def_property_readonly("kind", [](const DeadlineProblem& p) { return word_of(p.kind); })
      .def_property_readonly("text", [](const DeadlineProblem& p) { return p.text; })
      .def_property_readonly("message", [](const DeadlineProblem& p) { return p.message; })
      .def_property_readonly("help", [](const DeadlineProblem& p) { return p.help; })
      .def("__repr__", [](const DeadlineProblem& p) {
        return "DeadlineProblem(" + word_of(p.kind) + ": " + quoted(p.message) + ")";
      });
  compare_by(problem, [](const DeadlineProblem& p) {
    return py::make_tuple(word_of(p.kind), p.text, p.message, p.help);
  });
  py::class_<Deadlines>(m, "Deadlines", "The deadlines that some words name, in their order.")
      .def("__len__", [](const Deadlines& all) { return all.deadlines.size(); })
      .def_property_readonly(
          "deadlines", [](const Deadlines& all) { return py::tuple(py::cast(all.deadlines)); })
      .def_property_readonly("problems",
                             [](const Deadlines& all) { return py::tuple(py::cast(all.problems)); })
      .def("__repr__", [](const Deadlines& all) {
        return "Deadlines(" + std::to_string(all.deadlines.size()) + ", " +
               std::to_string(all.problems.size()) + " problems)";
      });
  m.def("parse_deadlines", parse, py::arg("text"), py::kw_only(), py::arg("anchor") = py::none(),
        py::arg("period") = py::none(),
        R"(The deadlines that words name, and what cannot be taken as it stands; nothing is guessed.

Parameters
----------
text : str
    As printed: `June 2019, Oct 2019`, `Q1 2022/23`, `ongoing`. See docs/deadlines.md.
anchor : datetime.date or str, optional
    The document's date, for `in three months` and `next year`.
period : str, optional
    The plan's period, `2019-22`: how far `quarterly` runs.

Returns
-------
Deadlines

Examples
--------
>>> import safegov
>>> [(d.text, d.last) for d in safegov.parse_deadlines("June 2019 Oct 2019").deadlines]
[('June 2019', datetime.date(2019, 6, 30)), ('Oct 2019', datetime.date(2019, 10, 31))]
>>> safegov.parse_deadlines("Autumn 2022").problems[0].kind
'unresolved'
)");
  m.def(
      "parse_day",
      [](const py::object& text) { return to_python(parse_day(text_from(text, "text"))); },
      py::arg("text"),
      R"(The day that words name (`27 June 2019`, `27/6/19`, day first always); None if they name none.

Examples
--------
>>> import safegov
>>> safegov.parse_day("27/6/19")
datetime.date(2019, 6, 27)
)");
}

}  // namespace safegov::python
