"""Constraints to SPARQL: one query finds all nodes of a graph that break one constraint.

Looking up a property for each node of a class costs an engine about 5 µs a node, reading all triples of a
property from end to end a twentieth of that. So a check has a gate, which reads end to end, forgets the
class and may be alarmed for nothing, and the query proper, which is asked only when the gate is alarmed.
Where two properties must be compared, the gate joins two sub-selects, which engines do by a hash table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.rdf.shapes import Constraint

XSD = "http://www.w3.org/2001/XMLSchema#"
PARSED = frozenset({f"<{XSD}{name}>" for name in ("date", "integer", "decimal", "boolean")})
_OPTIONAL_UNBOUND = re.compile(r"OPTIONAL\s*(\{[^{}]*\})\s*FILTER\s*\(\s*!\s*BOUND\s*\(\s*\?\w+\s*\)\s*\)")
_TWO_STEPS = re.compile(r"\{\s*(\?\w+)\s+(\S+)\s+(\?\w+)\s*;\s*(\S+)\s+(\?\w+)\s*\}")
_COMPARE = {"lessThan": "<", "lessThanOrEquals": "<=", "minInclusive": ">=", "maxInclusive": "<="}


@dataclass(frozen=True, slots=True)
class Check:
    """How to find what breaks a constraint.

    `gate` gives a row where there may be something, `find` gives ?this and ?value.
    """

    constraint: Constraint
    gate: str
    find: str


def check_of(constraint: Constraint) -> Check:
    """The queries of a constraint."""
    c = constraint
    if c.component == "sparql":
        return Check(c, *_own_query(c))
    bad = _bad_value(c)
    if bad:
        return Check(c, f"SELECT ?this {{ {_step(c)} {bad} }} LIMIT 1", _find(c, f"{_step(c)} {bad}"))
    match c.component:
        case "nodeKind":
            body = f"{_target(c)} FILTER(!isIRI(?this))"
            return Check(c, f"SELECT ?this {{ {body} }} LIMIT 1", f"SELECT ?this {{ {body} }}")
        case "class" | "or":
            missing = " ".join(f"MINUS {{ ?value a {iri} }}" for iri in c.values)
            return Check(
                c, f"SELECT ?this {{ {_step(c)} {missing} }} LIMIT 1", _find(c, f"{_step(c)} {missing}")
            )
        case "hasValue":
            return _missing(c, f"?this {_path(c)} {c.values[0]}")
        case "minCount" if _number(c) == 1:
            return _missing(c, _step(c))
        case "maxCount" if _number(c) == 1:
            twice = f"{_step(c)} {_step(c, '?other')} FILTER(!sameTerm(?value, ?other))"
            return Check(c, _counted(c), _find(c, twice))
        case "minCount" | "maxCount":
            return _number_of_values(c)
        case "lessThan" | "lessThanOrEquals":
            return _comparison(c)
        case "uniqueLang":
            same = (
                "!sameTerm(?value, ?other) && LANG(?value) != '' && LCASE(LANG(?value)) = LCASE(LANG(?other))"
            )
            both = f"{_step(c)} {_step(c, '?other')} FILTER({same})"
            return Check(
                c, _counted(c, "COALESCE(CONCAT(LCASE(LANG(?value)), STR(?this)), ?value)"), _find(c, both)
            )
    raise AssertionError(c.component)


def _bad_value(c: Constraint) -> str:
    """The filter that a wrong value passes, for constraints on single values; "" for the others."""
    first = c.values[0]
    match c.component:
        case "datatype":
            wrong = f"!isLiteral(?value) || DATATYPE(?value) != {first}"
            if first in PARSED:
                wrong += f" || !COALESCE(DATATYPE({first}(STR(?value))) = {first}, false)"
            return f"FILTER({wrong})"
        case "in":
            return f"FILTER(!({' || '.join(f'sameTerm(?value, {v})' for v in c.values)}))"
        case "minInclusive" | "maxInclusive":
            return f"FILTER(!COALESCE(?value {_COMPARE[c.component]} {first}, false))"
        case "minLength":
            return f"FILTER(STRLEN(STR(?value)) < {first})"
        case "pattern":
            return f"FILTER(!REGEX(STR(?value), {first}))"
        case "languageIn":
            known = " || ".join(f"LANGMATCHES(LANG(?value), {v})" for v in c.values)
            return f"FILTER(!COALESCE({known}, false))"
    return ""


def _target(c: Constraint) -> str:
    return f"?this a <{c.target.iri}> ." if c.target.kind == "class" else f"?this <{c.target.iri}> ?any ."


def _path(c: Constraint) -> str:
    return f"<{c.path}>"


def _step(c: Constraint, value: str = "?value") -> str:
    return f"{value} {_path(c)} ?this ." if c.inverse else f"?this {_path(c)} {value} ."


def _find(c: Constraint, body: str) -> str:
    return f"SELECT DISTINCT ?this ?value {{ {_target(c)} {body} }}"


def _missing(c: Constraint, pattern: str) -> Check:
    body = f"{_target(c)} MINUS {{ {pattern} }}"
    return Check(c, f"SELECT ?this {{ {body} }} LIMIT 1", f"SELECT DISTINCT ?this {{ {body} }}")


def _number(c: Constraint) -> int:
    return int(c.values[0].strip('"').partition('"')[0])


def _counted(c: Constraint, key: str = "?this") -> str:
    """Alarmed where values outnumber nodes, or whatever else the key tells apart."""
    counts = f"SELECT (COUNT(*) AS ?all) (COUNT(DISTINCT {key}) AS ?nodes) {{ {_step(c)} }}"
    return f"SELECT ?all {{ {{ {counts} }} FILTER(?all > ?nodes) }}"


def _number_of_values(c: Constraint) -> Check:
    sign = "<" if c.component == "minCount" else ">"
    body = f"{_target(c)} OPTIONAL {{ {_step(c)} }}"
    query = f"SELECT ?this {{ {body} }} GROUP BY ?this HAVING(COUNT(DISTINCT ?value) {sign} {_number(c)})"
    return Check(c, f"{query} LIMIT 1", query)


def _comparison(c: Constraint) -> Check:
    wrong = f"FILTER(!COALESCE(?value {_COMPARE[c.component]} ?other, false))"
    left = f"{{ SELECT ?this ?value {{ {_step(c)} }} }}"
    sides = f"{left} {{ SELECT ?this ?other {{ ?this {c.values[0]} ?other }} }}"
    both = f"{_step(c)} ?this {c.values[0]} ?other"
    return Check(c, f"SELECT ?this {{ {sides} {wrong} }} LIMIT 1", _find(c, f"{both} {wrong}"))


def _own_query(c: Constraint) -> tuple[str, str]:
    """The query of sh:sparql for all nodes at once: the same words, with the target in place of one $this.

    Absence, which SHACL lets us say by OPTIONAL and !BOUND alone, is said by MINUS, which is one hash table,
    and what two steps lead to by joining two tables.
    """
    query = _OPTIONAL_UNBOUND.sub(_minus, c.values[0].replace("$this", "?this"))
    head, brace, body = query.partition("{")
    all_of_target = query if c.target.kind == "subjects" else f"{head}{brace} {_target(c)} {body}"
    return f"{query} LIMIT 1", all_of_target


def _minus(found: re.Match[str]) -> str:
    joined = r"{ { SELECT \1 \3 { \1 \2 \3 } } { SELECT \1 \5 { \1 \4 \5 } } }"
    return f"MINUS {_TWO_STEPS.sub(joined, found[1])}"
