// Who answers to whom on a day.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <safegov/network.hpp>

#include "network/graph.hpp"
#include "network/succession.hpp"

namespace safegov {

template <>
std::span<const std::string_view> words_of<LineKind>() {
  static constexpr std::array<std::string_view, 7> words{
      "reports_to", "escalates_to", "assures", "scrutinises", "advises", "joint_with", "attends"};
  return words;
}
template <>
std::span<const std::string_view> words_of<NetworkOddity>() {
  static constexpr std::array<std::string_view, 7> words{
      "no_top",         "other_top",      "no_route", "cycle", "answers_to_itself",
      "line_to_nobody", "orphaned_duties"};
  return words;
}

std::string_view to_string(LineKind kind) noexcept {
  return words_of<LineKind>()[static_cast<std::size_t>(kind)];
}
std::string_view to_string(NetworkOddity what) noexcept {
  return words_of<NetworkOddity>()[static_cast<std::size_t>(what)];
}

namespace {

using namespace internal;

constexpr std::size_t line_lists = 6;  // all kinds but `attends`

const std::vector<Line>& lines_of(const Body& body, LineKind kind) {
  constexpr std::array<std::vector<Line> Body::*, line_lists> lists{
      &Body::reports_to,  &Body::escalates_to, &Body::assures,
      &Body::scrutinises, &Body::advises,      &Body::joint_with};
  return body.*lists[static_cast<std::size_t>(kind)];
}

template <class Dated>
bool in_force(const Dated& dated, Date day) {
  return (!dated.from || *dated.from <= day) && (!dated.until || day <= *dated.until);
}

/// Whether a body of that kind has a place in a structure without a line that says so.
bool is_for_structure(const Body& body) {
  if (!body.named_only.empty()) return false;
  switch (body.kind.value_or(BodyKind::group)) {
    case BodyKind::group:
    case BodyKind::board:
    case BodyKind::network:
      return true;
    case BodyKind::agency:
    case BodyKind::post:
    case BodyKind::outside:
    case BodyKind::partnership:
      break;
  }
  return false;
}

/// How far everybody is from one body: by lines without conditions, and by any.
struct Reach {
  std::vector<std::uint32_t> usual, any;
};

}  // namespace

struct Network::Data {
  Obligations owed;
  Date as_at;
  NetworkOptions options;
  BodyId top = {};
  std::vector<std::uint8_t> exists = {};
  std::vector<std::uint32_t> holder = {};  // of each body; no_node for none
  std::vector<NetworkLine> lines = {};

  /// Routes go along these, one for two bodies at most: the edges of the graph, by their places.
  std::vector<std::uint32_t> along = {};  // in `lines`
  Graph graph = {};
  /// Without the lines that have a condition; empty if none has.
  Graph usual = {};
  bool conditions = false;

  Reach to_top = {};
  std::vector<Node> gate = {};
  std::vector<std::uint32_t> behind = {};
  std::vector<std::uint32_t> load = {};
  std::vector<std::uint8_t> cuts = {};
  std::vector<NetworkFinding> findings = {};

  [[nodiscard]] const Partnership& partnership() const { return owed.partnership(); }
  [[nodiscard]] const Body& body(Node node) const { return partnership().bodies()[node]; }
  [[nodiscard]] Node size() const { return static_cast<Node>(partnership().bodies().size()); }

  [[nodiscard]] const Line* line(const NetworkLine& l) const {
    if (l.kind == LineKind::attends) return nullptr;
    return &lines_of(body(l.from.index), l.kind)[l.number];
  }
  [[nodiscard]] const Seat& seat(const NetworkLine& l) const {
    return body(l.to.index).attends[l.number];
  }
  [[nodiscard]] bool has_condition(const NetworkLine& l) const {
    const Line* written = line(l);
    return written != nullptr && !written->condition.empty();
  }

