// Each type describes its fields once; reading, JSON, JSON Schema and the format page follow.
// SPDX-License-Identifier: Apache-2.0
//
//   struct Note { std::string text; Origin origin = {}; };
//   template <> const Type& safegov::type_of<Note>() {
//     static constexpr Field fields[] = {
//         field<&Note::text>("text", "What it says.", Need::required)};
//     static constexpr Type type = described<Note>("note", "A remark.", fields, "text");
//     return type;
//   }

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/date.hpp>
#include <safegov/id.hpp>
#include <safegov/source.hpp>

namespace safegov {

struct Type;
struct Codec;

/// Must the field be written?
enum class Need : std::uint8_t { optional, required };

/// Who may see a fact. Ordered: what is open may go anywhere.
enum class Audience : std::uint8_t {
  open,         ///< the public
  partnership,  ///< members of the partnership's bodies
  restricted,   ///< named posts only
};

/// What the value of a field looks like.
enum class Shape : std::uint8_t {
  text,
  number,
  day,
  word,       ///< one of a closed list
  reference,  ///< the id of something declared elsewhere
  tagged,     ///< one of several keys, which says what kind it is
  value,      ///< a mapping with fields of its own
  list,
};

/// Why a text is no value of its type.
struct Refusal {
  std::string message;  ///< what was expected
  std::string help = {};
};

/// How values of one C++ type are read and written. One per member type, never one per field.
struct Codec {
  Shape shape;
  std::string_view noun;  ///< `a date`: for messages and the format page

  /// Leaves: `key` is the key it was found under, which only Shape::tagged looks at.
  std::optional<Refusal> (*parse)(std::string_view key, std::string_view text,
                                  void* into) = nullptr;
  /// Leaves: appends the text, or returns false if the value is absent.
  bool (*print)(const void* from, std::string& out) = nullptr;
  /// Shape::word and Shape::tagged: the words or keys.
  std::span<const std::string_view> (*words)() = nullptr;
  /// Shape::tagged: the word that says which kind it is.
  std::string_view (*tag)(const void* from) = nullptr;
  /// Shape::reference: what it refers to, `body`.
  std::string_view refers_to = {};
  /// Shape::value, and Shape::list of values.
  const Type& (*type)() = nullptr;
  /// Shape::value: the value itself, made if it is absent; or null if it is absent.
  void* (*make)(void* into) = nullptr;
  const void* (*get)(const void* from) = nullptr;
  /// Shape::list.
  const Codec& (*element)() = nullptr;
  void* (*append)(void* list) = nullptr;
  void (*drop_last)(void* list) = nullptr;
  void (*erase)(void* list, std::size_t index) = nullptr;
  std::size_t (*size)(const void* list) = nullptr;
  const void* (*item)(const void* list, std::size_t index) = nullptr;
};

/// One member of a type.
struct Field {
  std::string_view name;  ///< the key, with hyphens: `reports-to`
  std::string_view doc;   ///< one sentence
  Need need;
  Audience audience;  ///< the widest audience its text may have, unless the value says otherwise
  const Codec& (*codec)();
  void* (*at)(void* value);
  void (*clear)(void* value);  ///< as if it were not written

  [[nodiscard]] const void* of(const void* value) const { return at(const_cast<void*>(value)); }
};

/// What a type has no field for on purpose: a key that holds one of the words is told why.
struct LeftOut {
  std::span<const std::string_view> words = {};
  std::string_view because = {};
};

/// A described type.
struct Type {
  std::string_view name;  ///< `promise`
  std::string_view doc;   ///< one sentence
  std::span<const Field> fields;
  std::string_view shorthand;  ///< the field that a bare text stands for, or nothing
  Origin& (*origin)(void* value);
  LeftOut left_out = {};

