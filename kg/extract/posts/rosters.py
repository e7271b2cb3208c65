"""Posts over names: 「一、某会委员」 with a line of names below it, 「副会长：甲、乙」, 「主 席 甲」.

A heading that tells the body (某协会会长、副会长) speaks for the bare posts below it, till something else is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.posts.links import Link
from kg.extract.posts.phrases import Chain, Held, Phrase, Spot
from kg.extract.posts.titles import PostItem
from kg.extract.reading import BodyMention, Sentence
from kg.lexicon.place_prefix import Scope
from kg.lexicon.posts import post_lexicon

_NUMBER = re.compile(r"(?:（?[一二三四五六七八九十\d]{1,3}[、.．）]|[●■◆])?[ \u3000]*")
_ASIDE = re.compile(r"[ \u3000]*(?:（[^（）\n]{1,24}）|\(\d+[名人]\))[ \u3000]*")
_GAP = re.compile(r"[ \u3000]*[：:][ \u3000]*|[ \u3000]+")
_SPACED = re.compile(
    r"(?P<post>[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,2})(?=[ \u3000]*[：:]|[ \u3000]+[\u4e00-\u9fff]{2})"
)
_NAME = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+)(?:（[^（）\n]{1,8}）)?(?:[、，。；\s]+|$)"
)
_NAMED_AFTER = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+届)?[\u4e00-\u9fff]{0,12}(?:名单|名录|组成|领导机构|领导班子)(?:如下)?[：:]?$"
)
_CHOSEN = re.compile("选举|当选|选出|推选|产生|任命|推举")
_BEFORE = 300  # code points before a roster in which its making may be told
_CLOSE = 160  # code points that a quotation of post and name may take


class Rosters:
    """Reads the rosters of one article, line by line."""

    def __init__(
        self, text: str, spots: Sequence[Spot], unnamed: list[Chain], bodies: Sequence[BodyMention]
    ) -> None:
        self._text, self._unnamed = text, unnamed
        self._spots = {spot.start: spot for spot in spots}
        self._chains = {chain.start: chain for chain in unnamed}
        self._bodies = {body.start: body for body in bodies}
        self._over: list[Link] = []  # what the last heading told of posts and bodies
        self._body: tuple[str, int] = ("", 0)
        self._posts: list[Link] = []  # those that a line of names below would hold
        self._first = 0

    def read(self, sentences: Sequence[Sentence]) -> list[Phrase]:
        """All posts of all rosters."""
        if not any(self._heads_a_line(chain) for chain in self._unnamed):
            return []
        return [phrase for sentence in sentences for phrase in self._line(sentence.start, sentence.end)]

    def _heads_a_line(self, chain: Chain) -> bool:
        line = self._text.rfind("\n", 0, chain.start) + 1
        return bool(_NUMBER.fullmatch(self._text, line, chain.start)) and self._text[
            chain.end : chain.end + 1
        ] in set(" \u3000：:（\n")

    def _line(self, start: int, end: int) -> Iterator[Phrase]:
        text = self._text
        at = _NUMBER.match(text, start, end)
        begin = at.end() if at else start
        chain = self._chains.get(begin)
        links, after = (
            (self._told(chain), chain.end) if chain and chain.end <= end else self._spaced(begin, end)
        )
        if not links:
            yield from self._without_post(begin, end)
            return
        aside = _ASIDE.match(text, after, end)
        after = aside.end() if aside else after
        if after >= end or text[after:end].strip(" \u3000：:") == "":
            self._head(links)
        else:
            gap = _GAP.match(text, after, end)
            found = list(self._holders(gap.end(), end, links)) if gap and len(links) == 1 else []
            self._posts = []
            if chain and found:
                self._unnamed.remove(chain)
            yield from found

    def _head(self, links: list[Link]) -> None:
        if links[0].organization and links[0].item.body:
            self._over = links
        self._posts = links if len(links) == 1 else []

    def _without_post(self, begin: int, end: int) -> Iterator[Phrase]:
        """A line of names under a post; an aside; a heading with a body but no post; else the roster's end."""
        text = self._text
        if _ASIDE.fullmatch(text, begin, end):
            return
        found = list(self._holders(begin, end, self._posts)) if self._posts else []
        if found:
            yield from found
            return
        body = self._bodies.get(begin)
        named = body and _NAMED_AFTER.match(text, body.end, end)
        self._over, self._posts = [], []
        self._body = (body.name, begin) if body and named else ("", 0)

    def _told(self, chain: Chain) -> list[Link]:
        """The posts of a line, the bare ones with the body that the heading told."""
        return [self._under_heading(link) for link in chain.links]

    def _under_heading(self, link: Link) -> Link:
        printed = self._text[link.item.body_start : link.item.end]
        same = next((o for o in self._over if self._text[o.item.body_start : o.item.end] == printed), None)
        if same:
            organization = same.organization if same.item.body else self._over[0].organization
            return replace(link, organization=organization, resolved_by="context")
        if link.item.body:
            return link
        organization = self._over[0].organization if self._over else self._body[0] or link.organization
        return replace(link, organization=organization, resolved_by="context")

    def _spaced(self, begin: int, end: int) -> tuple[list[Link], int]:
        """主 席: a post with a blank between its characters."""
        found = _SPACED.match(self._text, begin, end)
        post = re.sub(r"\s", "", found["post"]) if found else ""
        if found is None or post not in post_lexicon().heads:
            return [], end
        item = PostItem(begin, begin, begin, begin, found.end(), "", post, post, "")
        return [self._under_heading(Link(item, None, "context", Scope(), "", ""))], found.end()

    def _holders(self, begin: int, end: int, links: list[Link]) -> Iterator[Phrase]:
        """Those whom the words [begin, end) name, if they name people and nothing else."""
        names = list(_NAME.finditer(self._text, begin, end))
        if post_lexicon().kind_of(links[0].item.post) == "job":
            return  # 本台记者 甲: who made the report
        if not names or names[0].start() != begin or names[-1].end() < end or not links[0].organization:
            return
        if any(a.end() != b.start() for a, b in pairwise(names)):
            return
        known = [spot for n in names if (spot := self._spots.get(n.start())) and spot.end == n.end("name")]
        if 2 * len(known) < len(names):
            return
        self._first = self._first or links[0].item.start
        chosen = _CHOSEN.search(self._text, max(0, self._first - _BEFORE), self._first)
        for spot in known:
            link = links[0]
            start = link.item.start if spot.end - link.item.start < _CLOSE else spot.start
            held = Held(
                spot.name,
                link.item,
                link.organization,
                link.resolved_by,
                "appointed" if chosen else None,
                start,
                spot.end,
                "roster/1",
                0.88,
            )
            yield Phrase(spot.name, spot.start, spot.end, spot.start, spot.end, [held])
