// Search by any form of a name: simplified, traditional, pinyin with or without spaces, initials.
const MOST_HITS = 30;
let found = [], at = -1;
const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s'’·・\-]/g, '').replace(/ü/g, 'v');
let index = null; // [entity, [[form, worth]…]]: forms as typed, without spaces

function buildIndex() {
  index = entities.map((entity) => {
    const forms = [[plain(nameOf(entity.i)), 3], [plain(entity.id), 2]];
    for (const other of entity.others) forms.push([plain(other), 2]);
    for (const typed of entity.typed ? entity.typed.split('|') : []) forms.push([plain(typed), typed.includes(' ') || typed.length > 6 ? 1.5 : 1]);
    return [entity, forms];
  });
}
function matches(query) {
  const wanted = plain(query);
  if (!wanted) return [];
  const results = [];
  for (const [entity, forms] of index || []) {
    let best = 0;
    for (const [form, worth] of forms) {
      const where = form.indexOf(wanted);
      if (where < 0) continue;
      best = Math.max(best, worth * (form === wanted ? 4 : where === 0 ? 2 : /^[a-z]+$/.test(wanted) ? 0.2 : 1));
    }
    if (best) results.push([best * (entity.node ? 1.5 : 1) * (entity.kind === 'person' ? 1.2 : 1) + (entity.node ? (picture.nodes[entity.i].size || 0) / 40 : 0), entity]);
  }
  return results.sort((a, b) => b[0] - a[0] || a[1].i - b[1].i).slice(0, MOST_HITS).map(([, entity]) => entity);
}
function showHits() {
  const list = byId('hits');
  found = matches(byId('search').value);
  at = found.length ? 0 : -1;
  list.replaceChildren(...(found.length ? found.map(hit) : [h('li', { role: 'option', 'aria-disabled': 'true' }, t('no-hits'))]));
  list.hidden = !byId('search').value.trim();
  byId('search').setAttribute('aria-expanded', String(!list.hidden));
  markHit();
}
function hit(entity, n) {
  const event = eventOf.get(entity.i);
  const other = event ? [labelOf(event.type), spanText(event.start, event.end)].join(' · ')
    : [entity.reading, mainPost(entity.i) || entity.others[0]].filter(Boolean).join(' · ');
  return h('li', { role: 'option', id: `hit-${n}`, on: { mousedown: (e) => { e.preventDefault(); at = n; takeHit(); } } },
    sign(entity.kind), h('bdi', {}, nameOf(entity.i)), h('span', { class: 'other' }, other), shown.has(entity.i) ? null : h('span', { class: 'out' }, t('undrawn')));
}
function mainPost(i) { // tells namesakes apart
  const rows = (tenuresOf.get(i) || []).filter((row) => row.person === i);
  const last = rows.sort((a, b) => (b.last > a.last ? 1 : -1))[0];
  return last ? (last.body >= 0 ? nameOf(last.body) : '') + last.post : '';
}
function markHit() {
  [...byId('hits').children].forEach((li, n) => li.setAttribute('aria-selected', String(n === at)));
  byId('hits').children[at]?.scrollIntoView({ block: 'nearest' });
  if (at >= 0) byId('search').setAttribute('aria-activedescendant', `hit-${at}`); else byId('search').removeAttribute('aria-activedescendant');
}
function takeHit() {
  const entity = found[at];
  if (!entity) return;
  closeHits();
  reveal(entity.i);
}
// Show an entity wherever it is: brought in if it is not drawn, filters lifted if they hide it.
function reveal(i) {
  if (!shown.has(i)) bringIn([i], relatedTo(i).find((n) => shown.has(n)) ?? -1);
  if (state.view === 'table') setView('graph');
  sift();
  if (!visibleNodes.has(i)) resetFilters();
  redraw(); choose(i, true); goTo(i);
}
function closeHits() {
  byId('hits').hidden = true;
  byId('search').setAttribute('aria-expanded', 'false');
}
function watchSearch() {
  const input = byId('search');
  input.disabled = false;
  input.addEventListener('input', showHits);
  input.addEventListener('focus', () => { if (input.value) showHits(); });
  input.addEventListener('blur', closeHits);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return; // an input method is still choosing characters
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { at = (at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % (found.length || 1); markHit(); }
    else if (event.key === 'Enter') takeHit();
    else if (event.key === 'Escape') { input.value = ''; closeHits(); byId('graph').focus(); }
    else return;
    event.preventDefault();
  });
}
