"""Golden cases: every example article, from bytes to facts, as a page that a person can read.

`pytest tests/test_cases.py --update-golden` writes them anew; commit only a diff that you have read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.model.article import Article, Rejected
from kg.model.facts import ArticleFacts, Event
from kg.model.settings import Settings
from kg.read import read_articles
from kg.run import facts_of

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
EXAMPLES = sorted((ROOT / "examples" / "articles").iterdir())


def told(facts: ArticleFacts | Rejected) -> Iterator[str]:
    """One article's facts, a line each."""
    if isinstance(facts, Rejected):
        yield f"rejected {facts.article_id}: {facts.reason}"
        return
    meta = facts.meta
    yield f"article {facts.id}"
    yield f"  title {meta.title} | date {meta.date or '-'} | source {meta.source or '-'}"
    yield f"  authors {'、'.join(meta.authors) or '-'} | editors {'、'.join(meta.editors) or '-'} | {meta.script}"
    yield f"  persons {'、'.join(p.name for p in facts.persons) or '-'}"
    yield f"  organizations {'、'.join(o.name for o in facts.organizations) or '-'}"
    for t in facts.tenures:
        state = " ".join(
            filter(None, (t.status, t.date, t.since and f"since {t.since}", t.until and f"until {t.until}"))
        )
        yield f"  role {t.person} | {t.post} | {t.organization or '-'} | {state or '-'} | {t.resolved_by} | 「{t.evidence[0].quote}」"
    for event in facts.events:
        yield from told_event(event)
    for kind, number in sorted(Counter(d.kind for d in facts.damage).items()):
        yield f"  damage {number} × {kind}"


def told_event(event: Event) -> Iterator[str]:
    when = event.start or "-" if event.start == event.end else f"{event.start}..{event.end}"
    more = " …" if event.open_list else ""
    yield f"  event {event.type} | {event.trigger} | {when} | {'、'.join(event.places) or '-'}"
    for p in event.participants:
        yield f"    {p.position} {p.role} {p.person} {list(p.capacity) or ''}".rstrip()
    yield from (f"    {o.role} {o.organization}" for o in event.organizations)
    if more:
        yield "    … and others"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_case(path, update_golden):
    golden = CASES / path.stem / "facts.txt"
    settings = Settings()
    outcomes = [
        facts_of(a, settings) if isinstance(a, Article) else a for a in read_articles([str(path)], settings)
    ]
    now = "\n".join(line for outcome in outcomes for line in told(outcome)) + "\n"
    if update_golden:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(now.replace(str(ROOT) + "/", ""), encoding="utf-8")
    elif not golden.exists():
        pytest.skip("no golden page yet; --update-golden writes it")
    assert now.replace(str(ROOT) + "/", "") == golden.read_text("utf-8")


def test_every_case_has_its_example():
    assert {p.name for p in CASES.iterdir() if p.is_dir()} <= {p.stem for p in EXAMPLES}
