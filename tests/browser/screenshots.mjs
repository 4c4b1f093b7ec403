// Photographs of the packs for people to look at: light, dark, without colours, 320 px wide, and printed.
// SPDX-License-Identifier: Apache-2.0
//
// Usage: node tests/browser/screenshots.mjs [PAGE…]      (the packs of the examples by build/dev/safegov, unless pages are given)
//
// They go to build/browser/pictures: PAGE-LOOK-NN.png, a screen each, and PAGE-print-NN.png, a sheet each.

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const { launch, on, tools } = await import(join(here, "browser.mjs"));
const { PACKS } = await import(join(here, "packs.mjs"));
const root = resolve(here, "../..");
const room = join(root, "build/browser/pictures");
const MOST = 40;  // screens of one page

const LOOKS = {
  light: { height: 1600 },
  dark: { height: 1600, scheme: "dark" },
  grey: { height: 1600 },
  small: { width: 320, height: 1400 },
};

rmSync(room, { recursive: true, force: true });
mkdirSync(room, { recursive: true });
const pages = process.argv.slice(2);
if (!pages.length)
  for (const { name, folder, options } of PACKS) {
    const page = execFileSync(join(root, "build/dev/safegov"), ["pack", join(root, folder), ...options, "--format", "html"], { maxBuffer: 1e8 });
    writeFileSync(join(room, `${name}.html`), page);
    pages.push(join(room, `${name}.html`));
  }

const browser = await launch(tools(join(root, "build/browser")));
for (const file of pages) {
  const name = basename(file, ".html");
  for (const [look, how] of Object.entries(LOOKS))
    await on(browser, file, how, async (page) => {
      if (look === "grey") {
        const session = await page.context().newCDPSession(page);
        await session.send("Emulation.setEmulatedVisionDeficiency", { type: "achromatopsia" });
      }
      const high = await page.evaluate(() => document.documentElement.scrollHeight);
      for (let screen = 0; screen * how.height < high && screen < MOST; ++screen) {
        await page.evaluate((top) => scrollTo(0, top), screen * how.height);
        await page.screenshot({ path: join(room, `${name}-${look}-${String(screen + 1).padStart(2, "0")}.png`), timeout: 120_000 });
      }
    });
  await on(browser, file, {}, async (page) => {
    const pdf = join(room, `${name}.pdf`);
    await page.pdf({ path: pdf, preferCSSPageSize: true, format: "A4", printBackground: true });
    execFileSync("pdftoppm", ["-r", "60", "-png", pdf, join(room, `${name}-print`)]);
  });
}
await browser.close();
console.log(`pictures are in ${room}`);
