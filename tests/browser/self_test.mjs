// Each check finds the faults that it is for, and nothing in a page that has none.
// SPDX-License-Identifier: Apache-2.0
//
// Usage: self_test.mjs FOLDER     (where ./dev puts what drives Chromium)

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { launch, tools } from "./browser.mjs";
import { checks } from "./checks.mjs";
import { sound } from "./sound.mjs";

const instead = (from, to) => (page) => {
  if (!page.includes(from)) throw new Error(`the sound page has no ${from}`);
  return page.replaceAll(from, to);
};
const both = (one, other) => (page) => other(one(page));
const style = (rules) => instead("</style>", `${rules}</style>`);
const within = (html) => instead("<footer>", `${html}<footer>`);
const script = (code) => instead("</script>", `${code}</script>`);

const SMALL = { width: 320, height: 640 };
const LARGE = { width: 1280 };

/// Which check, what it must say, how the fault is made, and where one look is enough, that one.
const FAULTS = [
  ["structure", /no language/, instead('<html lang="en-GB">', "<html>")],
  ["structure", /no title/, instead("<title>Pack for the board</title>", "<title></title>")],
  ["structure", /level 4 after one of 2/, within("<h4>Deep</h4>")],
  ["structure", /overdue is there twice/, within('<p id="overdue">Again</p>')],
  ["structure", /leads nowhere/, within('<a href="#gone">Gone</a>')],
  ["structure", /contents leave out/, instead('<li><a href="#section-ratings">Ratings</a></li>', "")],
  ["structure", /without a caption/, instead("<caption>What is owed, by whom</caption>", "")],
  ["structure", /heads without scope/, instead('<th scope="col">What</th>', "<th>What</th>")],
  ["structure", /3 cells below 4 heads/, instead("<td>promise-7</td>", "")],
  ["structure", /no table of what is drawn/, instead('<table id="ratings">', '<p>Nothing.</p></details></figure><table id="ratings">')],
  ["structure", /picture without role/, instead('role="img"', "")],
  ["structure", /forbids zooming/, instead("initial-scale=1", "initial-scale=1, user-scalable=no")],
  ["network", /asks for .*style\.css/, instead("<style>", '<link rel="stylesheet" href="style.css"><style>')],
  ["network", /asks for|names something outside/, within('<img src="http://127.0.0.1:9/picture.png" alt="A picture">')],
  ["network", /names something outside: .*font/, style('@font-face { font-family: x; src: url("font.woff2") }')],
  ["network", /complains.*went wrong/, script('console.error("went wrong")')],
  ["network", /complains.*is not defined/, script("missing()")],
  ["reflow", /320 .*scrolls sideways/, within('<p style="width: 400px">Too wide.</p>'), SMALL],
  ["reflow", /320 .*wider spacing: scrolls sideways/, within('<p style="white-space: nowrap; font: 16px monospace">A line that just fits in there</p>'), { ...SMALL, spacing: true }],
  ["reflow", /scrolls by itself without/, within('<div style="overflow-x: auto"><p style="width: 2000px">Wide.</p></div>'), LARGE],
  ["reflow", /cuts text/, within('<p style="width: 90px; overflow: hidden; white-space: nowrap">promise-1/of-2/this</p>'), LARGE],
  ["reflow", /text of .* px/, within('<p style="font-size: 8px">Small print.</p>'), LARGE],
  ["reflow", /cuts the word/, within('<h2 style="width: 20px">Narrow</h2>'), LARGE],
  ["reflow", /printed: cuts the word/, style("@media print { caption { width: 20px; overflow-wrap: anywhere } table { display: block; width: 30px }  caption { display: block } }"), { width: 1000, height: 700, media: "print" }],
  ["withoutScript", /hidden without script/, style("main > section { visibility: hidden }")],
  ["withoutScript", /words are there with script only/, script('document.querySelector("main").append("Later words")')],
  ["withoutScript", /rows of tables are there with script only/, script("body.append(body.rows[0].cloneNode(true))")],
  ["keyboard", /first stop is no link/, instead('<a class="skip" href="#main">Skip to the contents</a>', "")],
  ["keyboard", /not seen while it has the focus/, instead(".skip:focus { left: 1rem;", ".skip:focus { left: -99vw;")],
  ["keyboard", /is not marked/, style(":focus-visible { outline: none }")],
  ["keyboard", /is not marked/, style(":focus-visible { outline-color: #eee !important }")],
  ["keyboard", /next stop is before/, script('document.querySelector(".skip").addEventListener("click", (e) => e.preventDefault())')],
  ["keyboard", /the tabulator reaches/, script('document.querySelectorAll("nav a")[1].addEventListener("focus", () => document.querySelector("nav a").focus())')],
  ["keyboard", /behind/, within('<div style="position: fixed; inset: 0; background: #fff; opacity: .01">Cover</div>')],
  ["sortAndFilter", /no button sorts/, instead("head.append(button);", "head.append(...button.childNodes);")],
  ["sortAndFilter", /aria-sort/, instead('head.setAttribute("aria-sort"', 'head.setAttribute("data-sort"')],
  ["sortAndFilter", /several columns/, instead('each.removeAttribute("aria-sort")', "each")],
  ["sortAndFilter", /Last day.*is not ascending/, instead('cell.querySelector("time")?.dateTime ?? ', "")],
  ["sortAndFilter", /nothing filters/, instead('type="search"', 'type="text"')],
  ["sortAndFilter", /no label/, instead('for="filter"', "")],
  ["sortAndFilter", /does not say/, instead("<output></output>", "")],
  ["sortAndFilter", /does not bring back/, instead("row.hidden = !", "row.hidden ||= !")],
  ["colourAlone", /has a colour and no word/, within('<p><span class="bad" style="display: inline-block; width: 1em; height: 1em"></span></p>')],
  ["colourAlone", /differ by colour alone/, both(
    instead('<text x="65" y="21">G</text>', ""), instead('<text class="t-bad" x="165" y="21">R</text>', ""))],
  ["drawings", /light: a text of/, style("svg .t-bad { fill: #d99 }"), {}],
  ["drawings", /scheme dark: a text of/, style("@media (prefers-color-scheme: dark) { svg text { fill: #555 } }"), { scheme: "dark" }],
  ["drawings", /media print: a text of/, style("@media print { svg text { fill: #bbb } }"), { media: "print" }],
  ["drawings", /a line of/, style("svg .curve { stroke: #ddd }"), {}],
  ["drawings", /cut at the edge/, instead('<path class="curve"', '<text x="270" y="60">to the far edge</text><path class="curve"'), {}],
  ["drawings", /painted over/, instead('<path class="curve"', '<text x="20" y="60">below</text><rect class="good" x="30" y="40" width="50" height="30"/><path class="curve"'), {}],
  ["print", /words are not on paper/, style("@media print { footer { display: none } }")],
  ["print", /words are not on paper/, style("@media print { details::details-content { display: none } }")],
  ["print", /not all of its heads|stand on 1 of its/, style("@media print { thead { display: table-row-group } }")],
  ["print", /not all of its heads|stand on 1 of its/, style("@media print { thead button { display: inline-block } }")],
  ["print", /is empty/, style("@media print { footer { break-before: page } footer p { margin-top: 200vh } }")],
  ["print", /ends with the heading 'Alone'/, within('<h2 style="break-before: page; break-after: page">Alone</h2><p>After it.</p>')],
  ["size", /bytes without its diagram/, within(`<p hidden>${"x".repeat(300_000)}</p>`)],
  ["opening", /times an empty page/, script("for (const start = performance.now(); performance.now() < start + 6000;);")],
  ["accessible", /image-alt \(width 1280\)/, within('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'), LARGE],
  ["accessible", /color-contrast \(width 1280\)/, within('<p style="color: #999; background: #fff">Pale.</p>'), LARGE],
  ["accessible", /color-contrast \(.*scheme dark\)/, style("@media (prefers-color-scheme: dark) { footer { color: #555 } }"), { ...LARGE, scheme: "dark" }],
  ["accessible", /color-contrast \(.*media print\)/, style("@media print { footer { color: #bbb } }"), { ...LARGE, media: "print" }],
  ["accessible", /target-size/, within('<p><button style="font-size: 6px; padding: 0; border: 0">a</button><button style="font-size: 6px; padding: 0; border: 0">b</button></p>'), LARGE],
];

const here = tools(process.argv[2]);
const room = mkdtempSync(join(tmpdir(), "safegov-faults-"));
process.on("exit", () => rmSync(room, { recursive: true }));
const browser = await launch(here);
let [passed, failed] = [0, 0];
const file = join(room, "page.html");
const said = async (check, page, look) => {
  writeFileSync(file, page);
  return checks[check]({ browser, file, axe: here.axe, rounds: 1, ...(look ? { looks: [look] } : {}) });
};
const judge = (holds, what) => {
  if (holds) passed += 1;
  else failed += 1;
  if (!holds) console.log(`failed: ${what}`);
};

for (const name of Object.keys(checks)) {
  const found = await said(name, sound());
  judge(!found.length, `${name} finds in the sound page: ${found.join("; ")}`);
  judge(FAULTS.some(([check]) => check === name), `no fault is made for ${name}`);
}
for (const [check, words, make, look] of FAULTS) {
  const found = await said(check, make(sound()), look);
  judge(found.some((line) => words.test(line)), `${check} does not find ${words}: ${found.slice(0, 4).join("; ") || "nothing"}`);
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
