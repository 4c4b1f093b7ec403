// Reads a quorum from words.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include <safegov/quorum.hpp>

#include "base/text.hpp"

namespace safegov {
namespace {

using internal::in_quotes;
using internal::lower;

struct Word {
  std::string_view written;
  std::string lower;
  std::size_t begin;
};

bool stands_alone(char c) { return std::string_view(",;:()%").find(c) != std::string_view::npos; }

/// Ids and words, and each mark by itself.
std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) <= ' ') {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    if (!stands_alone(text[at]))
      while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' &&
             !stands_alone(text[end]))
        ++end;
    std::size_t last = end;
    // A full stop ends a sentence, unless it stands inside an id.
    while (last > at + 1 && text[last - 1] == '.') --last;
    const std::string_view written = text.substr(at, last - at);
    words.push_back({written, lower(written), at});
    at = end;
  }
  return words;
}

class QuorumReader {
 public:
  explicit QuorumReader(std::string_view text) : text_(text), words_(words_in(text)) {
    rule_.text = std::string(text);
  }

  ParsedQuorum run() {
    if (words_.empty()) return refuse("it says nothing");
    if (!take_aside() && !take_clause()) return failed();
    while (at_ < words_.size()) {
      const bool separated = take_any({{","}, {";"}, {"and"}, {"plus"}});
      take_any({{"and"}, {"plus"}});
      if (take_aside()) continue;
      if (take("including") || take("to", "include") || take("with")) {
        if (!take_included()) return failed();
      } else if (!separated || !take_clause()) {
        return failed();
      }
    }
    if (rule_.clauses.empty()) return refuse("it does not say who must be there");
    return {.rule = std::move(rule_)};
  }

 private:
  static constexpr std::string_view how =
      "write 'all of a, b, c', '4 of a, b, c, d', 'half of members' or '3 members', joined by "
      "'and'; put the words of the document into 'note'";

  ParsedQuorum refuse(std::string problem) const {
    return {.problem = std::move(problem), .help = std::string(how)};
  }
  ParsedQuorum failed() const {
    if (!why_.empty()) return refuse(why_);
    if (at_ >= words_.size()) return refuse(in_quotes(text_) + " breaks off");
    return refuse("what a quorum needs cannot be read from " +
                  in_quotes(text_.substr(words_[at_].begin)));
  }

  const std::string& peek(std::size_t ahead = 0) const {
    static const std::string end;
    return at_ + ahead < words_.size() ? words_[at_ + ahead].lower : end;
  }
  template <class... Words>
  bool take(Words... words) {
    std::size_t ahead = 0;
    if (!((peek(ahead++) == words) && ...)) return false;
    at_ += sizeof...(words);
    return true;
  }
  bool take_any(std::initializer_list<std::initializer_list<std::string_view>> phrases) {
    for (const auto& phrase : phrases) {
      std::size_t ahead = 0;
      const bool fits =
          std::ranges::all_of(phrase, [&](std::string_view word) { return peek(ahead++) == word; });
      if (!fits) continue;
      at_ += phrase.size();
      return true;
    }
    return false;
  }

  /// What is said beside the counting.
  bool take_aside() {
    if (take_any({{"substitutes", "do", "not", "count"},
                  {"substitutes", "not", "counting"},
                  {"no", "substitutes"}})) {
      rule_.substitutes_count = false;
      return true;
    }
    if (take_any({{"substitutes", "count"}, {"substitutes", "counting"}})) return true;
    const std::size_t before = at_;
    take("or");
    take("at");
    take("the");
    if (take_any({{"chair's", "discretion"},
                  {"chair’s", "discretion"},
                  {"discretion", "of", "the", "chair"},
                  {"chair", "may", "declare", "quorum"},
                  {"chair", "may", "declare", "it"}})) {
      rule_.chair_may_declare = true;
      return true;
    }
    at_ = before;
    return false;
  }

