// Filling described values from a tree.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <safegov/describe.hpp>
#include <safegov/diagnostic.hpp>
#include <safegov/format.hpp>
#include <safegov/partnership.hpp>

#include "base/codes.hpp"
#include "read/yaml_tree.hpp"

namespace safegov::internal {

/// What a node is, in words: `a list`.
std::string_view kind_of(const Node& node);

/// Every key that a value of the type may have.
std::vector<std::string_view> keys_of(const Type& type);

/// Reads the values of one text. Every problem is reported and what is broken is left out, so that
/// the rest can be read and reported on in the same pass.
class Fields {
 public:
  /// `file` counts from 1 in provenance.sources.
  /// `more` are registers beside those that come with the library.
  Fields(const Tree& tree, std::uint32_t file, Provenance& provenance, Diagnostics& found,
         std::span<const Register* const> more = {});

  /// False, with one diagnostic, for a version of the format that is not known.
  bool check_version();

  /// False, with one diagnostic, for what is no file of ours at all.
  bool check_root();

  /// Which kind of file it is: by the key that only this kind has, else by most of its keys.
  [[nodiscard]] const FileKind& kind() const;

  /// A described value to fill.
  struct Part {
    const Type& type;
    void* value;
  };
  /// Fills the parts from the mapping at the root of the tree: each key belongs to one of them, the
  /// header comes first. False if anything was wrong. `file` is what the file is called, if it is
  /// none of a partnership's.
  bool read_file(const std::vector<Part>& parts, std::string_view file = {});

  /// What stands under a key of a mapping, the root unless given, or nothing.
  [[nodiscard]] const Node* find_key(std::string_view key, std::size_t map = 0) const;

  /// Where a node stands, and a scalar's text.
  [[nodiscard]] Span span(const Node& node) const;
  [[nodiscard]] std::string_view text(const Node& node) const { return tree_.text(node); }

 private:
  struct Target {
    const Type& type;
    void* value;
    std::vector<const Node*> seen = {};  // the key of each field that was written
    std::vector<bool> meant = {};        // fields that a misspelt key was meant for
    std::string_view file = {};          // `plan`, for the value that is the whole file
  };

  void read_map(std::size_t node, std::vector<Target>& targets);
  bool read_pair(std::size_t key, std::vector<Target>& targets);
  void read_value(const Type& type, std::size_t node, void* into);
  void read_member(const Codec& codec, const Node& key, std::size_t node, void* into);
  void read_list(const Codec& codec, const Node& key, std::size_t node, void* into);
  void read_leaf(const Codec& codec, std::string_view key, const Node& node, void* into);
  void unknown_key(std::size_t map, const Node& key, std::vector<Target>& targets);
  [[nodiscard]] bool may_become(std::string_view field, std::size_t map,
                                const std::vector<Target>& targets) const;
  void mean(std::string_view field, const Node& key, std::vector<Target>& targets);
  static std::string a(const Target& target);
  [[nodiscard]] std::size_t score(const FileKind& kind) const;
  [[nodiscard]] const FileKind& tell_kind() const;
  /// Whether every key of the root is one of that kind's.
  [[nodiscard]] bool known_to(const FileKind& kind) const;
  void begin(Target& target, const Node& node);
  void require(const Target& target, const Node& node);
  Diagnostic& report(const codes::Known& code, std::string message, const Node& at,
                     std::string help = {});

  const Tree& tree_;
  mutable const FileKind* kind_ = nullptr;  // told once
  std::uint32_t file_;
  Provenance& provenance_;
  Diagnostics& found_;
  std::span<const Register* const> more_;
  std::size_t before_;  // problems found before this file
  Diagnostic dropped_;
};

}  // namespace safegov::internal
