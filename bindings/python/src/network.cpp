// Who answers to whom on a day.
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/pybind11.h>
#include <string>

#include <safegov/network.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

void bind_network(py::module_& m) {
  py::class_<Network>(m, "Network", "Who answers to whom on a day.")
      .def_property_readonly("as_at", [](const Network& n) { return to_python(n.as_at()); })
      .def_property_readonly("top",
                             [](const Network& n) -> py::object {
                               return n.top() ? py::object(py::str(n.partnership()[n.top()].id))
                                              : py::none();
                             })
      .def(
          "route",
          [](const Network& n, const py::object& body) -> py::object {
            const std::string id = text_from(body, "body");
            const BodyId from = n.partnership().find_body(id);
            if (!from) throw py::key_error("body: there is no body " + quoted(id));
            const auto route = n.route(from);
            if (!route) return py::none();
            py::list way;
            way.append(n.partnership()[from].id);
            for (const NetworkLine& line : route->lines) way.append(n.partnership()[line.to].id);
            return py::tuple(way);
          },
          py::arg("body"), "The bodies on its way to the top; None if there is no way.")
      .def_property_readonly(
          "lines",
          [](const Network& n) {
            py::list all;
            for (const NetworkLine& line : n.lines())
              all.append(py::make_tuple(n.partnership()[line.from].id, n.partnership()[line.to].id,
                                        std::string(to_string(line.kind))));
            return py::tuple(all);
          },
          "Tuples of from, to and kind.")
      .def("__repr__", [](const Network& n) { return "Network(as at " + iso(n.as_at()) + ")"; });
  m.def(
      "network",
      [](const py::object& obligations, const py::object& as_at) {
        const auto& owed = instance_from<Obligations>(obligations, "obligations");
        const Date day = date_from(as_at, "as_at");
        const py::gil_scoped_release released;
        return network_of(owed, day);
      },
      py::arg("obligations"), py::kw_only(), py::arg("as_at"),
      R"(Who answers to whom on a day.

Parameters
----------
obligations : Obligations
as_at : datetime.date or str

Returns
-------
Network

Examples
--------
>>> import safegov
>>> owed = safegov.expand_obligations(safegov.read_partnership("examples/nottingham"))
>>> safegov.network(owed, as_at="2019-11-01").route("qa")
('qa', 'bmg', 'slg')
)");
}

}  // namespace safegov::python
