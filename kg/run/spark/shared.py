"""What every group of names must know of all others: it grows with distinct names, never with articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.resolve.rarity import Names
from kg.resolve.variants import Variant
from kg.resolve.verdicts import Verdicts


@dataclass(slots=True)
class Shared:
    """The tables that the driver collects and every worker has.

    `bodies`: keys of the known bodies that several articles may name; `forgotten`: ids of bodies that people want
    left out; `means`: what people said that forms of bodies' names mean.
    """

    variants: dict[str, Variant]
    bodies: frozenset[str]
    forgotten: frozenset[str]
    means: Mapping[tuple[str, str], str]
    public_only: bool
    names: Names = field(default_factory=lambda: Names({}))
    verdicts: Verdicts = field(default_factory=Verdicts)

    def leading(self, name: str) -> str:
        """The name under which all forms of it come together."""
        variant = self.variants.get(name)
        return variant.leading if variant else name

    def learn_fame(self, articles: Mapping[str, int]) -> None:
        """Take note of how many articles name each name, all its forms together."""
        fame: dict[str, int] = {}
        for name, number in articles.items():
            fame[self.leading(name)] = fame.get(self.leading(name), 0) + number
        self.names = Names.of(fame, articles)
