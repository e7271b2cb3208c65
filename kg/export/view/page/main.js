// Start: draw at once, unpack the facts, then let everything answer.
let dark = matchMedia('(prefers-color-scheme: dark)').matches;
function setTheme() { document.documentElement.classList.toggle('dark', dark); }
function showNotice() {
  const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);
  const { asked, drawn, whole } = about, left = sum(whole) - sum(drawn);
  const parts = [t('drawn', { nodes: sum(drawn), ties: picture.edges.length, ...whole })];
  if (left) parts.push(t('left-out', { n: left }));
  if (asked.focus) parts.push(t('around-focus', asked));
  if (asked.from || asked.to) parts.push(t('in-range', { from: asked.from || '…', to: asked.to || '…' }));
  byId('notice-text').textContent = parts.join(language === 'zh' ? '' : ' ');
  byId('notice-more').hidden = !left;
}
function showHow() {
  const lines = [['how-focus', 'kg view OUT --focus 姓名或单位 --hops 2 -o page.html'], ['how-time', 'kg view OUT --from 2019-01 --to 2019-06 -o page.html'], ['how-limit', 'kg view OUT --limit 3000 -o page.html'], ['how-person', 'kg person OUT 姓名'], ['how-serve', 'kg serve OUT']];
  showDialog(t('how-title'), h('p', {}, t('how-here')), h('dl', {}, lines.flatMap(([word, line]) => [h('dt', {}, t(word)), h('dd', {}, h('kbd', {}, line))])));
}
function showHelp() {
  showDialog(t('help-title'), h('p', {}, t('help-text')), h('dl', {}, WORDS[language].keys.flatMap(([key, what]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)])));
}
function toggleFilters(open = byId('filters').hidden) {
  byId('filters').hidden = !open;
  byId('filters-button').setAttribute('aria-expanded', String(open));
}
function toggleTake(open = byId('take').hidden) {
  byId('take').hidden = !open;
  byId('take-button').setAttribute('aria-expanded', String(open));
}
function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  translate(); showNotice(); buildFilters(); showControls(); redraw(); buildIndex();
  if (state.path) openPath(state.path); else if (state.chosen >= 0) openEntity(state.chosen);
}
function watchPage() {
  byId('filters-button').addEventListener('click', () => toggleFilters());
  document.querySelector('[data-close="filters"]').addEventListener('click', () => toggleFilters(false));
  byId('table-button').addEventListener('click', () => setView(state.view === 'table' ? 'graph' : 'table'));
  byId('take-button').addEventListener('click', () => toggleTake());
  for (const button of byId('take').children) button.addEventListener('click', () => { toggleTake(false); take(button.dataset.take); });
  byId('language').addEventListener('click', switchLanguage);
  byId('theme').addEventListener('click', () => { dark = !dark; setTheme(); repaint(); });
  byId('help-button').addEventListener('click', showHelp);
  byId('notice-more').addEventListener('click', showHow);
  byId('notice-close').addEventListener('click', () => { byId('notice').hidden = true; });
  addEventListener('popstate', readAddress);
  addEventListener('keydown', pageKey);
  document.addEventListener('click', (event) => { if (!event.target.closest('.menu')) toggleTake(false); });
}
function pageKey(event) {
  const typing = event.target.closest('input:not([type="checkbox"]):not([type="range"]), select, textarea, dialog');
  if (event.key === 'Escape' && !typing) escape();
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const action = { '/': () => byId('search').focus(), t: () => setView(state.view === 'table' ? 'graph' : 'table'), f: () => toggleFilters(),
    e: () => state.chosen >= 0 && toggleNeighbours(state.chosen), o: () => { if (state.chosen >= 0) { state.only = state.chosen; showMode(); redraw(); fitVisible(); } }, '?': showHelp }[event.key];
  if (action) { action(); event.preventDefault(); }
}
function escape() {
  if (!byId('take').hidden) toggleTake(false);
  else if (state.only >= 0 || state.path) { state.only = -1; state.path = null; showMode(); redraw(); writeAddress(); }
  else if (!byId('panel').hidden) unchoose();
}
async function start() {
  setTheme(); translate();
  const tooOld = (error) => { byId('notice-text').textContent = `${t('unsupported')} (${error.message})`; throw error; };
  await unpackPicture().catch(tooOld);
  showNotice();
  if (matchMedia('(max-width: 1100px)').matches) toggleFilters(false);
  startNetwork();
  await unpackFacts().catch(tooOld);
  buildIndex(); buildTime(); buildFilters();
  watchPage(); watchFilters(); watchGraph(); watchSearch(); watchTime();
  readAddress();
  document.documentElement.dataset.live = String(Math.round(performance.now()));
}
// For whoever drives the page by a program: where a node is on the canvas, and what is visible.
window.renmai = { place: (i) => network.canvasToDOM(network.getPosition(i)), visible: () => [...visibleNodes], choose: (i) => choose(i, true) };
start();
