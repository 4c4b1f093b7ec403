// Walking a value and all that it holds, by its description.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/describe.hpp>

namespace safegov::internal {

/// The way from a root to a value: `plans[0].objectives[1].actions[0]`.
class Path {
 public:
  struct Step {
    std::string_view name;
    std::optional<std::size_t> index = {};
  };
  void push(Step step) { steps_.push_back(step); }
  void pop() { steps_.pop_back(); }
  [[nodiscard]] std::string text(std::string_view field = {}) const;

 private:
  std::vector<Step> steps_;
};

/// Every value inside `value`, itself first, in the order of its fields.
/// `visit(type, value, path)`.
template <class Visit>
void walk(const Type& type, const void* value, Path& path, Visit&& visit) {
  visit(type, value, path);
  for (const Field& field : type.fields) {
    const Codec& codec = field.codec();
    const void* member = field.of(value);
    if (codec.shape == Shape::value) {
      if (const void* inner = codec.get(member)) {
        path.push({field.name});
        walk(codec.type(), inner, path, visit);
        path.pop();
      }
    } else if (codec.shape == Shape::list && codec.element().shape == Shape::value) {
      const Type& element = codec.element().type();
      for (std::size_t i = 0; i < codec.size(member); ++i) {
        path.push({field.name, i});
        walk(element, codec.item(member, i), path, visit);
        path.pop();
      }
    }
  }
}

}  // namespace safegov::internal
