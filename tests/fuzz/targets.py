"""What is fuzzed with bytes: each target reads any bytes as its input, and raises where a promise is broken.

The small ones are tried tens of thousands of times a second, whole articles and files some hundred times: `drive.py` does it.
Fields of an input are separated by U+001E, so that a mutation may move the border too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from kg.model.article import Article, CleanArticle, Meta, Rejected, Zone
from kg.model.origin import OriginMap
from kg.model.settings import Settings

from .promises import check_cleaned, check_facts, check_read

SETTINGS = Settings(max_article_bytes=100_000)
DATES = ("", "2019-03-05", "2020-02-29", "0001-01-01", "9999-12-31")
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
Target = Callable[[bytes], None]
TARGETS: dict[str, Target] = {}


def target(function: Target) -> Target:
    """Register a target under its name."""
    TARGETS[function.__name__.rstrip("_").replace("_", "-")] = function
    return function


def text_of(data: bytes) -> str:
    """Any bytes as text, most of them as UTF-8; halves of surrogate pairs come through."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")


def fields_of(data: bytes, count: int) -> list[str]:
    """So many fields; the last takes what is left."""
    found = text_of(data).split("\x1e", count - 1)
    return found + [""] * (count - len(found))


def whole(text: str) -> str:
    """Without halves of surrogate pairs, as cleaning hands text on."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def check_line(error: Exception) -> None:
    """What users are told is one line."""
    assert "\n" not in str(error)


def check_refusal(status: int) -> None:
    """It was their fault, not ours."""
    assert 400 <= status < 500


@target
def charset(data: bytes) -> None:
    """Bytes to text."""
    from kg.read.decoding import UndecodableError, decode

    try:
        text, encoding = decode(data)
    except UndecodableError as error:
        check_line(error)
        return
    if encoding == "utf-8":
        assert text.encode() == data


@target
def torn(data: bytes) -> None:
    """Bytes that were read as another encoding, tears, glosses: the way back stays."""
    from kg.clean.cleaning import mend
    from kg.clean.draft import Draft

    draft = Draft(whole(text_of(data)))
    mend(draft)
    origin, length = draft.origin(), len(draft.text)
    assert origin.length == length
    assert all(0 <= d.start < d.end <= len(draft.source) and 0 <= d.confidence <= 1 for d in draft.damage)
    assert all(0 <= d.start <= d.end <= length for d in draft.doubtful())


@target
def dates(data: bytes) -> None:
    """Dates of articles and of sentences."""
    from kg.clean.dates import iso_day
    from kg.extract.time.dates import find_dates

    text = whole(text_of(data))[:300]
    day = iso_day(text)
    assert day == "" or re.fullmatch(r"\d{4}-\d\d-\d\d", day)
    end = 0
    for start, stop, span in find_dates(
        text, 0, len(text), DATES[len(data) % 5], DATES[len(text) % 5] or None
    ):
        assert end <= start < stop <= len(text)
        end = stop
        assert all(day is None or ISO.fullmatch(day) for day in (span.start, span.end))


@target
def names(data: bytes) -> None:
    """Names of bodies and places."""
    from kg.lexicon.body_forms import expand_contractions
    from kg.lexicon.organizations import expand, official_name
    from kg.lexicon.place_prefix import Scope, place_prefix
    from kg.lexicon.places import places
    from kg.lexicon.posts import post_lexicon
    from kg.lexicon.seats import is_single
    from kg.lexicon.whereabouts import seat_of

    form = whole(text_of(data))[:60]
    scopes = (Scope(), Scope(province="山西省", prefecture="太原市", county="迎泽区"), Scope(region="hk"))
    found = official_name(form, scopes[len(data) % 3])
    assert found.name or not form.removeprefix("中共")
    prefix = place_prefix(form, scopes[len(data) % 3])
    assert prefix is None or 0 < prefix.end <= len(form)
    for tell in (expand, expand_contractions, seat_of, post_lexicon().kind_of, places().lookup):
        tell(form)
    is_single(form, form[len(form) // 2 :])


@target
def binding(data: bytes) -> None:
    """Values of queries: bound or refused, and nothing but data once bound."""
    from kg.model.errors import QueryError
    from kg.model.values import Iri, Text
    from kg.rdf.queries import guessed, kind_of
    from kg.store.binding import bind, term_of, variables

    query = 'SELECT ?s ?o { VALUES ?name { "x" } ?s ?p ?o . ?s ?q ?name FILTER(?o = ?x || !BOUND(?y)) }'
    one, other, tag = fields_of(data, 3)
    for value in (one, Iri(one), Text(other, tag), Text(one, "", other)):
        try:
            bound = bind(query, {"x": value, "name": other})
            term_of(guessed(one))
        except QueryError as error:
            check_line(error)
            continue
        assert kind_of(bound) == "SELECT"
        assert variables(bound) == variables(query) - {"x"}


@target
def scan(data: bytes) -> None:
    """The server's look at a query before it is run."""
    from kg.serve.refuse import KINDS, Refused, examine

    query = text_of(data)
    try:
        shape = examine(query, 5_000)
    except Refused as refused:
        check_refusal(refused.status)
        return
    assert shape.kind in KINDS
    assert re.search(shape.kind, query, re.IGNORECASE)


