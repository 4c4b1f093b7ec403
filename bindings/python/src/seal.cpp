// Closes the classes of the module, so that no Python code can make an object of one that is none.
// SPDX-License-Identifier: Apache-2.0
//
// pybind11 trusts every object of a class to hold a value. `Assessment.__new__(Assessment)`, an
// assignment to `__class__`, and `pickle` with its oldest protocol make objects that hold none, or
// that of another class: a crash at the next call, or numbers out of nowhere.

#include "seal.hpp"

#include <string>

#include "table.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

PyObject* refuse_new(PyTypeObject* type, PyObject*, PyObject*) {
  PyErr_Format(PyExc_TypeError, "'%s' cannot be made by itself; the functions of safegov give it",
               type->tp_name);
  return nullptr;
}

PyObject* refuse_class(PyTypeObject*, PyObject*, PyObject*) {
  PyErr_SetString(PyExc_TypeError, "nothing can be derived from the classes of safegov");
  return nullptr;
}

/// Of any class, also of one that pybind11 made for its own ends.
void close(PyTypeObject* type, newfunc refuse) {
  type->tp_new = refuse;
  type->tp_flags &= ~Py_TPFLAGS_BASETYPE;
#ifdef Py_TPFLAGS_IMMUTABLETYPE
  type->tp_flags |= Py_TPFLAGS_IMMUTABLETYPE;  // from Python 3.10; this forbids `__class__`, too
#endif
  PyType_Modified(type);
}

}  // namespace

void seal(py::module_& module) {
  // The class of pybind11's classes, and what they all derive from. Both are this module's own: see
  // PYBIND11_COMPILER_TYPE in CMakeLists.txt.
  PyTypeObject* const meta = Py_TYPE(py::type::of<Table>().ptr());
  PyTypeObject* const base = reinterpret_cast<PyTypeObject*>(py::type::of<Table>().ptr())->tp_base;
  const auto refuse_pickle = [](const py::object& self, const py::args&) -> py::object {
    throw py::type_error("cannot copy or pickle '" + std::string(Py_TYPE(self.ptr())->tp_name) +
                         "'; Partnership.to_dict gives what can be");
  };
  for (const auto& [name, thing] : module.attr("__dict__").cast<py::dict>()) {
    if (Py_TYPE(thing.ptr()) != meta) continue;
    thing.attr("__reduce_ex__") =
        py::cpp_function(refuse_pickle, py::name("__reduce_ex__"), py::is_method(thing));
    close(reinterpret_cast<PyTypeObject*>(thing.ptr()), refuse_new);
  }
  close(base, refuse_new);
  close(meta, refuse_class);
  meta->tp_call =
      PyType_Type.tp_call;  // pybind11's own takes what it makes for an object of its own
}

}  // namespace safegov::python
