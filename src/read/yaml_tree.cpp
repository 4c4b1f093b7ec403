// yaml-cpp's events as a tree. The only file that knows yaml-cpp, and every trap in it.
// SPDX-License-Identifier: Apache-2.0

#include "read/yaml_tree.hpp"

#include <algorithm>
#include <istream>
#include <limits>
#include <streambuf>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "read/text_check.hpp"

namespace safegov::internal {
namespace {

/// Thrown out of a handler to end parsing; what was found is in the diagnostics.
struct Stop {};

Position position_of(const YAML::Mark& mark) {
  // A mark counts from 0; -1 means that yaml-cpp does not know.
  if (mark.line < 0 || mark.column < 0) return {};
  return {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
}

/// The same as a byte of the text, counted from 1. yaml-cpp counts bytes, too.
std::uint32_t place_of(const YAML::Mark& mark) {
  return mark.pos < 0 ? 0 : static_cast<std::uint32_t>(mark.pos) + 1;
}

class Builder : public YAML::EventHandler {
 public:
  Builder(const std::shared_ptr<const Source>& source, Tree& tree, Diagnostics& found)
      : source_(source), text_(source->text()), tree_(tree), found_(found) {
    tree_.source = text_;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    // `a: 1` after a list, a stray `---`, and the one-byte text `,` (for which yaml-cpp goes on
    // for ever) all arrive here as a second document.
    if (documents_++ == 0) return;
    const Position at = position_of(mark);
    if (source_->line(at.line).starts_with("---"))
      stop(codes::second_document, "a second document begins here", at,
           "a file holds one document: take out '---', or make two files of it");
    stop(codes::second_document, "this does not belong to what is above, which has ended", at,
         "check the indentation, and quotes and brackets that end too early");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    Node node{.place = place_of(mark)};
    if (const Node* key = awaiting_value()) {
      node.place = key->place;  // yaml-cpp marks the next token, lines further down
      node.no_colon = !colon_follows(*key);
    } else if (!open_.empty() && tree_.nodes[open_.back().node].kind == Node::Kind::list) {
      node.place = place_of_dash(std::min(static_cast<std::size_t>(mark.pos), text_.size()));
    }
    add(node);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    stop(codes::yaml_reference, "aliases ('*name') are not used in plans", position_of(mark),
         "write the value out; put text that begins with '*' in quotes");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    Node node{.place = place_of(mark)};
    node.kind = Node::Kind::scalar;
    const auto offset = static_cast<std::size_t>(mark.pos);
    const bool plain = tag != "!";
    if (!plain) check_quote(mark, offset);
    const std::size_t begin = plain ? offset : offset + 1;
    if (text_.substr(std::min(begin, text_.size()), value.size()) == value) {
      node.text_at = static_cast<std::uint32_t>(begin);
      node.hash_after = plain && hash_follows(begin + value.size());
    } else {
      node.kept = true;
      node.text_at = static_cast<std::uint32_t>(tree_.kept.size());
      tree_.kept.push_back(value);
    }
    // 16 MiB of text, or of escapes that become longer than they are written, fit into 26 bits.
    node.size = static_cast<std::uint32_t>(value.size()) & 0x3FFFFFFU;
    add(node);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::map);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    std::size_t node;
    std::size_t held = 0;  // values directly inside
  };

  [[noreturn]] void stop(const codes::Known& code, std::string message, Position at,
                         std::string help) {
    found_.push_back(
        codes::diagnose(code, std::move(message), token_at(source_, at), std::move(help)));
    throw Stop{};
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0)
      stop(codes::yaml_reference, "anchors ('&name') are not used in plans", position_of(mark),
           "write the value out where it is used; put text that begins with '&' in quotes");
  }

