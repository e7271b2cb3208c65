"""Tenures: chains of posts joined with the names that stand behind (or before) them.

「山西省委常委、太原市委书记罗清宇」: two posts, one name. 「全总党组书记、副主席」: the second post has the first one's body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extract.names import NameGuess, chinese_weight, name_at
from kg.extract.people import People, names_from
from kg.extract.scope import PlaceContext
from kg.extract.segment import is_word, tag
from kg.extract.titles import PostItem, posts_at
from kg.lexicon.organizations import PlacePrefix, Scope, national_forms, official_name, place_prefix
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon

_JOINT = re.compile(r"(?:、|，|兼任?|和|及|以及|与|[ \u3000])?(?:并)?(?:现任|兼任|任|担任)?$")
_SKIP = re.compile(r"(?:（[^）]{0,20}）|[：:“”‘’\"《》 \u3000]{1,2}|——)")


@dataclass(slots=True)
class Held:
    """A post that a person is said to hold, before its organisation is named in full. Offsets in the cleaned text."""

    person: str
    item: PostItem
    organization: str | None
    resolved_by: str
    status: str | None
    start: int
    end: int
    rule: str
    confidence: float = 0.9
    date: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(slots=True)
class Phrase:
    """A name with the titles that belong to it."""

    name: str
    start: int
    end: int
    phrase_start: int
    phrase_end: int
    held: list[Held] = field(default_factory=list)


@dataclass(slots=True)
class Link:
    """One post of a chain, its organisation resolved."""

    item: PostItem
    organization: str | None
    resolved_by: str
    scope: Scope
    unit: str  # the organisation without its party group: what the next post of the list belongs to
    country: str


@dataclass(slots=True)
class Chain:
    """Posts in a list that no name stands behind; [start, end) in the cleaned text."""

    links: list[Link]
    status: str
    start: int
    end: int


class ChainReader:
    """Reads the posts of one article in order and remembers the bodies that later short forms mean."""

    def __init__(self, text: str, context: PlaceContext, people: People) -> None:
        self._text, self._context, self._people = text, context, people
        self._bodies: list[str] = []  # full names in order of mention, first those named with a post
        self._named: list[str] = []
        self.unnamed: list[Chain] = []

    def read(self, start: int, end: int, heads: Iterable[re.Match[str]]) -> list[Phrase]:
        """The names with posts of one sentence."""
        text, phrases = self._text, []
        chain: list[Link] = []
        status = ""
        last_end = start
        recent: Link | None = None
        plural: list[Link] = []
        for whole in posts_at(text, start, heads):
            if whole.post_start < last_end:
                continue  # the head lies inside a name that was just read
            item = whole if whole.body_start >= last_end else _clipped(whole, last_end, text)
            if item.body and self._is_name(item):
                self._leave(chain, status)
                chain, status, last_end = [], "", item.end
                continue
            gap = text[last_end : item.body_start]
            if chain and not (_JOINT.fullmatch(gap) and gap != ""):
                self._leave(chain, status)
                chain, status = [], ""
            status = item.status if item.status or not chain else status
            follows = recent if not chain and gap in {"、", "，", "；"} else None
            links = self._links(item, chain, follows, plural)
            plural = links if len(links) > 1 else []
            chain.extend(links)
            last_end = item.end
            found = self._names(item, end)
            if not found:
                continue
            phrases.extend(self._phrases(chain, status, found))
            recent = chain[-1]
            chain, status, last_end = [], "", found[-1].end
        self._leave(chain, status)
        return phrases

    def _links(
        self, item: PostItem, chain: list[Link], follows: Link | None, plural: list[Link]
    ) -> list[Link]:
        """One link; several where one post is held in a list of bodies (甲大学、乙大学等校教授)."""
        before = chain[-1] if chain else follows
        if plural and not item.body:
            return [_same(item, link) for link in plural]
        near = max(0, item.post_start - 24)
        if "等" not in self._text[near : item.post_start]:
            return [self._link(item, before)]
        listed = _LISTED.search(self._text, max(0, item.post_start - 120), item.post_start)
        if (
            listed
            and listed.end() == item.post_start
            and post_lexicon().kind_of(item.post) in {"job", "member"}
        ):
            scope = self._context.at(item.body_start)
            return [
                Link(item, official_name(name, scope).name, "explicit", scope, name, "")
                for name in _bodies_of(listed.group("bodies"))
            ] or [self._link(item, before)]
        return [self._link(item, before)]

    def _leave(self, chain: list[Link], status: str) -> None:
        if chain:
            first, last = chain[0].item, chain[-1].item
            self.unnamed.append(Chain(chain, status, first.body_start, last.end))

    def _names(self, item: PostItem, end: int) -> list[NameGuess]:
        at = item.end
        skip = _SKIP.match(self._text, at, end)
        if skip and item.body:
            at = skip.end()
        foreign = self._is_foreign(item)
        kind = post_lexicon().kind_of(item.post)
        more = kind in {"member", "job"} or item.post.startswith("副") or item.post == "候补委员"
        sure = (
            item.body == "国家"
            or item.body in national_forms()
            or place_prefix(item.body, Scope()) is not None
        )
        found = names_from(self._text, at, end, foreign, more, 1.5 if sure and item.body else 3.0)
        if found and kind == "job":
            dotted = any(c in self._text[found[0].start : found[0].end] for c in "·•・")
            if (item.head == "记者" or found[0].score < 6.5 or found[0].foreign) and not dotted:
                return []
        return found

    def _is_foreign(self, item: PostItem) -> bool:
        if not item.body:
            return bool(self._context.country_before(item.start, max(0, item.start - 40)))
        prefix = place_prefix(item.body, Scope())
        return bool(prefix and prefix.scope.country and prefix.scope.country != "中国")

    def _phrases(self, chain: list[Link], status: str, found: list[NameGuess]) -> list[Phrase]:
        phrases = []
        first = chain[0].item
        for guess in found:
            name = self._people.add(guess, self._text)
            lead = first.body_start if guess is found[0] else guess.start
            phrase = Phrase(name, guess.start, guess.end, lead, guess.end)
            for link in chain:
                self._settle_country(link, guess)
                phrase.held.append(
                    Held(
                        name,
                        link.item,
                        link.organization,
                        link.resolved_by,
                        _status(link.item.status or _carried(chain, link)),
                        first.body_start,
                        found[0].end if guess is found[0] else guess.end,
                        "post-before-name/1",
                        _confidence(link, guess),
                    )
                )
            phrases.append(phrase)
        return phrases

    def _settle_country(self, link: Link, guess: NameGuess) -> None:
        """国防部长 of a foreigner is another country's."""
        body = link.item.body
        if (
            guess.foreign
            and link.resolved_by == "explicit"
            and body in {"外交部", "国防部", "财政部", "司法部", "内政部", "国会", "议会"}
        ):
            country = link.country or self._context.country_before(link.item.start, 0)
            if country and not (link.organization or "").startswith(country):
                link.organization, link.resolved_by = country + body, "context"

    # -- organisations ------------------------------------------------------------------------------

    def _is_name(self, item: PostItem) -> bool:
        """习近平|主席: what stands before the post is its holder, not a body."""
        body = item.body
        if item.post != item.head and item.post[0] != "副":
            return False
        if body in self._people.seen:
            return True
        if place_prefix(body, Scope()) or body in national_forms() or len(body) > 12:
            return False
        tail, flag = tag(body)[-1]
        if flag.startswith("nr") and 2 <= len(tail) <= 4 and chinese_weight(tail) > 2 and not is_word(tail):
            guess = NameGuess(item.body_end - len(tail), item.body_end, 9.0, False)
            self._people.add(guess, self._text)
            return True
        if item.head in _STATE or item.head == "总书记":
            for size in range(min(len(body), 8), 1, -1):
                found = name_at(body + "，", len(body) - size, len(body) + 1, True)
                if found and found.end == len(body) and found.score > 5:
                    at = item.body_end - size
                    self._people.add(NameGuess(at, item.body_end, found.score, found.foreign), self._text)
                    return True
        return False

    def _link(self, item: PostItem, before: Link | None) -> Link:
        scope = before.scope if before and before.scope.innermost else self._context.at(item.body_start)
        country = before.country if before else ""
        link = resolve_post(item, before, scope, country, self)
        if link.organization:
            self._named.append(link.organization)
        return link

    def remember(self, organization: str) -> None:
        """An organisation was named in full; later short forms may mean it."""
        self._bodies.append(organization)

    def last_body(self, *endings: str) -> str | None:
        """The last organisation whose name ends in one of `endings`."""
        for bodies in (self._named, self._bodies):
            for body in reversed(bodies):
                if body.endswith(endings):
                    return body
        return None

    def country_near(self, position: int) -> str:
        """The foreign country named last before `position`, in the same passage."""
        return self._context.country_before(position, max(0, position - 60))

    def only_country(self) -> str:
        """The one foreign country of the article, or ""."""
        found = self._context.countries()
        return next(iter(found)) if len(found) == 1 else ""

    @property
    def region(self) -> str:
        """Where the news is from: "hk" for Hong Kong, else ""."""
        return self._context.region


