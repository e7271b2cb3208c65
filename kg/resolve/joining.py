"""Joining items to groups: the likeliest pair first, a conflict between any two members forbids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from kg.resolve.likeness import FragmentKey, Item, Judgement

DECIDED = 99.0


@dataclass(slots=True, eq=False)
class Linked:
    """Items that are one person, the judgements that joined them, and other groups that may be the same."""

    items: list[Item]
    reasons: list[Judgement] = field(default_factory=list)
    doubtful: list[tuple[Linked, Judgement]] = field(default_factory=list)


def join(
    items: Sequence[Item],
    judge: Callable[[Item, Item], Judgement],
    same: float,
    perhaps: float,
    together: Sequence[tuple[FragmentKey, FragmentKey]] = (),
    apart: Sequence[tuple[FragmentKey, FragmentKey]] = (),
) -> list[Linked]:
    """Group items; two groups are as like as their most like members, less their worst conflict.

    Args:
        items: what to group, in a fixed order (which settles ties).
        judge: how like two items are.
        same: from which score on groups are joined.
        perhaps: from which score on two groups are noted as doubtful.
        together: pairs that people joined.
        apart: pairs that people parted.
    """
    table = _Table(items, judge, {frozenset(p) for p in together}, {frozenset(p) for p in apart})
    while True:
        pair = table.best(same)
        if pair is None:
            break
        table.merge(*pair)
    return table.groups(perhaps)


class _Table:
    """Best and worst judgement between each two groups; groups are known by the index of their first item."""

    def __init__(
        self,
        items: Sequence[Item],
        judge: Callable[[Item, Item], Judgement],
        together: set[frozenset[FragmentKey]],
        apart: set[frozenset[FragmentKey]],
    ) -> None:
        self.alive = {n: Linked([item]) for n, item in enumerate(items)}
        self.like: dict[tuple[int, int], tuple[Judgement, float]] = {}
        for second in range(len(items)):
            for first in range(second):
                judged = judge(items[first], items[second])
                pair = frozenset((items[first].mark, items[second].mark))
                against = judged.against
                if pair in apart:
                    against = -DECIDED
                elif pair in together and len(pair) > 1:
                    judged = Judgement(DECIDED, 0.0, ("decided by a person",), items[first], items[second])
                    against = 0.0
                self.like[first, second] = judged, against
        self.heap = [(-(j.score + against), a, b) for (a, b), (j, against) in self.like.items()]
        heapify(self.heap)

    def best(self, same: float) -> tuple[int, int] | None:
        """The likeliest two groups, if likely enough."""
        while self.heap:
            minus, first, second = self.heap[0]
            judged = self.like.get((first, second))
            if judged is None or -minus != judged[0].score + judged[1]:
                heappop(self.heap)  # of groups that have changed since
                continue
            return (first, second) if -minus >= same else None
        return None

    def merge(self, first: int, second: int) -> None:
        """Put the second group into the first."""
        one, other = self.alive[first], self.alive.pop(second)
        one.items += other.items
        one.reasons += [*other.reasons, self.like.pop((first, second))[0]]
        for third in self.alive:
            if third == first:
                continue
            gone = self.like.pop((min(second, third), max(second, third)))
            key = (min(first, third), max(first, third))
            kept = self.like[key]
            judged = max(gone[0], kept[0], key=lambda j: j.score)
            self.like[key] = judged, min(gone[1], kept[1])
            heappush(self.heap, (-(judged.score + self.like[key][1]), *key))

    def groups(self, perhaps: float) -> list[Linked]:
        """All groups, each with its doubtful others."""
        for (first, second), (judged, against) in self.like.items():
            if judged.score + against >= perhaps:
                self.alive[first].doubtful.append((self.alive[second], judged))
                self.alive[second].doubtful.append((self.alive[first], judged))
        return list(self.alive.values())
