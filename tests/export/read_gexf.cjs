// Reads a GEXF file with graphology's reader, which sigma and Gephi Lite use; says how many nodes and edges of each kind it has.
const { createRequire } = require('node:module');
const { readFileSync } = require('node:fs');
const [, , web, file] = process.argv;
const from = createRequire(`${web}/package.json`);
const graph = from('graphology-gexf').parse(from('graphology').MultiDirectedGraph, readFileSync(file, 'utf-8'), { addMissingNodes: false });
const count = (kinds, { kind }) => { kinds[kind] = (kinds[kind] || 0) + 1; return kinds; };
console.log(JSON.stringify({
  nodes: graph.reduceNodes((kinds, _, data) => count(kinds, data), {}),
  edges: graph.reduceEdges((kinds, _, data) => count(kinds, data), {}),
}));
