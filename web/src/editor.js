// The editor of the query page: YASQE, which asks no other server as it is set up here.

import "@zazuko/yasqe/build/yasqe.min.css";
import { Yasqe } from "yasqe-without-prefixes";

const TERMS = ["foaf:Person", "org:Organization", "org:Role", "org:member", "org:organization", "org:role", "org:memberOf", "org:subOrganizationOf", "kg:Tenure", "kg:firstAttested", "kg:lastAttested", "kg:validFrom", "kg:validUntil", "kg:status", "kg:evidence", "kg:Event", "kg:eventType", "kg:startDate", "kg:endDate", "kg:place", "kg:Participation", "kg:event", "kg:participant", "kg:participationRole", "kg:inCapacity", "kg:position", "kg:Statement", "kg:speaker", "kg:words", "kg:Evidence", "kg:source", "kg:Article", "kg:Place", "kg:jurisdiction", "oa:exact", "oa:start", "oa:end", "schema:headline", "schema:datePublished", "schema:publisher", "schema:url", "schema:identifier", "sem:hasActor", "skos:prefLabel", "skos:altLabel", "skos:notation", "skos:broader", "rdfs:label"];
const { prefixes } = JSON.parse(document.getElementById("data").textContent);
const IRI = /<[^<>\s]*>/g;
const USED = /(?<![\w:-])([a-z]+):(?=\w)/g;
const NAME = /^[a-z][\w-]*:?[\w-]*$/i;

// Terms and prefixes of this graph.
const COMPLETER = {
  name: "terms",
  bulk: false,
  autoShow: true,
  isValidCompletionPosition: (yasqe) => NAME.test(yasqe.getCompleteToken().string),
  preProcessToken: (yasqe, token) => ({ ...token, autocompletionString: token.string }),
  get: async (yasqe, token) => fitting(token?.string ?? ""),
  postProcessSuggestion: (yasqe, token, chosen) => chosen,
};

function fitting(word) {
  if (word.length < 2) return [];
  const all = [...TERMS, ...Object.keys(prefixes).map((name) => `${name}:`)];
  return all.filter((one) => one.toLowerCase().startsWith(word.toLowerCase()) && one !== word).slice(0, 12);
}

// An editor in place of `area`, which keeps the text for the form; `run` answers Ctrl+Enter.
export function makeEditor(area, run) {
  const box = document.createElement("div");
  area.after(box);
  area.hidden = true;
  Yasqe.registerAutocompleter(COMPLETER, false);
  const yasqe = new Yasqe(box, {
    value: area.value,
    screenReaderLabel: document.querySelector(`label[for="${area.id}"]`).textContent,
    autocompleters: ["variables", "terms"],
    requestConfig: { endpoint: "/sparql" },
    extraKeys: { ...Yasqe.defaults.extraKeys, "Ctrl-Enter": run, "Cmd-Enter": run },
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "20rem",
  });
  yasqe.on("change", () => {
    declare(yasqe);
    area.value = yasqe.getValue();
  });
  declare(yasqe);
  return { set: (text) => yasqe.setValue(text) };
}

// This server needs no PREFIX lines, the editor's grammar does, and so do other servers to whom a query is taken.
let declaring = false; // each line that is added is a change, too
function declare(yasqe) {
  if (declaring) return;
  const declared = yasqe.getPrefixesFromQuery();
  const used = new Set(Array.from(yasqe.getValue().replaceAll(IRI, "").matchAll(USED), (found) => found[1]));
  const missing = [...used].filter((name) => name in prefixes && !(name in declared));
  declaring = true;
  if (missing.length) yasqe.addPrefixes(Object.fromEntries(missing.map((name) => [name, prefixes[name]])));
  declaring = false;
}
