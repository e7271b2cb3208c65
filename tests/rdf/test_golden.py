"""The small world as triples, and the queries that check shapes, as pages that a person can read.

`pytest tests/rdf/test_golden.py --update-golden` writes them anew; commit only a diff that you have read.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.rdf.checks import check_of
from kg.rdf.ontology import ontology_folder
from kg.rdf.shapes import read_shapes
from kg.rdf.validate import message_of
from tests.rdf import small

GOLDEN = Path(__file__).with_name("golden")
PREFIXES = (
    ("https://w3id.org/renmai/ns#", "kg:"), ("https://w3id.org/renmai/id/", "id:"), ("http://www.w3.org/ns/oa#", "oa:"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"), ("http://www.w3.org/2001/XMLSchema#", "xsd:"),
    ("http://www.w3.org/2004/02/skos/core#", "skos:"), ("http://www.w3.org/ns/org#", "org:"),
)  # fmt: skip


def shortened(line: str) -> str:
    for iri, prefix in PREFIXES:
        line = line.replace(f"<{iri}", f"<{prefix}")
    return line


def triples() -> str:
    """The world, its longest names shortened."""
    return "".join(f"{shortened(line)}\n" for line in small.graph_text().splitlines())


def checks() -> str:
    """Every constraint: what it asks and what it says."""
    blocks = []
    for constraint in read_shapes(ontology_folder() / "shapes.ttl"):
        check = check_of(constraint)
        blocks.append(f"{message_of(constraint)}\n  gate {check.gate}\n  find {check.find}\n")
    return "".join(sorted(blocks))


@pytest.mark.parametrize(("name", "make"), [("small.nt", triples), ("checks.txt", checks)])
def test_as_it_was_read(name, make, update_golden):
    now, golden = make(), GOLDEN / name
    if update_golden:
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text("utf-8")
