// What passes: kinds, ties, types of event, level, place, confidence, degree, time. The state of the page is here.
const ALL_TIES = ['tenure', 'part', 'place', 'within', 'together'];
const state = { kindsOff: new Set(), tiesOff: new Set(), typesOff: new Set(), level: '', place: -1, sure: 0, degree: 0, from: '', to: '', undated: true,
  chosen: -1, only: -1, path: null, start: -1, view: 'graph' };
const shown = new Set(); // in the picture, before filters
let visibleNodes = new Set(), visibleEdges = new Set();
const drawnEdges = new Map(); // edge id: {id, from, to, kind}

const later = (day) => (day ? day + '~' : ''); // a month or a year means its last day too
function inTime(from, to) {
  if (!state.from && !state.to) return true;
  if (!from && !to) return state.undated;
  return (!state.to || (from || to) <= later(state.to)) && (!state.from || later(to || from) >= state.from);
}
function passes(fact) {
  return !state.tiesOff.has(fact.kind) && !(fact.type && state.typesOff.has(fact.type)) && fact.sure >= state.sure
    && (fact.kind === 'within' ? !state.from && !state.to : inTime(fact.from, fact.to));
}
function nodePasses(i) {
  const entity = entities[i];
  if (state.kindsOff.has(entity.kind)) return false;
  const event = entity.kind === 'event' ? eventOf.get(i) : null;
  if (event && (state.typesOff.has(event.type) || !inTime(event.start, event.end) || sureOf(event.cited) < state.sure)) return false;
  if (state.level && entity.kind === 'person' && !levelOf(i).includes(state.level)) return false;
  return true;
}
function placesOf(i) { // where an entity is: an event's places, a body's seat
  const entity = entities[i];
  const own = entity.kind === 'place' ? [i] : entity.kind === 'event' ? eventOf.get(i)?.places || [] : entity.place >= 0 ? [entity.place] : [];
  return own.flatMap(provinceOf);
}
function atPlace(fact) {
  if (state.place < 0) return true;
  const where = [fact.a, fact.b, ...(fact.event ? [fact.event.i] : [])].flatMap(placesOf);
  return where.includes(state.place);
}
// Work out what is visible; a node without a visible tie goes, unless nothing is filtered.
function sift() {
  const edges = new Set(), degrees = new Map(), nodes = new Set();
  const kept = new Set([...shown].filter(nodePasses));
  for (const edge of drawnEdges.values()) {
    if (!kept.has(edge.from) || !kept.has(edge.to)) continue;
    const between = linksOf.get(pairOf(edge.from, edge.to)) || [];
    if (!between.some((n) => passes(links[n]) && atPlace(links[n]))) continue;
    edges.add(edge.id);
    for (const end of [edge.from, edge.to]) degrees.set(end, (degrees.get(end) || 0) + 1);
  }
  const alone = !filtered();
  for (const i of kept) if (alone || (degrees.get(i) || 0) >= Math.max(1, state.degree)) nodes.add(i);
  if (state.only >= 0) keepOnly(nodes, edges);
  if (state.path) keepPath(nodes);
  for (const id of edges) { const e = drawnEdges.get(id); if (!nodes.has(e.from) || !nodes.has(e.to)) edges.delete(id); }
  visibleNodes = nodes; visibleEdges = edges;
}
function filtered() {
  return state.tiesOff.size || state.typesOff.size || state.kindsOff.size || state.level || state.place >= 0 || state.sure || state.degree || state.from || state.to;
}
function keepOnly(nodes, edges) {
  const near = new Set([state.only]);
  for (const id of edges) { const e = drawnEdges.get(id); if (e.from === state.only) near.add(e.to); if (e.to === state.only) near.add(e.from); }
  for (const i of [...nodes]) if (!near.has(i)) nodes.delete(i);
  nodes.add(state.only);
}
function keepPath(nodes) {
  nodes.clear();
  for (const i of state.path) nodes.add(i);
}

let changing = 0;
function changed() { // filters moved: redraw soon, once
  cancelAnimationFrame(changing);
  changing = requestAnimationFrame(() => { redraw(); writeAddress(); });
}
function redraw() {
  sift();
  showVisible();
  countKinds();
  drawHistogram();
  if (state.view === 'table') drawTable();
  byId('empty').hidden = visibleNodes.size > 0;
  say(t('now', { nodes: visibleNodes.size, ties: visibleEdges.size }));
}

