// The Python module: the same words as in C++, dates as datetime.date, nothing that can be changed.
// SPDX-License-Identifier: Apache-2.0

#include <ctime>
#include <optional>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <sstream>
#include <string>
#include <vector>

#include <safegov/cli.hpp>
#include <safegov/explain.hpp>
#include <safegov/lint.hpp>
#include <safegov/network.hpp>
#include <safegov/read.hpp>
#include <safegov/render.hpp>
#include <safegov/version.hpp>

#include "columns.hpp"
#include "dates.hpp"
#include "deadlines.hpp"
#include "table.hpp"
#include "values.hpp"

namespace py = pybind11;

namespace safegov::python {
namespace {

/// Raised with the diagnostics; made in bind_errors.
PyObject* input_error = nullptr;

[[noreturn]] void raise_input_error(const Diagnostics& diagnostics) {
  const py::object error =
      py::reinterpret_borrow<py::object>(input_error)(py::str(InputError(diagnostics).what()));
  error.attr("diagnostics") = py::cast(diagnostics);
  PyErr_SetObject(input_error, error.ptr());
  throw py::error_already_set();
}

Partnership value_of(const Result<Partnership>& result) {
  if (!result) raise_input_error(result.diagnostics());
  return *result;
}

/// The word of a list, with hyphens or underscores; ValueError names all of them.
template <class E>
E word(const std::string& text, const char* argument) {
  std::string known;
  const auto words = words_of<E>();
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string as_code(words[i]);
    for (char& c : as_code)
      if (c == '-') c = '_';
    if (text == words[i] || text == as_code) return static_cast<E>(i);
    known += (i == 0 ? "" : ", ") + as_code;
  }
  throw py::value_error(std::string(argument) + ": '" + text + "' is none of " + known);
}

std::string word_of(State state) { return std::string(to_string(state)); }

py::object or_none(const Body* body) {
  return body == nullptr ? py::none() : py::object(py::str(body->id));
}

py::object place(const Span& where) {
  if (!where) return py::none();
  return py::make_tuple(std::string(where.name()), where.begin.line, where.begin.column);
}

/// A row of an assessment, kept alive by itself.
struct Row {
  Assessment assessment;
  std::size_t row;
  [[nodiscard]] Obligation owed() const { return assessment.obligations()[row]; }
};

py::dict counts_dict(const Counts& counts) {
  py::dict all;
  for (std::size_t i = 0; i < state_count; ++i)
    all[py::str(word_of(static_cast<State>(i)))] = counts[static_cast<State>(i)];
  return all;
}

std::string html_table(const Counts& counts, const std::string& caption) {
  std::string head, body;
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (counts[state] == 0) continue;
    head += "<th scope=\"col\">" + word_of(state) + "</th>";
    body += "<td>" + std::to_string(counts[state]) + "</td>";
  }
  return "<table><caption>" + caption + "</caption><tr>" + head + "</tr><tr>" + body +
         "</tr></table>";
}

std::size_t row_named(const Obligations& owed, const py::object& which) {
  if (py::isinstance<py::str>(which)) {
    const auto id = which.cast<std::string>();
    if (const auto row = owed.find(id)) return *row;
    throw py::key_error("there is no obligation '" + id + "'");
  }
  const auto number = which.cast<py::ssize_t>();
  const auto size = static_cast<py::ssize_t>(owed.size());
  const py::ssize_t row = number < 0 ? number + size : number;
  if (row < 0 || row >= size) throw py::index_error("there are " + std::to_string(size) + " rows");
  return static_cast<std::size_t>(row);
}

