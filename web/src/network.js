// The network of a person or body, and of the whole: sigma draws it, the API tells it. The plain picture stays where this cannot run.
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Sigma from 'sigma';
import { watchCard } from './card.js';
import { arrows, emphasis, style } from './look.js';

const room = document.getElementById('network');
const words = JSON.parse(document.getElementById('network-words').textContent);
const byId = (id) => document.getElementById(id);
const graph = new Graph({ type: 'undirected' });
const state = { chosen: '', hovered: '', least: 1, bodies: true };
let sigma = null;

const say = (text) => { byId('told').textContent = text; };
async function ask(path) {
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}
function add({ nodes, ties }, middle = { x: 0, y: 0 }) {
  const fresh = [];
  for (const { id, name, kind, events, x, y } of nodes) {
    if (graph.hasNode(id)) continue;
    graph.addNode(id, { label: name, kind, events, x: middle.x + x, y: middle.y - y, ...style(kind, events, nodes.length) });
    fresh.push(id);
  }
  for (const { a, b, events } of ties)
    if (graph.hasNode(a) && graph.hasNode(b) && a !== b && !graph.hasEdge(a, b)) graph.addEdge(a, b, { events, weight: events, size: 0.5 + Math.log2(events) / 2 });
  return fresh;
}
// Its neighbours come in around a node; what was there keeps its place.
async function expand(id) {
  const { x, y } = graph.getNodeAttributes(id);
  const known = new Set(graph.nodes());
  const fresh = add(await ask(`/api/network/${id}`), { x, y });
  if (fresh.length) {
    graph.forEachNode((node) => graph.setNodeAttribute(node, 'fixed', known.has(node)));
    forceAtlas2.assign(graph, { iterations: 60, settings: { ...forceAtlas2.inferSettings(graph), scalingRatio: 60, gravity: 0.05, adjustSizes: true, barnesHutOptimize: graph.order > 500 } });
  }
  choose(id);
}
function tell() {
  let nodes = 0, ties = 0;
  graph.forEachNode((id, data) => { if (data.kind !== 'body' || state.bodies) nodes += 1; });
  graph.forEachEdge((edge, { events }) => { if (events >= state.least) ties += 1; });
  say(words.shown.replace('{n}', nodes).replace('{m}', ties));
}
const card = watchCard(byId('card'), graph, words, { choose, expand });
function choose(id, move = false) {
  state.chosen = id && graph.hasNode(id) ? id : '';
  card.show(state.chosen);
  history.replaceState(null, '', state.chosen && state.chosen !== room.dataset.focus ? `#n=${state.chosen}` : location.pathname + location.search);
  sigma.refresh({ skipIndexation: true });
  if (move && state.chosen) sigma.getCamera().animate({ ...sigma.getNodeDisplayData(state.chosen), ratio: Math.min(sigma.getCamera().ratio, 0.35) }, { duration: 400 });
  tell();
}
// A name is looked up by the server, which knows short forms and pinyin; then the first hit that is here.
async function find(text) {
  if (!text.trim()) return;
  const { results } = await ask(`/api/search?q=${encodeURIComponent(text)}&most=40`);
  const hit = results.find(({ id }) => graph.hasNode(id));
  if (hit) choose(hit.id, true);
  else say(words.none + (results[0]?.name || text));
}
function watch() {
  sigma.on('clickNode', ({ node }) => choose(node));
  sigma.on('clickStage', () => choose(''));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => { preventSigmaDefault(); expand(node); });
  sigma.on('enterNode', ({ node }) => { state.hovered = node; sigma.refresh({ skipIndexation: true }); });
  sigma.on('leaveNode', () => { state.hovered = ''; sigma.refresh({ skipIndexation: true }); });
  byId('find-node').addEventListener('change', (event) => find(event.target.value).catch((error) => say(error.message)));
  byId('least').addEventListener('input', (event) => { state.least = Number(event.target.value); document.querySelector('output[for=least]').value = state.least; sigma.refresh(); tell(); });
  byId('bodies').addEventListener('change', (event) => { state.bodies = event.target.checked; sigma.refresh(); tell(); });
  byId('whole').addEventListener('click', () => sigma.getCamera().animatedReset());
  room.querySelector('.canvas').addEventListener('keydown', (event) => arrows(event, sigma.getCamera()));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => location.reload());
}
function canDraw() {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return Boolean(context);
}
async function start() {
  if (!canDraw()) { byId('no-webgl').hidden = false; return; }
  add(await ask(room.dataset.ask));
  room.hidden = false;
  document.querySelector('svg.network')?.remove();
  sigma = new Sigma(graph, room.querySelector('.canvas'), emphasis(graph, state));
  watch();
  choose(new URLSearchParams(location.hash.slice(1)).get('n') || room.dataset.focus, Boolean(location.hash));
  room.dataset.ready = String(Math.round(performance.now()));
}
// For whoever drives the page by a program: how many nodes there are, and where one is on the canvas.
window.renmai = { order: () => graph.order, choose, expand, place: (id) => sigma.graphToViewport(graph.getNodeAttributes(id)) };
start().catch((error) => { room.hidden = false; say(error.message); });
