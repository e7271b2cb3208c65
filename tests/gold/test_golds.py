"""The golds of this folder keep their own promises: every fact is of the guideline's form."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def facts_of(gold: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"{gold}.facts.jsonl").read_text("utf-8").splitlines()]


SECOND, THIRD, FOURTH = facts_of("second"), facts_of("third"), facts_of("fourth")
ALL = SECOND + THIRD + FOURTH
TYPES = {
    "inspection",
    "condolence",
    "meeting",
    "talks",
    "call",
    "statement",
    "lecture",
    "ceremony",
    "agreement",
    "appointment",
    "removal",
    "investigation",
    "sanction",
    "trip",
    "award",
    "issuance",
    "death",
    "activity",
}
PARTS = {"lead", "attend", "accompany", "preside", "counterpart", "appointee", "target"}
BODIES = {"visited", "host", "organizer", "participant", "target", "issuer"}
STATUSES = {None, "former", "appointed", "removed"}


def test_ten_of_each_kind_half_open_half_kept():
    assert Counter(Counter((f["kind"], f["split"]) for f in SECOND).values()) == {5: 12}


def test_no_article_stands_in_two_golds_or_twice_in_one():
    assert len({f["id"] for f in ALL}) == len(ALL)


def test_the_third_gold_keeps_all_but_the_twin_unread():
    assert Counter(f["split"] for f in THIRD) == {"kept": 39, "twin": 1}


def test_the_fourth_gold_is_kept_whole():
    assert Counter(f["split"] for f in FOURTH) == {"kept": 30}


@pytest.mark.parametrize("fact", ALL, ids=lambda fact: fact["id"])
def test_roles_and_events_speak_of_listed_people_and_bodies(fact: dict[str, Any]):
    persons, bodies = set(fact["persons"]), {o["name"] for o in fact["organizations"]}
    assert {r["person"] for r in fact["roles"]} <= persons
    assert {r.get("status") for r in fact["roles"]} <= STATUSES
    keys = Counter((r["person"], r["role"], r["org"]) for r in fact["roles"])
    assert max(keys.values(), default=1) == 1
    for event in fact["events"]:
        assert event["type"] in TYPES
        assert {p["person"] for p in event["participants"]} <= persons
        assert {p["as"] for p in event["participants"]} <= PARTS
        assert {o["name"] for o in event["orgs"]} <= bodies
        assert {o["as"] for o in event["orgs"]} <= BODIES
