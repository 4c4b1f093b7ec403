// Where everything stood, certified, and held against the same worked out again.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <safegov/certificate.hpp>

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "model/spoken.hpp"

namespace safegov {

using namespace internal;

template <>
const Type& type_of<CertifiedCount>() {
  static constexpr Field fields[] = {
      field<&CertifiedCount::state>("state", "Which state.", Need::required),
      field<&CertifiedCount::count>("count", "How many are in it.", Need::required)};
  static constexpr Type type =
      described<CertifiedCount>("count", "How many obligations are in a state.", fields);
  return type;
}

template <>
const Type& type_of<CertifiedState>() {
  static constexpr Field fields[] = {
      field<&CertifiedState::id>("id", "Which obligation.", Need::required),
      field<&CertifiedState::state>("state", "Where it stood.", Need::required),
      field<&CertifiedState::last>("last", "The last day in force."),
      field<&CertifiedState::closed_on>("closed_on", "The day on which it was closed.")};
  static constexpr Type type =
      described<CertifiedState>("obligation", "Where one obligation stood.", fields);
  return type;
}

template <>
const Type& type_of<Certificate>() {
  static constexpr Field fields[] = {
      field<&Certificate::manifest>("manifest", "What it rests on.", Need::required),
      field<&Certificate::counts>("counts", "How many are in each state."),
      field<&Certificate::list>("list", "Every obligation."),
      field<&Certificate::list_sha256>("list_sha256", "Of the list.", Need::required)};
  static constexpr Type type =
      described<Certificate>("certificate", "Where everything stood.", fields);
  return type;
}

namespace {

std::string hash_of(const std::vector<CertifiedState>& list) {
  const auto day = [](const std::optional<Date>& date) { return date ? iso(*date) : "-"; };
  std::string lines;
  for (const CertifiedState& each : list)
    lines += each.id + " " + std::string(to_string(each.state)) + " " + day(each.last) + " " +
             day(each.closed_on) + "\n";
  return sha256(lines);
}

/// What is in both, in one only, or several times on either side, by what it is called.
template <class T, class Name, class Changed>
void hold(const std::vector<T>& before, const std::vector<T>& now, const Name& name_of,
          std::string_view noun, std::vector<std::string>& out, const Changed& changed) {
  std::map<std::string, const T*> there;
  std::set<std::string> twice;
  for (const T& each : now) there.emplace(name_of(each), &each);
  std::map<std::string, const T*> had;
  for (const T& each : before)
    if (!had.emplace(name_of(each), &each).second && twice.insert(name_of(each)).second)
      out.push_back(std::string(noun) + in_quotes(name_of(each)) +
                    " stands in the certificate twice");
  std::set<std::string> said;
  for (const T& each : before) {
    if (!said.insert(name_of(each)).second) continue;
    const auto found = there.find(name_of(each));
    if (found == there.end())
      out.push_back(std::string(noun) + in_quotes(name_of(each)) + " is not there any more");
    else if (!(each == *found->second))
      out.push_back(std::string(noun) + changed(each, *found->second));
  }
  for (const T& each : now)
    if (!had.contains(name_of(each)))
      out.push_back(std::string(noun) + in_quotes(name_of(each)) + " was not there before");
}

std::string hashes(const std::string& before, const std::string& now) {
  return before + ", now " + now;
}

/// `overdue, last day 31 October 2019`
std::string said_of(const CertifiedState& each) {
  std::string text = spoken(each.state);
  if (each.closed_on) text += " on " + in_words(*each.closed_on);
  if (each.last) text += ", last day " + in_words(*each.last);
  return text;
}

/// By whatever program.
bool same(const Certificate& a, Certificate b) {
  b.manifest.made_by = a.manifest.made_by;
  return a == b;
}

void compare_manifests(const Manifest& before, const Manifest& now, CertificateCheck& check) {
  auto& out = check.differences;
  if (before.made_by != now.made_by)
    check.remarks.push_back("the certificate is by " + in_quotes(before.made_by) + ", this is " +
                            in_quotes(now.made_by));
  if (before.partnership != now.partnership)
    out.push_back("the partnership was " + in_quotes(before.partnership) + ", and is now " +
                  in_quotes(now.partnership));
  const auto days = [&](std::string_view what, const std::optional<Date>& then,
                        const std::optional<Date>& today) {
    const auto word = [](const std::optional<Date>& day) {
      return day ? in_words(*day) : std::string("none");
    };
    if (then != today)
      out.push_back("the day " + std::string(what) + " was " + word(then) + ", and is now " +
                    word(today));
  };
  days("as at which it is", before.as_at, now.as_at);
  days("of knowledge", before.known_at, now.known_at);
  if (before.due_soon_days != now.due_soon_days)
    out.push_back("the warning window was " + counted(before.due_soon_days.value_or(0), "day") +
                  ", and is now " + counted(now.due_soon_days.value_or(0), "day"));
  if (before.made_for != now.made_for) {
    const auto word = [](Audience audience) {
      return in_quotes(words_of<Audience>()[static_cast<std::size_t>(audience)]);
    };
    out.push_back("the audience was " + word(before.made_for) + ", and is now " +
                  word(now.made_for) + ": --audience");
  }
  const auto name = [](const auto& each) { return each.name; };
  hold(before.inputs, now.inputs, name, "input ", out, [](const InputText& a, const InputText& b) {
    return in_quotes(a.name) + " is another text: " + counted(a.bytes.value_or(0), "byte") +
           ", now " + counted(b.bytes.value_or(0), "byte") + "; sha256 " +
           hashes(a.sha256, b.sha256);
  });
  if (before.inputs_sha256 != now.inputs_sha256 && before.inputs == now.inputs)
    out.push_back("the sha256 of all inputs is not that of the list: " +
                  hashes(before.inputs_sha256, now.inputs_sha256));
  hold(before.calendars, now.calendars, name, "calendar ", out,
       [](const CalendarTable& a, const CalendarTable& b) {
         const auto years = [](const CalendarTable& table) {
           return std::to_string(table.from->year()) + " to " + std::to_string(table.until->year());
         };
         return in_quotes(a.name) + " is another table: " + years(a) + ", now " + years(b) +
                "; sha256 " + hashes(a.sha256, b.sha256);
       });
  hold(before.rules, now.rules, name, "rules ", out, [](const RuleTable& a, const RuleTable& b) {
    return in_quotes(a.name) + " are other rules: " + a.says + ", now " + b.says + "; sha256 " +
           hashes(a.sha256, b.sha256);
  });
}

}  // namespace

Certificate certify(const Partnership& partnership, Date as_at, const AssessOptions& options,
                    std::optional<Manifest> manifest) {
  const Date last_day = known_until(as_at, options.known_at);
  const Assessment assessment =
      assess(expand_obligations(partnership, {.promised_by = last_day}), as_at, options);
  Certificate certificate{.manifest = manifest ? std::move(*manifest)
                                               : manifest_of(partnership, options, as_at)};
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (const std::size_t count = assessment.counts()[state])
      certificate.counts.push_back({.state = state, .count = static_cast<int>(count)});
  }
  for (std::size_t row = 0; row < assessment.size(); ++row) {
    CertifiedState each{.id = assessment.obligations()[row].id(), .state = assessment[row]};
    if (const auto days = assessment.in_force(row)) each.last = days->last();
    if (const Record* record = assessment.closed_by(row)) each.closed_on = record->date;
    certificate.list.push_back(std::move(each));
  }
  certificate.list_sha256 = hash_of(certificate.list);
  return certificate;
}

CertificateCheck check(const Certificate& certified, const Certificate& again) {
  CertificateCheck check;
  compare_manifests(certified.manifest, again.manifest, check);
  auto& out = check.differences;
  if (hash_of(certified.list) != certified.list_sha256)
    out.push_back("the list in the certificate is not the one that its sha256 was made of: " +
                  hashes(certified.list_sha256, hash_of(certified.list)));
  const auto count = [](const Certificate& certificate, State state) {
    const auto found = std::ranges::find(certificate.counts, state, &CertifiedCount::state);
    return found == certificate.counts.end() ? 0 : found->count.value_or(0);
  };
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (const int was = count(certified, state), is = count(again, state); was != is)
      out.push_back("the count of " + in_quotes(spoken(state)) + " was " + std::to_string(was) +
                    ", and is now " + std::to_string(is));
  }
  hold(
      certified.list, again.list, [](const auto& each) { return each.id; }, "", out,
      [](const CertifiedState& a, const CertifiedState& b) {
        return in_quotes(a.id) + " was " + said_of(a) + ", and is now " + said_of(b);
      });
  if (out.empty() && !same(certified, again))
    out.push_back("the same stands in it, in another order");
  return check;
}

}  // namespace safegov
