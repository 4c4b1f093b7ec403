// safegov route: by what way one body answers to another.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {

Exit run_route(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments, Format::json);
  const NetworkOptions along = network_options(arguments);
  if (arguments.paths().empty())
    throw UsageError("say from which body: 'safegov route qa PATH… --on 2019-11-01'");
  const auto loaded = load(arguments, terminal, 1);
  if (!loaded) return Exit::could_not;
  const Partnership& partnership = loaded->partnership;
  const RenderOptions options = render_options(arguments, terminal);
  const BodyId from = body_called(arguments.paths()[0], partnership);
  const auto wanted = arguments.value("--to");
  const BodyId asked = wanted ? body_called(*wanted, partnership) : BodyId{};
  const Date day = as_at_of(arguments, terminal, "--on");
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  const Network network = network_of(expand_obligations(partnership), day, along);
  const BodyId to = wanted ? asked : network.top();
  if (!to) throw UsageError("there is no top on that day; say where to: --to and the id of a body");
  Routes routes;
  if (arguments.has("--all"))
    routes = network.routes(from, to);
  else if (auto route = network.route(from, to))
    routes.routes.push_back(std::move(*route));
  terminal.out << render(network, from, to, routes, format, options);
  return Exit::done;
}

}  // namespace safegov::internal
