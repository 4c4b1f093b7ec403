// The settings of a project, described.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/project.hpp>

namespace safegov {

template <>
std::span<const std::string_view> words_of<FailOn>() {
  static constexpr std::array<std::string_view, 4> words{"note", "warning", "error", "nothing"};
  return words;
}

template <>
const Type& type_of<LintSettings>() {
  static constexpr Field fields[] = {
      field<&LintSettings::only>("only", "Only these rules, by code or name; all, unless given."),
      field<&LintSettings::allow>("allow", "Rules whose findings are let stand."),
      field<&LintSettings::baseline>(
          "baseline", "A file of findings to pass over; its path is from the project's folder."),
      field<&LintSettings::fail_on>("fail-on",
                                    "From which severity on lint fails; a warning, unless given."),
  };
  static constexpr Type type =
      described<LintSettings>("lint-section", "How lint is called.", fields);
  return type;
}

template <>
const Type& type_of<Project>() {
  static constexpr Field fields[] = {field<&Project::lint>("lint", "How lint is called.")};
  static constexpr Type type =
      described<Project>("project", "How the tool is called in a folder.", fields);
  return type;
}

}  // namespace safegov