_LISTED = re.compile(
    r"(?P<bodies>(?:[^，。；：、\n]{2,22}、)+[^，。；：、\n]{2,22}?)等(?:[\d一二三四五六七八九十数几多]+)?余?多?(?:所|家|个)?[^，。；：、\n]{0,10}?的?$"
)


def _bodies_of(words: str) -> list[str]:
    """The bodies of a list, the verb in front of the first one left out."""
    parts = words.split("、")
    first = re.sub(r"^.*?(?:兼任|担任|现任|曾任|历任|任|受聘为|为|是|在)", "", parts[0])
    return [p for p in [first, *parts[1:]] if len(p) >= 2]


def _clipped(item: PostItem, left: int, text: str) -> PostItem:
    return PostItem(
        left,
        left,
        item.body_end,
        item.post_start,
        item.end,
        text[left : item.body_end],
        item.post,
        item.head,
        item.status,
    )


def _carried(chain: list[Link], link: Link) -> str:
    """原 at the head of a list covers the whole of it; behind a body it covers that body's posts."""
    first = chain[0]
    if (
        first.item.status == "former"
        and first is not link
        and (first.item.body_start == first.item.post_start or _opens(first.item) or link.unit == first.unit)
    ):
        return "former"
    return ""


def _opens(item: PostItem) -> bool:
    return item.status == "former" and not item.body.endswith("原") and item.body_start != item.start


