// Values of described types as immutable Python objects, made from the descriptions alone.
// SPDX-License-Identifier: Apache-2.0

#include "values.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <safegov/format.hpp>
#include <safegov/registers.hpp>

#include "arguments.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

/// What a Python object of a described type is: a view of a value that its owner keeps alive.
struct Value {
  PyObject head;
  PyObject* owner;
  const void* value;
  const Type* type;
};

std::map<const Type*, PyTypeObject*>& classes() {
  static std::map<const Type*, PyTypeObject*> all;
  return all;
}

Value* of(PyObject* self) { return reinterpret_cast<Value*>(self); }

/// `timed-duty` as `TimedDuty`. What a partnership publishes of itself is not the whole of it, and
/// how it is to be rated is not how it is.
std::string class_name(const Type& type) {
  if (type.name == "partnership") return "Arrangements";
  if (type.name == "ratings") return "RatingRules";
  std::string name;
  bool big = true;
  for (const char c : type.name) {
    if (c == '-' || c == ' ') {
      big = true;
      continue;
    }
    name += big ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    big = false;
  }
  return name;
}

std::string with_underscores(std::string_view word) {
  std::string name = as_code(word);
  // What Python keeps for itself.
  static const std::set<std::string_view> kept{
      "and",    "as",   "assert", "async",  "await",  "break",   "class",    "continue",
      "def",    "del",  "elif",   "else",   "except", "finally", "for",      "from",
      "global", "if",   "import", "in",     "is",     "lambda",  "nonlocal", "not",
      "or",     "pass", "raise",  "return", "try",    "while",   "with",     "yield"};
  if (kept.contains(name)) name += '_';
  return name;
}

py::object leaf(const Codec& codec, const void* member) {
  std::string text;
  if (!codec.print(member, text)) return py::none();
  switch (codec.shape) {
    case Shape::number: {
      // Anything else, such as `4.83 %`, stays as printed; int() would take 1_000 and " 7", too.
      const bool digits = text.find_first_not_of("0123456789", text[0] == '-') == text.npos;
      PyObject* number = digits ? PyLong_FromString(text.c_str(), nullptr, 10) : nullptr;
      if (number != nullptr) return py::reinterpret_steal<py::object>(number);
      PyErr_Clear();
      return text_to(text);
    }
    case Shape::day:
      if (const auto date = parse_date(text)) return to_python(*date);
      return py::str(text);
    case Shape::word:
      return py::str(as_code(text));
    case Shape::tagged:
      return py::make_tuple(py::str(as_code(codec.tag(member))), py::str(text));
    default:
      return py::str(text);
  }
}

py::object to_python(const Codec& codec, const void* member, py::handle owner) {
  if (codec.shape == Shape::value) {
    const void* inner = codec.get(member);
    return inner == nullptr ? py::none() : wrap(codec.type(), inner, owner);
  }
  if (codec.shape != Shape::list) return leaf(codec, member);
  const Codec& element = codec.element();
  py::tuple all(codec.size(member));
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = to_python(element, codec.item(member, i), owner);
  return all;
}

/// No exception of C++ may pass through Python's own calls.
template <class Call>
PyObject* guarded(Call&& call) {
  try {
    return call().release().ptr();
  } catch (py::error_already_set& error) {
    error.restore();
  } catch (const std::exception& error) {
    PyErr_SetString(PyExc_RuntimeError, error.what());
  }
  return nullptr;
}

PyObject* get_field(PyObject* self, void* closure) {
  const Field& field = *static_cast<const Field*>(closure);
  return guarded(
      [&] { return to_python(field.codec(), field.of(of(self)->value), of(self)->owner); });
}

int refuse_to_set(PyObject* self, PyObject*, void* closure) {
  const Field& field = *static_cast<const Field*>(closure);
  PyErr_Format(PyExc_AttributeError, "%s is read-only: '%s' cannot be set",
               class_name(*of(self)->type).c_str(), with_underscores(field.name).c_str());
  return -1;
}

void dealloc(PyObject* self) {
  PyTypeObject* type = Py_TYPE(self);
  Py_XDECREF(of(self)->owner);
  type->tp_free(self);
  Py_DECREF(type);
}

py::dict fields_of(const Type& type, const void* value);

