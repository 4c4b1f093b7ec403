// What a result rests on, told apart by SHA-256.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/clock.hpp>
#include <safegov/manifest.hpp>
#include <safegov/rating_rules.hpp>
#include <safegov/version.hpp>

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "report/written.hpp"

namespace safegov {

using namespace internal;

template <>
const Type& type_of<InputText>() {
  static constexpr Field fields[] = {
      field<&InputText::name>("name", "Its path, from the folder that all inputs are in.",
                              Need::required),
      field<&InputText::bytes>("bytes", "How long it is.", Need::required),
      field<&InputText::sha256>("sha256", "Of the text.", Need::required)};
  static constexpr Type type = described<InputText>("input", "A text that was read.", fields);
  return type;
}

template <>
const Type& type_of<CalendarTable>() {
  static constexpr Field fields[] = {
      field<&CalendarTable::name>("name", "What the calendar is called.", Need::required),
      field<&CalendarTable::from>("from", "The first day that it covers.", Need::required),
      field<&CalendarTable::until>("until", "The last day that it covers.", Need::required),
      field<&CalendarTable::sha256>("sha256", "Of its lines.", Need::required)};
  static constexpr Type type =
      described<CalendarTable>("calendar", "A table of working days.", fields);
  return type;
}

template <>
const Type& type_of<RuleTable>() {
  static constexpr Field fields[] = {
      field<&RuleTable::name>("name", "Which rules.", Need::required),
      field<&RuleTable::says>("says", "What they are.", Need::required),
      field<&RuleTable::sha256>("sha256", "Of the rules as text.", Need::required)};
  static constexpr Type type =
      described<RuleTable>("table-of-rules", "Rules that results rest on.", fields);
  return type;
}

// Programs write and read these, so the names are spelled as in JSON.
template <>
const Type& type_of<Manifest>() {
  static constexpr Field fields[] = {
      field<&Manifest::made_by>("made_by", "The program.", Need::required),
      field<&Manifest::partnership>("partnership", "Its id.", Need::required),
      field<&Manifest::as_at>("as_at", "The day judged by.", Need::required),
      field<&Manifest::known_at>("known_at", "The day of knowledge."),
      field<&Manifest::due_soon_days>("due_soon_days", "The warning window.", Need::required),
      field<&Manifest::made_for>("made_for", "The audience.", Need::required),
      field<&Manifest::inputs>("inputs", "What was read."),
      field<&Manifest::inputs_sha256>("inputs_sha256", "Of the list of inputs.", Need::required),
      field<&Manifest::calendars>("calendars", "Which days are working days.", Need::required),
      field<&Manifest::rules>("rules", "What decided.", Need::required)};
  static constexpr Type type = described<Manifest>("manifest", "What a result rests on.", fields);
  return type;
}

namespace {

/// How much of every name is the folder that all of them are in.
std::size_t common_folder(const std::vector<std::string_view>& names) {
  if (names.empty()) return 0;
  std::string_view common = names[0];
  for (const std::string_view name : names) {
    const auto [end, other] = std::ranges::mismatch(common, name);
    common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
  }
  const std::size_t slash = common.rfind('/');
  return slash == std::string_view::npos ? 0 : slash + 1;
}

void add_inputs(const Partnership& whole, Manifest& manifest) {
  const auto is_file = [](std::string_view name) { return !name.starts_with('<'); };
  std::vector<std::string_view> files;
  for (const auto& source : whole.provenance().sources)
    if (is_file(source->name())) files.push_back(source->name());
  const std::size_t common = common_folder(files);
  std::string lines;
  for (const auto& source : whole.provenance().sources) {
    const std::string& name = source->name();
    manifest.inputs.push_back({.name = is_file(name) ? name.substr(common) : name,
                               .bytes = static_cast<int>(source->text().size()),
                               .sha256 = sha256(source->text())});
    lines += manifest.inputs.back().sha256 + "  " + manifest.inputs.back().name + "\n";
  }
  manifest.inputs_sha256 = sha256(lines);
}

/// The lines that a calendar's hash is of: as a file of docs/calendars.md, without remarks.
std::string lines_of(const Calendar& calendar) {
  const DateRange covers = calendar.covers();
  std::string lines = "calendar: " + calendar.id() +
                      "\ncovers: " + std::to_string(covers.first().year()) + " to " +
                      std::to_string(covers.last().year()) + "\n";
  if (calendar.provisional_from_days() <= covers.last().days())
    lines += "provisional from: " + iso(Date::from_days(calendar.provisional_from_days())) + "\n";
  lines += "weekend:";
  for (int day = 0; day < 7; ++day)
    if (calendar.is_weekend(static_cast<Weekday>(day)))
      lines += " " + std::string(to_string(static_cast<Weekday>(day)));
  lines += "\n";
  for (const Holiday& holiday : calendar.holidays())
    lines += iso(holiday.date) + " " + holiday.name + "\n";
  return lines;
}

void add_calendars(const Partnership& whole, Manifest& manifest) {
  const auto add = [&](const Calendar& calendar) {
    if (std::ranges::find(manifest.calendars, calendar.id(), &CalendarTable::name) !=
        manifest.calendars.end())
      return;
    manifest.calendars.push_back({.name = calendar.id(),
                                  .from = calendar.covers().first(),
                                  .until = calendar.covers().last(),
                                  .sha256 = sha256(lines_of(calendar))});
  };
  add(whole.calendar());
  for (const Calendar& calendar : whole.parts().calendars) add(calendar);
  add(Calendar::england_and_wales());
}

/// The truth table of states: state_of() asked about an interval of three days, of one day and of
/// none, on each day before, in and after it, with every closing on every such day.
std::string table_of_states() {
  std::string lines;
  constexpr std::array kinds{DeadlineKind::dated, DeadlineKind::undated, DeadlineKind::open,
                             DeadlineKind::unresolved};
  for (const DeadlineKind kind : kinds)
    for (const std::int32_t last : {2, 0})
      for (const Closing closing : {Closing::none, Closing::received, Closing::waived,
                                    Closing::superseded, Closing::cancelled})
        for (std::int32_t closed_on = -1; closed_on <= 3; ++closed_on)
          for (const bool part : {false, true})
            for (std::int32_t as_at = -3; as_at <= 4; ++as_at)
              for (const std::int32_t soon : {0, 1}) {
                const Facts facts{kind, 0, last, closing, closed_on, part};
                for (const int number : {static_cast<int>(kind), last, static_cast<int>(closing),
                                         closed_on, static_cast<int>(part), as_at, soon})
                  lines += std::to_string(number) + " ";
                lines += std::string(to_string(state_of(facts, as_at, soon))) + "\n";
              }
  return lines;
}

/// Is it to hold against the limit, or does it decide: `at-best: amber`.
std::string outcome_of(const RuleOutcome& outcome) {
  return std::string(words_of<RuleEffect>()[static_cast<std::size_t>(outcome.effect)]) + ": " +
         outcome.band;
}

std::string lines_of(const RatingScheme& scheme) {
  std::string lines = scheme.scale == nullptr ? std::string() : written(*scheme.scale);
  for (const RatingRule& rule : scheme.rules)
    lines += outcome_of(rule.outcome) + " if " + in_words(rule) + "\n";
  for (const RollUpRule& rule : scheme.roll_up)
    lines += "roll-up " + outcome_of(rule.outcome) + " if " + in_words(rule) + "\n";
  return lines + "stale after " + std::to_string(scheme.stale_after) + "\n";
}

void add_rules(const Partnership& whole, Manifest& manifest) {
  const auto number = [](std::size_t count, std::string_view noun) {
    return counted(static_cast<long long>(count), noun);
  };
  manifest.rules.push_back({"states", number(state_count, "state"), sha256(table_of_states())});
  std::string clocks;
  for (const Clock& clock : named_clocks()) clocks += written(clock);
  manifest.rules.push_back({"clocks", number(named_clocks().size(), "time limit"), sha256(clocks)});
  std::string scales;
  for (const Scale& scale : named_scales()) scales += written(scale);
  manifest.rules.push_back({"scales", number(named_scales().size(), "scale"), sha256(scales)});
  std::string codes;
  for (const Code& code : all_codes())
    codes += std::string(code.id) + " " + std::string(code.name) + " " +
             std::string(to_string(code.severity)) + "\n";
  manifest.rules.push_back({"findings", number(all_codes().size(), "code"), sha256(codes)});
  for (std::uint32_t i = 0; i < whole.plans().size(); ++i) {
    const RatingScheme& scheme = whole.ratings(PlanId{i});
    const std::string scale = scheme.scale == nullptr ? "no scale" : scheme.scale->id;
    manifest.rules.push_back(
        {"ratings of " + whole.plans()[i].id,
         scale + ", " + number(scheme.rules.size() + scheme.roll_up.size(), "rule"),
         sha256(lines_of(scheme))});
  }
}

}  // namespace

Manifest manifest_of(const Partnership& whole, const AssessOptions& options, Date as_at) {
  Manifest manifest{.made_by = "safegov " + std::string(version()),
                    .partnership = whole.arrangements().id,
                    .as_at = as_at,
                    .known_at = options.known_at,
                    .due_soon_days = options.due_soon_days};
  add_inputs(whole, manifest);
  add_calendars(whole, manifest);
  add_rules(whole, manifest);
  return manifest;
}

Manifest manifest_of(const Partnership& whole, const Partnership& published, Audience audience,
                     const AssessOptions& options, Date as_at) {
  if (audience == Audience::restricted) return manifest_of(whole, options, as_at);
  Manifest manifest = manifest_of(published, options, as_at);
  manifest.made_for = audience;
  manifest.inputs.clear();
  add_inputs(whole, manifest);
  std::string lines;
  for (std::size_t i = 0; i < manifest.inputs.size(); ++i) {
    manifest.inputs[i].name = "text " + std::to_string(i + 1);
    lines += manifest.inputs[i].sha256 + "  " + manifest.inputs[i].name + "\n";
  }
  manifest.inputs_sha256 = sha256(lines);
  return manifest;
}

Table manifest_table(const Manifest& manifest) {
  Table table{
      .key = "manifest",
      .caption = "What this rests on",
      .columns = {{"kind", "Kind"}, {"name", "Name"}, {"says", "Says"}, {"sha256", "SHA-256"}}};
  const auto row = [&](const char* kind, const std::string& name, const std::string& says,
                       const std::string& hash) {
    table.rows.push_back({Cell(kind), Cell(name), Cell(says), Cell(hash)});
  };
  table.rows.push_back({Cell("program"), Cell(manifest.made_by), Cell(), Cell()});
  const std::string audience(words_of<Audience>()[static_cast<std::size_t>(manifest.made_for)]);
  table.rows.push_back({Cell("audience"), Cell(audience), Cell(), Cell()});
  for (const InputText& input : manifest.inputs)
    row("input", input.name, counted(input.bytes.value_or(0), "byte"), input.sha256);
  for (const CalendarTable& calendar : manifest.calendars)
    row("calendar", calendar.name,
        std::to_string(calendar.from->year()) + " to " + std::to_string(calendar.until->year()),
        calendar.sha256);
  for (const RuleTable& rules : manifest.rules) row("rules", rules.name, rules.says, rules.sha256);
  return table;
}

}  // namespace safegov