  [[nodiscard]] bool in_structure(Node i) const {
    if (exists[i] == 0) return false;
    return is_for_structure(body(i)) || !graph.from(i).empty() || !graph.to(i).empty();
  }

  [[nodiscard]] Reach reach_of(Node end) const {
    Reach reach{{}, distances(graph, {&end, 1}).of};
    if (conditions) reach.usual = distances(usual, {&end, 1}).of;
    return reach;
  }

  /// The line by which the route from `node` goes on, or null: on the way to the end the distance
  /// becomes less by one with each line.
  [[nodiscard]] const NetworkLine* step(const Reach& reach, Node node, bool usually) const {
    const auto& distance = usually ? reach.usual : reach.any;
    if (distance[node] == 0 || distance[node] == no_node) return nullptr;
    const auto targets = graph.from(node);
    for (std::uint32_t i = 0; i < targets.size(); ++i) {
      const NetworkLine& line = lines[along[graph.first_edge(node) + i]];
      if (distance[targets[i]] + 1 == distance[node] && !(usually && has_condition(line)))
        return &line;
    }
    return nullptr;
  }
  [[nodiscard]] bool usually(const Reach& reach, Node node) const {
    return conditions && reach.usual[node] != no_node;
  }

  [[nodiscard]] std::optional<Route> route(const Reach& reach, BodyId from) const {
    if (reach.any.empty() || reach.any[from.index] == no_node) return {};
    Route route{from};
    const bool usual_way = usually(reach, from.index);
    for (Node at = from.index; const NetworkLine* line = step(reach, at, usual_way);) {
      route.lines.push_back(*line);
      at = line->to.index;
    }
    return route;
  }
};

namespace {

/// Makes the data of a network, one thing after the other.
class Builder {
 public:
  explicit Builder(Network::Data& data) : data_(data), size_(data.size()) {}

  void run() {
    find_who_is_there();
    find_holders();
    find_top();
    find_lines();
    find_routes();
    count_load();
    find_odd_tops();
    find_cycles();
    report(NetworkOddity::answers_to_itself, self_);
    report(NetworkOddity::line_to_nobody, to_nobody_);
    find_orphaned_duties();
  }

 private:
  void report(NetworkOddity what, std::vector<BodyId> bodies) {
    if (!bodies.empty()) data_.findings.push_back({what, std::move(bodies)});
  }

  void find_who_is_there() {
    data_.exists.resize(size_);
    for (Node i = 0; i < size_; ++i) data_.exists[i] = exists_on(data_.body(i), data_.as_at);
  }

  [[nodiscard]] bool has_ended(Node node) const {
    const auto& until = data_.body(node).until;
    return until && *until < data_.as_at;
  }

  void find_holders() { data_.holder = holders_on(data_.partnership(), data_.as_at); }

  void find_top() {
    const BodyRef& declared = data_.partnership().arrangements().top;
    if (declared) {
      const BodyId body = data_.partnership().find_body(declared.id);
      data_.top = BodyId{data_.holder[body.index]};
    }
    if (!data_.top) data_.findings.push_back({NetworkOddity::no_top, {}});
  }

  void find_lines() {
    for (Node i = 0; i < size_; ++i) {
      if (data_.exists[i] == 0) continue;
      const Body& body = data_.body(i);
      bool self = false, nobody = false;
      for (std::size_t kind = 0; kind < line_lists; ++kind) {
        const auto& list = lines_of(body, static_cast<LineKind>(kind));
        for (std::uint32_t number = 0; number < list.size(); ++number) {
          if (!in_force(list[number], data_.as_at)) continue;
          const Node written = data_.partnership().find_body(list[number].to.id).index;
          const Node to = data_.holder[written];
          // Who took over from the one it reported to does not report to itself.
          if (to == i && written != i) continue;
          self = self || (to == i && is_along(static_cast<LineKind>(kind)));
          nobody = nobody || to == no_node;
          if (to != no_node)
            data_.lines.push_back({BodyId{i}, BodyId{to}, static_cast<LineKind>(kind), number});
        }
      }
      for (std::uint32_t number = 0; number < body.attends.size(); ++number) {
        if (!in_force(body.attends[number], data_.as_at)) continue;
        const Node who = data_.partnership().find_body(body.attends[number].body.id).index;
        if (data_.holder[who] != no_node && data_.holder[who] != i)
          data_.lines.push_back({BodyId{data_.holder[who]}, BodyId{i}, LineKind::attends, number});
      }
      if (self) self_.push_back(BodyId{i});
      if (nobody) to_nobody_.push_back(BodyId{i});
    }
  }

