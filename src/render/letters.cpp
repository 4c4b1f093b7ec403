// Letters to those who owe something, a page each, for whoever sends them.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>
#include <string>

#include <safegov/render.hpp>

#include "base/text.hpp"
#include "model/spoken.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

/// An id as the name of a file anywhere: small letters, digits and hyphens.
std::string file_name(std::string_view id, std::set<std::string>& taken) {
  std::string name;
  for (const char c : lower(id)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (plain)
      name += c;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  if (name.size() > 80) name.resize(80);
  while (name.ends_with('-')) name.pop_back();
  // Windows takes these for devices, whatever their ending.
  const bool device = name == "con" || name == "prn" || name == "aux" || name == "nul" ||
                      (name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")));
  if (name.empty() || device) name = "body-" + name;
  std::string unique = name;
  for (int n = 2; !taken.insert(unique).second; ++n) unique = name + "-" + std::to_string(n);
  return unique;
}

class Writer {
 public:
  Writer(const Chase& lists, const RenderOptions& options)
      : assessment_(lists.assessment),
        owed_(assessment_.obligations()),
        partnership_(owed_.partnership()),
        page_(RenderOptions{.width = options.width}) {}

  std::string letter(const ChaseList& list) {
    const Date as_at = assessment_.as_at();
    const Arrangements& of = partnership_.arrangements();
    page_.paragraph(of.name.empty() ? of.id : of.name, 0);
    page_.line(in_words(as_at));
    page_.line();
    page_.item("To: ", partnership_[list.owner].label_on(as_at), 4);
    page_.line();
    page_.line("What we expect from you");
    page_.line();
    const auto count = static_cast<long long>(list.items.size());
    page_.paragraph("Our records show " + counted(count, "item") +
                        " that you owe, overdue, due or due soon as at " + in_words(as_at) +
                        ". Please send each to the body named with it; if you cannot, please tell "
                        "us by which day you will.",
                    0);
    group(list, "Overdue", {State::overdue});
    group(list, "Due now", {State::due, State::partly_received});
    group(list, "Due soon", {State::due_soon});
    page_.line();
    page_.line("If you have sent it already");
    page_.line();
    page_.paragraph(
        "Please tell us the day on which it was received and the reference of the paper or the "
        "minutes, with the id above, so that we can record it:",
        0);
    page_.line();
    page_.line("  safegov record received ID PLAN --date DAY --reference PAPER");
    return page_.take();
  }

 private:
  void group(const ChaseList& list, std::string_view title, std::initializer_list<State> states) {
    bool first = true;
    for (const ChaseItem& item : list.items) {
      if (std::ranges::count(states, assessment_[item.row]) == 0) continue;
      page_.line();
      if (first) {
        page_.line(title);
        page_.line();
      }
      first = false;
      write(item);
    }
  }

  void write(const ChaseItem& item) {
    const Obligation o = owed_[item.row];
    page_.item("- ", o.what(), 2);
    if (o.to()) page_.paragraph("to " + o.to()->label_on(assessment_.as_at()), 2);
    page_.paragraph(when(item), 2);
    page_.line("  id: " + harmless(o.id()));
  }

  /// `due Oct 2019, by 31 October 2019: 1 day overdue`
  std::string when(const ChaseItem& item) {
    const Obligation o = owed_[item.row];
    const State state = assessment_[item.row];
    std::string words = o.due().text.empty() ? "no date is set" : "due " + o.due().text;
    if (const auto days = assessment_.in_force(item.row))
      words += ", " + std::string(assessment_.slips(item.row).count != 0 ? "extended to " : "by ") +
               in_words(days->last());
    if (state == State::overdue)
      words += ": " + counted(assessment_.days_overdue(item.row), "day") + " overdue";
    if (const Record* part = assessment_.part_by(item.row))
      words += "; a part came in on " + in_words(*part->date);
    return words;
  }

  const Assessment& assessment_;
  const Obligations& owed_;
  const Partnership& partnership_;
  Page page_;
};

}  // namespace

std::vector<Letter> letters(const Chase& lists, const RenderOptions& options) {
  std::vector<Letter> written;
  std::set<std::string> taken;
  for (const ChaseList& list : lists.lists) {
    if (!list.owner) continue;
    const std::string& id = lists.assessment.obligations().partnership()[list.owner].id;
    written.push_back({list.owner, file_name(id, taken), Writer(lists, options).letter(list)});
  }
  return written;
}

}  // namespace safegov
