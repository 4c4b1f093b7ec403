// A copy of the parts of a partnership without what goes, and with what is masked masked.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <string>
#include <string_view>

#include <safegov/partnership.hpp>

#include "model/publish_choice.hpp"
#include "model/publish_names.hpp"

namespace safegov::internal {

/// What a masked text says, where it must say something.
inline constexpr std::string_view withheld_word = "withheld";

/// `withheld-1`, … for bodies that are masked, and what they were called before.
[[nodiscard]] Renaming names_for(const Choice& choice);

/// An interval in words of a deadline.
[[nodiscard]] std::string words_for(const DateRange& days);

class Copying {
 public:
  Copying(Choice& choice, const Renaming& names) : choice_(choice), names_(names) {}

  /// Walks the whole and a copy of it side by side. What turns out not to be able to stand is taken
  /// out in the choice: another copy is due then.
  Partnership::Parts run();
  [[nodiscard]] bool must_run_again() const noexcept { return again_; }
  [[nodiscard]] const Tally& tally() const noexcept { return tally_; }

 private:
  enum class Fate : std::uint8_t { stays, renamed, goes };
  struct Judged {
    Fate fate = Fate::stays;
    std::string now = {};
  };

  void take(const Type& type, const void* whole, void* copy);
  void take_list(const Type& type, const Field& field, const void* whole, void* copy);
  void take_leaf(const Type& type, const Field& field, const void* whole, void* copy);
  void take_text(const Type& type, const Field& field, const void* whole, void* copy);
  void drop(const Type& type, const Field& field, const void* whole, void* copy);
  [[nodiscard]] Judged judge(const Codec& codec, const void* member) const;
  [[nodiscard]] Judged judge_text(const std::string& text) const;
  [[nodiscard]] bool asks_gone_clock(std::string_view text) const;
  void take_rows(const RegisterTable& whole, RegisterTable& copy);
  void take_body(const Body& whole, Body& copy);
  void mask_body(const Body& whole, Body& copy) const;
  void take_due(const Promise& whole, Promise& copy);
  void take_records(Partnership::Parts& parts);
  [[nodiscard]] bool record_goes(std::size_t index) const;
  void name_records();

  Choice& choice_;
  const Renaming& names_;
  std::map<std::string, std::string, std::less<>> record_names_;
  const Plan* plan_ = nullptr;  ///< whose values are looked at
  bool again_ = false;
  Tally tally_;
};

/// Withholds the words of a record; that it happened, to what and when stays, and that there is
/// evidence.
void mask(Record& record);

}  // namespace safegov::internal
