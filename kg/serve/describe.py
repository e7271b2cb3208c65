"""The SPARQL 1.1 Service Description of this endpoint."""

from __future__ import annotations

from rdflib import RDF, BNode, Graph, Namespace, URIRef

from kg.serve import media

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
WRITTEN = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
           "Turtle", "N-Triples", "JSON-LD", "RDF_XML")  # fmt: skip
MOST_GRAPHS = 200
NAMES = {media.TURTLE: "turtle", media.NTRIPLES: "nt", media.JSONLD: "json-ld", media.RDFXML: "xml"}


def service(address: str, graphs: tuple[str, ...], form: str) -> bytes:
    """The description of the endpoint at `address`, in the form of that media type."""
    graph, node, dataset = Graph(), BNode("service"), BNode("dataset")
    graph.bind("sd", SD)
    graph.add((node, RDF.type, SD.Service))
    graph.add((node, SD.endpoint, URIRef(address)))
    graph.add((node, SD.supportedLanguage, SD.SPARQL11Query))
    graph.add((node, SD.defaultDataset, dataset))
    for name in WRITTEN:
        graph.add((node, SD.resultFormat, FORMATS[name]))
    graph.add((dataset, RDF.type, SD.Dataset))
    default = BNode("default")
    graph.add((dataset, SD.defaultGraph, default))
    graph.add((default, RDF.type, SD.Graph))
    for number, name in enumerate(graphs[:MOST_GRAPHS]):
        named = BNode(f"g{number}")
        graph.add((dataset, SD.namedGraph, named))
        graph.add((named, RDF.type, SD.NamedGraph))
        graph.add((named, SD.name, URIRef(name)))
    return graph.serialize(format=NAMES[form], encoding="utf-8")
