// safegov certificate: where everything stood and what that rests on; or whether that still holds.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>
#include <string>

#include <safegov/certificate.hpp>
#include <safegov/read.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

/// The certificate in a text; nothing, and why, if there is none.
std::optional<Certificate> certificate_in(const Source& source, std::ostream& err, bool colour) {
  const auto read = read_written<Certificate>(source, "certificate");
  if (read) return *read;
  print_some(err, read.diagnostics(), colour);
  return {};
}

/// Holds a certificate against the same worked out again.
Exit check_it(const Arguments& arguments, const Terminal& terminal, const std::string& file) {
  for (const std::string_view option : {"--as-at", "--known-at", "--soon", "--output"})
    if (arguments.value(option))
      throw UsageError("'--check' does not go with '" + std::string(option) +
                       "': the certificate says by what days it was made");
  const bool colour = render_options(arguments, terminal).colour;
  Diagnostics problems;
  const auto sources = load_sources({file}, problems);
  if (has_errors(problems) || sources.size() != 1) {
    print_some(terminal.err, problems, colour);
    return Exit::could_not;
  }
  const auto certified = certificate_in(sources[0], terminal.err, colour);
  if (!certified) return Exit::could_not;
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const Manifest& manifest = certified->manifest;
  if (manifest.partnership != loaded->partnership.arrangements().id)
    throw UsageError(in_quotes(file) + " is of the partnership " + in_quotes(manifest.partnership) +
                     ", and these files are of " +
                     in_quotes(loaded->partnership.arrangements().id) +
                     "; name those that it is of");
  // By way of a text as well, so that both are as a file has them.
  const AssessOptions judge{.due_soon_days = *manifest.due_soon_days,
                            .known_at = manifest.known_at};
  const Certificate now = certify(loaded->partnership, *manifest.as_at, judge,
                                  manifest_of(*loaded, judge, *manifest.as_at));
  const auto again = certificate_in(Source(file, render(now)), terminal.err, colour);
  if (!again) return Exit::could_not;

  const CertificateCheck result = check(*certified, *again);
  for (const std::string& remark : result.remarks) terminal.err << file << ": " << remark << '\n';
  for (const std::string& difference : result.differences)
    terminal.out << file << ": " << difference << '\n';
  const auto number = [](std::size_t count, std::string_view noun) {
    return counted(static_cast<long long>(count), noun);
  };
  if (result.differences.empty())
    terminal.out << file << ": it holds: " << number(again->list.size(), "obligation") << " as at "
                 << in_words(*manifest.as_at) << ", " << number(manifest.inputs.size(), "input")
                 << ", the same rules\n";
  else
    terminal.out << number(result.differences.size(), "difference") << "\n";
  return result.differences.empty() ? Exit::done : Exit::found;
}

}  // namespace

Exit run_certificate(const Arguments& arguments, const Terminal& terminal) {
  if (const auto file = arguments.value("--check")) return check_it(arguments, terminal, *file);
  const AssessOptions judge = assess_options(arguments);
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const Date as_at = as_at_of(arguments, terminal);
  hand_over(arguments, terminal,
            render(certify(loaded->partnership, as_at, judge, manifest_of(*loaded, judge, as_at))));
  return Exit::done;
}

}  // namespace safegov::internal
