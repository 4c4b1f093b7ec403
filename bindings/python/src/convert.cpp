// From words of Python to those of the library, and back.
// SPDX-License-Identifier: Apache-2.0

#include "convert.hpp"

#include <algorithm>

#include "arguments.hpp"

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

py::tuple facts_of(const std::vector<Fact>& facts) {
  py::tuple all(facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i)
    all[i] = py::make_tuple(facts[i].kind, text_to(facts[i].text), place(facts[i].where));
  return all;
}

py::object place(const Span& where) {
  if (!where) return py::none();
  return py::make_tuple(path_to(where.name()), where.begin.line, where.begin.column);
}

py::dict counts_dict(const Counts& counts) {
  py::dict all;
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    all[py::str(std::string(to_string(state)))] = counts[state];
  }
  return all;
}

py::object iterator_of(const py::object& sequence) {
  PyObject* made = PySeqIter_New(sequence.ptr());
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

std::string quoted(const std::string& text) { return py::repr(text_to(text)); }

}  // namespace safegov::python
