// An assessment in the eight columns in which councils print their plans.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include <safegov/assess.hpp>

namespace safegov::internal {

/// Number, aim, how, lead, how we will know, when, progress, RAG: a table for each plan, as
/// Markdown, and the key of every scale used.
std::string council_table(const Assessment& assessment);

/// Counts for each plan, body, …, as Markdown.
std::string group_table(const Assessment& assessment, Group group);

}  // namespace safegov::internal
