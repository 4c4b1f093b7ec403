// The register of commitments.
// SPDX-License-Identifier: Apache-2.0

#include "registers/commitment.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <safegov/commitment.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/alike.hpp"
#include "registers/printed_words.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;
using internal::counted;
using internal::in_quotes;

template <>
std::span<const std::string_view> words_of<OutcomeKind>() {
  static constexpr std::array<std::string_view, 6> words{"done",    "carried",      "weakened",
                                                         "dropped", "contradicted", "no-sequel"};
  return words;
}

template <>
std::span<const std::string_view> words_of<ClaimKind>() {
  static constexpr std::array<std::string_view, 3> words{"output", "outcome", "impact"};
  return words;
}

template <>
const Type& type_of<CommitmentOutcome>() {
  using Outcome = CommitmentOutcome;
  static constexpr Field fields[] = {
      field<&Outcome::in>("in", "The later document.", Need::required),
      field<&Outcome::dated>(
          "dated", "The day of that document: before it, nothing is known of it.", Need::required),
      field<&Outcome::outcome>("outcome",
                               "What it says: done, promised again, less, given up, the contrary, "
                               "or nothing where it was looked for.",
                               Need::required),
      field<&Outcome::text>("text", "Its words."),
      field<&Outcome::date>(
          "date", "Of what is done: the day, where the document says; its own otherwise."),
      field<&Outcome::of>("of", "Of a commitment with several dates: which of them, `2019/20`."),
      field<&Outcome::to>("to", "The commitment that carries it on."),
      field<&Outcome::by>("by", "Who gave it up."),
      field<&Outcome::by_decision>("by-decision", "The decision that gave it up."),
      field<&Outcome::said>("said", "What is contradicted, as printed: `Completed`."),
      field<&Outcome::source>("source", docs::source),
      field<&Outcome::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Outcome::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Outcome>(
      "commitment-outcome", "What a later document says of a commitment.", fields);
  return type;
}

template <>
const Type& type_of<Commitment>() {
  static constexpr Field fields[] = {
      field<&Commitment::id>("id", docs::id, Need::required),
      field<&Commitment::made_in>("made-in", "The document that promises it.", Need::required),
      field<&Commitment::dated>("dated", "The day of that document, from which its words count.",
                                Need::required),
      field<&Commitment::text>("text", "What is promised, word for word.", Need::required),
      field<&Commitment::by>("by", "Who promises."),
      field<&Commitment::to>("to", "Who is to receive it."),
      field<&Commitment::due>("due", "When, in the words as printed."),
      field<&Commitment::period>("period", "How long `annually` and its like run."),
      field<&Commitment::expected_in>(
          "expected-in", "The document in which its sequel would stand: unread, nothing is known."),
      field<&Commitment::did>("did", "What the document says was done before."),
      field<&Commitment::claimed>("claimed", "What the document says came of that."),
      field<&Commitment::claim>("claim", "What sort of claim that is."),
      field<&Commitment::outcomes>("outcomes", "What later documents say, one outcome of each."),
      field<&Commitment::source>("source", docs::source),
      field<&Commitment::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Commitment::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Commitment>("commitment", "What a document promises of the time after it.", fields);
  return type;
}

namespace {

using namespace internal;

/// Of all that tell that it was done the one of the first day, wherever it is written: a thing is
/// received once, however often it is told.
const CommitmentOutcome* first_done(const Commitment& row, std::string_view of) {
  const CommitmentOutcome* first = nullptr;
  const auto day = [](const CommitmentOutcome& o) { return o.date ? o.date : o.dated; };
  for (const CommitmentOutcome& o : row.outcomes)
    if (o.outcome == OutcomeKind::done && o.of == of && day(o) &&
        (first == nullptr || *day(o) < *day(*first)))
      first = &o;
  return first;
}

/// Whether it had been told to be done when it was carried on.
bool told_done(const Commitment& row, const CommitmentOutcome& carried) {
  return std::ranges::any_of(row.outcomes, [&](const CommitmentOutcome& o) {
    return o.outcome == OutcomeKind::done && o.of == carried.of && o.dated <= carried.dated;
  });
}

void issue(const Commitment& row, Issue& issue) {
  issue.action().lead = row.by;
  issue.count_from(row.dated);
  issue.promised_on(row.dated);
  if (row.period) issue.run_over(row.period->range);
  Promise& promise = issue.promise("promise", "due");
  promise.to = row.to;
  promise.due = row.due;
  for (const CommitmentOutcome& o : row.outcomes) {
    const std::string about = issue.id("promise") + (o.of.empty() ? "" : " of " + o.of);
    if (o.outcome == OutcomeKind::done) {
      if (first_done(row, o.of) != &o) continue;
      Record& came = issue.happened(RecordKind::received, about, o.origin);
      came.date = o.date ? o.date : o.dated;
      if (o.date) came.recorded = o.dated;
      came.reference = o.in.id;
    } else if (o.outcome == OutcomeKind::carried && !told_done(row, o)) {
      Record& carried = issue.happened(RecordKind::superseded, about, o.origin);
      carried.date = o.dated;
      if (o.to) carried.replaced_by = "commitments/" + o.to.id + "/promise";
      carried.reference = o.in.id;
    } else if (o.outcome == OutcomeKind::dropped) {
      Record& waived = issue.happened(RecordKind::waived, about, o.origin);
      waived.date = o.dated;
      waived.by = o.by;
      waived.reference = o.by_decision ? "decisions/" + o.by_decision.id : o.in.id;
      waived.reason = o.text;
    }
  }
}

std::string verdict_in_words(const Sequel& sequel) {
  std::string text(to_string(sequel.verdict));
  if (sequel.verdict == LedgerVerdict::carried)
    text += " " + counted(static_cast<long long>(sequel.carried()), "time");
  if (sequel.verdict == LedgerVerdict::dropped) {
    if (sequel.last->by_decision)
      text += " by decisions/" + sequel.last->by_decision.id;
    else if (sequel.last->by)
      text += " by " + sequel.last->by.id;
    else
      text += " by nobody named";
  }
  return text;
}

/// Of each commitment, the earlier one of another document whose words it repeats.
CarriedFrom repeats_of(std::span<const Commitment> rows) {
  std::vector<TextOf> texts;
  for (const Commitment& row : rows)
    texts.push_back({row.text, row.made_in.id, row.dated ? row.dated->days() : 0});
  return carried_from(texts);
}

/// Words that an earlier document has, though nobody says that this carries that on.
void find_repeat(const Commitment& row, RowLook& look) {
  const auto from = look.once(repeats_of)[look.index()];
  if (!from) return;
  const Commitment& before = look.partnership().list<Commitment>()[*from];
  const auto leads_here = [&](const CommitmentOutcome& o) { return o.to.id == row.id; };
  if (std::ranges::any_of(before.outcomes, leads_here)) return;
  Diagnostic& d = look.report(
      codes::diagnose(codes::text_carried_forward,
                      "nearly the words of " + in_quotes(before.id) + ", of " +
                          in_words(*before.dated) + ", and nothing says what became of that",
                      {}, "say what was done since, or that it is carried on: 'outcome: carried'"),
      row, "text");
  look.relate(d, before, "text", "promised before");
}

void find_odd(const Commitment& row, const Sequel& sequel, RowLook& look) {
  const auto say = [&](const codes::Known& code, std::string message, std::string help,
                       const CommitmentOutcome* at) {
    auto d = codes::diagnose(code, std::move(message), {}, std::move(help));
    if (at != nullptr)
      look.report(std::move(d), *at, "outcome");
    else
      look.report(std::move(d), row);
  };
  if (sequel.verdict == LedgerVerdict::vanished && sequel.carried() == 0)
    say(codes::vanished, row.id + " vanished: nothing says what became of it",
        "say in the next report what became of it, or decide to drop it", sequel.last);
  const CommitmentOutcome* said = sequel.own;
  if (said == nullptr) return;
  if (said->outcome == OutcomeKind::contradicted)
    say(codes::contradicted,
        row.id + " is contradicted" +
            (said->said.empty() ? "" : ", though a document says " + in_quotes(said->said)),
        "say which of the two holds", said);
  if (said->outcome == OutcomeKind::weakened)
    say(codes::weakened, row.id + " became less", "say why, and who decided that less is enough",
        said);
  if (said->outcome == OutcomeKind::dropped && !said->by_decision)
    say(codes::dropped_undecided, row.id + " was dropped, and no decision says so",
        "name the decision under 'by-decision'", said);
  if (said->outcome != OutcomeKind::carried) return;
  const Commitment* to = find_commitment(look.partnership(), said->to.id);
  if (to != nullptr && told_apart(to->text) == told_apart(row.text))
    say(codes::carried_verbatim, row.id + " is promised again word for word, by " + to->id,
        "say what was done in between, and what is different this time", said);
  if (sequel.again)
    say(codes::promised_again, row.id + " was said to be done, and is promised again by " + to->id,
        "say which of the two holds", said);
}

bool is_open(LedgerVerdict verdict) {
  return verdict == LedgerVerdict::carried || verdict == LedgerVerdict::weakened ||
         verdict == LedgerVerdict::vanished || verdict == LedgerVerdict::unknown;
}

void look(const Commitment& row, RowLook& look) {
  const Sequel sequel = follow(look.partnership(), row, look.as_at(), look.known_at());
  look.measure("verdict", verdict_in_words(sequel));
  look.measure("made in", row.made_in.id + ", " + in_words(*row.dated));
  if (sequel.verdict == LedgerVerdict::not_made) return;
  if (sequel.carried() != 0) {
    std::string to;
    for (const Commitment* link : sequel.links)
      if (link != &row) to += (to.empty() ? "" : ", ") + link->id;
    look.measure("carried to", to);
    look.measure("carried", static_cast<long long>(sequel.carried()));
  }
  if (const int months = sequel.months_slipped(); months != 0) {
    look.measure("slipped", months_in_words(months) + ", from " + in_words(*sequel.first_due) +
                                " to " + in_words(*sequel.latest));
    look.measure("quarters slipped", months / 3);
  }
  if (is_open(sequel.verdict))
    if (const int months = months_between(*row.dated, look.as_at()); months >= 12)
      look.measure("open after", months_in_words(months));
  if (!sequel.documents.empty()) {
    std::string read;
    for (const std::string_view document : sequel.documents)
      read += (read.empty() ? "" : ", ") + std::string(document);
    look.measure("read", read);
  }
  if (row.claim)
    look.measure("claim", std::string(words_of<ClaimKind>()[static_cast<std::size_t>(*row.claim)]));
  find_odd(row, sequel, look);
  find_repeat(row, look);
}

}  // namespace

const Register& commitments_register() {
  static constexpr Field list[] = {rows<Commitment>(
      "commitments",
      "What a document promises of the time after it, and what later documents say of that.")};
  static constexpr RowRules<Commitment> rules{
      .issue = issue, .check = check_commitment, .look = look};
  static constexpr Register commitments = register_of("Commitments", list, rules);
  return commitments;
}

}  // namespace safegov
