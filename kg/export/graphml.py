"""GraphML, for yEd, igraph, Gephi and networkx."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.files import beside
from kg.export.graph import property_graph
from kg.export.reading import read_tables
from kg.model.values import Store

if TYPE_CHECKING:
    import networkx as nx

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(store: Store, path: Path) -> None:
    """Write the graph of a store as GraphML."""
    import networkx as nx

    graph = fit_for_xml(property_graph(read_tables(store)))
    with beside(path) as part:
        nx.write_graphml(graph, part, encoding="utf-8", prettyprint=False)


def fit_for_xml(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The same graph without the control characters that no XML may hold."""
    for _, values in (*graph.nodes(data=True), *((None, d) for _, _, d in graph.edges(data=True))):
        for key, value in values.items():
            if isinstance(value, str):
                values[key] = NOT_IN_XML.sub("�", value)
    return graph
