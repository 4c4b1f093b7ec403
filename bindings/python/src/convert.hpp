// From words of Python to those of the library, and back.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <pybind11/pybind11.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/describe.hpp>
#include <safegov/diagnostic.hpp>
#include <safegov/explain.hpp>
#include <safegov/result.hpp>

namespace safegov::python {

/// Raises InputError, with all of them.
[[noreturn]] void raise_input_error(const Diagnostics& diagnostics);

template <class T>
T value_of(const Result<T>& result) {
  if (!result) raise_input_error(result.diagnostics());
  return *result;
}

/// Which of the words it is, with hyphens or underscores; ValueError names all of them.
[[nodiscard]] std::size_t word_among(std::span<const std::string_view> words,
                                     const std::string& text, const char* argument);

template <class E>
E word(const std::string& text, const char* argument) {
  return static_cast<E>(word_among(words_of<E>(), text, argument));
}

/// `not-due` as `not_due`.
[[nodiscard]] std::string as_code(std::string_view word);

/// The word of a list that a value stands for: `optimistic`.
template <class E>
std::string word_of(E value) {
  return as_code(words_of<E>()[static_cast<std::size_t>(value)]);
}

/// Tuples of kind, text and place.
[[nodiscard]] pybind11::tuple facts_of(const std::vector<Fact>& facts);

/// File, line and column (bytes, from 1); None for no place.
[[nodiscard]] pybind11::object place(const Span& where);

/// Of each state, how many.
[[nodiscard]] pybind11::dict counts_dict(const Counts& counts);

/// Goes through what is found by number.
[[nodiscard]] pybind11::object iterator_of(const pybind11::object& sequence);

/// Equal, and of one hash, if `key` makes the same tuple of both: all that a value says.
template <class T, class Key>
void compare_by(pybind11::class_<T>& made, Key key) {
  made.def(
          "__eq__", [key](const T& a, const T& b) { return key(a).equal(key(b)); },
          pybind11::is_operator())
      .def("__hash__", [key](const T& a) { return pybind11::hash(key(a)); });
}

/// As Python writes it, in quotes.
[[nodiscard]] std::string quoted(const std::string& text);

}  // namespace safegov::python
