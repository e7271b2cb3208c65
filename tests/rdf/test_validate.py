"""Every constraint of shapes.ttl, broken on purpose: pySHACL and our own checks see the same."""

from __future__ import annotations

from functools import cache

import pytest
import rdflib
from rdflib import RDF, XSD, BNode, Literal, URIRef

from kg.rdf.checks import check_of
from kg.rdf.ontology import ontology_folder
from kg.rdf.shapes import SH, Constraint, read_shapes
from kg.rdf.validate import message_of, validate
from kg.store.local import memory_store
from tests.rdf import small

pyshacl = pytest.importorskip("pyshacl")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

SHAPES = ontology_folder() / "shapes.ttl"
CONSTRAINTS = read_shapes(SHAPES)
NOWHERE = URIRef("https://example.org/nowhere")
ORG = "http://www.w3.org/ns/org#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
KG = "https://w3id.org/renmai/ns#"


def breaker(graph: rdflib.Graph, number: int, c: Constraint) -> URIRef | BNode:
    """Copy a good node of the constraint's target and break the copy in one way."""
    good = min(
        graph.subjects(RDF.type, URIRef(c.target.iri))
        if c.target.kind == "class"
        else graph.subjects(URIRef(c.target.iri))
    )
    node = BNode() if c.component == "nodeKind" else URIRef(f"https://example.org/broken-{number}")
    for p, o in list(graph.predicate_objects(good)):
        graph.add((node, p, o))
    for s, p in list(graph.subject_predicates(good)):
        if str(p) in {KG + "event", ORG + "member"}:
            copy = URIRef(f"{s}-{number}")
            for q, o in list(graph.predicate_objects(s)):
                graph.add((copy, q, node if o == good else o))
    BREAKS[c.component](graph, node, URIRef(c.path), c)
    return node


def remove(graph, node, path, c):
    if c.inverse:
        graph.remove((None, path, node))
    elif c.component == "hasValue":
        graph.remove((node, path, URIRef(c.values[0].strip("<>"))))
    else:
        graph.remove((node, path, None))


def several(graph, node, path, c):
    for other in range(3):
        graph.add((node, path, URIRef(f"https://example.org/other-{other}")))


def replaced(value):
    def change(graph, node, path, c):
        graph.set((node, path, value(c)))

    return change


def later(graph, node, path, c):
    other = URIRef(c.values[0].strip("<>"))
    is_date = "date" in str(path).lower() or "ttested" in str(path) or "valid" in str(path)
    values = ("2030-01-02", "2030-01-01") if is_date else ("9", "8")
    kind = XSD.date if is_date else XSD.integer
    graph.set((node, path, Literal(values[0], datatype=kind)))
    graph.set((node, other, Literal(values[1], datatype=kind)))


def twice(graph, node, path, c):
    graph.add((node, path, Literal("另一名", lang="zh-Hans")))


def against_own_query(graph, node, path, c):
    if "inCapacity" in c.values[0]:
        graph.add((node, URIRef(KG + "inCapacity"), URIRef("https://w3id.org/renmai/id/t-05")))
        graph.set((node, URIRef(KG + "participant"), URIRef("https://w3id.org/renmai/id/p-01")))
    elif "memberOf" in c.values[0]:
        graph.add((node, URIRef(ORG + "memberOf"), URIRef("https://w3id.org/renmai/id/o-03")))
    else:
        graph.add((node, URIRef(SEM + "hasActor"), URIRef("https://w3id.org/renmai/id/o-05")))


BREAKS = {
    "minCount": remove,
    "hasValue": remove,
    "maxCount": several,
    "class": replaced(lambda c: NOWHERE),
    "or": replaced(lambda c: NOWHERE),
    "datatype": replaced(lambda c: Literal("x", datatype=XSD.anyURI)),
    "in": replaced(lambda c: Literal("nothing of the kind")),
    "minInclusive": replaced(lambda c: Literal(-1)),
    "maxInclusive": replaced(lambda c: Literal("1.5", datatype=XSD.decimal)),
    "minLength": replaced(lambda c: Literal("", lang="zh-Hans")),
    "pattern": replaced(lambda c: Literal("x y")),
    "languageIn": replaced(lambda c: Literal("nom", lang="fr")),
    "lessThan": later,
    "lessThanOrEquals": later,
    "uniqueLang": twice,
    "nodeKind": lambda graph, node, path, c: None,
    "sparql": against_own_query,
}


