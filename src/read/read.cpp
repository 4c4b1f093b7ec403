// From paths to texts, from texts to parts, from parts to a partnership.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <memory>
#include <set>
#include <vector>

#include <safegov/read.hpp>
#include <safegov/registers.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/files.hpp"
#include "model/make.hpp"
#include "read/csv.hpp"
#include "read/fields.hpp"
#include "read/load.hpp"
#include "read/parse_ahead.hpp"
#include "read/plan_files.hpp"
#include "read/records_csv.hpp"
#include "read/text_check.hpp"

namespace safegov {
namespace {

using namespace internal;

/// A byte order mark is no part of a text.
Source without_mark(Source text) {
  if (!text.text().starts_with("\xEF\xBB\xBF")) return text;
  return {text.name(), text.text().substr(3)};
}

/// Takes texts in, one after the other, into the parts of a partnership.
class Reader {
 public:
  /// `found` is what is wrong already: then there are files that could not be read.
  explicit Reader(const ReadOptions& options, Diagnostics found = {})
      : found_(std::move(found)), more_(options.registers), unread_(!found_.empty()) {
    parts_.calendars = options.calendars;
    registers_.assign(registers().begin(), registers().end());
    registers_.insert(registers_.end(), more_.begin(), more_.end());
  }

  Result<Partnership> run(std::vector<Source> texts, const ReadOptions& options) {
    std::vector<std::shared_ptr<const Source>> trees(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (!is_table(texts[i].name()))
        trees[i] = std::make_shared<const Source>(without_mark(std::move(texts[i])));
    ParseAhead ahead(trees, options.threads);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (trees[i])
        read(std::move(trees[i]), ahead.take(i));
      else
        take_table(without_mark(std::move(texts[i])));
      if (options.progress) options.progress(i + 1, texts.size());
    }
    return finish();
  }

 private:
  Result<Partnership> finish() {
    // What was not read may hold anything; but bodies stand in one file only.
    if (unread_) gaps_.promises = true;
    if (unread_ && arrangements_ == 0) gaps_.bodies = true;
    gaps_.arrangements = arrangements_ == 0;
    check_one_partnership();
    drop_others();
    merge_registers();
    return make_partnership(std::move(parts_), std::move(found_), gaps_);
  }

  /// A file that belongs to a partnership, and which parts came from it.
  struct Member {
    MemberHeader header;
    std::size_t plans = 0;
    std::size_t records = 0;
    std::size_t what_ifs = 0;
    std::vector<RegisterTable> registers = {};
  };

  void read(std::shared_ptr<const Source> source, const Parsed& parsed) {
    auto& sources = parts_.provenance.sources;
    sources.push_back(std::move(source));
    found_.insert(found_.end(), parsed.found.begin(), parsed.found.end());
    if (!parsed.sound) {
      unread_ = true;
      return;
    }
    Fields fields(parsed.tree, static_cast<std::uint32_t>(sources.size()), parts_.provenance,
                  found_, more_);
    if (!fields.check_version() || !fields.check_root()) {
      unread_ = true;
      return;
    }
    const std::string_view kind = fields.kind().name;
    if (kind == "plan")
      take_plan(fields);
    else if (kind == "records")
      take_records(fields);
    else if (kind == "what-if")
      take_what_if(fields);
    else if (kind == "registers")
      take_registers(fields);
    else
      take_arrangements(fields);
  }

  void take_plan(Fields& fields) {
    Member member{.header = {}, .plans = 1};
    Plan plan;
    if (!fields.read_file({{type_of<MemberHeader>(), &member.header}, {type_of<Plan>(), &plan}}))
      gaps_.promises = true;
    members_.push_back(std::move(member));
    parts_.plans.push_back(std::move(plan));
  }

  void take_records(Fields& fields) {
    Member member;
    RecordsFile file;
    fields.read_file({{type_of<MemberHeader>(), &member.header}, {type_of<RecordsFile>(), &file}});
    member.records = file.records.size();
    members_.push_back(std::move(member));
    std::ranges::move(file.records, std::back_inserter(parts_.records));
  }

  void take_what_if(Fields& fields) {
    Member member{.header = {}, .what_ifs = 1};
    fields.read_file({{type_of<MemberHeader>(), &member.header},
                      {type_of<WhatIf>(), &parts_.what_ifs.emplace_back()}});
    members_.push_back(std::move(member));
  }

  void take_registers(Fields& fields) {
    Member member;
    for (const Register* kind : registers_) member.registers.emplace_back(*kind);
    std::vector<Fields::Part> parts{{type_of<MemberHeader>(), &member.header}};
    for (RegisterTable& table : member.registers)
      parts.push_back({table.kind().list, table.held()});
    if (!fields.read_file(parts)) gaps_.promises = true;
    members_.push_back(std::move(member));
  }

  /// One table of each kind that has rows, whatever files they stand in.
  void merge_registers() {
    for (std::size_t i = 0; i < registers_.size(); ++i) {
      RegisterTable all(*registers_[i]);
      for (Member& member : members_)
        if (!is_other(member.header) && i < member.registers.size())
          all.append(std::move(member.registers[i]));
      if (all.size() != 0) parts_.registers.push_back(std::move(all));
    }
  }

  /// A table names no partnership: its records belong to whichever is read.
  void take_table(Source source) {
    auto text = is_other_encoding(source.text()) ? from_windows_1252(source.text()) : std::nullopt;
    const bool recoded = text.has_value();
    std::string table = recoded ? std::move(*text) : source.text();
    const char separator = separator_of(table);
    source = Source(source.name(), std::move(table), separator);
    auto& sources = parts_.provenance.sources;
    sources.push_back(std::make_shared<const Source>(std::move(source)));
    const std::shared_ptr<const Source> shared = sources.back();
    if (recoded) note_encoding(shared);
    if (!check_table(shared, found_)) {
      gaps_.promises = true;  // what is retracted elsewhere may have stood here
      return;
    }
    std::vector<Record> records = read_records_csv(static_cast<std::uint32_t>(sources.size()),
                                                   TableBy::spreadsheet, parts_.provenance, found_);
    members_.push_back({.header = {}, .records = records.size()});
    std::ranges::move(records, std::back_inserter(parts_.records));
  }