function tick(set, value, label, kind, count) {
  const box = h('input', { type: 'checkbox', value, checked: !set.has(value), on: { change: () => { set[box.checked ? 'delete' : 'add'](value); changed(); } } });
  return h('label', { class: 'tick' }, box, kind ? sign(kind) : null, h('span', {}, label), h('span', { class: 'n', 'data-n': value }, count));
}
function buildFilters() {
  byId('kinds').replaceChildren(...KINDS.map((kind) => tick(state.kindsOff, kind, kindName(kind), kind, '')));
  const kinds = new Set(picture.edges.map((e) => e.kind));
  byId('ties').replaceChildren(...ALL_TIES.filter((k) => kinds.has(k)).map((k) =>
    tick(state.tiesOff, k, t(k === 'place' ? 'placed' : k), null, picture.edges.filter((e) => e.kind === k).length)));
  const types = new Map();
  for (const event of eventOf.values()) types.set(event.type, (types.get(event.type) || 0) + 1);
  const sorted = [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  byId('types').replaceChildren(...sorted.map(([type, n]) => tick(state.typesOff, type, labelOf(type), null, n)));
  byId('types-box').hidden = !sorted.length;
  const levels = new Map();
  for (const row of facts.tenures) if (row.level) levels.set(row.level, (levels.get(row.level) || 0) + 1);
  fillSelect('level', [...levels].sort((a, b) => b[1] - a[1]).map(([level, n]) => [level, `${level} (${n})`]), state.level);
  const places = new Map();
  for (const i of [...eventsAt.keys(), ...entities.filter((e) => e.place >= 0).map((e) => e.place)])
    for (const p of provinceOf(i)) places.set(p, (places.get(p) || 0) + (eventsAt.get(i)?.length || 1));
  fillSelect('place', [...places].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 300).map(([p, n]) => [p, `${nameOf(p)} (${n})`]), state.place);
}
function fillSelect(id, options, value) {
  const select = byId(id);
  select.replaceChildren(h('option', { value: id === 'place' ? -1 : '' }, t('any')), ...options.map(([v, label]) => h('option', { value: v }, label)));
  select.value = String(value);
  select.parentElement.hidden = !options.length;
}
function countKinds() {
  const counts = { person: 0, organization: 0, event: 0, place: 0 };
  for (const i of visibleNodes) counts[entities[i].kind]++;
  for (const kind of KINDS) byId('kinds').querySelector(`[data-n="${kind}"]`).textContent = `${counts[kind]}`;
}
function resetFilters() {
  for (const set of [state.kindsOff, state.tiesOff, state.typesOff]) set.clear();
  Object.assign(state, { level: '', place: -1, sure: 0, degree: 0, from: '', to: '', only: -1, path: null, undated: true });
  buildFilters(); showControls(); changed();
}
function showControls() {
  byId('confidence').value = state.sure; byId('confidence-out').textContent = `${state.sure}%`;
  byId('degree').value = state.degree; byId('degree-out').textContent = state.degree;
  byId('level').value = state.level; byId('place').value = String(state.place); byId('undated').checked = state.undated;
  showSpan(); showMode();
}
function showMode() {
  const text = state.path ? t('path-of', { a: nameOf(state.path[0]), b: nameOf(state.path.at(-1)) }) : state.only >= 0 ? t('only-of', { n: nameOf(state.only) }) : '';
  byId('mode').hidden = !text;
  byId('mode-off').hidden = false;
  byId('mode-text').textContent = text;
}
function watchFilters() {
  const on = (id, name, f) => byId(id).addEventListener(name, (event) => { f(event.target); showControls(); changed(); });
  on('confidence', 'input', (e) => { state.sure = Number(e.value); });
  on('degree', 'input', (e) => { state.degree = Number(e.value); });
  on('level', 'change', (e) => { state.level = e.value; });
  on('place', 'change', (e) => { state.place = Number(e.value); });
  on('undated', 'change', (e) => { state.undated = e.checked; });
  byId('reset').addEventListener('click', resetFilters);
  document.querySelector('[data-reset]').addEventListener('click', resetFilters);
  byId('mode-off').addEventListener('click', () => { state.only = -1; state.path = null; showMode(); changed(); });
}
