"""Whom a change of posts concerns beside its holder: those named with him, those who make way, ladders that may not be over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.posts.holders import NEAR, hits_in_article
from kg.extract.posts.phrases import Phrase
from kg.extract.posts.verb_holders import REPLACING, ROW
from kg.extract.reading import Sentence
from kg.lexicon.trie import within


def named_together(text: str, sentence: Sentence, phrase: Phrase, names: tuple[str, ...]) -> list[Phrase]:
    """决定A、B、C为X, 同时被推选为X的还有A、B: the others of the list in which the holder stands."""
    if phrase.held[0].status not in {"appointed", "removed"}:
        return []
    row: dict[str, int] = {}
    end = -1
    for at, name in within(hits_in_article(text, names), sentence.start, sentence.end):
        if end < 0 or not ROW.fullmatch(text, end, at):
            if phrase.name in row:
                break
            row = {}
        row[name] = at
        end = at + len(name)
    if phrase.name not in row:
        return []
    return [_held_by(phrase, name, at) for name, at in row.items() if name != phrase.name]


def replaced(text: str, sentence: Sentence, phrase: Phrase, names: tuple[str, ...]) -> list[Phrase]:
    """A接替B出任X: B had the post."""
    if phrase.held[0].status != "appointed":
        return []
    behind = _REPLACES.match(text, phrase.end, sentence.end)
    stop = behind.end() if behind else sentence.end
    for at, name in within(hits_in_article(text, names), stop, sentence.end):
        if name != phrase.name and _GONE.fullmatch(text, stop, at):
            return [_made_way(phrase, name, at)]
    begin = max(sentence.start, phrase.start - NEAR)
    for at, name in within(hits_in_article(text, names), begin, phrase.start):
        if name != phrase.name and REPLACING.search(text, begin, at):
            return [_made_way(phrase, name, at)]
    return []


_REPLACES = re.compile("(?:一职)?，(?:以)?(?:接替|取代)了?")
_GONE = re.compile("(?:[^，。；]{0,30}的|前任|原任)?")


def _made_way(phrase: Phrase, name: str, at: int) -> Phrase:
    """The posts of `phrase` as had by `name`, who makes way."""
    gone = _held_by(phrase, name, at)
    for held in gone.held:
        held.status, held.date, held.since, held.rule = "former", None, None, "post-handed-over/1"
    return gone


def _held_by(phrase: Phrase, name: str, at: int) -> Phrase:
    """The same posts, given to another, who is named at `at`."""
    held = [replace(one, person=name, start=min(one.start, at)) for one in phrase.held]
    return replace(phrase, name=name, held=held)


def leave_open(text: str, found: Sequence[Phrase], phrases: Sequence[Phrase]) -> None:
    """Say nothing of whether the last post of a ladder is over, where the text has its holder in it in that house.

    某大学教授周明远，历任某大学某系助教、讲师、教授: both readings are as good (GUIDELINE, ruling 5, has earlier posts only).
    """
    now = [h for p in (*phrases, *found) for h in p.held if h.status is None and h.organization]
    for phrase in found:
        last = phrase.held[-1]
        ladder = len(phrase.held) > 1 and "历任" in text[last.start : phrase.start] and not last.until
        if not ladder or last.status != "former" or not last.organization:
            continue
        same = [h.organization for h in now if (h.person, h.item.post) == (last.person, last.item.post)]
        if any(body and last.organization.startswith(body) for body in same):
            last.status = None