@cache
def mutants() -> tuple[rdflib.Graph, dict[int, str]]:
    """One graph with a broken node for each constraint."""
    graph = rdflib.Graph().parse(data=small.graph_text(), format="nt")
    pristine = rdflib.Graph().parse(data=small.graph_text(), format="nt")
    names = {}
    for number, constraint in enumerate(CONSTRAINTS):
        alone = rdflib.Graph() + pristine
        names[number] = str(breaker(alone, number, constraint))
        graph += alone
    return graph, names


@cache
def seen_by_us() -> set[tuple[str, str, str]]:
    graph, _ = mutants()
    store = memory_store(graph.serialize(format="nt"))
    return {(f.node, f.path, f.rule) for f in validate(store, 10_000)}


@cache
def seen_by_pyshacl() -> set[tuple[str, str, str]]:
    graph, _ = mutants()
    _, report, _ = pyshacl.validate(graph, shacl_graph=str(SHAPES), advanced=False)
    found = set()
    for result in report.subjects(RDF.type, URIRef(SH + "ValidationResult")):
        component = str(report.value(result, URIRef(SH + "sourceConstraintComponent")))
        name = component.removeprefix(SH).removesuffix("ConstraintComponent")
        name = "sparql" if name == "SPARQL" else name[0].lower() + name[1:]
        path = report.value(result, URIRef(SH + "resultPath"))
        found.add((str(report.value(result, URIRef(SH + "focusNode"))), _path(report, path), name))
    return found


def _path(report, path) -> str:
    from kg.rdf.validate import short

    if isinstance(path, BNode):
        return "^" + short(str(report.value(path, URIRef(SH + "inversePath"))))
    return short(str(path)) if path else ""


def called(number: int) -> str:
    c = CONSTRAINTS[number]
    return "-".join(
        iri.rpartition("#")[2].rpartition("/")[2] for iri in (c.shape, c.path, c.component, c.target.iri)
    )


NAMED = [
    number for number, c in enumerate(CONSTRAINTS) if c.component != "nodeKind"
]  # blank nodes: see below


@pytest.mark.parametrize("number", NAMED, ids=called)
def test_a_broken_constraint_is_seen(number):
    c, (_, names) = CONSTRAINTS[number], mutants()
    ours = {(path, rule) for node, path, rule in seen_by_us() if node == names[number]}
    assert any(rule == c.component for _, rule in ours)


def test_pyshacl_sees_the_same():
    ours, theirs = seen_by_us(), {t for t in seen_by_pyshacl() if t[0].startswith("http")}
    named = {t for t in ours if t[0].startswith("http")}
    assert named - theirs == set()
    assert theirs - named == set()


def test_blank_nodes_are_seen():
    graph = rdflib.Graph().parse(data=small.graph_text(), format="nt")
    graph.add((BNode(), RDF.type, URIRef(KG + "Tenure")))
    store = memory_store(graph.serialize(format="nt"))
    assert "nodeKind" in {f.rule for f in validate(store)}


def test_the_good_graph_breaks_nothing_for_pyshacl_either():
    graph = rdflib.Graph().parse(data=small.graph_text(), format="nt")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=str(SHAPES))
    assert conforms, text


def test_a_finding_tells_what_where_and_on_which_words():
    text = small.graph_text().replace(
        '<https://w3id.org/renmai/id/t-04> <https://w3id.org/renmai/ns#lastAttested> "2020-05-01"',
        '<https://w3id.org/renmai/id/t-04> <https://w3id.org/renmai/ns#lastAttested> "2018-05-01"',
    )
    (finding,) = validate(memory_store(text))
    assert finding.article in {"visit-1", "speech-1"}
    assert "甲省总工会主席" in finding.label
    assert "kg:firstAttested must not be later or larger than kg:lastAttested" in str(finding)
    assert finding.quote


@pytest.mark.parametrize("constraint", CONSTRAINTS, ids=lambda c: f"{c.component}-{c.path[-12:]}")
def test_every_constraint_has_queries_and_words(constraint):
    check = check_of(constraint)
    assert check.gate.count("{") == check.gate.count("}")
    assert message_of(constraint)
