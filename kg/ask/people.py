"""Finding persons by name or id."""

from __future__ import annotations

from dataclasses import dataclass

from kg.ask.graph import Graph, label, local, nodes, select, value

_BY_LABEL = """SELECT DISTINCT ?person ?name WHERE {{
  VALUES ?label {{ {labels} }}
  ?person skos:prefLabel|skos:altLabel ?label ; a foaf:Person ; skos:prefLabel ?name .
}} ORDER BY ?person"""
_BY_ID = """SELECT DISTINCT ?person ?name WHERE {{
  VALUES ?person {{ {persons} }} ?person a foaf:Person ; skos:prefLabel ?name .
}}"""


@dataclass(frozen=True, slots=True)
class Named:
    """A person's IRI and leading name."""

    iri: str
    name: str

    @property
    def id(self) -> str:
        """The last part of the IRI."""
        return local(self.iri)


def persons_named(graph: Graph, name: str, base: str = "https://w3id.org/renmai/id/") -> list[Named]:
    """Everyone who goes by a name, namesakes apart; or the one person of an id or IRI."""
    name = name.strip()
    if name.startswith("p-") or name.startswith(("http://", "https://")):
        iri = name if ":" in name else base_of(graph, base) + name
        query = _BY_ID.format(persons=nodes([iri]))
    else:
        query = _BY_LABEL.format(labels=label(name))
    return [Named(value(row, "person"), value(row, "name")) for row in select(graph, query)]


def base_of(graph: Graph, default: str) -> str:
    """The IRI under which the graph names instances."""
    prefixes: dict[str, str] = getattr(graph, "prefixes", {})
    return prefixes.get("id", default)
