// The query page: named queries, running, and what is told of an answer.

import { MOST_ROWS, networkOf, tableOf, triplesAsRows } from "./answers.js";

const { queries, given, built } = JSON.parse(document.getElementById("data").textContent);
const area = document.getElementById("query");
const told = document.getElementById("told");
const problem = document.getElementById("problem");
const answer = document.getElementById("answer");
const views = document.getElementById("views");

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

// Where nothing was bundled the text field alone does.
function makeField(field, answered) {
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); answered(); }
  });
  return { set: (text) => { field.value = text; } };
}

const { makeEditor } = built ? await import("./editor.js").catch(() => ({})) : {};
const editor = (makeEditor ?? makeField)(area, run);
document.getElementById("run").addEventListener("click", (event) => { event.preventDefault(); run(); });
document.getElementById("table-view").addEventListener("click", () => show(false));
document.getElementById("network-view").addEventListener("click", () => show(true));
document.getElementById("named").addEventListener("change", (event) => {
  const chosen = queries[event.target.value];
  if (chosen) editor.set(chosen.text);
});
if (given) run();
