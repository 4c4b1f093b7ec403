// safegov::Date as datetime.date, and from whatever a caller has that is a day for certain.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <pybind11/pybind11.h>

#include <safegov/date.hpp>

namespace safegov::python {

/// A `datetime.date`; never null.
pybind11::object to_python(Date date);
/// None for none.
pybind11::object to_python(const std::optional<Date>& date);

/// The ends of an interval, if there is one.
std::optional<Date> first_of(const std::optional<DateRange>& days);
std::optional<Date> last_of(const std::optional<DateRange>& days);

/// From a `datetime.date` or text such as `2019-11-01`. Throws TypeError for what has a time of
/// day or a time zone, for a missing date, and for anything else; ValueError for text that is no
/// day. `argument` is what the message calls it.
Date date_from(const pybind11::handle& object, const char* argument);
std::optional<Date> date_or_none(const pybind11::handle& object, const char* argument);

}  // namespace safegov::python
