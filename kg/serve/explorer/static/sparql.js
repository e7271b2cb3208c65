// The query page: colours, completion, running, and answers as table or network. No library, no request elsewhere.

const { queries, prefixes, given } = JSON.parse(document.getElementById("data").textContent);
const area = document.getElementById("query");
const paint = document.querySelector(".editor pre");
const suggestions = document.getElementById("suggest");
const told = document.getElementById("told");
const problem = document.getElementById("problem");
const answer = document.getElementById("answer");
const views = document.getElementById("views");
const MOST_ROWS = 1000;
const MOST_NODES = 150;
const SVG = "http://www.w3.org/2000/svg";

const KEYWORDS = "ADD ALL AS ASC ASK AVG BASE BIND BOUND BY COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DAY DESC DESCRIBE DISTINCT EXISTS FILTER FROM GRAPH GROUP GROUP_CONCAT HAVING IF IN IRI ISIRI LANG LANGMATCHES LCASE LIMIT MAX MIN MINUS MONTH NAMED NOT OFFSET OPTIONAL ORDER PREFIX REDUCED REGEX REPLACE SAMPLE SELECT SEPARATOR STR STRDT STRENDS STRLEN STRSTARTS SUBSTR SUM UCASE UNDEF UNION VALUES WHERE YEAR".split(" ");
const TERMS = ["foaf:Person", "org:Organization", "org:Role", "org:member", "org:organization", "org:role", "org:memberOf", "org:subOrganizationOf", "kg:Tenure", "kg:firstAttested", "kg:lastAttested", "kg:validFrom", "kg:validUntil", "kg:status", "kg:evidence", "kg:Event", "kg:eventType", "kg:startDate", "kg:endDate", "kg:place", "kg:Participation", "kg:event", "kg:participant", "kg:participationRole", "kg:inCapacity", "kg:position", "kg:Statement", "kg:speaker", "kg:words", "kg:Evidence", "kg:source", "kg:Article", "kg:Place", "kg:jurisdiction", "oa:exact", "oa:start", "oa:end", "schema:headline", "schema:datePublished", "schema:publisher", "schema:url", "schema:identifier", "sem:hasActor", "skos:prefLabel", "skos:altLabel", "skos:notation", "skos:broader", "rdfs:label"];

// --- colours

