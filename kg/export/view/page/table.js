// The same selection as a table, for reading, printing and screen readers.
const PAGE_ROWS = 200;
let sorting = { by: 'ties', down: true }, first = 0;
function tableRows() {
  const degrees = new Map();
  for (const id of visibleEdges) { const e = drawnEdges.get(id); for (const end of [e.from, e.to]) degrees.set(end, (degrees.get(end) || 0) + 1); }
  return [...visibleNodes].map((i) => {
    const event = eventOf.get(i), rows = (tenuresOf.get(i) || []);
    const days = event ? [event.start, event.end] : [...rows.flatMap((r) => [r.from || r.first, r.until || r.last])].filter(Boolean).sort();
    return { i, name: nameOf(i), kind: entities[i].kind, what: event ? labelOf(event.type) : entities[i].kind === 'person' ? mainPost(i) : entities[i].others[0] || '', from: days[0] || '', to: days[days.length - 1] || '', ties: degrees.get(i) || 0 };
  });
}
function sortedRows() {
  const key = sorting.by, sign = sorting.down ? -1 : 1, compare = new Intl.Collator(language === 'zh' ? 'zh-Hans-u-co-pinyin' : 'en').compare;
  return tableRows().sort((a, b) => sign * (typeof a[key] === 'number' ? a[key] - b[key] : compare(a[key], b[key])) || a.i - b.i);
}
function drawTable() {
  const rows = sortedRows();
  first = Math.min(first, Math.max(0, Math.floor((rows.length - 1) / PAGE_ROWS) * PAGE_ROWS));
  const columns = [['name', t('name')], ['kind', t('kind')], ['what', ''], ['from', t('span')], ['ties', t('tiesn')]];
  const head = h('tr', {}, columns.map(([key, word]) => h('th', { scope: 'col', 'aria-sort': sorting.by === key ? (sorting.down ? 'descending' : 'ascending') : 'none' },
    word ? h('button', { 'aria-label': t('column', { c: word }), on: { click: () => { sorting = { by: key, down: sorting.by === key ? !sorting.down : key === 'ties' }; drawTable(); } } }, `${word}${sorting.by === key ? (sorting.down ? ' ▾' : ' ▴') : ''}`) : h('span', { class: 'unseen' }, t('details')))));
  const body = rows.slice(first, first + PAGE_ROWS).map((row) => h('tr', {}, h('td', {}, h('button', { on: { click: () => choose(row.i, true) } }, h('bdi', {}, row.name))),
    h('td', {}, h('span', { class: 'badge' }, sign(row.kind), t(`one-${row.kind}`))), h('td', {}, row.what), h('td', { class: 'number' }, row.from ? spanText(row.from, row.to) : ''), h('td', { class: 'number' }, row.ties)));
  const turn = (word, to, off) => h('button', { disabled: off, on: { click: () => { first = to; drawTable(); } } }, t(word));
  byId('table').replaceChildren(h('table', {}, h('caption', {}, t('page', { a: rows.length ? first + 1 : 0, b: Math.min(rows.length, first + PAGE_ROWS), n: rows.length })), h('thead', {}, head), h('tbody', {}, body)),
    rows.length > PAGE_ROWS ? h('div', { class: 'buttons' }, turn('previous', first - PAGE_ROWS, first === 0), turn('next', first + PAGE_ROWS, first + PAGE_ROWS >= rows.length)) : '');
}
function setView(view) {
  state.view = view;
  byId('table').hidden = view !== 'table';
  byId('stage').hidden = view === 'table';
  byId('table-button').setAttribute('aria-pressed', String(view === 'table'));
  if (view === 'table') drawTable(); else { network.redraw(); }
  writeAddress();
}
