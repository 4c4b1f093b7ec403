// How things stand by rule, beside how somebody says they stand.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <string>
#include <vector>

#include <safegov/ratings.hpp>

#include "arguments.hpp"
#include "bindings.hpp"
#include "convert.hpp"
#include "dates.hpp"
#include "table.hpp"

namespace safegov::python {

namespace py = pybind11;

namespace {

/// A rating, which keeps alive those it is among.
struct OneRating {
  Ratings all;
  std::size_t row;
  [[nodiscard]] const Rating& operator*() const { return all.all()[row]; }
  [[nodiscard]] const Rating* operator->() const { return &**this; }
  /// The word of a band; nothing for unknown.
  [[nodiscard]] std::optional<std::string> word(BandId band) const {
    if (!band) return {};
    return (*all.scheme(**this).scale)[band].word;
  }
  /// `action`
  [[nodiscard]] std::string kind() const { return word_of((*this)->kind); }
  [[nodiscard]] std::string verdict() const { return word_of((*this)->verdict); }
};

std::size_t rating_named(const Ratings& ratings, const py::object& which) {
  if (!py::isinstance<py::str>(which)) return row_from(which, ratings.size(), "which");
  const std::string id = text_from(which, "which");
  const Rating* found = ratings.find(id);
  if (found == nullptr) throw py::key_error("which: nothing rated is called " + quoted(id));
  return static_cast<std::size_t>(found - ratings.all().data());
}

Table columns_of(const Ratings& ratings) {
  std::vector<std::string> ids, kinds, plans, verdicts;
  std::vector<std::optional<std::string>> derived, declared;
  std::vector<std::int32_t> bands, parts;
  for (std::size_t row = 0; row < ratings.size(); ++row) {
    const OneRating one{ratings, row};
    ids.push_back(ratings.id(*one));
    kinds.push_back(one.kind());
    plans.push_back(ratings.assessment().obligations().partnership()[one->plan].id);
    derived.push_back(one.word(one->derived.band));
    declared.push_back(one.word(one->declared));
    verdicts.push_back(one.verdict());
    bands.push_back(one->bands);
    parts.push_back(static_cast<std::int32_t>(one->parts));
  }
  return {static_cast<std::int64_t>(ratings.size()),
          {text_column("id", ids), text_column("kind", kinds), text_column("plan", plans),
           text_column("derived", derived), text_column("declared", declared),
           text_column("verdict", verdicts), number_column("bands", std::move(bands)),
           number_column("parts", std::move(parts))}};
}

py::tuple by_lead(const Ratings& ratings) {
  py::list all;
  for (const LeadRatings& lead : ratings.by_lead()) {
    py::dict one;
    one["lead"] =
        lead.lead
            ? py::object(py::str(ratings.assessment().obligations().partnership()[lead.lead].id))
            : py::none();
    one["actions"] = lead.actions;
    one["declared"] = lead.declared;
    one["honest"] = lead.honest;
    one["optimistic"] = lead.optimistic;
    one["pessimistic"] = lead.pessimistic;
    one["other"] = lead.other;
    one["stale"] = lead.stale;
    all.append(one);
  }
  return py::tuple(all);
}

}  // namespace

void bind_ratings(py::module_& m) {
  py::class_<OneRating> rating(m, "Rating",
                               "One thing that is rated, by rule and by what is declared.");
  rating.def_property_readonly("id", [](const OneRating& r) { return r.all.id(*r); })
      .def_property_readonly(
          "kind", [](const OneRating& r) { return r.kind(); },
          "plan, priority, objective or action.")
      .def_property_readonly("text", [](const OneRating& r) { return r.all.text(*r); })
      .def_property_readonly(
          "derived", [](const OneRating& r) { return r.word(r->derived.band); },
          "The band that follows by rule; None for unknown.")
      .def_property_readonly(
          "declared", [](const OneRating& r) { return r.word(r->declared); },
          "The band that somebody declared; None if nobody did, or as unknown.")
      .def_property_readonly(
          "because", [](const OneRating& r) { return r.all.because(*r); },
          "What the deciding rule says of it.")
      .def_property_readonly(
          "verdict", [](const OneRating& r) { return r.verdict(); },
          "Of what is declared: blank, unchecked, differs, honest, optimistic or pessimistic.")
      .def_property_readonly(
          "bands", [](const OneRating& r) { return r->bands; },
          "By how many steps of the scale it is optimistic or pessimistic.")
      .def_property_readonly(
          "since", [](const OneRating& r) { return to_python(r.all.since(*r)); },
          "The first day from which on it has been so; None where nothing is declared.")
      .def_property_readonly(
          "age", [](const OneRating& r) { return r.all.age(*r); },
          "How many days ago it was declared; None if it was not.")
      .def_property_readonly(
          "is_stale", [](const OneRating& r) { return r.all.is_stale(*r); },
          "Whether it was declared longer ago than the rules allow.")
      .def_property_readonly(
          "parts", [](const OneRating& r) { return r->parts; },
          "The obligations or actions that it is derived from.")
      .def("__repr__", [](const OneRating& r) {
        const std::string declared = r.all.declared_label(*r);
        return "Rating(" + quoted(r.all.id(*r)) + ", derived " + r.all.derived_label(*r) +
               (declared.empty() ? "" : ", declared " + declared) + ")";
      });
  compare_by(rating, [](const OneRating& r) {
    return py::make_tuple(r.all.id(*r), r.all.derived_label(*r), r.all.declared_label(*r),
                          to_python(r.all.assessment().as_at()));
  });
  py::class_<RatingReason> reason(m, "RatingReason", "Why a rating is what it is.");
  reason.def_property_readonly("rule", [](const RatingReason& r) { return r.rule; })
      .def_property_readonly("steps",
                             [](const RatingReason& r) { return py::tuple(py::cast(r.steps)); })
      .def_property_readonly(
          "facts", [](const RatingReason& r) { return facts_of(r.facts); },
          "Tuples of kind, text and place.")
      .def("__repr__",
           [](const RatingReason& r) { return "RatingReason(" + quoted(r.rule) + ")"; });
  compare_by(reason, [](const RatingReason& r) {
    return py::make_tuple(r.rule, py::tuple(py::cast(r.steps)), facts_of(r.facts));
  });
  py::class_<Ratings> made(m, "Ratings",
                           "Every plan, priority, objective and action, rated; columns.");
  made.def("__len__", &Ratings::size)
      .def("__iter__", iterator_of)
      .def("__contains__",
           [](const Ratings& r, const py::object& id) {
             return r.find(text_from(id, "id")) != nullptr;
           })
      .def_property_readonly("assessment", [](const Ratings& r) { return r.assessment(); })
      .def(
          "__getitem__",
          [](const Ratings& r, const py::object& which) {
            return OneRating{r, rating_named(r, which)};
          },
          py::arg("which"), "By number, or by id: `bp-2019`, `bp-2019/2`, `bp-2019/2.1`.")
      .def(
          "explain",
          [](const Ratings& r, const py::object& which) {
            return explain(r, r.all()[rating_named(r, which)]);
          },
          py::arg("which"), "Why it is rated so: rule, facts with places, what was asked before.")
      .def("by_lead", by_lead,
           "A dict for each body that leads an action: how many of its ratings are what.")
      .def("__repr__",
           [](const Ratings& r) { return "Ratings(" + std::to_string(r.size()) + " rows)"; });
  speak_arrow(made, [](const Ratings& r, const std::vector<std::string>& names) {
    return columns_of(r).only(names);
  });
  m.def(
      "rate",
      [](const py::object& assessment) {
        const auto& state = instance_from<Assessment>(assessment, "assessment");
        const py::gil_scoped_release released;
        return rate(state);
      },
      py::arg("assessment"),
      R"(Rates everything by the rules in force, and holds what is declared against that.

Parameters
----------
assessment : Assessment

Returns
-------
Ratings
    As written: a plan, its priorities, each objective and its actions.

Examples
--------
>>> import safegov
>>> owed = safegov.expand_obligations(safegov.read_partnership("examples/nottingham"))
>>> safegov.rate(safegov.assess(owed, as_at="2020-03-01"))["bp-2019/2.1"].derived
'red'
)");
}

}  // namespace safegov::python
