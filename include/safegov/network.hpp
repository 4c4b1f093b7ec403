// Who answers to whom on a day, and by what way everything reaches the top.
// SPDX-License-Identifier: Apache-2.0
//
//   const Network structure = network_of(expand_obligations(partnership), Date(2019, 11, 1));
//   structure.route(partnership.find_body("qa"));      // qa → bmg → slg
//   for (const NetworkFinding& finding : structure.findings()) ...
//
// A cycle, a body that answers to itself, two tops or none: findings, and all else still answers.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/agenda.hpp>
#include <safegov/date.hpp>
#include <safegov/obligations.hpp>
#include <safegov/partnership.hpp>

namespace safegov {

/// How one body stands to another: the lists of lines that a body declares, and who attends it.
enum class LineKind : std::uint8_t {
  reports_to,
  escalates_to,
  assures,
  scrutinises,
  advises,
  joint_with,
  attends,
};
template <>
std::span<const std::string_view> words_of<LineKind>();
[[nodiscard]] std::string_view to_string(LineKind kind) noexcept;

/// A line that is in force on the day.
struct NetworkLine {
  BodyId from;
  BodyId to;  ///< as written, or who has taken over its duties
  LineKind kind = LineKind::reports_to;
  std::uint32_t number = 0;  ///< which it is of its kind, where it is declared
  /// The body in whose description it stands: of who attends, the one that is attended.
  [[nodiscard]] BodyId declared_by() const noexcept {
    return kind == LineKind::attends ? to : from;
  }
  friend bool operator==(const NetworkLine&, const NetworkLine&) = default;
};

/// From a body along lines, each of which begins where the one before it ends. Without lines it
/// stays where it is.
struct Route {
  BodyId from;
  std::vector<NetworkLine> lines = {};
  [[nodiscard]] BodyId to() const noexcept { return lines.empty() ? from : lines.back().to; }
  friend bool operator==(const Route&, const Route&) = default;
};

/// Shortest first, then as written.
struct Routes {
  std::vector<Route> routes = {};
  bool more = false;  ///< there are others; then those found need not be the shortest
};

/// What is odd about a structure.
enum class NetworkOddity : std::uint8_t {
  no_top,             ///< none is declared, or it is gone and nobody took over; no bodies
  other_top,          ///< others report to them, they report to nobody, and are not the top
  no_route,           ///< they are in the structure, and have no route to the top
  cycle,              ///< each of them answers to all of them; one finding for each such ring
  answers_to_itself,  ///< they declare lines to themselves
  line_to_nobody,     ///< they have lines to a body that is not there, and that nobody took over
  orphaned_duties,    ///< they ended before what they owe or are owed; nobody took over
};
template <>
std::span<const std::string_view> words_of<NetworkOddity>();
[[nodiscard]] std::string_view to_string(NetworkOddity what) noexcept;

struct NetworkFinding {
  NetworkOddity what;
  std::vector<BodyId> bodies = {};  ///< as written
  friend bool operator==(const NetworkFinding&, const NetworkFinding&) = default;
};

struct NetworkOptions {
  /// The lines that routes go along, and that all else is counted by; not `attends`.
  std::vector<LineKind> along = {LineKind::reports_to};
};

/// The structure of a partnership as it was on a day. Immutable; cheap to copy.
class Network {
 public:
  [[nodiscard]] const Obligations& obligations() const noexcept;
  [[nodiscard]] const Partnership& partnership() const noexcept;
  [[nodiscard]] Date as_at() const noexcept;
  [[nodiscard]] const NetworkOptions& options() const noexcept;

  /// The declared top, or who has taken over from it; or none.
  [[nodiscard]] BodyId top() const noexcept;
  /// Is it there on that day?
  [[nodiscard]] bool exists(BodyId body) const noexcept;
  /// Is it there and part of the structure: somebody who answers, or is answered to? Agencies,
  /// posts and what stands outside are so if they have a line; so is what is only named.
  [[nodiscard]] bool in_structure(BodyId body) const noexcept;
  /// Who carries its duties on that day: itself while it is there, otherwise who succeeds it, and
  /// so on; of several the nearest, then the first as written. None if nobody does.
  [[nodiscard]] BodyId holder_of(BodyId body) const noexcept;

