// Secrets to be planted: words, numbers and days that nothing else has, and how they are seen.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <string>
#include <vector>

namespace safegov::test {

/// A word, another one for each number below 10,000.
std::string secret_word(int number);

/// What a number, a day, a period or a stretch may be: the first that is taken is the secret. Of
/// the years some are long over and some far off.
std::vector<std::string> secret_values(int number);

/// The secrets that a text holds, as the outputs may spell them, each with what stands around it.
std::map<std::string, std::string> secrets_in(std::string text);

}  // namespace safegov::test
