// Reading a project file.
// SPDX-License-Identifier: Apache-2.0

#include <memory>
#include <utility>
#include <vector>

#include <safegov/read.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/files.hpp"
#include "read/fields.hpp"
#include "read/text_check.hpp"
#include "read/yaml_tree.hpp"

namespace safegov {

using namespace internal;

namespace {

/// That there are such rules.
void check_rules(const LintSettings& lint, const Provenance& provenance, Diagnostics& found) {
  const auto check = [&](const std::vector<std::string>& rules, std::string_view field) {
    const Span list = provenance.find(lint.origin, type_of<LintSettings>().find(field));
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (find_code(rules[i]) != nullptr) continue;
      found.push_back(codes::diagnose(codes::unknown_reference,
                                      "no rule is called " + in_quotes(rules[i]), item_at(list, i),
                                      codes::help_for_rule(rules[i])));
    }
  };
  check(lint.only, "only");
  check(lint.allow, "allow");
}

}  // namespace

Result<Project> read_project(const Source& source) {
  Provenance provenance;
  Diagnostics found;
  provenance.sources.push_back(std::make_shared<const Source>(source));
  Tree tree;
  if (!check_text(provenance.sources[0], found) || !parse_yaml(provenance.sources[0], tree, found))
    return found;
  Fields fields(tree, 1, provenance, found);
  if (!fields.check_version()) return found;
  if (tree.nodes[0].kind != Node::Kind::map) {
    found.push_back(codes::diagnose(codes::wrong_shape, "a project file is a mapping",
                                    fields.span(tree.nodes[0]), "begin with 'safegov: 1'"));
    return found;
  }
  VersionHeader header;
  Project project;
  fields.read_file({{type_of<VersionHeader>(), &header}, {type_of<Project>(), &project}},
                   "project");
  check_rules(project.lint, provenance, found);
  if (has_errors(found)) return found;
  return Result<Project>(std::move(project), std::move(found));
}

}  // namespace safegov
