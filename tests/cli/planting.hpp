// Plants a secret in each field of each described type, and writes what comes of it as files.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <safegov/partnership.hpp>

namespace safegov::test {

/// A field by its type and name: `promise`, `note`.
using FieldName = std::pair<std::string, std::string>;

/// A value somewhere in the parts of a partnership, and what it is in: outermost first, itself
/// last.
struct Spot {
  struct Value {
    const Type* type;
    void* value;
  };
  std::vector<Value> way;
  const Register* kind = nullptr;  ///< of which it is in a row
  [[nodiscard]] const Type& type() const { return *way.back().type; }
  [[nodiscard]] void* value() const { return way.back().value; }
};

/// Every value of the parts, arrangements first.
void each_spot(Partnership::Parts& parts, const std::function<void(const Spot&)>& visit);

/// Every field of every type that a partnership can hold.
std::set<FieldName> all_fields();

/// How what is planted is kept from the audience `open`.
enum class Kept { by_mark, by_arrangements, by_register, by_field };

class Planting {
 public:
  explicit Planting(Partnership::Parts parts) : parts_(std::move(parts)) {}

  /// A secret in every text that may hold one, of which `done` has none: what it is in is marked
  /// restricted, or is a row of a closed register, or a field that is never open.
  void plant_texts(Kept kept, std::set<FieldName>& done);
  /// Things that references lead to get a secret for an id and are marked restricted.
  void plant_ids(std::set<FieldName>& done);

  [[nodiscard]] const Partnership::Parts& parts() const noexcept { return parts_; }
  [[nodiscard]] std::size_t planted() const noexcept { return planted_; }

 private:
  std::string secret();
  [[nodiscard]] bool is_sound() const;
  bool plant_all(const Spot& spot, const std::vector<const Field*>& fields);
  bool plant_reference(const std::string& refers_to, const std::string& id, const Plan* plan);

  Partnership::Parts parts_;
  int number_ = 0;
  std::size_t planted_ = 0;
  std::map<FieldName, int> tries_;
};

/// The secrets that a text holds, as the outputs may spell them.
std::set<std::string> secrets_in(std::string text);

/// Writes the parts as files into a new folder, as a person would have them.
void write_files(const Partnership::Parts& parts, const std::filesystem::path& folder);

}  // namespace safegov::test
