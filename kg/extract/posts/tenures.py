"""Tenures: chains of posts joined with the names that stand behind them.

「山西省委常委、太原市委书记周明远」: two posts, one name. 「全总党组书记、副主席」: the second post has the first one's body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.persons.people import People
from kg.extract.posts.belonging import needs_scope, resolve_post
from kg.extract.posts.held import phrases_of
from kg.extract.posts.holders_behind import all_named, holders_behind, is_foreign
from kg.extract.posts.holders_in_front import is_holder
from kg.extract.posts.links import Link, Memory, made, same
from kg.extract.posts.neighbours import clipped, without_a_neighbour
from kg.extract.posts.phrases import Chain, Phrase
from kg.extract.posts.sharing import bodies_listed
from kg.extract.posts.titles import AIDES, PostItem, posts_at
from kg.extract.posts.workplaces import worked_at, workplace
from kg.extract.scope import PlaceContext
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope
from kg.lexicon.posts import post_lexicon

_JOINT = re.compile(
    r"(?:（[^）。]{1,40}）)?(?:、|，|兼任?|和|及|以及|与|[ \u3000])?(?:以及|并)?"
    r"(?:现任|兼任|任|担任|[原前]|时任)?(?:第?[一二三四五六七八九十百\d]+届(?:、第?[一二三四五六七八九十]+届)*)?$"
)
ADDRESS = frozenset(("老师", "教授", "医生", "律师", "博士"))
"""Posts that one is addressed with, behind the name."""
_GIVEN = re.compile(
    "(?:(?:任命|委任|聘任|选举|推选|推举)[^，。；]{2,24}(?:为|担任|出任)|出任|接任|就任|当选为?|辞去|卸任|不再担任)(?:新任|了)?$"
)
_MARKS = frozenset(["", "、", "，", "。", "；", "（", "兼"])
_COUNTED = re.compile(r"(?:\d+|[两二三四五六七八九十百几多数]+)(?:多|余)?[名位]$")


class ChainReader:
    """Reads the posts of one article in order and remembers the bodies that later short forms mean."""

    def __init__(self, text: str, context: PlaceContext, people: People) -> None:
        self._text, self._context, self._people = text, context, people
        self.memory = Memory(context)
        self.unnamed: list[Chain] = []

    def read(self, start: int, end: int, heads: Iterable[re.Match[str]]) -> list[Phrase]:
        """The names with posts of one sentence."""
        text, phrases = self._text, []
        chain: list[Link] = []
        status = ""
        last_end = start
        recent: Link | None = None
        plural: list[Link] = []
        named_end = -1
        for whole in posts_at(text, start, heads):
            if whole.post_start < last_end:
                continue  # the head lies inside a name that was just read
            if recent and whole.post_start == last_end == named_end and whole.head in ADDRESS:
                last_end = whole.end  # 班主任代表周明远|老师
                continue
            item = whole if whole.body_start >= last_end else clipped(whole, last_end, text)
            item = without_a_neighbour(text, item, self._people)
            if item.body and is_holder(text, self._context, self._people, item):
                self._leave(chain, status)
                chain, status, last_end = [], "", item.end
                continue
            counted = _COUNTED.search(text, max(last_end, item.body_start - 7), item.body_start)
            if counted and not all_named(text, self._context, item, end, counted.group()):
                self._leave(chain, status)
                chain, status, last_end = [], "", item.end
                continue  # 90名|议员与行政长官某某
            item = _adviser(item) if chain and item.body_start == last_end else item
            gap = text[last_end : item.start].removeprefix("夫妇")
            if (
                item.head == "代表"
                and chain
                and gap == "，"
                and not item.body
                and text[item.end : item.end + 1] not in _MARKS
            ):
                continue  # 祝贺他连任总书记，代表|某国感谢
            chief = chain[-1] if chain and not gap and item.head in AIDES and not item.body else None
            opened = chain[-1] if chain and chain[-1].organization else None
            joined = gap != "" or is_foreign(self._context, item)  # 非盟轮值主席|某国总统某某
            joined = joined or (not item.body and item.post[0] == "副")  # 某部党组书记|副部长
            if chain and (chief or not joined or not _JOINT.fullmatch(_QUOTED.sub("", gap))):
                self._leave(chain if chief is None else chain[:-1], status)
                chain, status = [], ""
            status = item.status if item.status or not chain else status
            follows = None if chain else _followed(recent, gap, item) or _deputy_of(recent, item)
            if opened and gap == "：" and not item.body:
                follows = opened  # 某会常委：主席甲、副主席乙
            if not chain and follows is None:
                follows = workplace(text, start, item, self._context.at(item.start))
            if not chain and (here := worked_at(text, last_end, item, self._context.at(item.start))):
                links = [here]
            elif chief:
                links = [_under(item, chief)]
            elif recent and not gap and not chain and item.head in AIDES and not item.body:
                links = [_envoy(item, recent)]
            else:
                links = self._links(item, chain, follows, plural, last_end)
            if gap.endswith("”") and chain and not item.body:  # 某院院士、“某某工程”|总指挥
                links = [replace(links[0], organization=None, resolved_by="none", unit="")]
            plural = links if len(links) > 1 else []
            chain.extend(links)
            last_end = item.end
            abroad = any(link.country not in {"", "中国"} for link in chain[:-1])
            found = holders_behind(text, self._context, item, end, abroad)
            if not found:
                continue
            chain = self._without_given(chain, status)
            phrases.extend(phrases_of(text, self._context, self._people, chain, found))
            recent = chain[-1]
            chain, status, last_end = [], "", found[-1].end
            named_end = last_end
        self._leave(chain, status)
        return phrases

    def _without_given(self, chain: list[Link], status: str) -> list[Link]:
        """The links of who stands behind; those that a verb gave to who stands before it are left (某某当选|总统，|总理某某)."""
        ends = [n for n in range(1, len(chain)) if self._text[chain[n - 1].item.end] in "，；"]
        if not ends or not _GIVEN.search(self._text, max(0, chain[0].item.start - 40), chain[0].item.start):
            return chain
        self._leave(chain[: ends[-1]], status)
        return chain[ends[-1] :]

    def _links(
        self, item: PostItem, chain: list[Link], follows: Link | None, plural: list[Link], floor: int
    ) -> list[Link]:
        """One link; several where one post is held in a list of bodies (甲大学、乙大学等校教授)."""
        before = chain[-1] if chain else follows
        begin, bodies = bodies_listed(self._text, floor, item) if not chain else (0, [])
        if plural and chain and not item.body:
            return [same(item, link) for link in plural]
        if len(bodies) < 2:
            return [self._link(item, before)]
        scope = self._context.at(item.body_start)
        links = []
        for body in bodies:
            at = self._text.index(body, begin)
            begin = at + len(body)
            each = replace(item, start=at, body_start=at, body_end=begin, body=body)
            links.append(Link(each, official_name(body, scope).name, "explicit", scope, body, ""))
        return links

    def _leave(self, chain: list[Link], status: str) -> None:
        if chain:
            first, last = chain[0].item, chain[-1].item
            self.unnamed.append(Chain(chain, status, first.body_start, last.end))

    def _of_its_own(self, scope: Scope) -> Scope:
        """江阴市长某某、市委常委某某: a city under a city is its own where the article has no other."""
        above = scope.prefecture.removesuffix("市")
        alone = scope.county.endswith("市") and above and above not in self._text
        return replace(scope, prefecture="") if alone else scope

    def _link(self, item: PostItem, before: Link | None) -> Link:
        if before and before.scope.innermost:
            scope = self._of_its_own(before.scope)
        elif needs_scope(item):
            scope = self._context.at(item.body_start)
        else:
            scope = Scope(region=self._context.region)  # finding places takes time
        country = before.country if before else ""
        link = resolve_post(item, before, scope, country, self.memory)
        if link.organization:
            self.memory.remember(link.organization, with_post=True)
        return link


_QUOTED = re.compile("“[^”]{2,16}”(?:[\u4e00-\u9fff]{2,4}[、，])?")
"""What a post in a list is of, or a title that no lexicon has (、“某某工程”|总指挥、)."""


def _envoy(item: PostItem, sender: Link) -> Link:
    """某国总理某某|特别代表、外交部长: an envoy of the one named right before serves that one's state."""
    of_a_party = "党" in (sender.organization or "")
    state = (
        sender.organization
        if of_a_party or sender.organization == "中华人民共和国"
        else sender.country or None
    )
    return Link(item, state, "elided" if state else "none", sender.scope, sender.unit, sender.country)


