// What the tests of reading share: a small partnership around a text, and looking for diagnostics.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/read.hpp>

#include "test.hpp"

namespace support {

using namespace safegov;

/// The partnership `t`: bodies qa, bmg and slg, with names and aliases.
inline const std::string partnership =
    "safegov: 1\n"
    "partnership: t\n"
    "name: Test\n"
    "top: slg\n"
    "bodies:\n"
    "  - id: slg\n"
    "    name: Strategic Leadership Group\n"
    "  - id: bmg\n"
    "    name: Business Management Group\n"
    "    also-known-as: [Business Managers]\n"
    "    reports-to: slg\n"
    "  - id: qa\n"
    "    name: Quality Assurance\n"
    "    reports-to: bmg\n";

/// The first lines of a plan `b`; what follows begins on line 4.
inline const std::string plan_head = "safegov: 1\npartnership: t\nplan: b\n";

/// Down to the promises of action 1.1; what follows begins on line 10, behind 10 spaces.
inline const std::string action_head = plan_head +
                                       "objectives:\n"
                                       "  - no: 1\n"
                                       "    actions:\n"
                                       "      - no: 1.1\n"
                                       "        lead: qa\n"
                                       "        promises:\n";

/// One promise, b/1.1/bmg, on lines 10 to 12.
inline const std::string plan = action_head +
                                "          - what: Report\n"
                                "            to: bmg\n"
                                "            due: June 2019, Oct 2019\n";

inline const std::string records_head = "safegov: 1\npartnership: t\nrecords:\n";

using Texts = std::vector<std::pair<std::string, std::string>>;

inline Result<Partnership> read(const Texts& texts) {
  std::vector<Source> sources;
  for (const auto& [name, text] : texts) sources.emplace_back(name, text);
  return read_sources(std::move(sources));
}

/// A text beside the partnership's own file; it is called `x`.
inline Result<Partnership> read(std::string_view text) {
  return read({{"partnership", partnership}, {"x", std::string(text)}});
}

/// Partnership file, plan and records, of which any may be broken.
inline Result<Partnership> read(std::string_view arrangements, std::string_view a_plan,
                                std::string_view records) {
  return read({{"partnership", std::string(arrangements)},
               {"plan", std::string(a_plan)},
               {"records", std::string(records)}});
}

inline std::string printed(const Diagnostics& diagnostics) {
  std::ostringstream out;
  print(out, diagnostics);
  return out.str();
}

/// `x:4:7 SG012`, one per diagnostic; nothing but the code for one without a place.
inline std::vector<std::string> summary(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : diagnostics) {
    std::ostringstream line;
    if (!d.where.name().empty()) line << d.where << ' ';
    line << d.code;
    lines.push_back(line.str());
  }
  return lines;
}

using Lines = std::vector<std::string>;

/// Reading fails, with these diagnostics and no others.
inline void check_refused(const Result<Partnership>& result, const Lines& expected) {
  INFO(printed(result.diagnostics()));
  CHECK(!result);
  CHECK(summary(result.diagnostics()) == expected);
}

inline const Diagnostic* find(const Diagnostics& diagnostics, std::string_view code,
                              std::uint32_t line = 0) {
  const auto found = std::ranges::find_if(diagnostics, [&](const Diagnostic& d) {
    return d.code == code && (line == 0 || d.where.begin.line == line);
  });
  return found == diagnostics.end() ? nullptr : &*found;
}

inline std::size_t count(const Diagnostics& diagnostics, std::string_view code) {
  return static_cast<std::size_t>(std::ranges::count(diagnostics, code, &Diagnostic::code));
}

inline std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// How much of the processor's time something takes, in seconds: what else the machine does does
/// not count.
template <class Do>
double seconds(Do what) {
  const std::clock_t start = std::clock();
  what();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// A folder of its own, gone with the object.
class Folder {
 public:
  Folder() {
    std::random_device random;
    path_ = std::filesystem::temp_directory_path() /
            ("safegov-test-" + std::to_string(random()) + std::to_string(random()));
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  /// Writes a file, and its folders; returns its path.
  std::string write(const std::string& name, std::string_view text) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }
  [[nodiscard]] std::string path(const std::string& name = {}) const {
    return name.empty() ? path_.string() : (path_ / name).string();
  }

 private:
  std::filesystem::path path_;
};

}  // namespace support
