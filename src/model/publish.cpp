// The publication boundary: a partnership with nothing in it that is not for an audience.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <iterator>
#include <utility>

#include <safegov/publish.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/publish_choice.hpp"
#include "model/publish_copy.hpp"
#include "model/publish_history.hpp"
#include "model/publish_names.hpp"
#include "model/publish_repair.hpp"

namespace safegov {

template <>
std::span<const std::string_view> words_of<Withholding>() {
  static constexpr std::array<std::string_view, 3> words{"left-out", "masked", "suppressed"};
  return words;
}

namespace {

using namespace internal;

/// Says that nothing can be published, and nothing of what there is.
Diagnostics refusal(std::string message, std::string help) {
  return {codes::diagnose(codes::not_publishable, std::move(message), {}, std::move(help))};
}

std::string in_word(Audience audience) {
  return in_quotes(words_of<Audience>()[static_cast<std::size_t>(audience)]);
}

void suppress(Partnership::Parts& parts, int under, Tally& tally) {
  if (under <= 1) return;
  for (RegisterTable& table : parts.registers) {
    const std::size_t numbers = table.kind().suppress(table.kind(), table.held(), under);
    tally.add(Withholding::suppressed, table.kind().name, Because::small, Audience::partnership,
              numbers);
  }
  std::erase_if(parts.registers, [](const RegisterTable& table) { return table.size() == 0; });
}

}  // namespace

Result<Published> publish(const Partnership& partnership, const PublishOptions& options) {
  if (options.audience == Audience::restricted) return Published{partnership};
  const Audience whole = partnership.arrangements().audience;
  if (whole > options.audience)
    return refusal("nothing of this partnership is for the audience " + in_word(options.audience) +
                       ": its arrangements are marked " + in_word(whole),
                   "publish it for " + in_word(whole) +
                       ", or mark what is not for everybody and open the arrangements");
  Choice choice(partnership, options);
  const Renaming names = names_for(choice);
  History history(choice, names);
  for (;;) {  // each turn takes out more, so that there is a last one
    Copying copying(choice, names);
    Partnership::Parts parts = copying.run();
    if (copying.must_run_again()) continue;
    Tally tally = copying.tally();
    if (options.audience == Audience::open) suppress(parts, options.suppress_under, tally);
    auto made = make_sound(parts, tally);
    if (made) {
      std::vector<Record> missing = history.missing(*made);
      if (!missing.empty()) {
        parts.records.insert(parts.records.end(), std::make_move_iterator(missing.begin()),
                             std::make_move_iterator(missing.end()));
        made = make_sound(parts, tally);
      }
    }
    if (!made)
      return refusal("what is for the audience " + in_word(options.audience) +
                         " makes no sound partnership by itself",
                     "publish it for a wider circle, or say which of its parts are marked");
    if (history.take_out_changed(*made)) continue;
    tally.add(choice.tally());
    return Published{*std::move(made), tally.lines(options.suppress_under)};
  }
}

std::string open_with(const Withheld& withheld) {
  if (!withheld.open_register.empty()) return "--open " + withheld.open_register;
  if (!withheld.seen_by) return "";
  return "--audience " +
         std::string(words_of<Audience>()[static_cast<std::size_t>(*withheld.seen_by)]);
}

std::string in_words(const Withheld& withheld) {
  const auto count = static_cast<long long>(withheld.count);
  if (withheld.how == Withholding::suppressed)
    return counted(count, "number") + " of " + withheld.what;
  if (!withheld.open_register.empty()) return counted(count, "row") + " of " + withheld.what;
  return counted(count, withheld.what);
}

}  // namespace safegov
