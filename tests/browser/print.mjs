// The page on paper: every word is there, long tables say on every sheet what their columns are, nothing hangs alone.
// SPDX-License-Identifier: Apache-2.0

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { on } from "./browser.mjs";

/// The texts of the sheets, in the order in which they are painted.
export function sheets(pdf) {
  const folder = mkdtempSync(join(tmpdir(), "safegov-print-"));
  try {
    writeFileSync(join(folder, "page.pdf"), pdf);
    const text = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", join(folder, "page.pdf"), "-"], { encoding: "utf8", maxBuffer: 1e8 });
    return text.split("\f").slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/// Without what lines are broken at, so that a word can be looked for that is cut in two.
const flat = (text) => text.normalize("NFKC").replace(/[\s\u00ad\u200b]+/g, "");

export async function print({ browser, file }) {
  return on(browser, file, {}, async (page) => {
    const found = [];
    const { words, tables, heads, title, drawn } = await page.evaluate(() => ({
      title: document.title,
      drawn: [...document.querySelectorAll("svg")].map((svg) => [...svg.querySelectorAll("text")].map((text) => text.textContent).join(" ")),
      words: [...new Set(kit.texts().filter((text) => !text.parentElement.closest("label, output, button, .skip, [data-not-printed]"))
        .flatMap((text) => text.data.split(/\s+/)).filter(Boolean))],
      heads: [...document.querySelectorAll("h1, h2, h3, caption")].map((each) => each.textContent.trim()),
      tables: [...document.querySelectorAll("table")].filter((table) => table.tBodies[0]?.rows.length > 1).map((table) => ({
        name: table.id,
        heads: [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim()),
        rows: [...table.tBodies[0].rows].map((row) => row.textContent),
      })),
    }));
    const pages = sheets(await page.pdf({ preferCSSPageSize: true, format: "A4", printBackground: true }));
    const all = flat(pages.join(""));
    const back = /^(Back|to|the|top)$/;  // a link that leads nowhere on paper
    const lost = words.filter((word) => !all.includes(flat(word)) && !back.test(word));
    if (lost.length) found.push(`${lost.length} words are not on paper: ${lost.slice(0, 8).join(" ")}`);
    pages.forEach((text, at) => { if (flat(text).length < 20) found.push(`sheet ${at + 1} of ${pages.length} is empty`); });
    // Each sheet that has a row of a table, which no other table and no drawing has, has its heads.
    const flats = pages.map(flat);
    for (const table of tables) {
      const head = table.heads.map(flat);
      const own = table.rows.map(flat).filter((row) => row.length > 24 && tables.every((other) => other === table || !other.rows.map(flat).includes(row))
        && !drawn.some((text) => flat(text).includes(row)));
      const on = flats.map((text) => own.some((row) => text.includes(row)));
      flats.forEach((text, at) => {
        if (on[at] && !head.every((one) => text.includes(one)))
          found.push(`sheet ${at + 1} has rows of #${table.name} and not all of its heads`);
      });
      const sheetsOfIt = on.filter(Boolean).length;
      const times = flats.filter((text, at) => on[at] && text.includes(head.join(""))).length;
      if (table.heads.length > 2 && times < sheetsOfIt) found.push(`the heads of #${table.name} stand on ${times} of its ${sheetsOfIt} sheets`);
    }
    // No heading is the last line of a sheet.
    pages.forEach((text, at) => {
      const last = text.trimEnd().split("\n").at(-1).trim();
      if (heads.includes(last) && last !== title) found.push(`sheet ${at + 1} ends with the heading '${last}'`);
    });
    return [...new Set(found)].slice(0, 12);
  });
}
