// Columns as other programs take them: the Arrow C data interface, and buffers for NumPy.
// SPDX-License-Identifier: Apache-2.0

#include "table.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <utility>

#include "arguments.hpp"
#include "arrow.hpp"
#include "convert.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

constexpr std::int64_t nullable = 2;  // ARROW_FLAG_NULLABLE

using Columns = std::vector<std::shared_ptr<const Column>>;

/// What an exported schema owns: its texts and its children.
struct SchemaParts {
  std::string format, name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
  ArrowSchema dictionary{};
};

// A consumer may call any of these once too often, or after the release: nothing happens then.

void release_schema(ArrowSchema* schema) {
  if (schema->release == nullptr) return;
  auto* parts = static_cast<SchemaParts*>(schema->private_data);
  for (ArrowSchema& child : parts->children)
    if (child.release != nullptr) child.release(&child);
  if (parts->dictionary.release != nullptr) parts->dictionary.release(&parts->dictionary);
  delete parts;
  schema->private_data = nullptr;
  schema->release = nullptr;
}

ArrowSchema schema_of(std::string format, std::string name) {
  auto* parts = new SchemaParts{std::move(format), std::move(name), {}, {}, {}};
  return {parts->format.c_str(),
          parts->name.c_str(),
          nullptr,
          nullable,
          0,
          nullptr,
          nullptr,
          release_schema,
          parts};
}

ArrowSchema schema_of(const Column& column) {
  ArrowSchema schema = schema_of(column.format, column.name);
  if (column.dictionary) {
    auto* parts = static_cast<SchemaParts*>(schema.private_data);
    parts->dictionary = schema_of(column.dictionary->format, "");
    schema.dictionary = &parts->dictionary;
  }
  return schema;
}

/// Columns stand as the children of a record batch.
ArrowSchema schema_of(const Columns& columns) {
  ArrowSchema schema = schema_of("+s", "");
  schema.flags = 0;
  auto* parts = static_cast<SchemaParts*>(schema.private_data);
  parts->children.reserve(columns.size());
  for (const auto& column : columns) parts->children.push_back(schema_of(*column));
  for (ArrowSchema& child : parts->children) parts->pointers.push_back(&child);
  schema.n_children = static_cast<std::int64_t>(columns.size());
  schema.children = parts->pointers.data();
  return schema;
}

struct ArrayParts {
  std::shared_ptr<const Column> column;
  std::array<const void*, 3> buffers{};
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  ArrowArray dictionary{};
};

void release_array(ArrowArray* array) {
  if (array->release == nullptr) return;
  auto* parts = static_cast<ArrayParts*>(array->private_data);
  for (ArrowArray& child : parts->children)
    if (child.release != nullptr) child.release(&child);
  if (parts->dictionary.release != nullptr) parts->dictionary.release(&parts->dictionary);
  delete parts;
  array->private_data = nullptr;
  array->release = nullptr;
}

ArrowArray array_of(const std::shared_ptr<const Column>& column) {
  auto* parts = new ArrayParts{column, {}, {}, {}, {}};
  parts->buffers = {column->valid, column->data, column->text};
  ArrowArray array{column->size,
                   column->nulls,
                   0,
                   column->text != nullptr ? 3 : 2,
                   0,
                   parts->buffers.data(),
                   nullptr,
                   nullptr,
                   release_array,
                   parts};
  if (column->dictionary) {
    parts->dictionary = array_of(column->dictionary);
    array.dictionary = &parts->dictionary;
  }
  return array;
}

ArrowArray array_of(const Columns& columns, std::int64_t rows) {
  auto* parts = new ArrayParts{nullptr, {}, {}, {}, {}};
  parts->children.reserve(columns.size());
  for (const auto& column : columns) parts->children.push_back(array_of(column));
  for (ArrowArray& child : parts->children) parts->pointers.push_back(&child);
  return {rows,
          0,
          0,
          1,
          static_cast<std::int64_t>(columns.size()),
          parts->buffers.data(),
          parts->pointers.data(),
          nullptr,
          release_array,
          parts};
}

/// A structure in a capsule that releases it, unless somebody has taken it over.
template <class Arrow>
py::object capsule(Arrow made, const char* name) {
  auto* held = new Arrow(made);
  PyObject* object = PyCapsule_New(held, name, [](PyObject* self) {
    auto* of = static_cast<Arrow*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
    if (of->release != nullptr) of->release(of);
    delete of;
  });
  if (object == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(object);
}

/// A stream of one batch.
struct StreamParts {
  std::int64_t rows;
  Columns columns;
  bool given = false;
};

StreamParts& parts_of(ArrowArrayStream* stream) {
  return *static_cast<StreamParts*>(stream->private_data);
}

int next_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  if (stream->release == nullptr) return EINVAL;
  try {
    *out = schema_of(parts_of(stream).columns);
    return 0;
  } catch (const std::exception&) {
    return ENOMEM;
  }
}

