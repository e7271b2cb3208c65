"""A sample of the graph through pySHACL: the standard's own judgement, for some articles."""

from __future__ import annotations

from typing import Any

from kg.model.errors import KgError
from kg.model.values import Iri, Store
from kg.rdf.ontology import ontology_folder
from kg.rdf.shapes import SH, Severity
from kg.rdf.validate import Finding, context_of, short

FACTS = """CONSTRUCT { ?s ?p ?o } WHERE {
  { SELECT DISTINCT ?s WHERE {
    VALUES ?article { id:a }
    ?e kg:source ?article .
    { BIND(?e AS ?s) } UNION { BIND(?article AS ?s) } UNION { ?article schema:publisher ?s }
    UNION { ?s kg:evidence ?e } UNION { ?f kg:evidence ?e ; kg:event|kg:participant|kg:inCapacity ?s }
    UNION { ?t kg:evidence ?e ; org:member|org:organization|org:role ?s } } }
  ?s ?p ?o }"""
"""Everything that one article says, and what that points to; what it points to in turn is cut off, see `near`."""


def findings_of_sample(store: Store, articles: int) -> list[Finding]:
    """What pySHACL finds in the graphs of the first articles by IRI.

    Raises:
        KgError: pyshacl is not installed.
    """
    try:
        import pyshacl
    except ImportError as error:
        raise KgError(
            "pyshacl is not installed; pip install 'renmai[shacl]', or leave --sample out"
        ) from error
    import rdflib

    rows = store.select(f"SELECT ?a WHERE {{ ?a a kg:Article }} ORDER BY ?a LIMIT {articles}")
    shapes = rdflib.Graph().parse(ontology_folder() / "shapes.ttl")
    found: list[Finding] = []
    for row in rows:
        graph = near(store, row["a"] or "")
        _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, allow_warnings=True)
        found += [_finding(store, report, node) for node in _results(report)]
    return found


def near(store: Store, article: str) -> Any:
    """An rdflib.Graph of one article and of whatever its nodes point to, so that nothing points out of it."""
    import rdflib

    lines = set(store.construct(FACTS, article=Iri(article)))
    graph = rdflib.Graph().parse(data="".join(sorted(lines)), format="nt")
    while missing := sorted(
        {str(o) for o in graph.objects() if _is_ours(o) and (o, None, None) not in graph}
    ):
        more = "".join(store.construct(_ABOUT, nodes=tuple(Iri(m) for m in missing)))
        if not more:
            break
        graph.parse(data=more, format="nt")
    return graph


_ABOUT = """CONSTRUCT { ?nodes ?p ?o } WHERE { VALUES ?nodes { id:a } ?nodes ?p ?o
  FILTER(?p NOT IN (kg:evidence, schema:mentions, sem:hasActor, org:memberOf, kg:words, kg:possiblySameAs)) }"""


def _is_ours(term: Any) -> bool:
    import rdflib

    return isinstance(term, rdflib.URIRef) and "w3id.org/renmai" in str(term)


def _results(report: Any) -> list[Any]:
    import rdflib

    return list(report.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")))


def _finding(store: Store, report: Any, result: Any) -> Finding:
    import rdflib

    def value(name: str) -> str:
        return str(report.value(result, rdflib.URIRef(SH + name)) or "")

    node = value("focusNode")
    severity: Severity = "warning" if value("resultSeverity").endswith("Warning") else "violation"
    return Finding(
        severity, short(value("sourceShape")), short(value("resultPath")),
        value("sourceConstraintComponent").removeprefix(SH), value("resultMessage"), node, value("value"),
        *context_of(store, node),
    )  # fmt: skip
