// Words of an action that name a body which had ended by then.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The names of bodies that have ended, by their first words: each word of a text is looked up
/// once.
class GoneNames {
 public:
  explicit GoneNames(const LintInput& in) {
    const auto bodies = in.partnership.bodies();
    std::map<std::string_view, int> bearers;
    const auto each_name = [](const Body& body, const auto& call) {
      call(std::string_view(body.name));
      for (const Name& name : body.also_known_as) call(std::string_view(name.name));
    };
    for (const Body& body : bodies)
      each_name(body, [&](std::string_view name) { ++bearers[name]; });
    for (std::uint32_t i = 0; i < bodies.size(); ++i) {
      if (!bodies[i].until) continue;
      each_name(bodies[i], [&](std::string_view name) {
        // What another is called as well may be meant for that.
        if (name.size() < 3 || bearers[name] > 1) return;
        const auto end = std::ranges::find_if_not(name, is_letter);
        by_word_[name.substr(0, static_cast<std::size_t>(end - name.begin()))].push_back(
            {name, BodyId{i}});
      });
    }
  }

  /// Calls `say` with each name that stands in a text as words of their own.
  template <class Say>
  void each_in(std::string_view text, Say&& say) const {
    for (std::size_t i = 0; i < text.size();) {
      std::size_t end = i;
      while (end < text.size() && is_letter(text[end])) ++end;
      if (end == i) {
        ++i;
        continue;
      }
      if (const auto known = by_word_.find(text.substr(i, end - i)); known != by_word_.end())
        for (const auto& [name, body] : known->second)
          if (text.substr(i).starts_with(name) &&
              (i + name.size() == text.size() || !is_letter(text[i + name.size()])))
            say(name, body);
      i = end;
    }
  }

  [[nodiscard]] bool empty() const { return by_word_.empty(); }

 private:
  std::map<std::string_view, std::vector<std::pair<std::string_view, BodyId>>> by_word_;
};

/// The last day on which something of an action is due.
std::optional<Date> last_of(const LintInput& in, const PromiseIn& first) {
  std::optional<Date> last;
  each_promise_of(in, first, [&](const PromiseIn& promise) {
    for (const Deadline& deadline : promise.deadlines)
      if (deadline.range)
        last = std::max(last.value_or(deadline.range->last()), deadline.range->last());
  });
  return last;
}

}  // namespace

void gone_body_in_text(const LintInput& in, RuleFindings& findings) {
  const GoneNames names(in);
  if (names.empty()) return;
  const Action* before = nullptr;
  each_promise(in, [&](const PromiseIn& promise) {
    if (&promise.action == before) return;
    before = &promise.action;
    const auto last = last_of(in, promise);
    if (!last) return;
    BodyId said = {};
    names.each_in(promise.action.text, [&](std::string_view name, BodyId id) {
      const Body& body = in.partnership[id];
      if (id == said || *last <= *body.until || promise.action.lead.id == body.id) return;
      said = id;
      const BodyId heir = in.network.holder_of(id);
      auto& d = findings.report(promise.action, "text",
                                in_quotes(name) + " ended on " + in_words(*body.until) +
                                    ", and the last of this is due on " + in_words(*last),
                                heir && heir != id
                                    ? "say '" + in.partnership[heir].id + "', which took over"
                                    : "name the body that is to do it");
      findings.relate(d, body, "until", "its last day");
    });
  });
}
}  // namespace safegov::internal::rules
