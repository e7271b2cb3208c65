"""Links to what others know."""

from __future__ import annotations

import json

import pytest

from kg.model.background import KnownPerson, KnownPost, line_of, read_known
from kg.model.errors import KgError
from kg.read.background import read_background
from kg.resolve import resolve
from tests.resolve.saying import saying

ARTICLES = [
    saying("1", "2015-01-05", ("王伟", "太原市公安局", "民警")),
    saying("2", "2015-06-05", ("王伟", "华中科技大学", "教授")),
    saying("3", "2015-06-05", ("岑望山", "山西省总工会", "主席")),
]


def linked(result):
    return {(p.name, p.same_as) for p in result.persons.values() if p.same_as}


def test_a_post_known_of_both_links():
    known = KnownPerson("http://www.wikidata.org/entity/Q1", "王伟", (), (KnownPost("华中科技大学", "教授"),))
    result = resolve(ARTICLES, background=[known])
    assert linked(result) == {("王伟", ("http://www.wikidata.org/entity/Q1",))}
    (person,) = [p for p in result.persons.values() if p.same_as]
    assert {t.post for t in result.tenures.values() if t.person == person.id} == {"教授"}


def test_the_same_name_is_not_enough():
    known = [
        KnownPerson("x:1", "岑望山"),
        KnownPerson("x:2", "岑望山", (), (KnownPost("湖北省总工会", "主席"),)),
    ]
    assert not linked(resolve(ARTICLES, background=known))


def people(result, name):
    return [p for p in result.persons.values() if p.name == name]


def test_what_others_know_of_one_person_joins():
    posts = (KnownPost("太原市公安局", "民警"), KnownPost("华中科技大学", "教授"))
    known = KnownPerson("x:1", "王伟", (), posts)
    assert len(people(resolve(ARTICLES), "王伟")) == 2
    result = resolve(ARTICLES, background=[known])
    assert [p.same_as for p in people(result, "王伟")] == [("x:1",)]
    (row,) = [r for r in result.identity_rows() if r["name"] == "王伟"]
    assert any(
        "both posts known of x:1" in reason for judged in row["joined"] for reason in judged["reasons"]
    )


def test_what_others_know_of_two_persons_parts():
    articles = [
        saying("1", "2015-01-05", ("李强", "太原市公安局", "局长")),
        saying("2", "2015-03-05", ("李强", "太原市人民政府", "副市长")),
    ]
    known = [
        KnownPerson("x:1", "李强", (), (KnownPost("太原市公安局", "局长"),)),
        KnownPerson("x:2", "李强", (), (KnownPost("太原市人民政府", "副市长"),)),
    ]
    assert len(people(resolve(articles), "李强")) == 1
    assert {p.same_as for p in people(resolve(articles, background=known), "李强")} == {("x:1",), ("x:2",)}


def test_a_post_known_of_another_time_is_not_the_same():
    past = KnownPerson("x:1", "岑望山", (), (KnownPost("山西省总工会", "主席", "1990", "1995"),))
    then = KnownPerson("x:2", "岑望山", (), (KnownPost("山西省总工会", "主席", "2014", "2018"),))
    assert not linked(resolve(ARTICLES, background=[past]))
    assert linked(resolve(ARTICLES, background=[then])) == {("岑望山", ("x:2",))}


FTM = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Cen Wangshan", "岑望山"]}},
    {"id": "o1", "schema": "Position", "properties": {"name": ["山西省总工会主席"]}},
    {
        "id": "h1",
        "schema": "Occupancy",
        "properties": {"holder": ["p1"], "post": ["o1"], "startDate": ["2014"]},
    },
]
WIKIDATA = {
    "results": {
        "bindings": [
            {
                "person": {"value": "http://www.wikidata.org/entity/Q7"},
                "personLabel": {"value": "岑望山"},
                "positionLabel": {"value": "山西省总工会主席"},
            }
        ]
    }
}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("iri,name,organization,post\nQ7,岑望山,山西省总工会,主席\n", id="csv"),
        pytest.param("\n".join(map(json.dumps, FTM)), id="follow the money"),
        pytest.param(json.dumps(WIKIDATA), id="wikidata"),
    ],
)
def test_files_of_others(tmp_path, text):
    (tmp_path / "known").write_text(text, encoding="utf-8")
    known = read_background(tmp_path / "known")
    assert [k.name for k in known] == ["岑望山"]
    (tmp_path / "background.jsonl").write_text("".join(map(line_of, known)), encoding="utf-8")
    assert list(read_known(tmp_path / "background.jsonl")) == known
    assert {name for name, _ in linked(resolve(ARTICLES, background=known))} == {"岑望山"}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"{broken", id="no JSON"),
        pytest.param("iri,name\nQ7,岑望山\n".encode("gb18030"), id="no UTF-8"),
        pytest.param(b"[1]", id="no row"),
        pytest.param(b'{"results": {"bindings": [{"person": 1}]}}', id="no result of a query"),
        pytest.param(b'{"schema": "Person"}', id="no entity"),
        pytest.param(b"a,b\n1,2\n", id="no column that we know"),
    ],
)
def test_a_file_that_is_none_of_these(tmp_path, data):
    (tmp_path / "known").write_bytes(data)
    with pytest.raises(KgError, match="neither FollowTheMoney"):
        read_background(tmp_path / "known")


@pytest.mark.parametrize(
    "line",
    [b"[]", b"\xff", b"{", b'{"iri": 1, "name": "a"}', b'{"iri": "a"}', b'{"iri": "a", "name": "b", "names": [1]}',
     b'{"iri": "a", "name": "b", "posts": [{"post": "c"}]}', b'{"iri": "a", "name": "b", "posts": 1}'],
)  # fmt: skip
def test_a_line_mended_into_nonsense_is_told_with_its_number(tmp_path, line):
    good = line_of(KnownPerson("https://example.org/1", "岑望山")).encode()
    (tmp_path / "background.jsonl").write_bytes(good + line + b"\n")
    with pytest.raises(KgError, match=r"background.jsonl:2: no known person") as told:
        read_known(tmp_path / "background.jsonl")
    assert "\n" not in str(told.value)
