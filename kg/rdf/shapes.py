"""The constraints of shapes.ttl, one by one; a part of SHACL that the file does not use is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from kg.model.errors import KgError

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SH = "http://www.w3.org/ns/shacl#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
Severity = Literal["violation", "warning"]

NOT_CONSTRAINTS = frozenset({"path", "severity", "message", "name", "description", "order"})


@dataclass(frozen=True, slots=True)
class Target:
    """The nodes that a shape is about: instances of a class, or subjects of a property (IRIs)."""

    kind: Literal["class", "subjects"]
    iri: str


@dataclass(frozen=True, slots=True)
class Constraint:
    """One demand on the nodes of one target.

    `path` is a property's IRI, "" for the node itself; `inverse` where it is followed backwards.
    `component` is the SHACL term without its prefix ("minCount"), `values` its arguments as SPARQL terms,
    of sh:sparql the query.
    """

    shape: str
    target: Target
    path: str
    inverse: bool
    component: str
    values: tuple[str, ...]
    severity: Severity = "violation"
    message: str = ""


def read_shapes(path: Path) -> tuple[Constraint, ...]:
    """All constraints of a file, in a stable order.

    Raises:
        KgError: the file uses a part of SHACL that cannot be checked here.
    """
    from rdflib import Graph

    graph = Graph().parse(path, format="turtle")
    found = [c for shape in graph.subjects(_iri(RDF_TYPE), _sh("NodeShape")) for c in _of_shape(graph, shape)]
    return tuple(sorted(found, key=lambda c: (c.shape, c.target.iri, c.path, c.component, c.values)))


def _of_shape(graph: Graph, shape: Node) -> Iterator[Constraint]:
    for target in _targets(graph, shape):
        yield from _of_node(graph, shape, shape, target, "", False)
        for node in graph.objects(shape, _sh("property")):
            path = graph.value(node, _sh("path"))
            inverse = graph.value(path, _sh("inversePath"))
            yield from _of_node(graph, shape, node, target, str(inverse or path), inverse is not None)


def _targets(graph: Graph, shape: Node) -> list[Target]:
    classes = [Target("class", str(o)) for o in graph.objects(shape, _sh("targetClass"))]
    return classes + [Target("subjects", str(o)) for o in graph.objects(shape, _sh("targetSubjectsOf"))]


def _of_node(
    graph: Graph, shape: Node, node: Node, target: Target, path: str, inverse: bool
) -> Iterator[Constraint]:
    """The constraints that stand at one node of the shapes graph."""
    is_warning = graph.value(node, _sh("severity")) == _sh("Warning")
    severity: Severity = "warning" if is_warning else "violation"
    message = str(graph.value(node, _sh("message")) or "")
    for predicate, value in graph.predicate_objects(node):
        name = str(predicate).removeprefix(SH)
        if (
            not str(predicate).startswith(SH)
            or name in NOT_CONSTRAINTS | {"property"}
            or name.startswith("target")
        ):
            continue
        said = str(graph.value(value, _sh("message")) or message) if name == "sparql" else message
        yield Constraint(str(shape), target, path, inverse, name, _values(graph, name, value), severity, said)


def _values(graph: Graph, component: str, value: Any) -> tuple[str, ...]:
    from rdflib.collection import Collection

    match component:
        case "in" | "languageIn":
            return tuple(v.n3() for v in Collection(graph, value))
        case "or":
            return tuple(f"<{graph.value(v, _sh('class'))}>" for v in Collection(graph, value))
        case "sparql":
            return (str(graph.value(value, _sh("select"))),)
        case (
            "minCount" | "maxCount" | "class" | "datatype" | "nodeKind" | "hasValue" | "minLength" | "pattern"
            | "minInclusive" | "maxInclusive" | "lessThan" | "lessThanOrEquals" | "uniqueLang"
        ):  # fmt: skip
            return (value.n3(),)
    raise KgError(f"shapes.ttl: sh:{component} cannot be checked here; write it with sh:sparql")


def _iri(text: str) -> Any:
    from rdflib import URIRef

    return URIRef(text)


def _sh(name: str) -> Any:
    return _iri(SH + name)
