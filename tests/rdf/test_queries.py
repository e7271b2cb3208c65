"""The named queries on the small world."""

from __future__ import annotations

import pytest

from kg.model.errors import QueryError
from kg.model.values import Iri, Text
from kg.rdf.queries import KINDS, guessed, kind_of, named_queries, named_query
from kg.store.binding import variables
from kg.store.local import memory_store
from tests.rdf import small

ANSWERS = {
    "appointments": ["from=2021-01-01 to=2021-12-31", ("name", "高望川"), ("name", "林知秋")],
    "check-by-hand": ["atMost=0.7", ("confidence", "0.6"), ("confidence", "0.95"), ("confidence", "0.9"), ("fact", "id:e-01")],
    "companions": ["person=罗远山 least=1", ("name", "王海岳"), ("name", "高望川")],
    "conflicts": ["organization=省总工会", ("name", "高望川"), ("name2", "王海岳"), ("day", "2019-01-21")],
    "double-office": ["one=总工会 other=人民代表大会", ("name", "高望川"), ("post", "主席"), ("post2", "副主任")],
    "event-types": ["", ("type", "慰问"), ("type", "任命当选"), ("year", "2019")],
    "journeys": ["person=王海岳 from=2019-01-01", ("place", "乙市"), ("place", "甲省"), ("start", "2019-01-17")],
    "list-order": ["person=罗远山", ("before", "王海岳"), ("after", "高望川")],
    "mentioned-only": ["person=罗远山", ("article", "notice-1")],
    "names-of-organization": ["organization=甲省总工会", ("form", "省总工会"), ("form", "甲省总工会")],
    "namesakes": ["person=高望川", ("other", "id:p-05"), ("maybe", "true")],
    "officials-of-place": ["place=甲省", ("name", "罗远山"), ("post", "副主任")],
    "participants": ["event=e-01", ("part", "陪同"), ("capacity", "罗远山 中国共产党乙市委员会书记"), ("position", "3")],
    "party-group-only": ["", ],
    "posts-of-person": ["person=羅遠山", ("post", "教授"), ("post", "书记"), ("level", "厅局级正职"), ("first", "2019-01-21")],
    "proof": ["fact=t-04", ("article", "visit-1"), ("article", "speech-1")],
    "rank-path": ["person=罗远山", ("level", "厅局级正职"), ("since", "2018-03-01")],
    "shared-bodies": ["person=罗远山 other=高望川", ("organization", "甲省总工会"), ("post", "委员"), ("first", "2019-06-01")],
    "single-source": ["organization=甲省总工会", ("name", "罗远山"), ("name", "林知秋")],
    "succession": ["organization=甲省总工会 post=主席", ("before", "高望川"), ("after", "林知秋"), ("firstSeen", "2021-01-10")],
    "turnover": ["place=甲省 from=2019-01-01 to=2021-12-31", ("before", "高望川"), ("after", "林知秋")],
    "unseen": ["place=甲省 before=2020-12-31 after=2019-01-01", ("name", "高望川"), ("last", "2020-05-01")],
    "visited-bodies": ["organization=全总", ("visited", "甲省总工会"), ("visitor", "王海岳")],
    "visits": ["organization=全总 type=condolence from=2019-01-01 to=2019-12-31", ("visitor", "王海岳"), ("companion", "罗远山")],
    "who-held-post": ["organization=甲省总工会 post=主席 on=2019-06-01", ("name", "高望川"), ("article", "visit-1")],
    "who-speaks-of": ["subject=职工", ("name", "高望川"), ("year", "2020")],
}  # fmt: skip


@pytest.fixture(scope="module")
def store():
    return memory_store(small.graph_text())


def asked(store, name, settings):
    query = named_query(name)
    pairs = dict(pair.split("=", 1) for pair in settings.split())
    return store.select(query.text, **query.values(pairs))


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_a_named_query_answers(store, name):
    settings, *expected = ANSWERS[name]
    rows = asked(store, name, settings)
    found = {
        (key, (value or "").replace("https://w3id.org/renmai/id/", "id:"))
        for row in rows
        for key, value in row.items()
    }
    assert set(expected) <= found


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_a_named_query_explains_itself_and_runs_as_it_stands(store, name):
    query = named_query(name)
    assert query.summary
    assert query.chinese
    for parameter in query.parameters:
        assert parameter.kind in KINDS
        assert parameter.name in variables(query.text)
        assert f"--set {parameter.name}=" in query.explanation()
    store.select(query.text)
    asked(store, name, " ".join(query.example))


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_parameters_that_may_be_left_out_can_be(store, name):
    query = named_query(name)
    needed = {p.name for p in query.parameters if p.required}
    given = dict(pair.split("=", 1) for pair in ANSWERS[name][0].split())
    store.select(query.text, **query.values({k: v for k, v in given.items() if k in needed}))


def test_who_held_a_post_on_another_day(store):
    assert [
        r["name"] for r in asked(store, "who-held-post", "organization=甲省总工会 post=主席 on=2021-01-10")
    ] == ["林知秋"]
    assert asked(store, "who-held-post", "organization=甲省总工会 post=主席 on=1999-01-10") == []
    assert len(asked(store, "who-held-post", "organization=甲省总工会 post=主席")) == 2


def test_the_head_is_no_party_group_only(store):
    assert asked(store, "party-group-only", "") == []


@pytest.mark.parametrize(
    "bad", ['李"明', "李} UNION { ?s ?p ?o", "\\", "李\n明", "?person", "<http://x>", "a@b"]
)
def test_no_value_leaves_its_place(store, bad):
    assert (
        store.select(
            named_query("posts-of-person").text, **named_query("posts-of-person").values({"person": bad})
        )
        == []
    )


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        pytest.param("posts-of-person", {}, "give --set person=", id="a missing value"),
        pytest.param("posts-of-person", {"person": "x", "y": "z"}, "no parameter y", id="an unknown one"),
        pytest.param("who-held-post", {"organization": "x", "post": "y", "on": "2019"}, "on=2019 is not a day", id="no day"),
        pytest.param("who-held-post", {"organization": "x", "post": "y", "on": "20\n19"}, r"on='20\\n19' is not a day", id="a line end"),
        pytest.param("posts", {}, "posts-of-person", id="a name that is nearly right"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(name, given, words):
    with pytest.raises(QueryError, match=words):
        named_query(name).values(given)


@pytest.mark.parametrize(
    ("words", "value"),
    [("5", 5), ("0.5", 0.5), ("true", True), ("http://e.org/x", Iri("http://e.org/x")), ("李明", Text("李明")),
     ("李明@zh-Hans", Text("李明", "zh-Hans")), ("a@b.c d", Text("a@b.c d"))],
)  # fmt: skip
def test_kinds_of_values_show(words, value):
    assert guessed(words) == value


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("SELECT * {}", "SELECT"),
        ("# SELECT\nPREFIX a: <http://x#> ASK {}", "ASK"),
        ("prefix select: <http://x/> construct where {}", "CONSTRUCT"),
        ("BASE <http://x>\nDESCRIBE <y>", "DESCRIBE"),
        ("INSERT DATA {}", ""),
        ("", ""),
    ],
)
def test_the_kind_of_a_query(query, kind):
    assert kind_of(query) == kind
