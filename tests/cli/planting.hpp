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

inline void* writable(const void* member) { return const_cast<void*>(member); }

/// Every value of the parts, arrangements first.
void each_spot(Partnership::Parts& parts, const std::function<void(const Spot&)>& visit);

/// The fields of every type that a partnership can hold.
std::set<FieldName> fields_where(const std::function<bool(const Type&, const Field&)>& chosen);

/// What a field holds: people's words; numbers, dates and periods; or ids of other things. The rest
/// are words of closed lists, which everybody knows.
enum class Holds { words, values, ids };
std::set<FieldName> fields_of(Holds what);

/// How what is planted is kept from the audience `open`.
enum class Kept { by_mark, by_arrangements, by_register, by_field };

class Planting {
 public:
  explicit Planting(Partnership::Parts parts) : parts_(std::move(parts)) {}

  /// A secret in every field of words, or of values, that may hold one, of which `done` has none:
  /// what it is in is marked restricted, or is a row of a closed register, or a field that is never
  /// open.
  void plant(Holds what, Kept kept, std::set<FieldName>& done);
  /// Things that references lead to get a secret for an id and are marked restricted.
  void plant_ids(std::set<FieldName>& done);

  [[nodiscard]] const Partnership::Parts& parts() const noexcept { return parts_; }
  [[nodiscard]] std::size_t planted() const noexcept { return planted_; }

 private:
  [[nodiscard]] bool is_sound() const;
  void plant_in(const Spot& spot, Holds what, Kept kept, std::set<FieldName>& done);
  bool plant_one(const Spot& spot, const Field& field, Holds what, Kept kept,
                 std::set<FieldName>& done);
  /// All of them or none.
  bool plant_all(const Spot& spot, const std::vector<const Field*>& fields);
  /// The field's word wherever the row has it.
  bool plant_word(const Spot& spot, const Field& field, std::set<FieldName>& done);
  bool plant_value(const Spot& spot, const Field& field);
  bool plant_reference(const std::string& refers_to, const std::string& id, const Plan* plan);

  Partnership::Parts parts_;
  int number_ = 0;
  std::size_t planted_ = 0;
  std::map<FieldName, int> tries_;
};

/// Writes the parts as files into a new folder, as a person would have them.
void write_files(const Partnership::Parts& parts, const std::filesystem::path& folder);

}  // namespace safegov::test
