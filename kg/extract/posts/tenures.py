"""Tenures: chains of posts joined with the names that stand behind them.

「山西省委常委、太原市委书记周明远」: two posts, one name. 「全总党组书记、副主席」: the second post has the first one's body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.organizations.beginnings import BODY_END
from kg.extract.persons.characters import chinese_weight, foreign_run
from kg.extract.persons.name_lists import names_from
from kg.extract.persons.names import NameGuess, name_at
from kg.extract.persons.names_before import LATIN
from kg.extract.persons.party_members import PARTY
from kg.extract.persons.people import People
from kg.extract.posts.belonging import needs_scope, resolve_post
from kg.extract.posts.links import Link, Memory, same
from kg.extract.posts.phrases import Chain, Held, Phrase
from kg.extract.posts.sharing import bodies_listed
from kg.extract.posts.state_posts import STATE, nation_of
from kg.extract.posts.titles import AIDES, PostItem, posts_at
from kg.extract.posts.workplaces import workplace
from kg.extract.scope import PlaceContext
from kg.extract.segment import is_word, tag
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD, national_forms, national_pattern
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope, place_prefix
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon

_ONE_OF_THEM = re.compile(
    "(?:[\u4e00-\u9fff]{0,4}(?:当中|其中|另外))?(?:[一两二三]人|[一两二三][名位])(?:为|是)(?=.)"
)  # 当中一人为|某会|副主席
# 周明远任|某军区|司令员; 2004.05-2005.03|某公司|经理; 任城区 is a place
_OF_MEDICINE = re.compile("[\u4e00-\u9fff]{1,4}科")
_BEGUN = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)?任(?![城丘县])(?=[\u4e00-\u9fff]{3})|(?P<day>(?:19|20)\d\d[.．]\d{1,2}(?:[-—－–~～至]+(?:(?:19|20)\d\d[.．]\d{1,2})?)?\s*兼?)(?=[\u4e00-\u9fff]{3})"
    r"|兼任?(?![并职容顾])(?=[\u4e00-\u9fff]{3})|今(?=[\u4e00-\u9fff]{2,10}(?:大学|学院))"
)
_JOINS = re.compile("[和与及]")
_ALL_COUNTED = re.compile(r"(?:\d+|[两二三四五六七八九十百几多数]+)(?:多|余)?[名位]")
_ENGAGED_AS = ("聘为", "聘任为", "增选为", "选为", "推选为", "推举为")
SURE = 4.0  # bits of a name right before 任
_NEIGHBOUR = re.compile("(?P<name>[\u4e00-\u9fff]{2,4})[和与及](?=.)")
_JOINT = re.compile(
    r"(?:（[^）。]{1,40}）)?(?:、|，|兼任?|和|及|以及|与|[ \u3000])?(?:并)?"
    r"(?:现任|兼任|任|担任|[原前]|时任)?(?:第?[一二三四五六七八九十百\d]+届)?$"
)
_BARRISTERS = frozenset(("大律师", "资深大律师"))
_ONE_MORE = re.compile("[、及和与](?:资深)?大律师")  # 资深大律师某某|及大律师某某: two people
_AIDES_FIRST = (*sorted(AIDES), "候选人")
_COUNTED = re.compile(r"(?:\d+|[两二三四五六七八九十百几多数]+)(?:多|余)?[名位]$")
_HELD = re.compile("(?:曾任|曾担任|担任|现任|时任|出任)[^，。；：的\n]{0,24}$")
_SKIP = re.compile(
    r"(?:（[^）]{0,20}）|[：:“”‘’\"《》 \u3000]{1,2}|——|、[\u4e00-\u9fff]{2,5}党人|、" + PARTY + ")"
)
_SAID = re.compile("[：:]")
_ENDS_ENTRY = re.compile(
    r"[\s、，；。（(]|$"
)  # what stands behind a name in a list of holders (组长：周明远、…)


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
        for whole in posts_at(text, start, heads):
            if whole.post_start < last_end:
                continue  # the head lies inside a name that was just read
            item = whole if whole.body_start >= last_end else _clipped(whole, last_end, text)
            item = self._without_a_neighbour(item)
            if item.body and self._is_name(item):
                self._leave(chain, status)
                chain, status, last_end = [], "", item.end
                continue
            counted = _COUNTED.search(text, max(last_end, item.body_start - 7), item.body_start)
            if counted and not self._all_named(item, end, counted.group()):
                self._leave(chain, status)
                chain, status, last_end = [], "", item.end
                continue  # 90名|议员与行政长官某某
            gap = text[last_end : item.body_start].removeprefix("夫妇")
            chief = chain[-1] if chain and not gap and item.head in AIDES and not item.body else None
            joined = gap != "" or self._is_foreign(item)  # 非盟轮值主席|某国总统某某
            joined = joined or (not item.body and item.post[0] == "副")  # 某部党组书记|副部长
            if chain and (chief or not joined or not _JOINT.fullmatch(gap)):
                self._leave(chain if chief is None else chain[:-1], status)
                chain, status = [], ""
            status = item.status if item.status or not chain else status
            follows = None if chain else _followed(recent, gap, item) or _deputy_of(recent, item)
            if not chain and follows is None:
                follows = workplace(text, start, item, self._context.at(item.start))
            links = [same(item, chief)] if chief else self._links(item, chain, follows, plural, last_end)
            plural = links if len(links) > 1 else []
            chain.extend(links)
            last_end = item.end
            found = self._names(item, end, any(link.country not in {"", "中国"} for link in chain[:-1]))
            if not found:
                continue
            phrases.extend(self._phrases(chain, status, found))
            recent = chain[-1]
            chain, status, last_end = [], "", found[-1].end
        self._leave(chain, status)
        return phrases

    def _without_a_neighbour(self, item: PostItem) -> PostItem:
        """周明远和|工会|主席: one who is named already, and 和, are no part of the next one's body."""
        if item.head == "医生" and _OF_MEDICINE.fullmatch(item.body):  # 肾科医生
            start = item.body_start
            return replace(item, body_end=start, post_start=start, body="", post=item.body + item.post)
        if item.body.startswith(("继前", "继原")):  # 继|前政务司|司长
            start = item.body_start + 2
            return replace(item, start=start, body_start=start, body=item.body[2:], status="former")
        if item.body[:1] in {"据", "而"} and len(item.body) > 3:  # 据|省交通运输厅|厅长
            start = item.body_start + 1
            return replace(item, start=start, body_start=start, body=item.body[1:])
        if item.body.endswith(_ENGAGED_AS) or _ALL_COUNTED.fullmatch(
            item.body
        ):  # 被某大学聘为|教授, 三名|副市长
            at = item.post_start
            return replace(item, start=at, body_start=at, body_end=at, body="")
        begun = _BEGUN.match(item.body)
        name = begun["name"] if begun else None
        if begun and (not name or name in self._people.seen or chinese_weight(name) > SURE):
            start = item.body_start + begun.end()
            return replace(item, start=start, body_start=start, body=item.body[begun.end() :])
        one = _ONE_OF_THEM.match(item.body)
        if one and item.body_start + one.end() <= item.body_end:
            start = item.body_start + one.end()
            return replace(item, start=start, body_start=start, body=item.body[one.end() :])
        joint = _NEIGHBOUR.match(item.body)
        if (
            joint is None
            or joint["name"] not in self._people.seen
            or item.body_start + joint.end() > item.body_end
        ):
            return item
        start = item.body_start + joint.end()
        return replace(item, start=start, body_start=start, body=item.body[joint.end() :])

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

    def _all_named(self, item: PostItem, end: int, counted: str) -> bool:
        """Whether as many names stand behind the post as were counted (三名某某法官A、B及C)."""
        names = names_from(self._text, item.end, end, self._is_foreign(item), more=True)
        return len(names) > 1 and "一两三四五六七八九".find(counted[:-1]) + 1 == len(names)

    def _names(self, item: PostItem, end: int, abroad: bool = False) -> list[NameGuess]:
        """The holders behind a post; `abroad`: a post before it in the list is another country's."""
        at = item.end
        if self._text.startswith(_AIDES_FIRST, at):
            return []  # 总统|顾问 names nobody
        if self._text.startswith("的", at) and _HELD.search(self._text, max(0, item.start - 40), item.start):
            at += 1  # 曾任法国外长|的|某某
        skip = _SKIP.match(self._text, at, end)
        if skip and item.body:
            at = skip.end()
        said = _SAID.search(self._text, item.end, at)
        foreign = self._is_foreign(item) or abroad
        kind = post_lexicon().kind_of(item.post)
        more = (
            kind in {"member", "job"} or item.post.startswith("副") or item.post in {"候补委员", "常务主席"}
        )
        more = more or (item.status == "former" and not foreign)  # 原站长甲、乙: one after another
        found = names_from(self._text, at, end, foreign, more)
        if not found and item.body and (foreign or self._is_sure(item.body)):
            found = names_from(self._text, at, end, foreign, more, 1.5)
        if found and said and not _ENDS_ENTRY.match(self._text, found[-1].end):
            return []  # 某国总统：欧洲未守信用 is a headline with what was said
        if found and item.body and found[0].score > 5.0 and self._is_sure(item.body):
            found[0] = replace(found[0], score=found[0].score + 2.5)  # 韩国外交部次官|崔某某: no weak proof
        if found and foreign and found[0].foreign and found[0].score > 6.5:
            found[0] = replace(found[0], score=found[0].score + 1.5)  # 法国外长|法比昂斯: no common word
        if found and kind == "job" and not (abroad and found[0].score >= 6.5):
            dotted = any(c in self._text[found[0].start : found[0].end] for c in "·•・")
            dotted = dotted or bool(LATIN.match(self._text, found[0].end))
            listed = item.post in _BARRISTERS and _ONE_MORE.match(self._text, found[-1].end)
            of_a_paper = self._text[item.body_end : item.body_end + 1] == "》"
            in_body = bool(item.body and BODY_END.search(item.body))
            if in_body and not found[0].foreign and found[0].score >= 4.5 and item.head != "记者":
                return found  # 某纪念馆研究馆员|某某
            if found[0].foreign and found[0].score >= 9.0 and BODY_END.search(item.body):
                return found  # 某大学某研究院名誉教授|某某
            if (
                (item.head == "记者" and not of_a_paper) or found[0].score < 6.5 or found[0].foreign
            ) and not (dotted or listed):
                return []
        return found

    def _is_sure(self, body: str) -> bool:
        """Whether `body` is one beyond doubt, so that a name must follow its post."""
        known = national_pattern().match(body)
        return body == "国家" or bool(known) or place_prefix(body, Scope()) is not None

    def _is_foreign(self, item: PostItem) -> bool:
        if not item.body:
            return item.head in STATE and bool(
                self._context.country_before(item.start, max(0, item.start - 40))
            )
        if len(item.body) == 1 or item.body[1:] in AMBIGUOUS_ABROAD:
            return bool(nation_of(item.body[0], self._context.countries()))
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
                        _status(link.item.status or _carried(chain, link, self._text)),
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
        if guess.foreign and link.resolved_by == "explicit" and body in AMBIGUOUS_ABROAD:
            country = link.country or self._context.country_before(link.item.start, 0)
            if country and not (link.organization or "").startswith(country):
                link.organization, link.resolved_by = country + body, "context"

    def _is_name(self, item: PostItem) -> bool:
        """周明远|主席: what stands before the post is its holder, not a body."""
        body = item.body
        if item.post != item.head and item.post[0] != "副":
            return False
        if body in self._people.seen:
            return True
        leader = _leader_in(body) if item.post == "总书记" else ""
        if leader:  # 某省牢记|周明远|总书记
            self._people.add(NameGuess(item.body_end - len(leader), item.body_end, 9.0, False), self._text)
            return True
        if nation_of(body, self._context.countries()):
            return False  # 和|美|国务卿
        if len(body) > 12 or body in national_forms() or place_prefix(body, Scope()):
            return False
        if any(places().lookup(self._text[item.body_end - size : item.body_end]) for size in range(2, 9)):
            return False  # 同卢旺达|总统
        guess = self._of_a_state(item) if item.head in STATE or item.head == "总书记" else None
        if guess is None:
            tail, flag = tag(body)[-1]
            if (
                flag.startswith("nr")
                and 2 <= len(tail) <= 4
                and chinese_weight(tail) > 2
                and tail[-1] not in "办局厅院处科"
                and not is_word(tail)
            ):
                guess = NameGuess(item.body_end - len(tail), item.body_end, 9.0, False)
        if guess is None:
            return False
        self._people.add(guess, self._text)
        return True

    def _of_a_state(self, item: PostItem) -> NameGuess | None:
        """The transliterated name that ends where the post begins; its first character may stand before the body."""
        best: NameGuess | None = None
        end = item.body_end
        for start in range(max(0, end - 9), end - 1):
            if start < min(item.body_start, end) - 2 and (
                foreign_run(self._text, start, end) < end or _JOINS.search(self._text, start, end)
            ):
                continue
            found = name_at(self._text[start:end] + "，", 0, end - start + 1, True)
            if _cuts_a_verb(self._text, start):
                continue  # 转达|周文林
            begins = 3.0 if not start or self._text[start - 1] in "同与和跟向对、，。；：" else 0.0
            enough = 3.0 if _is_verb(self._text[max(0, start - 2) : start]) else 5.0
            if (
                found
                and found.end == end - start
                and found.score > enough
                and found.score + begins > (best.score if best else 0.0)
                and (start >= item.body_start or found.foreign)
            ):
                best = NameGuess(start, end, found.score + begins, found.foreign)
        return best

    def _link(self, item: PostItem, before: Link | None) -> Link:
        if before and before.scope.innermost:
            scope = before.scope
        elif needs_scope(item):
            scope = self._context.at(item.body_start)
        else:
            scope = Scope(region=self._context.region)  # finding places takes time
        country = before.country if before else ""
        link = resolve_post(item, before, scope, country, self.memory)
        if link.organization:
            self.memory.remember(link.organization, with_post=True)
        return link


