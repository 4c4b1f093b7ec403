// How far reading many partnerships has come, on a terminal.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <mutex>
#include <ostream>
#include <string>

#include <safegov/cli.hpp>
#include <safegov/survey.hpp>

namespace safegov::internal {

/// How far reading has come, in one line of a terminal that is gone at the end. It is drawn at each
/// new per cent and thus a hundred times at most, whatever there is to read; no clock is needed.
class Progress {
 public:
  Progress(const Terminal& terminal, std::size_t all)
      : err_(terminal.err), shown_(terminal.shows_progress), all_(all) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() {
    if (drawn_ != 0) err_ << '\r' << std::string(drawn_, ' ') << '\r' << std::flush;
  }

  /// One more was read, by whichever thread.
  void count(const SurveyLine& line_read) {
    if (!shown_) return;
    const std::lock_guard lock(guard_);
    ++read_;
    if (!line_read.figures) ++unsound_;
    const std::size_t now = read_ * 100 / all_;
    if (now == percent_) return;
    percent_ = now;
    std::string line = std::to_string(read_) + " of " + std::to_string(all_) + " read";
    if (unsound_ != 0) line += ", " + std::to_string(unsound_) + " unsound";
    drawn_ = line.size();  // it never gets shorter
    err_ << '\r' << line << std::flush;
  }

 private:
  std::ostream& err_;
  bool shown_;
  std::size_t all_;
  std::size_t read_ = 0, unsound_ = 0, percent_ = 0, drawn_ = 0;
  std::mutex guard_;
};

}  // namespace safegov::internal