void bind_errors(py::module_& m) {
  static py::exception<InputError> raised(m, "InputError", PyExc_ValueError);
  raised.attr("__doc__") =
      "What was read is not sound. `diagnostics` has every problem, with its place and a way out.";
  input_error = raised.ptr();
  py::class_<Diagnostic>(m, "Diagnostic", "One problem: found once, said once, with a way out.")
      .def_property_readonly("code", [](const Diagnostic& d) { return d.code; })
      .def_property_readonly("severity",
                             [](const Diagnostic& d) { return std::string(to_string(d.severity)); })
      .def_property_readonly("message", [](const Diagnostic& d) { return d.message; })
      .def_property_readonly(
          "where", [](const Diagnostic& d) { return place(d.where); },
          "File, line and column (bytes, from 1); None if it has no place.")
      .def_property_readonly("path", [](const Diagnostic& d) { return d.path; })
      .def_property_readonly("help", [](const Diagnostic& d) { return d.help; })
      .def("__str__",
           [](const Diagnostic& d) {
             std::ostringstream text;
             print(text, {d});
             return text.str();
           })
      .def("__repr__", [](const Diagnostic& d) {
        return "Diagnostic('" + d.code + "', " + std::string(py::repr(py::str(d.message))) + ")";
      });
}

void bind_partnership(py::module_& m) {
  py::class_<Partnership>(m, "Partnership",
                          "One partnership: its bodies, plans, registers and records. Immutable.")
      .def_property_readonly("arrangements",
                             [](const py::object& self) {
                               return wrap(self.cast<const Partnership&>().arrangements(), self);
                             })
      .def_property_readonly("bodies",
                             [](const py::object& self) {
                               return wrap_all(self.cast<const Partnership&>().bodies(), self);
                             })
      .def_property_readonly("plans",
                             [](const py::object& self) {
                               return wrap_all(self.cast<const Partnership&>().plans(), self);
                             })
      .def_property_readonly("records",
                             [](const py::object& self) {
                               return wrap_all(self.cast<const Partnership&>().records(), self);
                             })
      .def_property_readonly(
          "registers",
          [](const py::object& self) {
            py::dict all;
            for (const RegisterTable& table : self.cast<const Partnership&>().registers()) {
              py::tuple rows(table.size());
              for (std::size_t i = 0; i < table.size(); ++i)
                rows[i] = wrap(table.kind().row(), table[i], self);
              all[py::str(std::string(table.kind().name))] = rows;
            }
            return all;
          },
          "The rows of each register that has any, by its name: `{'decisions': (…)}`.")
      .def(
          "to_dict",
          [](const Partnership& p) {
            py::dict all;
            all["partnership"] = as_dict(type_of<Arrangements>(), &p.arrangements());
            py::list plans, records;
            for (const Plan& plan : p.parts().plans) plans.append(as_dict(type_of<Plan>(), &plan));
            for (const Record& record : p.parts().records)
              records.append(as_dict(type_of<Record>(), &record));
            if (py::len(plans) != 0) all["plans"] = plans;
            if (py::len(records) != 0) all["records"] = records;
            for (const RegisterTable& table : p.parts().registers) {
              py::list rows;
              for (std::size_t i = 0; i < table.size(); ++i)
                rows.append(as_dict(table.kind().row(), table[i]));
              all[py::str(std::string(table.kind().name))] = rows;
            }
            return all;
          },
          "Nested dicts, lists and text with the keys of the files; `from_dict` reads it back.")
      .def(
          "__eq__", [](const Partnership& a, const Partnership& b) { return a == b; },
          py::is_operator())
      .def("__hash__", [](const Partnership& p) { return py::hash(py::str(p.arrangements().id)); })
      .def("__repr__", [](const Partnership& p) {
        return "Partnership(" + std::string(py::repr(py::str(p.arrangements().id))) + ", " +
               std::to_string(p.bodies().size()) + " bodies, " + std::to_string(p.plans().size()) +
               " plans, " + std::to_string(p.records().size()) + " records)";
      });
  m.def(
      "read_partnership",
      [](const py::args& paths) {
        std::vector<std::string> all;
        const py::object text = py::module_::import("os").attr("fspath");
        for (const py::handle path : paths) all.push_back(text(path).cast<std::string>());
        const auto result = [&] {
          const py::gil_scoped_release released;
          return read_partnership(all);
        }();
        return value_of(result);
      },
      "Reads one partnership from files and folders. Raises InputError with every problem.");
  m.def(
      "read_texts",
      [](const std::vector<std::pair<std::string, std::string>>& texts) {
        std::vector<Source> sources;
        for (const auto& [name, text] : texts) sources.emplace_back(name, text);
        const auto result = [&] {
          const py::gil_scoped_release released;
          return read_sources(std::move(sources));
        }();
        return value_of(result);
      },
      py::arg("texts"),
      "The same from texts in memory: pairs of name and text. Raises InputError.");
  m.def(
      "check",
      [](const py::args& paths) {
        std::vector<std::string> all;
        const py::object text = py::module_::import("os").attr("fspath");
        for (const py::handle path : paths) all.push_back(text(path).cast<std::string>());
        const py::gil_scoped_release released;
        return read_partnership(all).diagnostics();
      },
      "Everything that is wrong or odd with some files; an empty list if nothing is.");
}

