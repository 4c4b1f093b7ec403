// Sorting and filtering of long tables. Without it everything is there, in the order given.
'use strict';
const few = 12;
for (const table of document.querySelectorAll('table')) {
  const body = table.tBodies[0];
  if (!body || body.rows.length < few) continue;
  const heads = table.tHead.rows[0].cells;
  [...heads].forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const key = (row) => row.cells[column].querySelector('time')?.dateTime ?? row.cells[column].textContent.trim();
      const order = new Intl.Collator('en-GB', {numeric: true}).compare;
      const rows = [...body.rows].sort((a, b) => order(key(a), key(b)) * (down ? -1 : 1));
      body.append(...rows);
    });
  });
  const id = 'filter-' + table.id;
  const box = document.createElement('div');
  box.className = 'filter';
  const label = document.createElement('label');
  label.htmlFor = id;
  label.textContent = 'Only lines with';
  const input = document.createElement('input');
  input.id = id;
  input.type = 'search';
  const said = document.createElement('output');
  said.htmlFor = id;
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    let shown = 0;
    for (const row of body.rows) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
      if (!row.hidden) ++shown;
    }
    said.textContent = wanted ? shown + ' of ' + body.rows.length : '';
  });
  box.append(label, input, said);
  table.before(box);
}
// A link to what stands in closed details opens them; so does printing.
const open = (element) => {
  for (let at = element; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
};
const follow = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  open(target);
  target.scrollIntoView();
};
addEventListener('hashchange', follow);
if (location.hash) follow();
