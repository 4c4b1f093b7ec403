// Two bodies of one name at the same time.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {
namespace {

/// That a body is called something, and when.
struct Called {
  const Body* body;
  std::string name;  ///< as written
  std::string_view field;
  Span where;
  std::optional<Date> from, until;
};

std::optional<Date> later(std::optional<Date> a, std::optional<Date> b) {
  return a && b ? std::max(*a, *b) : a ? a : b;
}
std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  return a && b ? std::min(*a, *b) : a ? a : b;
}

bool meet(const Called& a, const Called& b) {
  const auto from = later(a.from, b.from), until = earlier(a.until, b.until);
  return !from || !until || *from <= *until;
}

/// All names of a body, each for as long as both it and the body were there.
void add_names(const Partnership& partnership, const Body& body,
               std::map<std::string, std::vector<Called>>& called) {
  const auto add = [&](const std::string& name, std::string_view field, Span where,
                       std::optional<Date> from, std::optional<Date> until) {
    if (name.empty()) return;
    called[lower(name)].push_back(
        {&body, name, field, std::move(where), later(from, body.from), earlier(until, body.until)});
  };
  std::optional<Date> renamed;  // its name now is that of the days after
  for (const Name& name : body.formerly) {
    // Without a last day it held at no known time.
    if (!name.until) continue;
    add(name.name, "formerly", partnership.where(name), name.from, name.until);
    renamed = later(renamed, name.until);
  }
  if (!renamed || *renamed < Date(9999, 12, 31)) {
    if (renamed) renamed = Date::from_days(renamed->days() + 1);
    add(body.name, "name", partnership.where(body, "name"), renamed, {});
  }
  for (const Name& name : body.also_known_as)
    add(name.name, "also-known-as", partnership.where(name), name.from, name.until);
}

}  // namespace

void same_name(const LintInput& in, RuleFindings& findings) {
  std::map<std::string, std::vector<Called>> called;
  for (const Body& body : in.partnership.bodies()) add_names(in.partnership, body, called);
  std::set<std::pair<const Body*, const Body*>> told;
  for (const auto& [name, all] : called)
    for (std::size_t i = 1; i < all.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const Called &one = all[i], &other = all[j];
        if (one.body == other.body || !meet(one, other)) continue;
        if (!told.insert({one.body, other.body}).second) break;
        auto& d = findings.report_at(one.where, *one.body, one.field,
                                     "'" + one.body->id + "' and '" + other.body->id +
                                         "' are both called " + in_quotes(one.name),
                                     "make one body of them, or tell their names apart");
        if (other.where) d.related.push_back({other.where, "the other"});
        break;
      }
}
}  // namespace safegov::internal::rules
