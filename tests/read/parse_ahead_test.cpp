// That what is read is the same on any number of threads.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include <safegov/read.hpp>
#include <safegov/render.hpp>

#include "partnership.hpp"
#include "test.hpp"

using namespace safegov;
namespace fs = std::filesystem;

namespace {

const fs::path root = SAFEGOV_SOURCE_DIR;

/// Everything that reading a folder says: the partnership, all that is odd, or all that is wrong.
std::string read_on(std::size_t threads, const fs::path& folder) {
  const auto read = read_partnership({folder.string()}, {.threads = threads});
  return read ? render(*read, read.diagnostics(), Format::json) : test::printed(read.diagnostics());
}

}  // namespace

TEST_CASE("a partnership of many texts is the same on any number of threads", "[read][threads]") {
  for (const char* const name : {"nottingham", "trust", "reviews"}) {
    const std::string alone = read_on(1, root / "examples" / name);
    for (const std::size_t threads : {0U, 2U, 3U, 16U}) {
      CAPTURE(name, threads);
      CHECK(read_on(threads, root / "examples" / name) == alone);
    }
  }
}

TEST_CASE("what is wrong is said alike, and in the same order, on any number of threads",
          "[read][threads]") {
  std::size_t folders = 0;
  for (const auto& entry : fs::directory_iterator(root / "tests/plans/invalid")) {
    if (!entry.is_directory()) continue;
    ++folders;
    CAPTURE(entry.path().filename().string());
    CHECK(read_on(4, entry.path()) == read_on(1, entry.path()));
  }
  CHECK(folders > 5);
}

TEST_CASE("texts so long that threads are worth it fail alike", "[read][threads]") {
  std::vector<Source> sources{{"a.yaml", test::small_partnership}};
  const std::string filler(200 * 1024, ' ');
  for (int i = 0; i < 6; ++i) {
    const std::string no = std::to_string(i);
    sources.emplace_back("plan-" + no + ".yaml", "safegov: 1\npartnership: example\nplan: p" + no +
                                                     "\n# " + filler + "\nobjectives: [\n");
  }
  const auto wrong = [&](std::size_t threads) {
    const auto read = read_sources(sources, {.threads = threads});
    REQUIRE_FALSE(read);
    return test::printed(read.diagnostics());
  };
  const std::string alone = wrong(1);
  CHECK(std::ranges::count(read_sources(sources).diagnostics(), Severity::error,
                           &Diagnostic::severity) >= 6);
  for (int round = 0; round < 20; ++round) CHECK(wrong(8) == alone);
}

TEST_CASE("whoever hears how far it is hears it in his own thread, and may end it",
          "[read][threads]") {
  const std::vector<std::string> path{(root / "examples/nottingham").string()};
  const auto here = std::this_thread::get_id();
  std::size_t heard = 0;
  ReadOptions options{.threads = 4};
  options.progress = [&](std::size_t done, std::size_t of) {
    CHECK(std::this_thread::get_id() == here);
    CHECK(done == ++heard);
    CHECK(of > 10);
    if (heard == 5) throw std::runtime_error("enough");
  };
  CHECK_THROWS_WITH(read_partnership(path, options), "enough");
  CHECK(heard == 5);
}
