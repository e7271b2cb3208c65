"""Holders in front of their post, who read like its body: 周明远|主席, 同|卢旺达总统."""

from __future__ import annotations

import re

from kg.extract.organizations.brands import is_named_behind
from kg.extract.persons.characters import chinese_weight, foreign_run
from kg.extract.persons.names import NameGuess, name_at
from kg.extract.persons.people import People
from kg.extract.posts.state_posts import STATE, nation_of
from kg.extract.posts.titles import PostItem
from kg.extract.scope import PlaceContext
from kg.extract.segment import is_word, tag
from kg.lexicon.body_forms import national_forms
from kg.lexicon.place_prefix import Scope, place_prefix
from kg.lexicon.places import places

_JOINS = re.compile("[和与及]")
SURE = 4.0  # bits of a name right before 任


def is_holder(text: str, context: PlaceContext, people: People, item: PostItem) -> bool:
    """周明远|主席: what stands before the post is its holder, not a body."""
    body = item.body
    if len(body) == item.body_end - item.body_start + 1 and body[-1] == item.head[0]:
        body = body[:-1]  # 周明远|校长: what the post would lend to a body
    if (item.post != item.head and item.post[0] != "副") or body == "陆军":
        return False
    if body in people.seen:
        return True
    leader = _leader_in(body) if item.post == "总书记" else ""
    if leader:  # 某省牢记|周明远|总书记
        people.add(NameGuess(item.body_end - len(leader), item.body_end, 9.0, False), text)
        return True
    if nation_of(body, context.countries()):
        return False  # 和|美|国务卿
    if len(body) > 12 or body in national_forms() or place_prefix(body, Scope()):
        return False
    if any(places().lookup(text[item.body_end - size : item.body_end]) for size in range(2, 9)):
        return False  # 同卢旺达|总统
    guess = _of_a_state(text, item) if item.head in STATE or item.head == "总书记" else None
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
    if guess is None or is_named_behind(text, item):
        return False
    people.add(guess, text)
    return True


def _of_a_state(text: str, item: PostItem) -> NameGuess | None:
    """The transliterated name that ends where the post begins; its first character may stand before the body."""
    best: NameGuess | None = None
    end = item.body_end
    for start in range(max(0, end - 9), end - 1):
        if start < min(item.body_start, end) - 2 and (
            foreign_run(text, start, end) < end or _JOINS.search(text, start, end)
        ):
            continue
        found = name_at(text[start:end] + "，", 0, end - start + 1, True)
        if _cuts_a_verb(text, start):
            continue  # 转达|周文林
        begins = 3.0 if not start or text[start - 1] in "同与和跟向对、，。；：" else 0.0
        enough = 3.0 if _is_verb(text[max(0, start - 2) : start]) else 5.0
        if (
            found
            and found.end == end - start
            and found.score > enough
            and found.score + begins > (best.score if best else 0.0)
            and (start >= item.body_start or found.foreign)
        ):
            best = NameGuess(start, end, found.score + begins, found.foreign)
    return best


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
    names = (body[-size:] for size in (3, 2) if len(body) >= size)
    return next((name for name in names if chinese_weight(name) > SURE and not is_word(name[1:])), "")


_PARTY_ENDS = ("党", "中央", "委员会", "联盟", "阵线", "组织", "国")