  [[nodiscard]] bool is_along(LineKind kind) const {
    return std::ranges::count(data_.options.along, kind) != 0;
  }

  void find_routes() {
    std::vector<Edge> edges;
    // Where a body has two lines to the same, the one without a condition stands for both.
    std::vector<std::uint32_t> last(size_, no_node);
    std::uint32_t first_of_body = 0;
    Node body = no_node;
    for (std::uint32_t i = 0; i < data_.lines.size(); ++i) {
      const NetworkLine& line = data_.lines[i];
      if (!is_along(line.kind) || line.from == line.to) continue;
      if (line.from.index != body) first_of_body = static_cast<std::uint32_t>(edges.size());
      body = line.from.index;
      std::uint32_t& known = last[line.to.index];
      if (known != no_node && known >= first_of_body) {
        std::uint32_t& other = data_.along[known];
        if (data_.has_condition(data_.lines[other]) && !data_.has_condition(line)) other = i;
        continue;
      }
      known = static_cast<std::uint32_t>(edges.size());
      edges.push_back({line.from.index, line.to.index});
      data_.along.push_back(i);
    }
    data_.graph = Graph(size_, edges);
    data_.cuts = cut_points(data_.graph);
    std::vector<Edge> usual;
    for (std::size_t i = 0; i < edges.size(); ++i)
      if (!data_.has_condition(data_.lines[data_.along[i]])) usual.push_back(edges[i]);
    data_.conditions = usual.size() != edges.size();
    if (data_.conditions) data_.usual = Graph(size_, usual);

    data_.gate.assign(size_, no_node);
    data_.behind.assign(size_, 0);
    if (!data_.top) return;
    data_.to_top = data_.reach_of(data_.top.index);
    Dominators found = dominators(data_.graph, data_.top.index);
    data_.gate = std::move(found.next);
    for (std::size_t i = found.order.size(); i-- > 1;) {
      const Node node = found.order[i];
      data_.behind[data_.gate[node]] += data_.behind[node] + 1;
    }
  }

  void count_load() {
    data_.load.assign(size_, 0);
    for (Node i = 0; i < size_; ++i)
      if (const Node holder = data_.holder[i]; holder != no_node)
        data_.load[holder] += static_cast<std::uint32_t>(data_.owed.owed_to(BodyId{i}).size());
  }

  void find_odd_tops() {
    std::vector<BodyId> tops, lost;
    for (Node i = 0; i < size_; ++i) {
      if (BodyId{i} == data_.top) continue;
      if (data_.graph.from(i).empty() && !data_.graph.to(i).empty()) tops.push_back(BodyId{i});
      if (data_.top && data_.to_top.any[i] == no_node && data_.in_structure(i))
        lost.push_back(BodyId{i});
    }
    report(NetworkOddity::other_top, std::move(tops));
    report(NetworkOddity::no_route, std::move(lost));
  }

