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

namespace {

/// After each text: Ctrl-C is heard, and the caller is told how far it is. The library copies this
/// while other threads run, so it does not own `progress`, which must outlive it.
ReadOptions heard(py::handle progress) {
  return {.progress = [progress](std::size_t done, std::size_t all) {
    const py::gil_scoped_acquire held;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (!progress.is_none()) progress(done, all);
  }};
}

void need_callable(const py::object& progress) {
  if (!progress.is_none() && PyCallable_Check(progress.ptr()) == 0)
    throw py::type_error("progress: something to call is wanted, not " + kind_of(progress));
}

template <class T>
py::list dicts_of(const std::vector<T>& values) {
  py::list all;
  for (const T& value : values) all.append(as_dict(type_of<T>(), &value));
  return all;
}

/// A tuple of what a member of the partnership lists.
template <auto list>
py::tuple all_of(const py::object& self) {
  return wrap_all((self.cast<const Partnership&>().*list)(), self);
}

}  // namespace

void bind_partnership(py::module_& m) {
  py::class_<Partnership>(m, "Partnership",
                          "One partnership: its bodies, plans, registers and records. Immutable.")
      .def_property_readonly("arrangements",
                             [](const py::object& self) {
                               return wrap(self.cast<const Partnership&>().arrangements(), self);
                             })
      .def_property_readonly("bodies", all_of<&Partnership::bodies>)
      .def_property_readonly("plans", all_of<&Partnership::plans>)
      .def_property_readonly("records", all_of<&Partnership::records>)
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
            if (!p.parts().plans.empty()) all["plans"] = dicts_of(p.parts().plans);
            if (!p.parts().records.empty()) all["records"] = dicts_of(p.parts().records);
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
      [](const py::args& paths, const py::object& progress) {
        const std::vector<std::string> all = paths_from(paths);
        need_callable(progress);
        const ReadOptions options = heard(progress);
        const auto result = [&] {
          const py::gil_scoped_release released;
          return read_partnership(all, options);
        }();
        return value_of(result);
      },
      py::arg("progress") = py::none(),
      R"(Reads one partnership from files and folders.

Parameters
----------
*paths : str, bytes or os.PathLike
    Of a folder every `.yaml` and `.yml` file, with those of its subfolders; records also as `.csv`.
progress : callable, optional
    Called after each file, with how many are read and of how many; what it raises ends the reading.

Returns
-------
Partnership

Raises
------
InputError
    With every problem of every file.

Examples
--------
>>> import safegov
>>> safegov.read_partnership("examples/county").plans[0].plan
'county-2019'
)");
  m.def(
      "read_texts",
      [](const py::object& texts) {
        std::vector<Source> sources;
        for (const auto& [name, text] : pairs_from(texts, "texts"))
          sources.emplace_back(name, text);
        const ReadOptions options = heard(py::none());
        const auto result = [&] {
          const py::gil_scoped_release released;
          return read_sources(std::move(sources), options);
        }();
        return value_of(result);
      },
      py::arg("texts"),
      R"(Reads one partnership from texts in memory.

Parameters
----------
texts : iterable of (str, str)
    Pairs of a name, which problems call it by and whose ending says what it is, and the text.

Returns
-------
Partnership

Raises
------
InputError
    With every problem of every text.

Examples
--------
>>> import safegov
>>> text = "safegov: 1\npartnership: x\nname: X\ntop: board\nbodies: [{id: board}]\n"
>>> safegov.read_texts([("partnership.yaml", text)]).bodies[0].id
'board'
)");
  m.def(
      "check",
      [](const py::args& paths) {
        const std::vector<std::string> all = paths_from(paths);
        const ReadOptions options = heard(py::none());
        const py::gil_scoped_release released;
        return read_partnership(all, options).diagnostics();
      },
      R"(Everything that is wrong or odd with some files.

Parameters
----------
*paths : str, bytes or os.PathLike
    As for `read_partnership`.

Returns
-------
list of Diagnostic
    By place; empty if there is nothing to say.

Examples
--------
>>> import safegov
>>> [problem.code for problem in safegov.check("no-such-file.yaml")]
['SG001']
)");
  m.def(
      "find_partnerships",
      [](const py::args& paths) {
        const std::vector<std::string> all = paths_from(paths);
        const FoundPartnerships found = find_partnerships(all);
        py::list list;
        for (const std::string& path : found.paths) list.append(path_to(path));
        return list;
      },
      R"(The partnerships in some paths.

Parameters
----------
*paths : str, bytes or os.PathLike
    A file is one, and so is a folder with a plan file in it; of any other folder, each in it that has one
    below. Folders without are passed over.

Returns
-------
list of str
    In the order given, those of one folder by name.

Examples
--------
>>> import safegov
>>> "examples/county" in safegov.find_partnerships("examples")
True
)");
}

}  // namespace safegov::python
