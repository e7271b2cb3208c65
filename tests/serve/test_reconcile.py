"""Matching names against the graph, as OpenRefine asks."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.serve.conftest import Server
from tests.serve.test_explorer import built, explorer, found  # noqa: F401  (fixtures)


def ask(server: Server, **queries: dict[str, Any]) -> dict[str, Any]:
    response = server.client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert response.status_code == 200, response.text
    return {key: value["result"] for key, value in response.json().items()}


@pytest.fixture
def service(explorer: Server) -> Server:  # noqa: F811
    assert found(explorer, "wdy")
    return explorer


def test_manifest(service: Server) -> None:
    told = service.client.get("/reconcile").json()
    assert told["versions"] == ["0.2"]
    assert told["identifierSpace"].startswith("https://")
    assert told["view"]["url"] == f"{service.url}/id/{{{{id}}}}"
    for suggested in told["suggest"].values():
        assert suggested["service_url"] == service.url
        assert service.client.get(suggested["service_path"], params={"prefix": "o"}).status_code == 200


@pytest.mark.parametrize("words", ["闻道远", "聞道遠", "  闻道远 "])
def test_a_name_that_one_person_bears_is_a_match(service: Server, words: str) -> None:
    result = ask(service, q={"query": words, "type": "person"})["q"]
    assert result[0]["name"] == "闻道远"
    assert result[0]["match"] is True
    assert result[0]["type"] == [{"id": "person", "name": "Person 人物"}]
    assert 0 < result[0]["score"] <= 100


def test_pinyin_finds_but_does_not_decide(service: Server) -> None:
    result = ask(service, q={"query": "Wen Daoyuan", "type": "person"})["q"]
    assert (result[0]["name"], result[0]["match"]) == ("闻道远", False)


def test_a_batch(service: Server) -> None:
    result = ask(
        service,
        a={"query": "中华全国总工会", "type": ["organization"], "limit": 1},
        b={"query": "全总"},
        c={"query": "没有这个人"},
        d={"query": ""},
        e={"query": "山西", "limit": 3},
    )
    assert result["a"][0]["name"] == result["b"][0]["name"] == "中华全国总工会"
    assert result["c"] == result["d"] == []
    assert len(result["e"]) <= 3
    assert not any(candidate["match"] for candidate in result["e"] if candidate["score"] < 90)


def test_properties_weigh(service: Server) -> None:
    agreeing = {
        "query": "符晓岚",
        "properties": [
            {"pid": "post", "v": "副主任"},
            {"pid": "organization", "v": {"name": "山西省人民代表大会常务委员会"}},
        ],
    }
    contrary = {
        "query": "符晓岚",
        "properties": [{"pid": "post", "v": "驯兽师"}, {"pid": "organization", "v": ["马戏团"]}],
    }
    result = ask(service, yes=agreeing, no=contrary)
    assert result["yes"][0]["match"] is True
    assert result["no"][0]["score"] < result["yes"][0]["score"]
    assert result["no"][0]["match"] is False


def test_suggest_and_extend(service: Server) -> None:
    hits = service.client.get("/reconcile/suggest/entity", params={"prefix": "闻道"}).json()["result"]
    assert hits[0]["name"] == "闻道远"
    first = service.client.get("/reconcile/suggest/entity", params={"prefix": "闻道", "cursor": 0}).json()
    assert first["result"] == hits
    few = service.client.get("/reconcile/properties", params={"type": "person", "limit": 2}).json()
    assert [p["id"] for p in few["properties"]] == ["organization", "post"]
    id_ = hits[0]["id"]
    proposed = service.client.get("/reconcile/properties", params={"type": "person"}).json()["properties"]
    assert {"id": "post", "name": "post 职务"} in proposed
    wish = {
        "ids": [id_, "p-none"],
        "properties": [{"id": "post"}, {"id": "organization"}, {"id": "first"}, {"id": "x"}],
    }
    told = service.client.post("/reconcile", data={"extend": json.dumps(wish)}).json()
    assert [column["id"] for column in told["meta"]] == ["post", "organization", "first"]
    assert told["rows"]["p-none"] == {"post": [], "organization": [], "first": []}
    assert told["rows"][id_]["post"]
    assert all(set(cell) == {"str"} for cell in told["rows"][id_]["post"])
    assert told["meta"][1]["type"] == {"id": "organization", "name": "Organization 机构"}
    bodies = told["rows"][id_]["organization"]
    assert "中华全国总工会" in {cell["name"] for cell in bodies}  # once, by its main name, to go on from
    assert len({cell["id"] for cell in bodies}) == len(bodies)
    assert service.client.get(f"/id/{bodies[0]['id']}").status_code in {200, 303}
    assert [set(cell) for cell in told["rows"][id_]["first"]] == [{"date"}]
    assert told["rows"][id_]["first"][0]["date"].endswith("T00:00:00Z")


def test_preview_may_be_framed_on_this_machine(service: Server) -> None:
    id_ = ask(service, q={"query": "闻道远"})["q"][0]["id"]
    preview = service.client.get("/reconcile/preview", params={"id": id_})
    assert "闻道远" in preview.text
    assert "frame-ancestors 'self' http://localhost:*" in preview.headers["content-security-policy"]
    assert "x-frame-options" not in preview.headers or preview.headers["x-frame-options"] == ""
    assert service.client.get("/reconcile/preview", params={"id": "p-none"}).status_code == 404


@pytest.mark.parametrize(
    "form",
    [
        {"queries": "not json"},
        {"queries": "[]"},
        {"queries": '{"q": 1}'},
        {"queries": json.dumps({str(n): {"query": "x"} for n in range(500)})},
        {"extend": "{}"},
        {"extend": '{"ids": "x", "properties": []}'},
    ],
)
def test_nonsense_is_refused(service: Server, form: dict[str, str]) -> None:
    response = service.client.post("/reconcile", data=form)
    assert response.status_code == 400
    assert response.json()["error"]


def test_strange_but_legal(service: Server) -> None:
    strange = {
        "query": 5,
        "type": 7,
        "limit": "x",
        "properties": [1, {"pid": "post"}, {"pid": "post", "v": None}],
    }
    assert ask(service, q=strange)["q"] == []
