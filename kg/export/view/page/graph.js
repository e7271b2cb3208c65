// The picture: vis-network draws it, positions come with the page, nothing moves by itself.
let network = null, nodesData = null, edgesData = null, around = null; // around: nodes and edges lit because one is chosen
const TIE_COLOUR = { tenure: 'organization', part: 'event', place: 'place', within: 'soft', together: 'person' };
const DASHES = { place: [2, 5], within: [8, 6] };
const FONT = getComputedStyle(document.documentElement).getPropertyValue('--fonts');
const colours = new Map();
function colour(name) { // of the theme; read once, for pictures are drawn sixty times a second
  if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return colours.get(name);
}
const translucent = (hex, part) => hex + Math.round(part * 255).toString(16).padStart(2, '0');

function groups() {
  const ink = colour('ink'), card = colour('card');
  return Object.fromEntries(KINDS.map((kind) => [kind, {
    color: { background: colour(kind), border: card, highlight: { background: colour(kind), border: ink }, hover: { background: colour(kind), border: ink } },
    borderWidth: 0, borderWidthSelected: 3,
  }]));
}
function edgeLook(edge) {
  const base = colour(TIE_COLOUR[edge.kind]);
  return { color: { color: translucent(base, dark ? 0.5 : 0.38), highlight: base, hover: base, inherit: false }, dashes: DASHES[edge.kind] || false };
}
const captions = new Map(); // node: the lines under it; drawn by drawLabels, which lets none cover another
function withoutLabel({ label, ...node }) { captions.set(node.id, label.split('\n')); return node; }
function startNetwork() {
  nodesData = new vis.DataSet(picture.nodes.map(withoutLabel));
  edgesData = new vis.DataSet(picture.edges.map((edge) => ({ ...edge, ...edgeLook(edge) })));
  network = new vis.Network(byId('graph'), { nodes: nodesData, edges: edgesData }, { ...picture.options, groups: groups(), autoResize: true });
  network.fit({ animation: false });
  network.once('afterDrawing', () => { document.documentElement.dataset.ready = String(Math.round(performance.now())); });
  network.on('beforeDrawing', growNodes);
  network.on('afterDrawing', (context) => { drawAround(context); drawLabels(context); });
}
// vis-network takes changes one by one: give it only those that changed.
function showVisible() {
  const nodes = [], edges = [];
  for (const i of shown) { const hidden = !visibleNodes.has(i); if (Boolean(nodesData.get(i)?.hidden) !== hidden) nodes.push({ id: i, hidden }); }
  for (const [id] of drawnEdges) { const hidden = !visibleEdges.has(id); if (Boolean(edgesData.get(id).hidden) !== hidden) edges.push({ id, hidden }); }
  if (edges.length) edgesData.update(edges);
  if (nodes.length) nodesData.update(nodes);
  light();
}
const neighboursOf = (i) => [...visibleEdges].map((id) => drawnEdges.get(id)).filter((e) => e.from === i || e.to === i).map((e) => (e.from === i ? e.to : e.from));

