// Saying what is wrong with a record, and where it is written.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <safegov/record.hpp>

#include "model/data.hpp"
#include "model/findings.hpp"

namespace safegov::internal {

/// What the steps share that look at records, which they name by their place among all.
class RecordFindings : protected Findings {
 protected:
  RecordFindings(const Partnership::Data& data, Diagnostics& found)
      : Findings(data.parts.provenance, found), data_(data) {}

  static std::string_view word_of(RecordKind kind) {
    return words_of<RecordKind>()[static_cast<std::size_t>(kind)];
  }

  const Record& record(std::size_t i) const { return data_.records()[i]; }

  Span where(std::size_t i, std::string_view field) const {
    return Findings::where(record(i), field);
  }

  Diagnostic& report(const codes::Known& code, std::string message, std::size_t i,
                     std::string_view field, std::string help) {
    return Findings::report(code, std::move(message), where(i, field),
                            data_.path_of_record(i) + "." + std::string(field), std::move(help));
  }

 private:
  const Partnership::Data& data_;
};

}  // namespace safegov::internal