def _status(status: str) -> str | None:
    return status if status in {"former", "appointed", "removed"} else None


def _confidence(link: Link, guess: NameGuess) -> float:
    base = {"explicit": 0.95, "elided": 0.9, "context": 0.85, "surface": 0.85, "none": 0.75}[link.resolved_by]
    return round(base - (0.1 if guess.score < 5 else 0.0), 2)


# -- what organisation a post belongs to -----------------------------------------------------------

_GOVERNMENT = {
    "省长": "province",
    "市长": "prefecture",
    "州长": "prefecture",
    "盟长": "prefecture",
    "专员": "prefecture",
    "县长": "county",
    "区长": "county",
    "旗长": "county",
    "镇长": "town",
    "乡长": "town",
}
_STATE = frozenset(
    (
        "总统 总理 首相 国王 女王 王后 王储 亲王 王子 公主 大公 酋长 埃米尔 苏丹 天皇 总督 外长 防长 财长 "
        "国务卿 外务大臣 外相 公爵 最高领袖 国务委员"
    ).split()
)
_PARTY_PARTS = (
    "党组",
    "机关党委",
    "党委",
    "党支部",
    "党总支",
    "党工委",
    "纪工委",
    "书记处",
    "团委",
    "团总支",
    "纪检组",
    "纪委",
)
_POSTING = re.compile(r"^(?P<country>.*?)(?P<post>(?:常)?驻[\u4e00-\u9fff]+)$")


