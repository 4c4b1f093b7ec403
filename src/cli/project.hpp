// A project's settings, and the baseline that lint and gate share.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/gate.hpp>
#include <safegov/project.hpp>

#include "cli/options.hpp"

namespace safegov::internal {

/// The project's settings, and the folder from which its paths count.
struct ProjectFound {
  LintSettings settings = {};
  std::filesystem::path folder = {};
};

/// The file that `--project` names, or `.safegov.yaml` in the first folder that is given, or where
/// the tool was called. Nothing, and why, if it cannot be read.
std::optional<ProjectFound> project_of(const Arguments& arguments, const Terminal& terminal);

/// The rules that an option names, or the project does. Throws UsageError for one that there is
/// not.
std::vector<std::string> rules_of(const Arguments& arguments, std::string_view option,
                                  const std::vector<std::string>& otherwise);

/// The baseline in a file; of its problems those of these kinds. Throws UsageError, with the reason
/// and the way out, if it is none of this partnership.
Baseline read_baseline(const std::string& path, const Partnership& partnership,
                       const std::vector<ProblemKind>& kinds);

/// Replaces the problems of these kinds in a baseline by others. What the file has of other kinds
/// stays, if it is a baseline of this partnership.
void write_baseline(const std::string& path, const Partnership& partnership, Date as_at,
                    const std::vector<ProblemKind>& kinds, const std::vector<Problem>& problems);

}  // namespace safegov::internal
