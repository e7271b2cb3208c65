"""What a build is, in VoID and DCAT: its counts, its sources, its licence and the program that made it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.model.namespaces import PREFIXES
from kg.model.settings import Settings
from kg.model.values import Store
from kg.rdf.nt import DECIMAL, INTEGER, XSD, is_iri, lines, literal
from kg.rdf.terms import TYPE, iri

CLASSES = (
    "foaf:Person", "org:Organization", "org:Role", "kg:Tenure", "kg:Event", "kg:Statement", "kg:Participation",
    "kg:Evidence", "kg:Article", "kg:Place", "kg:Conflict",
)  # fmt: skip
VOCABULARIES = ("kg", "org", "foaf", "skos", "schema", "sem", "oa", "prov", "time", "dcterms", "owl")
PRODUCTS = {
    "graph.ttl": ("Turtle", "https://www.iana.org/assignments/media-types/text/turtle"),
    "graph.nt": ("N-Triples", "https://www.iana.org/assignments/media-types/application/n-triples"),
}


def description_lines(store: Store, manifest: Mapping[str, Any], licence: str = "") -> Iterator[str]:
    """Yield the N-Triples that describe a build, a subject in each string.

    Args:
        store: the graph, which is counted.
        manifest: the build's manifest.json; the clock is taken from there.
        licence: the IRI of the licence of the graph, if its maker has chosen one.
    """
    base = str(manifest.get("settings", {}).get("base", Settings().base))
    dataset = f"<{base}dataset>"
    yield _dataset(dataset, base, store, manifest, licence)
    yield from _partitions(base, store)
    yield from _distributions(base, manifest.get("products", {}))
    yield from _run(base, manifest)


def _dataset(n: str, base: str, store: Store, manifest: Mapping[str, Any], licence: str) -> str:
    products = [f"<{base}dataset/{name}>" for name in PRODUCTS if name in manifest.get("products", {})]
    return lines(
        n,
        [
            (TYPE, iri("void:Dataset")),
            (TYPE, iri("dcat:Dataset")),
            (iri("dcterms:title"), literal("人脉图谱", "zh-Hans")),
            (iri("dcterms:title"), literal("Renmai knowledge graph", "en")),
            (iri("dcterms:issued"), _time(manifest.get("finished", ""))),
            (iri("dcterms:license"), f"<{licence}>" if is_iri(licence) else ""),
            (iri("dcterms:conformsTo"), "<https://w3id.org/renmai/shapes>"),
            (iri("void:uriSpace"), literal(base)),
            (iri("void:exampleResource"), _example(store)),
            (iri("void:triples"), _count(store, "?s ?p ?o", "*")),
            (iri("void:distinctSubjects"), _count(store, "?s ?p ?o", "DISTINCT ?s")),
            (iri("void:properties"), _count(store, "?s ?p ?o", "DISTINCT ?p")),
            (iri("void:classes"), _count(store, "?s a ?c", "DISTINCT ?c")),
            *((iri("void:vocabulary"), f"<{PREFIXES[name]}>") for name in VOCABULARIES),
            *((iri("void:classPartition"), f"<{base}dataset/class/{_key(name)}>") for name in CLASSES),
            *((iri("dcat:distribution"), product) for product in products),
            (iri("prov:wasGeneratedBy"), f"<{base}build>"),
        ],
    )


def _partitions(base: str, store: Store) -> Iterator[str]:
    for name in CLASSES:
        pairs = [(iri("void:class"), iri(name)), (iri("void:entities"), _count(store, f"?s a {name}", "*"))]
        yield lines(f"<{base}dataset/class/{_key(name)}>", pairs)


def _distributions(base: str, products: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for name, (title, media_type) in PRODUCTS.items():
        if name in products:
            size = products[name].get("bytes")
            yield lines(
                f"<{base}dataset/{name}>",
                [
                    (TYPE, iri("dcat:Distribution")),
                    (iri("dcterms:title"), literal(title, "en")),
                    (iri("dcat:mediaType"), f"<{media_type}>"),
                    (iri("dcat:byteSize"), f'"{size}"{DECIMAL}' if size else ""),
                ],
            )


def _run(base: str, manifest: Mapping[str, Any]) -> Iterator[str]:
    program = manifest.get("program", {})
    sources = [f"<{base}input/{number}>" for number, _ in enumerate(manifest.get("inputs", []))]
    yield lines(
        f"<{base}build>",
        [
            (TYPE, iri("prov:Activity")),
            (iri("prov:startedAtTime"), _time(manifest.get("started", ""))),
            (iri("prov:endedAtTime"), _time(manifest.get("finished", ""))),
            (iri("prov:wasAssociatedWith"), f"<{base}program>"),
            *((iri("prov:used"), source) for source in sources),
        ],
    )
    yield lines(
        f"<{base}program>",
        [
            (TYPE, iri("prov:SoftwareAgent")),
            (iri("foaf:name"), literal(str(program.get("name", "renmai")))),
            (iri("schema:softwareVersion"), literal(str(program.get("version", "")))),
        ],
    )
    yield from _inputs(sources, manifest.get("inputs", []))


def _inputs(nodes: Sequence[str], inputs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Inputs by the names of their files: folders of the machine are nobody's business."""
    for node, given in zip(nodes, inputs, strict=True):
        name = str(given.get("path", "")).replace("\\", "/").rstrip("/").rpartition("/")[2]
        digest = given.get("sha256")
        pairs = [(TYPE, iri("prov:Entity")), (iri("dcterms:title"), literal(name))]
        yield lines(node, [*pairs, (iri("schema:sha256"), literal(str(digest)) if digest else "")])


def _count(store: Store, pattern: str, what: str) -> str:
    found = store.select(f"SELECT (COUNT({what}) AS ?n) WHERE {{ {pattern} }}")
    return f'"{found[0]["n"]}"{INTEGER}'


def _example(store: Store) -> str:
    found = store.select("SELECT ?t WHERE { ?t a kg:Tenure } ORDER BY ?t LIMIT 1")
    return f"<{found[0]['t']}>" if found else ""


def _time(moment: str) -> str:
    return f'"{moment}"^^<{XSD}dateTime>' if moment else ""


def _key(name: str) -> str:
    return name.replace(":", "-")