function light() { // which nodes and edges stand out
  around = null;
  if (state.chosen >= 0 && visibleNodes.has(state.chosen)) {
    const edges = [...visibleEdges].filter((id) => [drawnEdges.get(id).from, drawnEdges.get(id).to].includes(state.chosen));
    around = { nodes: new Set([state.chosen, ...edges.flatMap((id) => [drawnEdges.get(id).from, drawnEdges.get(id).to])]), edges };
  }
  network?.redraw();
}
function drawAround(context) {
  if (!around || state.path) return;
  const { x, y } = network.getViewPosition(), scale = network.getScale(), box = byId('graph');
  const width = box.clientWidth / scale, height = box.clientHeight / scale;
  context.fillStyle = translucent(colour('paper'), 0.78);
  context.fillRect(x - width, y - height, width * 2, height * 2);
  for (const id of around.edges) {
    const edge = drawnEdges.get(id), a = network.getPosition(edge.from), b = network.getPosition(edge.to);
    context.strokeStyle = translucent(colour(TIE_COLOUR[edge.kind]), 0.8);
    context.lineWidth = edge.width || 1.5;
    context.setLineDash(DASHES[edge.kind] || []);
    context.beginPath(); context.moveTo(a.x, a.y); context.lineTo(b.x, b.y); context.stroke();
  }
  context.setLineDash([]);
  for (const i of around.nodes) network.body.nodes[i]?.draw(context);
}
// Far away, nodes shrink less than the picture, so that their shapes can still be told apart.
let grown = 1;
function growNodes() {
  const factor = Math.min(2.2, Math.max(1, 0.42 / network.getScale()));
  if (Math.abs(factor / grown - 1) < 0.04) return;
  for (const node of Object.values(network.body.nodes)) node.options.size *= factor / grown;
  grown = factor;
}
const widths = new Map();
function widthOf(context, line) { // measured once, at 13 pixels
  if (!widths.has(line)) widths.set(line, context.measureText(line).width);
  return widths.get(line);
}
// Labels at a size that stays readable at any zoom: the chosen and its neighbours first, then the large nodes; what would
// cover another label waits until there is room.
function drawLabels(context) {
  const scale = network.getScale(), box = byId('graph'), centre = network.getViewPosition();
  const left = centre.x - box.clientWidth / 2 / scale, top = centre.y - box.clientHeight / 2 / scale;
  const size = Math.min(22, Math.max(12, 13 * Math.sqrt(scale))) / scale, line = size * 1.2, cell = 40 / scale, taken = new Map();
  const lit = around?.nodes, free = (x1, y1, x2, y2) => {
    const boxes = [];
    for (let c = Math.floor(x1 / cell); c <= Math.floor(x2 / cell); c++) for (let r = Math.floor(y1 / cell); r <= Math.floor(y2 / cell); r++) {
      const key = `${c},${r}`, here = taken.get(key) || [];
      if (here.some((b) => x1 < b[2] && x2 > b[0] && y1 < b[3] && y2 > b[1])) return false;
      boxes.push([key, here]);
    }
    for (const [key, here] of boxes) { here.push([x1, y1, x2, y2]); taken.set(key, here); }
    return true;
  };
  context.textAlign = 'center'; context.textBaseline = 'top'; context.lineJoin = 'round'; context.lineWidth = 3 / scale;
  context.strokeStyle = colour('paper'); context.font = `13px ${FONT}`;
  const drawn = [];
  for (const i of labelOrder()) {
    if (lit && !lit.has(i)) continue;
    const node = network.body.nodes[i], { x, y } = node, r = node.options.size, lines = captions.get(i);
    if (x < left || y < top || x > left + box.clientWidth / scale || y > top + box.clientHeight / scale) continue;
    const shownLines = scale > 0.7 || i === state.chosen ? lines : lines.slice(0, 1), half = (Math.max(...shownLines.map((l) => widthOf(context, l))) * size) / 26;
    if (free(x - half, y + r, x + half, y + r + line * shownLines.length) || i === state.chosen) drawn.push([i, x, y + r + 2 / scale, shownLines]);
  }
  for (const [i, x, y, lines] of drawn) {
    context.font = `${i === state.chosen || (lit && entities[i]?.kind === 'person') ? 'bold ' : ''}${size}px ${FONT}`;
    context.fillStyle = colour('ink');
    lines.forEach((text, n) => { context.strokeText(text, x, y + n * line); context.fillText(text, x, y + n * line); });
  }
}
let ordered = [], orderedFor = null;
function labelOrder() {
  if (orderedFor !== visibleNodes) {
    orderedFor = visibleNodes;
    ordered = [...visibleNodes].sort((a, b) => (network.body.nodes[b]?.options.size || 0) - (network.body.nodes[a]?.options.size || 0) || a - b);
  }
  return ordered.filter((i) => network.body.nodes[i]);
}

