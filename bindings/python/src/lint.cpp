// What an inspector would say.
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <string>
#include <vector>

#include <safegov/lint.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

std::vector<std::string> rules_from(const py::object& object, const std::string& argument) {
  std::vector<std::string> rules = texts_from(object, argument);
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (find_code(rules[i]) == nullptr)
      throw py::value_error(at(argument, i) + ": no rule is called " + quoted(rules[i]));
  return rules;
}

}  // namespace

void bind_lint(py::module_& m) {
  py::class_<Finding> made(m, "Finding", "One thing that a rule of lint says.");
  made.def_property_readonly("code", [](const Finding& f) { return f.what.code; })
      .def_property_readonly("rule",
                             [](const Finding& f) {
                               const Code* code = find_code(f.what.code);
                               return std::string(code ? code->name : "");
                             })
      .def_property_readonly(
          "severity", [](const Finding& f) { return std::string(to_string(f.what.severity)); })
      .def_property_readonly("message", [](const Finding& f) { return text_to(f.what.message); })
      .def_property_readonly("help", [](const Finding& f) { return text_to(f.what.help); })
      .def_property_readonly("where", [](const Finding& f) { return place(f.what.where); })
      .def_property_readonly("about", [](const Finding& f) { return text_to(f.about); })
      .def("__repr__", [](const Finding& f) {
        return "Finding('" + f.what.code + "', " + quoted(f.what.message) + ")";
      });
  compare_by(made, [](const Finding& f) {
    return py::make_tuple(f.what.code, std::string(to_string(f.what.severity)),
                          text_to(f.what.message), place(f.what.where), text_to(f.about));
  });
  m.def(
      "lint",
      [](const py::object& whose, const py::object& as_at, const py::object& only,
         const py::object& allow, const py::object& known_at) {
        const auto& partnership = instance_from<Partnership>(whose, "partnership");
        const Date day = date_from(as_at, "as_at");
        const LintOptions options{.only = rules_from(only, "only"),
                                  .allow = rules_from(allow, "allow"),
                                  .known_at = date_or_none(known_at, "known_at")};
        const py::gil_scoped_release released;
        return lint(partnership, day, options).findings;
      },
      py::arg("partnership"), py::kw_only(), py::arg("as_at"), py::arg("only") = py::tuple(),
      py::arg("allow") = py::tuple(), py::arg("known_at") = py::none(),
      R"(What an inspector would say.

Parameters
----------
partnership : Partnership
as_at : datetime.date or str
only, allow : iterable of str, optional
    Codes or names of rules: nothing but these, or all but these.
known_at : datetime.date or str, optional
    Only what had been written down by that day.

Returns
-------
list of Finding
    By place.

Raises
------
ValueError
    If there is no such rule.

Examples
--------
>>> import safegov
>>> partnership = safegov.read_partnership("examples/nottingham")
>>> safegov.lint(partnership, as_at="2019-11-01", only=["still-proposed"])[0].code
'SG221'
)");
}

}  // namespace safegov::python