  static std::optional<long long> number(const std::string& word) {
    static constexpr std::array<std::string_view, 13> names{
        "no",    "one",   "two",  "three", "four",   "five",  "six",
        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    const auto name = std::ranges::find(names, word);
    if (name != names.end() && name != names.begin()) return name - names.begin();
    const bool digits = !word.empty() && word.size() <= 4 &&
                        std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::optional<long long>(std::stoll(word)) : std::nullopt;
  }

  /// `half`, `a third`, `two thirds`, `50 %`, `a majority`
  bool take_share(QuorumClause& clause) {
    const std::size_t before = at_;
    clause.need = take("more", "than") ? QuorumNeed::more_than : QuorumNeed::share;
    if (take_any({{"a", "majority"}, {"majority"}})) {
      clause.need = QuorumNeed::more_than;
      clause.count = 1, clause.of = 2;
      return true;
    }
    take_any({{"a"}, {"one"}});
    static constexpr std::pair<std::string_view, std::pair<int, int>> parts[] = {
        {"half", {1, 2}},       {"third", {1, 3}},          {"quarter", {1, 4}},
        {"two-thirds", {2, 3}}, {"three-quarters", {3, 4}}, {"fifth", {1, 5}}};
    for (const auto& [word, part] : parts)
      if (take(word)) {
        clause.count = part.first, clause.of = part.second;
        return true;
      }
    const auto upper = number(peek());
    if (upper && (peek(1) == "thirds" || peek(1) == "quarters" || peek(1) == "fifths")) {
      clause.count = *upper;
      clause.of = peek(1) == "thirds" ? 3 : peek(1) == "quarters" ? 4 : 5;
      at_ += 2;
      return true;
    }
    if (upper && (peek(1) == "%" || (peek(1) == "per" && peek(2) == "cent"))) {
      clause.count = *upper, clause.of = 100;
      at_ += peek(1) == "%" ? std::size_t{2} : std::size_t{3};
      return true;
    }
    at_ = before;
    return false;
  }

  bool take_need(QuorumClause& clause) {
    take_any({{"at", "least"}, {"a", "minimum", "of"}, {"not", "fewer", "than"}, {"both"}});
    if (take_share(clause)) return true;
    if (take("all") || take("each") || take("every")) {
      clause.need = QuorumNeed::all;
      return true;
    }
    const auto count = number(peek());
    if (!count) return false;
    ++at_;
    clause.need = QuorumNeed::count;
    clause.count = *count;
    if (*count == 0) why_ = "a quorum of none is no quorum";
    return *count != 0;
  }

  bool take_clause() {
    const std::size_t before = at_;
    QuorumClause clause;
    if (!take_need(clause)) return false;
    const bool of = take("of");
    std::optional<long long> out_of;
    if (of && (out_of = number(peek()))) ++at_;
    take("the");
    take_any({{"voting"}, {"core"}});
    if (take_any({{"members"}, {"membership"}, {"member"}})) {
      if (out_of) return false;
    } else if (of || peek() == "(") {
      take(":");
      if (!take_bracketed(clause) && !take_seats(clause)) return false;
    } else {
      return false;
    }
    if (out_of && *out_of != static_cast<long long>(clause.seats.size())) {
      why_ = "it says 'of " + std::to_string(*out_of) + "' and names " +
             std::to_string(clause.seats.size());
      return false;
    }
    add(std::move(clause), before);
    return true;
  }

  /// `including a, b`, or a clause.
  bool take_included() {
    const std::size_t before = at_;
    if (take_clause()) return true;
    if (!why_.empty()) return false;
    at_ = before;
    QuorumClause clause;
    if (!take_seats(clause)) return false;
    add(std::move(clause), before);
    return true;
  }

  void add(QuorumClause clause, std::size_t first) {
    const Word& last = words_[at_ - 1];
    const std::size_t begin = words_[first].begin;
    clause.text = std::string(text_.substr(begin, last.begin + last.written.size() - begin));
    rule_.clauses.push_back(std::move(clause));
  }

  /// `2 of (a, b, c)`; but in `2 of (a or b), c`, the bracket belongs to the seat.
  bool take_bracketed(QuorumClause& clause) {
    const std::size_t before = at_;
    if (take("(") && take_seats(clause) && take(")") && clause.seats.size() > 1) return true;
    clause.seats.clear();
    at_ = before;
    return false;
  }

  bool take_seats(QuorumClause& clause) {
    do {
      QuorumSeat seat;
      const bool bracket = take("(");
      do {
        if (!is_id()) return false;
        seat.any_of.push_back({std::string(words_[at_++].written)});
      } while (take("or"));
      if (bracket && !take(")")) return false;
      clause.seats.push_back(std::move(seat));
    } while (take_comma());
    return true;
  }

  bool is_id() const {
    const std::string& word = peek();
    return !word.empty() && !stands_alone(word[0]) && word != "and" && word != "or" &&
           word != "the" && word != "of" && word != "including";
  }

  /// Before another seat; not before another clause, or what is said beside.
  bool take_comma() {
    const std::size_t before = at_;
    if (!take_any({{",", "and"}, {","}, {"and"}})) return false;
    const std::size_t behind = at_;
    const QuorumRule kept = rule_;
    QuorumClause next;
    const bool other = take_aside() || take("including") ||
                       (take_need(next) && (peek() == "of" || peek() == "(" || peek() == "the" ||
                                            peek().starts_with("member")));
    rule_ = kept;
    why_.clear();
    at_ = other ? before : behind;
    return !other;
  }

  std::string_view text_;
  std::vector<Word> words_;
  std::size_t at_ = 0;
  QuorumRule rule_;
  std::string why_;
};

}  // namespace

ParsedQuorum parse_quorum(std::string_view text) {
  text = internal::trim(text);
  constexpr std::size_t longest = 4096;
  if (text.size() > longest) return {.problem = "it is too long to be read"};
  return QuorumReader(text).run();
}

}  // namespace safegov