  /// At the first character that is not ASCII: up to it, all encodings agree.
  void note_encoding(const std::shared_ptr<const Source>& source) {
    const std::string& text = source->text();
    const auto first = std::ranges::find_if(text, [](char c) { return (c & 0x80) != 0; });
    const auto at = static_cast<std::size_t>(first - text.begin());
    report(
        codes::windows_1252, "it is not UTF-8; it was read as Windows-1252, as Excel saves it",
        Span{source, position_of(text, at), static_cast<std::uint32_t>(character_length(text, at))},
        "look at this character; 'CSV UTF-8' is the kind of file that leaves no doubt");
  }

  void take_arrangements(Fields& fields) {
    VersionHeader header;
    Arrangements arrangements;
    const bool clean = fields.read_file(
        {{type_of<VersionHeader>(), &header}, {type_of<Arrangements>(), &arrangements}});
    // A body whose id is broken may be what others refer to; so may any in a list that is.
    gaps_.bodies |=
        (!clean && arrangements.bodies.empty()) ||
        std::ranges::any_of(arrangements.bodies, [](const Body& b) { return b.id.empty(); });
    if (++arrangements_ == 1) {
      parts_.arrangements = std::move(arrangements);
      return;
    }
    auto& d =
        report(codes::not_one_partnership, "a second file says what the partnership is",
               parts_.provenance.find(arrangements.origin),
               "a partnership has one such file; plans have a 'plan' key, records a 'records' key");
    d.related.push_back({parts_.provenance.find(parts_.arrangements.origin), "the first"});
    // Most often it is a copy: what is new in it counts, what it repeats is no second fault.
    auto& bodies = parts_.arrangements.bodies;
    std::set<std::string> known;
    for (const Body& body : bodies) known.insert(body.id);
    for (Body& body : arrangements.bodies)
      if (!known.contains(body.id)) bodies.push_back(std::move(body));
  }

  void check_one_partnership() {
    if (arrangements_ == 0 && !gaps_.bodies) {
      report(codes::not_one_partnership, "no file says what the partnership is", {},
             "one file must have its 'name', 'top' and 'bodies'; 'safegov new' writes one");
      gaps_.bodies = true;
    }
    for (const Member& member : members_) {
      if (!is_other(member.header)) continue;
      auto& d =
          report(codes::other_partnership,
                 "this belongs to " + in_quotes(member.header.partnership) + ", the others to " +
                     in_quotes(parts_.arrangements.id),
                 parts_.provenance.find(member.header.origin, 1), "read one partnership at a time");
      d.related.push_back({parts_.provenance.find(parts_.arrangements.origin,
                                                  type_of<Arrangements>().find("partnership")),
                           "the partnership"});
    }
  }

  [[nodiscard]] bool is_other(const MemberHeader& header) const {
    const std::string& id = parts_.arrangements.id;
    return !id.empty() && !header.partnership.empty() && header.partnership != id;
  }

  /// What belongs to another partnership refers to that one's bodies: one error, not hundreds.
  void drop_others() {
    std::size_t plan = 0, record = 0, what_if = 0;
    for (const Member& member : members_) {
      if (!is_other(member.header)) {
        plan += member.plans;
        record += member.records;
        what_if += member.what_ifs;
        continue;
      }
      gaps_.promises = true;
      drop(parts_.plans, plan, member.plans);
      drop(parts_.records, record, member.records);
      drop(parts_.what_ifs, what_if, member.what_ifs);
    }
  }

  template <class T>
  static void drop(std::vector<T>& values, std::size_t from, std::size_t count) {
    const auto first = values.begin() + static_cast<std::ptrdiff_t>(from);
    values.erase(first, first + static_cast<std::ptrdiff_t>(count));
  }

  Diagnostic& report(const codes::Known& code, std::string message, Span where, std::string help) {
    found_.push_back(codes::diagnose(code, std::move(message), std::move(where), std::move(help)));
    return found_.back();
  }

  Partnership::Parts parts_;
  Diagnostics found_;
  Gaps gaps_;
  std::vector<Member> members_;
  std::vector<const Register*> more_, registers_;
  int arrangements_ = 0;
  bool unread_;  // a file could not be read at all
};

}  // namespace

Result<Partnership> read_partnership(const std::vector<std::string>& paths,
                                     const ReadOptions& options) {
  Diagnostics not_found;
  std::vector<std::string> files = find_files(paths, not_found);
  std::ranges::sort(files);
  std::vector<Source> also = options.also;
  std::ranges::stable_sort(also, {}, &Source::name);
  std::vector<Source> texts;
  auto next = also.begin();
  for (const std::string& path : files) {
    for (; next != also.end() && next->name() <= path; ++next) texts.emplace_back(std::move(*next));
    if (auto text = load(path, not_found)) texts.emplace_back(path, std::move(*text));
  }
  for (; next != also.end(); ++next) texts.emplace_back(std::move(*next));
  return Reader(options, std::move(not_found)).run(std::move(texts), options);
}

Result<Partnership> read_sources(std::vector<Source> sources, const ReadOptions& options) {
  sources.insert(sources.end(), options.also.begin(), options.also.end());
  std::ranges::stable_sort(sources, {}, &Source::name);
  return Reader(options).run(std::move(sources), options);
}

}  // namespace safegov