  /// All that are in force, of every kind, by who declares them, by kind, then as written. A line
  /// to a body that is gone leads to the holder of its duties.
  [[nodiscard]] std::span<const NetworkLine> lines() const noexcept;
  /// When it applies, as printed; nothing if always.
  [[nodiscard]] std::string_view condition(const NetworkLine& line) const noexcept;
  /// Since when, and until when it is in force, as far as that is stated.
  [[nodiscard]] std::optional<Date> begins(const NetworkLine& line) const noexcept;
  [[nodiscard]] std::optional<Date> ends(const NetworkLine& line) const noexcept;
  /// Whom it was written to lead to: somebody else than `to` if that body is gone.
  [[nodiscard]] BodyId written_to(const NetworkLine& line) const;
  /// Where it was written; false if it was not read from a text.
  [[nodiscard]] Span where(const NetworkLine& line) const;

  /// Its way to the top: without a condition where there is such a way, otherwise with; of those
  /// the shortest, of those the first as written. Nothing if there is none.
  [[nodiscard]] std::optional<Route> route(BodyId from) const;
  [[nodiscard]] std::optional<Route> route(BodyId from, BodyId to) const;
  /// Every way on which no body comes twice: `most` of them.
  [[nodiscard]] Routes routes(BodyId from, BodyId to, std::size_t most = 1000) const;
  /// Who owes an obligation on that day: who is stated to, else who leads, or who now carries that
  /// body's duties. That body itself if nobody does; none if nobody is stated.
  [[nodiscard]] BodyId owner_of(std::size_t row) const;
  /// The way to the top from who receives an obligation, or now carries that body's duties.
  [[nodiscard]] std::optional<Route> route_of(std::size_t row) const;

  /// The length of its route to the top.
  [[nodiscard]] std::optional<std::uint32_t> depth(BodyId body) const noexcept;
  /// The first line of its route to the top; nothing for the top, and without a route.
  [[nodiscard]] std::optional<NetworkLine> next(BodyId body) const noexcept;
  /// How many report to it.
  [[nodiscard]] std::size_t span(BodyId body) const noexcept;
  /// How many obligations are owed to it, and to those whose duties it carries.
  [[nodiscard]] std::size_t load(BodyId body) const noexcept;

  /// The first body that all its ways to the top pass, conditions or not: its single point of
  /// failure. The top itself if there is no other; none for the top, and without a route.
  [[nodiscard]] BodyId gate(BodyId body) const noexcept;
  /// Its gate, the gate of that, and so on, the top left out.
  [[nodiscard]] std::vector<BodyId> gates(BodyId body) const;
  /// How many bodies reach the top through this one only.
  [[nodiscard]] std::size_t behind(BodyId body) const noexcept;
  /// Those other than the top that somebody is behind: most first, then as written.
  [[nodiscard]] std::vector<BodyId> single_points() const;
  /// Would the structure fall apart without it, whichever way its lines point?
  [[nodiscard]] bool cut_point(BodyId body) const noexcept;

  /// By what they are, in the order of the words.
  [[nodiscard]] std::span<const NetworkFinding> findings() const noexcept;

  struct Data;  ///< private to the library

 private:
  friend Network network_of(const Obligations&, Date, const NetworkOptions&);
  explicit Network(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  std::shared_ptr<const Data> data_;
};

/// Throws std::invalid_argument for routes along nothing, or along `attends`.
[[nodiscard]] Network network_of(const Obligations& owed, Date as_at,
                                 const NetworkOptions& options = {});

/// What each coming meeting of each body is to receive, as at the day of the network: of all that
/// are there, and have a coming meeting or are owed something still; as written.
[[nodiscard]] std::vector<Agenda> agendas(const Network& network,
                                          const AssessOptions& options = {});

/// What is different on one day from what was on another; everything in the order written.
struct NetworkChanges {
  std::vector<BodyId> begun = {}, ended = {};
  std::vector<NetworkLine> lines_begun = {};  ///< lines of the later network
  std::vector<NetworkLine> lines_ended = {};  ///< lines of the earlier one
  friend bool operator==(const NetworkChanges&, const NetworkChanges&) = default;
};
/// Throws std::invalid_argument if the two are not of one partnership.
[[nodiscard]] NetworkChanges changes(const Network& before, const Network& after);

}  // namespace safegov
