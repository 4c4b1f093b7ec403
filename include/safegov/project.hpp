// What a project asks of lint, written down once beside its plans.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/describe.hpp>

namespace safegov {

/// From which severity on a finding makes lint fail.
enum class FailOn : std::uint8_t { note, warning, error, nothing };

/// How lint is called here, unless a call says otherwise.
struct LintSettings {
  std::vector<std::string> only = {};   ///< codes or names of rules; all if empty
  std::vector<std::string> allow = {};  ///< rules whose findings are let stand
  std::string baseline = {};            ///< a file of findings to pass over, beside the project's
  std::optional<FailOn> fail_on = {};   ///< a warning, unless given
  Origin origin = {};
  friend bool operator==(const LintSettings&, const LintSettings&) = default;
};

/// A project file, `.safegov.yaml`: how the tool is called in its folder.
struct Project {
  LintSettings lint = {};
  Origin origin = {};
  friend bool operator==(const Project&, const Project&) = default;
};

template <>
const Type& type_of<LintSettings>();
template <>
const Type& type_of<Project>();
template <>
std::span<const std::string_view> words_of<FailOn>();

}  // namespace safegov