  /// The place of the field of that name (or tag), or nothing.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view key) const;
};

/// The description of T; specialise it for a type of your own.
template <class T>
const Type& type_of();

/// The words of an enumeration, in the order of its values; specialise it for one of your own.
template <class E>
std::span<const std::string_view> words_of();

/// The codec of a member type.
template <class T>
struct CodecOf;

template <>
struct CodecOf<std::string> {
  static const Codec& get();
};
template <>
struct CodecOf<std::optional<Date>> {
  static const Codec& get();
};
/// A whole number, not negative.
template <>
struct CodecOf<std::optional<int>> {
  static const Codec& get();
};

namespace internal {

std::optional<Refusal> parse_word(std::span<const std::string_view> words, std::string_view text,
                                  std::size_t& index);
std::optional<Refusal> parse_reference(std::string_view text, std::string& into);

template <class>
struct Member;
template <class C, class M>
struct Member<M C::*> {
  using Class = C;
  using Type = M;
};

template <class T>
struct Optional {
  using Value = T;
  static constexpr bool value = false;
};
template <class T>
struct Optional<std::optional<T>> {
  using Value = T;
  static constexpr bool value = true;
};

}  // namespace internal

/// An enumeration, or an optional one: a word of its list.
template <class T>
requires std::is_enum_v<typename internal::Optional<T>::Value>
struct CodecOf<T> {
  using E = typename internal::Optional<T>::Value;
  static const Codec& get() {
    static constexpr Codec codec{.shape = Shape::word,
                                 .noun = "a word",
                                 .parse =
                                     [](std::string_view, std::string_view text, void* into) {
                                       std::size_t index = 0;
                                       auto refusal =
                                           internal::parse_word(words_of<E>(), text, index);
                                       if (!refusal) *static_cast<T*>(into) = static_cast<E>(index);
                                       return refusal;
                                     },
                                 .print =
                                     [](const void* from, std::string& out) {
                                       const T& value = *static_cast<const T*>(from);
                                       if constexpr (internal::Optional<T>::value) {
                                         if (!value) return false;
                                         out += words_of<E>()[static_cast<std::size_t>(*value)];
                                       } else {
                                         out += words_of<E>()[static_cast<std::size_t>(value)];
                                       }
                                       return true;
                                     },
                                 .words = words_of<E>};
    return codec;
  }
};

/// A reference to a Thing, checked when a partnership is made.
template <class Thing>
struct CodecOf<Ref<Thing>> {
  static const Codec& get() {
    static constexpr Codec codec{.shape = Shape::reference,
                                 .noun = "an id",
                                 .parse =
                                     [](std::string_view, std::string_view text, void* into) {
                                       return internal::parse_reference(
                                           text, static_cast<Ref<Thing>*>(into)->id);
                                     },
                                 .print =
                                     [](const void* from, std::string& out) {
                                       const auto& id = static_cast<const Ref<Thing>*>(from)->id;
                                       out += id;
                                       return !id.empty();
                                     },
                                 .refers_to = Thing::refers_to};
    return codec;
  }
};

/// A value with fields of its own, or an optional one.
template <class T>
struct CodecOf {
  using V = typename internal::Optional<T>::Value;
  static const Codec& get() {
    static constexpr Codec codec{.shape = Shape::value,
                                 .noun = "a mapping",
                                 .type = type_of<V>,
                                 .make = [](void* into) -> void* {
                                   if constexpr (internal::Optional<T>::value)
                                     return &static_cast<T*>(into)->emplace();
                                   else
                                     return into;
                                 },
                                 .get = [](const void* from) -> const void* {
                                   if constexpr (internal::Optional<T>::value) {
                                     const T& value = *static_cast<const T*>(from);
                                     return value ? &*value : nullptr;
                                   } else {
                                     return from;
                                   }
                                 }};
    return codec;
  }
};

template <class T>
struct CodecOf<std::vector<T>> {
  static const Codec& get() {
    static constexpr Codec codec{
        .shape = Shape::list,
        .noun = "a list",
        .element = CodecOf<T>::get,
        .append = [](void* list) -> void* {
          return &static_cast<std::vector<T>*>(list)->emplace_back();
        },
        .drop_last = [](void* list) { static_cast<std::vector<T>*>(list)->pop_back(); },
        .erase =
            [](void* list, std::size_t index) {
              auto& items = *static_cast<std::vector<T>*>(list);
              items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
            },
        .size = [](const void* list) { return static_cast<const std::vector<T>*>(list)->size(); },
        .item = [](const void* list, std::size_t index) -> const void* {
          return &(*static_cast<const std::vector<T>*>(list))[index];
        }};
    return codec;
  }
};

/// A field of a description: `field<&Promise::due>("due", "When, as printed.")`.
template <auto member>
constexpr Field field(std::string_view name, std::string_view doc, Need need = Need::optional,
                      Audience audience = Audience::open) {
  using Class = typename internal::Member<decltype(member)>::Class;
  using Value = typename internal::Member<decltype(member)>::Type;
  return {name,
          doc,
          need,
          audience,
          CodecOf<Value>::get,
          [](void* value) -> void* { return &(static_cast<Class*>(value)->*member); },
          [](void* value) { static_cast<Class*>(value)->*member = Value{}; }};
}

/// A description of T, which has an Origin called `origin`.
template <class T>
constexpr Type described(std::string_view name, std::string_view doc, std::span<const Field> fields,
                         std::string_view shorthand = {}) {
  return {name,
          doc,
          fields,
          shorthand,
          [](void* value) -> Origin& { return static_cast<T*>(value)->origin; },
          {}};
}

/// The same description, of a type that has no field for something on purpose.
constexpr Type leaving_out(Type type, LeftOut what) {
  type.left_out = what;
  return type;
}

template <>
std::span<const std::string_view> words_of<Audience>();

}  // namespace safegov
