// Values of described types as immutable Python objects, made from the descriptions alone.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <pybind11/pybind11.h>

#include <safegov/describe.hpp>

namespace safegov::python {

/// Makes a Python class of every described type and puts it into the module: `Body`, `Promise`. A
/// field is an attribute with underscores; what is absent is None, a list is a tuple.
void bind_values(pybind11::module_& module);

/// Of each class its sentence and its attributes: name, what it holds, and its sentence.
pybind11::dict described_types();

/// The value, which lives as long as `owner` does.
pybind11::object wrap(const Type& type, const void* value, pybind11::handle owner);

template <class T>
pybind11::object wrap(const T& value, pybind11::handle owner) {
  return wrap(type_of<T>(), &value, owner);
}

/// A tuple of all.
template <class Range>
pybind11::tuple wrap_all(const Range& values, pybind11::handle owner) {
  pybind11::tuple all(values.size());
  std::size_t i = 0;
  for (const auto& value : values) all[i++] = wrap(value, owner);
  return all;
}

/// Nested dicts, lists and text with the keys of the files: what `from_dict` takes.
pybind11::object as_dict(const Type& type, const void* value);

}  // namespace safegov::python