int next_array(ArrowArrayStream* stream, ArrowArray* out) {
  if (stream->release == nullptr) return EINVAL;
  StreamParts& parts = parts_of(stream);
  if (parts.given) {
    *out = ArrowArray{};  // the end
    return 0;
  }
  try {
    *out = array_of(parts.columns, parts.rows);
    parts.given = true;  // not before: who asks again after a failure gets the rows, not the end
    return 0;
  } catch (const std::exception&) {
    return ENOMEM;
  }
}

const char* last_error(ArrowArrayStream*) { return nullptr; }

void release_stream(ArrowArrayStream* stream) {
  if (stream->release == nullptr) return;
  delete static_cast<StreamParts*>(stream->private_data);
  stream->private_data = nullptr;
  stream->release = nullptr;
}

/// For NumPy: a view of a column of numbers or days.
py::buffer_info buffer_of(const Column& column) {
  const char kind = column.format[0];
  const std::string format = kind == 'C'   ? py::format_descriptor<std::uint8_t>::format()
                             : kind == 'I' ? py::format_descriptor<std::uint32_t>::format()
                                           : py::format_descriptor<std::int32_t>::format();
  const py::ssize_t width = kind == 'C' ? 1 : 4;
  return {const_cast<void*>(column.data), width, format, 1, {column.size}, {width}, true};
}

py::list texts_of(const Column& column) {
  const auto* offsets = static_cast<const std::int32_t*>(column.data);
  const auto* bytes = static_cast<const char*>(column.text);
  py::list words(static_cast<std::size_t>(column.size));
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (column.valid != nullptr && (column.valid[i / 8] >> (i % 8) & 1) == 0)
      words[i] = py::none();
    else
      words[i] =
          text_to({bytes + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])});
  }
  return words;
}

struct Texts {
  std::shared_ptr<const Column> column;
};

py::object held(const std::shared_ptr<const Column>& column) {
  if (column->format == "u") return py::cast(Texts{column});
  return py::cast(std::const_pointer_cast<Column>(column));
}

}  // namespace

namespace {

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

struct OwnedTexts {
  std::vector<std::int32_t> offsets = {0};
  std::string bytes = {};
  std::optional<Validity> valid = {};

  void add(std::string_view text, const std::string& column) {
    if (text.size() >
        static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()) - bytes.size())
      throw std::invalid_argument("column '" + column + "' has more than 2 GB of text");
    bytes += text;
    offsets.push_back(static_cast<std::int32_t>(bytes.size()));
  }
};

std::shared_ptr<Column> column_of(std::string name, std::shared_ptr<OwnedTexts> owned) {
  auto column = std::make_shared<Column>();
  column->name = std::move(name);
  column->format = "u";
  column->size = static_cast<std::int64_t>(owned->offsets.size() - 1);
  column->data = owned->offsets.data();
  column->text = owned->bytes.data();
  column->owner = std::move(owned);
  return column;
}

}  // namespace

std::shared_ptr<const Column> text_column(std::string name, const std::vector<std::string>& texts) {
  auto owned = std::make_shared<OwnedTexts>();
  std::size_t total = 0;
  for (const std::string& text : texts) total += text.size();
  owned->offsets.reserve(texts.size() + 1);
  owned->bytes.reserve(total + 1);
  for (const std::string& text : texts) owned->add(text, name);
  return column_of(std::move(name), std::move(owned));
}

std::shared_ptr<const Column> text_column(std::string name,
                                          const std::vector<std::optional<std::string>>& texts) {
  auto owned = std::make_shared<OwnedTexts>();
  owned->valid.emplace(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    owned->add(texts[i] ? std::string_view(*texts[i]) : std::string_view(), name);
    owned->valid->set(i, texts[i].has_value());
  }
  auto column = column_of(std::move(name), owned);
  owned->valid->give_to(*column);
  return column;
}

std::shared_ptr<const Column> day_column(std::string name,
                                         const std::vector<std::optional<Date>>& days) {
  struct Owned {
    std::vector<std::int32_t> days;
    Validity valid;
  };
  auto owned =
      std::make_shared<Owned>(Owned{std::vector<std::int32_t>(days.size()), Validity(days.size())});
  for (std::size_t i = 0; i < days.size(); ++i) {
    owned->valid.set(i, days[i].has_value());
    if (days[i]) owned->days[i] = days[i]->days();
  }
  auto column = std::make_shared<Column>();
  column->name = std::move(name);
  column->format = "tdD";
  column->size = static_cast<std::int64_t>(days.size());
  column->data = owned->days.data();
  owned->valid.give_to(*column);
  column->owner = std::move(owned);
  return column;
}

