// A page that holds to everything that checks.mjs asks, as small as it can be: faults are put into it.
// SPDX-License-Identifier: Apache-2.0

const STYLE = `
:root { color-scheme: light dark; --page: #fff; --ink: #0b0c0c; --link: #1a5fa0; --bad: #f4cdc6; --on-bad: #6b1a0d; --good: #cce2d8; --on-good: #005a30; --curve: #1d70b8; }
@media (prefers-color-scheme: dark) { :root { --page: #121314; --ink: #f3f2f1; --link: #7ab8f0; --bad: #5c1a10; --on-bad: #ffd5cc; --good: #0f4029; --on-good: #c4ead6; --curve: #7ab8f0; } }
body { margin: 1rem; background: var(--page); color: var(--ink); font: 1rem/1.45 sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); } nav li { padding: .2rem; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: 1rem; background: var(--page); }
:focus-visible { outline: 3px solid var(--ink); }
caption, th, td { text-align: left; padding: .3rem; } caption { font-weight: bold; } th { overflow-wrap: normal; }
thead button { font: inherit; color: inherit; background: none; border: 0; min-height: 24px; }
.tag { padding: 0 .3rem; } .bad { background: var(--bad); color: var(--on-bad); } .good { background: var(--good); color: var(--on-good); }
svg { max-width: 100%; font: 14px sans-serif; } svg text { fill: var(--ink); }
svg .bad { fill: var(--bad); } svg .good { fill: var(--good); } svg .t-bad { fill: var(--on-bad); } svg .curve { fill: none; stroke: var(--curve); stroke-width: 2.5; }
@media (max-width: 30rem) {
  table, caption, thead, tbody, tr, td { display: block; } thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  tr { padding: .5rem 0; }
}
@media print {
  .skip, .filter { display: none; } thead button { display: contents; } h2, caption { break-after: avoid; } tr { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; }
  :root { --page: #fff; --ink: #000; --link: #000; --bad: #f4cdc6; --on-bad: #6b1a0d; --good: #cce2d8; --on-good: #005a30; --curve: #1d70b8; }
}`;

const SCRIPT = `
const table = document.getElementById("overdue"), body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
const value = (cell) => cell.querySelector("time")?.dateTime ?? cell.textContent;
heads.forEach((head, column) => {
  const button = document.createElement("button");
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") === "ascending";
    heads.forEach((each) => each.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const { compare } = new Intl.Collator("en-GB", { numeric: true });
    body.append(...[...body.rows].sort((a, b) => compare(value(a.cells[column]), value(b.cells[column])) * (down ? -1 : 1)));
  });
});
const box = document.createElement("div");
box.className = "filter";
box.innerHTML = '<label for="filter">Only lines with</label> <input id="filter" type="search"> <output></output>';
table.before(box);
box.querySelector("input").addEventListener("input", ({ target }) => {
  const wanted = target.value.toLowerCase();
  for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  box.querySelector("output").textContent = wanted ? [...body.rows].filter((row) => !row.hidden).length + " of " + body.rows.length : "";
});`;

const MONTHS = ["April", "May", "June", "July", "August", "September"];

/// One line of the long table: days whose words do not sort as they do.
function line(number) {
  const month = number % MONTHS.length;
  const state = number % 3 ? "overdue" : "received";
  return `<tr><td>promise-${number}</td><td>Report ${number} of the subgroup on what was found</td>` +
    `<td><time datetime="2019-0${month + 4}-0${(number % 9) + 1}">${(number % 9) + 1} ${MONTHS[month]} 2019</time></td>` +
    `<td><span class="tag ${number % 3 ? "bad" : "good"}">${state}</span></td></tr>`;
}

export function sound() {
  const lines = Array.from({ length: 90 }, (_, number) => line(number)).join("\n");
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pack for the board</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the contents</a>
<header><h1>Pack for the board</h1></header>
<nav aria-label="Contents"><ol><li><a href="#section-overdue">Overdue</a></li><li><a href="#section-ratings">Ratings</a></li></ol></nav>
<main id="main" tabindex="-1">
<section id="section-overdue">
<h2>Overdue</h2>
<p>Most of it is overdue.</p>
<table id="overdue"><caption>What is owed, by whom</caption>
<thead><tr><th scope="col">Obligation</th><th scope="col">What</th><th scope="col">Last day</th><th scope="col">State</th></tr></thead>
<tbody>
${lines}
</tbody></table>
</section>
<section id="section-ratings">
<h2>Ratings</h2>
<figure>
<svg role="img" aria-label="Action 1 was green, then red" viewBox="0 0 300 80" width="300" height="80">
<rect class="good" x="20" y="4" width="100" height="24"/><text x="65" y="21">G</text>
<rect class="bad" x="120" y="4" width="100" height="24"/><text class="t-bad" x="165" y="21">R</text>
<path class="curve" d="M20 70L120 50L220 60"/>
</svg>
<figcaption>Action 1 was green, then red.</figcaption>
<details><summary>The same as a table</summary>
<table id="ratings"><caption>Ratings of action 1</caption><thead><tr><th scope="col">Day</th><th scope="col">Rating</th></tr></thead>
<tbody><tr><td>1 May 2019</td><td>green</td></tr><tr><td>1 June 2019</td><td>red throughout</td></tr></tbody></table>
</details>
</figure>
</section>
</main>
<footer><p>Made for a test.</p></footer>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
