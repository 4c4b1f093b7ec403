// What is handed on: packs, chase lists, samples and diaries, and what may be published.
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <string>
#include <variant>
#include <vector>

#include <safegov/chase.hpp>
#include <safegov/diary.hpp>
#include <safegov/lint.hpp>
#include <safegov/pack.hpp>
#include <safegov/publish.hpp>
#include <safegov/render.hpp>
#include <safegov/sample.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "convert.hpp"
#include "dates.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

py::object value_in(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return text_to(*text);
  if (const auto* number = std::get_if<std::int64_t>(&cell.value)) return py::int_(*number);
  if (const auto* day = std::get_if<Date>(&cell.value)) return to_python(*day);
  return py::none();
}

py::tuple rows_of(const Table& table) {
  py::list rows;
  for (const std::vector<Cell>& cells : table.rows) {
    py::dict row;
    for (std::size_t i = 0; i < cells.size(); ++i)
      row[text_to(table.columns[i].key)] = value_in(cells[i]);
    rows.append(row);
  }
  return py::tuple(rows);
}

py::dict tables_of(const Report& report) {
  py::dict tables;
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks) {
      if (const auto* table = std::get_if<Table>(&block))
        tables[text_to(table->key)] = rows_of(*table);
      else if (const auto* chart = std::get_if<Chart>(&block))
        tables[text_to(chart->key)] = rows_of(chart->figures);
    }
  return tables;
}

BodyId body_or_none(const Partnership& partnership, const py::object& body) {
  if (body.is_none()) return {};
  const std::string id = text_from(body, "body");
  const BodyId found = partnership.find_body(id);
  if (!found) throw py::key_error("body: there is no body " + quoted(id));
  return found;
}

template <class T>
std::vector<T> all_from(const py::object& object, const std::string& argument, const char* wanted) {
  std::vector<T> all;
  each(object, argument, wanted, [&](py::handle one, const std::string& name) {
    all.push_back(instance_from<T>(one, name));
  });
  return all;
}

void bind_published(py::module_& m) {
  py::class_<Withheld> withheld(m, "Withheld", "What is not published: of which sort, and why.");
  withheld.def_property_readonly("how", [](const Withheld& w) { return word_of(w.how); })
      .def_property_readonly("what", [](const Withheld& w) { return w.what; })
      .def_property_readonly("count", [](const Withheld& w) { return w.count; })
      .def_property_readonly("why", [](const Withheld& w) { return w.why; })
      .def_property_readonly(
          "seen_by",
          [](const Withheld& w) -> py::object {
            if (!w.seen_by) return py::none();
            return py::str(word_of(*w.seen_by));
          },
          "The narrowest audience that has it; None for what only the files have.")
      .def_property_readonly(
          "open_register", [](const Withheld& w) { return w.open_register; },
          "The register to be opened for it, if that is enough; else empty.")
      .def("__repr__", [](const Withheld& w) { return "Withheld(" + quoted(in_words(w)) + ")"; });
  compare_by(withheld, [](const Withheld& w) {
    return py::make_tuple(word_of(w.how), w.what, w.count, w.why,
                          w.seen_by ? word_of(*w.seen_by) : "", w.open_register);
  });
  py::class_<Published>(m, "Published", "A partnership of what an audience may see.")
      .def_property_readonly("partnership", [](const Published& p) { return p.partnership; })
      .def_property_readonly("withheld",
                             [](const Published& p) { return py::tuple(py::cast(p.withheld)); })
      .def("__repr__", [](const Published& p) {
        return "Published(" + quoted(p.partnership.arrangements().id) + ", " +
               std::to_string(p.withheld.size()) + " sorts of things withheld)";
      });
  m.def(
      "publish",
      [](const py::object& whose, const py::object& audience, const py::object& open_registers,
         const py::object& suppress_under) {
        const auto& partnership = instance_from<Partnership>(whose, "partnership");
        PublishOptions options{
            .audience = word<Audience>(text_from(audience, "audience"), "audience"),
            .open_registers = texts_from(open_registers, "open_registers"),
            .suppress_under = number_from(suppress_under, "suppress_under")};
        const auto published = [&] {
          const py::gil_scoped_release released;
          return publish(partnership, options);
        }();
        return value_of(published);
      },
      py::arg("partnership"), py::kw_only(), py::arg("audience") = "open",
      py::arg("open_registers") = py::tuple(), py::arg("suppress_under") = 5,
      R"(A partnership with nothing in it that is not for an audience.

Whatever is made of it cannot show what was withheld: it is not there.

Parameters
----------
partnership : Partnership
audience : {'open', 'partnership', 'restricted'}
open_registers : iterable of str, optional
    Registers that are published although they are for a narrower audience.
suppress_under : int
    For 'open', numbers of people from 1 up to below this are suppressed.

Returns
-------
Published

Raises
------
InputError
    If the arrangements themselves are for a narrower audience.

Examples
--------
>>> import safegov
>>> out = safegov.publish(safegov.read_partnership("examples/nottingham"))
>>> "risks" in out.partnership.registers, out.withheld[0].open_register
(False, 'audits')
)");
}