def resolve_post(
    item: PostItem, before: Link | None, scope: Scope, country: str, reader: ChainReader
) -> Link:
    """Name the organisation of a post in full."""
    if item.head == "常务委员":
        item = _renamed(item, "常委")
    body, head = item.body, item.head
    if head in _GOVERNMENT:
        return _government(item, before, scope)
    posting = (
        _POSTING.match(body) if head in {"大使", "公使", "参赞", "领事", "总领事", "代表", "代办"} else None
    )
    if posting:
        return _posting(item, posting, scope)
    if head == "常委" and not body and before:
        return _same(item, before)
    if head in _STATE or head in {"主席", "副主席", "总书记", "元首"}:
        found = _state(item, before, scope, country, reader)
        if found:
            return found
    if head in {"行政长官", "特首"}:
        return _made(
            _renamed(item, "行政长官"),
            "香港特别行政区" if "澳门" not in body else "澳门特别行政区",
            "explicit",
            scope,
        )
    if not body:
        return _elided(item, before, scope, reader)
    return _named(item, before, scope, reader)


def _made(
    item: PostItem, organization: str | None, how: str, scope: Scope, country: str = "", unit: str = ""
) -> Link:
    return Link(item, organization, how, scope, unit or organization or "", country)


def _renamed(item: PostItem, post: str) -> PostItem:
    """The same item under another name of the post."""
    return PostItem(
        item.start,
        item.body_start,
        item.body_end,
        item.post_start,
        item.end,
        item.body,
        post,
        item.head,
        item.status,
    )


def _posting(item: PostItem, posting: re.Match[str], scope: Scope) -> Link:
    sender = posting["country"]
    prefix = place_prefix(sender, Scope()) if sender else None
    country = prefix.scope.country if prefix else ""
    organization = (
        "中华人民共和国" if not sender or country == "中国" or sender in {"我国", "我"} else country or sender
    )
    return _made(_renamed(item, posting["post"] + item.post), organization, "explicit", scope, country)


def _government(item: PostItem, before: Link | None, scope: Scope) -> Link:
    """省长, 市长 …: the people's government of the place."""
    level, body = _GOVERNMENT[item.head], item.body
    body = re.sub(r"(?:人民)?政府$", "", body)
    if body:
        prefix = place_prefix(body if body.endswith(item.head[0]) else body + item.head[0], scope)
        if prefix is None:
            prefix = place_prefix(body, scope)
        if prefix and prefix.end >= len(body):
            if prefix.scope.country and not prefix.scope.province:
                return _made(item, prefix.full, "explicit", scope, prefix.scope.country)
            return _made(item, prefix.name + "人民政府", "explicit", prefix.scope)
        relative = re.fullmatch(r"(?:该|本)?(省|市|县|区|州|盟|旗|镇|乡)", body)
        if not relative:
            name = body if body.endswith(item.head[0]) else body + item.head[0]
            return _made(item, name + "人民政府", "surface", scope)
    place = scope.place(level)
    if level == "county" and place:
        found = official_name("区政府" if place.endswith("区") else "县政府", scope)
        return _made(item, found.name, "elided" if before else "context", scope)
    if not place and item.head in {"区长", "镇长", "乡长"} and before and before.unit:
        match = re.search(r"(?:中国共产党)?([\u4e00-\u9fff]+[区镇乡])(?:委员会)?", before.unit)
        place = match.group(1) if match else ""
    if place:
        return _made(item, place + "人民政府", "elided" if before else "context", scope)
    return _made(item, None, "none", scope)


