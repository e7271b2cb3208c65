"""The picture as a pyvis network: its nodes, edges and options are what the page gives to vis-network."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from importlib import import_module
from importlib.resources import files
from typing import Any

from kg.export.rows import Tables
from kg.export.view.choose import Ties
from kg.export.view.layout import Point
from kg.export.view.payload import cut, short_name
from kg.export.view.picture import Picture

LONGEST_LABEL = 13  # code points; a label is read at a glance, the full name is in the panel
SHAPES = {"person": "dot", "organization": "square", "event": "diamond", "place": "triangle"}
"""Shape and colour (the page's style sheet) both tell the kind: one of them is enough for the colour-blind."""
VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "edges": {"smooth": False, "selectionWidth": 1.5},
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "multiselect": False,
        "tooltipDelay": 3_600_000,  # the page has its own
        "zoomSpeed": 0.6,
    },
}


def network(ties: Ties, tables: Tables, picture: Picture, places: Sequence[Point]) -> dict[str, Any]:
    """Nodes, edges and options, as pyvis holds them.

    Nodes and edges are assigned as lists: pyvis's add_edge looks through all edges for each (28 s for 30,000).
    """
    pyvis: Any = import_module("pyvis.network")  # it has no types, and is slow to load
    net = pyvis.Network(cdn_resources="in_line")
    net.nodes = [
        pyvis.Node(
            i, SHAPES[kind], label_of(tables, iri), x=x, y=y, size=size_of(ties, iri), group=kind
        ).options
        for i, (iri, (x, y)) in enumerate(zip(picture.nodes, places, strict=True))
        for kind in [ties.kind(iri)]
    ]
    net.edges = [
        pyvis.Edge(b.a, b.b, id=i, kind=b.kind, count=b.count, width=round(1 + math.log2(b.count), 1)).options
        for i, b in enumerate(picture.bundles)
    ]
    net.set_options(json.dumps(OPTIONS))
    nodes, edges, _, _, _, options = net.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "options": options if isinstance(options, dict) else json.loads(options),
    }


def label_of(tables: Tables, iri: str) -> str:
    """What stands under a node."""
    event = tables.events.get(iri)
    if event is None:
        return cut(short_name(tables, iri), LONGEST_LABEL)
    name = event.label or tables.labels.get(event.type, (event.type, ""))[0]
    return cut(name, LONGEST_LABEL) + (f"\n{event.start}" if event.start else "")


def size_of(ties: Ties, iri: str) -> int:
    """The radius in pixels: it grows with the square root of what hangs on the node."""
    most, base = (13, 7) if ties.kind(iri) == "event" else (28, 8)
    return min(most, round(base + 1.6 * math.sqrt(ties.weight(iri))))


def vis_network_source() -> str:
    """vis-network as pyvis brings it, without the comment that sends developers' tools to the network."""
    text = files("pyvis").joinpath("templates", VIS_NETWORK).read_text("utf-8")
    return text.replace("//# sourceMappingURL=vis-network.min.js.map", "").strip()
