// What other programs hand over as Arrow, as text that the library reads as it reads any table.
// SPDX-License-Identifier: Apache-2.0

#include <cmath>
#include <cstring>
#include <functional>
#include <pybind11/pybind11.h>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/date.hpp>
#include <safegov/read.hpp>

#include "arguments.hpp"
#include "arrow.hpp"
#include "bindings.hpp"
#include "convert.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

/// Gives a structure of Arrow back when it is no longer needed.
template <class Struct>
class Held : public Struct {
 public:
  Held() : Struct{} {}
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    if (this->release != nullptr) this->release(this);
  }
};

template <class T>
T value_at(const void* values, std::int64_t row) {
  T value;
  std::memcpy(&value, static_cast<const char*>(values) + row * std::int64_t{sizeof(T)}, sizeof(T));
  return value;
}

/// Thrown for a value that is none of a table.
struct BadCell {
  std::string why;
};

/// Appends the cell of a row, which is not null; rows are counted from where the buffers begin.
using Write = std::function<void(const ArrowArray& array, std::int64_t row, std::string& out)>;

bool is_null(const ArrowArray& array, std::int64_t row) {
  if (array.null_count == 0 || array.n_buffers == 0 || array.buffers[0] == nullptr) return false;
  return (value_at<std::uint8_t>(array.buffers[0], row / 8) >> (row % 8) & 1) == 0;
}

void append_quoted(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

template <class T>
Write whole_number() {
  return [](const ArrowArray& array, std::int64_t row, std::string& out) {
    out += std::to_string(value_at<T>(array.buffers[1], row));
  };
}

template <class T>
Write number() {
  return [](const ArrowArray& array, std::int64_t row, std::string& out) {
    const T value = value_at<T>(array.buffers[1], row);
    if (std::isnan(value)) return;  // what data frames put where nothing is
    if (value != std::trunc(value) || std::abs(value) > 9007199254740992.0)
      throw BadCell{std::string(py::str(py::float_(value))) + " is no whole number"};
    out += std::to_string(static_cast<long long>(value));
  };
}

template <class Offset>
Write text() {
  return [](const ArrowArray& array, std::int64_t row, std::string& out) {
    const auto begin = value_at<Offset>(array.buffers[1], row);
    const auto end = value_at<Offset>(array.buffers[1], row + 1);
    append_quoted(
        {static_cast<const char*>(array.buffers[2]) + begin, static_cast<std::size_t>(end - begin)},
        out);
  };
}

/// Sixteen bytes a row: up to twelve bytes of text in place, or where they begin in which buffer.
Write text_view() {
  return [](const ArrowArray& array, std::int64_t row, std::string& out) {
    const char* view = static_cast<const char*>(array.buffers[1]) + row * 16;
    const auto length = value_at<std::int32_t>(view, 0);
    const char* bytes = view + 4;
    if (length > 12)
      bytes = static_cast<const char*>(array.buffers[2 + value_at<std::int32_t>(view, 2)]) +
              value_at<std::int32_t>(view, 3);
    append_quoted({bytes, static_cast<std::size_t>(length)}, out);
  };
}

void append_day(std::int64_t days, std::string& out) {
  static const Date first(1400, 1, 1), last(9999, 12, 31);
  if (days < first.days() || days > last.days())
    throw BadCell{"there is no such day from " + iso(first) + " to " + iso(last)};
  out += iso(Date::from_days(static_cast<std::int32_t>(days)));
}

Write days() {
  return [](const ArrowArray& array, std::int64_t row, std::string& out) {
    append_day(value_at<std::int32_t>(array.buffers[1], row), out);
  };
}

/// Moments that are a day: midnight, and no time zone.
Write moments(std::int64_t per_day) {
  return [per_day](const ArrowArray& array, std::int64_t row, std::string& out) {
    const auto value = value_at<std::int64_t>(array.buffers[1], row);
    if (value % per_day != 0) throw BadCell{"a day is wanted, and this has a time"};
    append_day(value / per_day, out);
  };
}

Write truth() {
  return [](const ArrowArray& array, std::int64_t row, std::string& out) {
    const bool is = (value_at<std::uint8_t>(array.buffers[1], row / 8) >> (row % 8) & 1) != 0;
    out += is ? "yes" : "no";
  };
}

Write writer_of(const ArrowSchema& schema);

/// The numbers of the array say which of the dictionary's values it is.
Write words(const ArrowSchema& schema) {
  const Write index = [&] {
    ArrowSchema plain = schema;
    plain.dictionary = nullptr;
    return writer_of(plain);
  }();
  const Write word = writer_of(*schema.dictionary);
  return [index, word](const ArrowArray& array, std::int64_t row, std::string& out) {
    std::string number;
    index(array, row, number);
    const std::int64_t at = std::stoll(number);
    const ArrowArray& dictionary = *array.dictionary;
    if (at < 0 || at >= dictionary.length) throw BadCell{"its dictionary has no such value"};
    if (!is_null(dictionary, at + dictionary.offset)) word(dictionary, at + dictionary.offset, out);
  };
}

Write writer_of(const ArrowSchema& schema) {
  if (schema.dictionary != nullptr) return words(schema);
  constexpr std::int64_t seconds = 24LL * 60 * 60;
  const std::string_view format = schema.format;
  if (format == "u") return text<std::int32_t>();
  if (format == "U") return text<std::int64_t>();
  if (format == "vu") return text_view();
  if (format == "tdD") return days();
  if (format == "tdm") return moments(seconds * 1000);
  if (format.starts_with("ts") && format.size() >= 4) {
    if (format.size() > 4)
      throw BadCell{"a day is wanted, and these have a time zone; take their dates first"};
    const std::string_view units = "smun";
    std::int64_t per_day = seconds;
    for (std::size_t i = 0; i < units.find(format[2]); ++i) per_day *= 1000;
    return moments(per_day);
  }
  if (format == "c") return whole_number<std::int8_t>();
  if (format == "C") return whole_number<std::uint8_t>();
  if (format == "s") return whole_number<std::int16_t>();
  if (format == "S") return whole_number<std::uint16_t>();
  if (format == "i") return whole_number<std::int32_t>();
  if (format == "I") return whole_number<std::uint32_t>();
  if (format == "l") return whole_number<std::int64_t>();
  if (format == "L") return whole_number<std::uint64_t>();
  if (format == "f") return number<float>();
  if (format == "g") return number<double>();
  if (format == "b") return truth();
  if (format == "n") return [](const ArrowArray&, std::int64_t, std::string&) {};
  throw BadCell{"text, days or whole numbers are wanted, not Arrow's '" + std::string(format) +
                "'"};
}

void fail_if(int code, ArrowArrayStream& stream) {
  if (code == 0) return;
  const char* why = stream.get_last_error(&stream);
  // An error of Python's own that stopped the source says more than its copy.
  if (PyErr_Occurred() != nullptr) throw py::error_already_set();
  throw py::value_error(std::string("table: the columns could not be read: ") +
                        (why == nullptr ? std::strerror(code) : why));
}

/// A table that is written batch by batch.
class Writer {
 public:
  explicit Writer(const ArrowSchema& schema) {
    if (std::string_view(schema.format) != "+s")
      throw py::type_error("table: columns with names are wanted, not a single one");
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
      const ArrowSchema& child = *schema.children[i];
      names_.emplace_back(child.name == nullptr ? "" : child.name);
      try {
        columns_.push_back(writer_of(child));
      } catch (const BadCell& bad) {
        throw py::type_error("table: column " + quoted(names_.back()) + ": " + bad.why);
      }
      if (i != 0) text_ += ',';
      append_quoted(names_.back(), text_);
    }
    text_ += '\n';
  }

  void write(const ArrowArray& batch) {
    for (std::int64_t row = 0; row < batch.length; ++row) {
      ++row_;
      const bool blank = is_null(batch, row + batch.offset);  // still a row, by which others count
      for (std::size_t i = 0; i < columns_.size() && !blank; ++i) {
        if (i != 0) text_ += ',';
        write_cell(*batch.children[i], row + batch.offset, i);
      }
      text_ += '\n';
    }
  }

  std::string take() { return std::move(text_); }

 private:
  void write_cell(const ArrowArray& column, std::int64_t row, std::size_t i) {
    const std::int64_t at = row + column.offset;
    if (column.n_buffers == 0 || is_null(column, at)) return;
    try {
      columns_[i](column, at, text_);
    } catch (const BadCell& bad) {
      throw py::value_error("table: row " + std::to_string(row_) + ", column " + quoted(names_[i]) +
                            ": " + bad.why);
    }
  }

  std::vector<std::string> names_ = {};
  std::vector<Write> columns_ = {};
  std::string text_ = {};
  std::size_t row_ = 1;  // as a spreadsheet counts: that of the names is the first
};