def _cuts_a_verb(text: str, start: int) -> bool:
    """Whether a name that begins at `start` would begin in a verb (转达|周文林), and no word ends there (落实|习文林)."""
    if _is_verb(text[start : start + 2]):
        return True
    return _is_verb(text[max(0, start - 1) : start + 1]) and not is_word(text[max(0, start - 2) : start])


def _is_verb(word: str) -> bool:
    """Whether two characters are a verb that the dictionary knows."""
    return len(word) == 2 and tag(word) == ((word, "v"),)


def _leader_in(body: str) -> str:
    """The name that words before 总书记 end in, or "" where a party does."""
    if body.endswith(_PARTY_ENDS) or body in national_forms():
        return ""
    names = (body[-size:] for size in (3, 2))
    return next((name for name in names if chinese_weight(name) > SURE and not is_word(name[1:])), "")


_PARTY_ENDS = ("党", "中央", "委员会", "联盟", "阵线", "组织", "国")


def _followed(recent: Link | None, gap: str, item: PostItem) -> Link | None:
    """The last post of the person before, if the one at `item` is told in the same list."""
    if recent is None or gap not in _LIST_GOES_ON:
        return None
    abroad = recent.country not in {"", "中国"}
    if gap[0] in "，；":  # 外国总统甲，外交部长乙: another sentence for all we know
        return None if abroad and item.body in AMBIGUOUS_ABROAD else recent
    return recent if abroad or gap == "、" else None


