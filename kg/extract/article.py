"""One article: from its cleaned text to names, bodies and posts, and from those to facts."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import chain

from kg.extract.gates import PairGates
from kg.extract.organizations.bodies import MEDIA, bodies_in
from kg.extract.organizations.endings import body_endings, ending_pattern
from kg.extract.organizations.firms import give_company, only_company, short_names
from kg.extract.persons.people import (
    CERTAIN,
    People,
    is_doctrine,
    married_surnames,
    open_names,
    person_in_title,
    settle,
)
from kg.extract.persons.rolls import roll_names
from kg.extract.persons.witness import Asking, testify
from kg.extract.posts.careers import careers, ended
from kg.extract.posts.home_government import home_government
from kg.extract.posts.phrases import Held, Phrase, Spot
from kg.extract.posts.postposed import postposed
from kg.extract.posts.state_posts import GOVERNMENT
from kg.extract.posts.tenures import ChainReader
from kg.extract.posts.terms import is_over
from kg.extract.reading import BodyMention, NameMention, Reading, Sentence
from kg.extract.scan import Hits, Scan
from kg.extract.scope import PlaceContext, place_forms
from kg.extract.sentences import sentences_of
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD, national_forms, national_pattern
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon
from kg.lexicon.trie import occurrences
from kg.model.article import CleanArticle
from kg.model.facts import Evidence, Tenure


def read_article(article: CleanArticle, ask: Asking = testify) -> Reading:
    """Find the people, bodies and posts of one article; `ask` is a second opinion on names."""
    text = article.text
    sentences = sentences_of(article)
    people = People()
    posts_at, national_at, endings_at, places_at = _gates().begins(text)
    context = PlaceContext(article.meta.title, text, places_at)
    reader = ChainReader(text, context, people)
    phrases: list[Phrase] = []
    bodies: list[BodyMention] = []
    scan = Scan(
        text,
        Hits(post_lexicon().pattern, text, posts_at),
        Hits(national_pattern(), text, national_at),
        Hits(ending_pattern(), text, endings_at),
        Hits(MEDIA, text),
    )
    for sentence in sentences:
        near = scan.heads.between(sentence.start, sentence.end)
        found = reader.read(sentence.start, sentence.end, near) if near else []
        phrases.extend(found)
        taken = [
            (h.item.body_start, h.item.body_end)
            for p in found
            for h in p.held
            if h.item.body and h.organization
        ]
        taken.extend((p.start, p.end) for p in found)
        for body in bodies_in(scan, sentence.start, sentence.end, context, taken):
            bodies.append(body)
            reader.memory.remember(body.name)
    bodies.extend(home_government(text, context, bodies))
    for guess in chain(roll_names(text, sentences), open_names(text, sentences)):
        people.add(guess, text)
    hero = person_in_title(article.meta.title, text)
    if hero:
        people.seen[hero] = CERTAIN
    heard = ask(text, sentences, people)
    for name in married_surnames(people):
        del people.seen[name]
    renamed = settle(people, text) | heard.corrected
    for short, full in short_forms(list(people.seen), seen_too=True).items():
        renamed[short] = full
    renamed = _followed(renamed)
    phrases = [_renamed(p, renamed, article.text) for p in phrases if p.name not in heard.denied]
    names = sorted({renamed.get(n, n) for n in people.seen})
    spots = _spots(text, sentences, names)
    phrases.extend(postposed(text, spots, people.foreign, phrases, reader.memory, context))
    meta = article.meta
    give_company(
        phrases, reader.unnamed, lambda: reader.memory.announcing() or _only_company(phrases, bodies)
    )
    phrases.extend(careers(text, meta.title, sentences, names, reader.unnamed, meta.date, phrases))
    _past_terms(text, meta.date, phrases)
    ended(text, phrases, sentences, spots)
    bodies = _under_full_names(phrases, bodies, short_names(text, bodies))
    return _assemble(article, sentences, spots, phrases, bodies, context)


def _only_company(phrases: list[Phrase], bodies: list[BodyMention]) -> str:
    return only_company([b.name for b in bodies] + [h.organization or "" for p in phrases for h in p.held])


def _past_terms(text: str, date: str, phrases: list[Phrase]) -> None:
    """Mark as former what is told with a term of office that is over (第九届全国政协委员)."""
    for held in (h for p in phrases for h in p.held if h.status is None and h.organization):
        if is_over(text, held.item.body_start, held.organization or "", date):
            held.status = "former"


def _spots(text: str, sentences: tuple[Sentence, ...], names: list[str]) -> list[Spot]:
    """Where the names and the short forms of names with dots stand in the sentences, left to right."""
    if not names:
        return []
    found, index = [], 0
    short = short_forms(names)
    for start, form in occurrences(text, [*names, *short]):
        while index < len(sentences) and sentences[index].end <= start:
            index += 1
        if index == len(sentences):
            break
        if sentences[index].start <= start and start + len(form) <= sentences[index].end:
            name = short.get(form, form)
            found.append(Spot(start, start + len(form), name, form in short, sentences[index].end))
    return found


@cache
def _gates() -> PairGates:
    national = [form for form in national_forms() if len(form) > 1]
    return PairGates(post_lexicon().heads, national, body_endings(), place_forms())


_LEGAL = re.compile(r"(?:（集团）|集团|控股|股份)*(?:股份)?(?:有限责任|有限)?公司$")


def _under_full_names(
    phrases: list[Phrase], bodies: list[BodyMention], short: dict[str, str]
) -> list[BodyMention]:
    """A company named in full once goes under that name everywhere (某某软件 → 某某软件有限公司)."""
    names = {b.name for b in bodies} | {h.organization for p in phrases for h in p.held if h.organization}
    full: dict[str, str] = {}
    for name in sorted(names):
        legal = _LEGAL.search(name)
        stem = name[: legal.start()] if legal else ""
        if len(stem) >= 3 or stem in names:
            full[stem] = "" if stem in full else name
    full.update(_with_county(names))
    full.update(_abroad(names, phrases))
    full.update(_with_their_country(names))
    full.update(short)
    full.update(_with_country(names))
    for phrase in phrases:
        for held in phrase.held:
            held.organization = full.get(held.organization or "") or held.organization
    return [BodyMention(b.start, b.end, full.get(b.name) or b.name) for b in bodies]


def _with_country(names: set[str]) -> dict[str, str]:
    """爱丁堡大学 is 英国爱丁堡大学 where both are named."""
    found: dict[str, str] = {}
    for name in sorted(names):
        country = places().longest_at(name, 0)
        if country and country[1][0].level == "country" and country[1][0].name != "中国":
            rest = name[country[0] :]
            if len(rest) > 3 and rest in names:
                found[rest] = name
    return found


_OF_A_TOWN = re.compile("[\u4e00-\u9fff]{1,5}?(?:[乡镇村]|街道|林区)[\u4e00-\u9fff]{2,}")


def _with_county(names: set[str]) -> dict[str, str]:
    """白沟乡林业站 is 范县白沟乡林业站 where both are named."""
    found: dict[str, str] = {}
    for name in sorted(names):
        place = places().longest_at(name, 0)
        rest = name[place[0] :] if place else ""
        if rest in names and _OF_A_TOWN.fullmatch(rest):
            found[rest] = "" if rest in found else name
    return found


_ABROAD_TOO = (
    "大学",
    "学院",
    "分校",
    "通讯社",
    "共同社",
    "电视台",
    "研究所",
    "研究院",
    "医院",
    "银行",
    "协会",
)


def _with_their_country(names: set[str]) -> dict[str, str]:
    """One body, named with its country once and without it elsewhere (英国某大学, 某大学), goes under the longer name."""
    found: dict[str, str] = {}
    for name in sorted(n for n in names if n.endswith(_ABROAD_TOO)):
        prefix = places().longest_at(name, 0)
        if prefix and prefix[1][0].level == "country" and name[prefix[0] :] in names:
            short = name[prefix[0] :]
            found[short] = "" if short in found else name
    return {short: name for short, name in found.items() if name and len(short) > 2}


def _abroad(names: set[str], phrases: list[Phrase]) -> dict[str, str]:
    """商务部 after 美国商务部 means that one, in an article where nobody holds a post at ours."""
    short = {form for form in AMBIGUOUS_ABROAD & names if len(form) > 2}
    if not short:
        return {}
    ours = {h.organization for p in phrases for h in p.held}
    found: dict[str, str] = {}
    for name in sorted(names):
        for form in sorted(short - ours):
            if name != form and name.endswith(form):
                found[form] = "" if form in found else name
    return {form: name for form, name in found.items() if name}


def _followed(renamed: dict[str, str]) -> dict[str, str]:
    """Each name under the last one that it leads to; where two lead to one another, the longer one stands."""
    final: dict[str, str] = {}
    for name, at in renamed.items():
        seen = [name]
        while at in renamed and at not in seen:
            seen.append(at)
            at = renamed[at]  # noqa: PLW2901  # the loop follows the chain
        final[name] = max(seen[seen.index(at) :], key=lambda n: (len(n), n)) if at in seen else at
    return final


def _renamed(phrase: Phrase, renamed: dict[str, str], text: str) -> Phrase:
    """The phrase under its final name; it ends with that name where the text has it."""
    name = renamed.get(phrase.name, phrase.name)
    if name != phrase.name:
        begins = name.startswith(phrase.name) or phrase.name.startswith(name)
        shift = (
            len(name) - len(phrase.name)
            if begins and text.startswith(name, phrase.end - len(phrase.name))
            else 0
        )
        phrase.name, phrase.end, phrase.phrase_end = name, phrase.end + shift, phrase.phrase_end + shift
        for held in phrase.held:
            held.person, held.end = name, held.end + shift
    return phrase


def _assemble(
    article: CleanArticle,
    sentences: tuple[Sentence, ...],
    spots: list[Spot],
    phrases: list[Phrase],
    bodies: list[BodyMention],
    context: PlaceContext,
) -> Reading:
    tenures, numbers = _tenures(article, phrases)
    mentions = _mentions(article.text, spots, phrases, numbers)
    heard = {h.item.body_start: h for p in phrases for h in p.held if h.item.body and h.organization}
    own = [
        BodyMention(h.item.body_start, _body_end(article.text, h), h.organization or "")
        for h in heard.values()
        if _is_body(h)
    ]
    own.extend(filter(None, (_unit_of(body) for body in own)))
    every = sorted({*bodies, *own}, key=lambda b: (b.start, -b.end))
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


_WHOLE_STATES = frozenset({"中华人民共和国", "香港特别行政区", "澳门特别行政区"})


def _is_body(held: Held) -> bool:
    """A post that only implies its body (副省长 of 山西省), or a country, names none."""
    organization = held.organization or ""
    printed = held.item.body
    if organization in _WHOLE_STATES or organization.endswith("次全国代表大会"):
        return False
    implied = organization.endswith("人民政府") or held.item.head in GOVERNMENT
    if implied and "政府" not in printed:
        return False
    found = places().lookup(organization)
    return not found


_PARTY_GROUP = re.compile("(?<!社区|街道|园区|发区|新区)(?:党组|党委|党工委|纪检组|党支部|党总支)$")


def _unit_of(body: BodyMention) -> BodyMention | None:
    """The unit whose party group or committee `body` is, where both are spelled out."""
    group = _PARTY_GROUP.search(body.name)
    if not group or body.name.startswith("中国共产党") or body.end - body.start <= len(group.group()) + 1:
        return None
    end, spelled = body.end - len(group.group()), body.name[: group.start()]
    name = _STATUS.sub("", spelled)
    return BodyMention(body.start, end - len(spelled) + len(name), name) if name else None


def _apart(bodies: list[BodyMention]) -> list[BodyMention]:
    kept: list[BodyMention] = []
    for body in bodies:
        if body.end > body.start and (not kept or body.start >= kept[-1].end or body.start == kept[-1].start):
            kept.append(body)
    return kept


def _tenures(
    article: CleanArticle, phrases: list[Phrase]
) -> tuple[tuple[Tenure, ...], dict[int, tuple[int, ...]]]:
    """Merge what several phrases say of one person, post and body; the numbers of each phrase's tenures."""
    bodied = {(h.person, h.item.post) for p in phrases for h in p.held if h.organization}
    merged: dict[tuple[str, str, str | None], list[Held]] = defaultdict(list)
    order: list[tuple[str, str, str | None]] = []
    keys: dict[int, list[tuple[str, str, str | None]]] = {}
    for phrase in phrases:
        for held in phrase.held:
            if not _publishable(held) or (
                held.organization is None and (held.person, held.item.post) in bodied
            ):
                continue
            key = (held.person, held.item.post, held.organization)
            if key not in merged:
                order.append(key)
            merged[key].append(held)
            keys.setdefault(phrase.start, []).append(key)
    numbers = {key: i for i, key in enumerate(order)}
    tenures = tuple(_tenure(article, merged[key]) for key in order)
    return tenures, {start: tuple(dict.fromkeys(numbers[k] for k in ks)) for start, ks in keys.items()}


