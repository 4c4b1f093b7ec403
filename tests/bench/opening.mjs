// Measures what opening a page costs in Chromium, against an empty page in the same browser.
// SPDX-License-Identifier: Apache-2.0
//
// Usage: node tests/bench/opening.mjs [PAGE…]      (the packs of the examples by build/release/safegov, unless pages are given)
//
// What one opening is, tests/browser/opening.mjs says. The pages take turns; medians of 31 rounds are divided.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { launch, tools } from "../browser/browser.mjs";
import { GOAL, measure, withEmptyPage } from "../browser/opening.mjs";
import { PACKS } from "../browser/packs.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const room = mkdtempSync(join(tmpdir(), "safegov-pages-"));
process.on("exit", () => rmSync(room, { recursive: true }));

const pages = process.argv.slice(2).map((page) => resolve(page));
if (!pages.length)
  for (const { name, folder, options } of PACKS) {
    const page = execFileSync(join(root, "build/release/safegov"), ["pack", join(root, folder), ...options, "--format", "html"],
      { maxBuffer: 1e8 });
    writeFileSync(join(room, `${name}.html`), page);
    pages.push(join(room, `${name}.html`));
  }

const browser = await launch(tools(join(root, "build/browser")));
await withEmptyPage(async (empty) => {
  const [nothing, ...times] = await measure(browser, [empty, ...pages], 31);
  console.log(`Chromium ${browser.version()}; goal: at most ${GOAL} times an empty page\n`);
  console.log("| page | size | opening (clock) | against empty | processor | against empty | |\n|---|---|---|---|---|---|---|");
  const row = (name, bytes, { clock, processor }) => {
    const ratio = clock / nothing.clock;
    console.log(`| ${name} | ${Math.round(bytes / 1000)} kB | ${clock.toFixed(0)} ms | ${ratio.toFixed(2)}x | ${processor.toFixed(0)} ms | ` +
      `${(processor / nothing.processor).toFixed(2)}x | ${ratio <= GOAL ? "met" : "missed"} |`);
  };
  row("empty", statSync(empty).size, nothing);
  pages.forEach((page, at) => row(basename(page, ".html"), statSync(page).size, times[at]));
});
await browser.close();
