"""The examples of the named queries, on the graph of examples/articles that `make demo` builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.build import build
from kg.rdf.queries import named_queries, named_query
from kg.rdf.validate import validate
from kg.store import open_store

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo") / "out"
    done = CliRunner().invoke(
        build,
        [str(ARTICLES), "-o", str(out), "--workers", "1", "--only", "facts,store"],
        catch_exceptions=False,
    )
    assert done.exit_code == 0
    return open_store(out)


def answers(store, name):
    query = named_query(name)
    return store.select(query.text, **query.values(dict(pair.split("=", 1) for pair in query.example)))


@pytest.mark.parametrize(
    ("name", "variable", "value"),
    [
        ("who-held-post", "name", "符晓岚"),
        ("posts-of-person", "post", "主席"),
        ("officials-of-place", "organization", "山西省总工会"),
        ("visits", "visitor", "闻道远"),
        ("journeys", "start", "2021-02-03"),
        ("party-group-only", "name", "柏青原"),
        ("appointments", "name", "郝远帆"),
        ("double-office", "name", "符晓岚"),
        ("visited-bodies", "visited", "晋阳煤电集团"),
        ("shared-bodies", "organization", "中国共产党山西省委员会"),
        ("event-types", "type", "讲话表态"),
        ("check-by-hand", "repaired", "torn-gbk"),
        ("companions", "parts", "陪同"),
        ("list-order", "after", "符晓岚"),
        ("mentioned-only", "article", "04-biography"),
        ("names-of-organization", "form", "山西省总工会"),
        ("single-source", "name", "符晓岚"),
        ("succession", "after", "苗立新"),
        ("unseen", "name", "晏清和"),
        ("who-speaks-of", "name", "桑明哲"),
    ],
)
def test_an_example_has_its_answer(store, name, variable, value):
    assert value in {row[variable] for row in answers(store, name)}


def test_what_proves_an_event_and_who_took_part_in_it(store):
    """These two take an IRI, which another question gives."""
    event = store.select(
        "SELECT DISTINCT ?e { ?x kg:event ?e ; kg:position 3 . ?e kg:eventType evt:condolence . "
        '?x kg:participant/skos:prefLabel "岑望山"@zh-Hans }'
    )[0]["e"]
    participants, proof = named_query("participants"), named_query("proof")
    part = store.select(participants.text, **participants.values({"event": event}))
    assert {("1", "闻道远"), ("3", "岑望山")} <= {(row["position"], row["name"]) for row in part}
    assert {row["article"] for row in store.select(proof.text, **proof.values({"fact": event}))} == {
        "01-condolence"
    }


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_every_example_runs(store, name):
    answers(store, name)


def test_the_graph_of_the_examples_obeys_its_shapes(store):
    assert [str(f) for f in validate(store)] == []