def _publishable(held: Held) -> bool:
    kind = post_lexicon().kind_of(held.item.post)
    if held.organization is None and kind not in {"job"}:
        return False
    return held.item.head not in {"领导人", "元首", "同志"}


def _tenure(article: CleanArticle, helds: list[Held]) -> Tenure:
    first = helds[0]
    status = next((h.status for h in helds if h.status in {"removed", "appointed"}), None) or first.status
    if status == "former" and any(
        h.status is None and h.rule.startswith(("post-in", "post-after-verb")) for h in helds
    ):
        status = None  # a career that ends in the same post
    evidence = []
    for held in helds[:8]:
        span = article.origin_of(held.start, held.end)
        evidence.append(Evidence(span.start, span.end, article.article.text[span.start : span.end]))
    return Tenure(
        first.person,
        first.item.post,
        first.organization,
        status,
        next((h.date for h in helds if h.date), None),
        first.resolved_by if first.resolved_by != "surface" else "explicit",
        max(h.confidence for h in helds),
        first.rule,
        tuple(dict.fromkeys(evidence)),
        first.since,
        first.until,
    )


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


_PARTS = re.compile(r"[·•・‧⋅∙．\-－]")


_OF_A_POST = frozenset("士员长人者师官记生家")  # what a word before a name ends in: 护|士特雷莎·某某


def short_forms(names: list[str], seen_too: bool = False) -> dict[str, str]:
    """The last part of a name with dots, where it means one person (雷文 → 约翰·雷文).

    With `seen_too` only those that were themselves taken for names, else only those that were not.
    """
    short: dict[str, str] = {}
    dotted = [name for name in names if _PARTS.search(name)]
    for name in dotted:
        whole = next((o for o in dotted if o != name and o.endswith(name) and o[0] not in _OF_A_POST), "")
        if whole:  # 戈洛·某某, the tagger's, is 南戈洛·某某
            if seen_too:
                short[name] = whole
            continue
        last = _PARTS.split(name)[-1]
        if len(last) >= 2 and (last in names) == seen_too:
            short[last] = "" if last in short else name
    return {form: name for form, name in short.items() if name}