py::object plain(const Codec& codec, const void* member) {
  if (codec.shape == Shape::value) {
    const void* inner = codec.get(member);
    return inner == nullptr ? py::none() : py::object(fields_of(codec.type(), inner));
  }
  if (codec.shape == Shape::list) {
    py::list all;
    for (std::size_t i = 0; i < codec.size(member); ++i)
      all.append(plain(codec.element(), codec.item(member, i)));
    return all;
  }
  std::string text;
  if (!codec.print(member, text)) return py::none();
  return py::str(text);
}

py::dict fields_of(const Type& type, const void* value) {
  py::dict all;
  for (const Field& field : type.fields) {
    const Codec& codec = field.codec();
    const void* member = field.of(value);
    py::object held = plain(codec, member);
    if (held.is_none()) continue;
    // A list that has to be there says by being empty that there is nothing.
    if (field.need != Need::required && py::isinstance<py::list>(held) && py::len(held) == 0)
      continue;
    if (py::isinstance<py::dict>(held) && py::len(held) == 0) continue;
    const std::string_view key = codec.shape == Shape::tagged ? codec.tag(member) : field.name;
    all[py::str(std::string(key))] = std::move(held);
  }
  return all;
}

PyObject* to_dict(PyObject* self, PyObject*) {
  return guarded([&] { return py::object(fields_of(*of(self)->type, of(self)->value)); });
}

/// Equal if they say the same, wherever it stands.
PyObject* compare(PyObject* self, PyObject* other, int how) {
  if ((how != Py_EQ && how != Py_NE) || Py_TYPE(self) != Py_TYPE(other)) Py_RETURN_NOTIMPLEMENTED;
  return guarded([&]() -> py::object {
    const bool same = of(self)->value == of(other)->value ||
                      fields_of(*of(self)->type, of(self)->value)
                          .equal(fields_of(*of(other)->type, of(other)->value));
    return py::bool_(same == (how == Py_EQ));
  });
}

Py_hash_t hash(PyObject* self) {
  PyObject* text =
      guarded([&] { return py::object(py::repr(fields_of(*of(self)->type, of(self)->value))); });
  if (text == nullptr) return -1;
  const Py_hash_t number = PyObject_Hash(text);
  Py_DECREF(text);
  return number;
}

PyObject* repr(PyObject* self) {
  return guarded([&]() -> py::object {
    // The first few of what it says, on one line.
    std::string text = class_name(*of(self)->type) + "(";
    int shown = 0;
    for (const Field& field : of(self)->type->fields) {
      const Codec& codec = field.codec();
      if (codec.shape == Shape::value || codec.shape == Shape::list) continue;
      const py::object held = leaf(codec, field.of(of(self)->value));
      if (held.is_none()) continue;
      if (shown == 4) {
        text += ", …";
        break;
      }
      std::string word = py::repr(held);
      if (word.size() > 60) {
        std::size_t end = 57;  // of a character the first byte at the least
        while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
        word = word.substr(0, end) + "…'";
      }
      text += (shown++ == 0 ? "" : ", ") + with_underscores(field.name) + "=" + word;
    }
    return py::str(text + ")");
  });
}

PyObject* repr_html(PyObject* self, PyObject*) {
  return guarded([&]() -> py::object {
    const py::object escape = py::module_::import("html").attr("escape");
    const auto escaped = [&](const py::handle& what) {
      return escape(py::str(what)).cast<std::string>();
    };
    std::string html = "<table><caption>" + class_name(*of(self)->type) + "</caption>";
    for (const auto& [key, value] : fields_of(*of(self)->type, of(self)->value))
      html += "<tr><th scope=\"row\">" + escaped(key) + "</th><td>" + escaped(value) + "</td></tr>";
    return py::str(html + "</table>");
  });
}

PyObject* no_new(PyTypeObject* type, PyObject*, PyObject*) {
  PyErr_Format(PyExc_TypeError,
               "a %s is part of a partnership; make one with safegov.from_dict or read_partnership",
               type->tp_name);
  return nullptr;
}

