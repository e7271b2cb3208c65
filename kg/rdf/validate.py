"""Check a whole graph against shapes.ttl, and tell what breaks it and which sentence it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.namespaces import PREFIXES
from kg.model.values import Iri, Store
from kg.rdf.checks import check_of
from kg.rdf.ontology import ontology_folder
from kg.rdf.shapes import Constraint, Severity, read_shapes

AT_MOST = 1000  # findings of one constraint that are fetched; a broken rule breaks everything at once


@dataclass(frozen=True, slots=True)
class Finding:
    """A node that breaks a constraint. `more` tells that there are others beyond what was fetched.

    `node` and `value` are IRIs or lexical forms; `label`, `article` and `quote` say what it is about, where
    known.
    """

    severity: Severity
    shape: str
    path: str
    rule: str
    message: str
    node: str
    value: str = ""
    label: str = ""
    article: str = ""
    quote: str = ""
    more: bool = False

    def __str__(self) -> str:
        """One line: which node, what is wrong, where it is said."""
        label = f" ({self.label})" if self.label else ""
        value = f", has {self.value}" if self.value else ""
        said = f"; article {self.article}: “{self.quote}”" if self.quote else ""
        return f"{self.severity}: {self.node}{label}: {self.message}{value}{said}"


def validate(store: Store, limit: int = AT_MOST) -> Iterator[Finding]:
    """Yield what breaks the shapes, at most `limit` nodes for each constraint."""
    alarmed: dict[str, bool] = {}
    for constraint in read_shapes(ontology_folder() / "shapes.ttl"):
        check = check_of(constraint)
        if check.gate not in alarmed:
            alarmed[check.gate] = bool(store.select(check.gate))
        if alarmed[check.gate]:
            yield from _findings(store, constraint, check.find, limit)


def _findings(store: Store, c: Constraint, query: str, limit: int) -> Iterator[Finding]:
    rows = store.select(f"{query} LIMIT {limit + 1}")
    for row in rows[:limit]:
        node = row["this"] or ""
        label, article, quote = context_of(store, node)
        yield Finding(
            c.severity, short(c.shape), ("^" if c.inverse else "") + short(c.path), c.component,
            message_of(c), node, row.get("value") or "", label, article, quote, len(rows) > limit,
        )  # fmt: skip


def message_of(c: Constraint) -> str:
    """What a constraint demands, in words."""
    if c.message:
        return c.message
    path, values = short(c.path), ", ".join(short(v.strip("<>")) if v[0] == "<" else v for v in c.values)
    match c.component:
        case "minCount" | "hasValue":
            least = f"the value {values}" if c.component == "hasValue" else f"at least {_digits(c)}"
            return f"{path} must have {least}"
        case "maxCount":
            return f"{path} may have at most {_digits(c)}"
        case "class" | "or":
            return f"{path} must be a {values.replace(', ', ' or a ')}"
        case "lessThan" | "lessThanOrEquals":
            return f"{path} must not be later or larger than {values}"
        case "nodeKind":
            return "must be an IRI"
        case "uniqueLang":
            return f"{path} may have one value in each language"
    return f"{path} must satisfy sh:{c.component} {values}"


def context_of(store: Store, node: str) -> tuple[str, str, str]:
    """A label, an article and a quotation that tell what a node is about; "" where there are none."""
    if not node.startswith(("http://", "https://", "urn:")):
        return "", "", ""
    rows = store.select(CONTEXT, this=Iri(node))
    first = rows[0] if rows else {}
    return first.get("label") or "", first.get("article") or "", first.get("quote") or ""


CONTEXT = """SELECT ?label ?article ?quote WHERE {
  OPTIONAL { ?this rdfs:label|skos:prefLabel|schema:headline ?label }
  OPTIONAL { { ?this kg:evidence ?e } UNION { ?this oa:start ?any BIND(?this AS ?e) }
    ?e kg:source/schema:identifier ?article ; oa:exact ?quote }
} ORDER BY ?article ?quote ?label LIMIT 1"""


def short(iri: str) -> str:
    """An IRI by its prefix where it has one."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _digits(c: Constraint) -> str:
    return c.values[0].strip('"').partition('"')[0]