void bind_obligations(py::module_& m) {
  py::class_<Obligations>(m, "Obligations",
                          "Every obligation of a partnership, ordered by last day; columns.")
      .def("__len__", &Obligations::size)
      .def_property_readonly("partnership", [](const Obligations& o) { return o.partnership(); })
      .def(
          "table",
          [](const Obligations& o, const py::args& names) {
            return columns_of(o, nullptr, py::cast<std::vector<std::string>>(py::list(names)));
          },
          "Columns by name; without names, all that cost nothing.")
      .def("__arrow_c_schema__",
           [](const Obligations& o) { return schema_capsule(columns_of(o, nullptr, {})); })
      .def(
          "__arrow_c_array__",
          [](const Obligations& o, const py::object&) {
            return array_capsules(columns_of(o, nullptr, {}));
          },
          py::arg("requested_schema") = py::none())
      .def(
          "__arrow_c_stream__",
          [](const Obligations& o, const py::object&) {
            return stream_capsule(columns_of(o, nullptr, {}));
          },
          py::arg("requested_schema") = py::none())
      .def("__repr__", [](const Obligations& o) {
        return "Obligations(" + std::to_string(o.size()) + " rows)";
      });
  m.def(
      "expand_obligations",
      [](const Partnership& partnership, const std::vector<std::string>& of,
         const py::object& promised_by) {
        ExpandOptions options{.promised_by = date_or_none(promised_by, "promised_by")};
        for (const std::string& id : of) {
          bool found = false;
          for (std::uint32_t i = 0; i < partnership.plan_count(); ++i)
            if (partnership[PlanId{i}].id == id) {
              options.of.push_back(PlanId{i});
              found = true;
            }
          if (!found) throw py::key_error("there is no plan or register '" + id + "'");
        }
        const py::gil_scoped_release released;
        return expand_obligations(partnership, options);
      },
      py::arg("partnership"), py::kw_only(), py::arg("of") = std::vector<std::string>{},
      py::arg("promised_by") = py::none(), "Which report is due from whom, to whom, by when.");
}

