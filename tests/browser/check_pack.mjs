// Holds pages that safegov makes to what people need who read them: checks.mjs says what.
// SPDX-License-Identifier: Apache-2.0
//
// Usage: check_pack.mjs FOLDER PAGE… [--only CHECK]       pages that are there
//        check_pack.mjs FOLDER --made-by SAFEGOV ROOT     the packs of the examples, made now
//
// FOLDER is where ./dev puts what drives Chromium. Without it the test is skipped (77), unless SAFEGOV_NEED_ORACLES says
// that it must be there. What is told with "advice" is no fault.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { launch, tools } from "./browser.mjs";
import { checks } from "./checks.mjs";
import { LATER, PACKS } from "./packs.mjs";

const [folder, ...rest] = process.argv.slice(2);
const here = tools(folder);
const room = mkdtempSync(join(tmpdir(), "safegov-pages-"));
process.on("exit", () => rmSync(room, { recursive: true }));

let only = Object.keys(checks);
let pages = rest;
if (rest[0] === "--made-by") {
  const [tool, root] = rest.slice(1);
  pages = PACKS.map(({ name, folder, options }) => {
    const page = execFileSync(tool, ["pack", join(root, folder), ...options, "--format", "html"], { maxBuffer: 1e8 });
    writeFileSync(join(room, `${name}.html`), page);
    return join(room, `${name}.html`);
  });
} else if (rest.at(-2) === "--only") {
  only = [rest.at(-1)];
  pages = rest.slice(0, -2);
}

let [passed, failed] = [0, 0];
const browser = await launch(here);
for (const [at, file] of pages.entries()) {
  for (const name of only) {
    if (at && LATER.leftOut.includes(name)) continue;
    const looks = at ? LATER.looks[name] : undefined;
    const advice = (line) => console.log(`advice: ${name}: ${line}`);
    const start = performance.now();
    const found = await checks[name]({ browser, file, axe: here.axe, looks, advice })
      .catch((error) => [`could not be tried: ${error.message.split("\n")[0]}`]);
    console.log(`${basename(file)}: ${name}: ${Math.round(performance.now() - start)} ms`);
    for (const line of found) console.log(`failed: ${name}: ${line}`);
    if (found.length) failed += 1;
    else passed += 1;
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
