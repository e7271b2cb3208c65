"""A dossier of one person or body: what is known, in time, each fact with its quotation; Markdown or a page to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kg.export.dossier_forms import Dossier, Note, Section, as_markdown, as_page
from kg.export.files import beside
from kg.export.graph import capacity_of
from kg.export.reading import read_tables
from kg.export.rows import ParticipationRow, Tables, named
from kg.model.errors import KgError
from kg.model.values import Store

QUOTES_EACH = 2
COMPANIONS = 12


def write(store: Store, path: Path, focus: str = "") -> None:
    """Write the dossier of everyone who is called `focus`; .html gives a page, any other suffix Markdown.

    Raises:
        KgError: no name is given, or nobody bears it.
    """
    if not focus:
        raise KgError("dossier: whose? give --focus NAME")
    tables = read_tables(store)
    subjects = [iri for iri in named(tables, focus) if iri in tables.entities]
    if not subjects:
        raise KgError(
            f"dossier: no person or body is called {focus}; `kg person` or `kg org` may know another form"
        )
    dossier = dossier_of(tables, subjects)
    with beside(path) as part:
        text = as_page(dossier) if path.suffix == ".html" else as_markdown(dossier)
        part.write_text(text, "utf-8", newline="\n")


@dataclass
class Notes:
    """The notes at the end: each quotation once, numbered in the order of citing."""

    tables: Tables
    numbers: dict[str, int] = field(default_factory=dict)

    def cite(self, evidence: tuple[str, ...]) -> tuple[int, ...]:
        """The numbers of the first notes of a fact."""
        known = [iri for iri in evidence if iri in self.tables.evidence][:QUOTES_EACH]
        return tuple(self.numbers.setdefault(iri, len(self.numbers) + 1) for iri in known)

    def all(self) -> list[Note]:
        """Every note, in the order of its number."""
        found = []
        for iri, number in self.numbers.items():
            row = self.tables.evidence[iri]
            article = self.tables.articles.get(row.article)
            told = [article.title, article.date, article.source] if article else []
            link = article.url if article and article.url.startswith(("http://", "https://")) else ""
            found.append(Note(number, row.quote, "，".join(part for part in told if part), link))
        return found


def dossier_of(tables: Tables, subjects: Iterable[str]) -> Dossier:
    """What the graph tells of some persons or bodies; namesakes follow one another."""
    notes, sections, names = Notes(tables), list[Section](), list[str]()
    for iri in subjects:
        row = tables.entities[iri]
        names.append(row.name)
        also = f"又作：{'、'.join(row.names)}" if row.names else ""
        parts = [
            p for p in tables.participations.values() if p.participant == iri and p.event in tables.events
        ]
        sections.append(Section(row.name, also, level=1))
        sections += [
            _posts(tables, notes, iri),
            _events(tables, notes, parts),
            _companions(tables, parts, iri),
        ]
    return Dossier(
        "、".join(dict.fromkeys(names)), [s for s in sections if s.rows or s.level == 1], notes.all()
    )


def _posts(tables: Tables, notes: Notes, own: str) -> Section:
    rows = []
    mine = [t for t in tables.tenures.values() if own in (t.person, t.organization)]
    for t in sorted(mine, key=lambda t: (t.valid_from or t.first, t.id)):
        other = t.organization if t.person == own else t.person
        stated = f"{t.valid_from or '?'} – {t.valid_until or '?'}" if t.valid_from or t.valid_until else ""
        cells = (stated, span(t.first, t.last), tables.name_of(other) if other else "", t.post)
        rows.append((cells, notes.cite(t.evidence)))
    return Section("任职", "", ("任期", "见报", "人或单位", "职务"), rows)


def _events(tables: Tables, notes: Notes, parts: list[ParticipationRow]) -> Section:
    rows = []
    once = {p.event: p for p in parts}
    for p in sorted(once.values(), key=lambda p: (tables.events[p.event].start, p.event)):
        event = tables.events[p.event]
        role = tables.labels.get(p.role, (p.role,))[0]
        label = event.label or tables.labels.get(event.type, (event.type,))[0]
        cells = (span(event.start, event.end), label, role, capacity_of(tables, p.capacity))
        rows.append((cells, notes.cite(p.evidence)))
    return Section("事件", "", ("时间", "事件", "作为", "身份"), rows)


def _companions(tables: Tables, parts: list[ParticipationRow], own: str) -> Section:
    events = {p.event for p in parts}
    met = Counter(
        who
        for who, _ in {(p.participant, p.event) for p in tables.participations.values() if p.event in events}
    )
    people = [
        who for who in met if who != own and who in tables.entities and tables.entities[who].kind == "person"
    ]
    best = sorted(people, key=lambda who: (-met[who], who))[:COMPANIONS]
    return Section(
        "同场最多的人", "", ("人", "次数"), [((tables.name_of(who), str(met[who])), ()) for who in best]
    )


def span(start: str, end: str) -> str:
    """Two dates as one reads them."""
    return start if start == end or not end else f"{start} – {end}"