void bind_documents_of(py::module_& m) {
  m.def(
      "pack",
      [](const py::object& assessment, const py::object& body, const py::object& since,
         const py::object& findings, const py::object& withheld) {
        const auto& state = instance_from<Assessment>(assessment, "assessment");
        PackOptions options{
            .body = body_or_none(state.obligations().partnership(), body),
            .since = date_or_none(since, "since"),
            .findings = all_from<Finding>(findings, "findings", "a list of Finding is wanted")};
        if (!withheld.is_none())
          options.more.push_back(withheld_section(
              all_from<Withheld>(withheld, "withheld", "a list of Withheld is wanted")));
        const py::gil_scoped_release released;
        return pack(state, options);
      },
      py::arg("assessment"), py::kw_only(), py::arg("body") = py::none(),
      py::arg("since") = py::none(), py::arg("findings") = py::tuple(),
      py::arg("withheld") = py::none(),
      R"(The pack for a meeting: what is new, how things stand, who owes what, what comes.

Parameters
----------
assessment : Assessment
body : str, optional
    Whose meeting it is for; who is at the top, unless given.
since : datetime.date or str, optional
    What is new since then; the body's last meeting, unless given.
findings : iterable of Finding, optional
    What `lint` says, to be printed.
withheld : iterable of Withheld, optional
    What `publish` left out, to be printed.

Returns
-------
Report

Raises
------
KeyError
    If there is no such body.

Examples
--------
>>> import safegov
>>> owed = safegov.expand_obligations(safegov.read_partnership("examples/nottingham"), promised_by="2019-11-01")
>>> page = safegov.pack(safegov.assess(owed, as_at="2019-11-01"), body="bmg")
>>> page.tables["counts"][0]
{'state': 'overdue', 'obligations': 37}
>>> safegov.render(page, "html")[:15]
'<!DOCTYPE html>'
)");
  m.def(
      "chase",
      [](const py::object& assessment, const py::object& one_table) {
        const auto& state = instance_from<Assessment>(assessment, "assessment");
        if (!PyBool_Check(one_table.ptr()))
          throw py::type_error("one_table: True or False is wanted, not " + kind_of(one_table));
        const bool as_one = one_table.ptr() == Py_True;
        const py::gil_scoped_release released;
        const Chase lists = chase(state);
        return as_one ? chase_table(lists) : chase_report(lists);
      },
      py::arg("assessment"), py::kw_only(), py::arg("one_table") = false,
      R"(Who is to be asked for what: everything overdue, due, partly received or due soon.

Parameters
----------
assessment : Assessment
one_table : bool
    A row for each obligation, to merge letters from, rather than a section for each body.

Returns
-------
Report

Examples
--------
>>> import safegov
>>> owed = safegov.expand_obligations(safegov.read_partnership("examples/nottingham"), promised_by="2019-11-01")
>>> lists = safegov.chase(safegov.assess(owed, as_at="2019-11-01"))
>>> lists.kind, lists.headings["as_at"]
('chase', datetime.date(2019, 11, 1))
)");
  m.def(
      "sample",
      [](const py::object& assessment, const py::object& size, const py::object& seed) {
        const auto& state = instance_from<Assessment>(assessment, "assessment");
        const int count = number_from(size, "size");
        if (count < 0) throw py::value_error("size: it is less than nothing");
        const SampleOptions options{.size = static_cast<std::size_t>(count),
                                    .seed = text_from(seed, "seed")};
        const py::gil_scoped_release released;
        return sample_report(draw_sample(state, options));
      },
      py::arg("assessment"), py::kw_only(), py::arg("size"), py::arg("seed") = "",
      R"(Receipts for a scrutineer to check, drawn so that anybody can draw the same again.

Parameters
----------
assessment : Assessment
size : int
    How many to draw.
seed : str
    The day of the assessment, unless given.

Returns
-------
Report

Examples
--------
>>> import safegov
>>> owed = safegov.expand_obligations(safegov.read_partnership("examples/nottingham"), promised_by="2019-11-01")
>>> state = safegov.assess(owed, as_at="2019-11-01")
>>> first, again = (safegov.sample(state, size=2, seed="a") for _ in range(2))
>>> first.tables == again.tables
True
)");
  m.def(
      "diary",
      [](const py::object& assessment, const py::object& body) {
        const auto& state = instance_from<Assessment>(assessment, "assessment");
        const DiaryOptions options{.body = body_or_none(state.obligations().partnership(), body)};
        const auto text = [&] {
          const py::gil_scoped_release released;
          return render_icalendar(diary(state, options));
        }();
        return text_to(text);
      },
      py::arg("assessment"), py::kw_only(), py::arg("body") = py::none(),
      R"(Deadlines and meetings as calendars read them: iCalendar, with lines that end in CR LF.

Parameters
----------
assessment : Assessment
body : str, optional
    Only what it owes, what it is owed, and its meetings.

Returns
-------
str

Examples
--------
>>> import safegov
>>> owed = safegov.expand_obligations(safegov.read_partnership("examples/nottingham"), promised_by="2019-11-01")
>>> safegov.diary(safegov.assess(owed, as_at="2019-11-01"), body="bmg").splitlines()[0]
'BEGIN:VCALENDAR'
)");
}

}  // namespace

