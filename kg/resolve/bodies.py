"""Organisations: which names mean one body, and which mean nothing beyond their article."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from kg.lexicon.whereabouts import seat_of
from kg.model.entities import OrganizationEntity
from kg.model.facts import ArticleFacts
from kg.resolve.abroad import country_of
from kg.resolve.affiliation import became, whole_of
from kg.resolve.body_names import is_open, names_none, plain_name
from kg.resolve.keys import key


@dataclass(slots=True)
class BodyBook:
    """All bodies by key; a key is the plain name, for an open name with its article.

    `printed` has the forms of each: the full names that share the key, and short ones, with their articles.
    """

    means: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (form, article or "") → full name
    printed: dict[str, dict[str, int]] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set)  # of `means`, what the articles gave occasion for

    def keys_in(self, facts: ArticleFacts) -> dict[str, str]:
        """The key of each body that the article names, by its name in the facts."""
        forms = {mention.name: mention.printed for mention in facts.organizations} if self.means else {}
        return {name: self._key(name, facts, forms.get(name, ())) for name in names_of_bodies(facts)}

    def _key(self, name: str, facts: ArticleFacts, printed: Sequence[str]) -> str:
        plain = plain_name(name)
        if self.means:
            plain = self._meant(plain, facts.id, printed)
        if not is_open(plain):
            return plain
        country = country_of(plain, facts)
        return country + plain if country else f"{plain}@{facts.id}"

    def _meant(self, plain: str, article: str, printed: Sequence[str]) -> str:
        """What people said a form means: the name itself, or a short form by which alone it is printed."""
        forms = [plain, *(form for form in map(plain_name, printed) if plain not in printed)]
        for form in forms:
            place = (form, article) if (form, article) in self.means else (form, "")
            if place in self.means:
                self.used.add(place)
                return self.means[place]
        return plain

    def add(self, facts: ArticleFacts, keys: Mapping[str, str]) -> None:
        """Take note of the bodies of one article."""
        for own in keys.values():
            self.printed.setdefault(own, {})
        for mention in facts.organizations:
            own = keys[mention.name]
            forms = self.printed[own]
            full = (mention.name,) if plain_name(mention.name) == own != mention.name else ()
            for form in (*full, *mention.printed):
                forms[form] = forms.get(form, 0) + 1


def names_of_bodies(facts: ArticleFacts) -> dict[str, None]:
    """Every organisation that the facts name, once."""
    names = dict.fromkeys(mention.name for mention in facts.organizations)
    names.update(dict.fromkeys(t.organization for t in facts.tenures if t.organization))
    names.update(dict.fromkeys(o.organization for event in facts.events for o in event.organizations))
    return names


def body_id(body: str) -> str:
    """The id of a body by its key."""
    return key("o", body)


def is_kept(body: str, forgotten: Container[str]) -> bool:
    """Is there an entity for the key of a body? Not for names that name none, nor where people want it forgotten."""
    return not names_none(body) and body_id(body) not in forgotten


def make_bodies(book: BodyBook, forgotten: frozenset[str]) -> dict[str, OrganizationEntity]:
    """Every body as an entity, by id, but for names that name none and those that people want forgotten."""
    known = {body for body in book.printed if is_kept(body, forgotten)}
    return {body_id(body): entity_of(body, book.printed[body], known) for body in sorted(known)}


def entity_of(body: str, forms: Mapping[str, int], known: Container[str]) -> OrganizationEntity:
    """A body with its names; a form that means another body elsewhere (省委) is no name of it."""
    name, _, article = body.partition("@")
    seat = seat_of(body)
    whole = whole_of(body, known)
    return OrganizationEntity(
        id=body_id(body),
        name=name,
        names=tuple(sorted(f for f in forms if f != name and (article or not is_open(f)))),
        jurisdiction=seat.name if seat else "",
        part_of=body_id(whole) if whole else "",
        became=tuple((body_id(later), date) for later, date in became(body, known)),
    )
