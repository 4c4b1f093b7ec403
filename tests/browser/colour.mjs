// Nothing says by its colour alone what it says, and what is drawn can be read: axe-core does not look into drawings.
// SPDX-License-Identifier: Apache-2.0

import { on } from "./browser.mjs";

/// Whatever has a colour of its own has words; shapes of several colours in one drawing have letters, or differ in
/// pattern, in how they are outlined, or so much in lightness that one tells them apart without colours.
export async function colourAlone({ browser, file }) {
  return on(browser, file, { details: true }, (page) => page.evaluate(() => {
    const said = [];
    const plain = (colour) => colour.slice(0, 3).map((part) => Math.round(part * 255)).join();
    for (const each of document.body.querySelectorAll("*")) {
      if (each.closest("svg") || !kit.shown(each) || each.matches("input, hr, progress, meter")) continue;
      const own = kit.rgba(getComputedStyle(each).backgroundColor);
      if (own[3] === 0 || plain(kit.backdrop(each)) === plain(kit.backdrop(each.parentElement))) continue;
      if (!each.textContent.trim() && !each.getAttribute("aria-label")) said.push(`has a colour and no word: ${kit.called(each)}`);
    }
    for (const svg of document.querySelectorAll("svg:not([aria-hidden=true], svg svg)")) {
      const name = kit.called(svg.closest("figure") ?? svg.parentElement);
      const letters = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim()).map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return [(left + right) / 2, (top + bottom) / 2];
      });
      const looks = new Map();  // by what shows without colour: the colours that have it, where no letter says more
      // Thin strokes right after a filled shape and upon it are its hatch; their class tells one from another.
      const boxed = (outer, inner) => inner.left >= outer.left - 2 && inner.right <= outer.right + 2 &&
        inner.top >= outer.top - 2 && inner.bottom <= outer.bottom + 2;
      const hatch_of = (shape) => {
        const next = shape.nextElementSibling;
        if (next?.localName !== "path" || shape.localName === "path") return null;
        const style = getComputedStyle(next);
        const thin = style.fill === "none" && style.stroke !== "none" && parseFloat(style.strokeWidth) < 2;
        return thin && boxed(shape.getBoundingClientRect(), next.getBoundingClientRect()) ? next : null;
      };
      const hatches = new Set([...svg.querySelectorAll("*")].map(hatch_of).filter(Boolean));
      for (const shape of svg.querySelectorAll("rect, circle, ellipse, polygon, path")) {
        if (hatches.has(shape)) continue;
        // In so little nothing can be drawn: its words are in its title and in the table.
        if (shape.getBoundingClientRect().width < 8 && shape.querySelector("title")) continue;
        if (shape.closest("defs, pattern, clipPath, mask") || !kit.shown(shape)) continue;
        const style = getComputedStyle(shape);
        const box = shape.getBoundingClientRect();
        const filled = style.fill !== "none" && kit.rgba(style.fill)[3] > 0;
        const colour = filled ? style.fill : style.stroke;
        if (colour === "none" || box.width * box.height === 0 && filled) continue;
        // A shape that is all of its drawing is its ground.
        const whole = svg.getBoundingClientRect();
        if (box.width > 0.95 * whole.width && box.height > 0.9 * whole.height) continue;
        if (filled && letters.some(([x, y]) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)) continue;
        const hatch = hatch_of(shape);
        const pattern = style.fill.startsWith("url(") ? style.fill : hatch ? `hatch ${hatch.getAttribute("class")}` : "";
        const dashes = style.stroke === "none" ? "" : style.strokeDasharray;
        const look = [shape.localName, filled, pattern, dashes, filled ? "" : style.strokeWidth].join("|");
        const ground = kit.backdrop(svg.parentElement);
        const seen = style.fill.startsWith("url(") ? null : kit.over(kit.rgba(colour), ground, kit.rgba(colour)[3] * style.fillOpacity);
        if (!looks.has(look)) looks.set(look, new Map());
        if (seen) looks.get(look).set(plain(seen), seen);
      }
      for (const [look, colours] of looks) {
        const all = [...colours.values()];
        for (let i = 0; i < all.length; ++i)
          for (let j = i + 1; j < all.length; ++j)
            if (kit.contrast(all[i], all[j]) < 3)
              said.push(`differ by colour alone (${plain(all[i])} and ${plain(all[j])}, ${look.split("|")[0]}): ${name}`);
      }
    }
    return [...new Set(said)].slice(0, 10);
  }));
}

