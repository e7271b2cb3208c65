"""Posts that stand apart from their holder: 「张某，现任…」, 「1998年任…」, 「任命张某为…」, 「免去张某的…职务」.

The chains that the title grammar read without a name get one here: whoever stands right beside them, the person that the verb in
front of them speaks of (`office_verbs`) or, in a biography, the person that the whole text is about (`lives`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extract.posts.holders import NEAR, day_of_change, held_phrase, hits_in_article
from kg.extract.posts.lives import in_life, subject_of
from kg.extract.posts.office_verbs import OFFICE_VERB, by_verb
from kg.extract.posts.phrases import Chain, Held, Phrase
from kg.extract.posts.pronouns import meant_by_him
from kg.extract.posts.verb_holders import REPLACING, ROW, Claim
from kg.extract.reading import Sentence
from kg.lexicon.posts import post_lexicon
from kg.lexicon.trie import within

_TAKEN_FROM = re.compile(
    r"(?:免去|撤销|罢免|解除|免除|撤去)了?(?P<who>[\u4e00-\u9fff·]{2,12}?)(?:同志|先生|女士)?(?:的|所任|担任的|兼任的)?(?:第[一二三四五六七八九十]+届)?$"
)


def careers(
    text: str,
    title: str,
    sentences: Sequence[Sentence],
    names: list[str],
    chains: Sequence[Chain],
    date: str,
    phrases: Sequence[Phrase] = (),
) -> list[Phrase]:
    """Give the chains without a name their holder; those of whom nothing tells are left out.

    `phrases` are the names with posts found so far: a post told without its body may be one of theirs.
    """
    if not chains or not names:
        return []
    hero = subject_of(text, title, names)
    known = tuple(names)
    own = {(h.person, h.item.post): h.organization for p in phrases for h in p.held if h.organization}
    found: list[Phrase] = []
    for chain in chains:
        sentence = next((s for s in sentences if s.start <= chain.start < s.end), None)
        if sentence is None:
            continue
        phrase = _with_holder(text, sentence, chain, known, hero, date)
        if phrase is None and hero and (rest := _from_next_body(text, chain)):
            phrase = _with_holder(text, sentence, rest, known, hero, date)
        if phrase:
            phrase.held = [held for held in phrase.held if _belongs(held, own)]
        if phrase and phrase.held:
            found.append(phrase)
            if phrase.held[0].status in {"appointed", "removed"}:
                found += _named_together(text, sentence, phrase, known)
            if phrase.held[0].status == "appointed":
                found += _replaced(text, sentence, phrase, known)
    _leave_open(text, found, phrases)
    return found


def _leave_open(text: str, found: Sequence[Phrase], phrases: Sequence[Phrase]) -> None:
    """Say nothing of whether the last post of a ladder is over, where the text has its holder in it in that house.

    某大学教授周明远，历任某大学某系助教、讲师、教授: both readings are as good (GUIDELINE, ruling 5, has earlier posts only).
    """
    now = [h for p in (*phrases, *found) for h in p.held if h.status is None and h.organization]
    for phrase in found:
        last = phrase.held[-1]
        ladder = len(phrase.held) > 1 and "历任" in text[last.start : phrase.start] and not last.until
        if not ladder or last.status != "former" or not last.organization:
            continue
        same = [h.organization for h in now if (h.person, h.item.post) == (last.person, last.item.post)]
        if any(body and last.organization.startswith(body) for body in same):
            last.status = None


def _from_next_body(text: str, chain: Chain) -> Chain | None:
    """The chain from its next body on: 历任某师|参谋长，第四集团军|参谋长, where nothing is known of the first."""
    for number, link in enumerate(chain.links[1:], 1):
        if link.item.body and text[link.item.body_start - 1] in "，；":
            return replace(chain, links=chain.links[number:], start=link.item.body_start)
    return None


def _named_together(text: str, sentence: Sentence, phrase: Phrase, names: tuple[str, ...]) -> list[Phrase]:
    """决定A、B、C为X, 同时被推选为X的还有A、B: the others of the list in which the holder stands."""
    row: dict[str, int] = {}
    end = -1
    for at, name in within(hits_in_article(text, names), sentence.start, sentence.end):
        if end < 0 or not ROW.fullmatch(text, end, at):
            if phrase.name in row:
                break
            row = {}
        row[name] = at
        end = at + len(name)
    if phrase.name not in row:
        return []
    return [_held_by(phrase, name, at) for name, at in row.items() if name != phrase.name]


def _replaced(text: str, sentence: Sentence, phrase: Phrase, names: tuple[str, ...]) -> list[Phrase]:
    """A接替B出任X: B had the post."""
    begin = max(sentence.start, phrase.start - NEAR)
    for at, name in within(hits_in_article(text, names), begin, phrase.start):
        if name != phrase.name and REPLACING.search(text, begin, at):
            gone = _held_by(phrase, name, at)
            for held in gone.held:
                held.status, held.date, held.since, held.rule = "former", None, None, "post-handed-over/1"
            return [gone]
    return []


def _held_by(phrase: Phrase, name: str, at: int) -> Phrase:
    """The same posts, given to another, who is named at `at`."""
    held = [replace(one, person=name, start=min(one.start, at)) for one in phrase.held]
    return replace(phrase, name=name, held=held)


def _belongs(held: Held, own: Mapping[tuple[str, str], str]) -> bool:
    """Whether a post has a body, or needs none; one told without is the person's own (不再担任董事长职务)."""
    known = own.get((held.person, held.item.post))
    if known and (not held.item.body or known.endswith(held.item.body)) and held.resolved_by != "explicit":
        held.organization, held.resolved_by = known, "context"
    return held.organization is not None or post_lexicon().kind_of(held.item.post) == "job"