void bind_assessment(py::module_& m) {
  py::class_<Row>(m, "Obligation", "One promise at one date, and where it stands.")
      .def_property_readonly("row", [](const Row& r) { return r.row; })
      .def_property_readonly("id", [](const Row& r) { return r.owed().id(); })
      .def_property_readonly("what", [](const Row& r) { return r.owed().what(); })
      .def_property_readonly(
          "due", [](const Row& r) { return r.owed().due().text; }, "The words of its deadline.")
      .def_property_readonly("from_", [](const Row& r) { return or_none(r.owed().from()); })
      .def_property_readonly("to", [](const Row& r) { return or_none(r.owed().to()); })
      .def_property_readonly("lead", [](const Row& r) { return or_none(r.owed().lead()); })
      .def_property_readonly("plan", [](const Row& r) { return r.owed().plan().id; })
      .def_property_readonly("state", [](const Row& r) { return word_of(r.assessment[r.row]); })
      .def_property_readonly(
          "first",
          [](const Row& r) -> py::object {
            const auto days = r.assessment.in_force(r.row);
            return days ? to_python(days->first()) : py::none();
          },
          "The first day of the interval in force.")
      .def_property_readonly(
          "last",
          [](const Row& r) -> py::object {
            const auto days = r.assessment.in_force(r.row);
            return days ? to_python(days->last()) : py::none();
          },
          "The last day of the interval in force: on time until then.")
      .def_property_readonly("days_overdue",
                             [](const Row& r) { return r.assessment.days_overdue(r.row); })
      .def_property_readonly("where", [](const Row& r) { return place(r.owed().where()); })
      .def(
          "__eq__",
          [](const Row& a, const Row& b) {
            return a.owed().id() == b.owed().id() && a.assessment[a.row] == b.assessment[b.row] &&
                   a.assessment.as_at() == b.assessment.as_at();
          },
          py::is_operator())
      .def("__hash__", [](const Row& r) { return py::hash(py::str(r.owed().id())); })
      .def("__repr__", [](const Row& r) {
        return "Obligation(" + std::string(py::repr(py::str(r.owed().id()))) + ", " +
               word_of(r.assessment[r.row]) + ")";
      });
  py::class_<Reason>(m, "Reason", "Why an obligation is in its state.")
      .def_property_readonly("state", [](const Reason& r) { return word_of(r.state); })
      .def_property_readonly("rule", [](const Reason& r) { return r.rule; })
      .def_property_readonly("steps", [](const Reason& r) { return py::tuple(py::cast(r.steps)); })
      .def_property_readonly(
          "facts",
          [](const Reason& r) {
            py::tuple all(r.facts.size());
            for (std::size_t i = 0; i < r.facts.size(); ++i)
              all[i] = py::make_tuple(r.facts[i].kind, r.facts[i].text, place(r.facts[i].where));
            return all;
          },
          "Tuples of kind, text and place.")
      .def("__repr__", [](const Reason& r) {
        return "Reason(" + word_of(r.state) + ": " + std::string(py::repr(py::str(r.rule))) + ")";
      });
  py::class_<Assessment>(m, "Assessment", "The state of every obligation as at a date.")
      .def("__len__", &Assessment::size)
      .def_property_readonly("as_at", [](const Assessment& a) { return to_python(a.as_at()); })
      .def_property_readonly("obligations", [](const Assessment& a) { return a.obligations(); })
      .def_property_readonly(
          "counts", [](const Assessment& a) { return counts_dict(a.counts()); },
          "How many are in each state.")
      .def(
          "by",
          [](const Assessment& a, const std::string& group) {
            return columns_of(a.by(word<Group>(group, "group")));
          },
          py::arg("group"), "Counts for each plan, body and so on, as columns.")
      .def(
          "__getitem__",
          [](const Assessment& a, const py::object& which) {
            return Row{a, row_named(a.obligations(), which)};
          },
          py::arg("which"), "By number, or by id: `bp-2019/2.1/bmg@2019-10`.")
      .def(
          "explain",
          [](const Assessment& a, const py::object& which) {
            return explain(a, row_named(a.obligations(), which));
          },
          py::arg("which"), "Why a row is in its state: rule, facts with places, arithmetic.")
      .def(
          "table",
          [](const Assessment& a, const py::args& names) {
            return columns_of(a.obligations(), &a,
                              py::cast<std::vector<std::string>>(py::list(names)));
          },
          "Columns by name; without names, all that cost nothing.")
      .def("__arrow_c_schema__",
           [](const Assessment& a) { return schema_capsule(columns_of(a.obligations(), &a, {})); })
      .def(
          "__arrow_c_array__",
          [](const Assessment& a, const py::object&) {
            return array_capsules(columns_of(a.obligations(), &a, {}));
          },
          py::arg("requested_schema") = py::none())
      .def(
          "__arrow_c_stream__",
          [](const Assessment& a, const py::object&) {
            return stream_capsule(columns_of(a.obligations(), &a, {}));
          },
          py::arg("requested_schema") = py::none())
      .def("_repr_html_",
           [](const Assessment& a) {
             return html_table(a.counts(), "as at " + in_words(a.as_at()));
           })
      .def("__repr__", [](const Assessment& a) {
        return "Assessment(" + std::to_string(a.size()) + " rows as at " + iso(a.as_at()) + ")";
      });
  m.def(
      "assess",
      [](const Obligations& owed, const py::object& as_at, const py::object& known_at,
         int due_soon_days) {
        const Date day = date_from(as_at, "as_at");
        const AssessOptions options{.due_soon_days = due_soon_days,
                                    .known_at = date_or_none(known_at, "known_at")};
        const py::gil_scoped_release released;
        return assess(owed, day, options);
      },
      py::arg("obligations"), py::kw_only(), py::arg("as_at"), py::arg("known_at") = py::none(),
      py::arg("due_soon_days") = 30, "Where every obligation stands as at a date.");
}

