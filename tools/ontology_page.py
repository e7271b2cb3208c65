"""Write docs/ontology.html: the ontology, its concepts, its alignments and the named queries, in two languages.

Example:
    python tools/ontology_page.py docs/ontology.html
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import rdflib
from jinja2 import Environment
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from kg.model.namespaces import PREFIXES
from kg.rdf.ontology import ontology_folder
from kg.rdf.queries import named_queries
from kg.rdf.validate import short

TEMPLATE = Path(__file__).with_name("ontology_page.html")
DCTERMS, SCHEMA = rdflib.Namespace("http://purl.org/dc/terms/"), rdflib.Namespace("https://schema.org/")


def page() -> str:
    """The whole page; everything that comes from the files is escaped."""
    folder = ontology_folder()
    graph = rdflib.Graph()
    for name in ("kg.ttl", "event-types.ttl", "alignments.ttl"):
        graph.parse(folder / name)
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(TEMPLATE.read_text("utf-8"))
    return template.render(
        head=_term(graph, URIRef("https://w3id.org/renmai/ns")),
        version=graph.value(URIRef("https://w3id.org/renmai/ns"), OWL.versionInfo),
        classes=_terms(graph, OWL.Class),
        properties=_terms(graph, OWL.ObjectProperty) + _terms(graph, OWL.DatatypeProperty),
        schemes=[_scheme(graph, s) for s in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str)],
        queries=named_queries().values(),
        prefixes=PREFIXES,
    )


def _terms(graph: rdflib.Graph, kind: URIRef) -> list[dict[str, Any]]:
    return [_term(graph, s) for s in sorted(graph.subjects(RDF.type, kind), key=str)]


def _term(graph: rdflib.Graph, term: Any) -> dict[str, Any]:
    """What the page says of a class, a property or a concept."""
    aligned = [
        (short(str(p)), [_link(o) for o in sorted(graph.objects(term, p), key=str)])
        for p in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.exactMatch, SKOS.closeMatch, SKOS.relatedMatch)
        if graph.value(term, p)
    ]
    domains = [*graph.objects(term, RDFS.domain), *graph.objects(term, SCHEMA.domainIncludes)]
    return {
        "name": short(str(term)), "iri": str(term), "anchor": _anchor(str(term)),
        "label": _texts(graph, term, RDFS.label) or _texts(graph, term, SKOS.prefLabel),
        "comment": _texts(graph, term, RDFS.comment) or _texts(graph, term, SKOS.definition),
        "domain": [_link(d) for d in sorted(domains, key=str)],
        "range": [_link(r) for r in graph.objects(term, RDFS.range)],
        "source": [_link(s) for s in graph.objects(term, DCTERMS.source)],
        "example": graph.value(term, SKOS.example), "aligned": aligned,
    }  # fmt: skip


def _anchor(iri: str) -> str:
    """Our own terms by their names, concepts with the prefix of their scheme."""
    return short(iri).removeprefix("kg:").replace(":", "-")


def _scheme(graph: rdflib.Graph, scheme: Any) -> dict[str, Any]:
    concepts = sorted(graph.objects(scheme, SKOS.hasTopConcept), key=str)
    return {**_term(graph, scheme), "concepts": [_term(graph, c) for c in concepts]}


def _texts(graph: rdflib.Graph, term: Any, predicate: URIRef) -> dict[str, str]:
    return {
        str(o.language)[:2]: str(o) for o in graph.objects(term, predicate) if isinstance(o, rdflib.Literal)
    }


def _link(node: Any) -> dict[str, str]:
    """A name, with an address where it is an IRI of the web."""
    text = str(node)
    is_ours = text.startswith(PREFIXES["kg"])
    href = (
        f"#{text.rpartition('#')[2]}" if is_ours else text if text.startswith(("http://", "https://")) else ""
    )
    return {"name": short(text), "href": href}


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/ontology.html")
    target.write_text(page(), encoding="utf-8", newline="\n")
    print(target)