def _with_holder(
    text: str, sentence: Sentence, chain: Chain, names: tuple[str, ...], hero: str, date: str
) -> Phrase | None:
    before = text[sentence.start : chain.start]
    behind = max((n for n in names if text.startswith(n, chain.end)), key=len, default="")
    if behind:  # a name too weak to be read by itself, which the article proves elsewhere
        status = "former" if chain.status == "former" else None
        phrase = held_phrase(chain, behind, status, chain.start, None, None, None, "post-before-known-name/1")
        phrase.held = [held for held in phrase.held if _is_plain(held)]
        return phrase
    taken = _TAKEN_FROM.search(before, max(0, len(before) - NEAR))
    if taken and taken["who"] in names:
        changed = day_of_change(text, sentence, chain, date)
        start = sentence.start + taken.start()
        return held_phrase(chain, taken["who"], "removed", start, changed, None, None, "post-taken-from/1")
    beside = _BESIDE.search(before, max(0, len(before) - 12))
    named = [n for n in names if before.endswith(n, 0, beside.start())] if beside else []
    verb = None if named else OFFICE_VERB.search(before, max(0, len(before) - NEAR))
    if verb:
        meant = meant_by_him(text, sentence, names, hero) if "他" in before or "她" in before else ""
        return by_verb(Claim(text, sentence, chain, names, hero, meant, date, before, verb))
    if beside and named:
        holder = max(named, key=len)
        start = sentence.start + beside.start() - len(holder)
        return held_phrase(chain, holder, None, start, None, None, None, "post-beside-name/1")
    if hero:
        return in_life(chain, hero, before)
    return None


_WRITERS = frozenset("记者 通讯员 特约记者 摄影师 编辑".split())


def _is_plain(held: Held) -> bool:
    """Whether a post before a weak name is beyond doubt: a known word, in no body by its kind alone (本台, 消防队)."""
    if held.item.head in _WRITERS:
        return False  # a byline
    if held.organization is None:
        return held.item.post in post_lexicon().heads
    return held.resolved_by != "surface" or len(held.organization) > 5


# 某某（31岁，前大埔区议员）; a line of a list: 某某 - 前立法会议员
_BESIDE = re.compile(r"(?:（(?:\d{1,3}岁[，、])?|\s*[-－—–]+\s*)(?:前|原|前任|时任|现任)?$")
