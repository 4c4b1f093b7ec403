// What is different between two assessments, in plain English: text, Markdown, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <stdexcept>
#include <string>
#include <vector>

#include <safegov/compare.hpp>
#include <safegov/render.hpp>

#include "render/csv.hpp"
#include "render/markdown.hpp"
#include "render/obligation.hpp"
#include "render/side.hpp"

namespace safegov {
namespace {

using namespace internal;

/// `re-owned`: a kind as people say it.
std::string spoken(Difference kind) {
  if (kind == Difference::brought_forward) return "brought forward";
  if (kind == Difference::otherwise) return "otherwise in another state";
  std::string word(to_string(kind));
  for (char& c : word)
    if (c == '_') c = '-';
  return word;
}

std::string titled(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::string as_at_in_words(const Assessment& assessment) {
  const auto& known_at = assessment.options().known_at;
  return in_words(assessment.as_at()) +
         (known_at ? " as known at " + in_words(*known_at) : std::string());
}

/// From when to when, or that two texts are held against each other.
std::string dates_of(const Comparison& found) {
  const std::string was = as_at_in_words(found.before), is = as_at_in_words(found.after);
  return was == is ? "as at " + is : "from " + was + " to " + is;
}

std::string with_day(const Side& side) {
  const auto range = side.in_force();
  return range ? in_words(range->last()) : "no day";
}

/// What a kind of difference amounts to, as a sentence.
class Sentence {
 public:
  Sentence(const Comparison& found, const Differing& differing)
      : found_(found),
        d_(differing),
        was_(found.before, differing.change.before),
        is_(found.after, differing.change.after) {}

  std::string of(Difference kind) const {
    const std::string was = was_.state_in_words(), is = is_.state_in_words();
    switch (kind) {
      case Difference::gone:
        return "It was " + was + ", and is no longer in the text." +
               (d_.promise_remains ? " Its promise is still there, with other dates." : "");
      case Difference::reopened:
      case Difference::otherwise:
        return "It was " + was + ", and is " + is + ".";
      case Difference::overdue:
        return "It was " + was + ", and is overdue since " +
               in_words(*found_.after.overdue_since(*d_.change.after)) + ".";
      case Difference::slipped:
      case Difference::brought_forward:
      case Difference::redated:
        return of_days();
      case Difference::closed:
        return "It was " + is + " on " + in_words(*d_.closed_by->date) + by_whom(*d_.closed_by) +
               ".";
      case Difference::added:
        return "It is new, and is " + is + (is_.in_force() ? ", " + is_.last_in_words() : "") + ".";
      case Difference::re_owned:
        return of_owner();
      case Difference::re_addressed:
        return "It was for " + or_nobody(was_.to()) + ", and is for " + or_nobody(is_.to()) + ".";
      case Difference::reworded:
        return of_words();
    }
    return {};
  }

  [[nodiscard]] const Side& was() const { return was_; }
  [[nodiscard]] const Side& is() const { return is_; }

 private:
  std::string of_days() const {
    std::string words = "Its last day was " + with_day(was_) + ", and is " + with_day(is_);
    if (was_.in_force() && is_.in_force() && d_.days == 0)
      words = "Its last day is still " + with_day(is_) + ", and its first is another";
    if (d_.days != 0)
      words += ", " + counted(std::abs(d_.days), "day") + (d_.days > 0 ? " later" : " earlier");
    if (d_.moved_by)
      words +=
          "; " +
          std::string(words_of<RecordKind>()[static_cast<std::size_t>(d_.moved_by->event.kind)]) +
          " on " + in_words(*d_.moved_by->date) + by_whom(*d_.moved_by);
    else
      words += "; no record says so";
    return words + ".";
  }

  std::string of_owner() const {
    std::string words;
    if (d_.change.owner)
      words = or_nobody(was_.from()) + " owed it, and " + or_nobody(is_.from()) + " does.";
    if (d_.change.lead)
      words += (words.empty() ? "" : " ") + or_nobody(was_.lead()) + " led its action, and " +
               or_nobody(is_.lead()) + " does.";
    return words;
  }

  std::string of_words() const {
    std::string words;
    if (was_.what() != is_.what())
      words = "It said '" + was_.what() + "', and says '" + is_.what() + "'.";
    if (was_.due() != is_.due())
      words += std::string(words.empty() ? "" : " ") + "Its date was written '" + was_.due() +
               "', and is '" + is_.due() + "'.";
    return words;
  }

  const Comparison& found_;
  const Differing& d_;
  Side was_, is_;
};

/// `The derived rating was A amber, and is G green.`: of the two, what differs.
std::string rated(const RatingChange& change) {
  const auto or_none = [](const std::string& label) { return label.empty() ? "none" : label; };
  std::string words;
  const auto add = [&](std::string_view which, const std::string& was, const std::string& is) {
    if (was == is) return;
    words += std::string(words.empty() ? "" : " ") + "The " + std::string(which) + " rating was " +
             or_none(was) + ", and is " + or_none(is) + ".";
  };
  add("declared", change.declared_before, change.declared_after);
  add("derived", change.derived_before, change.derived_after);
  return words;
}

/// Calls for each kind that anything differs in.
template <class Call>
void each_kind(const Comparison& found, Call&& call) {
  for (std::size_t i = 0; i < difference_count; ++i) {
    const auto kind = static_cast<Difference>(i);
    if (const std::size_t count = found.count(kind)) call(kind, count);
  }
}

bool is_of(const Differing& d, Difference kind) {
  for (const Difference other : d.kinds)
    if (other == kind) return true;
  return false;
}

std::string in_sum(const Comparison& found) {
  const std::size_t all = found.changes.size() + found.unchanged;
  return std::to_string(found.changes.size()) + " of " +
         counted(static_cast<long long>(all), "obligation") + " differ" +
         (found.changes.size() == 1 ? "s" : "") + "; " + std::to_string(found.unchanged) +
         (found.unchanged == 1 ? " is as it was" : " are as they were");
}

std::string as_text(const Comparison& found, const RenderOptions& options) {
  Page page(options);
  page.paragraph(found.after.obligations().partnership().arrangements().name, 0);
  page.paragraph(dates_of(found), 0);
  page.line();
  write_two_counts(page, found.before.counts(), found.after.counts(), "before", "now");
  page.line();
  page.line(in_sum(found));
  each_kind(found, [&](Difference kind, std::size_t count) {
    page.line();
    page.line(page.bold(spoken(kind) + " (" + std::to_string(count) + ")"));
    for (const Differing& d : found.changes) {
      if (!is_of(d, kind)) continue;
      const Sentence sentence(found, d);
      page.line("  " + page.bold(d.change.id));
      if (d.change.before && d.change.after && sentence.was().id() != d.change.id)
        page.paragraph("It was called " + sentence.was().id() + ".", 6);
      page.paragraph(sentence.of(kind), 6);
    }
  });
  if (!found.ratings.empty()) {
    page.line();
    page.line(page.bold("re-rated (" + std::to_string(found.ratings.size()) + ")"));
    for (const RatingChange& change : found.ratings) {
      page.line("  " + page.bold(change.id));
      page.paragraph(rated(change), 6);
    }
  }
  return page.take();
}

std::string as_markdown_page(const Comparison& found) {
  Markdown out;
  out.heading(1, found.after.obligations().partnership().arrangements().name);
  std::string words =
      "What is different " + as_markdown(dates_of(found)) + ". " + in_sum(found) + ".";
  std::string kinds;
  each_kind(found, [&](Difference kind, std::size_t count) {
    kinds += (kinds.empty() ? "" : ", ") + std::to_string(count) + " " + spoken(kind);
  });
  if (!found.ratings.empty())
    kinds += (kinds.empty() ? "" : ", ") + std::to_string(found.ratings.size()) + " re-rated";
  if (!kinds.empty())
    words += " In all: " + kinds + ". What differs in two ways counts under both.";
  out.paragraph(words);
  out.head({"State", "before", "now"});
  const Counts &was = found.before.counts(), &is = found.after.counts();
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (was[state] != 0 || is[state] != 0)
      out.row({internal::spoken(state), std::to_string(was[state]), std::to_string(is[state])});
  }
  each_kind(found, [&](Difference kind, std::size_t count) {
    out.heading(2, titled(spoken(kind)) + " (" + std::to_string(count) + ")");
    out.head({"Obligation", "What", "What is different"});
    for (const Differing& d : found.changes) {
      if (!is_of(d, kind)) continue;
      const Sentence sentence(found, d);
      const Side& side = d.change.after ? sentence.is() : sentence.was();
      out.row({as_markdown(d.change.id), as_markdown(side.what()), as_markdown(sentence.of(kind))});
    }
  });
  if (!found.ratings.empty()) {
    out.heading(2, "Re-rated (" + std::to_string(found.ratings.size()) + ")");
    out.head({"Rated", "What", "What is different"});
    for (const RatingChange& change : found.ratings)
      out.row({as_markdown(change.id), as_markdown(change.text), as_markdown(rated(change))});
  }
  return out.take();
}

void write_side(Json& json, std::string_view name, const Side& side) {
  json.key(name);
  if (!side.there()) {
    json.null();
    return;
  }
  json.object()
      .field("id", side.id())
      .field("state", side.state())
      .field("what", side.what())
      .optional("due", side.due())
      .optional("last_in_force", side.last())
      .optional("from", side.from())
      .optional("to", side.to())
      .optional("lead", side.lead())
      .end();
}

void write_assessment(Json& json, std::string_view name, const Assessment& assessment) {
  const auto& known_at = assessment.options().known_at;
  json.key(name).object().field("as_at", iso(assessment.as_at()));
  json.optional("known_at", known_at ? iso(*known_at) : std::string());
  write_counts(json, assessment.counts());
  json.end();
}

void write_record(Json& json, std::string_view name, const Record* record,
                  const Comparison& found) {
  json.key(name);
  if (record)
    internal::write_record(json, *record, found.after.obligations().partnership());
  else
    json.null();
}

std::string as_json(const Comparison& found) {
  Json json;
  begin_report(json, "diff", found.after.obligations().partnership());
  write_assessment(json, "before", found.before);
  write_assessment(json, "after", found.after);
  json.key("differences").object();
  for (std::size_t i = 0; i < difference_count; ++i) {
    const auto kind = static_cast<Difference>(i);
    json.field(to_string(kind), static_cast<long long>(found.count(kind)));
  }
  json.field("re_rated", static_cast<long long>(found.ratings.size())).end();
  json.field("unchanged", static_cast<long long>(found.unchanged));
  json.key("changes").list();
  for (const Differing& d : found.changes) {
    json.object().field("id", d.change.id).key("kinds").list();
    for (const Difference kind : d.kinds) json.text(to_string(kind));
    json.end().field("days", d.days);
    json.key("promise_remains").boolean(d.promise_remains);
    write_record(json, "moved_by", d.moved_by, found);
    write_record(json, "closed_by", d.closed_by, found);
    const Sentence sentence(found, d);
    write_side(json, "before", sentence.was());
    write_side(json, "after", sentence.is());
    json.end();
  }
  json.end().key("ratings").list();
  for (const RatingChange& change : found.ratings)
    json.object()
        .field("id", change.id)
        .field("text", change.text)
        .optional("declared_before", change.declared_before)
        .optional("declared_after", change.declared_after)
        .field("derived_before", change.derived_before)
        .field("derived_after", change.derived_after)
        .end();
  json.end();
  return json.end().take();
}

/// A row for each obligation that differs; ratings are in the other formats.
std::string as_csv(const Comparison& found) {
  Csv csv;
  csv.row("id", "id_before", "kinds", "days", "state_before", "state_after", "last_in_force_before",
          "last_in_force_after", "from_before", "from_after", "lead_before", "lead_after",
          "to_before", "to_after");
  for (const Differing& d : found.changes) {
    const Side was(found.before, d.change.before), is(found.after, d.change.after);
    std::string kinds;
    for (const Difference kind : d.kinds)
      kinds += (kinds.empty() ? "" : " ") + std::string(to_string(kind));
    csv.row(d.change.id, was.id(), kinds, d.days, was.state(), is.state(), was.last(), is.last(),
            was.from(), is.from(), was.lead(), is.lead(), was.to(), is.to());
  }
  return csv.take();
}

}  // namespace

std::string render(const Comparison& found, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(found);
    case Format::csv:
      return as_csv(found);
    case Format::markdown:
      return as_markdown_page(found);
    case Format::dot:
      throw std::invalid_argument("a comparison has no such form");
  }
  return as_text(found, options);
}

}  // namespace safegov
