// Many partnerships: finding them, and reading them on several threads.
// SPDX-License-Identifier: Apache-2.0

#include <atomic>
#include <filesystem>
#include <stdexcept>

#include <safegov/read.hpp>

#include "read/support.hpp"

using namespace safegov;
using namespace support;

namespace {

std::vector<std::string> names(const Folder& root, const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  for (const std::string& path : paths)
    names.push_back(std::filesystem::path(path).lexically_relative(root.path()).string());
  return names;
}

}  // namespace

TEST_CASE("every folder in a folder that holds a plan file is a partnership", "[read][each]") {
  const Folder root;
  root.write("england/leeds/plan.yaml", "");
  root.write("england/bath/plans/2019/plan.yml", "");
  root.write("england/york/records.csv", "");
  root.write("england/docs/readme.md", "");
  root.write("england/.git/x.yaml", "");
  root.write("england/leeds/.old/x.yaml", "");
  root.write("england/notes.txt", "");
  const auto found = find_partnerships({root.path("england")});
  CHECK(names(root, found.paths) == Lines{"england/bath", "england/leeds", "england/york"});
  CHECK(names(root, found.passed_over) == Lines{"england/docs"});
}

TEST_CASE("a folder with a plan file in it is one partnership, and so is a file", "[read][each]") {
  const Folder root;
  const std::string file = root.write("leeds/partnership.yaml", "");
  root.write("leeds/records/2019.yaml", "");
  CHECK(names(root, find_partnerships({root.path("leeds")}).paths) == Lines{"leeds"});
  CHECK(names(root, find_partnerships({file}).paths) == Lines{"leeds/partnership.yaml"});
}

TEST_CASE("a path in which there is no partnership stands for itself", "[read][each]") {
  const Folder root;
  root.write("empty/docs/readme.md", "");
  const auto found = find_partnerships({root.path("empty"), root.path("nowhere")});
  CHECK(names(root, found.paths) == Lines{"empty", "nowhere"});
  CHECK(found.passed_over.empty());
}

TEST_CASE("a partnership that is named twice is read once, at its first place", "[read][each]") {
  const Folder root;
  root.write("england/bath/a.yaml", "");
  root.write("england/leeds/a.yaml", "");
  const auto found = find_partnerships(
      {root.path("england/leeds"), root.path("england"), root.path("england/../england/bath")});
  CHECK(names(root, found.paths) == Lines{"england/leeds", "england/bath"});
}

TEST_CASE("each partnership is read once, whatever the number of threads", "[read][each]") {
  const Folder root;
  std::vector<std::string> paths;
  for (int i = 0; i < 40; ++i) {
    const std::string name = std::to_string(i);
    root.write(name + "/partnership.yaml", partnership);
    root.write(name + "/plan.yaml", i % 7 == 3 ? "safegov: 2\n" : plan);
    paths.push_back(root.path(name));
  }
  for (const std::size_t threads : {0U, 1U, 2U, 8U, 200U}) {
    CAPTURE(threads);
    std::vector<std::atomic<int>> read(paths.size());
    std::atomic<int> sound = 0;
    read_each(paths, {}, threads, [&](std::size_t i, const Result<Partnership>& result) {
      ++read[i];
      sound += result ? 1 : 0;
    });
    CHECK(std::ranges::all_of(read, [](const auto& n) { return n == 1; }));
    CHECK(sound == 34);
  }
  read_each({}, {}, 8, [](std::size_t, const Result<Partnership>&) { FAIL("nothing to read"); });
}

TEST_CASE("what is thrown while reading many comes out, and nothing is begun after it",
          "[read][each]") {
  const Folder root;
  root.write("partnership.yaml", partnership);
  const std::vector<std::string> paths(1000, root.path());
  for (const std::size_t threads : {1U, 4U}) {
    std::atomic<int> calls = 0;
    const auto failing = [&](std::size_t, const Result<Partnership>&) {
      ++calls;
      throw std::runtime_error("the disk is full");
    };
    CHECK_THROWS_AS(read_each(paths, {}, threads, failing), std::runtime_error);
    CHECK(calls <= static_cast<int>(threads));
  }
}

TEST_CASE("reading says how far it is, and ends where whoever hears it wants no more",
          "[read][each]") {
  const Folder root;
  root.write("partnership.yaml", partnership);
  root.write("plan.yaml", plan);
  root.write("z.csv", "event,obligation,date\n");
  std::vector<std::pair<std::size_t, std::size_t>> heard;
  const auto hear = [&](std::size_t done, std::size_t all) { heard.emplace_back(done, all); };
  const std::vector<std::string> paths{root.path("partnership.yaml"), root.path("plan.yaml"),
                                       root.path("none.yaml")};
  CHECK_FALSE(read_partnership(paths, {.progress = hear}));
  CHECK(heard == std::vector<std::pair<std::size_t, std::size_t>>{{1, 2}, {2, 2}});
  const auto refuse = [&](std::size_t done, std::size_t) {
    if (done == 1) throw std::runtime_error("enough");
  };
  CHECK_THROWS_AS(read_partnership({root.path()}, {.progress = refuse}), std::runtime_error);
}
