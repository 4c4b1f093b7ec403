// Texts as trees in their order, parsed on several threads.
// SPDX-License-Identifier: Apache-2.0

#include "read/parse_ahead.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "read/text_check.hpp"

namespace safegov::internal {

ParseAhead::ParseAhead(const std::vector<std::shared_ptr<const Source>>& texts, std::size_t threads)
    : slots_(texts.size()) {
  constexpr std::size_t worth = 64 * 1024;  // bytes: some milliseconds of parsing
  std::size_t bytes = 0, count = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i]) continue;
    slots_[i].text = texts[i];
    bytes += texts[i]->text().size();
    ++count;
  }
  // Whoever asks is a thread, too.
  const std::size_t most = std::min({threads, count, 1 + bytes / worth});
  try {
    for (std::size_t i = 1; i < most; ++i)
      threads_.emplace_back([this] {
        while (!ended_ && parse_next()) {
        }
      });
  } catch (const std::system_error&) {
    // The system has no more threads to give: whoever asks does all of it.
  }
}

void ParseAhead::parse(Slot& slot) {
  try {
    slot.parsed.sound = check_text(slot.text, slot.parsed.found) &&
                        parse_yaml(slot.text, slot.parsed.tree, slot.parsed.found);
  } catch (...) {
    slot.thrown = std::current_exception();
  }
  slot.ready = true;
  slot.ready.notify_one();
}

bool ParseAhead::parse_next() {
  for (std::size_t i = next_++; i < slots_.size(); i = next_++) {
    if (!slots_[i].text) continue;
    parse(slots_[i]);
    return true;
  }
  return false;
}

Parsed ParseAhead::take(std::size_t number) {
  Slot& slot = slots_[number];
  // While another thread parses this text, there are others to be parsed.
  while (!slot.ready && parse_next()) {
  }
  slot.ready.wait(false);
  if (slot.thrown) std::rethrow_exception(slot.thrown);
  return std::move(slot.parsed);
}

}  // namespace safegov::internal
