// Making columns, and how Python sees them: lists of text, buffers for NumPy.
// SPDX-License-Identifier: Apache-2.0

#include "table.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include "arguments.hpp"
#include "convert.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

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
