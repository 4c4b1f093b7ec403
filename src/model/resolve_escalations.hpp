// Whether escalations make sense, and which disputes records name.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

#include <safegov/diagnostic.hpp>

#include "model/data.hpp"

namespace safegov::internal {

/// Stages that nobody could follow are an error.
void check_escalations(const Partnership::Data& data, Diagnostics& found);

/// Fills data.disputes: a dispute is there as soon as a record escalates it.
void index_disputes(Partnership::Data& data);

/// `resolution/7`, taken apart; without a rule if no escalation is called so.
struct DisputeName {
  const Escalation* rule = nullptr;
  std::string_view id;    ///< `resolution`
  std::string_view name;  ///< `7`; empty if there is none
};
DisputeName take_dispute_apart(const Partnership::Data& data, std::string_view id);

/// May a dispute be called so? A name, like an id, is copied from where it is printed.
bool can_name_dispute(std::string_view name) noexcept;

/// Whether `body` is `stage`, or took over from it, whenever that was.
bool can_stand_for(const Partnership::Data& data, BodyId body, BodyId stage);

}  // namespace safegov::internal
