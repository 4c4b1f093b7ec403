// From words of Python to those of the library, and back.
// SPDX-License-Identifier: Apache-2.0

#include "convert.hpp"

#include <algorithm>

namespace safegov::python {

namespace py = pybind11;

std::string as_code(std::string_view word) {
  std::string code(word);
  std::ranges::replace(code, '-', '_');
  return code;
}

std::size_t word_among(std::span<const std::string_view> words, const std::string& text,
                       const char* argument) {
  std::string known;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string code = as_code(words[i]);
    if (text == words[i] || text == code) return i;
    known += (i == 0 ? "" : ", ") + code;
  }
  throw py::value_error(std::string(argument) + ": " + quoted(text) + " is none of " + known);
}

std::vector<std::string> paths_of(const py::args& paths) {
  std::vector<std::string> all;
  const py::object text = py::module_::import("os").attr("fsencode");
  for (const py::handle path : paths) all.push_back(text(path).cast<std::string>());
  return all;
}

std::size_t index_among(std::size_t size, const py::object& number) {
  const auto rows = static_cast<py::ssize_t>(size);
  py::ssize_t row = PyNumber_AsSsize_t(number.ptr(), PyExc_IndexError);
  if (row == -1 && PyErr_Occurred() != nullptr) throw py::error_already_set();
  if (row < 0) row += rows;
  if (row < 0 || row >= rows) throw py::index_error("there are " + std::to_string(rows) + " rows");
  return static_cast<std::size_t>(row);
}

py::object place(const Span& where) {
  if (!where) return py::none();
  return py::make_tuple(std::string(where.name()), where.begin.line, where.begin.column);
}

py::dict counts_dict(const Counts& counts) {
  py::dict all;
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    all[py::str(std::string(to_string(state)))] = counts[state];
  }
  return all;
}

std::string quoted(const std::string& text) { return py::repr(py::str(text)); }

}  // namespace safegov::python
