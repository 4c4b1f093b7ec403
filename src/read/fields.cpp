// Filling described values from a tree: the one reader of every type.
// SPDX-License-Identifier: Apache-2.0

#include "read/fields.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <safegov/format.hpp>

#include "base/text.hpp"
#include "read/text_check.hpp"

namespace safegov::internal {
namespace {

/// Past this many in one file it is not slips but another format.
constexpr std::size_t most_problems = 1000;

/// What people write for a key of ours, and would look for in vain; the first that fits is meant.
constexpr std::pair<std::string_view, std::string_view> other_words[] = {
    {"on", "date"},
    {"when", "due"},
    {"deadline", "due"},
    {"date", "due"},

    {"dates", "due"},
    {"owner", "lead"},
    {"owner", "from"},
    {"lead", "from"},
    {"number", "no"},
    {"id", "no"},
    {"id", "plan"},
    {"receiver", "to"},
    {"author", "from"},
    {"evidence", "what"},
    {"evidence", "reference"},
    {"text", "what"},
    {"title", "name"},
    {"title", "text"},
    {"title", "what"},
    {"name", "title"},
    {"name", "text"},
    {"parent", "reports-to"},
    {"aliases", "also-known-as"},
    {"aka", "also-known-as"},
    {"description", "text"},
    {"description", "what"},
    {"type", "kind"},
    {"end", "until"},
    {"start", "from"},
    {"comment", "note"},
    {"comments", "note"},
    {"notes", "note"},
};

/// Whether one word of the key (`date-of-birth`) is of what the type has no field for on purpose.
bool is_left_out(const Type& type, std::string_view key) {
  const std::string word = as_word(key);
  for (std::size_t begin = 0; begin <= word.size();) {
    const std::size_t end = std::min(word.find('-', begin), word.size());
    const std::string_view part(word.data() + begin, end - begin);
    if (std::ranges::count(type.left_out.words, part) != 0) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::string_view kind_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::scalar:
      return "text";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a mapping";
  }
  return "something else";
}

std::vector<std::string_view> keys_of(const Type& type) {
  std::vector<std::string_view> keys;
  for (const Field& field : type.fields) {
    const Codec& codec = field.codec();
    if (codec.shape == Shape::tagged)
      std::ranges::copy(codec.words(), std::back_inserter(keys));
    else
      keys.push_back(field.name);
  }
  return keys;
}

Fields::Fields(const Tree& tree, std::uint32_t file, Provenance& provenance, Diagnostics& found,
               std::span<const Register* const> more)
    : tree_(tree),
      file_(file),
      provenance_(provenance),
      found_(found),
      more_(more),
      before_(found.size()) {}

Span Fields::span(const Node& node) const {
  const auto& source = provenance_.sources[file_ - 1];
  const Position at = node.place == 0 ? Position{} : source->position(node.place - 1);
  // A plain text is as long as it is; of one in quotes or on several lines, what stands there.
  const bool plain =
      node.kind == Node::Kind::scalar && !node.kept && node.place == node.text_at + 1;
  return plain ? Span{source, at, node.size} : token_at(source, at);
}

Diagnostic& Fields::report(const codes::Known& code, std::string message, const Node& at,
                           std::string help) {
  const std::size_t here = found_.size() - before_;
  if (here > most_problems) return dropped_ = {};
  if (here == most_problems) {
    found_.push_back(codes::diagnose(codes::too_many,
                                     "there are more problems than these 1,000 in this file",
                                     span(at), "is it a plan file at all?"));
    return dropped_ = {};
  }
  found_.push_back(codes::diagnose(code, std::move(message), span(at), std::move(help)));
  return found_.back();
}

const Node* Fields::find_key(std::string_view key, std::size_t map) const {
  const Node& all = tree_.nodes[map];
  if (all.kind != Node::Kind::map) return nullptr;
  for (std::size_t i = map + 1; i < all.end; i = tree_.nodes[tree_.nodes[i].end].end)
    if (text(tree_.nodes[i]) == key) return &tree_.nodes[tree_.nodes[i].end];
  return nullptr;
}

bool Fields::read_file(const std::vector<Part>& parts, std::string_view file) {
  const std::size_t before = found_.size();
  std::vector<Target> targets;
  for (const Part& part : parts) targets.push_back({part.type, part.value});
  for (Target& target : targets) target.file = file.empty() ? kind().name : file;
  read_map(0, targets);
  return std::none_of(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
                      [](const Diagnostic& d) { return d.severity == Severity::error; });
}

/// Places for the value and each of its fields, and where they are.
void Fields::begin(Target& target, const Node& node) {
  Origin& origin = target.type.origin(target.value);
  origin.file = file_;
  origin.first = static_cast<std::uint32_t>(provenance_.places.size());
  provenance_.places.resize(provenance_.places.size() + 1 + target.type.fields.size());
  provenance_.places[origin.first] = node.place;
  target.seen.resize(target.type.fields.size());
  target.meant.resize(target.type.fields.size());
}

/// `an action`; for the value that is a whole file, `a plan file`.
std::string Fields::a(const Target& target) {
  if (!target.file.empty()) return "a " + std::string(target.file) + " file";
  return with_article(target.type.name);
}

/// Notes that a field was written, if under another spelling, so that it is not missed as well.
void Fields::mean(std::string_view field, const Node& key, std::vector<Target>& targets) {
  for (Target& target : targets)
    if (const auto index = target.type.find(field)) {
      target.meant[*index] = true;
      std::uint32_t& place =
          provenance_.places[target.type.origin(target.value).first + 1 + *index];
      if (place == 0) place = key.place;
      return;
    }
}

void Fields::read_map(std::size_t node, std::vector<Target>& targets) {
  for (Target& target : targets) begin(target, tree_.nodes[node]);
  for (std::size_t key = node + 1; key < tree_.nodes[node].end;
       key = tree_.nodes[tree_.nodes[key].end].end)
    if (!read_pair(key, targets)) unknown_key(node, tree_.nodes[key], targets);
  for (const Target& target : targets) require(target, tree_.nodes[node]);
}

/// False if the key belongs to none of the targets.
bool Fields::read_pair(std::size_t key, std::vector<Target>& targets) {
  const Node& name = tree_.nodes[key];
  const std::size_t value = name.end;
  if (name.kind != Node::Kind::scalar) {
    report(codes::wrong_shape, "a key must be a word, not " + std::string(kind_of(name)), name,
           "in '{…}' a comma splits values: put text that has one in quotes");
    return true;
  }
  for (Target& target : targets) {
    const auto index = target.type.find(text(name));
    if (!index) continue;
    const Field& field = target.type.fields[*index];
    if (const Node* first = target.seen[*index]) {
      const bool same = text(*first) == text(name);
      auto& d =
          report(codes::duplicate_key,
                 same ? in_quotes(text(name)) + " is written twice"
                      : in_quotes(text(name)) + " cannot stand beside " + in_quotes(text(*first)),
                 name,
                 same ? "keep one; two of a kind make a list, each item beginning with '- '"
                      : "a record says one thing: make two of it");
      d.related.push_back({span(*first), "first written here"});
      return true;
    }
    target.seen[*index] = &name;
    const Node& node = tree_.nodes[value];
    provenance_.places[target.type.origin(target.value).first + 1 + *index] =
        node.kind == Node::Kind::null ? name.place : node.place;
    read_member(field.codec(), name, value, field.at(target.value));
    return true;
  }
  return false;
}

/// A slip for a key that is not there yet, in its place or another's.
bool Fields::may_become(std::string_view field, std::size_t map,
                        const std::vector<Target>& targets) const {
  return find_key(field, map) == nullptr && std::ranges::none_of(targets, [&](const Target& t) {
           const auto index = t.type.find(field);
           return index && t.meant[*index];
         });
}

void Fields::unknown_key(std::size_t map, const Node& key, std::vector<Target>& targets) {
  const bool full = found_.size() - before_ > most_problems;
  if (full) return;
  const Node& value = tree_.nodes[key.end];
  if (value.kind == Node::Kind::null && value.no_colon) {
    // `to:bmg`: YAML wants a space behind the colon.
    const auto colon = text(key).find(':');
    const std::string_view name = text(key).substr(0, text(key).find_first_of(": "));
    mean(name, key, targets);
    if (colon != std::string_view::npos && colon + 1 < text(key).size())
      report(codes::missing_colon, "there is no space after the ':' of " + in_quotes(text(key)),
             key,
             "write " +
                 in_quotes(std::string(name) + ": " + std::string(text(key).substr(colon + 1))));
    else
      report(codes::missing_colon, no_colon_in(text(key)), key,
             colon_help(text(key)) + "; in '{…}', put text that has a comma in quotes");
    return;
  }
  for (const Target& target : targets)
    if (is_left_out(target.type, text(key))) {
      report(codes::left_out, a(target) + " has no " + in_quotes(text(key)) + ", on purpose", key,
             std::string(target.type.left_out.because));
      return;
    }
  std::vector<std::string_view> known;
  for (const Target& target : targets)
    std::ranges::copy(keys_of(target.type), std::back_inserter(known));
  const Type& type = targets.back().type;
  auto& d = report(codes::unknown_key, a(targets.back()) + " has no " + in_quotes(text(key)), key);
  if (text(key) == "<<") {
    d.help = "merge keys are not used in plans: write the values out";
    return;
  }
  for (const auto& [theirs, ours] : other_words)
    if (lower(text(key)) == theirs && std::ranges::count(known, ours) != 0) {
      d.help = "write '" + std::string(ours) + "'";
      if (may_become(ours, map, targets)) d.fix = Fix{std::string(text(key)), std::string(ours)};
      mean(ours, key, targets);
      return;
    }
  if (const std::string_view near = nearest(text(key), known); !near.empty()) {
    d.help = "did you mean '" + std::string(near) + "'?";
    if (only_nearest(text(key), known) == near && may_become(near, map, targets))
      d.fix = Fix{std::string(text(key)), std::string(near)};
    mean(near, key, targets);
    return;
  }
  if (targets.size() > 1)
    for (const FileKind& kind : file_kinds())
      if (kind.type().find(text(key)) && kind.type().name != type.name) {
        d.help = "'" + std::string(text(key)) + "' goes into a file of its own, the " +
                 std::string(kind.name) + "'s";
        return;
      }
  d.help = "it has " + alternatives(known, "and");
}

void Fields::require(const Target& target, const Node& node) {
  for (std::size_t i = 0; i < target.type.fields.size(); ++i) {
    const Field& field = target.type.fields[i];
    if (field.need != Need::required || target.seen[i] != nullptr || target.meant[i]) continue;
    const Codec& codec = field.codec();
    if (codec.shape == Shape::tagged)
      report(codes::missing_key, a(target) + " needs one of " + alternatives(codec.words()), node);
    else
      report(codes::missing_key, a(target) + " needs " + in_quotes(field.name), node,
             std::string(field.doc));
  }
}

void Fields::read_member(const Codec& codec, const Node& key, std::size_t index, void* into) {
  const Node& node = tree_.nodes[index];
  if (node.kind == Node::Kind::null) {
    if (node.no_colon)
      report(codes::missing_colon, "there is no ':' after " + in_quotes(text(key)), key,
             "write 'key: value'");
    else
      report(codes::empty_value, in_quotes(text(key)) + " has no value", key,
             "give it one, or leave the key out: nothing is not a value");
    return;
  }
  switch (codec.shape) {
    case Shape::list:
      read_list(codec, key, index, into);
      return;
    case Shape::value:
      read_value(codec.type(), index, codec.make(into));
      return;
    default:
      read_leaf(codec, text(key), node, into);
      return;
  }
}

void Fields::read_list(const Codec& codec, const Node& key, std::size_t index, void* into) {
  const Node& node = tree_.nodes[index];
  const Codec& element = codec.element();
  const bool bare_text = element.shape != Shape::value || !element.type().shorthand.empty();
  if (node.kind == Node::Kind::list) {
    for (std::size_t item = index + 1; item < node.end; item = tree_.nodes[item].end) {
      if (tree_.nodes[item].kind == Node::Kind::null)
        report(codes::empty_value, "an item of " + in_quotes(text(key)) + " is empty",
               tree_.nodes[item].place != 0 ? tree_.nodes[item] : key,
               "write something behind the '-', or take it out");
      else
        read_member(element, key, item, codec.append(into));
    }
  } else if (bare_text && (node.kind == Node::Kind::scalar || element.shape == Shape::value)) {
    // `reports-to: slg`, or the same at length: a list of one. What can stand in one word mostly
    // does stand alone; of anything else, the dashes have been forgotten.
    read_member(element, key, index, codec.append(into));
  } else {
    report(codes::wrong_shape,
           "expected a list in " + in_quotes(text(key)) + ", found " + std::string(kind_of(node)),
           node, "begin each item on a line of its own with '- '");
  }
}

void Fields::read_value(const Type& type, std::size_t index, void* into) {
  const Node& node = tree_.nodes[index];
  std::vector<Target> targets{{type, into}};
  if (node.kind == Node::Kind::map) return read_map(index, targets);
  begin(targets[0], node);
  if (node.kind != Node::Kind::scalar || type.shorthand.empty()) {
    report(codes::wrong_shape,
           "expected " + with_article(type.name) + " as a mapping, found " +
               std::string(kind_of(node)),
           node, "write it as 'key: value' lines");
    return;
  }
  const std::size_t field = *type.find(type.shorthand);
  provenance_.places[type.origin(into).first + 1 + field] = node.place;
  read_leaf(type.fields[field].codec(), type.shorthand, node, type.fields[field].at(into));
}

void Fields::read_leaf(const Codec& codec, std::string_view key, const Node& node, void* into) {
  if (node.kind != Node::Kind::scalar) {
    report(codes::wrong_shape,
           "expected " + std::string(codec.noun) + " in " + in_quotes(key) + ", found " +
               std::string(kind_of(node)),
           node, key == "due" ? "write several dates in one line: 'June 2019, Oct 2019'" : "");
    return;
  }
  if (node.hash_after)
    report(codes::hash_in_text, "the text ends before the '#': the rest is a comment to YAML", node,
           "put the whole text in quotes if the '#' belongs to it");
  const std::string_view text = trim(tree_.text(node));
  if (text.empty()) {
    report(codes::empty_value, in_quotes(key) + " is empty", node,
           "give it a value, or leave the key out");
    return;
  }
  if (auto refusal = codec.parse(key, text, into))
    report(codec.shape == Shape::day ? codes::bad_date : codes::bad_value,
           refusal->message + " in " + in_quotes(key) + ", found " + in_quotes(text), node,
           std::move(refusal->help));
}

}  // namespace safegov::internal
