"""ArticleFacts to and from a row of facts.jsonl (docs/facts.md has the form)."""

from __future__ import annotations

from typing import Any

from kg.model.article import Damage, Meta
from kg.model.facts import (
    ArticleFacts,
    Event,
    Evidence,
    Involvement,
    Mention,
    Participation,
    Tenure,
)

Row = dict[str, Any]


def _quotes(evidence: tuple[Evidence, ...]) -> list[Row]:
    return [e.to_json() for e in evidence]


def _evidence(rows: list[Row]) -> tuple[Evidence, ...]:
    return tuple(Evidence.from_json(r) for r in rows)


def _mention_row(mention: Mention, identity: str | None) -> Row:
    return {
        "name": mention.name,
        "id": identity,
        "alt": list(mention.printed),
        "mentions": _quotes(mention.evidence),
    }


def _tenure_row(tenure: Tenure) -> Row:
    return {
        "person": tenure.person,
        "role": tenure.post,
        "org": tenure.organization,
        "status": tenure.status,
        "date": tenure.date,
        "since": tenure.since,
        "until": tenure.until,
        "resolved_by": tenure.resolved_by,
        "confidence": tenure.confidence,
        "rule": tenure.rule,
        "evidence": _quotes(tenure.evidence),
    }


def _event_row(event: Event, tenures: tuple[Tenure, ...]) -> Row:
    return {
        "type": event.type,
        "label": event.label,
        "trigger": event.trigger,
        "start": event.start,
        "end": event.end,
        "time_words": event.time_words,
        "places": list(event.places),
        "open_list": event.open_list,
        "participants": [
            {
                "person": p.person,
                "as": p.role,
                "position": p.position,
                "capacity": [
                    {"tenure": i, "role": tenures[i].post, "org": tenures[i].organization} for i in p.capacity
                ],
                "evidence": _quotes(p.evidence),
            }
            for p in event.participants
        ],
        "orgs": [{"name": o.organization, "as": o.role} for o in event.organizations],
        "part_of": event.part_of,
        "statement": _quotes(event.statement),
        "confidence": event.confidence,
        "rule": event.rule,
        "evidence": _quotes(event.evidence),
    }


def to_row(
    facts: ArticleFacts,
    person_ids: dict[str, str] | None = None,
    organization_ids: dict[str, str] | None = None,
) -> Row:
    """The JSON form of one article's facts; ids are None until the resolve room has given them."""
    persons, organizations = person_ids or {}, organization_ids or {}
    meta = facts.meta
    return {
        "id": facts.id,
        "meta": {
            "title": meta.title or None,
            "date": meta.date or None,
            "source": meta.source or None,
            "authors": list(meta.authors),
            "editors": list(meta.editors),
            "language": meta.language,
            "script": meta.script,
            "section": meta.section or None,
            "dateline_place": meta.dateline_place or None,
            "url": facts.url or None,
            "path": facts.path or None,
            "sha256": facts.sha256 or None,
            "chars": facts.chars,
            "fingerprint": [f"{value:016x}" for value in facts.fingerprint],
        },
        "persons": [_mention_row(m, persons.get(m.name)) for m in facts.persons],
        "organizations": [_mention_row(m, organizations.get(m.name)) for m in facts.organizations],
        "roles": [_tenure_row(t) for t in facts.tenures],
        "events": [_event_row(e, facts.tenures) for e in facts.events],
        "damage": [
            {
                "kind": d.kind,
                "start": d.start,
                "end": d.end,
                "repaired_as": d.repaired_as,
                "confidence": d.confidence,
            }
            for d in facts.damage
        ],
    }


def from_row(row: Row) -> ArticleFacts:
    """Read back what `to_row` wrote (ids are left to the caller: they stand in the row)."""
    meta = row["meta"]
    return ArticleFacts(
        id=row["id"],
        meta=Meta(
            title=meta["title"] or "",
            date=meta["date"] or "",
            source=meta["source"] or "",
            authors=tuple(meta["authors"]),
            editors=tuple(meta["editors"]),
            language=meta["language"],
            script=meta["script"],
            section=meta["section"] or "",
            dateline_place=meta["dateline_place"] or "",
        ),
        persons=tuple(Mention(m["name"], _evidence(m["mentions"]), tuple(m["alt"])) for m in row["persons"]),
        organizations=tuple(
            Mention(m["name"], _evidence(m["mentions"]), tuple(m["alt"])) for m in row["organizations"]
        ),
        tenures=tuple(
            Tenure(
                person=t["person"],
                post=t["role"],
                organization=t["org"],
                status=t["status"],
                date=t["date"],
                resolved_by=t["resolved_by"],
                confidence=t["confidence"],
                rule=t["rule"],
                evidence=_evidence(t["evidence"]),
                since=t["since"],
                until=t["until"],
            )
            for t in row["roles"]
        ),
        events=tuple(_event(e) for e in row["events"]),
        damage=tuple(
            Damage(d["kind"], d["start"], d["end"], d["repaired_as"], d["confidence"]) for d in row["damage"]
        ),
        url=meta["url"] or "",
        path=meta["path"] or "",
        sha256=meta["sha256"] or "",
        chars=meta["chars"],
        fingerprint=tuple(int(value, 16) for value in meta.get("fingerprint", ())),
    )


def _event(row: Row) -> Event:
    return Event(
        type=row["type"],
        label=row["label"],
        trigger=row["trigger"],
        start=row["start"],
        end=row["end"],
        places=tuple(row["places"]),
        open_list=row["open_list"],
        participants=tuple(
            Participation(
                p["person"],
                p["as"],
                p["position"],
                tuple(c["tenure"] for c in p["capacity"]),
                _evidence(p["evidence"]),
            )
            for p in row["participants"]
        ),
        organizations=tuple(Involvement(o["name"], o["as"]) for o in row["orgs"]),
        evidence=_evidence(row["evidence"]),
        time_words=row["time_words"],
        statement=_evidence(row["statement"]),
        part_of=row["part_of"],
        confidence=row["confidence"],
        rule=row["rule"],
    )
