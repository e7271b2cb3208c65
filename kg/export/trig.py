"""TriG: what rests on one article alone (the article and its quotations) in a graph named by the article.

All else is in the default graph, and nothing is in both: a union of the graphs counts every triple once.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from kg.export.files import beside
from kg.export.ntriples import sorted_lines
from kg.export.scan import PREFIXES
from kg.model.values import Store

SOURCES = (
    PREFIXES
    + "SELECT ?node ?article { { ?node kg:source ?article } UNION { ?node a kg:Article BIND(?node AS ?article) } }"
)


def write(store: Store, path: Path) -> None:
    """Write the graph of a store as TriG."""
    graph_of = {f"<{row['node']}>": f"<{row['article']}>" for row in store.select(SOURCES)}
    with (
        beside(path) as part,
        sorted_lines(store) as lines,
        part.open("w", encoding="utf-8", newline="\n") as out,
    ):
        for graph, group in groupby(lines, key=lambda line: graph_of.get(line[: line.index(" ")], "")):
            if graph:
                out.write(f"{graph} {{\n")
            out.writelines(group)
            if graph:
                out.write("}\n")