void bind_documents(py::module_& m) {
  py::class_<Report>(m, "Report", "A document: sections of words, tables and charts.")
      .def_property_readonly("kind", [](const Report& r) { return r.kind; })
      .def_property_readonly("title", [](const Report& r) { return text_to(r.title); })
      .def_property_readonly("subtitle", [](const Report& r) { return text_to(r.subtitle); })
      .def_property_readonly(
          "headings",
          [](const Report& r) {
            py::dict headings;
            for (const Report::Heading& heading : r.headings)
              headings[text_to(heading.name.key)] = value_in(heading.value);
            return headings;
          },
          "What it is of and what it rests on, by name.")
      .def_property_readonly(
          "sections",
          [](const Report& r) {
            py::list keys;
            for (const Section& section : r.sections) keys.append(text_to(section.key));
            return py::tuple(keys);
          },
          "Their keys, in the order in which they are read.")
      .def_property_readonly("tables", tables_of,
                             "Of each table and chart, by its key, a dict for each row.")
      .def("_repr_html_",
           [](const py::object& self) {
             return py::module_::import("safegov._html").attr("page_of")(self);
           })
      .def("__repr__", [](const Report& r) {
        return "Report(" + quoted(r.kind) + ", " + std::to_string(r.sections.size()) + " sections)";
      });
  bind_published(m);
  bind_documents_of(m);
}

}  // namespace safegov::python