def _state(
    item: PostItem, before: Link | None, scope: Scope, country: str, reader: ChainReader
) -> Link | None:
    """Heads of states, governments and parties."""
    body, head = item.body, item.head
    if head == "国务委员":
        return _made(item, "国务院", "explicit", scope)
    if head == "总书记":
        return _general_secretary(item, before, scope, country, reader)
    prefix = place_prefix(body, Scope()) if body else None
    if prefix and prefix.scope.country:
        rest = re.sub(
            r"^(?:联邦|共和国|国家|王国|新任|政府|过渡政府|临时|第[一二三四五六七八九十]+[世任]?)+",
            "",
            body[prefix.end :],
        )
        named = _as_printed(prefix)
        if not rest:
            return _made(item, "中华人民共和国" if named == "中国" else named, "explicit", scope, named)
        return None
    if body in {"国家", "中华人民共和国"}:
        here = country or (before.country if before else "")
        return _made(
            item,
            here if here and here != "中国" else "中华人民共和国",
            "elided" if here else "explicit",
            scope,
            here,
        )
    if body in {"军委", "国家军委"}:
        return _made(item, "中国共产党中央军事委员会", "explicit", scope)
    region = re.fullmatch(r"(.*自治区)(?:人民)?(?:政府)?", body)
    if head == "主席" and region:
        name = official_name(body if body.endswith("政府") else body + "政府", scope)
        return _made(item, name.name, name.resolved_by, scope)
    if head in _STATE and not body:
        if before and before.country and before.organization:
            return Link(item, before.country, "elided", before.scope, before.unit, before.country)
        if head == "总理" and before and before.organization in {"国务院", "中国共产党中央政治局"}:
            return _made(item, "国务院", "elided", scope)
        here = country or reader.country_near(item.start) or reader.only_country()
        if head in {"总统", "首相", "国王", "外长", "防长", "财长", "国务卿", "王储"} and here:
            return _made(item, here, "context", scope, here)
        if head == "总理":
            return _made(item, here or "国务院", "context", scope, here)
        return _made(item, here or None, "context" if here else "none", scope, here)
    return None


def _as_printed(prefix: PlacePrefix) -> str:
    """A country under the short form that the text uses (沙特, 南韩), else under its usual name."""
    return prefix.surface if len(prefix.surface) <= len(prefix.full) else prefix.full


def _general_secretary(
    item: PostItem, before: Link | None, scope: Scope, country: str, reader: ChainReader
) -> Link:
    body = item.body
    if not body or body in {"中共中央", "党中央", "中央", "中共", "中国共产党", "中共中央委员会"}:
        here = country if not body else ""
        if here and here != "中国":
            return _made(item, None, "none", scope, here)
        return _made(item, "中国共产党中央委员会", "explicit" if body else "context", scope)
    name = official_name(body, scope).name
    prefix = place_prefix(body, Scope())
    here = prefix.scope.country if prefix else _party_country(body)
    name = re.sub(r"(党)(?:中央)?$", r"\1中央委员会", name)
    return _made(item, name, "explicit", scope, here)


def _party_country(body: str) -> str:
    return next(
        (
            c
            for p, c in {"越共": "越南", "朝鲜": "朝鲜", "老挝": "老挝", "古共": "古巴"}.items()
            if body.startswith(p)
        ),
        "",
    )


def _unit_of(organization: str) -> str:
    for part in _PARTY_PARTS:
        if organization.endswith(part) and len(organization) > len(part) + 1:
            return organization[: -len(part)]
    return organization


def _same(item: PostItem, before: Link) -> Link:
    return Link(
        item,
        before.organization,
        "elided" if before.organization else "none",
        before.scope,
        before.unit,
        before.country,
    )


