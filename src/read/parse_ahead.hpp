// Texts as trees in their order, parsed on several threads.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

#include <safegov/diagnostic.hpp>
#include <safegov/source.hpp>

#include "read/yaml_tree.hpp"

namespace safegov::internal {

/// A text as a tree, or what is wrong with it.
struct Parsed {
  Tree tree = {};
  Diagnostics found = {};
  bool sound = false;
};

/// Parses texts ahead of whoever asks for them, one after the other. What is handed over is the
/// same on any number of threads. The parser takes four fifths of the time of reading.
class ParseAhead {
 public:
  /// Null for what is not to be parsed. No more threads than there is work for are begun, and none
  /// where all of it is less than a thread is worth.
  ParseAhead(const std::vector<std::shared_ptr<const Source>>& texts, std::size_t threads);
  ParseAhead(const ParseAhead&) = delete;
  ParseAhead& operator=(const ParseAhead&) = delete;
  /// Waits for what is being parsed; nothing more is begun.
  ~ParseAhead() { ended_ = true; }

  /// The text of that number, which must be one to be parsed, and asked for once. Throws what
  /// parsing it threw.
  Parsed take(std::size_t number);

 private:
  struct Slot {
    std::shared_ptr<const Source> text = {};
    std::atomic<bool> ready = false;
    Parsed parsed = {};
    std::exception_ptr thrown = {};
  };

  static void parse(Slot& slot);
  /// Parses the next text that nobody has begun; false if there is none.
  bool parse_next();

  std::vector<Slot> slots_;
  std::atomic<std::size_t> next_ = 0;  // the first that nobody has begun
  std::atomic<bool> ended_ = false;
  std::vector<std::jthread> threads_;  // the last, so that they end before what they work on
};

}  // namespace safegov::internal
