"""The figures of `kg evaluate`."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path

import pytest

from kg.evaluate.matching import folded
from kg.evaluate.rows import relaxed_role, strict_role
from kg.evaluate.scoring import read_rows, score, shortfalls
from kg.model.errors import KgError

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "eval"

MAYOR = {
    "person": "黎向东",
    "role": "市长",
    "org": "青禾市人民政府",
    "org_alt": ["青禾市"],
    "mention": "青禾市市长",
}


@pytest.mark.parametrize(
    ("said", "strict", "relaxed"),
    [
        pytest.param(MAYOR, True, True, id="the same"),
        pytest.param({**MAYOR, "org": "青禾市"}, False, True, id="another form of the body"),
        pytest.param({**MAYOR, "role": "副市长"}, False, True, id="a post that contains the post"),
        pytest.param(
            {**MAYOR, "role": "青禾市市长", "org": None}, False, True, id="the whole mention as post"
        ),
        pytest.param({**MAYOR, "role": "书记"}, False, False, id="another post"),
        pytest.param({**MAYOR, "person": "黎向冬"}, False, False, id="another person"),
    ],
)
def test_two_ways_to_compare_roles(said, strict, relaxed):
    assert strict_role(MAYOR, said) is strict
    assert relaxed_role(MAYOR, said) is relaxed


def test_folding_leaves_only_real_differences():
    assert folded("《阿·伊 Ｂ》") == folded("阿・伊b")
    assert folded(None) == ""


def test_what_the_gold_lists_under_maybe_is_neither_rewarded_nor_punished():
    gold = {"a": {"id": "a", "persons": ["黎向东"], "maybe": {"persons": ["周远航"]}}}
    figures = score(gold, {"a": {"id": "a", "persons": [{"name": "黎向东"}, {"name": "周远航"}]}}).figures
    assert figures["persons"].to_json()["f1"] == 1.0


def test_a_quote_that_does_not_stand_at_its_offsets_is_counted():
    said = {"id": "a", "roles": [{**MAYOR, "evidence": [{"start": 0, "end": 2, "quote": "市长"}]}]}
    scores = score(
        {"a": {"id": "a", "roles": [MAYOR]}}, {"a": said}, {"a": {"id": "a", "text": "青禾市市长"}}
    )
    assert (scores.facts, scores.without_evidence) == (1, 1)


def test_floors(tmp_path):
    floors = tmp_path / "floors.toml"
    floors.write_text('[floors]\n"roles strict" = 0.9\npersons = 0.0\n', encoding="utf-8")
    scores = score({"a": {"id": "a", "roles": [MAYOR]}}, {})
    assert list(shortfalls(scores, floors)) == ["roles strict: F1 0.0000 is below its floor 0.9"]
    floors.write_text('[floors]\n"rolls" = 0.9\n', encoding="utf-8")
    with pytest.raises(KgError, match="no row 'rolls'"):
        list(shortfalls(scores, floors))


def test_a_line_that_is_no_facts_row_is_named(tmp_path):
    (tmp_path / "x.jsonl").write_text('{"id": "a"}\n[1]\n', encoding="utf-8")
    with pytest.raises(KgError, match=r"x\.jsonl:2"):
        read_rows(tmp_path / "x.jsonl")


def _spoiled(rows, seed):
    """The gold as a careless reader would give it back: facts dropped, changed and invented."""
    dice, out = random.Random(seed), {}
    for identity, original in rows.items():
        row = json.loads(json.dumps(original))
        for kind in ("persons", "organizations", "roles", "events"):
            row[kind] = [fact for fact in row.get(kind) or [] if dice.random() < 0.8]
        for role in row["roles"]:
            if dice.random() < 0.2:
                role.update(
                    org=dice.choice([None, "省委", role.get("mention")]), status=dice.choice([None, "former"])
                )
        for event in row["events"]:
            event["start"] = dice.choice([event.get("start"), None, "2019"])
            event["places"] = [*event.get("places", []), *dice.sample(["山西省", "北京市"], 1)]
        row["roles"] += [MAYOR] * dice.randrange(2)
        out[identity] = row
    return out


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora beside the checkout are not there")
@pytest.mark.parametrize("seed", range(3))
def test_our_figures_are_those_of_the_scorer_that_judges_us(seed):
    spec = importlib.util.spec_from_file_location("their_score", SHARED / "score.py")
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    gold = read_rows(SHARED / "gold" / "dev.facts.jsonl")
    for role in (role for row in gold.values() for role in (row.get("maybe") or {}).get("roles") or []):
        role.setdefault("status", None)  # theirs trips over a doubtful role without one
    texts = read_rows(SHARED / "gold" / "dev.articles.jsonl")
    said = _spoiled(gold, seed)
    figures, _, evidence = theirs.score(gold, said, texts)
    ours = score(gold, said, texts)
    assert {name: figure.to_json() for name, figure in ours.figures.items()} == dict(figures)
    assert list(evidence.values()) == [ours.facts, ours.without_evidence]
