// What is overdue in the Nottingham plan as at 1 November 2019: the example of README.md.
// SPDX-License-Identifier: Apache-2.0

#include <iostream>

#include <safegov/safegov.hpp>

int main() {
  const auto partnership = safegov::read_partnership({"nottingham"}).value();
  const auto owed = safegov::expand_obligations(partnership);
  const auto state = safegov::assess(owed, safegov::Date(2019, 11, 1));
  for (const auto& obligation : owed)
    if (state[obligation.row()] == safegov::State::overdue)
      std::cout << obligation << ", overdue since " << *state.overdue_since(obligation.row())
                << '\n';
}