def _adviser(item: PostItem) -> PostItem:
    """总统|外事顾问: what an aide of the chief named before is for belongs to the post."""
    if item.head not in AIDES or item.body not in _FIELDS_OF_AIDES:
        return item
    at = item.body_start
    return replace(item, body_end=at, post_start=at, body="", post=item.body + item.post)


_FIELDS_OF_AIDES = frozenset(
    "外事 军事 政治 经济 外交 安全 国家安全 法律 新闻 国际事务 国家安全事务 气候 能源 特别".split()
)


def _under(item: PostItem, chief: Link) -> Link:
    """An aide of the chief named right before; 周明远主席|特使 is our state's envoy."""
    if item.head == "特使" and chief.organization is None and chief.item.post == "主席":
        return made(item, "中华人民共和国", "context", chief.scope, "中国")
    return same(item, chief)


def _followed(recent: Link | None, gap: str, item: PostItem) -> Link | None:
    """The last post of the person before, if the one at `item` is told in the same list."""
    gap = _BESIDE.sub("", gap)
    if recent is None or gap not in _LIST_GOES_ON:
        return None
    abroad = recent.country not in {"", "中国"}
    if gap[0] in "，；":  # 外国总统甲，外交部长乙: another sentence for all we know
        return None if abroad and item.body in AMBIGUOUS_ABROAD else recent
    firms = not item.body and post_lexicon().heads[item.head].system == "company"
    return recent if abroad or gap == "、" or firms else None  # 某公司总裁甲以及创始人|乙


def _deputy_of(recent: Link | None, item: PostItem) -> Link | None:
    """某会主席甲作报告，常务副主席|乙主持: the deputy of the chief named before in the sentence."""
    if recent is None or item.body or recent.item.head != item.head:
        return None
    if not item.status and "副" not in item.post:
        return None
    if item.status and "副" not in item.post:
        return recent  # 某会前主席甲和现任主席乙
    return None if "副" in recent.item.post else recent


_BESIDE = re.compile("^（[左中右前后][一二三四五六]?起?）")  # 主席甲（右）、司库乙（左）
_LIST_GOES_ON = frozenset(("、", "，", "；", "，原", "和", "与", "及", "以及"))
