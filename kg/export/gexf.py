"""GEXF for Gephi and Gephi Lite: nodes and edges come and go with their dates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.files import beside
from kg.export.graph import property_graph
from kg.export.graphml import fit_for_xml
from kg.export.reading import read_tables
from kg.model.values import Store

if TYPE_CHECKING:
    import networkx as nx

COLOURS = {
    "person": (11, 101, 168),
    "organization": (184, 74, 0),
    "event": (11, 122, 87),
    "place": (154, 58, 118),
}
SPANS = (("valid_from", "first_attested", "start_date"), ("valid_until", "last_attested", "end_date"))


def write(store: Store, path: Path) -> None:
    """Write the graph of a store as dynamic GEXF (1.2draft, which networkx writes and Gephi reads)."""
    import networkx as nx

    graph = in_time(fit_for_xml(property_graph(read_tables(store))))
    with beside(path) as part:
        nx.write_gexf(graph, part, encoding="utf-8", prettyprint=False)


def in_time(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Give edges their start and end, and nodes the spells of their edges; what has no date is always there.

    networkx writes a graph as dynamic where it meets a date; told so beforehand, 3.2 leaves out the form of dates.
    """
    spells: dict[str, set[tuple[str, str]]] = {node: set() for node in graph}
    for a, b, values in graph.edges(data=True):
        start, end = (next((values[k] for k in keys if values.get(k)), "") for keys in SPANS)
        if start or end:
            values["start"], values["end"] = full_day(start or end, False), full_day(end or start, True)
            for node in (a, b):
                spells[node].add((values["start"], values["end"]))
    for node, values in graph.nodes(data=True):
        values["viz"] = {"color": dict(zip("rgb", COLOURS[values["kind"]], strict=True))}
        if values.get("start_date"):
            values["start"] = full_day(values["start_date"], False)
            values["end"] = full_day(values["end_date"] or values["start_date"], True)
        elif spells[node]:
            values["spells"] = merged(spells[node])
    return graph


def full_day(date: str, last: bool) -> str:
    """The first or the last day of a date of any precision."""
    import calendar

    if len(date) == 4:
        return date + ("-12-31" if last else "-01-01")
    if len(date) == 7:
        year, month = int(date[:4]), int(date[5:7])
        return f"{date}-{calendar.monthrange(year, month)[1] if last else 1:02d}"
    return date


def merged(spells: set[tuple[str, str]]) -> list[Any]:
    """Spells that overlap, joined; in the order of time."""
    found: list[tuple[str, str]] = []
    for start, end in sorted(spells):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
