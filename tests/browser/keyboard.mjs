// What can be reached and worked by keyboard alone: every stop in view and marked, sorting, filtering.
// SPDX-License-Identifier: Apache-2.0

import { on } from "./browser.mjs";

const MOST_STOPS = 400;

export async function keyboard({ browser, file }) {
  return on(browser, file, { height: 720 }, async (page) => {
    const found = [];
    await page.evaluate(rememberStops);
    await page.keyboard.press("Tab");
    const skip = await page.evaluate(() => {
      const at = document.activeElement;
      const box = at.getBoundingClientRect();
      const to = document.getElementById(at.hash?.slice(1) ?? "");
      return { to: to?.localName, seen: kit.shown(at) && box.left >= 0 && box.top >= 0 && box.width > 10 };
    });
    if (skip.to !== "main") return ["the first stop is no link that skips to the contents"];
    if (!skip.seen) found.push("the link that skips is not seen while it has the focus");
    let stops = 0;
    const kinds = new Set();
    const total = await page.evaluate(() => window.stops.length);
    do {
      const { kind, said, done } = await page.evaluate(lookAtStop);
      if (done) break;
      stops += 1;
      if (!kinds.has(kind) || !said.startsWith("is not marked")) if (said) found.push(said);
      kinds.add(kind);
      await page.keyboard.press("Tab");
    } while (stops < MOST_STOPS);
    if (stops < Math.min(total, MOST_STOPS)) found.push(`the tabulator reaches ${stops} of ${total} things that can be worked`);
    // Skipping works: what comes next is in or after the contents.
    await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); document.querySelector("a").focus(); });
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => Boolean(document.activeElement.closest("nav, header")) || document.activeElement === document.body))
      found.push("after the link that skips, the next stop is before the contents");
    return [...new Set(found)].slice(0, 10);
  });
}

/// In the page: what can be worked, and how it looks without the focus.
function rememberStops() {
  const parts = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "borderColor", "textDecorationLine"];
  window.look = (each) => Object.fromEntries(parts.map((part) => [part, getComputedStyle(each)[part]]));
  window.stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((each) => each.tabIndex >= 0 && kit.shown(each) && !each.disabled);
  window.before = new Map(window.stops.map((each) => [each, look(each)]));
}

/// In the page: whether the stop is in view and marked by something that stands out from what is around it.
function lookAtStop() {
  const at = document.activeElement;
  if (!at || at === document.body || window.before.get(at) === "seen") return { done: true };
  const before = window.before.get(at);
  const now = look(at);
  window.before.set(at, "seen");
  const around = kit.backdrop(at.parentElement);
  const kind = `${at.localName}.${at.className}`;
  const box = [...at.getClientRects()][0] ?? at.getBoundingClientRect();
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth)
    return { kind, said: `has the focus out of view: ${kit.called(at)}` };
  const top = document.elementFromPoint(x, y);
  if (top && !at.contains(top) && !top.contains(at)) return { kind, said: `has the focus behind ${kit.called(top)}: ${kit.called(at)}` };
  if (!before) return { kind, said: "" };
  const marks = [];
  if (now.outlineStyle !== "none" && parseFloat(now.outlineWidth) >= 2 && now.outlineStyle + now.outlineColor !== before.outlineStyle + before.outlineColor)
    marks.push(now.outlineColor === "auto" ? "rgb(0, 95, 204)" : now.outlineColor);
  if (now.boxShadow !== before.boxShadow) marks.push(...(now.boxShadow.match(/(rgba?|color)\([^)]*\)/g) ?? []));
  if (now.backgroundColor !== before.backgroundColor) marks.push(now.backgroundColor);
  const best = Math.max(0, ...marks.map((mark) => kit.contrast(kit.over(kit.rgba(mark), around), around)));
  return { kind, said: best >= 3 ? "" : `is not marked (${best.toFixed(1)} to 1) when it has the focus: ${kit.called(at)}` };
}

/// Lists of that many lines can be sorted and filtered.
const LONG = 12;