const TOKEN = /("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(<[^<>"{}|^`\\\s]*>)|(#[^\n]*)|([?$][\p{L}\p{N}_]+)|([\p{L}][\p{L}\p{N}_-]*)?(:[\p{L}\p{N}_.-]*)|([A-Za-z_]+)/gu;

function coloured(text) {
  const pieces = [];
  let at = 0;
  const add = (words, name) => {
    const span = document.createElement("span");
    if (name) span.className = name;
    span.textContent = words;
    pieces.push(span);
  };
  for (const found of text.matchAll(TOKEN)) {
    if (found.index > at) add(text.slice(at, found.index));
    const [whole, string, iri, comment, variable, , local, word] = found;
    add(whole, string ? "s" : iri ? "i" : comment ? "c" : variable ? "v" : local ? "f" : KEYWORDS.includes(word?.toUpperCase()) || word === "a" ? "k" : "");
    at = found.index + whole.length;
  }
  add(text.slice(at) + "\n");
  return pieces;
}

function repaint() {
  paint.replaceChildren(...coloured(area.value));
  paint.scrollTop = area.scrollTop;
}

// --- completion

function wordBefore() {
  const before = area.value.slice(0, area.selectionStart);
  return before.match(/[?\p{L}\p{N}_:-]*$/u)[0];
}

function complete(choice) {
  const end = area.selectionStart;
  const start = end - wordBefore().length;
  area.setRangeText(choice, start, end, "end");
  area.focus();
  changed();
}

function candidates(word) {
  if (word.length < 2) return [];
  const lower = word.toLowerCase();
  const variables = [...new Set(area.value.match(/[?$][\p{L}\p{N}_]+/gu) ?? [])];
  const names = Object.keys(prefixes).map((name) => `${name}:`);
  const all = word.startsWith("?") ? variables : [...TERMS, ...names, ...KEYWORDS];
  return all.filter((one) => one.toLowerCase().startsWith(lower) && one !== word).slice(0, 10);
}

function suggest() {
  suggestions.replaceChildren(...candidates(wordBefore()).map((choice) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = choice;
    button.addEventListener("click", () => complete(choice));
    item.append(button);
    return item;
  }));
}

function changed() {
  repaint();
  suggest();
}

// --- answers

const shortened = (iri) => {
  for (const [name, space] of Object.entries(prefixes)) if (iri.startsWith(space)) return `${name}:${iri.slice(space.length)}`;
  return iri;
};

function linked(iri) {
  const link = document.createElement("a");
  link.textContent = shortened(iri);
  if (iri.startsWith(prefixes.id)) link.href = `/id/${encodeURIComponent(iri.slice(prefixes.id.length))}`;
  else if (/^https?:\/\//.test(iri)) {
    link.href = `/sparql?query=${encodeURIComponent(`DESCRIBE <${iri}>`)}`;
  } else return document.createTextNode(iri);
  return link;
}

function cell(term) {
  const box = document.createElement("td");
  if (!term) return box;
  if (term.type === "uri") box.append(linked(term.value));
  else box.textContent = term.value;
  if (term["xml:lang"]) box.lang = term["xml:lang"];
  return box;
}

function tableOf(names, rows) {
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (const name of names) {
    const th = document.createElement("th");
    th.textContent = name;
    head.append(th);
  }
  const body = table.createTBody();
  for (const row of rows.slice(0, MOST_ROWS)) body.insertRow().append(...names.map((name) => cell(row[name])));
  return table;
}

// Every row ties the things in it: the first IRI or name with each other one.
function networkOf(names, rows) {
  const nodes = new Map();
  const ties = new Map();
  for (const row of rows) {
    const terms = names.map((name) => row[name]).filter((term) => term && (term.type === "uri" || term["xml:lang"]));
    if (terms.length < 2) continue;
    const keys = terms.map((term) => term.value);
    for (const key of keys) if (nodes.size < MOST_NODES && !nodes.has(key)) nodes.set(key, { key, name: shortened(key) });
    for (const key of keys.slice(1)) {
      if (key === keys[0] || !nodes.has(key) || !nodes.has(keys[0])) continue;
      const tie = JSON.stringify([keys[0], key].sort());
      ties.set(tie, (ties.get(tie) ?? 0) + 1);
    }
  }
  return drawn([...nodes.values()], [...ties.keys()].map((tie) => JSON.parse(tie)));
}

function settle(nodes, ties) {
  const at = new Map(nodes.map((node, i) => [node.key, node]));
  nodes.forEach((node, i) => {
    node.x = 300 * Math.cos(i * 2.399963) * Math.sqrt((i + 1) / nodes.length);
    node.y = 300 * Math.sin(i * 2.399963) * Math.sqrt((i + 1) / nodes.length);
  });
  const wish = 420 / Math.sqrt(nodes.length + 1);
  for (let round = 0; round < 200; round++) {
    const heat = 20 * (1 - round / 200);
    for (const node of nodes) { node.dx = -node.x * 0.02; node.dy = -node.y * 0.02; }
    for (let i = 0; i < nodes.length; i++) for (let j = 0; j < i; j++) {
      const [p, q] = [nodes[i], nodes[j]];
      const [x, y] = [p.x - q.x || 0.1, p.y - q.y || 0.1];
      const push = (wish * wish) / (x * x + y * y);
      p.dx += x * push; p.dy += y * push; q.dx -= x * push; q.dy -= y * push;
    }
    for (const [a, b] of ties) {
      const [p, q] = [at.get(a), at.get(b)];
      const [x, y] = [p.x - q.x, p.y - q.y];
      const pull = Math.hypot(x, y) / wish / 4;
      p.dx -= x * pull; p.dy -= y * pull; q.dx += x * pull; q.dy += y * pull;
    }
    for (const node of nodes) {
      const length = Math.hypot(node.dx, node.dy) || 1;
      const step = Math.min(length, heat) / length;
      node.x += node.dx * step; node.y += node.dy * step;
    }
  }
  return at;
}

function shape(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function drawn(nodes, ties) {
  const picture = shape("svg", { class: "network", role: "img" });
  if (!nodes.length) return picture;
  const at = settle(nodes, ties);
  const [xs, ys] = [nodes.map((n) => n.x), nodes.map((n) => n.y)];
  const [left, top] = [Math.min(...xs) - 80, Math.min(...ys) - 40];
  picture.setAttribute("viewBox", `${left} ${top} ${Math.max(...xs) - left + 80} ${Math.max(...ys) - top + 40}`);
  for (const [a, b] of ties) {
    const [p, q] = [at.get(a), at.get(b)];
    picture.append(shape("line", { class: "own", x1: p.x, y1: p.y, x2: q.x, y2: q.y }));
  }
  for (const node of nodes) {
    picture.append(shape("circle", { class: "person", cx: node.x, cy: node.y, r: 7 }));
    picture.append(shape("text", { x: node.x, y: node.y + 20, "text-anchor": "middle" }, node.name.slice(0, 16)));
  }
  return picture;
}

function triplesAsRows(text) {
  const rows = [];
  const TRIPLE = /^(\S+) <([^>]*)> (.*) \.$/gm;
  for (const [, s, p, o] of text.matchAll(TRIPLE)) {
    const term = (words) => {
      if (words.startsWith("<")) return { type: "uri", value: words.slice(1, -1) };
      const literal = words.match(/^"((?:[^"\\]|\\.)*)"(?:@([\w-]+))?/);
      if (!literal) return { type: "bnode", value: words };
      const value = literal[1].replace(/\\u([0-9A-F]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
        .replace(/\\(.)/g, (_, c) => ({ n: "\n", t: "\t", r: "\r" }[c] ?? c));
      return { type: "literal", value, ...(literal[2] ? { "xml:lang": literal[2] } : {}) };
    };
    rows.push({ subject: term(s), predicate: { type: "uri", value: p }, object: term(o) });
  }
  return { head: { vars: ["subject", "predicate", "object"] }, results: { bindings: rows } };
}

let last = null;
function show(asNetwork) {
  if (!last) return;
  const { head: { vars }, results: { bindings } } = last;
  answer.replaceChildren(asNetwork ? networkOf(vars, bindings) : tableOf(vars, bindings));
  document.getElementById("table-view").setAttribute("aria-pressed", String(!asNetwork));
  document.getElementById("network-view").setAttribute("aria-pressed", String(asNetwork));
}

let running = null;
async function run() {
  running?.abort();
  running = new AbortController();
  problem.textContent = "";
  answer.replaceChildren();
  views.hidden = true;
  told.textContent = told.dataset.running;
  const begun = performance.now();
  history.replaceState(null, "", `/sparql?query=${encodeURIComponent(area.value)}`);
  try {
    const response = await fetch("/sparql", {
      method: "POST",
      body: new URLSearchParams({ query: area.value }),
      headers: { Accept: "application/sparql-results+json, application/n-triples;q=0.9" },
      signal: running.signal,
    });
    const kind = response.headers.get("content-type") ?? "";
    const text = await response.text();
    if (!response.ok) throw new Error(kind.includes("json") ? JSON.parse(text).error : text);
    const found = kind.includes("n-triples") ? triplesAsRows(text) : JSON.parse(text);
    if ("boolean" in found) { told.textContent = String(found.boolean); return; }
    last = found;
    views.hidden = false;
    const count = found.results.bindings.length;
    told.textContent = `${count > MOST_ROWS ? `${MOST_ROWS} / ` : ""}${count} ${told.dataset.rows}, ${Math.round(performance.now() - begun)} ms`;
    show(false);
  } catch (error) {
    if (error.name === "AbortError") return;
    told.textContent = "";
    problem.textContent = error.message;
  }
}

document.querySelector(".editor").classList.add("live");
area.addEventListener("input", changed);
area.addEventListener("scroll", () => { paint.scrollTop = area.scrollTop; });
area.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
  if (event.key === "Tab" && !event.shiftKey && candidates(wordBefore()).length) {
    event.preventDefault();
    complete(candidates(wordBefore())[0]);
  }
});
document.getElementById("run").addEventListener("click", (event) => { event.preventDefault(); run(); });
document.getElementById("table-view").addEventListener("click", () => show(false));
document.getElementById("network-view").addEventListener("click", () => show(true));
document.getElementById("named").addEventListener("change", (event) => {
  const chosen = queries[event.target.value];
  if (chosen) { area.value = chosen.text; changed(); }
});
repaint();
if (given) run();
