// Columns as other programs take them: the Arrow C data interface.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <memory>
#include <pybind11/pybind11.h>
#include <string>
#include <utility>
#include <vector>

#include "arrow.hpp"
#include "table.hpp"

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

}  // namespace

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

}  // namespace safegov::python
