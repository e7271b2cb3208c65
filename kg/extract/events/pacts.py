"""Pacts of bodies: who signs, where no person is named."""

from __future__ import annotations

import re

from kg.extract.events.drafts import Draft
from kg.extract.events.outline import BODIES, PERSONS, B, Outline, T
from kg.extract.events.roles import BODY, bodies_act

_BRACKETS = re.compile("（[^（）]{0,24}）")
_NONE = f"[^，。；{PERSONS}{BODIES}]"
# B与各省签订, B于2007年和某州政府签署: the other side is nobody that we know
_WITH_OTHERS = re.compile(
    rf"(?:^|[，：])(?!据|根据|按照){_NONE}{{0,20}}(?P<chain>{B})(?:于?{T}|已经?|还|又|昨日|日前|近日|曾|正式|就(?!曾|已|在){_NONE}{{1,20}})*[与和同](?!时|样|期){_NONE}{{2,40}}$"
)
# B、B领导人举行会谈，双方签署
_BOTH = re.compile(
    rf"(?P<chain>{B}(?:{_NONE}{{0,8}}?(?:、|和|与|同){_NONE}{{0,4}}{B}){{1,8}})[^。；]{{0,80}}，(?:双方|两会|三方|各方|两家公司)[^，。；]{{0,10}}$"
)
_URGES = re.compile("施压|敦促|要求|推动|促成|促使|呼吁|撮合|斡旋|见证|曾试图|计划(?!单列)|拟|有望")
_NEAR = 20  # signs before the word within which it says that others are to sign, or nobody yet
# B宣布，已与B签署
_ANNOUNCED = re.compile(rf"({B}){_NONE}{{0,16}}?(?:宣布|透露|公告|证实|表示)，{_NONE}{{0,16}}$")


def parties(outline: Outline, draft: Draft, first: int, start: int) -> bool:
    """Give the bodies that sign before the word at `start` their part; False if there are none.

    Args:
        outline: the sentence.
        draft: the agreement so far.
        first: where the stretch begins in which they may stand.
        start: where the word of signing begins.
    """
    words = _BRACKETS.sub("", outline.words[first:start])
    if _URGES.search(words, max(0, len(words) - _NEAR)):
        return False
    both = _BOTH.search(words) or _WITH_OTHERS.search(words)
    if both is not None:
        for sign in BODY.findall(both["chain"]):
            draft.bodies.setdefault(outline.body(sign).name, "participant")
        return True
    begins = bodies_act(outline, draft, words)
    teller = _ANNOUNCED.search(words[: max(begins, 0)])
    if teller is not None:
        draft.bodies.setdefault(outline.body(teller[1]).name, "participant")
    return begins >= 0
