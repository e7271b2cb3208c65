"""Who succeeded whom in a post that one person holds at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_NEW = 0.95  # the cost of a first turn to a holder: less than one report, for a short term may have left only one
_BACK = 2.0  # … of a return: with it two stray reports weigh less than turning there and back


@dataclass(frozen=True, slots=True)
class Word:
    """What the articles of a day say about a seat: `holder` has it (weight > 0) or no longer (< 0)."""

    day: int
    holder: str
    weight: float


def succession(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """The likeliest sequence of holders: (first day, last day, holder), in time.

    A seat's history is the path that contradicts the least weight of reports, where each change of holder
    costs something and each return to an earlier holder more. A single stray report so never makes a holder.
    """
    words = sorted(words, key=lambda w: (w.day, w.holder, w.weight))
    holders = sorted({w.holder for w in words if w.weight > 0})
    if not holders:
        return []
    total: Mapping[str, float] = dict.fromkeys(holders, 0.0)
    seen: set[str] = set()
    back: list[dict[str, str]] = []
    days = sorted({w.day for w in words})
    all_days = [w.day for w in words]
    starts = [*(bisect_left(all_days, day) for day in days), len(words)]
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
                against = (word.weight > 0 and word.holder != holder) or (
                    word.weight < 0 and word.holder == holder
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
