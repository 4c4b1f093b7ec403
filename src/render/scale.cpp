// The key of a scale as text and as JSON.
// SPDX-License-Identifier: Apache-2.0

#include "render/scale.hpp"

#include <algorithm>

#include <safegov/render.hpp>

#include "base/text.hpp"

namespace safegov {
namespace internal {

std::string in_colour(const Page& page, const Scale& scale, BandId band, std::string_view text) {
  return page.tinted(band ? std::string_view(scale[band].colour) : std::string_view(), text);
}

void write_key(Page& page, const Scale& scale) {
  std::size_t letters = 1, words = display_width("unknown");
  for (std::uint32_t i = 0; i < scale.size(); ++i) {
    letters = std::max(letters, display_width(scale[BandId{i}].letter));
    words = std::max(words, display_width(scale[BandId{i}].word));
  }
  words = std::min<std::size_t>(words, 24);
  const auto write = [&](BandId band, std::string_view meaning) {
    const std::string head =
        left(scale.letter(band), letters + 1) + left(scale.word(band), words + 2);
    const std::size_t indent = 4 + letters + 1 + words + 2;
    page.item("    " + in_colour(page, scale, band, head), meaning, indent);
  };
  page.line("key: " + page.bold(cell(scale.name, page.width() - 30)) + " (" + scale.id +
            "), best first");
  for (std::uint32_t i = 0; i < scale.size(); ++i)
    write(BandId{i}, scale[BandId{i}].meaning +
                         (scale.is_step(BandId{i}) ? "" : " (apart: no better, no worse)"));
  write({}, "not known: no band of the scale, and never good news");
  if (!scale.caution.empty()) page.paragraph(scale.caution, 4);
  std::string source;
  if (scale.certainty == Certainty::customary)
    source = "by custom";
  else if (scale.certainty && scale.certainty != Certainty::stated)
    source = "certainty " + in_words(*scale.certainty);
  if (!scale.source.empty()) source += (source.empty() ? "source: " : "; ") + scale.source;
  if (!source.empty()) page.paragraph(source, 4);
}

void write_key(Json& json, const Scale& scale) {
  const auto write = [&](std::string_view name, const std::vector<Band>& bands) {
    json.key(name).list();
    for (const Band& band : bands)
      json.object()
          .field("band", band.word)
          .field("letter", band.letter)
          .field("meaning", band.meaning)
          .optional("colour", band.colour)
          .end();
    json.end();
  };
  json.object().field("id", scale.id).field("name", scale.name);
  write("bands", scale.bands);
  write("apart", scale.apart);
  json.field("unrecorded", scale.word(scale.best_unrecorded()));
  json.optional("caution", scale.caution);
  json.optional("certainty", scale.certainty ? to_string(*scale.certainty) : "");
  json.optional("source", scale.source).end();
}

}  // namespace internal

std::string render(const Scale& scale, const RenderOptions& options) {
  internal::Page page(options);
  internal::write_key(page, scale);
  return page.take();
}

}  // namespace safegov
