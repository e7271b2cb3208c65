// The panel: what is known of the chosen node or tie, every fact with the words that prove it.
const FIRST_ROWS = 12; // the rest opens on a click: a panel is read from the top
function spanText(from, to) {
  if (!from && !to) return t('nodate');
  if (!from || !to || from === to) return from || to;
  return `${from} – ${to}`;
}
function choose(i, push) {
  state.chosen = i;
  light();
  openEntity(i);
  writeAddress(push !== null);
}
function unchoose() {
  state.chosen = -1; light(); byId('panel').hidden = true; writeAddress(true);
  network.setSelection({ nodes: [], edges: [] });
}
function openPanel(...children) {
  const panel = byId('panel');
  panel.replaceChildren(...children.flat(Infinity).filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
}
const closeButton = () => h('button', { class: 'close', 'aria-label': t('close'), on: { click: () => { byId('panel').hidden = true; if (state.chosen >= 0) unchoose(); byId('graph').focus(); } } }, '×');
function openText(text) { openPanel(h('header', {}, h('h2', {}, text), closeButton())); }

function openEntity(i) {
  const entity = entities[i];
  const head = [h('header', {}, h('div', {}, h('span', { class: 'badge' }, sign(entity.kind), t(`one-${entity.kind}`)), h('h2', {}, nameOf(i))), closeButton()),
    h('p', { class: 'sub' }, [entity.reading, entity.others.length ? t('names') + entity.others.join('、') : '', entity.whole >= 0 ? null : ''].filter(Boolean).join(' · ')), wholeLine(entity), actions(i)];
  const body = { person: personPart, organization: bodyPart, event: eventPart, place: placePart }[entity.kind](i);
  openPanel(head, body);
  byId('panel').setAttribute('aria-label', `${t('details')}：${nameOf(i)}`);
}
function wholeLine(entity) {
  const wholes = [entity.whole, entity.place].filter((n) => n >= 0);
  return wholes.length ? h('p', { class: 'sub' }, `${t('part-of')} `, wholes.map((n) => [chip(n)])) : null;
}
function actions(i) {
  const button = (word, f) => h('button', { on: { click: f } }, t(word));
  const missing = relatedTo(i).some((n) => !shown.has(n));
  return h('div', { class: 'buttons' }, button('only', () => { state.only = i; state.path = null; showMode(); redraw(); fitVisible(); writeAddress(); }),
    button(missing ? 'expand' : 'collapse', () => toggleNeighbours(i)),
    state.start >= 0 && state.start !== i ? button('path-to', () => showPath(state.start, i))
      : button('path-from', () => { state.start = i; say(t('pick-other', { n: nameOf(i) })); toast(t('pick-other', { n: nameOf(i) })); }));
}
function go(i, text) { return h('button', { class: `go ${entities[i].kind}`, on: { click: () => reveal(i) } }, text || nameOf(i)); }
function chip(i, extra) { return h('button', { class: 'chip', on: { click: () => reveal(i) } }, sign(entities[i].kind), h('bdi', {}, nameOf(i)), extra ? h('span', { class: 'when' }, extra) : null); }

// A section with a list that shows its first rows.
function section(title, rows, total, before) {
  if (!rows.length) return null;
  const list = h('ul', { class: 'facts' }, rows.slice(0, FIRST_ROWS).map((make) => make()));
  const more = rows.length > FIRST_ROWS ? h('button', { class: 'plain', on: { click: () => { list.append(...rows.slice(FIRST_ROWS).map((make) => make())); more.remove(); } } }, `+ ${rows.length - FIRST_ROWS}`) : null;
  const count = total > rows.length ? t('listed', { n: total, m: rows.length }) : rows.length;
  return [h('h3', {}, title, h('span', { class: 'n' }, count)), before, list, more];
}
const byTime = (a, b) => ((b.start || b.last || b.first || '') > (a.start || a.last || a.first || '') ? 1 : -1);

function personPart(i) {
  const rows = (tenuresOf.get(i) || []).filter((row) => row.person === i).sort(byTime);
  const [events] = facts.totals[i] || [0];
  const mine = onePerEvent(partsOf.get(i) || []);
  return [section(t('posts'), rows.map((row) => () => tenureItem(row, row.body)), (facts.totals[i] || [0, 0, 0])[2], rows.length > 1 ? gantt(rows, (row) => (row.body >= 0 ? shortLabel(row.body) : '') + row.post) : null),
    section(t('events'), mine.map((part) => () => partItem(part, part.event.i)), events), companionPart(i)];
}
function bodyPart(i) {
  const rows = (tenuresOf.get(i) || []).filter((row) => row.body === i).sort((a, b) => (a.post < b.post ? -1 : a.post > b.post ? 1 : byTime(a, b)));
  const mine = onePerEvent(partsOf.get(i) || []), parts = entities.filter((e) => e.whole === i && e.kind === 'organization');
  const [events] = facts.totals[i] || [0];
  return [section(t('holders'), rows.map((row) => () => tenureItem(row, row.person)), (facts.totals[i] || [0, 0, 0])[2], rows.length > 1 ? gantt(rows, (row) => `${row.post} ${nameOf(row.person)}`) : null),
    section(t('events'), mine.map((part) => () => partItem(part, part.event.i)), events),
    parts.length ? [h('h3', {}, t('parts')), parts.map((e) => chip(e.i))] : null];
}
function eventPart(i) {
  const event = eventOf.get(i);
  if (!event) return [];
  const people = [...new Map(event.parts.map((p) => [`${p.who} ${p.role}`, p])).values()].sort((a, b) => (a.position || 999) - (b.position || 999));
  const of = (kind) => people.filter((p) => entities[p.who].kind === kind);
  return [h('p', {}, labelOf(event.type), ' · ', h('span', { class: 'when' }, spanText(event.start, event.end))),
    event.places.length ? h('p', {}, event.places.map((p) => chip(p))) : null,
    event.whole >= 0 ? h('p', {}, `${t('part-of')} `, chip(event.whole)) : null,
    proof(event.cited, event.of, partProofs(event), true),
    section(t('people'), of('person').map((part) => () => partItem(part, part.who)), event.people - of('organization').length),
    event.open ? h('p', { class: 'sub' }, t('open-list')) : null,
    section(t('bodies'), of('organization').map((part) => () => partItem(part, part.who)), 0)];
}
function placePart(i) {
  const events = [...(eventsAt.get(i) || [])].sort(byTime), bodies = entities.filter((e) => e.place === i && e.kind === 'organization');
  return [section(t('events'), events.map((event) => () => h('li', {}, go(event.i), ' ', h('span', { class: 'when' }, spanText(event.start, event.end)), proof(event.cited, event.of, partProofs(event)))), facts.totals[i]?.[0]),
    bodies.length ? [h('h3', {}, t('seat-of')), bodies.slice(0, 60).map((e) => chip(e.i))] : null];
}
function onePerEvent(parts) { return [...new Map(parts.map((p) => [p.event.i, p])).values()].sort((a, b) => byTime(a.event, b.event)); }
function companionPart(i) {
  const rows = facts.companions[i] || [];
  return rows.length ? [h('h3', {}, t('companions')), h('ul', { class: 'facts' }, rows.map(([other, n]) => companionItem(i, other, n)))] : null;
}
function companionItem(i, other, n) { // the events that both were at, as far as the page tells of them
  const both = sharedParts(i, other), count = both.length === n ? t('times', { n }) : t('times-of', { n, m: both.length });
  if (!both.length) return h('li', {}, go(other), ' ', h('span', { class: 'when' }, t('times', { n })));
  const details = h('details', { on: { toggle: fill } }, h('summary', {}, count));
  function fill() { if (details.open && details.children.length === 1) details.append(h('ul', { class: 'facts' }, both.map((part) => partItem(part, part.event.i, formsOf(other))))); }
  return h('li', {}, go(other), ' ', details);
}
function sharedParts(a, b) {
  const theirs = new Set((partsOf.get(b) || []).map((part) => part.event.i));
  return onePerEvent((partsOf.get(a) || []).filter((part) => theirs.has(part.event.i)));
}
const partProofs = (event, only = null) => event.parts.filter((p) => !only || only.includes(p.who)).flatMap((p) => p.cited);
const formsOf = (i) => [nameOf(i), ...entities[i].others];
function tenureItem(row, other) {
  const valid = [row.from && t('valid-from', { d: row.from }), row.until && t('valid-until', { d: row.until })].filter(Boolean).join(' · ');
  return h('li', {}, other >= 0 ? go(other) : null, ' ', h('b', {}, row.post), ' ', row.status ? h('span', { class: 'state' }, t(row.status)) : null, ' ', row.level ? h('span', { class: 'state' }, row.level) : null,
    h('div', { class: 'when' }, [valid, row.first || !valid ? t('attested', { a: spanText(row.first, row.last) }) : ''].filter(Boolean).join(' · ')),
    proof(row.cited, row.of, [], false, [...formsOf(row.person), ...(row.body >= 0 ? formsOf(row.body) : []), row.post]));
}
function partItem(part, other, also = []) {
  const mine = entities[other].kind === 'event' ? [labelOf(part.event.type), spanText(part.event.start, part.event.end), labelOf(part.role)] : [labelOf(part.role)];
  return h('li', {}, go(other), ' ', h('span', { class: 'when' }, mine.join(' · ')), part.capacity.length ? h('div', { class: 'when' }, t('in-capacity', { c: part.capacity.join('、') })) : null,
    proof(part.cited.length ? part.cited : part.event.cited, part.cited.length ? part.of : part.event.of, partProofs(part.event), false, [...formsOf(part.who), ...also]));
}
// The quotations of a fact, its own words marked; `beside` are proofs whose words are marked softly in the same sentence.
// They are built when opened: a panel may hold hundreds.
function proof(cited, of, beside = [], open = false, names = []) {
  if (!cited.length) return null;
  const word = of > cited.length ? t('quotes-of', { n: of, m: cited.length }) : t('quotes', { n: cited.length });
  const details = h('details', { class: 'proof', open, on: { toggle: fill } }, h('summary', {}, word));
  function fill() { if (details.open && details.children.length === 1) details.append(...cited.map((one) => quotation(one, beside, names))); }
  if (open) fill();
  return details;
}
// Where a fact has no words of its own in a sentence, the name is looked up: `names` are its forms.
function named(text, names) {
  const found = [];
  for (const form of names) {
    if (form.length < 2) continue;
    let from = text.indexOf(form); // 委员 stands in 委员会, too
    while (from >= 0 && found.some(([a, n]) => from < a + n && a < from + form.length)) from = text.indexOf(form, from + 1);
    if (from >= 0) found.push([from, form.length, 'own']);
  }
  return found;
}
function quotation([q, start, length, sure, rule, resolved], beside, names) {
  const [text, article] = facts.quotes[q], words = h('p', { lang: 'zh' });
  const whole = length >= text.length, marks = whole ? named(text, names) : [[start, length, 'own']];
  for (const [other, from, size] of beside) if (other === q && size < text.length && !marks.some(([a, n]) => from < a + n && a < from + size)) marks.push([from, size, whole && !names.length ? 'own' : '']);
  let done = 0;
  for (const [from, size, name] of marks.sort((a, b) => a[0] - b[0])) {
    words.append(text.slice(done, from), h('mark', { class: name }, text.slice(from, from + size)));
    done = from + size;
  }
  words.append(text.slice(done));
  const [title, date, source, url] = facts.articles[article], name = title || t('untitled');
  const link = /^https?:\/\//i.test(url) ? h('a', { href: url, rel: 'noopener noreferrer nofollow', target: '_blank' }, h('bdi', {}, name)) : h('bdi', {}, name);
  const how = [t('sure', { n: sure }), t(facts.words[resolved]) || '', facts.words[rule]].filter(Boolean).join(' · ');
  return h('blockquote', {}, words, h('footer', {}, link, h('br'), [date, source].filter(Boolean).join(' · '), h('br'), how));
}
// Posts as bars in time: the bar is what articles attest, the outline what an appointment or a removal says.
function gantt(rows, label) {
  const dated = rows.filter((row) => row.first || row.from).slice(0, 24);
  const number = (day, end) => { const [y, m = end ? 12 : 1, d = end ? 28 : 1] = day.split('-').map(Number); return y + (m - 1) / 12 + (d - 1) / 372; };
  const days = dated.flatMap((row) => [row.from, row.first, row.last, row.until].filter(Boolean));
  if (!days.length) return null;
  const least = Math.floor(Math.min(...days.map((d) => number(d)))), most = Math.max(least + 1, Math.ceil(Math.max(...days.map((d) => number(d, true)))));
  const x = (year) => 4 + ((year - least) / (most - least)) * 352;
  const svg = vector('svg', { class: 'gantt', viewBox: `0 0 360 ${dated.length * 27 + 16}`, role: 'img', 'aria-label': t('posts') });
  const step = Math.max(1, Math.ceil((most - least) / 7));
  for (let year = least; year <= most; year += step)
    svg.append(vector('line', { x1: x(year), x2: x(year), y1: 0, y2: dated.length * 27 }), vector('text', { x: Math.min(332, x(year)), y: dated.length * 27 + 13, class: 'axis' }, String(year)));
  dated.forEach((row, n) => {
    const from = number(row.first || row.from), to = Math.max(from + 0.02, number(row.last || row.until || row.first || row.from, true));
    const text = label(row), start = x(from);
    svg.append(vector('text', { x: start > 180 ? start + 4 : start, y: n * 27 + 12, 'text-anchor': start > 180 ? 'end' : 'start' }, text.length > 26 ? `${text.slice(0, 25)}…` : text),
      vector('rect', { x: start, y: n * 27 + 16, width: Math.max(3, x(to) - start), height: 6, rx: 2 }));
    if (row.from || row.until) { const a = x(number(row.from || row.first)), b = x(number(row.until || row.last, true)); svg.append(vector('rect', { class: 'sure', x: a, y: n * 27 + 14, width: Math.max(4, b - a), height: 10, rx: 3 })); }
  });
  return svg;
}
const shortLabel = (i) => { const name = nameOf(i), forms = entities[i].others.filter((n) => n.length >= 4 && n.length < name.length); return name.length > 8 && forms.length ? forms.reduce((a, b) => (b.length < a.length ? b : a)) : name; };

function tieFacts(a, b) {
  const items = (linksOf.get(pairOf(a, b)) || []).map((n) => links[n]);
  return items.map((fact) => () => {
    if (fact.kind === 'tenure') return tenureItem(fact.tenure, fact.tenure.body);
    if (fact.kind === 'part') return partItem(fact.part, fact.part.event.i);
    if (fact.kind === 'within') return h('li', {}, go(fact.a), ` ${t('part-of')} `, go(fact.b));
    return h('li', {}, go(fact.event.i), ' ', h('span', { class: 'when' }, `${labelOf(fact.event.type)} · ${spanText(fact.from, fact.to)}`), proof(fact.event.cited, fact.event.of, partProofs(fact.event, [a, b]), false, [...formsOf(a), ...formsOf(b)]));
  });
}
function openTie(a, b) {
  const edge = bundleOf.get(pairOf(a, b));
  const known = edge?.kind === 'together' ? t('times', { n: edge.count }) : t(edge?.kind === 'place' ? 'placed' : edge?.kind || 'tie-title');
  openPanel(h('header', {}, h('div', {}, h('span', { class: 'badge' }, known), h('h2', {}, t('of-tie', { a: nameOf(a), b: nameOf(b) }))), closeButton()),
    h('p', {}, chip(a), chip(b)), section(t('tie-title'), tieFacts(a, b), edge?.kind === 'together' ? edge.count : 0));
}
function openPath(path) {
  const steps = path.slice(1).map((b, n) => [h('h3', {}, go(path[n]), ' → ', go(b)), h('ul', { class: 'facts' }, tieFacts(path[n], b).slice(0, 3).map((make) => make()))]);
  openPanel(h('header', {}, h('div', {}, h('span', { class: 'badge' }, t('path-title', { n: path.length - 1 })), h('h2', {}, t('path-of', { a: nameOf(path[0]), b: nameOf(path.at(-1)) }))), closeButton()), steps);
}