export async function sortAndFilter({ browser, file }) {
  return on(browser, file, { details: true }, async (page) => {
    const found = [];
    const long = await page.evaluate((least) => [...document.querySelectorAll("table")]
      .filter((table) => table.tBodies[0]?.rows.length >= least && !table.closest("details")).map((table) => table.id), LONG);
    for (const id of long.slice(0, 4)) {
      const heads = page.locator(`[id="${id}"] thead th`);
      for (let column = 0; column < (await heads.count()); ++column) {
        const button = heads.nth(column).locator("button");
        if (!(await button.count())) {
          found.push(`no button sorts by column ${column + 1} of #${id}`);
          continue;
        }
        await button.focus();
        for (const [key, order] of [["Enter", "ascending"], ["Space", "descending"]]) {
          await page.keyboard.press(key);
          found.push(...(await page.evaluate(lookAtOrder, { id, column, order })));
        }
      }
      found.push(...(await tryFilter(page, id)));
    }
    return [...new Set(found)];
  });
}

/// In the page: whether a column is in that order, and says so.
function lookAtOrder({ id, column, order }) {
  const table = document.getElementById(id);
  const heads = [...table.tHead.rows[0].cells];
  const name = `column ${column + 1} (${heads[column].textContent.trim()}) of #${id}`;
  if (heads[column].getAttribute("aria-sort") !== order) return [`aria-sort of ${name} does not say ${order}`];
  if (heads.filter((head) => head.hasAttribute("aria-sort")).length !== 1) return [`several columns of #${id} say that they are sorted`];
  const cells = [...table.tBodies[0].rows].map((row) => row.cells[column]);
  const values = cells.map((cell) => cell.querySelector("time")?.dateTime ?? cell.textContent.trim());
  const full = values.filter(Boolean);
  const days = cells.every((cell) => !cell.textContent.trim() || cell.querySelector("time"));
  const numbers = !days && full.every((value) => /^-?[\d.,]+%?$/.test(value));
  const compare = days ? (a, b) => (a < b ? -1 : a > b ? 1 : 0)
    : numbers ? (a, b) => parseFloat(a.replaceAll(",", "")) - parseFloat(b.replaceAll(",", ""))
      : new Intl.Collator("en-GB", { numeric: true }).compare;
  const wrong = full.findIndex((value, at) => at > 0 && compare(full[at - 1], value) * (order === "ascending" ? 1 : -1) > 0);
  const gaps = values.map(Boolean).join().replace(/true/g, "1").replace(/false/g, "0").replaceAll(",", "");
  if (/10+1/.test(gaps)) return [`${name} has empty cells amid its order`];
  return wrong < 0 ? [] : [`${name} is not ${order}: '${full[wrong - 1]}' before '${full[wrong]}'`];
}

async function tryFilter(page, id) {
  const input = page.locator(`[id="${id}"]`).locator("xpath=preceding::input[@type='search'][1]");
  if (!(await input.count())) return [`nothing filters #${id}`];
  const shown = () => page.evaluate((id) => [...document.getElementById(id).tBodies[0].rows]
    .filter(kit.shown).map((row) => row.textContent.toLowerCase()), id);
  const said = () => input.evaluate((each) => {
    const box = each.closest("section, div, form").querySelector("output, [role=status], [aria-live]");
    return box?.textContent.trim() ?? "";
  });
  const found = [];
  const all = await shown();
  const word = await page.evaluate((id) => {
    const words = document.getElementById(id).tBodies[0].rows[1].textContent.match(/[A-Za-z]{4,}/g) ?? ["a"];
    return words.sort((a, b) => b.length - a.length)[0].toLowerCase();
  }, id);
  const label = await input.evaluate((each) => each.labels?.[0]?.textContent.trim() || each.getAttribute("aria-label"));
  if (!label) found.push(`the filter of #${id} has no label`);
  await input.fill(word);
  const some = await shown();
  if (some.length !== all.filter((row) => row.includes(word)).length) found.push(`the filter of #${id} shows ${some.length} lines with '${word}'`);
  if (!(await said()).includes(String(some.length))) found.push(`the filter of #${id} does not say how many lines are left`);
  await input.fill("no such thing at all");
  if ((await shown()).length) found.push(`the filter of #${id} shows lines that have nothing of what is asked`);
  if (!(await said())) found.push(`the filter of #${id} does not say that nothing is left`);
  await input.fill("");
  if ((await shown()).length !== all.length) found.push(`the filter of #${id} does not bring back every line`);
  return found;
}
