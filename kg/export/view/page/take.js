// What a reader takes away: pictures, the table, the query, the link.
function save(name, blob) {
  const link = h('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
function svgText() {
  const nodes = [...visibleNodes].map((i) => ({ i, ...network.getPosition(i), node: nodesData.get(i) }));
  const xs = nodes.map((n) => n.x), ys = nodes.map((n) => n.y), pad = 70;
  const [left, top] = [Math.min(...xs) - pad, Math.min(...ys) - pad], [width, height] = [Math.max(...xs) - left + pad, Math.max(...ys) - top + pad + 24];
  const root = vector('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `${left} ${top} ${width} ${height}`, width, height, 'font-family': FONT, 'font-size': 13 });
  root.append(vector('title', {}, document.title), vector('rect', { x: left, y: top, width, height, fill: colour('paper') }));
  for (const id of visibleEdges) {
    const edge = drawnEdges.get(id), a = network.getPosition(edge.from), b = network.getPosition(edge.to);
    root.append(vector('line', { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: colour(TIE_COLOUR[edge.kind]), 'stroke-opacity': 0.45, 'stroke-width': edge.width || 1, ...(DASHES[edge.kind] ? { 'stroke-dasharray': DASHES[edge.kind].join(' ') } : {}) }));
  }
  for (const { i, x, y, node } of nodes) {
    const r = node.size, fill = colour(entities[i].kind);
    root.append({ person: () => vector('circle', { cx: x, cy: y, r, fill }), organization: () => vector('rect', { x: x - r, y: y - r, width: r * 2, height: r * 2, fill }),
      event: () => vector('path', { d: `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`, fill }), place: () => vector('path', { d: `M${x} ${y - r}L${x + r} ${y + r}L${x - r} ${y + r}Z`, fill }) }[entities[i].kind]());
    captions.get(i).forEach((line, n) => root.append(vector('text', { x, y: y + r + 15 + n * 15, 'text-anchor': 'middle', fill: colour('ink'), stroke: colour('paper'), 'stroke-width': 3, 'paint-order': 'stroke' }, line)));
  }
  return new XMLSerializer().serializeToString(root);
}
const MOST_PIXELS = 8000; // along an edge; browsers give up on larger canvases
function savePng() {
  const source = svgText(), image = new Image();
  image.onload = () => {
    const scale = Math.min(2, MOST_PIXELS / Math.max(image.width, image.height));
    const canvas = h('canvas', { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save('renmai.png', blob), 'image/png');
  };
  image.src = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
}
// Spreadsheets run what begins with these signs; a quote before it keeps it text.
const cell = (value) => `"${(/^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value)).replaceAll('"', '""')}"`;
function csvText() {
  const rows = sortedRows().map((r) => [entities[r.i].id, r.name, kindName(r.kind), r.what, r.from, r.to, r.ties]);
  return '\ufeff' + [['id', t('name'), t('kind'), '', t('from'), t('to'), t('tiesn')], ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
const SPARQL_NODES = 400; // more would be too long to paste; then the query tells the filters only
function sparqlText() {
  const one = state.chosen >= 0 ? [state.chosen] : [...visibleNodes].filter((i) => entities[i].kind !== 'place');
  const iris = one.length <= SPARQL_NODES ? one.map((i) => `<${about.base}${entities[i].id}>`).join(' ') : '';
  const types = [...new Set(facts.events.map((e) => e && facts.words[e[1]]))].filter((type) => type && !state.typesOff.has(type));
  const bound = (variable, sign, day, end) => (day ? `  FILTER(${variable} ${sign} "${fullDay(day, end)}"^^xsd:date)\n` : '');
  const mine = iris ? `\n    VALUES ?node { ${iris} } FILTER(?who = ?node || ?where = ?node)` : ''; // within each group: SPARQL sees no further
  const tenures = state.tiesOff.has('tenure') ? '' : `  {\n    ?fact a kg:Tenure ; org:member ?who ; org:role/skos:prefLabel ?what ; kg:firstAttested ?from ; kg:lastAttested ?to .
    OPTIONAL { ?fact org:organization ?where }${mine}\n  } UNION`;
  return `PREFIX kg: <https://w3id.org/renmai/ns#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

SELECT DISTINCT ?name ?what ?whereName ?from ?to ?quote ?title ?date WHERE {
${tenures} {
    ?fact a kg:Participation ; kg:participant ?who ; kg:event ?where ; kg:participationRole/skos:prefLabel ?what .
    ?where kg:eventType ?type .${state.typesOff.size ? ` VALUES ?type { ${types.map((type) => `<${about.eventTypes}${type}>`).join(' ')} }` : ''}
    OPTIONAL { ?where kg:startDate ?from } OPTIONAL { ?where kg:endDate ?to }${mine}
  }
  ?who skos:prefLabel ?name . OPTIONAL { ?where skos:prefLabel ?whereName }
  ?fact kg:evidence ?proof . ?proof oa:exact ?quote ; kg:confidence ?sure ; kg:source ?article .
  OPTIONAL { ?article schema:headline ?title } OPTIONAL { ?article schema:datePublished ?date }
  FILTER(LANG(?what) = "" || LANGMATCHES(LANG(?what), "zh-Hans"))
${bound('?to', '>=', state.from, false)}${bound('?from', '<=', state.to, true)}${state.sure ? `  FILTER(?sure >= ${state.sure / 100})\n` : ''}}
ORDER BY ?from ?name
LIMIT 1000
`;
}
function fullDay(day, end) {
  const [y, m] = day.split('-').map(Number);
  if (day.length >= 10) return day;
  if (day.length === 7) return end ? `${day}-${new Date(Date.UTC(y, m, 0)).getUTCDate()}` : `${day}-01`;
  return end ? `${day}-12-31` : `${day}-01-01`;
}
async function copy(text) {
  try { await navigator.clipboard.writeText(text); } catch {
    const area = h('textarea', { class: 'unseen' }); // a page opened as a file may not use the clipboard otherwise
    area.value = text; (document.querySelector('dialog[open]') || document.body).append(area); area.select(); document.execCommand('copy'); area.remove();
  }
  toast(t('copied'));
}
function showDialog(title, ...children) {
  const dialog = byId('dialog');
  dialog.replaceChildren(h('h2', { id: 'dialog-title' }, title), ...children.flat(), h('div', { class: 'buttons' }, h('button', { on: { click: () => dialog.close() } }, t('close'))));
  dialog.showModal();
}
function showSparql() {
  const text = sparqlText();
  showDialog(t('sparql-title'), h('pre', { tabindex: 0 }, text), h('p', { class: 'sub' }, t('run'), ' ', h('kbd', {}, 'kg query OUT -f view.rq')), h('div', { class: 'buttons' }, h('button', { on: { click: () => copy(text) } }, t('copy2'))));
}
function take(what) {
  if (what === 'png') savePng();
  if (what === 'svg') save('renmai.svg', new Blob([svgText()], { type: 'image/svg+xml' }));
  if (what === 'csv') save('renmai.csv', new Blob([csvText()], { type: 'text/csv;charset=utf-8' }));
  if (what === 'sparql') showSparql();
  if (what === 'link') copy(location.href);
}
let toasting = 0;
function toast(text) {
  say(text);
  byId('mode').hidden = false; byId('mode-text').textContent = text; byId('mode-off').hidden = true;
  clearTimeout(toasting);
  toasting = setTimeout(() => { byId('mode-off').hidden = false; showMode(); }, 2600);
}