def _deputy_of(recent: Link | None, item: PostItem) -> Link | None:
    """某会主席甲作报告，常务副主席|乙主持: the deputy of the chief named before in the sentence."""
    if recent is None or item.body or recent.item.head != item.head or "副" not in item.post:
        return None
    return None if "副" in recent.item.post else recent


_LIST_GOES_ON = frozenset(("、", "，", "；", "，原", "和", "与", "及", "以及"))


def _clipped(item: PostItem, left: int, text: str) -> PostItem:
    """The item without the name before it, and without the word that joins the two (周明远|及|日本外相)."""
    if text[left] in "及和与" and left < item.body_end:
        left += 1
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


def _carried(chain: list[Link], link: Link, text: str) -> str:
    """原 at the head of an item covers the rest of the list; behind a body it covers that body's posts."""
    for earlier in reversed(chain[: chain.index(link)]):
        if earlier.item.status == "former":
            if _opens(earlier.item, text) or (link.organization or "").startswith(earlier.unit or "\0"):
                return "former"
        elif earlier.item.status:
            break
    return ""


def _opens(item: PostItem, text: str) -> bool:
    """Whether the mark of a former post stands before its body, or only behind its place (遂昌县原县委常委)."""
    before = text[max(0, item.body_start - 2) : item.body_start]
    if not item.body or before.endswith(("原", "前", "时任", "历任", "曾任")):
        return True
    printed = text[item.body_start : item.body_end]
    place = printed[: printed.find("原")] if "原" in printed else ""
    prefix = place_prefix(place, Scope()) if place else None
    return prefix is not None and prefix.end == len(place)


def _status(status: str) -> str | None:
    return status if status in {"former", "appointed", "removed"} else None


def _confidence(link: Link, guess: NameGuess) -> float:
    base = {"explicit": 0.97, "context": 0.92, "surface": 0.9, "elided": 0.8, "none": 0.8}[link.resolved_by]
    return round(base - (0.1 if guess.score < 5 else 0.0), 2)


# -- what organisation a post belongs to -----------------------------------------------------------
