"""Places made complete: the levels above a place that the article itself states."""

from __future__ import annotations

from kg.extract.places import names_in
from kg.extract.reading import Reading
from kg.lexicon.places import Place, places


class Whereabouts:
    """Knows which provinces and countries an article names with its places."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.article.text + "\n" + reading.article.meta.title
        self._known: dict[str, tuple[str, ...]] = {}

    def complete(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """`names` with the province that stands before them somewhere, and the country of a city abroad."""
        full: list[str] = []
        for name in names:
            if name not in self._known:
                self._known[name] = self._above(name)
            full += [above for above in self._known[name] if above not in full]
            full.append(name)
        return tuple(dict.fromkeys(full))

    def _above(self, name: str) -> tuple[str, ...]:
        found = places().lookup(name)
        if not found or found[0].level in {"country", "province"}:
            return ()
        return next((above for place in found[:1] if (above := self._stated(place))), ())

    def _stated(self, place: Place) -> tuple[str, ...]:
        if place.level == "city":
            country = place.parents[0]
            return (country,) if country in self.text else ()
        province = places().province_of(place)
        short = places().resolve(province)
        forms = {place.name, place.short or place.name}
        if short is None or province == place.name:
            return ()
        joined = any(first + form in self.text for first in (province, short.short) for form in forms)
        return (province,) if joined else ()

    def of_title(self, words: str) -> tuple[str, ...]:
        """The places that a title names first: 广西来宾市委副书记."""
        return names_in(words, places())
