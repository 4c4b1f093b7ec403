// Reading partnerships, and what they hold.
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <string>
#include <utility>
#include <vector>

#include <safegov/read.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "convert.hpp"
#include "values.hpp"

namespace safegov::python {

namespace py = pybind11;

void bind_partnership(py::module_& m) {
  py::class_<Partnership>(m, "Partnership",
                          "One partnership: its bodies, plans, registers and records. Immutable.")
      .def_property_readonly("arrangements",
                             [](const py::object& self) {
                               return wrap(self.cast<const Partnership&>().arrangements(), self);
                             })
      .def_property_readonly("bodies",
                             [](const py::object& self) {
                               return wrap_all(self.cast<const Partnership&>().bodies(), self);
                             })
      .def_property_readonly("plans",
                             [](const py::object& self) {
                               return wrap_all(self.cast<const Partnership&>().plans(), self);
                             })
      .def_property_readonly("records",
                             [](const py::object& self) {
                               return wrap_all(self.cast<const Partnership&>().records(), self);
                             })
      .def_property_readonly(
          "registers",
          [](const py::object& self) {
            py::dict all;
            for (const RegisterTable& table : self.cast<const Partnership&>().registers()) {
              py::tuple rows(table.size());
              for (std::size_t i = 0; i < table.size(); ++i)
                rows[i] = wrap(table.kind().row(), table[i], self);
              all[py::str(std::string(table.kind().name))] = rows;
            }
            return all;
          },
          "The rows of each register that has any, by its name: `{'decisions': (…)}`.")
      .def(
          "to_dict",
          [](const Partnership& p) {
            py::dict all;
            all["partnership"] = as_dict(type_of<Arrangements>(), &p.arrangements());
            py::list plans, records;
            for (const Plan& plan : p.parts().plans) plans.append(as_dict(type_of<Plan>(), &plan));
            for (const Record& record : p.parts().records)
              records.append(as_dict(type_of<Record>(), &record));
            if (py::len(plans) != 0) all["plans"] = plans;
            if (py::len(records) != 0) all["records"] = records;
            for (const RegisterTable& table : p.parts().registers) {
              py::list rows;
              for (std::size_t i = 0; i < table.size(); ++i)
                rows.append(as_dict(table.kind().row(), table[i]));
              all[py::str(std::string(table.kind().name))] = rows;
            }
            return all;
          },
          "Nested dicts, lists and text with the keys of the files; `from_dict` reads it back.")
      .def(
          "__eq__", [](const Partnership& a, const Partnership& b) { return a == b; },
          py::is_operator())
      .def("__hash__", [](const Partnership& p) { return py::hash(py::str(p.arrangements().id)); })
      .def("__repr__", [](const Partnership& p) {
        return "Partnership(" + quoted(p.arrangements().id) + ", " +
               std::to_string(p.bodies().size()) + " bodies, " + std::to_string(p.plans().size()) +
               " plans, " + std::to_string(p.records().size()) + " records)";
      });
  m.def(
      "read_partnership",
      [](const py::args& paths) {
        const std::vector<std::string> all = paths_from(paths);
        const auto result = [&] {
          const py::gil_scoped_release released;
          return read_partnership(all);
        }();
        return value_of(result);
      },
      "Reads one partnership from files and folders. Raises InputError with every problem.");
  m.def(
      "read_texts",
      [](const py::object& texts) {
        std::vector<Source> sources;
        for (const auto& [name, text] : pairs_from(texts, "texts"))
          sources.emplace_back(name, text);
        const auto result = [&] {
          const py::gil_scoped_release released;
          return read_sources(std::move(sources));
        }();
        return value_of(result);
      },
      py::arg("texts"),
      "The same from texts in memory: pairs of name and text. Raises InputError.");
  m.def(
      "check",
      [](const py::args& paths) {
        const std::vector<std::string> all = paths_from(paths);
        const py::gil_scoped_release released;
        return read_partnership(all).diagnostics();
      },
      "Everything that is wrong or odd with some files; an empty list if nothing is.");
}

}  // namespace safegov::python
