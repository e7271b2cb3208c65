"""What one article says of an event: its proof, and who took part, as what, in which capacity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.model.entities import ArticleIds
from kg.model.facts import Event, Evidence, Participation, Tenure
from kg.rdf.evidence import Quotes
from kg.rdf.nt import INTEGER, digest, lines, node, plain
from kg.rdf.terms import TYPE, iri, kg, participation_role

STATEMENT = "statement"

_EVIDENCE, _TRIGGER, _TIME_WORDS = kg("evidence"), kg("trigger"), kg("timeWords")
_SPEAKER, _VERB, _WORDS, _HAS_ACTOR = kg("speaker"), kg("verb"), kg("words"), iri("sem:hasActor")
_PARTICIPATION, _EVENT, _PARTICIPANT = kg("Participation"), kg("event"), kg("participant")
_ROLE, _POSITION, _CAPACITY = kg("participationRole"), kg("position"), kg("inCapacity")


def event_lines(
    event: Event, n: str, tenures: Sequence[Tenure], ids: ArticleIds, quotes: Quotes, base: str
) -> Iterator[str]:
    """Yield what an article adds to an event, then each part that a person or a body had in it.

    `tenures` are the article's, which capacities point to.
    """
    people = [(p, who) for p in event.participants if (who := _participant(p, ids))]
    bodies = [(b, ids.organizations[b.organization]) for b in event.organizations
              if ids.organizations.get(b.organization)]  # fmt: skip
    proof = _nodes(event.evidence, event, quotes)
    actors = [node(base, key) for _, key in people] + [node(base, key) for _, key in bodies]
    pairs = [(_EVIDENCE, e) for e in proof] + [(_HAS_ACTOR, a) for a in actors]
    pairs += [(_VERB if event.type == STATEMENT else _TRIGGER, plain(event.trigger) if event.trigger else "")]
    pairs += [(_TIME_WORDS, plain(event.time_words) if event.time_words else "")]
    if event.type == STATEMENT:
        pairs += [(_SPEAKER, node(base, key)) for p, key in people if p.role == "lead"]
        pairs += [(_WORDS, e) for e in _nodes(event.statement, event, quotes)]
    yield lines(n, pairs)
    for part, key in people:
        own = _nodes(part.evidence, event, quotes) if part.evidence else proof
        yield _participation(
            n, node(base, key), part.role, part.position, own, _capacity(part, key, tenures, ids, base), base
        )
    for body, key in bodies:
        yield _participation(n, node(base, key), body.role, 0, proof, (), base)


def _nodes(evidence: Iterable[Evidence], event: Event, quotes: Quotes) -> list[str]:
    return [quotes.node(e, event.rule, event.confidence) for e in evidence]


def _participant(part: Participation, ids: ArticleIds) -> str:
    """Who took part: of two persons of the name the one who has the post given there."""
    own = ids.persons.get(part.person, "")
    return next((ids.namesakes[i] for i in part.capacity if i in ids.namesakes), own)


def _capacity(
    part: Participation, who: str, tenures: Sequence[Tenure], ids: ArticleIds, base: str
) -> list[str]:
    """The tenures under which a person is named there; one that is another person's is no capacity."""
    return [
        node(base, ids.tenures[i])
        for i in part.capacity
        if ids.tenures[i] and ids.holder(i, tenures[i].person) == who
    ]


def _participation(
    event: str, who: str, role: str, position: int, proof: Iterable[str], capacity: Iterable[str], base: str
) -> str:
    """A part in an event.

    Its name is made of event, participant, role and position: reports that list people in the same way
    share it, a report that lists them otherwise states a part of its own.
    """
    n = f"<{base}x-{digest(event, who, role, str(position))}>"
    text = (
        f"{n} {TYPE} {_PARTICIPATION} .\n{n} {_EVENT} {event} .\n{n} {_PARTICIPANT} {who} .\n"
        f"{n} {_ROLE} {participation_role(role)} .\n"
    )
    if position:
        text += f'{n} {_POSITION} "{position}"{INTEGER} .\n'
    text += "".join([f"{n} {_EVIDENCE} {e} .\n" for e in proof])
    return text + "".join([f"{n} {_CAPACITY} {t} .\n" for t in capacity])
