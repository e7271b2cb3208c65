"""Turtle from sorted N-Triples: the same graph, the same bytes, and blocks that people can read."""

from __future__ import annotations

import random
import shutil
import subprocess

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.rdf.nt import XSD, literal
from kg.rdf.sort import gather, head_for, spill
from kg.store import write_turtle
from kg.store.turtle import turtle_of
from tests.rdf import small

BASE = "https://w3id.org/renmai/id/"
IRIS = st.one_of(
    st.sampled_from(
        ["https://w3id.org/renmai/ns#Event", "urn:x", "http://e.org/a#b/c", "https://schema.org/"]
    ),
    st.from_regex(r"[A-Za-z0-9._~%-]{1,6}", fullmatch=True).map(lambda s: BASE + s.replace("%", "")),
).map(lambda iri: f"<{iri}>")
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8)
LITERALS = st.one_of(
    TEXTS.map(literal),
    TEXTS.map(lambda t: literal(t, "zh-Hans")),
    st.sampled_from(["1", "-0", "1.50", "x", "true", "1."]).flatmap(
        lambda t: st.sampled_from(["integer", "decimal", "boolean", "date"]).map(
            lambda k: f'"{t}"^^<{XSD}{k}>'
        )
    ),
)
LINES = st.lists(
    st.tuples(IRIS, IRIS, st.one_of(IRIS, LITERALS)).map(lambda t: " ".join(t) + " .\n"), max_size=12
)


def triples(text, form):
    return {str(t) for t in ox.parse(input=text.encode(), format=form)}


@given(LINES)
def test_the_same_triples_come_back(lines):
    ordered = sorted(set(lines))
    turtle = "".join(turtle_of(ordered))
    assert triples(turtle, ox.RdfFormat.TURTLE) == triples("".join(ordered), ox.RdfFormat.N_TRIPLES)


def test_rdflib_reads_the_same_graph():
    nt = rdflib.Graph().parse(data=small.graph_text(), format="nt")
    ttl = rdflib.Graph().parse(
        data="".join(turtle_of(small.graph_text().splitlines(keepends=True))), format="turtle"
    )
    assert isomorphic(nt, ttl)


READERS = {
    "rapper": ("rapper", "-q", "-i", "turtle", "-o", "ntriples"),  # Debian: raptor2-utils
    "serdi": ("serdi", "-i", "turtle", "-o", "ntriples"),  # Debian: serdi
    "riot": ("riot", "--syntax=turtle", "--output=ntriples"),  # Apache Jena
}


@pytest.mark.parametrize("name", READERS)
def test_other_parsers_read_the_same_graph(name, tmp_path):
    """No node is blank, so the sorted lines are the canonical form; tags and escapes are written in one way first."""
    if shutil.which(name) is None:
        pytest.skip(f"no {name} here")
    path = tmp_path / "graph.ttl"
    path.write_text("".join(turtle_of(small.graph_text().splitlines(keepends=True))), encoding="utf-8")
    done = subprocess.run([*READERS[name], str(path)], capture_output=True, text=True, check=True)
    assert triples(done.stdout, ox.RdfFormat.N_TRIPLES) == triples(small.graph_text(), ox.RdfFormat.N_TRIPLES)


def test_shuffled_lines_give_the_same_bytes(tmp_path):
    lines = small.graph_text().splitlines(keepends=True)
    written = []
    for seed in (1, 2):
        random.Random(seed).shuffle(lines)
        spill(lines, tmp_path / f"part-{seed}", head_for(BASE))
        gather([tmp_path / f"part-{seed}"], tmp_path / "graph.nt", head_for(BASE))
        write_turtle(tmp_path / "graph.nt", tmp_path / "graph.ttl")
        written.append((tmp_path / "graph.ttl").read_bytes())
    assert written[0] == written[1]


def test_a_persons_block_is_a_persons_block():
    text = "".join(turtle_of(small.graph_text().splitlines(keepends=True)))
    (block,) = [b for b in text.split("\n\n") if b.startswith("id:p-01 ")]
    assert block == (
        "id:p-01 a foaf:Person ;\n"
        '    skos:prefLabel "罗远山"@zh-Hans ;\n'
        '    skos:altLabel "羅遠山"@zh-Hant ;\n'
        "    org:memberOf id:o-01, id:o-02, id:o-04 ."
    )


def test_numbers_and_truth_are_bare_and_dates_are_typed():
    text = "".join(turtle_of(small.graph_text().splitlines(keepends=True)))
    assert "kg:openList true" in text
    assert "oa:start 10 ;" in text
    assert "kg:confidence 0.95 ;" in text
    assert '"2019-01-21"^^xsd:date' in text
