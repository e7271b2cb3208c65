"""The VoID and DCAT description of a build."""

import rdflib

from kg.rdf.description import description_lines
from kg.store.local import memory_store
from tests.rdf import small

MANIFEST = {
    "program": {"name": "renmai", "version": "0.1.0"},
    "started": "2026-01-02T03:04:05+00:00",
    "finished": "2026-01-02T03:05:05+00:00",
    "inputs": [{"path": "/home/somebody/articles/2019.jsonl", "sha256": "ab" * 32}],
    "settings": {"base": "https://w3id.org/renmai/id/"},
    "products": {"graph.ttl": {"bytes": 12345}},
}


def test_a_build_is_described():
    store = memory_store(small.graph_text())
    text = "".join(description_lines(store, MANIFEST, "https://creativecommons.org/licenses/by/4.0/"))
    graph = rdflib.Graph().parse(data=text, format="nt")
    dataset = rdflib.URIRef("https://w3id.org/renmai/id/dataset")
    void, dcterms = rdflib.VOID, rdflib.DCTERMS
    assert int(graph.value(dataset, void.triples)) == store.size
    assert str(graph.value(dataset, dcterms.license)).endswith("/by/4.0/")
    persons = rdflib.URIRef("https://w3id.org/renmai/id/dataset/class/foaf-Person")
    assert int(graph.value(persons, void.entities)) == 5
    assert "somebody" not in text
    assert "2019.jsonl" in text
    assert (
        dataset,
        rdflib.DCAT.distribution,
        rdflib.URIRef("https://w3id.org/renmai/id/dataset/graph.ttl"),
    ) in graph


def test_an_empty_manifest_describes_what_there_is():
    assert "void#Dataset" in "".join(description_lines(memory_store(""), {}))


def test_products_the_run_and_its_inputs_are_described_whole():
    text = "".join(description_lines(memory_store(small.graph_text()), MANIFEST))
    graph = rdflib.Graph().parse(data=text, format="nt")
    base, prov, dcat = "https://w3id.org/renmai/id/", rdflib.PROV, rdflib.DCAT
    product = rdflib.URIRef(base + "dataset/graph.ttl")
    assert int(graph.value(product, dcat.byteSize)) == 12345
    assert "turtle" in str(graph.value(product, dcat.mediaType))
    assert (product, rdflib.RDF.type, dcat.Distribution) in graph
    assert graph.value(product, rdflib.DCTERMS.title).language == "en"
    assert [str(s) for s in graph.subjects(rdflib.RDF.type, dcat.Distribution)] == [str(product)]
    build = rdflib.URIRef(base + "build")
    assert str(graph.value(build, prov.startedAtTime)) == "2026-01-02T03:04:05+00:00"
    assert str(graph.value(build, prov.endedAtTime)) == "2026-01-02T03:05:05+00:00"
    given = rdflib.URIRef(base + "input/0")
    assert (build, prov.used, given) in graph
    assert str(graph.value(given, rdflib.URIRef("https://schema.org/sha256"))) == "ab" * 32
    dataset = rdflib.URIRef(base + "dataset")
    void = rdflib.VOID
    world = rdflib.Graph().parse(data=small.graph_text(), format="nt")
    assert int(graph.value(dataset, void.distinctSubjects)) == len(set(world.subjects()))
    assert int(graph.value(dataset, void.properties)) == len(set(world.predicates()))
    assert int(graph.value(dataset, void.classes)) == len(set(world.objects(None, rdflib.RDF.type)))
