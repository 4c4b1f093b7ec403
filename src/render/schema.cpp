// The plan format as JSON Schema and as Markdown, both from the descriptions of its types.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/format.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/json.hpp"

namespace safegov {
namespace {

using namespace internal;

/// Every type that `type` is made of, itself last, each once.
void gather(const Type& type, std::vector<const Type*>& types) {
  if (std::ranges::find(types, &type) != types.end()) return;
  for (const Field& field : type.fields) {
    const Codec* codec = &field.codec();
    if (codec->shape == Shape::list) codec = &codec->element();
    if (codec->shape == Shape::value) gather(codec->type(), types);
  }
  types.push_back(&type);
}

void write_either(Json& json, const Codec& list);

/// Editors escape the marks of code in a `description`.
bool has_code(std::string_view doc) { return doc.find('`') != doc.npos; }

/// What a type says.
void write_doc(Json& json, std::string_view doc) {
  json.field("description", doc);
  if (has_code(doc)) json.field("markdownDescription", doc);
}

/// What a key says. Beside a `$ref`, editors prefer the Markdown of the type to the key's own text.
void write_doc(Json& json, const Field& field) {
  json.field("description", field.doc);
  if (has_code(field.doc) || field.codec().shape == Shape::value)
    json.field("markdownDescription", field.doc);
}

/// What a value of this codec may look like, into an object that the caller opens and ends.
void write_shape(Json& json, const Codec& codec) {
  switch (codec.shape) {
    case Shape::text:
    case Shape::reference:
    case Shape::tagged:
      // Editors read `2.1` and `2019` as numbers; to us they are text.
      json.key("type").list().text("string").text("number").end();
      return;
    case Shape::number:
      json.field("type", "number");
      return;
    case Shape::day:
      json.field("type", "string");
      return;
    case Shape::word:
      json.key("enum").list();
      for (const std::string_view word : codec.words()) json.text(word);
      json.end();
      return;
    case Shape::value:
      if (codec.type().shorthand.empty()) {
        json.field("$ref", "#/$defs/" + std::string(codec.type().name));
      } else {
        json.key("anyOf").list();
        json.object().key("type").list().text("string").text("number").end().end();
        json.object().field("$ref", "#/$defs/" + std::string(codec.type().name)).end();
        json.end();
      }
      return;
    case Shape::list:
      write_either(json, codec);
      return;
  }
}

/// A list, or what a list of one may be written as.
void write_either(Json& json, const Codec& list) {
  const Codec& element = list.element();
  const bool bare = element.shape != Shape::value || !element.type().shorthand.empty();
  if (bare) {
    json.key("anyOf").list();
    json.object().key("type").list().text("string").text("number").end().end();
    if (element.shape == Shape::value)
      json.object().field("$ref", "#/$defs/" + std::string(element.type().name)).end();
    json.object();
  }
  json.field("type", "array").key("items").object();
  write_shape(json, element);
  json.end();
  if (bare) json.end().end();
}

void write_property(Json& json, std::string_view key, const Field& field) {
  json.key(key).object();
  write_doc(json, field);
  if (key == "safegov")
    json.key("enum").list().number(format_version).text(std::to_string(format_version)).end();
  else
    write_shape(json, field.codec());
  json.end();
}

void write_properties(Json& json, const Type& type) {
  for (const Field& field : type.fields) {
    const Codec& codec = field.codec();
    std::vector<std::string_view> keys{field.name};
    if (codec.shape == Shape::tagged) keys.assign(codec.words().begin(), codec.words().end());
    for (const std::string_view key : keys) write_property(json, key, field);
  }
}

void write_required(Json& json, const std::vector<const Type*>& types) {
  json.key("required").list();
  for (const Type* type : types)
    for (const Field& field : type->fields)
      if (field.need == Need::required && field.codec().shape != Shape::tagged)
        json.text(field.name);
  json.end();
  for (const Type* type : types)
    for (const Field& field : type->fields) {
      if (field.need != Need::required || field.codec().shape != Shape::tagged) continue;
      // Without words of ours, editors ask for the first key as if it alone would do.
      std::string wanted = "One of these is missing:";
      for (const std::string_view word : field.codec().words())
        wanted += (word == field.codec().words().front() ? " " : ", ") + std::string(word);
      json.key("oneOf").list();
      for (const std::string_view word : field.codec().words())
        json.object().key("required").list().text(word).end().field("errorMessage", wanted).end();
      json.end();
    }
}

/// The object of one or two types taken together.
void write_object(Json& json, const std::vector<const Type*>& types) {
  json.field("type", "object");
  write_doc(json, types.back()->doc);
  json.key("properties").object();
  for (const Type* type : types) write_properties(json, *type);
  json.end();
  write_required(json, types);
  json.key("additionalProperties").boolean(false);
}

std::string type_in_words(const Codec& codec) {
  switch (codec.shape) {
    case Shape::word: {
      std::string words;
      for (const std::string_view word : codec.words())
        words += (words.empty() ? "`" : ", `") + std::string(word) + "`";
      return words;
    }
    case Shape::reference:
      return "the " + std::string(codec.refers_to == "priority" ? "number" : "id") + " of " +
             with_article(codec.refers_to);
    case Shape::value:
      return "a [" + std::string(codec.type().name) + "](#" + std::string(codec.type().name) + ")";
    case Shape::list: {
      const Codec& element = codec.element();
      if (element.shape == Shape::value)
        return "a list of [" + std::string(element.type().name) + "](#" +
               std::string(element.type().name) + ")";
      return "a list, each " + type_in_words(element);
    }
    default:
      return std::string(codec.noun);
  }
}

void write_table(std::string& out, const Type& type) {
  out += "| key | value | what it says |\n|---|---|---|\n";
  for (const Field& field : type.fields) {
    const Codec& codec = field.codec();
    std::string keys = "`" + std::string(field.name) + "`";
    if (codec.shape == Shape::tagged) {
      keys.clear();
      for (const std::string_view word : codec.words())
        keys += (keys.empty() ? "`" : " or `") + std::string(word) + "`";
    }
    out += "| " + keys + (field.need == Need::required ? " *" : "") + " | " + type_in_words(codec) +
           " | " + std::string(field.doc) + " |\n";
  }
  out += '\n';
}

/// `"anyOf": [{"required": ["a"]}, …]`, or one of them.
void write_any_of_keys(Json& json, std::span<const std::string_view> keys) {
  if (keys.size() > 1) json.key("anyOf").list();
  for (const std::string_view key : keys) {
    if (keys.size() > 1) json.object();
    json.key("required").list().text(key).end();
    if (keys.size() > 1) json.end();
  }
  if (keys.size() > 1) json.end();
}

/// The kind by default. While none of its own keys is there, the file may become one of any other
/// kind: editors then offer the keys that tell those, too.
void write_default_kind(Json& json, const FileKind& kind) {
  json.key("allOf").list();
  json.object().field("$ref", "#/$defs/" + std::string(kind.name) + "-file").end();
  std::vector<std::string_view> own;
  for (const Field& field : kind.type().fields)
    if (field.need == Need::required && !file_kinds()[0].header().find(field.name))
      own.push_back(field.name);
  json.object().key("if").object().key("not").object();
  write_any_of_keys(json, own);
  json.end().end().key("then").object().key("properties").object();
  for (const FileKind& other : file_kinds())
    for (const std::string_view key : other.told_by)
      write_property(json, key, other.type().fields[*other.type().find(key)]);
  json.end().end().end().end();
}

}  // namespace

std::string plan_schema() {
  std::vector<const Type*> types;
  for (const FileKind& kind : file_kinds()) gather(kind.type(), types);
  Json json;
  json.object().field("$schema", "https://json-schema.org/draft/2020-12/schema");
  json.field("title", "safegov plan file, version " + std::to_string(format_version));
  // The first kind whose own key is there; the last kind otherwise.
  int depth = 0;
  const auto kinds = file_kinds();
  for (const FileKind& kind : kinds) {
    if (kind.told_by.empty()) {
      write_default_kind(json, kind);
    } else {
      json.key("if").object();
      write_any_of_keys(json, kind.told_by);
      json.end();
      json.key("then").object().field("$ref", "#/$defs/" + std::string(kind.name) + "-file").end();
      json.key("else").object();
      ++depth;
    }
  }
  while (depth-- > 0) json.end();
  json.key("$defs").object();
  for (const FileKind& kind : kinds) {
    json.key(std::string(kind.name) + "-file").object();
    write_object(json, {&kind.header(), &kind.type()});
    json.end();
    std::erase(types, &kind.type());
  }
  for (const Type* type : types) {
    json.key(type->name).object();
    write_object(json, {type});
    json.end();
  }
  return json.end().end().take();
}

std::string plan_reference() {
  std::string out;
  std::vector<const Type*> types;
  for (const FileKind& kind : file_kinds()) gather(kind.type(), types);
  for (const FileKind& kind : file_kinds()) {
    out += "## The " + std::string(kind.name) + " file\n\n" + std::string(kind.doc);
    if (kind.told_by.size() == 1) out += " Told by its key `" + std::string(kind.told_by[0]) + "`.";
    if (kind.told_by.size() > 1) out += " Told by any of its keys.";
    out += "\n\n";
    out += "It begins with:\n\n";
    write_table(out, kind.header());
    out += "and holds:\n\n";
    write_table(out, kind.type());
    std::erase(types, &kind.type());
  }
  for (const Type* type : types) {
    out += "## " + std::string(type->name) + "\n\n" + std::string(type->doc) + "\n";
    if (!type->shorthand.empty())
      out += "A bare text stands for its `" + std::string(type->shorthand) + "`.\n";
    if (!type->left_out.because.empty())
      out +=
          "\nOn purpose it has no field for some things: " + std::string(type->left_out.because) +
          ".\n";
    out += '\n';
    write_table(out, *type);
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace safegov
