// Charts as SVG: strips over time, curves, a heat map, bars. Colours are the page's style.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/text.hpp"
#include "render/html.hpp"

namespace safegov::internal {
namespace {

constexpr double wide = 760, narrow = 260;
constexpr double letter_width = 7.5;  // of 12 px text, on average

/// `12`, `12.5`: a length with one decimal at most, whatever the locale.
std::string px(double length) {
  const auto tenths = static_cast<std::int64_t>(std::llround(length * 10));
  std::string text = std::to_string(tenths / 10);
  if (tenths < 0 && tenths > -10) text = "-0";
  if (tenths % 10 != 0) text += "." + std::to_string(std::abs(tenths % 10));
  return text;
}

double width_of(std::string_view text) {
  return letter_width * static_cast<double>(display_width(text));
}

/// Cut to a width in px, with an ellipsis.
std::string shortened(std::string_view text, double width) {
  if (width_of(text) <= width) return std::string(text);
  const auto columns = static_cast<std::size_t>(std::max(1.0, width / letter_width - 1));
  return std::string(fit(text, columns)) + "…";
}

/// The elements of a drawing of that size.
class Svg {
 public:
  Svg(double width, std::string label) : width_(width), label_(std::move(label)) {}

  void rect(std::string_view cls, double x, double y, double w, double h,
            std::string_view more = {}, std::string_view title = {}) {
    body_ += "<rect class=\"" + std::string(cls) + "\" x=\"" + px(x) + "\" y=\"" + px(y) +
             "\" width=\"" + px(std::max(w, 0.5)) + "\" height=\"" + px(h) + "\"" +
             std::string(more);
    body_ += title.empty() ? "/>" : "><title>" + as_html(title) + "</title></rect>";
  }
  void line(std::string_view cls, double x1, double y1, double x2, double y2) {
    body_ += "<path class=\"" + std::string(cls) + "\" d=\"M" + px(x1) + " " + px(y1) + "L" +
             px(x2) + " " + px(y2) + "\"/>";
  }
  void path(std::string_view cls, std::string_view d) {
    body_ += "<path class=\"" + std::string(cls) + "\" d=\"" + std::string(d) + "\"/>";
  }
  void dot(double x, double y) {
    body_ += "<circle class=\"dot\" cx=\"" + px(x) + "\" cy=\"" + px(y) + "\" r=\"3.5\"/>";
  }
  enum class Anchor : std::uint8_t { start, middle, end };
  void text(double x, double y, std::string_view words, Anchor anchor = Anchor::start,
            std::string_view cls = {}) {
    body_ += "<text x=\"" + px(x) + "\" y=\"" + px(y) + "\"";
    if (anchor != Anchor::start)
      body_ += anchor == Anchor::middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
    if (!cls.empty()) body_ += " class=\"" + std::string(cls) + "\"";
    body_ += ">" + as_html(words) + "</text>";
  }

  [[nodiscard]] std::string take(double height) const {
    return "<svg role=\"img\" aria-label=\"" + as_html(label_) + "\" viewBox=\"0 0 " + px(width_) +
           " " + px(height) + "\" width=\"" + px(width_) + "\" height=\"" + px(height) + "\">" +
           body_ + "</svg>";
  }

 private:
  double width_;
  std::string label_;
  std::string body_;
};

using Anchor = Svg::Anchor;

/// `Oct 2019`
std::string month_and_year(Date day) {
  return std::string(month_name(day.month()).substr(0, 3)) + " " + std::to_string(day.year());
}

/// Days on a stretch of pixels.
class DayScale {
 public:
  DayScale(DateRange days, double left, double right) : days_(days), left_(left), right_(right) {}

  [[nodiscard]] double at(Date day) const {
    return left_ + (right_ - left_) * (day.days() - days_.first().days()) / days_.length();
  }
  /// The end of a day, which is the beginning of the next.
  [[nodiscard]] double after(Date day) const {
    return left_ + (right_ - left_) * (day.days() + 1 - days_.first().days()) / days_.length();
  }