  /// yaml-cpp's tags: `?` plain, `!` quoted or block; anything else was written.
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag == "?" || tag == "!" || tag.empty()) return;
    stop(codes::yaml_reference, "tags ('!name') are not used in plans", position_of(mark),
         "leave the tag out: plans type their own values; put text that begins with '!' in quotes");
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            Node::Kind kind) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (open_.size() >= static_cast<std::size_t>(deepest))
      stop(codes::too_deep, "lists and mappings are nested more than 64 deep here",
           position_of(mark), "a plan needs nine levels");
    Node node{.place = place_of(mark)};
    node.kind = kind;
    add(node);
    open_.push_back({tree_.nodes.size() - 1});
  }

  void close() {
    tree_.nodes[open_.back().node].end = static_cast<std::uint32_t>(tree_.nodes.size());
    open_.pop_back();
  }

  void add(Node node) {
    if (!open_.empty()) ++open_.back().held;
    node.end = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
    tree_.nodes.push_back(node);
  }

  /// The key whose value comes next, or null.
  const Node* awaiting_value() const {
    if (open_.empty() || tree_.nodes[open_.back().node].kind != Node::Kind::map) return nullptr;
    return open_.back().held % 2 == 1 ? &tree_.nodes.back() : nullptr;
  }

  /// The dash of an empty item, which is the last one before the token behind it; 0 if it cannot be
  /// told.
  std::uint32_t place_of_dash(std::size_t before) const {
    while (before > 0) {
      const auto line_break = text_.rfind('\n', before - 1);
      const std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
      const std::string_view line = text_.substr(begin, before - begin);
      std::size_t dash = std::string_view::npos;
      for (std::size_t at = line.find_first_not_of(' '); at < line.size() && line[at] == '-';
           at = line.find_first_not_of(' ', at + 1))
        dash = at;
      const bool found = dash != std::string_view::npos;
      const std::string_view words = trim(found ? line.substr(dash + 1) : line);
      if (!words.empty() && !words.starts_with('#')) break;
      if (found) return static_cast<std::uint32_t>(begin + dash + 1);
      before = begin == 0 ? 0 : begin - 1;
    }
    return 0;
  }

  bool colon_follows(const Node& key) const {
    if (key.kept) return true;  // a key with escapes: taken at its word
    std::size_t after = std::size_t{key.text_at} + key.size;
    if (after < text_.size() && (text_[after] == '"' || text_[after] == '\'')) ++after;
    const auto next = text_.find_first_not_of(" \t", after);
    return next != std::string_view::npos && text_[next] == ':';
  }

  /// `what: Report #2 to BMG` reads "Report": the rest is a comment to YAML.
  bool hash_follows(std::size_t after) const {
    const auto next = text_.find_first_not_of(" \t", after);
    return next != std::string_view::npos && next > after && next + 1 < text_.size() &&
           text_[next] == '#' && text_[next + 1] >= '0' && text_[next + 1] <= '9';
  }

  /// A quote left open swallows the lines below it, often without an error, up to the next quote
  /// or the end; so quoted text ends on its line.
  void check_quote(const YAML::Mark& mark, std::size_t offset) {
    if (offset >= text_.size() || (text_[offset] != '"' && text_[offset] != '\'')) return;
    const char quote = text_[offset];
    for (std::size_t at = offset + 1; at < text_.size() && text_[at] != '\n'; ++at) {
      if (quote == '"' && text_[at] == '\\')
        ++at;
      else if (text_[at] == quote && quote == '\'' && at + 1 < text_.size() &&
               text_[at + 1] == '\'')
        ++at;
      else if (text_[at] == quote)
        return;
    }
    stop(codes::open_quote, "this quote is not closed on its line", position_of(mark),
         "close it; for long text write '>-' and the text on the lines below, indented");
  }

  const std::shared_ptr<const Source>& source_;
  std::string_view text_;
  Tree& tree_;
  Diagnostics& found_;
  std::vector<Open> open_;
  int documents_ = 0;
};