// Bring an entity and its edges to shown ones into the picture, beside `near`.
function bringIn(list, near) {
  const fresh = list.filter((i) => !shown.has(i));
  const middle = near >= 0 && shown.has(near) ? network.getPosition(near) : network.getViewPosition();
  const nodes = fresh.map((i, n) => {
    if (picture.nodes[i]) return withoutLabel({ ...picture.nodes[i], hidden: false });
    const turn = n * 2.399963, far = 110 + 26 * Math.sqrt(n * 6), kind = entities[i].kind, event = eventOf.get(i);
    const name = [...nameOf(i)].slice(0, 13).join('') + (event?.start ? `\n${event.start}` : '');
    return withoutLabel({ id: i, label: name, group: kind, size: 9, shape: picture.nodes.find((m) => m.group === kind)?.shape || 'dot', x: Math.round(middle.x + Math.cos(turn) * far), y: Math.round(middle.y + Math.sin(turn) * far) });
  });
  nodesData.add(nodes);
  for (const { id } of nodes) network.body.nodes[id].options.size *= grown;
  for (const i of fresh) shown.add(i);
  const edges = [];
  for (const i of fresh) for (const other of relatedTo(i)) {
    const edge = shown.has(other) ? newEdge(i, other) : null;
    if (edge) edges.push({ ...edge, ...edgeLook(edge) });
  }
  edgesData.add(edges);
  return fresh;
}
const originalEdges = new Map(); // of the picture as it came: a node that comes back finds its ties
let edgesSoFar = 0;
function newEdge(a, b) { // the edge of two nodes that has none in the picture now
  const pair = pairOf(a, b);
  if (bundleOf.has(pair)) return null;
  const kind = links[linksOf.get(pair)[0]].kind;
  const edge = originalEdges.get(pair) || { id: edgesSoFar++, from: a, to: b, kind, count: linksOf.get(pair).length, width: 1.5 };
  bundleOf.set(pair, edge);
  drawnEdges.set(edge.id, edge);
  return edge;
}
let related = null;
function relatedTo(i) {
  if (!related) {
    related = new Map();
    for (const key of linksOf.keys()) { const [a, b] = key.split('-').map(Number); put(related, a, b); put(related, b, a); }
  }
  return related.get(i) || [];
}
const MOST_BROUGHT = 40; // more would cover the picture; the nearest in time come first
function toggleNeighbours(i) {
  const missing = relatedTo(i).filter((other) => !shown.has(other)).slice(0, MOST_BROUGHT);
  if (missing.length) {
    bringIn(missing, i); redraw(); choose(i, false);
    say(t('expand'));
    return;
  }
  const lonely = relatedTo(i).filter((other) => shown.has(other) && other !== i && neighboursOf(other).every((n) => n === i));
  for (const other of lonely) shown.delete(other);
  hideGone(lonely); redraw();
  say(t('collapse'));
}
function hideGone(list) {
  nodesData.remove(list);
  const gone = new Set(list);
  for (const [id, edge] of drawnEdges) if (gone.has(edge.from) || gone.has(edge.to)) { drawnEdges.delete(id); bundleOf.delete(pairOf(edge.from, edge.to)); edgesData.remove(id); }
}

// The shortest way from a to b: over posts and events that are visible, else over all that the page knows of these. Only
// then over places and parent bodies, which join everything with everything.
function pathBetween(a, b) {
  const visible = new Map(), telling = (i) => relatedTo(i).filter((n) => !FAR_FETCHED.has(links[linksOf.get(pairOf(i, n))[0]].kind));
  for (const id of visibleEdges) { const e = drawnEdges.get(id); if (!FAR_FETCHED.has(e.kind)) { put(visible, e.from, e.to); put(visible, e.to, e.from); } }
  return walk(a, b, (i) => visible.get(i) || []) || walk(a, b, telling) || walk(a, b, relatedTo);
}
const FAR_FETCHED = new Set(['place', 'within']);
function walk(a, b, next) {
  const before = new Map([[a, -1]]);
  let front = [a];
  while (front.length && !before.has(b)) {
    const reached = [];
    for (const i of front) for (const other of next(i)) if (!before.has(other)) { before.set(other, i); reached.push(other); }
    front = reached;
  }
  if (!before.has(b)) return null;
  const path = [];
  for (let at = b; at >= 0; at = before.get(at)) path.unshift(at);
  return path;
}
function showPath(a, b) {
  state.path = null; state.only = -1; sift();
  const path = pathBetween(a, b);
  if (!path) { say(t('no-path')); showMode(); openText(t('no-path')); return; }
  path.forEach((i, n) => bringIn([i], n ? path[n - 1] : -1));
  state.path = path; state.start = -1; state.chosen = -1;
  redraw(); showMode(); openPath(path); network.fit({ nodes: path, animation: calm() });
  writeAddress();
}
const calm = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 350, easingFunction: 'easeInOutQuad' });

