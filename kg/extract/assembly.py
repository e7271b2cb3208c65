"""What was found in one article, put together as a reading: mentions, bodies and tenures, each in its place."""

from __future__ import annotations

import re

from kg.extract.organizations.bodies import WHOLE_STATES
from kg.extract.persons.people import is_doctrine
from kg.extract.posts.merging import merged_tenures
from kg.extract.posts.phrases import Held, Phrase, Spot
from kg.extract.posts.state_posts import GOVERNMENT
from kg.extract.reading import BodyMention, NameMention, Reading, Sentence
from kg.extract.scope import PlaceContext
from kg.lexicon.places import places
from kg.model.article import CleanArticle


def assemble(
    article: CleanArticle,
    sentences: tuple[Sentence, ...],
    spots: list[Spot],
    phrases: list[Phrase],
    bodies: list[BodyMention],
    context: PlaceContext,
) -> Reading:
    """The reading of an article: `phrases` as tenures, their bodies and `bodies` side by side, all sorted by start."""
    tenures, numbers = merged_tenures(article, phrases)
    mentions = _mentions(article.text, spots, phrases, numbers)
    heard = {h.item.body_start: h for p in phrases for h in p.held if h.item.body and h.organization}
    own = [
        BodyMention(h.item.body_start, _body_end(article.text, h), h.organization or "")
        for h in heard.values()
        if _is_body(h)
    ]
    own.extend(filter(None, [_unit_of(b) for b in (*own, *(b for b in bodies if b.name[-1] == "司"))]))
    every = sorted({*bodies, *own}, key=lambda b: (b.start, -b.end, b.name))
    return Reading(
        article,
        article.meta.date,
        sentences,
        mentions,
        tuple(_apart(every)),
        tenures,
        context.province if len(article.text) < 50_000 else "",
    )


_STATUS = re.compile(r"(?:(?<![太固中平高草清开])原|前任?|时任|现任|新任|候任|署理)+$")


def _body_end(text: str, held: Held) -> int:
    """Where the printed body ends, the mark of status behind it left out (国务院|原)."""
    found = _STATUS.search(text, held.item.body_start, held.item.body_end)
    return found.start() if found and found.start() > held.item.body_start else held.item.body_end


def _is_body(held: Held) -> bool:
    """A post that only implies its body (副省长 of 山西省), or a country, names none."""
    organization = held.organization or ""
    printed = held.item.body
    if organization in WHOLE_STATES or organization.endswith(("次全国代表大会", "共和国")):
        return False
    implied = organization.endswith("人民政府") or held.item.head in GOVERNMENT
    if implied and "政府" not in printed:
        return False
    if organization == "日本内阁" and "内阁" not in printed:
        return False
    return not _is_place(organization)


def _is_place(words: str) -> bool:
    """Whether `words` are names of places and nothing else (法国|巴黎)."""
    at = 0
    while at < len(words):
        found = places().longest_at(words, at)
        if found is None:
            return False
        at = found[0]
    return True


_PARTY_GROUP = re.compile("(?<!社区|街道|园区|发区|新区)(?:党组|党委|党工委|纪检组|党支部|党总支)$")


# 某大学|国情研究院, 某部|财务司, 某厅|产业处: the school or office is named beside it;
# no branch, no firm that is one word with its parent
_INSTITUTE = re.compile(
    "(?<=大学|学院)(?!附属|医学?院|出版社|孔子学院)[\u4e00-\u9fff]{2,14}(?:学院|研究院|研究所|研究中心|学?系|研究生院|实验室|学部)$"
    "|(?<=科学院)[\u4e00-\u9fff]{2,14}(?:研究院|研究所|研究中心|实验室|学部|办公室)$"
    "|(?:(?<=[^上]部)|(?<=委员会)|(?<=总局)|(?<=总署))[\u4e00-\u9fff]{2,9}(?<!公)司$|(?<=[厅局])[\u4e00-\u9fff]{2,9}[处科]$"
)


def _unit_of(body: BodyMention) -> BodyMention | None:
    """The unit whose party group, committee or institute `body` is, where both are spelled out."""
    group = _PARTY_GROUP.search(body.name) or _INSTITUTE.search(body.name)
    if not group or body.name.startswith("中国共产党") or body.end - body.start <= len(group.group()) + 1:
        return None
    end, spelled = body.end - len(group.group()), body.name[: group.start()]
    name = _STATUS.sub("", spelled)
    return BodyMention(body.start, end - len(spelled) + len(name), name) if len(name) > 2 else None


def _apart(bodies: list[BodyMention]) -> list[BodyMention]:
    kept: list[BodyMention] = []
    for body in bodies:
        if body.end > body.start and (not kept or body.start >= kept[-1].end or body.start == kept[-1].start):
            kept.append(body)
    return kept


def _mentions(
    text: str,
    spots: list[Spot],
    phrases: list[Phrase],
    numbers: dict[int, tuple[int, ...]],
) -> tuple[NameMention, ...]:
    by_start = {p.start: p for p in phrases}
    found = []
    for spot in spots:
        start, end = spot.start, spot.end
        phrase = by_start.get(start)
        if phrase is None and is_doctrine(text, end):
            continue
        left = phrase.phrase_start if phrase else start
        right = max(phrase.phrase_end if phrase else end, end)
        found.append(NameMention(start, end, spot.name, left, right, numbers.get(start, ()), spot.is_short))
    return tuple(found)