/// A stream over memory, without a copy.
class MemoryBuffer : public std::streambuf {
 public:
  explicit MemoryBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

/// yaml-cpp's words, in ours; what it says about tabs and indentation misleads.
struct Translation {
  std::string_view theirs, ours, help;
};
constexpr Translation translations[] = {
    {"illegal tab", "a tab is used to indent", "indent with spaces"},
    {"end of map not found", "the lines here do not fit the mapping above",
     "check the indentation, and that every line is 'key: value'"},
    {"end of sequence not found", "the lines here do not fit the list above",
     "check the indentation, and that every item begins with '- '"},
    {"end of map flow", "a '{' is not closed, or text in it needs quotes",
     "quote text that has ',' or ':' in it"},
    {"end of sequence flow", "a '[' is not closed, or text in it needs quotes",
     "quote text that has ',' or '?' in it"},
    {"illegal flow end", "there is a ']' or '}' that nothing opened", "put the text in quotes"},
    {"illegal block entry", "a '- ' is not allowed here", "begin the list on a line of its own"},
    {"illegal EOF", "the text ends inside a quote", "close the quote"},
    {"unknown escape", "this '\\' means nothing",
     "use single quotes, in which '\\' is only a '\\'"},
    {"invalid unicode", "this escape is half a character", "write the character itself"},
    {"bad character found while scanning hex", "this escape is no character",
     "write the character itself"},
};

/// `status` on a line of its own takes the line below for more of its text, whose `: ` is then
/// the one that upsets YAML.
Span key_without_colon(const std::shared_ptr<const Source>& source, Position at) {
  const auto indent_of = [](std::string_view line) { return line.find_first_not_of(' '); };
  const auto says_nothing = [](std::string_view line) {
    const std::string_view words = trim(line);
    return words.empty() || words.starts_with('#');
  };
  const std::size_t indent = indent_of(source->line(at.line));
  std::uint32_t above = at.line > 0 ? at.line - 1 : 0;
  while (above > 0 && says_nothing(source->line(above))) --above;
  const std::string_view line = source->line(above);
  // A line of a folded text is no key; those lie deeper than the key below them.
  if (above == 0 || indent_of(line) != indent || line.find(':') != std::string_view::npos)
    return {};
  return {source,
          {above, static_cast<std::uint32_t>(indent + 1)},
          static_cast<std::uint32_t>(trim(line).size())};
}

Diagnostic translate(const YAML::Exception& error, const std::shared_ptr<const Source>& source) {
  if (error.msg == "bad file")  // what it says when it is out of depth
    return codes::diagnose(codes::too_deep, "lists and mappings are nested too deep",
                           token_at(source, position_of(error.mark)), "a plan needs nine levels");
  Position at = position_of(error.mark);
  if (at.line != 0 && source->line(at.line).empty() && at.line > 1) {
    at = {at.line - 1, 1};  // past the last line: show the line that it ends on
  }
  if (error.msg.find("anchor is not defined") != std::string::npos)
    return codes::diagnose(codes::yaml_reference, "aliases ('*name') are not used in plans",
                           token_at(source, at),
                           "write the value out; put text that begins with '*' in quotes");
  const auto not_yaml = [&](Position place, std::string message, std::string help) {
    return codes::diagnose(codes::not_yaml, std::move(message), token_at(source, place),
                           std::move(help));
  };
  const auto says = [&](std::string_view words) {
    return error.msg.find(words) != std::string::npos;
  };
  const std::string_view line = source->line(at.line);
  const std::string_view before = line.substr(0, at.column == 0 ? 0 : at.column - 1);
  const std::string_view rest = line.substr(before.size());
  for (const std::uint32_t number : {at.line, at.line - 1}) {
    const std::string_view indented = number == 0 ? std::string_view() : source->line(number);
    const auto indent = indented.find_first_not_of(" \t");
    if (number == at.line && indented.substr(0, indent).find('\t') != std::string_view::npos)
      return not_yaml(at, "a tab is used to indent", "indent with spaces");
    constexpr std::string_view no_break_space = "\xC2\xA0";
    if (indent != std::string_view::npos && indented.substr(indent).starts_with(no_break_space))
      return not_yaml({number, static_cast<std::uint32_t>(indent + 1)},
                      "a no-break space is used to indent",
                      "replace it by an ordinary space; word processors put such spaces in");
  }
  if (says("illegal map value")) {
    if (Span key = key_without_colon(source, at)) {
      const std::string_view words = trim(line_of(key));
      return codes::diagnose(codes::missing_colon, no_colon_in(words), std::move(key),
                             colon_help(words));
    }
    if (before.find(": ") != std::string_view::npos)
      return not_yaml(at, "a second ': ' on one line", "put text that has ': ' in it in quotes");
    const auto word = static_cast<std::uint32_t>(line.find_first_not_of(" -") + 1);
    return not_yaml({at.line, word},
                    "this line is read as more of the text above, where ': ' is not allowed",
                    "indent it like the keys beside it, or put the whole text in quotes");
  }
  // An escape is marked where it ends.
  if (says("unknown escape") || says("invalid unicode") || says("scanning hex"))
    if (const auto escape = before.rfind('\\'); escape != std::string_view::npos)
      at.column = static_cast<std::uint32_t>(escape + 1);
  const std::string_view ended = trim(before);
  if (says("not found") && !ended.empty() && !rest.empty() &&
      std::string_view("\"']}").find(ended.back()) != std::string_view::npos)
    return not_yaml(at, "the text goes on behind its closing quote or bracket",
                    "put all of it in quotes of the other kind: '\"Report\" to BMG'");
  if (says("unknown token") && rest.starts_with('?'))
    return not_yaml(at, "'?' is not allowed in '[…]' and '{…}' without quotes",
                    "put the text that has it in quotes");
  if (says("unknown token") && !rest.empty())
    return not_yaml(at, "text cannot begin with " + in_quotes(rest.substr(0, 1)),
                    "put it in quotes");
  if (says("end of sequence flow") || says("end of map flow"))
    if (const Span opened = find_open_bracket(source, position_of(error.mark));
        opened && opened.begin.line != position_of(error.mark).line)
      return not_yaml(opened.begin, "this bracket is not closed",
                      "close it; put text that begins with a bracket in quotes");
  for (const Translation& t : translations)
    if (error.msg.find(t.theirs) != std::string::npos)
      return codes::diagnose(codes::not_yaml, std::string(t.ours), token_at(source, at),
                             std::string(t.help));
  return codes::diagnose(codes::not_yaml, lower(error.msg), token_at(source, at),
                         "check quotes and indentation here and on the line above");
}

}  // namespace

