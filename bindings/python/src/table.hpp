// Columns as other programs take them: the Arrow C data interface, and buffers for NumPy.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <pybind11/pybind11.h>
#include <string>
#include <vector>

#include <safegov/date.hpp>

#include "arguments.hpp"

namespace safegov::python {

/// One column. What it points into, `owner` keeps alive, so that it outlives whatever it came from.
struct Column {
  std::string name;
  std::string format;  ///< of Arrow: `tdD` days, `C` bytes, `I` and `i` numbers, `u` text
  std::int64_t size = 0;
  const void* data = nullptr;           ///< of text, the offsets
  const void* text = nullptr;           ///< of text, its bytes
  const std::uint8_t* valid = nullptr;  ///< one bit a row; null if every row has a value
  std::int64_t nulls = 0;
  std::shared_ptr<const Column> dictionary = {};  ///< what the numbers stand for
  std::shared_ptr<const void> owner = {};
};

/// One bit a row, as Arrow wants it: whether there is a value.
class Validity {
 public:
  explicit Validity(std::size_t rows) : bits_((rows + 7) / 8) {}
  void set(std::size_t row, bool is) {
    bits_[row / 8] = static_cast<std::uint8_t>(bits_[row / 8] | (is ? 1U : 0U) << (row % 8));
    nulls_ += is ? 0 : 1;
  }
  /// `owner` keeps this alive.
  void give_to(Column& column) const {
    column.nulls = nulls_;
    if (nulls_ != 0) column.valid = bits_.data();
  }

 private:
  std::vector<std::uint8_t> bits_;
  std::int64_t nulls_ = 0;
};

/// A column of text; in the second form, of text that may be null.
[[nodiscard]] std::shared_ptr<const Column> text_column(std::string name,
                                                        const std::vector<std::string>& texts);
[[nodiscard]] std::shared_ptr<const Column> text_column(
    std::string name, const std::vector<std::optional<std::string>>& texts);

/// A column of days that may be null.
[[nodiscard]] std::shared_ptr<const Column> day_column(
    std::string name, const std::vector<std::optional<Date>>& days);

/// A column of whole numbers.
[[nodiscard]] std::shared_ptr<const Column> number_column(std::string name,
                                                          std::vector<std::int32_t> numbers);

/// Equally long columns.
class Table {
 public:
  Table(std::int64_t rows, std::vector<std::shared_ptr<const Column>> columns)
      : rows_(rows), columns_(std::move(columns)) {}

  [[nodiscard]] std::int64_t rows() const noexcept { return rows_; }
  [[nodiscard]] const std::vector<std::shared_ptr<const Column>>& columns() const noexcept {
    return columns_;
  }
  /// Null if there is none of that name.
  [[nodiscard]] std::shared_ptr<const Column> find(std::string_view name) const;
  /// Those columns, in that order; without names, all. Throws std::invalid_argument for a name that
  /// there is not.
  [[nodiscard]] Table only(const std::vector<std::string>& names) const;

 private:
  std::int64_t rows_;
  std::vector<std::shared_ptr<const Column>> columns_;
};

/// Capsules named as Arrow's PyCapsule interface wants them: `arrow_schema`, a pair of
/// `arrow_schema` and `arrow_array`, `arrow_array_stream`.
[[nodiscard]] pybind11::object schema_capsule(const Table& table);
[[nodiscard]] pybind11::tuple array_capsules(const Table& table);
[[nodiscard]] pybind11::object stream_capsule(const Table& table);

void bind_table(pybind11::module_& module);

/// Gives a class `table` and Arrow's PyCapsule interface. `columns` makes a Table of a value and of
/// names, which may be none.
template <class T, class Columns>
void speak_arrow(pybind11::class_<T>& made, Columns columns) {
  namespace py = pybind11;
  if (!py::hasattr(made, "_repr_html_"))
    made.def("_repr_html_", [](const py::object& self) {
      return py::module_::import("safegov._html").attr("table_of")(self);
    });
  made.def(
          "table",
          [columns](const T& of, const py::args& names) {
            return std::invoke(columns, of, texts_from(names, "names"));
          },
          "Columns by name; without names, all that cost nothing.")
      .def("__arrow_c_schema__",
           [columns](const T& of) {
             return schema_capsule(std::invoke(columns, of, std::vector<std::string>()));
           })
      .def(
          "__arrow_c_array__",
          [columns](const T& of, const py::object&) {
            return array_capsules(std::invoke(columns, of, std::vector<std::string>()));
          },
          py::arg("requested_schema") = py::none())
      .def(
          "__arrow_c_stream__",
          [columns](const T& of, const py::object&) {
            return stream_capsule(std::invoke(columns, of, std::vector<std::string>()));
          },
          py::arg("requested_schema") = py::none());
}

}  // namespace safegov::python
