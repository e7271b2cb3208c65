"""The page of an article shows what was mended, and beside it the source as it was."""

from __future__ import annotations

from pathlib import Path

import orjson
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.explorer.article import pieces, repairs
from tests.serve.conftest import Server
from tests.serve.test_explorer import api, built, explorer  # noqa: F401  (fixtures)

TEXT = "岑望(wang)山到山西省調研"
GLOSS = {"kind": "gloss", "start": 2, "end": 8, "repaired_as": ""}
FLAG = {"kind": "lost", "start": 9, "end": 10, "repaired_as": None}


def test_a_repair_is_read_and_its_source_is_kept() -> None:
    whole = {"start": 0, "end": 9, "relation": "part", "number": 1}
    cut = pieces(TEXT, [whole], [], [GLOSS, FLAG])
    assert "".join(piece["read"] for piece in cut) == "岑望山到山西省調研"
    assert "".join(piece["text"] for piece in cut) == TEXT
    assert [piece["read"] for piece in cut if piece["facts"] == [1]] == ["岑望", "", "山"]


def test_of_repairs_that_overlap_the_first_is_taken() -> None:
    other = {"kind": "width", "start": 5, "end": 9, "repaired_as": "x"}
    assert repairs([other, GLOSS], len(TEXT)) == [(2, 8, "")]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from([None, "", "甲", "甲乙"]))))
def test_the_source_is_always_whole(spans) -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
    damage = [{"start": min(a, b), "end": max(a, b), "repaired_as": mended} for a, b, mended in spans]
    cut = pieces(text, [], [], damage)
    assert "".join(piece["text"] for piece in cut) == text


def damaged(server: Server, out: Path) -> dict:
    """An article of the examples in which something was mended."""
    for line in (out / "facts.jsonl").read_bytes().splitlines():
        row = orjson.loads(line)
        if any(d["repaired_as"] is not None for d in row["damage"]):
            query = f'SELECT ?a {{ ?a schema:identifier "{row["id"]}" }}'
            found = server.client.get("/sparql", params={"query": query, "format": "json"}).json()["results"][
                "bindings"
            ]
            told = api(server, f"/api/article/{found[0]['a']['value'].rsplit('/', 1)[1]}")
            if told["has_text"]:
                return told
    raise AssertionError("no damaged article among the examples")


def test_the_page_shows_both(explorer: Server, built: Path) -> None:  # noqa: F811
    told = damaged(explorer, built)
    assert any(piece["read"] != piece["text"] for piece in told["pieces"])
    page = explorer.client.get(f"/article/{told['id']}").text
    assert 'class="broken"' in page
    assert 'id="source"' in page