/// The line that upset the parser; any, where it does not know.
static std::uint32_t last_line_of(const YAML::Exception& error) {
  const Position at = position_of(error.mark);
  return at.line != 0 ? at.line : std::numeric_limits<std::uint32_t>::max();
}

bool parse_yaml(const std::shared_ptr<const Source>& source, Tree& tree, Diagnostics& found) {
  try {
    MemoryBuffer buffer(source->text());
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    // About what a plan has: a tree that grows is copied to fresh memory each time.
    tree.nodes.reserve(source->text().size() / 16);
    Builder builder(source, tree, found);
    // Never until it says no, which for some texts is never: once, and once more to hear that
    // there is nothing else.
    if (!parser.HandleNextDocument(builder) || tree.nodes.empty()) {
      found.push_back(codes::diagnose(codes::empty_file, "it holds nothing but comments",
                                      {source, {}, 0}, "'safegov new' writes a starter"));
      return false;
    }
    parser.HandleNextDocument(builder);
    return true;
  } catch (const Stop&) {
    return false;
  } catch (const YAML::Exception& error) {
    // A quote left open upsets a line further down: say where it began instead.
    if (Span quote = find_open_quote(source, last_line_of(error)))
      found.push_back(codes::diagnose(
          codes::open_quote, "this quote is not closed on its line", std::move(quote),
          "close it; for long text write '>-' and the text on the lines below"));
    else
      found.push_back(translate(error, source));
    return false;
  }
}

}  // namespace safegov::internal
