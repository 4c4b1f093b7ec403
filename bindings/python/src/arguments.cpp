// What a caller passed, as the library wants it, or why it does not fit.
// SPDX-License-Identifier: Apache-2.0

#include "arguments.hpp"

#include <limits>
#include <utility>

namespace safegov::python {

namespace py = pybind11;

namespace {

std::string bytes_of(py::handle object, const std::string& argument) {
  Py_ssize_t size = 0;
  const char* text = PyUnicode_AsUTF8AndSize(object.ptr(), &size);
  if (text != nullptr) return {text, static_cast<std::size_t>(size)};
  if (PyErr_ExceptionMatches(PyExc_UnicodeEncodeError) == 0) throw py::error_already_set();
  PyErr_Clear();
  throw py::value_error(argument + ": it has half a pair of surrogates, which is no character");
}

py::str decoded(std::string_view text, const char* errors) {
  PyObject* made = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), errors);
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(made);
}

/// A Python int. A TypeError is how Python says that it is no number; others are the caller's.
py::object whole_from(py::handle object, const std::string& argument, const char* wanted) {
  PyObject* const whole = PyNumber_Index(object.ptr());
  if (whole != nullptr) return py::reinterpret_steal<py::object>(whole);
  if (PyErr_ExceptionMatches(PyExc_TypeError) == 0) throw py::error_already_set();
  PyErr_Clear();
  throw py::type_error(argument + ": " + wanted + ", not " + kind_of(object));
}

/// Calls `take` with each thing of what can be gone through, and its position.
}  // namespace

void each(py::handle object, const std::string& argument, const char* wanted,
          const std::function<void(py::handle, const std::string&)>& take) {
  const bool text = PyUnicode_Check(object.ptr()) || PyBytes_Check(object.ptr());
  PyObject* const begun = text ? nullptr : PyObject_GetIter(object.ptr());
  if (begun == nullptr) {
    // A TypeError is how Python says that there is nothing to go through; others are the caller's.
    if (PyErr_Occurred() != nullptr && PyErr_ExceptionMatches(PyExc_TypeError) == 0)
      throw py::error_already_set();
    PyErr_Clear();
    throw py::type_error(argument + ": " + wanted + ", not " + kind_of(object));
  }
  const auto things = py::reinterpret_steal<py::object>(begun);
  std::size_t position = 0;
  while (PyObject* const next = PyIter_Next(begun)) {
    const auto thing = py::reinterpret_steal<py::object>(next);
    take(thing, at(argument, position++));
  }
  if (PyErr_Occurred() != nullptr) throw py::error_already_set();
}

std::string at(std::string_view argument, std::size_t position) {
  return std::string(argument) + "[" + std::to_string(position) + "]";
}

std::string kind_of(py::handle object) { return std::string(Py_TYPE(object.ptr())->tp_name); }

std::string text_from(py::handle object, const std::string& argument) {
  if (!PyUnicode_Check(object.ptr()))
    throw py::type_error(argument + ": text is wanted, not " + kind_of(object));
  return bytes_of(object, argument);
}

std::vector<std::string> texts_from(py::handle object, const std::string& argument) {
  std::vector<std::string> all;
  each(object, argument, "a list of texts is wanted",
       [&](py::handle text, const std::string& name) { all.push_back(text_from(text, name)); });
  return all;
}

std::vector<std::pair<std::string, std::string>> pairs_from(py::handle object,
                                                            const std::string& argument) {
  std::vector<std::pair<std::string, std::string>> all;
  each(object, argument, "a list of pairs of name and text is wanted",
       [&](py::handle pair, const std::string& name) {
         std::vector<std::string> both = texts_from(pair, name);
         if (both.size() != 2)
           throw py::value_error(name + ": a pair of name and text is wanted, and there are " +
                                 std::to_string(both.size()));
         all.emplace_back(std::move(both[0]), std::move(both[1]));
       });
  return all;
}

std::string path_from(py::handle object, const std::string& argument) {
  PyObject* const given = PyOS_FSPath(object.ptr());
  if (given == nullptr) {
    // What else a __fspath__ of the caller's own raises is the caller's.
    if (PyErr_ExceptionMatches(PyExc_TypeError) == 0) throw py::error_already_set();
    PyErr_Clear();
    throw py::type_error(argument + ": a path is wanted, not " + kind_of(object));
  }
  const auto path = py::reinterpret_steal<py::object>(given);
  PyObject* const encoded =
      PyBytes_Check(given) ? path.inc_ref().ptr() : PyUnicode_EncodeFSDefault(given);
  if (encoded == nullptr) {
    if (PyErr_ExceptionMatches(PyExc_UnicodeEncodeError) == 0) throw py::error_already_set();
    PyErr_Clear();
    throw py::value_error(argument + ": no file can be called that");
  }
  const auto bytes = py::reinterpret_steal<py::object>(encoded);
  std::string text(PyBytes_AS_STRING(encoded), static_cast<std::size_t>(PyBytes_GET_SIZE(encoded)));
  if (text.find('\0') != std::string::npos) throw py::value_error(argument + ": a path has no NUL");
  return text;
}

std::vector<std::string> words_from(py::handle object, const std::string& argument) {
  std::vector<std::string> all;
  each(object, argument, "a list of words is wanted",
       [&](py::handle word, const std::string& name) { all.push_back(path_from(word, name)); });
  return all;
}

std::string bytes_from(py::handle object, const std::string& argument) {
  if (!PyBytes_Check(object.ptr())) return text_from(object, argument);
  return {PyBytes_AS_STRING(object.ptr()),
          static_cast<std::size_t>(PyBytes_GET_SIZE(object.ptr()))};
}

std::vector<std::string> paths_from(const py::args& paths) {
  std::vector<std::string> all;
  for (const py::handle path : paths) all.push_back(path_from(path, at("paths", all.size())));
  return all;
}

int number_from(py::handle object, const std::string& argument) {
  const py::object whole = whole_from(object, argument, "a whole number is wanted");
  int beyond = 0;
  const long long number = PyLong_AsLongLongAndOverflow(whole.ptr(), &beyond);
  if (beyond != 0 || number < std::numeric_limits<int>::min() ||
      number > std::numeric_limits<int>::max()) {
    PyErr_SetString(PyExc_OverflowError, (argument + ": that number is too large").c_str());
    throw py::error_already_set();
  }
  return static_cast<int>(number);
}

std::size_t row_from(py::handle object, std::size_t size, const std::string& argument) {
  const py::object whole = whole_from(object, argument, "the number of a row or an id is wanted");
  int beyond = 0;
  const long long number = PyLong_AsLongLongAndOverflow(whole.ptr(), &beyond);
  const auto rows = static_cast<long long>(size);
  const long long row = number < 0 ? number + rows : number;
  if (beyond != 0 || row < 0 || row >= rows)
    throw py::index_error(argument + ": there are " + std::to_string(size) + " rows");
  return static_cast<std::size_t>(row);
}

py::str text_to(std::string_view text) { return decoded(text, "replace"); }

py::str path_to(std::string_view name) { return decoded(name, "surrogateescape"); }

}  // namespace safegov::python
