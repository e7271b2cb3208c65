"""A post with its organisation, and what an article has said of organisations so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.extract.organizations.beginnings import body_in_front
from kg.extract.organizations.issuer import issuer_of
from kg.extract.posts.titles import PostItem
from kg.extract.scope import PlaceContext
from kg.lexicon.body_forms import companies, national_forms
from kg.lexicon.place_prefix import PlacePrefix, Scope, place_prefix


@dataclass(slots=True)
class Link:
    """One post of a chain, its organisation resolved."""

    item: PostItem
    organization: str | None
    resolved_by: str
    scope: Scope
    unit: str  # the organisation without its party group: what the next post of the list belongs to
    country: str


class Memory:
    """The organisations and countries that an article has named so far: what its short forms mean."""

    def __init__(self, context: PlaceContext) -> None:
        self.context = context
        self._with_post: list[str] = []
        self._alone: list[str] = []
        self._issuer: str | None = None
        self._all: list[str] = []
        self._ours: dict[str, str] = {}
        self.defined: dict[str, str] = {}
        """The short names that the article defines, with their full names."""
        self.told_before: Callable[[int], Sequence[str]] = lambda position: ()
        """The bodies that the sentence being read names before a position: they are remembered only behind it."""

    def remember(self, organization: str, *, with_post: bool = False) -> None:
        """An organisation was named, alone or with somebody's post there."""
        (self._with_post if with_post else self._alone).append(organization)
        self._all.append(organization)

    def last_body(self, *endings: str) -> str | None:
        """The last organisation whose name ends in one of `endings`; one named with a post comes first."""
        for bodies in (self._with_post, self._alone):
            for body in reversed(bodies):
                if body.endswith(endings):
                    return body
        return None

    def only_body(self, position: int, *endings: str) -> str | None:
        """The last such body named before `position` in the sentence, else the only one named so far."""
        near = next((body for body in reversed(self.told_before(position)) if body.endswith(endings)), None)
        named = {body for body in self._all if body.endswith(endings)}
        return near or (named.pop() if len(named) == 1 else None)

    def last_named(self, position: int, *endings: str) -> str | None:
        """The last organisation named before `position` whose name ends in one of `endings`."""
        named = (*reversed(self.told_before(position)), *reversed(self._all))
        return next((body for body in named if body.endswith(endings)), None)

    def only(self, endings: tuple[str, ...], person: str) -> str | None:
        """The one organisation named so far whose name ends in one of `endings`, the words of `person` left out."""
        found = {body for body in self._all if body.endswith(endings) and person not in body}
        return found.pop() if len(found) == 1 else None

    def village(self) -> str:
        """The village that 村 means: the last one of which a body was named, or ""."""
        found = (_VILLAGE.match(body) for body in reversed(self._all))
        return next((village.group() for village in found if village), "")

    def village_before(self, position: int) -> str:
        """The village in front of 的 (某县井沟村的|村委会), or ""."""
        text = self.context.text
        if text[position - 2 : position] != "村的":
            return ""
        begin = body_in_front(text, max(0, position - 16), position - 1)
        village = text[begin : position - 1]
        prefix = place_prefix(village, Scope())
        return prefix.name + village[prefix.end :] if prefix else village

    def head_office(self, word: str) -> str | None:
        """The last organisation named that has `word` in its name (总社), up to and with that word."""
        for body in (*reversed(self._with_post), *reversed(self._alone)):
            if body.find(word) > 0:
                return body[: body.find(word) + len(word)]
        return None

    def unit(self, kind: str, *, ours: bool, near: Sequence[str] = ()) -> str | None:
        """What 该校 means: the last school named; 我校 (`ours`) means the same one throughout the article.

        A part of a school names it too (某大学管理系). `near` are bodies named after all others, the last one first.
        """
        if ours and kind in self._ours:
            return self._ours[kind]
        named = (_whole(body, kind) for body in (*near, *reversed(self._all)))
        found = next((body for body in named if body), None)
        if ours and found:
            self._ours[kind] = found
        return found

    def committee(self, body: str) -> str | None:
        """The committee of the National People's Congress or the CPPCC that 财经委 means where that body is named."""
        for owner in ("全国人大", "全国政协"):
            full = national_forms().get(owner + body)
            if full and owner in self.context.text:
                return full
        return None

    def announcing(self) -> str:
        """The company whose announcement the article is, or ""."""
        if self._issuer is None:
            self._issuer = issuer_of(self.context.title, self.context.text)
        return self._issuer

    def company(self) -> str | None:
        """The company that 公司 means: the one that announces, else the last one named."""
        return self.announcing() or self.last_body("公司", "集团", "股份", "银行", *companies())

    def country_near(self, position: int) -> str:
        """The foreign country named last before `position`, in the same passage."""
        return self.context.country_before(position, max(0, position - 60))

    def only_country(self) -> str:
        """The one foreign country of the article, or ""."""
        found = self.context.countries()
        return next(iter(found)) if len(found) == 1 else ""

    @property
    def region(self) -> str:
        """Where the news is from: "hk" for Hong Kong, else ""."""
        return self.context.region


def _whole(body: str, kind: str) -> str:
    """The school, office or firm (`kind`) that a body is, or is a part of; "" if it is neither."""
    endings = _UNITS.get(kind, (kind,))
    if body.endswith(endings):
        return body
    part = re.match(rf"(?P<whole>.+?(?:{'|'.join(endings)})){_INNER_PART}", body)
    return part["whole"] if part else ""


_INNER_PART = "[\u4e00-\u9fff]{0,8}(?:系|学院|处|科|室|部|所|班|党[委组]|支部|总支|团委)$"
_VILLAGE = re.compile("[\u4e00-\u9fff]+村(?=党支部|党总支|党委|村民委员会|$)")
_UNITS = {
    "校": (
        "大学",
        "学校",
        "中学",
        "小学",
        "学院",
        "干校",
        "党校",
        "一中",
        "二中",
        "三中",
        "四中",
        "五中",
        "六中",
        "七中",
        "八中",
        "九中",
    ),
    "院": ("学院", "研究院", "医院", "法院", "检察院"),
}


def made(
    item: PostItem, organization: str | None, how: str, scope: Scope, country: str = "", unit: str = ""
) -> Link:
    """A link to an organisation that stands by itself."""
    return Link(item, organization, how, scope, unit or organization or "", country)


def renamed(item: PostItem, post: str) -> PostItem:
    """The same item under another name of the post."""
    return replace(item, post=post)


def same(item: PostItem, before: Link) -> Link:
    """Another post in the organisation of the one before."""
    how = "elided" if before.organization else "none"
    return Link(item, before.organization, how, before.scope, before.unit, before.country)


def as_printed(prefix: PlacePrefix) -> str:
    """A country under the short form that the text uses (沙特, 南韩), else under its usual name."""
    return prefix.surface if len(prefix.surface) <= len(prefix.full) else prefix.full