  void find_cycles() {
    const Components found = components(data_.graph);
    std::vector<std::uint32_t> members(found.count, 0), place(found.count, no_node);
    for (const std::uint32_t component : found.of) ++members[component];
    // By their first bodies, as written.
    for (Node i = 0; i < size_; ++i) {
      const std::uint32_t component = found.of[i];
      if (members[component] < 2) continue;
      if (place[component] == no_node) {
        place[component] = static_cast<std::uint32_t>(data_.findings.size());
        data_.findings.push_back({NetworkOddity::cycle, {}});
      }
      data_.findings[place[component]].bodies.push_back(BodyId{i});
    }
  }

  void find_orphaned_duties() {
    std::vector<BodyId> orphaned;
    for (Node i = 0; i < size_; ++i) {
      if (data_.holder[i] != no_node || !has_ended(i)) continue;
      const std::int32_t end = data_.body(i).until->days();
      // What could still be done while it was there is not left behind.
      const auto outlives = [&](std::uint32_t row) { return data_.owed.first()[row] > end; };
      if (std::ranges::any_of(data_.owed.owed_by(BodyId{i}), outlives) ||
          std::ranges::any_of(data_.owed.owed_to(BodyId{i}), outlives))
        orphaned.push_back(BodyId{i});
    }
    report(NetworkOddity::orphaned_duties, std::move(orphaned));
  }

