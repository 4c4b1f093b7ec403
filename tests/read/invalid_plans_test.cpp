// The mistakes that the people who keep plans make, and every word that they are told about them.
// SPDX-License-Identifier: Apache-2.0
//
// Each folder of tests/plans/invalid is one case; beside it NAME.expected is what is printed. With
// UPDATE=1 in the environment the approved texts are written anew, to be read in the difference.

#include <cstdlib>
#include <map>

#include "read/support.hpp"

using namespace support;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The case's files, under names that do not depend on where the tests are.
std::vector<Source> sources_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[fs::relative(entry.path(), folder).generic_string()] = text_of(entry.path());
  std::vector<Source> sources;
  for (auto& [name, text] : files) sources.emplace_back(name, std::move(text));
  return sources;
}

}  // namespace

TEST_CASE("what is printed about each invalid plan is what was approved", "[read][invalid]") {
  const fs::path root = fs::path(SAFEGOV_SOURCE_DIR) / "tests/plans/invalid";
  const bool update = std::getenv("UPDATE") != nullptr;
  std::size_t cases = 0;
  for (const auto& entry : fs::directory_iterator(root)) {
    if (!entry.is_directory()) continue;
    ++cases;
    CAPTURE(entry.path().filename().string());
    const auto result = read_sources(sources_of(entry.path()));
    CHECK(!result);
    const fs::path approved = root / (entry.path().filename().string() + ".expected");
    const std::string shown = printed(result.diagnostics());
    if (update)
      std::ofstream(approved, std::ios::binary) << shown;
    else
      CHECK(shown == text_of(approved));
    for (const Diagnostic& d : result.diagnostics()) CHECK(!d.help.empty());
  }
  CHECK(cases >= 15);
}
