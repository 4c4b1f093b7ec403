// What is owed: every obligation of a partnership.
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/pybind11.h>
#include <string>
#include <vector>

#include <safegov/obligations.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "columns.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

void bind_obligations(py::module_& m) {
  py::class_<Obligations> made(m, "Obligations",
                               "Every obligation of a partnership, ordered by last day; columns.");
  made.def("__len__", &Obligations::size)
      .def_property_readonly("partnership", [](const Obligations& o) { return o.partnership(); })
      .def("__repr__", [](const Obligations& o) {
        return "Obligations(" + std::to_string(o.size()) + " rows)";
      });
  speak_arrow(made, [](const Obligations& o, const std::vector<std::string>& names) {
    return columns_of(o, nullptr, names);
  });
  m.def(
      "expand_obligations",
      [](const py::object& whose, const py::object& of, const py::object& promised_by) {
        const auto& partnership = instance_from<Partnership>(whose, "partnership");
        ExpandOptions options{.promised_by = date_or_none(promised_by, "promised_by")};
        for (const std::string& id : texts_from(of, "of")) {
          bool found = false;
          for (std::uint32_t i = 0; i < partnership.plan_count(); ++i)
            if (partnership[PlanId{i}].id == id) {
              options.of.push_back(PlanId{i});
              found = true;
            }
          if (!found) throw py::key_error("of: there is no plan or register " + quoted(id));
        }
        const py::gil_scoped_release released;
        return expand_obligations(partnership, options);
      },
      py::arg("partnership"), py::kw_only(), py::arg("of") = py::tuple(),
      py::arg("promised_by") = py::none(),
      R"(Which report is due from whom, to whom, by when.

Parameters
----------
partnership : Partnership
of : iterable of str, optional
    The ids of plans and names of registers; all of them unless given.
promised_by : datetime.date or str, optional
    Only what had been promised by that day.

Returns
-------
Obligations
    By last day, then as written.

Raises
------
KeyError
    If there is no such plan or register.

Examples
--------
>>> import safegov
>>> len(safegov.expand_obligations(safegov.read_partnership("examples/nottingham"), of=["bp-2019"]))
61
)");
}

}  // namespace safegov::python