std::shared_ptr<const Column> number_column(std::string name, std::vector<std::int32_t> numbers) {
  auto owned = std::make_shared<const std::vector<std::int32_t>>(std::move(numbers));
  auto column = std::make_shared<Column>();
  column->name = std::move(name);
  column->format = "i";
  column->size = static_cast<std::int64_t>(owned->size());
  column->data = owned->data();
  column->owner = std::move(owned);
  return column;
}

std::shared_ptr<const Column> Table::find(std::string_view name) const {
  const auto found = std::ranges::find(
      columns_, name, [](const auto& column) -> std::string_view { return column->name; });
  return found == columns_.end() ? nullptr : *found;
}

Table Table::only(const std::vector<std::string>& names) const {
  if (names.empty()) return *this;
  std::vector<std::shared_ptr<const Column>> chosen;
  for (const std::string& name : names) {
    chosen.push_back(find(name));
    if (!chosen.back()) throw std::invalid_argument("names: there is no column " + quoted(name));
  }
  return {rows_, std::move(chosen)};
}

py::object schema_capsule(const Table& table) {
  return capsule(schema_of(table.columns()), "arrow_schema");
}

py::tuple array_capsules(const Table& table) {
  return py::make_tuple(schema_capsule(table),
                        capsule(array_of(table.columns(), table.rows()), "arrow_array"));
}

py::object stream_capsule(const Table& table) {
  auto* parts = new StreamParts{table.rows(), table.columns()};
  return capsule(ArrowArrayStream{next_schema, next_array, last_error, release_stream, parts},
                 "arrow_array_stream");
}

void bind_table(py::module_& module) {
  // A class of its own: an exception that leaves a buffer's getter would end the program.
  py::class_<Texts>(module, "TextColumn", "A column of text.")
      .def_property_readonly("name", [](const Texts& texts) { return texts.column->name; })
      .def("__len__", [](const Texts& texts) { return texts.column->size; })
      .def_property_readonly(
          "texts", [](const Texts& texts) { return texts_of(*texts.column); },
          "All of it, as a list; None where there is none.");
  py::class_<Column, std::shared_ptr<Column>>(module, "Column", py::buffer_protocol(),
                                              "A column of numbers: a buffer that NumPy takes "
                                              "without copying, `numpy.asarray(column)`.")
      .def_buffer([](Column& column) { return buffer_of(column); })
      .def_property_readonly("name", [](const Column& column) { return column.name; })
      .def("__len__", [](const Column& column) { return column.size; })
      .def_property_readonly(
          "format", [](const Column& column) { return column.format; },
          "In Arrow's letters: `tdD` days since 1970, `C` and `I` numbers.")
      .def_property_readonly(
          "dictionary",
          [](const Column& column) -> py::object {
            if (!column.dictionary) return py::none();
            return py::tuple(texts_of(*column.dictionary));
          },
          "What its numbers stand for; None if they are numbers.")
      .def_property_readonly(
          "valid",
          [](const Column& column) -> py::object {
            if (column.valid == nullptr) return py::none();
            auto bits = std::make_shared<Column>();
            bits->format = "C";
            bits->size = (column.size + 7) / 8;
            bits->data = column.valid;
            bits->owner = column.owner;
            return py::cast(bits);
          },
          "One bit a row, least significant first: whether it has a value; None if all have.");
  py::class_<Table> made(
      module, "Table", "Equally long columns, for whatever speaks the Arrow PyCapsule interface.");
  made.def("__len__", &Table::rows)
      .def_property_readonly("names",
                             [](const Table& table) {
                               py::tuple names(table.columns().size());
                               for (std::size_t i = 0; i < names.size(); ++i)
                                 names[i] = py::str(table.columns()[i]->name);
                               return names;
                             })
      .def(
          "column",
          [](const Table& table, const py::object& which) {
            const std::string name = text_from(which, "name");
            if (const auto found = table.find(name)) return held(found);
            std::string known;
            for (const auto& column : table.columns())
              known += (known.empty() ? "" : ", ") + column->name;
            throw py::key_error("name: there is no column " + quoted(name) + "; there are " +
                                known);
          },
          py::arg("name"));
  speak_arrow(made, &Table::only);
}

}  // namespace safegov::python
