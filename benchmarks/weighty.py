"""Values to ask a graph about: the most attested persons, bodies, places …, found in the graph itself."""

from __future__ import annotations

from typing import Any

USUAL, HEAVIEST = 100, 0
"""Ranks by weight: an ordinary subject of questions, and the one that costs most."""

_RANKED = "SELECT ?it (COUNT(*) AS ?n) { %s } GROUP BY ?it ORDER BY DESC(?n) ?it LIMIT 1 OFFSET %d"
_NAME = 'SELECT ?name { <%s> skos:prefLabel ?name FILTER(LANGMATCHES(LANG(?name), "zh-Hans")) } LIMIT 1'
_WORDS = {"subject": ("工会", "工作"), "one": ("总工会", "委员会"), "other text": ("人民代表大会", "政府"),
          "atMost": ("0.7", "1"), "least": ("2", "1"), "type": ("condolence", "statement"),
          "from": ("2019-01-01", "1900-01-01"), "to": ("2019-12-31", "2100-01-01"),
          "before": ("2020-01-01", "2100-01-01"), "after": ("2018-01-01", "1900-01-01"),
          "on": ("2019-06-01", "")}  # fmt: skip
"""Parameter → what is asked usually, and what is heaviest; "" leaves an optional one open."""


def values(store: Any, rank: int) -> dict[str, str]:
    """A value for every parameter of the named queries, by its name; `rank` counts from 0, the heaviest."""
    person, other = (_top(store, "?x kg:participant ?it . ?it a foaf:Person", rank + n) for n in (0, 1))
    body = _top(store, "?x org:organization ?it", rank)
    found = {
        "person": _name(store, person),
        "other": _name(store, other),
        "organization": _name(store, body),
        "post": _name(store, _top(store, f"?x org:organization <{body}> ; org:role ?it", 0)),
        "place": _name(store, _top(store, "?x kg:jurisdiction ?it", rank)),
        "event": _top(store, "?x kg:event ?it", rank),
        "fact": _top(store, "?it a kg:Tenure ; kg:evidence ?e", rank),
    }
    return found | {name: pair[rank == HEAVIEST] for name, pair in _WORDS.items()}


def _top(store: Any, pattern: str, rank: int) -> str:
    """The node of that rank, or the last there is."""
    for place in (rank, 0):
        if rows := store.select(_RANKED % (pattern, place)):
            return str(rows[0]["it"])
    return "urn:none"


def _name(store: Any, node: str) -> str:
    rows = store.select(_NAME % node)
    return str(rows[0]["name"]) if rows else "?"
