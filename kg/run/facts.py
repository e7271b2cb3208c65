"""One article, from source to facts: pure, shares nothing, so it may run anywhere."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from types import FrameType

from kg.clean import clean_article
from kg.extract import extract_facts
from kg.model.article import Article, Rejected
from kg.model.facts import ArticleFacts
from kg.model.fingerprint import fingerprint
from kg.model.settings import Settings
from kg.run.guessed import without_guessed


def facts_of(article: Article, settings: Settings) -> ArticleFacts | Rejected:
    """Clean one article and take its facts out; an article that cannot be used is a `Rejected` value."""
    cleaned = clean_article(article, settings)
    if isinstance(cleaned, Rejected):
        return cleaned
    facts = without_guessed(extract_facts(cleaned, settings), cleaned)
    story = "\n".join(cleaned.text[zone.start : zone.end] for zone in cleaned.zones if zone.kind == "body")
    return replace(facts, fingerprint=fingerprint(story))


def outcome_of(article: Article, settings: Settings) -> ArticleFacts | Rejected:
    """As `facts_of`, but a bug of ours costs one article, not the run; rejected.jsonl tells where it is."""
    try:
        with _limited(settings.max_article_seconds):
            return facts_of(article, settings)
    except _TooLong:
        limit = settings.max_article_seconds
        why = f"took over {limit} s of processor time; please report it with the article"
        return Rejected(article.id, why, article.path)
    except Exception as error:
        return Rejected(article.id, _fault(error), article.path)


class _TooLong(BaseException):  # not an Exception: nothing on the way may take it for a fault and go on
    pass


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    """End the block with `_TooLong` after so many seconds; regular expressions too, which look for signals.

    Seconds of the processor, not of the clock: on a busy machine the same articles are left out as on an idle one.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _listen()
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@cache
def _listen() -> None:
    """Have the timer end what is at work; once per process, for this costs as much as reading a short sentence."""
    signal.signal(signal.SIGPROF, _too_long)


def _too_long(number: int, frame: FrameType | None) -> None:
    raise _TooLong


def _fault(error: Exception) -> str:
    """Where a bug struck, in one line fit for a report."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "unknown place"
    if trace is not None:
        code = trace.tb_frame.f_code
        place = f"{code.co_filename.rpartition('/kg/')[2]}:{trace.tb_lineno} {code.co_name}"
    words = " ".join(str(error).split())[:200]
    return f"a fault of ours ({type(error).__name__}: {words}; at {place}); please report it with the article"