def _elided(item: PostItem, before: Link | None, scope: Scope, reader: ChainReader) -> Link:
    """A post without a body: the list's, or one named before, or none."""
    kind = post_lexicon().kind_of(item.post)
    head = post_lexicon().heads[item.head]
    if before and before.unit:
        if head.kind in {"job", "title"} and item.head not in {
            "教授",
            "讲师",
            "研究员",
            "博士生导师",
            "硕士生导师",
            "导师",
        }:
            return _made(item, None, "none", scope, before.country, before.unit)
        organization = before.unit
        if item.head == "常委" or (item.head in {"委员", "候补委员"} and before.organization):
            organization = before.organization or before.unit
        if organization.startswith("中国共产党") and head.system in {"company", "school", "bureau"}:
            organization = ""
        if organization:
            return Link(item, organization, "elided", before.scope, before.unit, before.country)
    endings = _ENDINGS.get(item.head)
    if endings and kind != "job":
        organization = reader.last_body(*endings) or ""
        if organization:
            return _made(item, organization, "context", scope)
    if reader.region == "hk" and item.head in {"议员"}:
        return _made(item, "香港特别行政区立法会", "context", scope)
    return _made(item, None, "none", scope)


_ENDINGS: dict[str, tuple[str, ...]] = {
    "局长": ("局",),
    "厅长": ("厅",),
    "部长": ("部",),
    "院长": ("院", "学院"),
    "校长": ("大学", "学校", "中学", "小学", "学院"),
    "行长": ("银行", "分行"),
    "会长": ("会",),
    "理事长": ("会",),
    "董事长": ("公司", "集团"),
    "总经理": ("公司", "集团"),
    "总裁": ("公司", "集团"),
    "首席执行官": ("公司", "集团"),
    "组长": ("组",),
    "成员": ("领导小组", "小组"),
    "台长": ("台",),
    "社长": ("社",),
    "馆长": ("馆",),
    "所长": ("所",),
    "署长": ("署",),
    "司长": ("司",),
    "总干事": ("组织",),
    "队长": ("队",),
    "董事": ("公司", "集团"),
}


def _named(item: PostItem, before: Link | None, scope: Scope, reader: ChainReader) -> Link:
    body = item.body
    unit = before.unit if before else ""
    if body in {"中央", "中共", "党中央"}:
        return _made(item, "中国共产党中央委员会", "explicit", scope)
    if body in {"政治局", "书记处"} and (not unit or unit.startswith("中国共产党")):
        return _made(item, f"中国共产党中央{body}", "elided", scope)
    part = re.fullmatch(r"(?:该|本)?(?:公司|集团|总公司|校|院|厂)(?P<part>[\u4e00-\u9fff]{1,6})", body)
    if part and unit and part["part"] in _PARTY_PARTS:
        body = part["part"]
    if body in _PARTY_PARTS and unit:
        return Link(item, unit + body, "elided", scope, unit, before.country if before else "")
    if body == "领导小组":
        return _made(item, reader.last_body("领导小组"), "context", scope)
    if before and before.country and before.country != "中国" and body.startswith("中央"):
        party = re.sub(r"中央(?:委员会|政治局|书记处).*$", "", before.organization or "")
        tail = body.removeprefix("中央")
        middle = "中央" if tail in {"政治局", "书记处"} else "中央委员会"
        return Link(item, party + middle + tail, "elided", scope, party + middle + tail, before.country)
    if not is_plausible_body(body, scope):
        return _without_body(item, before, scope, reader)
    found = official_name(
        body, Scope(scope.province, scope.prefecture, scope.county, scope.town, "", scope.region)
    )
    name = found.name
    if place_only(body, scope) and item.head in {"书记", "副书记"}:
        name = official_name(body + "委", scope).name
    if item.head in {"议员", "参议员", "众议员"}:
        name, item = _chamber(item, name, scope, reader)
    prefix = place_prefix(body, scope)
    inner = prefix.scope if prefix and (prefix.scope.province or prefix.scope.country) else scope
    if found.resolved_by == "surface" and unit and _INNER_ORGAN.fullmatch(body):
        return Link(
            item, unit + _OWNER.sub("", found.name), "elided", scope, unit, before.country if before else ""
        )
    if found.resolved_by == "surface" and before and _LOCAL_AREA.search(body):
        return Link(item, before.scope.innermost + found.name, "context", scope, unit, "")
    country = prefix.scope.country if prefix else _party_country(body)
    return Link(item, name, found.resolved_by, inner, _unit_of(name), country)


