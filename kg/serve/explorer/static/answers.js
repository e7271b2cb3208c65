// Answers of queries: as a table with links, and as a network. Text is set as text, never as markup.

export const MOST_ROWS = 1000;
const MOST_NODES = 150;
const SVG = "http://www.w3.org/2000/svg";
const { prefixes } = JSON.parse(document.getElementById("data").textContent);

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

export function tableOf(names, rows) {
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
export function networkOf(names, rows) {
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

export function triplesAsRows(text) {
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
