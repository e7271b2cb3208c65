// The address keeps the view: #n=node&t=from..to&k=kinds off&r=ties off&y=types off&l=level&p=place&c=confidence&d=degree&o=only&w=path&v=table.
let reading = false;
function addressText() {
  const id = (i) => entities[i].id;
  const parts = { n: state.chosen >= 0 ? id(state.chosen) : '', t: state.from || state.to ? `${state.from}..${state.to}` : '', k: [...state.kindsOff].join(','), r: [...state.tiesOff].join(','), y: [...state.typesOff].join(','),
    l: state.level, p: state.place >= 0 ? id(state.place) : '', c: state.sure || '', d: state.degree || '', o: state.only >= 0 ? id(state.only) : '', w: state.path ? state.path.map(id).join('~') : '', u: state.undated ? '' : '0', v: state.view === 'table' ? 'table' : '' };
  return Object.entries(parts).filter(([, value]) => value !== '').map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%7E', '~')}`).join('&');
}
function writeAddress(push = false) {
  if (reading) return;
  const hash = `#${addressText()}`;
  if (hash === (location.hash || '#')) return;
  try { history[push ? 'pushState' : 'replaceState'](null, '', hash); } catch { /* some browsers refuse this for files: the view still works */ }
}
function readAddress() {
  reading = true;
  const given = new URLSearchParams(location.hash.slice(1)), ids = new Map(entities.map((e) => [e.id, e.i]));
  const list = (key) => new Set((given.get(key) || '').split(',').filter(Boolean)), node = (key) => ids.get(given.get(key)) ?? -1;
  const [from = '', to = ''] = (given.get('t') || '').split('..').map((day) => (/^\d{4}(-\d\d){0,2}$/.test(day) ? day : ''));
  Object.assign(state, { kindsOff: list('k'), tiesOff: list('r'), typesOff: list('y'), level: given.get('l') || '', place: node('p'), sure: Number(given.get('c')) || 0, degree: Number(given.get('d')) || 0,
    from, to, only: node('o'), undated: given.get('u') !== '0', chosen: node('n'), path: null });
  buildFilters(); showControls();
  const path = (given.get('w') || '').split('~').map((id) => ids.get(id));
  if (path.length > 1 && path.every((i) => i !== undefined)) { path.forEach((i, n) => bringIn([i], n ? path[n - 1] : -1)); state.path = path; openPath(path); showMode(); }
  for (const i of [state.only, state.chosen]) if (i >= 0 && !shown.has(i)) bringIn([i], relatedTo(i).find((n) => shown.has(n)) ?? -1);
  if (given.get('v') === 'table' !== (state.view === 'table')) setView(given.get('v') === 'table' ? 'table' : 'graph');
  redraw();
  if (state.chosen >= 0) { openEntity(state.chosen); goTo(state.chosen); network.selectNodes([state.chosen]); } else if (!state.path) byId('panel').hidden = true;
  reading = false;
}
