// What opening a page costs in Chromium, against an empty page in the same browser.
// SPDX-License-Identifier: Apache-2.0
//
// One opening is a new tab in a running Chromium, with a process of its own, from asking for the file to the second frame
// after its load: by then it is read, laid out and painted. That is what somebody waits for who opens a link. The cost is
// the clock's, and beside it the processor's in all of Chromium's processes, which holds when the machine is busy. The
// start of Chromium itself is in neither: it would only make every page look cheap.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const GOAL = 3;  // times an empty page
const GUARD = 2;  // times the goal: tests share the machine with others; tests/bench/opening.mjs measures

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function once(browser, session, file) {
  const spent = async () => (await session.send("SystemInfo.getProcessInfo")).processInfo.reduce((sum, each) => sum + each.cpuTime, 0);
  const context = await browser.newContext();
  const before = await spent();
  const start = performance.now();
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const clock = performance.now() - start;
  const processor = ((await spent()) - before) * 1000;
  await context.close();
  return { clock, processor };
}

/// Medians in ms of as many rounds, in which the files take turns; the first round is not counted.
export async function measure(browser, files, rounds) {
  const session = await browser.newBrowserCDPSession();
  const times = files.map(() => ({ clock: [], processor: [] }));
  for (let round = 0; round <= rounds; ++round)
    for (const [at, file] of files.entries()) {
      const { clock, processor } = await once(browser, session, file);
      if (round === 0) continue;
      times[at].clock.push(clock);
      times[at].processor.push(processor);
    }
  await session.detach();
  return times.map(({ clock, processor }) => ({ clock: median(clock), processor: median(processor) }));
}

/// A file like any page with nothing in it, for as long as `act` takes.
export async function withEmptyPage(act) {
  const folder = mkdtempSync(join(tmpdir(), "safegov-empty-"));
  try {
    const file = join(folder, "empty.html");
    writeFileSync(file, '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>Empty</title></head><body></body></html>\n');
    return await act(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function opening({ browser, file, rounds = 7, advice = () => {} }) {
  return withEmptyPage(async (empty) => {
    const [nothing, page] = await measure(browser, [empty, file], rounds);
    const ratio = page.clock / nothing.clock;
    advice(`opening takes ${page.clock.toFixed(0)} ms, an empty page ${nothing.clock.toFixed(0)} ms: ${ratio.toFixed(2)} times; ` +
      `of processor time ${page.processor.toFixed(0)} and ${nothing.processor.toFixed(0)} ms: ${(page.processor / nothing.processor).toFixed(2)} times`);
    return ratio > GOAL * GUARD ? [`opening costs ${ratio.toFixed(1)} times an empty page; the goal is ${GOAL}`] : [];
  });
}