  Network::Data& data_;
  Node size_;
  std::vector<BodyId> self_, to_nobody_;
};

}  // namespace

Network network_of(const Obligations& owed, Date as_at, const NetworkOptions& options) {
  if (options.along.empty() || std::ranges::count(options.along, LineKind::attends) != 0)
    throw std::invalid_argument("routes go along lines by which bodies answer to each other");
  auto data = std::make_shared<Network::Data>(Network::Data{owed, as_at, options});
  Builder(*data).run();
  return Network(std::move(data));
}

const Obligations& Network::obligations() const noexcept { return data_->owed; }
const Partnership& Network::partnership() const noexcept { return data_->partnership(); }
Date Network::as_at() const noexcept { return data_->as_at; }
const NetworkOptions& Network::options() const noexcept { return data_->options; }
BodyId Network::top() const noexcept { return data_->top; }
bool Network::exists(BodyId body) const noexcept { return data_->exists[body.index] != 0; }
BodyId Network::holder_of(BodyId body) const noexcept { return {data_->holder[body.index]}; }
std::span<const NetworkLine> Network::lines() const noexcept { return data_->lines; }
std::span<const NetworkFinding> Network::findings() const noexcept { return data_->findings; }

bool Network::in_structure(BodyId body) const noexcept { return data_->in_structure(body.index); }
std::string_view Network::condition(const NetworkLine& line) const noexcept {
  const Line* written = data_->line(line);
  return written == nullptr ? std::string_view() : std::string_view(written->condition);
}
std::optional<Date> Network::begins(const NetworkLine& line) const noexcept {
  const Line* written = data_->line(line);
  return written == nullptr ? data_->seat(line).from : written->from;
}
std::optional<Date> Network::ends(const NetworkLine& line) const noexcept {
  const Line* written = data_->line(line);
  return written == nullptr ? data_->seat(line).until : written->until;
}
BodyId Network::written_to(const NetworkLine& line) const {
  const Line* written = data_->line(line);
  return written == nullptr ? line.to : partnership().find_body(written->to.id);
}
Span Network::where(const NetworkLine& line) const {
  const Line* written = data_->line(line);
  return written == nullptr ? partnership().where(data_->seat(line))
                            : partnership().where(*written);
}

std::optional<Route> Network::route(BodyId from) const { return data_->route(data_->to_top, from); }
std::optional<Route> Network::route(BodyId from, BodyId to) const {
  return data_->route(data_->reach_of(to.index), from);
}
Routes Network::routes(BodyId from, BodyId to, std::size_t most) const {
  const internal::Ways found = simple_ways(data_->graph, from.index, to.index, most);
  Routes routes{{}, found.more};
  for (const auto& way : found.ways) {
    Route& route = routes.routes.emplace_back(Route{from});
    for (const std::uint32_t edge : way) route.lines.push_back(data_->lines[data_->along[edge]]);
  }
  std::ranges::stable_sort(routes.routes, {}, [](const Route& r) { return r.lines.size(); });
  return routes;
}
BodyId Network::owner_of(std::size_t row) const {
  const BodyId from = data_->owed.from()[row];
  if (!from) return from;
  const BodyId now = holder_of(from);
  return now ? now : from;
}

std::optional<Route> Network::route_of(std::size_t row) const {
  const BodyId to = data_->owed.to()[row];
  if (!to || !holder_of(to)) return {};
  return route(holder_of(to));
}

std::optional<std::uint32_t> Network::depth(BodyId body) const noexcept {
  const Reach& reach = data_->to_top;
  if (reach.any.empty() || reach.any[body.index] == no_node) return {};
  return data_->usually(reach, body.index) ? reach.usual[body.index] : reach.any[body.index];
}
std::optional<NetworkLine> Network::next(BodyId body) const noexcept {
  const Reach& reach = data_->to_top;
  if (reach.any.empty()) return {};
  const NetworkLine* line = data_->step(reach, body.index, data_->usually(reach, body.index));
  return line == nullptr ? std::optional<NetworkLine>() : *line;
}
std::size_t Network::span(BodyId body) const noexcept { return data_->graph.to(body.index).size(); }
std::size_t Network::load(BodyId body) const noexcept { return data_->load[body.index]; }

BodyId Network::gate(BodyId body) const noexcept { return {data_->gate[body.index]}; }
std::vector<BodyId> Network::gates(BodyId body) const {
  std::vector<BodyId> found;
  for (BodyId at = gate(body); at && at != top(); at = gate(at)) found.push_back(at);
  return found;
}
std::size_t Network::behind(BodyId body) const noexcept { return data_->behind[body.index]; }
std::vector<BodyId> Network::single_points() const {
  std::vector<BodyId> found;
  for (Node i = 0; i < data_->size(); ++i)
    if (behind(BodyId{i}) != 0 && BodyId{i} != top()) found.push_back(BodyId{i});
  std::ranges::stable_sort(found, std::greater<>(), [&](BodyId body) { return behind(body); });
  return found;
}
bool Network::cut_point(BodyId body) const noexcept { return data_->cuts[body.index] != 0; }

std::vector<Agenda> agendas(const Network& network, const AssessOptions& options) {
  const Assessment assessment = assess(network.obligations(), network.as_at(), options);
  std::vector<Agenda> found;
  for (std::uint32_t i = 0; i < network.partnership().bodies().size(); ++i) {
    if (!network.exists(BodyId{i})) continue;
    Agenda each = agenda(assessment, BodyId{i});
    if (!each.meetings.empty() || !each.without_meeting.empty() || !each.without_day.empty())
      found.push_back(std::move(each));
  }
  return found;
}

NetworkChanges changes(const Network& before, const Network& after) {
  if (&before.partnership().parts() != &after.partnership().parts())
    throw std::invalid_argument("what changed can only be said of one partnership");
  NetworkChanges found;
  const auto size = static_cast<std::uint32_t>(after.partnership().bodies().size());
  for (std::uint32_t i = 0; i < size; ++i) {
    const bool was = before.exists(BodyId{i}), is = after.exists(BodyId{i});
    if (is && !was) found.begun.push_back(BodyId{i});
    if (was && !is) found.ended.push_back(BodyId{i});
  }
  const auto order = [](const NetworkLine& line) {
    return std::tuple(line.declared_by(), line.kind, line.number, line.from, line.to);
  };
  const auto less = std::ranges::less();
  std::ranges::set_difference(after.lines(), before.lines(), std::back_inserter(found.lines_begun),
                              less, order, order);
  std::ranges::set_difference(before.lines(), after.lines(), std::back_inserter(found.lines_ended),
                              less, order, order);
  return found;
}

}  // namespace safegov