/// What a capsule holds, which is ours from now on.
template <class Struct>
void take(const py::object& capsule, const char* name, Held<Struct>& into) {
  if (PyCapsule_IsValid(capsule.ptr(), name) == 0)
    throw py::type_error("table: it gives no '" + std::string(name) + "' of Arrow, but a " +
                         kind_of(capsule));
  auto* given = static_cast<Struct*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (given == nullptr) throw py::error_already_set();
  if (given->release == nullptr) throw py::value_error("table: these columns were taken before");
  static_cast<Struct&>(into) = *given;
  given->release = nullptr;
}

/// A table of comma-separated cells, the names of the columns first; the stream is used up. Throws
/// TypeError for a column whose values have no place in a table, ValueError for one value that has
/// none; both name the column.
std::string table_of_stream(const py::object& capsule) {
  Held<ArrowArrayStream> stream;
  take(capsule, "arrow_array_stream", stream);
  Held<ArrowSchema> schema;
  fail_if(stream.get_schema(&stream, &schema), stream);
  Writer table(schema);
  while (true) {
    Held<ArrowArray> batch;
    fail_if(stream.get_next(&stream, &batch), stream);
    if (batch.release == nullptr) return table.take();
    table.write(batch);
  }
}

std::string table_of_array(const py::object& schema_capsule, const py::object& array_capsule) {
  Held<ArrowSchema> schema;
  Held<ArrowArray> array;
  take(schema_capsule, "arrow_schema", schema);
  take(array_capsule, "arrow_array", array);
  Writer table(schema);
  table.write(array);
  return table.take();
}

}  // namespace

void bind_arrow_in(py::module_& m) {
  m.def("_table_of_stream",
        [](const py::object& stream) { return py::bytes(table_of_stream(stream)); });
  m.def("_table_of_array", [](const py::object& schema, const py::object& array) {
    return py::bytes(table_of_array(schema, array));
  });
  const auto adds = [&m](const char* name,
                         Result<Partnership> (*add)(const Partnership&, const Source&)) {
    m.def(name,
          [add](const py::object& whose, const py::object& its_name, const std::string& text) {
            const auto& to = instance_from<Partnership>(whose, "partnership");
            const std::string called = text_from(its_name, "name");
            const auto result = [&] {
              const py::gil_scoped_release released;
              return add(to, Source(called, text));
            }();
            return value_of(result);
          });
  };
  adds("_add_records", add_records);
  adds("_add_promises", add_promises);
}

}  // namespace safegov::python