function goTo(i) { // into the middle of what the panel leaves free: on a phone it lies over the picture
  const panel = byId('panel'), over = !panel.hidden && getComputedStyle(panel).position === 'absolute' ? panel.offsetHeight : 0;
  network.focus(i, { scale: Math.max(network.getScale(), 0.9), offset: { x: 0, y: -over / 2 }, animation: calm() });
}
function watchGraph() {
  network.on('click', ({ nodes, edges, event }) => {
    if (nodes.length && event.srcEvent.shiftKey && state.chosen >= 0 && nodes[0] !== state.chosen) showPath(state.chosen, nodes[0]);
    else if (nodes.length) choose(nodes[0], false);
    else if (edges.length) { const e = drawnEdges.get(edges[0]); openTie(e.from, e.to); }
    else if (state.chosen >= 0) unchoose();
  });
  network.on('doubleClick', ({ nodes }) => { if (nodes.length) toggleNeighbours(nodes[0]); });
  network.on('hoverNode', ({ node, pointer }) => showTip(entityTip(node), pointer.DOM));
  network.on('hoverEdge', ({ edge, pointer }) => showTip(edgeTip(drawnEdges.get(edge)), pointer.DOM));
  for (const name of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) network.on(name, () => { byId('tip').hidden = true; });
  byId('zoom-in').addEventListener('click', () => zoomBy(1.4));
  byId('zoom-out').addEventListener('click', () => zoomBy(1 / 1.4));
  byId('zoom-fit').addEventListener('click', fitVisible);
  byId('graph').addEventListener('keydown', graphKey);
}
const zoomBy = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: calm() });
const fitVisible = () => network.fit({ nodes: [...visibleNodes], animation: calm() });
function graphKey(event) {
  const step = 90 / network.getScale(), { x, y } = network.getViewPosition();
  const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
  if (move) network.moveTo({ position: { x: x + move[0], y: y + move[1] } });
  else if (event.key === '+' || event.key === '=') zoomBy(1.3);
  else if (event.key === '-') zoomBy(1 / 1.3);
  else if (event.key === '0') fitVisible();
  else if (event.key === 'Enter' && state.chosen >= 0) byId('panel').focus();
  else if ('nNpP'.includes(event.key) && event.key.length === 1) walkNodes('nN'.includes(event.key) ? 1 : -1);
  else return;
  event.preventDefault();
}
// Walk the visible nodes in the order of the page: the most telling first.
function walkNodes(step) {
  const order = [...visibleNodes].sort((a, b) => a - b), at = order.indexOf(state.chosen);
  const next = order[(at + step + order.length) % order.length];
  if (next !== undefined) { choose(next, false); goTo(next); say(`${nameOf(next)} · ${t(`one-${entities[next].kind}`)} · ${neighboursOf(next).length}`); }
}
function entityTip(i) {
  const entity = entities[i], event = eventOf.get(i);
  if (!entity) return [];
  const second = event ? [labelOf(event.type), spanText(event.start, event.end)] : [t(`one-${entity.kind}`), entity.reading];
  return [h('b', {}, nameOf(i)), second.filter(Boolean).join(' · '), h('br'), `${t('tiesn')} ${neighboursOf(i).length}`];
}
function edgeTip(edge) {
  if (!facts || !edge) return [];
  const between = (linksOf.get(pairOf(edge.from, edge.to)) || []).map((n) => links[n]);
  const what = edge.kind === 'tenure' ? [...new Set(between.map((l) => l.tenure?.post))].slice(0, 4).join('、')
    : edge.kind === 'together' ? t('times', { n: edge.count }) : edge.kind === 'part' ? [...new Set(between.map((l) => labelOf(l.part.role)))].join('、') : t(edge.kind === 'place' ? 'placed' : edge.kind);
  return [h('b', {}, `${nameOf(edge.from)} — ${nameOf(edge.to)}`), what];
}
function showTip(children, { x, y }) {
  const tip = byId('tip'), stage = byId('stage');
  if (!children.length) return;
  tip.replaceChildren(...children);
  tip.hidden = false;
  tip.style.left = `${Math.max(4, Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 6))}px`;
  tip.style.top = `${Math.max(4, Math.min(y + 14, stage.clientHeight - tip.offsetHeight - 6))}px`;
}
function repaint() { // the theme changed
  colours.clear();
  network.setOptions({ groups: groups() });
  nodesData.update([...shown].map((i) => ({ id: i, group: entities[i].kind })));
  edgesData.update([...drawnEdges.values()].map((edge) => ({ id: edge.id, ...edgeLook(edge) })));
}
