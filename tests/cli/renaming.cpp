// Gives a thing another id wherever a partnership refers to it.
// SPDX-License-Identifier: Apache-2.0

#include "cli/renaming.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "cli/planting.hpp"

namespace safegov::test {
namespace {

/// Fields whose words the library takes for ids, or for words that hold one.
bool holds_ids(std::string_view field) {
  static const std::set<std::string_view> all{
      "due", "until", "quorum", "was", "replaced-by", "receives", "deferred-from", "deferred-to"};
  return all.contains(field);
}

/// A path, `bp-2019/2.1/qa of June 2019`, after the renaming.
std::string path_after(const std::string& text, const Renaming& how) {
  const std::size_t end = std::min({text.find('@'), text.find(" of "), text.size()});
  std::string path = text.substr(0, end);
  const std::string rest = text.substr(end);
  if (!how.before.empty()) {
    const std::string whole = how.before + how.old;
    if (path == whole || path.starts_with(whole + "/"))
      path = how.before + how.now + path.substr(whole.size());
    return path + rest;
  }
  if (how.type == "plan" || how.type == "escalation") {
    if (path == how.old || path.starts_with(how.old + "/"))
      path = how.now + path.substr(how.old.size());
    return path + rest;
  }
  const std::size_t slash = path.rfind('/');
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  if (path.substr(begin) == how.old) path = path.substr(0, begin) + how.now;
  return path + rest;
}

}  // namespace

std::string_view named_by(std::string_view type, std::string_view field) {
  static const std::map<std::pair<std::string_view, std::string_view>, std::string_view> all{
      {{"account", "tolerance"}, "sum-tolerance"},
      {{"indicator", "rated-by"}, "tolerance-rule"},
      {{"minutes-item", "deferred-from"}, "minutes"},
      {{"minutes-item", "receives"}, Anything::refers_to},
      {{"risk", "matrix"}, "matrix"},
      {{"risk-register", "matrix"}, "matrix"},
      {{"tolerance-rule", "scale"}, "scale"}};
  const auto found = all.find({type, field});
  return found == all.end() ? std::string_view() : found->second;
}

std::string renamed(const std::string& text, const std::string& old, const std::string& now) {
  std::string out;
  const auto of_id = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
  };
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = at == 0 || !of_id(text[at - 1]);
    const std::size_t end = at + old.size();
    if (begins && text.compare(at, old.size(), old) == 0 &&
        (end >= text.size() || !of_id(text[end]) || (text[end] == '.' && end + 1 == text.size()))) {
      out += now;
      at = end;
    } else {
      out += text[at++];
    }
  }
  return out;
}

void rename(Partnership::Parts& parts, const Renaming& how) {
  const auto leaf = [&](const Codec& codec, std::string_view type, std::string_view name,
                        void* member) {
    std::string text;
    if (codec.print == nullptr || !codec.print(member, text)) return;
    std::string now = text;
    if (codec.shape == Shape::tagged && codec.tag != nullptr) {
      const auto space = text.find(' ');
      const bool retracts = codec.tag(member) == "retracted" && space != std::string::npos;
      now = retracts ? text.substr(0, space + 1) + path_after(text.substr(space + 1), how)
                     : path_after(text, how);
      if (now != text) codec.parse(codec.tag(member), now, member);
      return;
    }
    if (codec.shape == Shape::reference && codec.refers_to == Anything::refers_to)
      now = path_after(text, how);
    else if (codec.shape == Shape::reference && codec.refers_to == how.type)
      now = text == how.old ? how.now : text;
    else if (codec.shape == Shape::text && named_by(type, name) == how.type && text == how.old)
      now = how.now;
    else if (codec.shape == Shape::text && holds_ids(name) && how.type == "body")
      now = text.find('/') != std::string::npos ? path_after(text, how)
                                                : renamed(text, how.old, how.now);
    else if (codec.shape == Shape::text && holds_ids(name))
      now = text.starts_with(how.old + ".") ? how.now + text.substr(how.old.size())
                                            : path_after(text, how);
    if (now != text) codec.parse(name, now, member);
  };
  each_spot(parts, [&](const Spot& spot) {
    for (const Field& field : spot.type().fields) {
      const Codec& codec = field.codec();
      void* member = field.at(spot.value());
      if (codec.shape != Shape::list) {
        leaf(codec, spot.type().name, field.name, member);
      } else if (codec.element().shape != Shape::value) {
        for (std::size_t i = 0; i < codec.size(member); ++i)
          leaf(codec.element(), spot.type().name, field.name, writable(codec.item(member, i)));
      }
    }
  });
}

}  // namespace safegov::test
