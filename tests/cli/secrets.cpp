// Secrets to be planted: words, numbers and days that nothing else has, and how they are seen.
// SPDX-License-Identifier: Apache-2.0

#include "cli/secrets.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace safegov::test {
namespace {

constexpr int first_number = 7300000, numbers = 100000;
constexpr int first_year = 1903, years = 45, later = 200;

/// Whether what stands there is `1931` of `14 march 1931`.
bool after_month(std::string_view text, std::size_t at) {
  if (at < 4 || text[at - 1] != ' ') return false;
  const std::size_t begin = text.find_last_not_of("abcdefghijklmnopqrstuvwxyz", at - 2) + 1;
  const std::string_view word = text.substr(begin, at - 1 - begin);
  for (const std::string_view month :
       {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
    if (word.starts_with(month)) return true;
  return false;
}

}  // namespace

std::string secret_word(int number) {
  const std::string digits = std::to_string(number);
  return "zq0" + std::string(4 - std::min<std::size_t>(digits.size(), 4), '0') + digits + "qz";
}

std::vector<std::string> secret_values(int number) {
  const std::string digits = std::to_string(first_number + number % numbers);
  std::vector<std::string> all{digits, digits + " working days", digits + " missed"};
  const int early = first_year + number % years;
  for (const int year : {early, early + later})
    for (const std::string& rest :
         {std::string("-03-14"), "/" + std::to_string(year + 1).substr(2)})
      all.push_back(std::to_string(year) + rest);
  all.push_back("March " + std::to_string(early));
  return all;
}

std::map<std::string, std::string> secrets_in(std::string text) {
  const auto is = [&](std::size_t at, auto kind) {
    return at < text.size() && kind(static_cast<unsigned char>(text[at])) != 0;
  };
  const auto digit = [](int c) { return std::isdigit(c); };
  const auto alnum = [](int c) { return std::isalnum(c); };
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  std::map<std::string, std::string> found;
  const auto take = [&](std::string secret, std::size_t at) {
    found.emplace(std::move(secret), text.substr(at - std::min<std::size_t>(at, 40), 100));
  };
  for (auto at = text.find("zq0"); at != std::string::npos; at = text.find("zq0", at + 1))
    take(text.substr(at, 9), at);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is(at, digit) || (at > 0 && is(at - 1, alnum))) continue;
    // `7319001` or `7,319,001` is a number, and `19310314` begins with a year.
    const std::size_t plain = std::min(text.find_first_not_of("0123456789", at), text.size()) - at;
    const bool grouped = is(at + 8, digit) && text[at + 1] == ',' && text[at + 5] == ',';
    const std::size_t length = grouped ? 9 : plain;
    std::string digits = text.substr(at, length);
    std::erase(digits, ',');
    const bool is_number =
        digits.size() == 7 && std::ranges::all_of(digits, digit) && !is(at + length, alnum);
    const int number = is_number ? std::stoi(digits) : 0;
    if (number >= first_number && number < first_number + numbers) take(digits, at);
    const int year = plain == 4 || plain == 8 ? std::stoi(text.substr(at, 4)) : 0;
    const bool of_date = plain == 8 || after_month(text, at) ||
                         (is(at + 5, digit) && (text[at + 4] == '-' || text[at + 4] == '/'));
    const int first = year < first_year + later ? first_year : first_year + later;
    if (year >= first && year < first + years && of_date) take(text.substr(at, plain), at);
  }
  return found;
}

}  // namespace safegov::test
