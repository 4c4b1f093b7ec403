// A diary as iCalendar (RFC 5545, RFC 7986), which every calendar reads.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/diary.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"

namespace safegov {
namespace {

using internal::character_length;

/// The next character as it may stand in a TEXT, and how many bytes it took. What other programs
/// take for a line break is one; control characters are nothing; bytes that are no UTF-8 become
/// U+FFFD, so that one of them does not make the whole unreadable.
struct Escaped {
  std::string_view text;
  std::size_t length;
};
Escaped next_of(std::string_view text, std::size_t at) {
  const std::size_t length = character_length(text, at);
  const std::string_view character = text.substr(at, length);
  const auto byte = static_cast<unsigned char>(text[at]);
  if (character == "\\") return {"\\\\", length};
  if (character == ";") return {"\\;", length};
  if (character == ",") return {"\\,", length};
  if (text.substr(at, 2) == "\r\n") return {"\\n", 2};
  constexpr std::array<std::string_view, 5> breaks{"\n", "\r", "\xC2\x85", "\xE2\x80\xA8",
                                                   "\xE2\x80\xA9"};
  for (const std::string_view line_break : breaks)
    if (character == line_break) return {"\\n", length};
  if (byte >= 0x80 && length == 1) return {"\xEF\xBF\xBD", length};
  if ((byte < 0x20 && byte != '\t') || byte == 0x7F) return {"", length};
  return {character, length};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Escaped next = next_of(text, at);
    out += next.text;
    at += next.length;
  }
  return out;
}

/// The days of a calendar: `20191101`.
std::string as_date(Date day) {
  std::string text = iso(day);
  std::erase(text, '-');
  return text;
}

/// Nothing here knows an hour: the day begins.
std::string as_instant(Date day) { return as_date(day) + "T000000Z"; }

/// Lines end in CR LF and have 75 bytes at most; what is longer goes on behind a blank. A character
/// is not cut.
class Lines {
 public:
  void line(std::string_view text) {
    constexpr std::size_t most = 75;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = character_length(text, at);
      if (used + length > most) {
        out_ += "\r\n ";
        used = 1;
      }
      out_ += text.substr(at, length);
      used += length;
      at += length;
    }
    out_ += "\r\n";
  }
  void text(std::string_view name, std::string_view value) {
    line(std::string(name) + ":" + escaped(value));
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

std::string_view word_of(DiaryStatus status) noexcept {
  constexpr std::array<std::string_view, 3> words{"CONFIRMED", "TENTATIVE", "CANCELLED"};
  return words[static_cast<std::size_t>(status)];
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

/// All day. The end is the day after the last, which the last day of all has not.
void write_days(Lines& out, const DateRange& days) {
  out.line("DTSTART;VALUE=DATE:" + as_date(days.first()));
  if (days.last() == Date(9999, 12, 31))
    out.line("DURATION:P" + std::to_string(days.length()) + "D");
  else
    out.line("DTEND;VALUE=DATE:" + as_date(add_days(days.last(), 1)));
}

void write_alarm(Lines& out, const DiaryEntry& entry, int days) {
  out.line("BEGIN:VALARM");
  out.line("ACTION:DISPLAY");
  out.text("DESCRIPTION", entry.summary);
  out.line(days == 0 ? "TRIGGER;RELATED=START:PT0S"
                     : "TRIGGER;RELATED=START:-P" + std::to_string(days) + "D");
  out.line("END:VALARM");
}

void write_entry(Lines& out, const DiaryEntry& entry, Date as_at) {
  out.line("BEGIN:VEVENT");
  out.text("UID", entry.uid);
  out.line("DTSTAMP:" + as_instant(as_at));
  if (entry.changed) out.line("LAST-MODIFIED:" + as_instant(*entry.changed));
  out.line("SEQUENCE:" + std::to_string(entry.sequence));
  write_days(out, entry.days);
  out.text("SUMMARY", entry.summary);
  out.text("DESCRIPTION", joined(entry.description));
  out.line("STATUS:" + std::string(word_of(entry.status)));
  // Who is to sit in a meeting is busy; nobody is by a deadline, or on all days of a month.
  const bool busy = entry.kind == DiaryKind::meeting && entry.status == DiaryStatus::confirmed;
  out.line(busy ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
  std::string categories;
  for (const std::string& category : entry.categories)
    categories += (categories.empty() ? "" : ",") + escaped(category);
  if (!categories.empty()) out.line("CATEGORIES:" + categories);
  if (!entry.related_to.empty()) out.text("RELATED-TO", entry.related_to);
  for (const int days : entry.alarms) write_alarm(out, entry, days);
  out.line("END:VEVENT");
}

/// A calendar has to hold something: one without entries holds what UTC is.
void write_nothing(Lines& out) {
  for (const std::string_view line :
       {"BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"})
    out.line(line);
}

}  // namespace

std::string render_icalendar(const Diary& diary) {
  Lines out;
  out.line("BEGIN:VCALENDAR");
  out.line("VERSION:2.0");
  out.line("PRODID:-//safegov//diary 1//EN");
  out.line("CALSCALE:GREGORIAN");
  out.text("NAME", diary.name);
  out.text("X-WR-CALNAME", diary.name);  // what calendars called it before they had a word for it
  out.text("DESCRIPTION", "As at " + in_words(diary.as_at));
  out.line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
  if (diary.entries.empty()) write_nothing(out);
  for (const DiaryEntry& entry : diary.entries) write_entry(out, entry, diary.as_at);
  out.line("END:VCALENDAR");
  return out.take();
}

}  // namespace safegov