void bind_rest(py::module_& m) {
  py::class_<Timeline>(m, "Timeline", "Counts by state for every day of a range.")
      .def("__len__",
           [](const Timeline& t) { return static_cast<std::size_t>(t.range().length()); })
      .def_property_readonly("first",
                             [](const Timeline& t) { return to_python(t.range().first()); })
      .def_property_readonly("last", [](const Timeline& t) { return to_python(t.range().last()); })
      .def(
          "on",
          [](const Timeline& t, const py::object& day) {
            return counts_dict(t.on(date_from(day, "day")));
          },
          py::arg("day"))
      .def("table", [](const Timeline& t) { return columns_of(t); })
      .def(
          "__arrow_c_stream__",
          [](const Timeline& t, const py::object&) { return stream_capsule(columns_of(t)); },
          py::arg("requested_schema") = py::none())
      .def("__repr__", [](const Timeline& t) {
        return "Timeline(" + iso(t.range().first()) + " to " + iso(t.range().last()) + ")";
      });
  m.def(
      "timeline",
      [](const Obligations& owed, const py::object& first, const py::object& last) {
        const DateRange range(date_from(first, "first"), date_from(last, "last"));
        const py::gil_scoped_release released;
        return timeline(owed, range);
      },
      py::arg("obligations"), py::arg("first"), py::arg("last"),
      "Counts by state for every day from the first to the last.");

  py::class_<Finding>(m, "Finding", "One thing that a rule of lint says.")
      .def_property_readonly("code", [](const Finding& f) { return f.what.code; })
      .def_property_readonly("rule",
                             [](const Finding& f) {
                               const Code* code = find_code(f.what.code);
                               return std::string(code ? code->name : "");
                             })
      .def_property_readonly(
          "severity", [](const Finding& f) { return std::string(to_string(f.what.severity)); })
      .def_property_readonly("message", [](const Finding& f) { return f.what.message; })
      .def_property_readonly("help", [](const Finding& f) { return f.what.help; })
      .def_property_readonly("where", [](const Finding& f) { return place(f.what.where); })
      .def_property_readonly("about", [](const Finding& f) { return f.about; })
      .def("__repr__", [](const Finding& f) {
        return "Finding('" + f.what.code + "', " + std::string(py::repr(py::str(f.what.message))) +
               ")";
      });
  m.def(
      "lint",
      [](const Partnership& partnership, const py::object& as_at,
         const std::vector<std::string>& only, const std::vector<std::string>& allow,
         const py::object& known_at) {
        const Date day = date_from(as_at, "as_at");
        const LintOptions options{
            .only = only, .allow = allow, .known_at = date_or_none(known_at, "known_at")};
        const py::gil_scoped_release released;
        return lint(partnership, day, options).findings;
      },
      py::arg("partnership"), py::kw_only(), py::arg("as_at"),
      py::arg("only") = std::vector<std::string>{}, py::arg("allow") = std::vector<std::string>{},
      py::arg("known_at") = py::none(), "What an inspector would say, by place.");

  py::class_<Network>(m, "Network", "Who answers to whom on a day.")
      .def_property_readonly("as_at", [](const Network& n) { return to_python(n.as_at()); })
      .def_property_readonly("top",
                             [](const Network& n) -> py::object {
                               return n.top() ? py::object(py::str(n.partnership()[n.top()].id))
                                              : py::none();
                             })
      .def(
          "route",
          [](const Network& n, const std::string& body) -> py::object {
            const BodyId from = n.partnership().find_body(body);
            if (!from) throw py::key_error("there is no body '" + body + "'");
            const auto route = n.route(from);
            if (!route) return py::none();
            py::list way;
            way.append(n.partnership()[from].id);
            for (const NetworkLine& line : route->lines) way.append(n.partnership()[line.to].id);
            return py::tuple(way);
          },
          py::arg("body"), "The bodies on its way to the top; None if there is no way.")
      .def_property_readonly(
          "lines",
          [](const Network& n) {
            py::list all;
            for (const NetworkLine& line : n.lines())
              all.append(py::make_tuple(n.partnership()[line.from].id, n.partnership()[line.to].id,
                                        std::string(to_string(line.kind))));
            return py::tuple(all);
          },
          "Tuples of from, to and kind.")
      .def("__repr__", [](const Network& n) { return "Network(as at " + iso(n.as_at()) + ")"; });
  m.def(
      "network",
      [](const Obligations& owed, const py::object& as_at) {
        const Date day = date_from(as_at, "as_at");
        const py::gil_scoped_release released;
        return network_of(owed, day);
      },
      py::arg("obligations"), py::kw_only(), py::arg("as_at"), "Who answers to whom on a day.");

  const auto format_of = [](const std::string& text) { return word<Format>(text, "format"); };
  m.def(
      "render",
      [=](const Assessment& a, const std::string& format) { return render(a, format_of(format)); },
      py::arg("what"), py::arg("format") = "text", "As text, json, csv, markdown or dot.");
  m.def(
      "render",
      [=](const Obligations& o, const std::string& format) { return render(o, format_of(format)); },
      py::arg("what"), py::arg("format") = "text");
  m.def(
      "render",
      [=](const Network& n, const std::string& format) {
        return render(n, std::nullopt, format_of(format));
      },
      py::arg("what"), py::arg("format") = "text");

  m.def(
      "run",
      [](const std::vector<std::string>& words) {
        std::istringstream in;
        std::ostringstream out, err;
        const auto today = [] {
          const std::time_t now = std::time(nullptr);
          std::tm local{};
          localtime_r(&now, &local);
          return Date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
        };
        Exit exit{};
        {
          const py::gil_scoped_release released;
          exit = run(words, Terminal{in, out, err, today});
        }
        return py::make_tuple(static_cast<int>(exit), out.str(), err.str());
      },
      py::arg("words"), "The command line: exit code, output and errors.");
}

}  // namespace
}  // namespace safegov::python

PYBIND11_MODULE(_core, m) {
  using namespace safegov::python;
  m.attr("__version__") = std::string(safegov::version());
  bind_errors(m);
  bind_values(m);
  bind_deadlines(m);
  m.def("_described_types", described_types);
  bind_table(m);
  bind_partnership(m);
  bind_obligations(m);
  bind_assessment(m);
  bind_rest(m);
}
