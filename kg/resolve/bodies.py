"""Organisations: which names mean one body, and which mean nothing beyond their article."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.lexicon.whereabouts import seat_of
from kg.model.entities import OrganizationEntity
from kg.model.facts import ArticleFacts
from kg.resolve.keys import key
from kg.resolve.kinship import became, whole_of

# 省委, 市总工会, 县教育局, 该公司: whose, only the article can say, and it did not
_GENERIC = "委|政府|人大|政协|纪委|监委|法院|检察院|总?工会|妇联|团委|党委|公司|单位|部门|集团|学校|医院|党组|支队|大队|队"
_OPEN = re.compile(
    rf"^(?:(?:该|本|我|当地|有关|相关|上述)[省市县区校院]?(?:{_GENERIC})$"
    r"|(?:省|市|县|区|州|旗|盟|镇|乡|村|自治区|自治州|自治县)(?:级|直属?)?"
    rf"(?:{_GENERIC}|[^省市县区州旗盟镇乡村]{{1,8}}(?:局|厅|办|处|部|会|院|中心|公司|党组|支队|大队|队)))"
)
_BARE = re.compile(
    r"^(?:党委|党组|支部|党支部|政府|公司|集团|工会|学校|医院|法院|检察院|委员会|董事会|监事会|理事会|总部|支队|大队)$"
)
_SEATED_IN_NAME = re.compile(r"^中华人民共和国(?=..+(?:部|委员会|局|署|总局|银行|总署)$)")


@lru_cache(maxsize=200_000)
def plain_name(name: str) -> str:
    """A body's name without what varies in print: dots, brackets, 中华人民共和国 before a ministry."""
    folded = name.replace("•", "·").replace("・", "·").replace("(", "（").replace(")", "）").strip()
    return _SEATED_IN_NAME.sub("", folded)


@lru_cache(maxsize=200_000)
def is_open(name: str) -> bool:
    """Does the name mean another body in every article (省委, 市总工会, 该公司)?"""
    return bool(_BARE.match(name) or _OPEN.match(name))


@dataclass(slots=True)
class BodyBook:
    """All bodies by key; a key is the plain name, for an open name with its article."""

    means: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (form, article or "") → full name
    printed: dict[str, dict[str, int]] = field(default_factory=dict)

    def keys_in(self, facts: ArticleFacts) -> dict[str, str]:
        """The key of each body that the article names, by its name in the facts."""
        forms = {mention.name: mention.printed for mention in facts.organizations} if self.means else {}
        return {name: self._key(name, facts.id, forms.get(name, ())) for name in names_of_bodies(facts)}

    def _key(self, name: str, article: str, printed: Sequence[str]) -> str:
        plain = plain_name(name)
        if self.means:
            plain = self._meant(plain, article, printed)
        return f"{plain}@{article}" if is_open(plain) else plain

    def _meant(self, plain: str, article: str, printed: Sequence[str]) -> str:
        """What people said a form means: the name itself, or a short form by which alone it is printed."""
        forms = [plain, *(form for form in map(plain_name, printed) if plain not in printed)]
        for form in forms:
            found = self.means.get((form, article)) or self.means.get((form, ""))
            if found:
                return found
        return plain

    def add(self, facts: ArticleFacts, keys: Mapping[str, str]) -> None:
        """Take note of the bodies of one article."""
        for own in keys.values():
            self.printed.setdefault(own, {})
        for mention in facts.organizations:
            forms = self.printed[keys[mention.name]]
            for form in mention.printed:
                forms[form] = forms.get(form, 0) + 1

    def take(self, other: BodyBook) -> None:
        """Add what another book has of other articles."""
        for own, forms in other.printed.items():
            mine = self.printed.setdefault(own, {})
            for form, count in forms.items():
                mine[form] = mine.get(form, 0) + count


def names_of_bodies(facts: ArticleFacts) -> dict[str, None]:
    """Every organisation that the facts name, once."""
    names = dict.fromkeys(mention.name for mention in facts.organizations)
    names.update(dict.fromkeys(t.organization for t in facts.tenures if t.organization))
    names.update(dict.fromkeys(o.organization for event in facts.events for o in event.organizations))
    return names


def body_id(body: str) -> str:
    """The id of a body by its key."""
    return key("o", body)


def make_bodies(book: BodyBook, forgotten: frozenset[str]) -> dict[str, OrganizationEntity]:
    """Every body as an entity, by id, but for those that people want forgotten."""
    known = {body for body in book.printed if body_id(body) not in forgotten}
    return {body_id(body): _entity(body, book.printed[body], known) for body in sorted(known)}


def _entity(body: str, forms: Mapping[str, int], known: Container[str]) -> OrganizationEntity:
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