/// The class of a type, with an attribute for each of its fields. What it is made of lives as long
/// as the program.
PyTypeObject* make_class(const Type& type) {
  auto* const getters = new std::vector<PyGetSetDef>;
  for (const Field& field : type.fields)
    getters->push_back({(new std::string(with_underscores(field.name)))->c_str(), get_field,
                        refuse_to_set, (new std::string(field.doc))->c_str(),
                        const_cast<Field*>(&field)});
  getters->push_back({nullptr, nullptr, nullptr, nullptr, nullptr});
  static PyMethodDef methods[] = {
      {"to_dict", to_dict, METH_NOARGS, "Nested dicts, lists and text with the keys of the files."},
      {"_repr_html_", repr_html, METH_NOARGS, nullptr},
      {nullptr, nullptr, 0, nullptr}};
  const auto* const doc = new std::string(type.doc);
  PyType_Slot slots[] = {{Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
                         {Py_tp_getset, getters->data()},
                         {Py_tp_methods, methods},
                         {Py_tp_repr, reinterpret_cast<void*>(repr)},
                         {Py_tp_hash, reinterpret_cast<void*>(hash)},
                         {Py_tp_richcompare, reinterpret_cast<void*>(compare)},
                         {Py_tp_new, reinterpret_cast<void*>(no_new)},
                         {Py_tp_doc, const_cast<char*>(doc->c_str())},
                         {0, nullptr}};
  const auto* const name = new std::string("safegov." + class_name(type));
  // Objects of a class that could be changed could be given to another one, whose fields are not
  // theirs.
#ifdef Py_TPFLAGS_IMMUTABLETYPE
  constexpr unsigned flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_IMMUTABLETYPE;
#else
  constexpr unsigned flags = Py_TPFLAGS_DEFAULT;
#endif
  PyType_Spec spec{name->c_str(), sizeof(Value), 0, flags, slots};
  PyObject* made = PyType_FromSpec(&spec);
  if (made == nullptr) throw py::error_already_set();
  return reinterpret_cast<PyTypeObject*>(made);
}

void gather(const Type& type, std::vector<const Type*>& order, std::set<const Type*>& seen) {
  if (!seen.insert(&type).second) return;
  order.push_back(&type);
  for (const Field& field : type.fields) {
    const Codec* codec = &field.codec();
    if (codec->shape == Shape::list) codec = &codec->element();
    if (codec->shape == Shape::value) gather(codec->type(), order, seen);
  }
}

}  // namespace

void bind_values(py::module_& module) {
  std::vector<const Type*> order;
  std::set<const Type*> seen;
  for (const FileKind& kind : file_kinds())
    if (kind.name != "registers") gather(kind.type(), order, seen);
  for (const Register* kind : registers()) gather(kind->row(), order, seen);
  for (const Type* type : order) {
    PyTypeObject* made = make_class(*type);
    classes().emplace(type, made);
    module.add_object(class_name(*type).c_str(), py::handle(reinterpret_cast<PyObject*>(made)),
                      true);
  }
}

namespace {

/// What an attribute holds, in the words of a stub.
std::string hint_of(const Codec& codec) {
  switch (codec.shape) {
    case Shape::value:
      return class_name(codec.type()) + " | None";
    case Shape::list: {
      std::string element = hint_of(codec.element());
      if (element.ends_with(" | None")) element.resize(element.size() - 7);
      return "tuple[" + element + ", ...]";
    }
    case Shape::number:
      return "int | str | None";
    case Shape::day:
      return "datetime.date | None";
    case Shape::tagged:
      return "tuple[str, str]";
    default:
      return "str | None";
  }
}

}  // namespace

py::dict described_types() {
  py::dict all;
  for (const auto& [type, made] : classes()) {
    py::list fields;
    for (const Field& field : type->fields)
      fields.append(py::make_tuple(with_underscores(field.name), hint_of(field.codec()),
                                   std::string(field.doc)));
    all[py::str(class_name(*type))] = py::make_tuple(std::string(type->doc), fields);
  }
  return all;
}

py::object wrap(const Type& type, const void* value, py::handle owner) {
  const auto found = classes().find(&type);
  if (found == classes().end())
    throw std::invalid_argument("no class of '" + std::string(type.name) + "'");
  PyObject* made = found->second->tp_alloc(found->second, 0);
  if (made == nullptr) throw py::error_already_set();
  Py_INCREF(owner.ptr());
  of(made)->owner = owner.ptr();
  of(made)->value = value;
  of(made)->type = &type;
  return py::reinterpret_steal<py::object>(made);
}

py::object as_dict(const Type& type, const void* value) { return fields_of(type, value); }

}  // namespace safegov::python
