// Many partnerships: where they are, and reading them side by side.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

#include <safegov/read.hpp>

#include "read/plan_files.hpp"

namespace safegov {
namespace fs = std::filesystem;
namespace {

using namespace internal;

/// What stands directly in a folder; nothing if that cannot be told.
struct Contents {
  bool plan_file = false;
  std::vector<std::string> folders = {};  ///< by name, without hidden ones
};

Contents contents_of(const std::string& folder) {
  Contents contents;
  std::error_code error;
  fs::directory_iterator entry(folder, error), end;
  for (; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_directory(ignored)) {
      if (!entry->path().filename().string().starts_with('.'))
        contents.folders.push_back(entry->path().string());
    } else if (entry->is_regular_file(ignored) && is_plan_file(entry->path())) {
      contents.plan_file = true;
    }
  }
  if (error) return {};
  std::ranges::sort(contents.folders);
  return contents;
}

}  // namespace

FoundPartnerships find_partnerships(const std::vector<std::string>& paths) {
  FoundPartnerships found;
  std::set<fs::path> seen;
  const auto add = [&](const std::string& path) {
    std::error_code error;
    const fs::path same = fs::weakly_canonical(path, error);
    if (seen.insert(error ? fs::path(path) : same).second) found.paths.push_back(path);
  };
  for (const std::string& path : paths) {
    std::error_code none;
    const Contents contents = fs::is_directory(path, none) ? contents_of(path) : Contents{};
    std::vector<std::string> inside, without;
    if (!contents.plan_file)
      for (const std::string& folder : contents.folders) {
        std::error_code error;
        const bool holds = !plan_files_below(folder, error).empty();
        (holds || error ? inside : without).push_back(folder);
      }
    if (inside.empty()) {
      add(path);
      continue;
    }
    std::ranges::for_each(inside, add);
    std::ranges::move(without, std::back_inserter(found.passed_over));
  }
  return found;
}

void read_each(const std::vector<std::string>& paths, const ReadOptions& options,
               std::size_t threads,
               const std::function<void(std::size_t, Result<Partnership>)>& each) {
  // Threads that have no partnership of their own help others with theirs.
  ReadOptions each_with = options;
  each_with.threads = threads / std::max<std::size_t>(1, paths.size());
  std::atomic<std::size_t> next = 0;
  std::mutex guard;
  std::exception_ptr failed;
  const auto work = [&] {
    try {
      for (std::size_t i = next++; i < paths.size(); i = next++)
        each(i, read_partnership({paths[i]}, each_with));
    } catch (...) {
      const std::lock_guard lock(guard);
      if (!failed) failed = std::current_exception();
      next = paths.size();
    }
  };
  {
    const std::size_t helpers = std::min(std::max<std::size_t>(1, threads), paths.size());
    std::vector<std::jthread> running;
    running.reserve(helpers);
    try {
      for (std::size_t i = 1; i < helpers; ++i) running.emplace_back(work);
    } catch (const std::system_error&) {
      // The system has no more threads to give: those that run do all of it.
    }
    work();
  }
  if (failed) std::rethrow_exception(failed);
}

}  // namespace safegov