  /// The first days of months, as many as have room for their names.
  void write_axis(Svg& svg, double y, double bottom) const {
    constexpr double room = 62;
    const double months = days_.length() / 30.4;
    const double a_month = (right_ - left_) / std::max(months, 1.0);
    constexpr std::array spacing{1, 2, 3, 6, 12, 24, 60, 120};
    int every = spacing.back();
    for (auto step = spacing.rbegin(); step != spacing.rend(); ++step)
      if (*step * a_month >= room) every = *step;
    Date month = month_of(days_.first().year(), days_.first().month()).first();
    while (month < days_.first() || ((month.year() * 12 + month.month() - 1) % every) != 3 % every)
      month = add_months(month, 1);
    double taken = left_ - room;  // up to where names stand already
    for (; month <= days_.last(); month = add_months(month, every)) {
      const double x = at(month);
      svg.line("axis", x, y + 4, x, bottom);
      const bool fits = x + room <= wide;  // else it stands in front of its line, if there is room
      if (!fits && x - room < taken) continue;
      svg.text(x, y, month_and_year(month), fits ? Anchor::start : Anchor::end, "soft");
      taken = fits ? x + room : x;
    }
  }

 private:
  DateRange days_;
  double left_, right_;
};

std::string in_days(const DateRange& days) {
  return in_words(days.first()) + " to " + in_words(days.last());
}

std::string label_of(const Chart& chart) {
  return chart.title + (chart.says.empty() ? "" : ". " + chart.says);
}

/// Strokes for tones, so that they differ without colour. They are drawn one by one, since patterns
/// become pictures of many bytes where a page is printed.
std::string hatch_of(Tone tone, double x, double y, double w, double h) {
  constexpr double step = 6, least = 4;
  if (w < least) return {};
  const int count = std::max(1, static_cast<int>(w / step));
  const double along = std::min(step, w);
  std::string d = "M" + px(x) + " " + px(y + h), stroke;
  switch (tone) {
    case Tone::fair:
      stroke = "l" + px(along) + "-" + px(h) + "m0 " + px(h);
      break;
    case Tone::bad:  // up and down again
      stroke = "l" + px(along / 2) + "-" + px(h) + "l" + px(along / 2) + " " + px(h);
      break;
    case Tone::coming:
      d = "M" + px(x - along / 2) + " " + px(y + h);
      stroke = "m" + px(along) + " 0v-" + px(h) + "m0 " + px(h);
      break;
    case Tone::quiet:
      return "M" + px(x) + " " + px(y + h / 2) + "h" + px(w);
    default:
      return {};
  }
  for (int i = 0; i < count; ++i) d += stroke;
  return d;
}

void write_tone(Svg& svg, Tone tone, double x, double y, double w, double h,
                std::string_view title = {}) {
  const std::string name(to_string(tone));
  svg.rect("s s-" + name, x, y, w, h, {}, title);
  if (const std::string d = hatch_of(tone, x, y, w, h); !d.empty()) svg.path("h h-" + name, d);
}

/// What stands for what, each once, as first drawn; returns where it ends.
double write_key(Svg& svg, const Strips& strips, double y) {
  constexpr double box = 22, gap = 18, high = 20;
  std::vector<const Strips::Stretch*> kinds;
  for (const auto& strip : strips.strips)
    for (const auto& stretch : strip.stretches)
      if (std::ranges::none_of(
              kinds, [&](const Strips::Stretch* kind) { return kind->word == stretch.word; }))
        kinds.push_back(&stretch);
  double x = 0;
  for (const Strips::Stretch* kind : kinds) {
    const std::string words = kind->letter.empty() ? kind->word : kind->letter + " " + kind->word;
    const double width = box + 6 + width_of(words) + gap;
    if (x + width > wide && x > 0) {
      x = 0;
      y += high;
    }
    write_tone(svg, kind->tone, x, y, box, 14);
    svg.text(x + box + 6, y + 11, words);
    x += width;
  }
  return y + high;
}

/// Some of the strips, with an axis of their own; the last ones with the key.
std::string draw(const Chart& chart, const Strips& strips, std::size_t begin, std::size_t end) {
  double label = 40;
  for (const auto& strip : strips.strips) label = std::max(label, width_of(strip.label) + 12);
  label = std::min(label, 240.0);
  const double high = strips.strips.size() > 25 ? 15 : 20, top = 22;
  const double bottom = top + high * static_cast<double>(end - begin);
  const DayScale scale(strips.days, label, wide);
  const std::string which =
      begin == 0 && end == strips.strips.size()
          ? ""
          : " Lines " + std::to_string(begin + 1) + " to " + std::to_string(end) + ".";
  Svg svg(wide, label_of(chart) + which);
  scale.write_axis(svg, 12, bottom);
  double y = top;
  for (std::size_t i = begin; i < end; ++i) {
    const auto& strip = strips.strips[i];
    svg.text(0, y + high / 2 + 4, shortened(strip.label, label - 8));
    for (const auto& stretch : strip.stretches) {
      const double x = scale.at(stretch.days.first()), width = scale.after(stretch.days.last()) - x;
      write_tone(svg, stretch.tone, x, y + 1.5, width, high - 3,
                 strip.label + ": " + stretch.word + ", " + in_days(stretch.days));
      if (!stretch.letter.empty() && width >= width_of(stretch.letter) + 4)
        svg.text(x + width / 2, y + high / 2 + 4, stretch.letter, Anchor::middle,
                 "t-" + std::string(to_string(stretch.tone)));
    }
    for (const auto& mark : strip.marks)
      if (strips.days.contains(mark.day))
        svg.line("due", scale.after(mark.day), y + 1, scale.after(mark.day), y + high - 1);
    y += high;
  }
  if (chart.as_at && strips.days.contains(*chart.as_at))
    svg.line("now", scale.after(*chart.as_at), top - 4, scale.after(*chart.as_at), bottom);
  return svg.take(end == strips.strips.size() ? write_key(svg, strips, bottom + 10) : bottom + 4);
}

/// In parts of which each fits on a sheet of paper.
std::string draw(const Chart& chart, const Strips& strips) {
  constexpr std::size_t most = 30;
  std::string out;
  for (std::size_t begin = 0; begin == 0 || begin < strips.strips.size(); begin += most)
    out += draw(chart, strips, begin, std::min(begin + most, strips.strips.size()));
  return out;
}

/// A round number of which not more than five steps are needed.
double step_for(double range) {
  double step = 1;
  while (step * 5 < range) step *= 10;
  while (step > range && step > 1e-6) step /= 10;
  for (const double factor : {1.0, 2.0, 5.0})
    if (step * factor * 5 >= range) return step * factor;
  return step * 10;
}

std::string draw(const Chart& chart, const Curves& curves) {
  const bool small = curves.drawn == Curves::Drawn::lines;
  const double width = small ? narrow : wide, high = small ? 96 : 260;
  const double left = small ? 6 : 40, right = small ? width - 6 : width - 130;
  const double top = 22, bottom = high - 22;
  std::optional<double> least, most;
  for (const auto& curve : curves.curves)
    for (const auto& point : curve.points)
      if (point.value) {
        least = least ? std::min(*least, *point.value) : *point.value;
        most = most ? std::max(*most, *point.value) : *point.value;
      }
  Svg svg(width, label_of(chart));
  if (!least) return svg.take(high);
  double low = small ? *least : std::min(0.0, *least), up = *most;
  if (up <= low) up = low + 1;
  const double step = step_for(up - low);
  if (!small) up = std::ceil(up / step) * step;
  const DayScale scale(curves.days, left, right);
  const auto y_of = [&](double value) {
    return bottom - (bottom - top) * (value - low) / (up - low);
  };
  if (small) {
    svg.line("axis", left, bottom + 6, right, bottom + 6);
  } else {
    scale.write_axis(svg, 12, bottom);
    for (double tick = low; tick <= up + step / 2; tick += step) {
      svg.line("axis", left, y_of(tick), right, y_of(tick));
      svg.text(left - 6, y_of(tick) + 4, px(tick), Anchor::end, "soft");
    }
  }
  double free = top;  // labels at the right stand below each other
  for (std::size_t c = 0; c < curves.curves.size(); ++c) {
    const auto& curve = curves.curves[c];
    std::string d;
    const Curves::Point* last = nullptr;
    bool open = false;
    for (const auto& point : curve.points) {
      if (!point.value) {
        open = false;
        continue;
      }
      const double x = scale.at(point.day), y = y_of(*point.value);
      if (!open || point.broken)
        d += "M" + px(x) + " " + px(y);
      else if (curves.drawn == Curves::Drawn::steps)
        d += "H" + px(x) + "V" + px(y);
      else
        d += "L" + px(x) + " " + px(y);
      open = true;
      if (small) svg.dot(x, y);
      last = &point;
    }
    svg.path(c == 0 ? "line" : "line two", d);
    if (last == nullptr || small) continue;
    const double y = std::max(free, y_of(*last->value) + 4);
    svg.line(c == 0 ? "line" : "line two", right + 6, y - 4, right + 24, y - 4);
    svg.text(right + 28, y, curve.label + " " + last->text);
    free = y + 16;
  }
  if (small) {  // the first and the last number, and when
    const auto& points = curves.curves.front().points;
    const auto has = [](const Curves::Point& point) { return point.value.has_value(); };
    const auto first = std::ranges::find_if(points, has);
    const auto last = std::find_if(points.rbegin(), points.rend(), has);
    svg.text(left, 12, first->text);
    svg.text(right, 12, last->text, Anchor::end);
    svg.text(left, high - 2, month_and_year(first->day), Anchor::start, "soft");
    svg.text(right, high - 2, month_and_year(last->day), Anchor::end, "soft");
  } else if (chart.as_at && curves.days.contains(*chart.as_at)) {
    svg.line("now", scale.after(*chart.as_at), top - 4, scale.after(*chart.as_at), bottom);
  }
  return svg.take(high);
}

std::string draw(const Chart& chart, const Grid& grid) {
  double label = 40;
  std::int64_t most = 1;
  for (const auto& line : grid.lines) {
    label = std::max(label, width_of(line.label) + 12);
    for (const auto& number : line.numbers) most = std::max(most, number.value_or(0));
  }
  label = std::min(label, 240.0);
  const double across = std::min(
      76.0, (wide - label) / static_cast<double>(std::max<std::size_t>(1, grid.heads.size())));
  const double top = 22, high = 24;
  Svg svg(wide, label_of(chart));
  for (std::size_t i = 0; i < grid.heads.size(); ++i)
    svg.text(label + across * (static_cast<double>(i) + 0.5), 12, grid.heads[i], Anchor::middle,
             "soft");
  double y = top;
  for (const auto& line : grid.lines) {
    svg.text(0, y + high / 2 + 4, shortened(line.label, label - 8));
    for (std::size_t i = 0; i < line.numbers.size(); ++i) {
      const double x = label + across * static_cast<double>(i);
      if (!line.numbers[i]) continue;
      const double share = static_cast<double>(*line.numbers[i]) / static_cast<double>(most);
      svg.rect("heat", x + 1, y + 1, across - 2, high - 2,
               " fill-opacity=\"" + px(0.5 * std::round(share * 10) / 10) + "\"");
      svg.text(x + across / 2, y + high / 2 + 4, std::to_string(*line.numbers[i]), Anchor::middle);
    }
    y += high;
  }
  return svg.take(y + 4);
}

std::string draw(const Chart& chart, const Bars& bars) {
  double label = 40, text = 40;
  std::int64_t most = 1;
  for (const auto& bar : bars.bars) {
    label = std::max(label, width_of(bar.label) + 12);
    text = std::max(text, width_of(bar.text) + 12);
    most = std::max({most, bar.least.value_or(0), bar.most.value_or(0)});
  }
  label = std::min(label, 240.0);
  text = std::min(text, 240.0);
  const double room = wide - label - text, high = 22;
  const auto length = [&](std::int64_t days) {
    return room * static_cast<double>(days) / static_cast<double>(most);
  };
  Svg svg(wide, label_of(chart));
  double y = 2;
  for (const auto& bar : bars.bars) {
    svg.text(0, y + high / 2 + 4, shortened(bar.label, label - 8));
    double end = label;
    if (bar.least) {
      svg.rect("bar", label, y + 4, length(*bar.least), high - 8);
      end += length(*bar.least);
      const double rest = bar.most ? length(*bar.most - *bar.least) : room - length(*bar.least);
      if (rest > 0) svg.rect("maybe", end, y + 4, rest, high - 8);
      end += rest;
    }
    svg.text(end + 6, y + high / 2 + 4, bar.text);
    y += high;
  }
  return svg.take(y + 4);
}

}  // namespace

std::string as_svg(const Chart& chart) {
  return std::visit([&](const auto& shape) { return draw(chart, shape); }, chart.shape);
}

}  // namespace safegov::internal
