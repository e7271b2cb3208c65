"""Cytoscape JSON (.cyjs), for Cytoscape and cytoscape.js."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.export.files import beside
from kg.export.graph import property_graph
from kg.export.reading import read_tables
from kg.model.values import Store


def write(store: Store, path: Path) -> None:
    """Write the graph of a store as Cytoscape JSON."""
    cytoscape: Any = import_module("networkx.readwrite.json_graph")
    data = cytoscape.cytoscape_data(property_graph(read_tables(store)))
    with beside(path) as part:
        part.write_text(
            json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8", newline="\n"
        )
