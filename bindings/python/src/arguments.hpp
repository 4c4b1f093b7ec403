// What a caller passed, as the library wants it, or why it does not fit.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <pybind11/pybind11.h>
#include <string>
#include <string_view>
#include <vector>

namespace safegov::python {

/// How a message calls something in a list: `of[3]`.
[[nodiscard]] std::string at(std::string_view argument, std::size_t position);

/// The name of an object's class, for a message: `int`.
[[nodiscard]] std::string kind_of(pybind11::handle object);

/// Of a `str`. TypeError for anything else; ValueError for half a pair of surrogates, which no
/// UTF-8 has.
[[nodiscard]] std::string text_from(pybind11::handle object, const std::string& argument);

/// Goes through whatever can be gone through once, with what a message calls each: `of[3]`. A text
/// by itself is a TypeError, as is what cannot be gone through: `wanted` says what would do. What
/// going through raises comes out as it is.
void each(pybind11::handle object, const std::string& argument, const char* wanted,
          const std::function<void(pybind11::handle, const std::string&)>& take);

/// Of whatever can be gone through once and gives texts; a text by itself is a TypeError, since its
/// letters are hardly meant. What going through raises comes out as it is.
[[nodiscard]] std::vector<std::string> texts_from(pybind11::handle object,
                                                  const std::string& argument);

/// Pairs of a name and a text.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs_from(
    pybind11::handle object, const std::string& argument);

/// A path as the system has it, from text, bytes or what has `__fspath__`. ValueError for a NUL,
/// behind which the system would read no further.
[[nodiscard]] std::string path_from(pybind11::handle object, const std::string& argument);

/// The words of a command line: paths, or what might be one.
[[nodiscard]] std::vector<std::string> words_from(pybind11::handle object,
                                                  const std::string& argument);

/// Of bytes as they are, or of text in UTF-8.
[[nodiscard]] std::string bytes_from(pybind11::handle object, const std::string& argument);

/// One path for each of a call's arguments, which messages call `paths[0]` and so on.
[[nodiscard]] std::vector<std::string> paths_from(const pybind11::args& paths);

/// A whole number. TypeError for what is none, OverflowError for one that has no room.
[[nodiscard]] int number_from(pybind11::handle object, const std::string& argument);

/// A row, counted from the end if negative. IndexError if there is none, also for a huge number.
[[nodiscard]] std::size_t row_from(pybind11::handle object, std::size_t size,
                                   const std::string& argument);

/// Text for Python, whatever its bytes: what is no UTF-8 is replaced.
[[nodiscard]] pybind11::str text_to(std::string_view text);

/// Text for Python in which the names of files may be, which Python so finds again.
[[nodiscard]] pybind11::str path_to(std::string_view name);

/// Whether it is of a class of the module. Nothing derives from those, and unlike isinstance() this
/// does not believe what an object says of itself.
template <class T>
bool is_a(pybind11::handle object) {
  return pybind11::type::handle_of(object).is(pybind11::type::of<T>());
}

/// An object of a class of the module. TypeError names the argument and the class.
template <class T>
const T& instance_from(pybind11::handle object, const std::string& argument) {
  if (!is_a<T>(object))
    throw pybind11::type_error(
        argument + ": of class " +
        std::string(pybind11::str(pybind11::type::of<T>().attr("__name__"))) + " is wanted, not " +
        kind_of(object));
  return object.cast<const T&>();
}

}  // namespace safegov::python
