"""What pages ask of the index: who took part in what, with whom, where, how often; and names as they are typed."""

from __future__ import annotations

import sqlite3
import unicodedata
from dataclasses import dataclass
from typing import Any

from kg.serve.explorer.graph import KINDS

EVENTS_EACH = 50
COMPANIONS = 24
HITS = 40
LONGEST = 100  # characters of a search
VARIABLES = 500  # in one query; SQLite takes at least 999
COLUMNS = "event.id, event.label, event.type, event.start AS date"


@dataclass(frozen=True, slots=True)
class Proofs:
    """How many proofs a tenure has, and the IRIs of the first and the last."""

    reports: int
    one: str
    other: str


NONE = Proofs(0, "", "")


class Index:
    """The index of a build."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self.base = base

    def _rows(self, query: str, *values: Any) -> list[dict[str, Any]]:
        return [dict(row) for row in self.base.execute(query, values)]

    def number(self, id_: str) -> int:
        """The row of a person, body or place; 0 where there is none."""
        found = self.base.execute("SELECT n FROM thing WHERE id = ?", (id_,)).fetchone()
        return int(found["n"]) if found else 0

    def thing(self, id_: str) -> dict[str, Any] | None:
        """A person, body or place, or None."""
        found = self._rows(
            "SELECT id, kind, name, also, post, code, weight AS events FROM thing WHERE id = ?", id_
        )
        return found[0] if found else None

    def row(self, identifier: str) -> int | None:
        """The byte of facts.jsonl at which the row of an article begins."""
        found = self.base.execute("SELECT at FROM row WHERE id = ?", (identifier,)).fetchone()
        return int(found["at"]) if found else None

    def doings(self, id_: str, page: int) -> dict[str, Any]:
        """The events of a person or body: one page of them, how many in each month, and where."""
        thing = self.number(id_)
        events = self._rows(
            f"SELECT {COLUMNS}, GROUP_CONCAT(DISTINCT part.role) AS part FROM part JOIN event ON event.n = part.event "
            "WHERE part.thing = ? GROUP BY event.n ORDER BY event.start DESC, event.id LIMIT ? OFFSET ?",
            *(thing, EVENTS_EACH, (page - 1) * EVENTS_EACH),
        )
        months = self._rows(
            "SELECT SUBSTR(event.start, 1, 7) AS month, COUNT(DISTINCT event.n) AS n FROM part "
            "JOIN event ON event.n = part.event WHERE part.thing = ? AND event.start != '' GROUP BY 1 ORDER BY 1",
            thing,
        )
        places = self._rows(
            "SELECT thing.id, thing.name, thing.code, COUNT(DISTINCT part.event) AS events FROM part "
            "JOIN place ON place.event = part.event JOIN thing ON thing.n = place.thing "
            "WHERE part.thing = ? GROUP BY thing.n ORDER BY events DESC, thing.id",
            thing,
        )
        total = self._rows("SELECT COUNT(DISTINCT event) AS n FROM part WHERE thing = ?", thing)[0]["n"]
        return {
            "events": [{**event, "part": event["part"].split(",")} for event in events],
            "event_count": total,
            "page": page,
            "pages": -(-total // EVENTS_EACH),
            "months": {row["month"]: row["n"] for row in months},
            "places": places,
        }

    def companions(self, id_: str, most: int = COMPANIONS, kind: str = "person") -> list[dict[str, Any]]:
        """Who took part in the same events, most often first."""
        return self._rows(
            "SELECT thing.id, thing.name, thing.kind, together.events FROM (SELECT other.thing AS who, "
            "COUNT(DISTINCT other.event) AS events FROM part AS mine JOIN part AS other ON other.event = mine.event "
            "WHERE mine.thing = ?1 AND other.thing != ?1 GROUP BY other.thing) AS together "
            "JOIN thing ON thing.n = together.who WHERE thing.kind = ?2 ORDER BY together.events DESC, thing.id LIMIT ?3",
            *(self.number(id_), kind, most),
        )

    def among(self, ids: list[str]) -> list[dict[str, Any]]:
        """How often any two of these took part in one event."""
        numbers = [self.number(id_) for id_ in ids]
        marks = ",".join("?" * len(numbers))
        return self._rows(
            "SELECT x.id AS a, y.id AS b, COUNT(DISTINCT p.event) AS events FROM part AS p "
            "JOIN part AS q ON q.event = p.event AND q.thing > p.thing JOIN thing AS x ON x.n = p.thing "
            f"JOIN thing AS y ON y.n = q.thing WHERE p.thing IN ({marks}) AND q.thing IN ({marks}) GROUP BY x.n, y.n",
            *numbers,
            *numbers,
        )

    def proofs(self, ids: list[str]) -> dict[str, Proofs]:
        """The proofs of tenures, by the tenure's id."""
        found = {}
        for start in range(0, len(ids), VARIABLES):
            some = ids[start : start + VARIABLES]
            query = f"SELECT * FROM proof WHERE id IN ({','.join('?' * len(some))})"
            found.update(
                {
                    row["id"]: Proofs(row["reports"], row["one"], row["other"])
                    for row in self._rows(query, *some)
                }
            )
        return found

    def overview(self) -> dict[str, list[dict[str, Any]]] | None:
        """The picture of the whole; None while it is not made."""
        if not self._rows("SELECT name FROM sqlite_master WHERE name = 'tie'"):
            return None
        nodes = "SELECT id, name, kind, weight AS events, x, y FROM spot JOIN thing ON thing.n = spot.thing"
        ties = "SELECT x.id AS a, y.id AS b, events FROM tie JOIN thing AS x ON x.n = tie.a JOIN thing AS y ON y.n = tie.b"
        return {
            "nodes": self._rows(f"{nodes} ORDER BY events DESC, id"),
            "ties": self._rows(f"{ties} ORDER BY events DESC, a, b"),
        }

    def events_at(self, id_: str, page: int) -> dict[str, Any]:
        """The events in a place, the latest first."""
        thing = self.number(id_)
        events = self._rows(
            f"SELECT DISTINCT {COLUMNS} FROM place JOIN event ON event.n = place.event WHERE place.thing = ? "
            "ORDER BY event.start DESC, event.id LIMIT ? OFFSET ?",
            *(thing, EVENTS_EACH, (page - 1) * EVENTS_EACH),
        )
        total = self._rows("SELECT COUNT(DISTINCT event) AS n FROM place WHERE thing = ?", thing)[0]["n"]
        return {"events": events, "event_count": total, "page": page, "pages": -(-total // EVENTS_EACH)}

    def search(self, words: str, kind: str = "", most: int = HITS) -> list[dict[str, Any]]:
        """Persons, bodies and places whose name, short form, traditional form, pinyin or initials begin with or hold it."""
        typed = " ".join(unicodedata.normalize("NFKC", words).lower().split())[:LONGEST]
        if not typed:
            return []
        return self._rows(
            """SELECT id, kind, name, also, post, weight AS events FROM thing
            WHERE (?3 = '' OR kind = ?3) AND (INSTR(typed, ?1) OR INSTR(tight, ?2))
            ORDER BY CASE WHEN name = ?1 THEN 0 WHEN INSTR(tight, '|' || ?2 || '|') THEN 1
                WHEN SUBSTR(name, 1, LENGTH(?1)) = ?1 THEN 2 WHEN INSTR(tight, '|' || ?2) THEN 3 ELSE 4 END,
              weight DESC, LENGTH(name), id LIMIT ?4""",
            *(typed, typed.replace(" ", ""), kind if kind in KINDS.values() else "", most),
        )

    def exactly(self, words: str, kind: str = "", most: int = HITS) -> list[dict[str, Any]]:
        """Who goes by exactly this name, in any form of it; the main name first."""
        tight = "".join(unicodedata.normalize("NFKC", words).lower().split())[:LONGEST]
        return self._rows(
            "SELECT DISTINCT id, kind, name, also, post, weight AS events FROM form JOIN thing ON thing.n = form.thing "
            "WHERE form.form = ?1 AND (?2 = '' OR kind = ?2) ORDER BY name != ?3, weight DESC, id LIMIT ?4",
            *(tight, kind, " ".join(words.split()), most),
        )

    def facts(self) -> dict[str, Any]:
        """Counts of the whole, and the days between which the articles lie."""
        return {row["name"]: row["words"] or row["number"] for row in self._rows("SELECT * FROM fact")}

    def busiest(self, kind: str, most: int) -> list[dict[str, Any]]:
        """Who or what takes part most often."""
        return self._rows(
            "SELECT id, kind, name, weight AS events FROM thing WHERE kind = ? AND weight > 0 "
            "ORDER BY weight DESC, id LIMIT ?",
            *(kind, most),
        )

    def months(self) -> dict[str, int]:
        """How many events there are in each month."""
        rows = self._rows(
            "SELECT SUBSTR(start, 1, 7) AS month, COUNT(*) AS n FROM event WHERE start != '' GROUP BY 1 ORDER BY 1"
        )
        return {row["month"]: row["n"] for row in rows}

    def latest(self, most: int) -> list[dict[str, Any]]:
        """The latest events that somebody took part in, up to the day of the last article: later ones are announced only."""
        return self._rows(
            f"SELECT {COLUMNS} FROM event WHERE start != '' AND EXISTS (SELECT 1 FROM part WHERE part.event = event.n) "
            "AND start <= COALESCE((SELECT NULLIF(words, '') FROM fact WHERE name = 'last'), start) "
            "ORDER BY start DESC, id LIMIT ?",
            most,
        )