const LOOKS = [{}, { scheme: "dark" }, { media: "print" }, { forced: true }];

/// Texts in drawings stand out from what is drawn behind them 4.5 to 1, curves and bars from the page 3 to 1; no text is
/// cut at an edge or painted over.
export async function drawings({ browser, file, looks = LOOKS }) {
  const found = [];
  for (const look of looks) {
    const said = await on(browser, file, { ...look, details: true }, (page) => page.evaluate(() => {
      const said = [];
      const colour_of = (fill) => {
        const id = /url\("?#([^")]*)/.exec(fill)?.[1];
        const first = id && document.getElementById(id)?.querySelector("rect, path");
        return kit.rgba(first ? getComputedStyle(first).fill : fill);
      };
      for (const svg of document.querySelectorAll("svg:not([aria-hidden=true], svg svg)")) {
        const page = kit.backdrop(svg.parentElement);
        const below = [];  // what is painted so far: its box and its colour
        const texts = [];
        const whole = svg.getBoundingClientRect();
        for (const each of svg.querySelectorAll("*")) {
          if (each.closest("defs, pattern, clipPath, mask") || !kit.shown(each)) continue;
          const style = getComputedStyle(each);
          const box = each.getBoundingClientRect();
          if (each.localName === "text") {
            const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
            let ground = page;
            for (const shape of below)
              if (x >= shape.box.left && x <= shape.box.right && y >= shape.box.top && y <= shape.box.bottom)
                ground = kit.over(shape.colour, ground, shape.colour[3] * shape.opacity);
            const ratio = kit.contrast(kit.over(kit.rgba(style.fill), ground), ground);
            if (!each.textContent.trim()) continue;
            if (ratio < 4.5) said.push(`a text of ${ratio.toFixed(1)} to 1: ${kit.called(each)}`);
            if (box.left < whole.left - 1 || box.right > whole.right + 1 || box.top < whole.top - 1 || box.bottom > whole.bottom + 1)
              said.push(`is cut at the edge: ${kit.called(each)}`);
            texts.push({ each, box });
            continue;
          }
          if (!["rect", "circle", "ellipse", "polygon", "path", "line", "polyline"].includes(each.localName)) continue;
          const filled = style.fill !== "none" && !["path", "line", "polyline"].includes(each.localName);
          if (filled)
            for (const text of texts)
              if (Math.min(text.box.right, box.right) - Math.max(text.box.left, box.left) > 1 &&
                  Math.min(text.box.bottom, box.bottom) - Math.max(text.box.top, box.top) > 3)
                said.push(`is painted over: ${kit.called(text.each)}`);
          if (filled) below.push({ box, colour: colour_of(style.fill), opacity: Number(style.fillOpacity) });
          // Lines as thick as curves say something; thinner ones only help to read.
          if (style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2) {
            const ratio = kit.contrast(kit.over(kit.rgba(style.stroke), page), page);
            if (ratio < 3) said.push(`a line of ${ratio.toFixed(1)} to 1: ${kit.called(svg.closest("figure") ?? svg)}`);
          }
        }
      }
      return said;
    }));
    const name = Object.keys(look).length ? Object.entries(look).flat().join(" ") : "light";
    found.push(...[...new Set(said)].slice(0, 5).map((each) => `${name}: ${each}`));
  }
  return found;
}