def is_plausible_body(body: str, scope: Scope) -> bool:
    """Whether `body` can be an organisation at all, not a kind of people or a field (群众|代表, 餐饮服务|人员)."""
    if body in national_forms() or _BODY_LIKE.search(body):
        return bool(re.match(r"[\u4e00-\u9fffA-Za-z\d“《]", body)) and body not in _KINDS
    return place_prefix(body, scope) is not None


_KINDS = frozenset(
    (
        "领导 群众 军 基层 社区 党员 机关 学校 医院 公司 企业 团队 单位 部门 政府 全国 全市 全省 省 市 县 区"
    ).split()
)
_BODY_LIKE = re.compile(
    r"(?:[委会局部厅院校司行社台站团队军区署处科所室办协联党庭组府馆厂店系村镇乡寺宫庙]|大学|中学|小学|集团|中心|组织|机构|联盟|基金|法院|论坛|峰会|项目|工程|计划|平台|机制|机场|"
    r"电子|软件|股份|控股|科技|通讯|证券|保险|航空|石化|重工|汽车|地产|传媒|媒体|日报|晚报|时报|邮报|网|公社|大队|大会|会议|议会|基地|幼儿园|园区|俱乐部|国际|事务|酒厂|白宫|工会|学联|青联|妇联|工商联|文联|作协|科协|政协|人大|党中央|中央|支部|董事局|理事)$"
)


def _without_body(item: PostItem, before: Link | None, scope: Scope, reader: ChainReader) -> Link:
    """An occupation told in more words (水利水电工程|专家): the words are part of the post, no body."""
    kind = post_lexicon().kind_of(item.post)
    if kind in {"job", "title"} or item.head in {"代表", "顾问"}:
        words = item.body if len(item.body) <= 8 else ""
        return _made(_renamed(item, words + item.post), None, "none", scope)
    return _elided(item, before, scope, reader)


_OWNER = re.compile("^(?:总社|本社|公司|集团|总会|总部)")
_INNER_ORGAN = re.compile(
    r"(?!.*(?:集团|公司|大学|学院|全国|中国|国家|国际))(?:总社|本社|公司|集团|总会|总部)?[\u4e00-\u9fff]{0,6}(?:处|科|室|部|办公厅|办公室|理事会|监事会|董事会|董事局|委员会|书记处|秘书处|学校部|中心)"
)
_LOCAL_AREA = re.compile("^[\u4e00-\u9fff]{0,6}(?:园区|开发区|新区|街道|社区)")


def place_only(body: str, scope: Scope) -> bool:
    """Whether `body` is nothing but a place."""
    prefix = place_prefix(body, scope)
    return bool(prefix and prefix.end == len(body))


def _country_inside(body: str) -> str:
    """The country that a party has in its name (自由韩国党), or ""."""
    known = places()
    for at in range(len(body) - 2):
        found = known.longest_at(body, at)
        if found and found[1][0].level == "country":
            return found[1][0].name
    return ""


def _chamber(item: PostItem, name: str, scope: Scope, reader: ChainReader) -> tuple[str, PostItem]:
    """Lawmakers sit in a chamber, not in a party or a country (GUIDELINE 17)."""
    prefix = place_prefix(item.body, scope)
    chamber = {"议员": "国会", "参议员": "参议院", "众议员": "众议院"}[item.head]
    if prefix and prefix.scope.country and prefix.end == len(item.body):
        return _as_printed(prefix) + chamber, item
    if re.search(r"(?:党|联盟|盟|联|派)$", item.body):
        country = prefix.scope.country if prefix else _country_inside(item.body)
        country = country or reader.country_near(item.start) or reader.only_country()
        if reader.region == "hk" and not country:
            return "香港特别行政区立法会", item
        return (country + chamber if country else name), item
    if item.body.endswith("区"):
        return f"{item.body.removesuffix('区').removesuffix('区')}区议会", item
    return name, item
