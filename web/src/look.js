// How nodes and ties look, what stands out, and keys.
const colours = new Map(); // of the page; read once, for labels are drawn sixty times a second
function colour(name) {
  if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return colours.get(name);
}
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const PERSON = dark ? '#6fb1ee' : '#0b65a8', BODY = dark ? '#e59a52' : '#b84a00'; // apart also for the colour-blind
const LINE = dark ? '#3d4a5c' : '#ccd6e2', FAINT = dark ? '#242c37' : '#eaeef3', NEAR = dark ? '#8fa9c6' : '#5f7f9f';

const MANY = 300; // nodes; more are drawn smaller
export function style(kind, events, among) {
  const size = among > MANY ? Math.min(11, 1.6 + 0.13 * Math.sqrt(events)) : Math.min(18, 4 + 0.35 * Math.sqrt(events));
  return { size, color: kind === 'body' ? BODY : PERSON };
}
// Settings of sigma: the chosen or hovered node and its neighbours stand out, the rest is faint.
export function emphasis(graph, state) {
  const wide = innerWidth > 700, lit = () => state.hovered || state.chosen;
  return {
    allowInvalidContainer: true, labelColor: { color: colour('ink') }, labelFont: getComputedStyle(document.body).fontFamily, labelSize: 13, labelDensity: graph.order > 60 ? 0.7 : 9, labelGridCellSize: 90,
    labelRenderedSizeThreshold: graph.order > 100 ? 5 : 0, defaultEdgeColor: LINE, zIndex: true, minCameraRatio: 0.03, maxCameraRatio: 3, hideEdgesOnMove: graph.size > 20000,
    defaultDrawNodeHover: drawHover, defaultDrawNodeLabel: drawLabel,
    nodeReducer: (id, data) => {
      if (data.kind === 'body' && !state.bodies) return { ...data, hidden: true };
      const one = lit();
      if (!one || !graph.hasNode(one)) return data;
      if (id === one) return { ...data, highlighted: true, forceLabel: true, zIndex: 2 };
      return graph.areNeighbors(id, one) ? { ...data, zIndex: 1, forceLabel: wide && graph.degree(one) < 60 } : { ...data, color: FAINT, label: '', zIndex: 0 };
    },
    edgeReducer: (edge, data) => {
      if (data.events < state.least) return { ...data, hidden: true };
      const one = lit();
      if (!one || !graph.hasNode(one)) return data;
      return graph.hasExtremity(edge, one) ? { ...data, color: NEAR, zIndex: 1 } : { ...data, color: FAINT, zIndex: 0 };
    },
  };
}
const LONGEST = 12; // code points of a label
const short = (label) => ([...label].length > LONGEST ? `${[...label].slice(0, LONGEST - 1).join('')}…` : label);
// Where words of that width begin beside a node: on its right, or on its left where the picture ends.
function beside(context, { x, size }, gap, width) {
  const right = x + size + gap;
  return right + width <= context.canvas.width / devicePixelRatio ? right : x - size - gap - width;
}
function drawLabel(context, node, settings) {
  if (!node.label) return;
  context.font = `${settings.labelSize}px ${settings.labelFont}`;
  context.lineJoin = 'round'; context.lineWidth = 3; context.strokeStyle = colour('paper'); context.fillStyle = colour('ink');
  const text = short(node.label), y = node.y + settings.labelSize / 3, x = beside(context, node, 3, context.measureText(text).width);
  context.strokeText(text, x, y); context.fillText(text, x, y);
}
function drawHover(context, node, settings) {
  const { x, y, size, label, color } = node;
  context.beginPath(); context.arc(x, y, size + 3, 0, Math.PI * 2); context.strokeStyle = colour('ink'); context.lineWidth = 2; context.stroke();
  context.beginPath(); context.arc(x, y, size, 0, Math.PI * 2); context.fillStyle = color; context.fill();
  if (!label) return;
  context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
  const width = context.measureText(label).width + 8, left = beside(context, node, 3, width);
  context.fillStyle = colour('paper'); context.fillRect(left, y - 10, width, 20);
  context.fillStyle = colour('ink'); context.fillText(label, left + 4, y + 5);
}
export function arrows(event, camera) {
  const step = 0.12 * camera.ratio;
  const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key];
  if (move) camera.setState({ x: camera.x + move[0], y: camera.y + move[1] });
  else if (event.key === '+' || event.key === '=') camera.animatedZoom();
  else if (event.key === '-') camera.animatedUnzoom();
  else if (event.key === '0') camera.animatedReset();
  else return;
  event.preventDefault();
}
