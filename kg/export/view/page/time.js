// Time: a histogram of dated facts by month, a range with two thumbs, and play.
let months = [], perMonth = [], timer = 0;
const monthOf = (day) => day.slice(0, 7).padEnd(7, '-01').replace(/^(\d{4})$/, '$1-01');
function buildTime() {
  // The axis is that of the articles: a year of birth told in passing must not stretch it. Earlier facts count at its beginning.
  const days = facts.articles.map(([, date]) => date).filter((day) => /^\d{4}/.test(day)).map(monthOf).sort();
  const dated = days.length ? days : links.flatMap((fact) => [fact.from, fact.to]).filter((day) => /^\d{4}/.test(day)).map(monthOf).sort();
  if (!dated.length) return;
  months = [];
  const [first, last] = [dated[0], dated[dated.length - 1]];
  for (let [y, m] = first.split('-').map(Number); `${y}-${String(m).padStart(2, '0')}` <= last && months.length < 2400; m === 12 ? (y++, m = 1) : m++)
    months.push(`${y}-${String(m).padStart(2, '0')}`);
  const place = new Map(months.map((month, n) => [month, n]));
  perMonth = months.map(() => 0);
  for (const fact of links) if (fact.from && fact.kind !== 'tenure') { const n = place.get(monthOf(fact.from)); if (n !== undefined) perMonth[n]++; }
  for (const id of ['from', 'to']) Object.assign(byId(id), { min: 0, max: months.length - 1, step: 1 });
  byId('time').hidden = false;
  showSpan();
}
function ends() {
  const at = (day, otherwise) => { const n = months.indexOf(monthOf(day || '')); return n < 0 ? otherwise : n; };
  return [state.from ? at(state.from, 0) : 0, state.to ? at(state.to, months.length - 1) : months.length - 1];
}
function showSpan() {
  if (!months.length) return;
  const [a, b] = ends();
  byId('from').value = a; byId('to').value = b;
  for (const id of ['from', 'to']) byId(id).setAttribute('aria-valuetext', months[Number(byId(id).value)]);
  byId('span').textContent = `${state.from || months[0]} – ${state.to || months[months.length - 1]}`;
}
function setSpan(a, b) {
  [a, b] = a <= b ? [a, b] : [b, a];
  state.from = a > 0 ? months[a] : '';
  state.to = b < months.length - 1 ? months[b] : '';
  showSpan();
  changed();
}
function drawHistogram() {
  if (!months.length) return;
  const svg = byId('histogram'), wide = Math.max(1, Math.ceil(months.length / 180)), most = [], [a, b] = ends();
  for (let n = 0; n < months.length; n += wide) most.push(perMonth.slice(n, n + wide).reduce((x, y) => x + y, 0));
  const high = Math.max(1, ...most);
  svg.setAttribute('viewBox', `0 0 ${most.length} 32`);
  svg.replaceChildren(...most.map((n, at) => vector('rect', { x: at + 0.08, width: 0.84, y: 32 - (n ? 2 + (n / high) * 30 : 0), height: n ? 2 + (n / high) * 30 : 0, class: at * wide + wide > a && at * wide <= b ? 'in' : '' })));
}
function stopPlaying() { clearInterval(timer); timer = 0; showPlay(); }
function showPlay() {
  byId('play').setAttribute('aria-pressed', String(Boolean(timer)));
  byId('play').firstElementChild.textContent = timer ? '❚❚' : '▶';
}
// A narrow window slides; the whole range grows from its beginning.
function play() {
  if (timer) return stopPlaying();
  let [a, b] = ends();
  const grows = a === 0 && b === months.length - 1, step = Math.max(1, Math.round(months.length / 120));
  if (grows) b = 0; else if (b >= months.length - 1) [a, b] = [0, b - a];
  setSpan(a, Math.max(a, b));
  timer = setInterval(() => {
    b += step; if (!grows) a += step;
    setSpan(Math.min(a, months.length - 1), Math.min(b, months.length - 1));
    if (b >= months.length - 1) stopPlaying();
  }, 450);
  showPlay();
  return undefined;
}
function watchTime() {
  const move = () => { if (timer) stopPlaying(); setSpan(Number(byId('from').value), Number(byId('to').value)); };
  byId('from').addEventListener('input', move);
  byId('to').addEventListener('input', move);
  byId('play').addEventListener('click', play);
}
