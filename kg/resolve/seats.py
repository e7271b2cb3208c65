"""Posts that one person holds at a time, and who succeeded whom in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from kg.resolve.places import seat_of

_CHIEF = frozenset({"chief", "seat"})
_ROOMY = frozenset(
    {"领导人", "负责人", "责任人", "首席代表", "总领事", "领事", "连长", "排长", "班长", "队长"}
)
_NEW, _BACK = (
    0.95,
    2.5,
)  # cost of a first turn to a holder, and of a return: one stray report is weaker than either pair


@cache
def _chiefs() -> frozenset[str]:
    lines = (files("kg.lexicon") / "posts.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return frozenset(row[0] for row in rows if len(row) > 2 and row[2] in _CHIEF and row[0] not in _ROOMY)


@lru_cache(maxsize=200_000)
def is_single(body: str, post: str) -> bool:
    """Does the post of this body have one holder at a time (书记, 省长, 部长 of a ministry)?"""
    if not body or "@" in body:
        return False
    if post.startswith("驻") and post.endswith("大使"):
        return True
    if post not in _chiefs():
        return False
    seat = seat_of(body)
    return not (
        seat
        and seat.name == body
        and post in {"部长", "主任", "局长", "院长", "校长", "书记", "司令", "秘书长"}
    )


@dataclass(frozen=True, slots=True)
class Word:
    """What the articles of one day say about a seat: `holder` has it (weight > 0) or has it no longer (< 0)."""

    day: int
    holder: str
    weight: float


def succession(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """The likeliest sequence of holders: (first day, last day, holder), in time.

    A seat's history is the path that contradicts the least weight of reports, where each change of holder costs
    something and each return to an earlier holder more. A single stray report so never makes a holder.
    """
    words = sorted(words, key=lambda w: (w.day, w.holder, w.weight))
    holders = sorted({w.holder for w in words if w.weight > 0})
    if not holders:
        return []
    total: Mapping[str, float] = dict.fromkeys(holders, 0.0)
    seen: set[str] = set()
    back: list[dict[str, str]] = []
    days = sorted({w.day for w in words})
    starts = [bisect_left([w.day for w in words], day) for day in days] + [len(words)]
    for index, _ in enumerate(days):
        today = words[starts[index] : starts[index + 1]]
        best = min(holders, key=lambda h: (total[h], h))
        step: dict[str, str] = {}
        nxt: dict[str, float] = {}
        for holder in holders:
            turn = total[best] + (_BACK if holder in seen else _NEW)
            stay = total[holder]
            step[holder] = holder if index == 0 or stay <= turn else best
            nxt[holder] = stay if index == 0 or stay <= turn else turn
            for word in today:
                against = (
                    (word.weight > 0 and word.holder != holder) or (word.weight < 0 and word.holder == holder)
                )
                nxt[holder] += abs(word.weight) if against else 0.0
        seen.update(w.holder for w in today if w.weight > 0)
        total = nxt
        back.append(step)
    return _walk_back(days, back, total, words)


def _walk_back(
    days: Sequence[int], back: Sequence[Mapping[str, str]], total: Mapping[str, float], words: Sequence[Word]
) -> list[tuple[int, int, str]]:
    holder = min(total, key=lambda h: (total[h], h))
    states = [holder]
    for step in reversed(back[1:]):
        holder = step[holder]
        states.append(holder)
    states.reverse()
    said = {(w.day, w.holder) for w in words if w.weight > 0}
    runs: list[tuple[int, int, str]] = []
    for day, state in zip(days, states, strict=True):
        if (day, state) not in said:
            continue
        if runs and runs[-1][2] == state:
            runs[-1] = (runs[-1][0], day, state)
        else:
            runs.append((day, day, state))
    return runs
