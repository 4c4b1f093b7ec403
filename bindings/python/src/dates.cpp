// safegov::Date as datetime.date, and from whatever a caller has that is a day for certain.
// SPDX-License-Identifier: Apache-2.0

#include "dates.hpp"

#include <datetime.h>
#include <string>

namespace safegov::python {

namespace py = pybind11;

namespace {

void need_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw py::error_already_set();
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

Date date_from(const py::handle& object, const char* argument) {
  need_datetime();
  PyObject* o = object.ptr();
  // pandas' NaT is a datetime, too.
  if (PyDateTime_Check(o))
    refuse(argument, "a day is wanted, and this has a time: " + std::string(py::repr(object)) +
                         "; give its .date()");
  if (PyDate_Check(o))
    return {PyDateTime_GET_YEAR(o), PyDateTime_GET_MONTH(o), PyDateTime_GET_DAY(o)};
  if (PyUnicode_Check(o)) {
    const auto text = object.cast<std::string>();
    if (const auto date = parse_date(text)) return *date;
    throw py::value_error(std::string(argument) + ": '" + text +
                          "' is no day; write it as 2019-11-01");
  }
  refuse(argument, "a datetime.date or text such as '2019-11-01' is wanted, not " +
                       std::string(py::str(py::type::handle_of(object).attr("__name__"))));
}

std::optional<Date> date_or_none(const py::handle& object, const char* argument) {
  if (object.is_none()) return {};
  return date_from(object, argument);
}

}  // namespace safegov::python
