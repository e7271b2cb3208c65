// The data of the page: the picture at once, the facts when they are unpacked.
let picture = null, about = null; // nodes, edges and options for vis-network; what the page says of itself
let facts = null; // tables of rows, see payload.py
const entities = []; // {i, id, kind, name, others, typed, reading, place, whole, node}
const tenuresOf = new Map(), partsOf = new Map(), eventOf = new Map(), eventsAt = new Map();
const links = []; // one for each fact between two entities: {a, b, kind, type, from, to, sure, tenure | part | event}
const linksOf = new Map(); // "a-b", a < b: the links between two entities
const bundleOf = new Map(); // "a-b": the drawn edge
const pairOf = (a, b) => (a < b ? `${a}-${b}` : `${b}-${a}`);
const put = (map, key, value) => { const list = map.get(key); if (list) list.push(value); else map.set(key, [value]); };

async function unpacked(id) { // JSON, gzip, base64: a third of the size
  const bytes = Uint8Array.from(atob(byId(id).textContent), (c) => c.charCodeAt(0));
  byId(id).remove();
  return JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text());
}
async function unpackPicture() {
  picture = await unpacked('picture');
  about = picture.about;
  for (const { id } of picture.nodes) shown.add(id);
  for (const edge of picture.edges) { originalEdges.set(pairOf(edge.from, edge.to), edge); drawnEdges.set(edge.id, edge); }
  edgesSoFar = picture.edges.length;
  visibleNodes = new Set(shown); visibleEdges = new Set(drawnEdges.keys());
}
async function unpackFacts() {
  facts = await unpacked('facts');
  facts.entities.forEach(([id, kind, name, others, typed, reading, place, whole], i) =>
    entities.push({ i, id, kind: KINDS[kind], name, others, typed, reading, place, whole, node: i < picture.nodes.length }));
  for (const edge of picture.edges) bundleOf.set(pairOf(edge.from, edge.to), edge);
  facts.tenures.forEach(readTenure);
  facts.events.forEach(readEvent);
  facts.parts.forEach(readPart);
  for (const entity of entities)
    if (entity.kind === 'organization' && entity.whole >= 0) link({ a: entity.i, b: entity.whole, kind: 'within', from: '', to: '', sure: 100 });
  tieCompanions();
}
function link(fact) {
  const index = links.push(fact) - 1;
  put(linksOf, pairOf(fact.a, fact.b), index);
  return index;
}
const sureOf = (cited) => (cited.length ? Math.max(...cited.map((proof) => proof[3])) : 100);
function readTenure([person, body, post, level, first, last, from, until, status, cited, of], i) {
  const row = { i, person, body, post: facts.words[post], level: facts.words[level], first, last, from, until, status: facts.words[status], cited, of };
  facts.tenures[i] = row;
  put(tenuresOf, person, row);
  if (body < 0) return;
  put(tenuresOf, body, row);
  link({ a: person, b: body, kind: 'tenure', from: from || first, to: until || last, sure: sureOf(cited), tenure: row });
}
function readEvent([i, type, start, end, open, places, whole, people, cited, of]) {
  const row = { i, type: facts.words[type], start, end: end || start, open, places, whole, people, cited, of, parts: [] };
  eventOf.set(i, row);
  for (const place of places) {
    put(eventsAt, place, row);
    link({ a: i, b: place, kind: 'place', type: row.type, from: start, to: row.end, sure: sureOf(cited), event: row });
  }
}
function readPart([event, who, role, position, capacity, cited, of]) {
  const happening = eventOf.get(event);
  const row = { event: happening, who, role: facts.words[role], position, capacity: capacity.map((c) => facts.words[c]), cited, of };
  happening.parts.push(row);
  put(partsOf, who, row);
  link({ a: event, b: who, kind: 'part', type: happening.type, from: happening.start, to: happening.end, sure: sureOf(cited), event: happening, part: row });
}
// Two people of one event that has no node: links of the bundle that the picture draws between them.
function tieCompanions() {
  for (const event of eventOf.values()) {
    if (event.i < picture.nodes.length) continue;
    const people = [...new Set(event.parts.map((p) => p.who))].filter((who) => entities[who].kind === 'person');
    people.forEach((a, n) => people.slice(n + 1).forEach((b) => {
      if (bundleOf.get(pairOf(a, b))?.kind === 'together')
        link({ a, b, kind: 'together', type: event.type, from: event.start, to: event.end, sure: sureOf(event.cited), event });
    }));
  }
}
const labelOf = (word) => { const pair = facts.labels[word]; return pair ? pair[language === 'zh' ? 0 : 1] : t(word); };
const levelOf = (i) => (tenuresOf.get(i) || []).map((row) => row.level).filter(Boolean);
function nameOf(i) {
  const entity = entities[i];
  if (entity.name) return entity.name;
  return entity.kind === 'event' && eventOf.has(i) ? labelOf(eventOf.get(i).type) : entity.id;
}
function provinceOf(i) { // the places a place lies in, itself first
  const chain = [];
  for (let at = i; at >= 0 && !chain.includes(at); at = entities[at].whole) chain.push(at);
  return chain;
}
