// safegov::Date as datetime.date, and from whatever a caller has that is a day for certain.
// SPDX-License-Identifier: Apache-2.0

#include "dates.hpp"

#include <datetime.h>
#include <stdexcept>
#include <string>

#include "arguments.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

void need_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

bool is_missing(PyObject* date) {
  // The operator itself: PyObject_RichCompareBool does not ask it about one and the same object.
  const auto differs = py::reinterpret_steal<py::object>(PyObject_RichCompare(date, date, Py_NE));
  if (!differs) throw py::error_already_set();
  return differs.ptr() == Py_True;
}

[[noreturn]] void refuse(const char* argument, const std::string& why) {
  throw py::type_error(std::string(argument) + ": " + why);
}

}  // namespace

py::object to_python(Date date) {
  need_datetime();
  PyObject* made = PyDate_FromDate(date.year(), date.month(), date.day());
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

py::object to_python(const std::optional<Date>& date) {
  return date ? to_python(*date) : py::none();
}

std::optional<Date> first_of(const std::optional<DateRange>& days) {
  return days ? std::optional(days->first()) : std::nullopt;
}

std::optional<Date> last_of(const std::optional<DateRange>& days) {
  return days ? std::optional(days->last()) : std::nullopt;
}

Date date_from(const py::handle& object, const char* argument) {
  need_datetime();
  PyObject* o = object.ptr();
  if (PyDateTime_Check(o)) {
    // pandas' missing date is a datetime, too, and is not even equal to itself.
    if (is_missing(o)) refuse(argument, "a day is wanted, and this is a missing one (NaT)");
    refuse(argument, "a day is wanted, and a datetime has a time; give its .date()");
  }
  if (PyDate_Check(o)) {
    try {
      return {PyDateTime_GET_YEAR(o), PyDateTime_GET_MONTH(o), PyDateTime_GET_DAY(o)};
    } catch (const std::invalid_argument& error) {
      throw py::value_error(std::string(argument) + ": " + error.what());
    }
  }
  if (PyUnicode_Check(o)) {
    const std::string text = text_from(object, argument);
    if (const auto date = parse_date(text)) return *date;
    throw py::value_error(std::string(argument) + ": " + std::string(py::repr(py::str(text))) +
                          " is no day; write it as 2019-11-01");
  }
  refuse(argument,
         "a datetime.date or text such as '2019-11-01' is wanted, not " + kind_of(object));
}

std::optional<Date> date_or_none(const py::handle& object, const char* argument) {
  if (object.is_none()) return {};
  return date_from(object, argument);
}

}  // namespace safegov::python
