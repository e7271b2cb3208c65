"""The ontology says all it should, and the program uses what it says."""

from __future__ import annotations

import json
import re

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from kg.model.namespaces import EVENT_TYPE, GRADE, KG, PART, PREFIXES
from kg.rdf import terms
from kg.rdf.ontology import ontology_folder
from tests.rdf import small

FOLDER = ontology_folder()
ONTOLOGY = rdflib.Graph().parse(FOLDER / "kg.ttl")
CONCEPTS = rdflib.Graph().parse(FOLDER / "event-types.ttl")
ALIGNMENTS = rdflib.Graph().parse(FOLDER / "alignments.ttl")
DCTERMS, SCHEMA = rdflib.Namespace("http://purl.org/dc/terms/"), rdflib.Namespace("https://schema.org/")
OURS = sorted(str(s).removeprefix(KG) for s in set(ONTOLOGY.subjects()) if str(s).startswith(KG))


def test_terms_are_those_of_the_turtle():
    classes = {str(s).removeprefix(KG) for s in ONTOLOGY.subjects(RDF.type, OWL.Class)}
    assert classes == set(terms.CLASSES)
    assert set(OURS) == set(terms.CLASSES) | set(terms.PROPERTIES)


@pytest.mark.parametrize(
    ("namespace", "table"),
    [(EVENT_TYPE, terms.EVENT_TYPES), (PART, terms.PARTICIPATION_ROLES), (GRADE, terms.GRADES)],
)
def test_concepts_are_those_of_the_turtle(namespace, table):
    found = {
        str(s).removeprefix(namespace): tuple(
            next(str(o) for o in CONCEPTS.objects(s, SKOS.prefLabel) if o.language == tag)
            for tag in ("zh-Hans", "en")
        )
        for s in CONCEPTS.subjects(RDF.type, SKOS.Concept)
        if str(s).startswith(namespace)
    }
    assert found == table


def languages(graph, subject, predicate):
    return sorted(o.language for o in graph.objects(subject, predicate))


@pytest.mark.parametrize("name", OURS)
def test_a_term_is_told_in_two_languages_with_source_and_example(name):
    term = URIRef(KG + name)
    assert languages(ONTOLOGY, term, RDFS.label) == ["en", "zh-Hans"]
    assert languages(ONTOLOGY, term, RDFS.comment) == ["en", "zh-Hans"]
    for predicate in (DCTERMS.source, SKOS.example, RDFS.isDefinedBy):
        assert ONTOLOGY.value(term, predicate), predicate
    if name in terms.PROPERTIES:
        assert ONTOLOGY.value(term, RDFS.range)
        assert ONTOLOGY.value(term, RDFS.domain) or ONTOLOGY.value(term, SCHEMA.domainIncludes)


@pytest.mark.parametrize("name", OURS)
def test_the_example_of_a_term_is_turtle_that_uses_it(name):
    prefixes = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in {"id": "https://e.org/", **PREFIXES}.items())
    example = str(ONTOLOGY.value(URIRef(KG + name), SKOS.example))
    graph = rdflib.Graph().parse(data=prefixes + example, format="turtle")
    assert URIRef(KG + name) in {term for triple in graph for term in triple}


def test_concepts_have_definitions_in_two_languages():
    for concept in CONCEPTS.subjects(RDF.type, SKOS.Concept):
        assert languages(CONCEPTS, concept, SKOS.definition) == ["en", "zh-Hans"]


def test_a_graph_uses_terms_that_are_declared_and_all_that_are():
    used = set(re.findall(rf"<{re.escape(KG)}(\w+)>", small.graph_text()))
    assert used <= set(OURS)
    assert set(OURS) - used == set()


def test_alignments_speak_of_known_terms_and_reach_all_vocabularies():
    known = {*ONTOLOGY.subjects(), *CONCEPTS.subjects()}
    ours = {
        s
        for s in ALIGNMENTS.subjects()
        if "w3id.org/renmai/" in str(s) and (s, RDF.type, OWL.Ontology) not in ALIGNMENTS
    }
    assert ours <= known
    text = (FOLDER / "alignments.ttl").read_text("utf-8")
    for vocabulary in ("vocab/org", "ns/org#", "foaf", "skos", "schema.org", "sem/", "prov#", "oa#", "time#", "PLOVER",
                       "wikidata.org/entity/P39", "P580", "P582", "popolo", "followthemoney"):  # fmt: skip
        assert vocabulary in text or vocabulary == "vocab/org"


def test_the_context_reads_json_ld_as_the_same_triples():
    context = json.loads((FOLDER / "context.jsonld").read_text("utf-8"))
    assert set(terms.PROPERTIES) <= set(context["@context"])
    document = {
        **context,
        "id": "t-1", "type": ["Tenure", "Membership"], "member": "p-1", "firstAttested": "2019-01-21", "spell": 1,
        "evidence": [{"id": "a-1_0-2", "type": "Evidence", "exact": {"zh-Hans": "主席"}, "start": 0, "end": 2}],
    }  # fmt: skip
    found = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    expected = rdflib.Graph().parse(
        data="".join(
            f"@prefix {p}: <{i}> .\n" for p, i in {"id": "https://w3id.org/renmai/id/", **PREFIXES}.items()
        )
        + """id:t-1 a kg:Tenure, org:Membership ; org:member id:p-1 ; kg:firstAttested "2019-01-21"^^xsd:date ; kg:spell 1 ;
             kg:evidence id:a-1_0-2 . id:a-1_0-2 a kg:Evidence ; oa:exact "主席"@zh-Hans ; oa:start 0 ; oa:end 2 .""",
        format="turtle",
    )
    assert set(found) == set(expected)


def test_the_ontology_has_a_version_of_its_own():
    head = URIRef("https://w3id.org/renmai/ns")
    assert ONTOLOGY.value(head, OWL.versionIRI)
    assert ONTOLOGY.value(head, DCTERMS.license)