@target
def protocol(data: bytes) -> None:
    """What an HTTP request asks for."""
    from kg.serve.guard import Hosts
    from kg.serve.limits import Limits
    from kg.serve.media import OFFERS, parse_accept
    from kg.serve.protocol import asked, parameters_of
    from kg.serve.refuse import Refused

    parts = [*data.split(b"\x1e", 2), b"", b""]
    accept = parts[1].decode("latin-1")
    Hosts("127.0.0.1").allows(parts[2].decode("latin-1"))
    assert all(0 <= one.quality <= 1 for one in parse_accept(accept))
    try:
        wish = asked(parameters_of(parts[0].decode("latin-1")), accept, Limits(), ("http://a/b",))
    except Refused as refused:
        check_refusal(refused.status)
        return
    assert wish.media in OFFERS[wish.shape.kind]


@target
def ntriples(data: bytes) -> None:
    """Literals and IRIs as we write them, read back by the store's parser."""
    import pyoxigraph as ox

    from kg.rdf.nt import day, first_day, is_iri, last_day, literal, node

    words, iri = (whole(part) for part in fields_of(data, 2))
    subject = f"<{iri}>" if is_iri(iri) else node("https://w3id.org/renmai/id/", iri.encode().hex())
    [triple] = ox.parse(f"{subject} <urn:p> {literal(words)} .\n".encode(), format=ox.RdfFormat.N_TRIPLES)
    assert triple.object.value == words
    assert first_day(iri) <= last_day(iri) or not first_day(iri)
    day(iri)


@target
def clean(data: bytes) -> None:
    """Cleaning, whole."""
    from kg.clean import clean_article

    title, date, text = fields_of(data, 3)
    outcome = clean_article(Article("fuzz", text, title, date, source=title), SETTINGS)
    if isinstance(outcome, Rejected):
        assert outcome.reason
        assert "\n" not in outcome.reason
    else:
        check_cleaned(outcome)


@target
def grammar(data: bytes) -> None:
    """The grammar on text as it stands."""
    from kg.extract import extract_facts

    title, text = (whole(part) for part in fields_of(data, 2))
    text = f"{title}\n{text}" if text else title
    if not text:
        return
    zones = (Zone("headline", 0, len(title)),) if 0 < len(title) < len(text) else ()
    begin = zones[0].end if zones else 0
    meta = Meta(title=title, date=DATES[len(data) % 5])
    article = CleanArticle(
        Article("fuzz", text, title, meta.date), text, OriginMap.identity(len(text)),
        (*zones, Zone("body", begin, len(text))), meta,
    )  # fmt: skip
    check_facts(extract_facts(article, SETTINGS), text)


@target
def article(data: bytes) -> None:
    """From text to facts."""
    from kg.clean import clean_article
    from kg.extract import extract_facts

    title, date, text = fields_of(data, 3)
    outcome = clean_article(Article("fuzz", text, title, date), SETTINGS)
    if isinstance(outcome, CleanArticle):
        check_facts(extract_facts(outcome, SETTINGS), text)


@target
def claims(data: bytes) -> None:
    """What a language model answers."""
    from kg.extract.claims import llm
    from kg.model.errors import ClaimError

    text = "太原市市长高远山3月5日出席工作会议并讲话。"
    cleaned = CleanArticle(Article("a", text), text, OriginMap.identity(len(text)), (), Meta())
    answered = lambda _text, _settings: {"choices": [{"message": {"content": text_of(data)}}]}  # noqa: E731
    before, llm._post = llm._post, answered
    try:
        facts = llm.ask_model(cleaned, SETTINGS)
    except ClaimError as error:
        check_line(error)
        return
    finally:
        llm._post = before
    check_facts(facts, text)


@target
def decisions(data: bytes) -> None:
    """A line that people decided, as mended by hand."""
    from kg.model.errors import KgError
    from kg.run.decisions import KINDS, _decision

    try:
        decision = _decision(data, "decisions.jsonl:1")
    except KgError as error:
        check_line(error)
        return
    assert decision.kind in KINDS
    hash(decision)


@cache
def _scratch(name: str) -> Path:
    import atexit
    import tempfile

    folder = tempfile.TemporaryDirectory(
        prefix="renmai-fuzz-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None
    )
    atexit.register(folder.cleanup)
    return Path(folder.name, name)


def reader_of(suffix: str) -> Target:
    """A reader on a file with any content."""

    def read(data: bytes) -> None:
        path = _scratch(f"a.{suffix}")
        path.write_bytes(data)
        check_read(path, SETTINGS)

    return read


SUFFIXES = (
    "txt",
    "jsonl",
    "json",
    "csv",
    "html",
    "parquet",
    "warc",
    "jsonl.gz",
    "jsonl.bz2",
    "jsonl.xz",
    "jsonl.zst",
)
TARGETS.update({f"read-{suffix.replace('.', '-')}": reader_of(suffix) for suffix in SUFFIXES})


@cache
def _store() -> Any:
    from kg.store.local import memory_store
    from tests.rdf import small

    return memory_store(small.graph_text())


@target
def sparql(data: bytes) -> None:
    """The named queries with any words."""
    from kg.model.errors import QueryError
    from kg.rdf.queries import named_queries, named_query

    words = fields_of(data, 4)
    known = sorted(named_queries())
    query = named_query(known[len(data) % len(known)])
    try:
        rows = _store().select(
            query.text, **query.values({p.name: words[i % 4] for i, p in enumerate(query.parameters)})
        )
    except QueryError as error:
        check_line(error)
        return
    assert isinstance(rows, list)
