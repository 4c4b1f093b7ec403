// Reading again what was written as JSON: baselines and certificates.
// SPDX-License-Identifier: Apache-2.0

#include <memory>

#include <safegov/read.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "read/fields.hpp"
#include "read/text_check.hpp"
#include "read/yaml_tree.hpp"

namespace safegov {
namespace internal {

/// How every report in JSON begins.
struct ReportHeader {
  std::string report = {};
  std::optional<int> version = {};
  Origin origin = {};
};

}  // namespace internal

using namespace internal;

template <>
const Type& type_of<ReportHeader>() {
  static constexpr Field fields[] = {
      field<&ReportHeader::report>("report", "What it is.", Need::required),
      field<&ReportHeader::version>("version", "The version of its form.", Need::required)};
  static constexpr Type type = described<ReportHeader>("header", "How a report begins.", fields);
  return type;
}

namespace {

constexpr std::string_view version_read = "1";

/// That it is what was asked for, in a form that is known: or else nothing more is said of it.
bool check_header(const Fields& fields, const Node& root, std::string_view report,
                  Diagnostics& problems) {
  const auto refuse = [&](const codes::Known& code, std::string message, const Node& at,
                          std::string help) {
    problems.push_back(codes::diagnose(code, std::move(message), fields.span(at), std::move(help)));
    return false;
  };
  const auto is_text = [](const Node* node) {
    return node != nullptr && node->kind == Node::Kind::scalar;
  };
  const std::string what = with_article(report);
  const Node* name = root.kind == Node::Kind::map ? fields.find_key("report") : nullptr;
  if (!is_text(name) || fields.text(*name) != report)
    return refuse(codes::wrong_shape, "this is not " + what + " that safegov wrote",
                  name == nullptr ? root : *name,
                  "name the file that was written, or write it anew");
  const Node* version = fields.find_key("version");
  if (is_text(version) && fields.text(*version) != version_read)
    return refuse(
        codes::unknown_version,
        "the version " + in_quotes(fields.text(*version)) + " of " + what + " is not known",
        *version, "this safegov reads version 1: use the one that wrote it, or write it anew");
  return true;
}

}  // namespace

bool read_written(const Source& source, std::string_view report, const Type& type, void* value,
                  Diagnostics& problems) {
  Provenance provenance;
  Diagnostics found;
  provenance.sources.push_back(std::make_shared<const Source>(source));
  Tree tree;
  if (check_text(provenance.sources[0], found) && parse_yaml(provenance.sources[0], tree, found)) {
    Fields fields(tree, 1, provenance, found);
    if (check_header(fields, tree.nodes[0], report, found)) {
      ReportHeader header;
      fields.read_file({{type_of<ReportHeader>(), &header}, {type, value}}, report);
    }
  }
  const bool sound = !has_errors(found);
  problems.insert(problems.end(), found.begin(), found.end());
  return sound;
}

}  // namespace safegov
