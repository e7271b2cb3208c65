"""The explorer over HTTP, on the graph of our own examples and on one of hostile names."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import httpx
import orjson
import pytest

from kg.serve.explorer.article import fragments, pieces
from kg.serve.explorer.pictures import TILES, calendar, neighbourhood, shade, tilemap, timeline
from kg.serve.explorer.words import words_in
from tests.serve.conftest import ROOT, Server, write_store
from tests.serve.hostile import EVIL, hostile_graph

EXAMPLES = ROOT / "examples" / "articles"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("examples") / "out"
    command = [sys.executable, "-m", "kg.cli", "build", str(EXAMPLES), "-o", str(out), "--workers", "1"]
    subprocess.run([*command, "--only", "facts,store"], check=True, capture_output=True, cwd=ROOT)
    return out


@pytest.fixture(scope="session")
def explorer(serving: Callable[..., Server], built: Path) -> Server:
    return serving(built)


@pytest.fixture(scope="session")
def hostile(serving: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    return serving(write_store(tmp_path_factory.mktemp("hostile"), hostile_graph()))


def api(server: Server, path: str, **parameters: str) -> dict:
    response = server.client.get(path, params=parameters)
    assert response.status_code == 200, response.text
    return response.json()


def found(server: Server, words: str) -> list[str]:
    """The names that a search finds; pinyin comes with the second index, shortly after the start."""
    import time

    for _ in range(120):
        names = [hit["name"] for hit in api(server, "/api/search", q=words)["results"]]
        if names:
            return names
        time.sleep(0.25)
    return []


@pytest.mark.parametrize(
    "words", ["闻道远", "聞道遠", "wen dao yuan", "wendaoyuan", "WDY", "wdy", "闻道", " 闻道远 ", "ｗｄｙ"]
)
def test_search_finds_a_person_however_typed(explorer: Server, words: str) -> None:
    assert found(explorer, words)[0] == "闻道远"


def test_search_finds_bodies_by_short_forms_and_kinds(explorer: Server) -> None:
    assert "中华全国总工会" in found(explorer, "全总")
    kinds = {hit["kind"] for hit in api(explorer, "/api/search", q="山西", kind="body")["results"]}
    assert kinds == {"body"}
    assert api(explorer, "/api/search", q="   ")["results"] == []
    assert api(explorer, "/api/search", q="%' OR 1=1 --")["results"] == []
    assert len(api(explorer, "/api/search", q="省", most="3")["results"]) <= 3


def pages_of(server: Server) -> list[str]:
    """One address of every kind of page, found as a visitor would."""
    first = api(server, "/api/stats")
    person = api(server, f"/api/person/{first['persons'][0]['id']}")
    body = first["bodies"][0]["id"]
    event = person["events"][0]["id"]
    article = api(server, f"/api/event/{event}")["proofs"][0]["article"]
    places = [f"/place/{p['id']}" for p in first["places"][:1]]
    return ["/", "/search?q=省", f"/person/{person['id']}", f"/body/{body}", f"/event/{event}", f"/article/{article}",
            f"/network/{person['id']}", "/sparql", *places]  # fmt: skip


class Addresses(HTMLParser):
    """Every address in a page, and every element that could run something."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name in ("src", "action", "formaction"):
            if given.get(name):
                self.loaded.append(str(given[name]))
        if given.get("href"):
            (self.loaded if tag == "link" else self.links).append(str(given["href"]))
        if tag == "script" and not given.get("src") and given.get("type") != "application/json":
            self.inline.append(tag)
        self.inline += [name for name, _ in attrs if name.startswith("on") or name == "style"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_whole_and_loads_nothing_from_elsewhere(explorer: Server, language: str) -> None:
    words = words_in(language)
    for path in pages_of(explorer):
        response = explorer.client.get(path, headers={"accept": "text/html", "cookie": f"lang={language}"})
        assert response.status_code == 200, path
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        assert words["search hint"] in html.unescape(response.text)
        seen = Addresses()
        seen.feed(response.text)
        assert all(address.startswith("/") and not address.startswith("//") for address in seen.loaded), path
        assert all(re.match(r"/|\?|#|https?://", address) for address in seen.links), path
        assert seen.inline == [], path
        assert "unsafe" not in response.headers["content-security-policy"]


def test_language(explorer: Server) -> None:
    chosen = explorer.client.get("/", params={"lang": "en"}, headers={"accept-language": "zh-CN"})
    assert "Events by month" in chosen.text
    assert "lang=en" in chosen.headers["set-cookie"]
    english = httpx.get(explorer.url, headers={"accept-language": "en-GB"}, trust_env=False)
    assert '<html lang="en">' in english.text
    explorer.client.cookies.clear()
    assert '<html lang="zh-Hans">' in explorer.client.get("/", headers={"accept-language": "zh"}).text


def test_a_person(explorer: Server) -> None:
    person = api(explorer, "/api/search", q="闻道远")["results"][0]
    told = api(explorer, f"/api/person/{person['id']}")
    assert told["name"] == "闻道远"
    assert told["tenures"]
    for tenure in told["tenures"]:
        for proof in tenure["proofs"]:
            assert proof["quote"]
            assert proof["end"] > proof["start"]
    page = explorer.client.get(f"/person/{person['id']}").text
    assert "<svg" in page
    assert "全国" in page
    assert told["event_count"] == len({e["id"] for e in told["events"]})


def test_an_article_is_shown_with_every_fact_in_place(explorer: Server, built: Path) -> None:
    rows = [orjson.loads(line) for line in (built / "facts.jsonl").read_bytes().splitlines()]
    shown = 0
    for row in rows:
        query = f'SELECT ?a {{ ?a schema:identifier "{row["id"]}" }}'
        iri = explorer.get(query).json()["results"]["bindings"][0]["a"]["value"]
        told = api(explorer, f"/api/article/{iri.rsplit('/', 1)[1]}")
        assert told["has_text"], row["id"]
        text = "".join(piece["text"] for piece in told["pieces"])
        assert len(text) == row["meta"]["chars"]
        for fact in told["facts"]:
            assert text[fact["start"] : fact["end"]] == fact["quote"]
            covered = "".join(p["text"] for p in told["pieces"] if fact["number"] in p["facts"])
            assert covered == fact["quote"]
        assert len(told["damage"]) == len(row["damage"])
        shown += len(told["facts"])
    assert shown > 50


def test_an_article_whose_file_has_changed_is_shown_by_its_quotations(
    serving: Callable[..., Server], built: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(built, out)
    secret = tmp_path / "secret.txt"
    secret.write_text("NOT FOR PAGES", "utf-8")
    changed = []
    for line in (out / "facts.jsonl").read_bytes().splitlines():
        row = orjson.loads(line)
        row["meta"]["path"] = str(secret)
        changed.append(orjson.dumps(row))
    (out / "facts.jsonl").write_bytes(b"\n".join(changed) + b"\n")
    server = serving(out)
    iri = server.get('SELECT ?a { ?a schema:identifier "01-condolence" }').json()["results"]["bindings"][0][
        "a"
    ]["value"]
    told = api(server, f"/api/article/{iri.rsplit('/', 1)[1]}")
    assert not told["has_text"]
    assert told["pieces"]
    assert "NOT FOR PAGES" not in str(told)


@pytest.mark.parametrize(
    "path",
    ["/person/p-none", "/person/..%2f..%2fetc", "/body/p-none", "/event/<x>", "/article/a", "/network/x", "/id/x",
     "/person/" + "p" * 500, "/api/person/p-none", "/nothing", "/static/../guard.py", "/static/explorer.py"],
)  # fmt: skip
def test_what_is_not_there_is_404(explorer: Server, path: str) -> None:
    response = explorer.client.get(path)
    assert response.status_code == 404
    assert "Traceback" not in response.text


def test_a_browser_is_told_no_by_a_page(explorer: Server) -> None:
    response = explorer.client.get("/person/p-none", headers={"accept": "text/html,*/*;q=0.8"})
    assert response.status_code == 404
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert '<a href="/">' in response.text
    evil = explorer.client.get(
        "/sparql", params={"query": "ASK { <b> }", "format": "<b>"}, headers={"accept": "text/html"}
    )
    assert evil.status_code in {400, 406}
    assert "<b>" not in evil.text


def test_wrong_kinds_and_numbers(explorer: Server) -> None:
    person = api(explorer, "/api/search", q="闻道远")["results"][0]["id"]
    assert explorer.client.get(f"/body/{person}").status_code == 404
    for page in ("0", "-1", "x", "9999999999", "²"):
        assert explorer.client.get(f"/person/{person}", params={"page": page}).status_code == 400
    assert explorer.client.get(f"/person/{person}", params={"page": "99"}).status_code == 200
    assert explorer.client.post(f"/person/{person}").status_code == 405
    see = explorer.client.get(f"/id/{person}")
    assert (see.status_code, see.headers["location"]) == (303, f"/person/{person}")


def test_what_has_no_page_leads_to_what_it_belongs_to(explorer: Server) -> None:
    person = api(explorer, "/api/search", q="闻道远")["results"][0]["id"]
    tenure = api(explorer, f"/api/person/{person}")["tenures"][0]
    see = explorer.client.get(f"/id/{tenure['id']}")
    assert (see.status_code, see.headers["location"]) == (303, f"/person/{person}")
    proof = tenure["proofs"][0]
    assert explorer.client.get(f"/id/{proof['id']}").headers["location"] == f"/article/{proof['article']}"


def test_pages_have_entity_tags(explorer: Server) -> None:
    tag = explorer.client.get("/").headers["etag"]
    assert explorer.client.get("/", headers={"if-none-match": tag}).status_code == 304
    asset = explorer.client.get("/static/style.css").headers["etag"]
    assert explorer.client.get("/static/style.css", headers={"if-none-match": asset}).status_code == 304


def test_openapi_describes_what_is_answered(explorer: Server) -> None:
    described = api(explorer, "/api/openapi.json")
    assert described["openapi"] == "3.1.0"
    for page in pages_of(explorer):
        kind, _, id_ = page[1:].partition("/")
        if not id_:
            continue
        schema = described["paths"][f"/api/{kind}/{{id}}"]["get"]["responses"]["200"]["content"][
            "application/json"
        ]["schema"]
        told = api(explorer, f"/api/{kind}/{id_}")
        assert set(schema["properties"]) <= set(told), kind


def test_hostile_names_stay_text(hostile: Server) -> None:
    first = api(hostile, "/api/stats")
    paths = ["/", "/search?q=script"]
    paths += [f"/{one['kind']}/{one['id']}" for kind in ("persons", "bodies") for one in first[kind]]
    paths += [f"/network/{one['id']}" for one in first["persons"]]
    paths += [f"/event/{event['id']}" for event in first["latest"]]
    paths += ["/article/a-1"]
    assert len(paths) > 10
    for path in paths:
        response = hostile.client.get(path, headers={"accept": "text/html"})
        assert response.status_code == 200, path
        seen = Addresses()
        seen.feed(response.text)
        assert seen.inline == [], path
        assert all(address.startswith("/") for address in seen.loaded), path
        assert not any(address.lower().startswith(("javascript", "data", "//")) for address in seen.links), (
            path
        )
        assert "\u202e" not in response.text
        assert len(response.content) < 600_000
        for evil in EVIL:
            if "<" in evil:
                assert evil not in response.text


def test_pictures() -> None:
    tenure = {"person": {"name": "甲"}, "body": None, "post": "书记", "first": "2019-01-21", "last": "2020-02-01",
              "from": "2018", "until": "", "id": "t", "reports": 1, "status": "", "proofs": []}  # fmt: skip
    picture = timeline([tenure, {**tenure, "first": "", "last": "", "from": "", "until": ""}], "person")
    assert picture is not None
    assert len(picture["bars"]) == 1
    assert picture["bars"][0]["valid"]["open"]
    assert timeline([], "post") is None
    grid = calendar({"2019-01": 3, "2021": 1, "2020-12": 100})
    assert grid is not None
    assert [row["year"] for row in grid["rows"]] == [2019, 2020]
    assert calendar({}) is None
    tiles = tilemap(
        [{"code": "140100", "events": 2}, {"code": "140000", "events": 1}, {"code": "US", "events": 9}]
    )
    assert tiles is not None
    assert {tile["short"]: tile["n"] for tile in tiles["tiles"] if tile["n"]} == {"晋": 3}
    assert len(set(TILES.values())) == len(TILES) == 34
    assert [shade(n, 100) for n in (0, 1, 100)] == [0, 1, 5]
    nodes = [{"id": str(n), "events": 40 - n, "kind": "person", "name": str(n)} for n in range(30)]
    drawn = neighbourhood(nodes, [{"a": "1", "b": "2", "events": 3}])
    assert len({(node["x"], node["y"]) for node in drawn["nodes"]}) == 30


def test_pieces_cover_the_text_exactly() -> None:
    fact = {"relation": "event", "number": 1, "start": 2, "end": 8, "quote": "cdefgh"}
    inner = {"relation": "part", "number": 2, "start": 4, "end": 12, "quote": "efghijkl"}
    cut = pieces("abcdefghij", [fact, inner], [(5, 6, "p-1", "F")])
    assert "".join(piece["text"] for piece in cut) == "abcdefghij"
    assert [(p["text"], p["facts"]) for p in cut] == [
        ("ab", []), ("cd", [1]), ("e", [1, 2]), ("f", [1, 2]), ("gh", [1, 2]), ("ij", [2])
    ]  # fmt: skip
    assert [piece["text"] for piece in cut if piece["person"]] == ["f"]
    assert [piece["text"] for piece in fragments([fact, inner])] == ["…", "cdefgh", "ijkl"]


def test_words_are_complete() -> None:
    assert set(words_in("zh")) == set(words_in("en"))
    assert all(words_in("zh").values())
    assert all(words_in("en").values())
