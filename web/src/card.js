// What is known of the chosen node: its page, its neighbours, and the strongest of its ties.
const MOST = 12;

function element(tag, attributes, ...children) {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
}
export function watchCard(place, graph, words, { choose, expand }) {
  function ties(id) {
    const found = graph.mapEdges(id, (edge, { events }, a, b) => [events, a === id ? b : a]);
    return found.sort((x, y) => y[0] - x[0] || (x[1] < y[1] ? -1 : 1)).slice(0, MOST);
  }
  const hint = [...place.childNodes];
  function show(id) {
    if (!id) { place.replaceChildren(...hint); return; }
    const { label, kind, events } = graph.getNodeAttributes(id);
    place.replaceChildren(
      element('h2', {}, label),
      element('p', { className: 'also' }, `${words[kind]} · ${words.events} ${events}`),
      element('p', {}, element('a', { href: `/${kind}/${id}` }, words.open), ' · ', element('a', { href: `/network/${id}` }, words.around), ' ', element('button', { onclick: () => expand(id) }, words.expand)),
      element('ul', {}, ...ties(id).map(([n, other]) => element('li', {}, element('button', { className: 'plain', onclick: () => choose(other, true) }, graph.getNodeAttribute(other, 'label')), ' ', element('span', {}, String(n))))),
    );
  }
  return { show };
}
