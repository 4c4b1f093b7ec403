// What a page that is handed on must hold to: each check opens it and says what it finds wrong, in sentences.
// SPDX-License-Identifier: Apache-2.0
//
//   const said = await checks.reflow({ browser, file, axe });  // [] if all is well
//
// `looks`, where given, are the ways in which to look at it, instead of all that matter to the check.

import { readFileSync } from "node:fs";

import { on } from "./browser.mjs";
import { colourAlone, drawings } from "./colour.mjs";
import { keyboard, sortAndFilter } from "./keyboard.mjs";
import { opening } from "./opening.mjs";
import { print } from "./print.mjs";

/// No request but for the file, and nothing to complain of.
async function network({ browser, file }) {
  return on(browser, file, { details: true }, async (page, { url, asked, complaints }) => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    // What a policy of the page forbids is never asked for; it is written there all the same.
    const written = await page.evaluate(() => {
      const inside = (address) => /^(data:|#|$)/.test(address.trim());
      const parts = [...document.querySelectorAll("[src], [srcset], link[href], object[data], image, use, form[action]")]
        .flatMap((each) => ["src", "srcset", "href", "xlink:href", "data", "action"].map((name) => each.getAttribute(name)))
        .filter((address) => address !== null && !inside(address));
      const styles = [...document.querySelectorAll("style, [style]")]
        .flatMap((each) => [...(each.getAttribute("style") ?? each.textContent).matchAll(/@import|url\(\s*["']?([^"')]*)/g)])
        .filter((match) => match[1] === undefined || !inside(match[1])).map((match) => match[0]);
      return [...parts, ...styles];
    });
    return [
      ...asked.filter((each) => each !== url && !each.startsWith("data:")).map((each) => `asks for ${each}`),
      ...written.map((each) => `names something outside: ${each}`),
      ...complaints.map((each) => `Chromium complains: ${each}`),
    ];
  });
}

export const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const LOOKS = [
  { width: 1280 },
  { width: 1280, scheme: "dark" },
  { width: 320, height: 640 },
  { width: 1280, forced: true },
  { width: 1280, media: "print" },
];

/// axe-core at WCAG 2.2 AA, however the page is looked at; what it calls best practice is told and no fault.
async function accessible({ browser, file, axe, looks = LOOKS, advice = () => {} }) {
  const found = [];
  for (const look of looks) {
    const name = Object.entries(look).map(([key, value]) => `${key} ${value}`).join(", ");
    const rules = look.media === "print" ? { "target-size": { enabled: false } } : {};  // paper is not touched
    await on(browser, file, { ...look, details: true }, async (page) => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(
        ([tags, rules]) => axe.run(document, { runOnly: tags, rules, resultTypes: ["violations"] }),
        [[...AXE_TAGS, "best-practice"], rules]);
      for (const { id, help, tags, nodes } of violations) {
        const line = `${id} (${name}): ${help}: ${nodes.length} times, first ${nodes[0].target} ${nodes[0].html.slice(0, 160)}` +
          ` ${nodes[0].any[0]?.message ?? ""}`;
        if (tags.some((tag) => AXE_TAGS.includes(tag))) found.push(line);
        else advice(line);
      }
    });
  }
  return found;
}

/// 320 × 256 is 1280 × 1024 at 400 %.
const SIZES = [
  ...[[320, 640], [320, 256], [768, 1024], [1280, 900]].flatMap(([width, height]) => [{ width, height }, { width, height, spacing: true }]),
  { width: 1000, height: 700, media: "print" },
];

/// On a small screen, at 400 %, or with wider spacing the page does not scroll sideways and no text is cut or tiny.
async function reflow({ browser, file, looks = SIZES }) {
  const found = [];
  for (const look of looks) {
    const how = { ...look, details: true };
    const said = await on(browser, file, how, (page) => page.evaluate(() => {
      const said = [];
      const root = document.scrollingElement;
      const scrolls = (each) => /auto|scroll/.test(getComputedStyle(each).overflowX);
      const within = (each) => { for (let at = each.parentElement; at; at = at.parentElement) if (scrolls(at)) return true; };
      if (root.scrollWidth > innerWidth) {
        const wide = [...document.body.querySelectorAll("*")].filter(
          (each) => each.getBoundingClientRect().right + scrollX > innerWidth + 0.5 && kit.shown(each) && !within(each));
        said.push(`scrolls sideways: ${root.scrollWidth} px; ${wide.slice(-3).map(kit.called).join(", ")}`);
      }
      for (const each of document.body.querySelectorAll("*")) {
        if (!kit.shown(each) || each.closest("svg")) continue;
        const style = getComputedStyle(each);
        const hangs = each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1;
        if (hangs && scrolls(each) && !each.matches("input, textarea, select")) {
          const named = each.getAttribute("aria-label") || each.getAttribute("aria-labelledby");
          if (each.tabIndex < 0 || !each.getAttribute("role") || !named)
            said.push(`scrolls by itself without focus, role and name: ${kit.called(each)}`);
        }
        if (hangs && /hidden|clip/.test(style.overflowX) && each.textContent.trim())
          said.push(`cuts text: ${kit.called(each)}`);
      }
      for (const text of kit.texts()) {
        const each = text.parentElement;
        if (!kit.shown(each)) continue;
        const zoom = each instanceof SVGElement ? each.getScreenCTM().a : 1;
        const size = parseFloat(getComputedStyle(each).fontSize) * zoom;
        // A picture that somebody else drew may be smaller, and as wide as the paper: what it shows stands beside it as a list.
        const least = !each.closest(".picture") ? 9 : matchMedia("print").matches ? 0 : 8;
        if (size < least) said.push(`text of ${size.toFixed(1)} px: ${kit.called(each)}`);
        if (!each.closest("h1, h2, h3, caption, th, summary, label, nav, dt")) continue;
        for (const word of text.data.matchAll(/[A-Za-z]{2,14}/g)) {
          const range = document.createRange();
          range.setStart(text, word.index);
          range.setEnd(text, word.index + word[0].length);
          if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1)
            said.push(`cuts the word '${word[0]}': ${kit.called(each)}`);
        }
      }
      return said;
    }));
    const name = `${how.width} × ${how.height} px${how.spacing ? ", wider spacing" : how.media ? ", printed" : ""}`;
    found.push(...few(said).map((each) => `${name}: ${each}`));
  }
  return found;
}

/// The first of each kind, and how many there are: a fault of one rule is one fault however often it shows.
function few(said) {
  const kinds = new Map();
  for (const each of new Set(said)) {
    const kind = each.replace(/[:'].*|[\d.]+/g, "");
    kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
  }
  return [...kinds.values()].flatMap((all) => (all.length > 2 ? [...all.slice(0, 2), `${all[0].replace(/[:'].*/, "")}: ${all.length} in all`] : all));
}

/// Whatever can be read with script can be read without.
async function withoutScript({ browser, file }) {
  const read = (script) => on(browser, file, { script }, (page) => page.evaluate(() => {
    const words = new Set();
    const hidden = [];
    for (const text of kit.texts()) {
      const each = text.parentElement;
      if (each.closest("label, output, [role=status], [aria-live], noscript")) continue;
      if (!kit.shown(each) && !each.closest("details")) hidden.push(kit.called(each));
      else text.data.split(/\s+/).filter(Boolean).forEach((word) => words.add(word));
    }
    return { words: [...words], hidden, rows: document.querySelectorAll("tr").length };
  }));
  const [without, full] = [await read(false), await read(true)];
  const there = new Set(without.words);
  const lost = full.words.filter((word) => !there.has(word));
  return [
    ...without.hidden.slice(0, 5).map((each) => `is hidden without script: ${each}`),
    ...(lost.length ? [`${lost.length} words are there with script only: ${lost.slice(0, 5).join(" ")}`] : []),
    ...(full.rows > without.rows ? [`${full.rows - without.rows} rows of tables are there with script only`] : []),
  ];
}

/// What assistive technology goes by.
async function structure({ browser, file }) {
  return on(browser, file, {}, (page) => page.evaluate(() => {
    const said = [];
    const all = (what, from = document) => [...from.querySelectorAll(what)];
    if (!document.documentElement.lang) said.push("no language");
    if (!document.title.trim()) said.push("no title");
    for (const [what, count] of [["h1", 1], ["main", 1], ["meta[name=viewport]", 1], ["meta[charset]", 1]])
      if (all(what).length !== count) said.push(`${all(what).length} of ${what}`);
    if (/user-scalable\s*=\s*no|maximum-scale/.test(all("meta[name=viewport]")[0]?.content)) said.push("forbids zooming");
    let before = 0;
    for (const head of all("h1, h2, h3, h4, h5, h6")) {
      const level = Number(head.localName[1]);
      if (level > before + 1) said.push(`a heading of level ${level} after one of ${before}: ${kit.called(head)}`);
      if (!head.textContent.trim()) said.push(`an empty ${head.localName}`);
      before = level;
    }
    const ids = all("[id]").map((each) => each.id);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) said.push(`the id ${id} is there twice`);
    for (const link of all("a[href^='#']"))
      if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) said.push(`leads nowhere: ${link.getAttribute("href")}`);
    const contents = new Set(all("nav a[href^='#']").map((link) => decodeURIComponent(link.hash.slice(1))));
    if (!all("main section").length) said.push("no sections");
    for (const section of all("main > section")) {
      if (!contents.has(section.id)) said.push(`the contents leave out ${kit.called(section)}`);
      if (!section.querySelector("h2")) said.push(`no heading: ${kit.called(section)}`);
    }
    for (const table of all("table")) {
      const name = kit.called(table);
      const heads = all("thead th", table);
      if (!table.caption?.textContent.trim() && !table.getAttribute("aria-label") && !table.getAttribute("aria-labelledby"))
        said.push(`a table without a caption: ${name}`);
      if (!heads.length || !heads.every((head) => head.scope === "col")) said.push(`heads without scope=col: ${name}`);
      if (!heads.every((head) => head.textContent.trim())) said.push(`an empty head: ${name}`);
      for (const row of all("tbody tr", table)) {
        const cells = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
        if (cells !== heads.length) said.push(`${cells} cells below ${heads.length} heads: ${name}`);
      }
    }
    for (const figure of all("figure")) {
      const svg = figure.querySelector("svg");
      if (svg && !figure.querySelector("details table, details ul, details ol"))
        said.push(`no table of what is drawn: ${kit.called(figure)}`);
    }
    for (const svg of all("svg:not([aria-hidden=true], svg svg)")) {
      const by = (svg.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join("");
      if (svg.getAttribute("role") !== "img" || !(svg.getAttribute("aria-label") || by.trim()))
        said.push(`a picture without role and name: ${kit.called(svg.parentElement)}`);
    }
    for (const details of all("details"))
      if (!details.querySelector(":scope > summary")?.textContent.trim()) said.push(`details that do not say what they are`);
    return [...new Set(said)];
  }));
}

export const LARGEST = 300_000;  // bytes, without a diagram that somebody else drew

async function size({ browser, file }) {
  const bytes = readFileSync(file).length;
  const diagram = await on(browser, file, {}, (page) => page.evaluate(() =>
    [...document.querySelectorAll(".picture svg")].reduce((sum, svg) => sum + new Blob([svg.outerHTML]).size, 0)));
  return bytes - diagram > LARGEST ? [`${bytes - diagram} bytes without its diagram; ${LARGEST} are allowed`] : [];
}

export const checks = {
  structure, network, reflow, withoutScript, keyboard, sortAndFilter, colourAlone, drawings, print, size, opening, accessible,
};
