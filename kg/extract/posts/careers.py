"""Posts that stand apart from their holder: 「张某，现任…」, 「1998年任…」, 「任命张某为…」, 「免去张某的…职务」.

The chains that the title grammar read without a name get one here: whoever stands right beside them, the person that the verb in
front of them speaks of (`office_verbs`) or, in a biography, the person that the whole text is about (`lives`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.extract.posts.changes import leave_open, named_together, replaced
from kg.extract.posts.foreign_ministries import in_their_states, states_of
from kg.extract.posts.holders import NEAR, day_of_change, held_phrase, hits_in_article
from kg.extract.posts.lives import in_life, over_a_blank, subjects_of
from kg.extract.posts.office_verbs import OFFICE_VERB, by_verb
from kg.extract.posts.phrases import Chain, Held, Phrase
from kg.extract.posts.pronouns import meant_by_him
from kg.extract.posts.verb_holders import Claim, lacks_subject
from kg.extract.reading import Sentence
from kg.lexicon.posts import post_lexicon
from kg.lexicon.trie import within

_UNREAD = re.compile("(?P<verb>历任|先后任|先后担任)过?[^，。；]{2,40}、$")  # 历任某服务团团员、|某部干事
_TAKEN_FROM = re.compile(
    r"(?:免去|撤销|罢免|解除|免除|撤去)了?(?P<who>[\u4e00-\u9fff·]{2,12}?)(?:同志|先生|女士)?(?:的|所任|担任的|兼任的)?(?:第[一二三四五六七八九十]+届)?$"
)


class Careers:
    """Gives the chains of one article that have no name their holders."""

    def __init__(
        self,
        text: str,
        title: str,
        names: list[str],
        date: str,
        phrases: Sequence[Phrase] = (),
        short: Mapping[str, str] | None = None,
        abroad: Callable[[str, int], str] = lambda person, at: "",
    ) -> None:
        """Prepare for the article of `date`.

        Args:
            text: its cleaned text.
            title: its headline.
            names: everybody in it.
            date: its day, ISO, or "".
            phrases: the names with posts found so far: a post told without its body may be one of theirs.
            short: the short forms by which the text goes on naming people, with their full names.
            abroad: the country spoken of at a place in the text, for a person with a foreign name; "" if there is none.
        """
        self._text, self._date, self._phrases = text, date, phrases
        self._short = short or {}
        self._lives = subjects_of(text, title, names)
        self._hero = self._lives[0][1] if self._lives else ""  # whose life is told where a chain stands
        self._names = (*names, *self._short)
        self._own = {
            (h.person, h.item.post): h.organization for p in phrases for h in p.held if h.organization
        }
        self._told: dict[tuple[str, str], str | None] = {}  # the same, of what was found here
        self._states = states_of(phrases)
        self._abroad = abroad
        self._last: Phrase | None = None  # the phrase found last, and with it whose posts may go on

    def read(self, sentences: Sequence[Sentence], chains: Sequence[Chain]) -> list[Phrase]:
        """The chains with their holders; those of whom nothing tells are left out."""
        found: list[Phrase] = []
        for chain in chains if self._names else ():
            sentence = next((s for s in sentences if s.start <= chain.start < s.end), None)
            phrase = self._phrase(sentence, chain) if sentence is not None else None
            if sentence is None or phrase is None:
                continue
            also = named_together(self._text, sentence, phrase, self._names)
            also += replaced(self._text, sentence, phrase, self._names)
            for one in also:
                self._in_full(one)
            found += [phrase, *also]
        leave_open(self._text, found, self._phrases)
        return found

    def _phrase(self, sentence: Sentence, chain: Chain) -> Phrase | None:
        self._hero = next((name for at, name in reversed(self._lives) if at <= chain.start), "")
        phrase = self._with_holder(sentence, chain)
        if phrase is None and self._hero and (rest := _from_next_body(self._text, chain)):
            phrase = self._with_holder(sentence, rest)
        if phrase is None:
            return None
        self._last = phrase
        self._in_full(phrase)
        in_their_states(phrase, self._states, self._abroad)
        for held in phrase.held:
            self._give_own_body(held)
        phrase.held = [
            h for h in phrase.held if h.organization or post_lexicon().kind_of(h.item.post) == "job"
        ]
        for person, state in states_of([phrase]).items():
            self._states.setdefault(person, state)
        self._told |= {(h.person, h.item.post): h.organization for h in phrase.held if h.organization}
        return phrase if phrase.held else None

    def _give_own_body(self, held: Held) -> None:
        """A post told without its body is the person's own (不再担任董事长职务)."""
        key = (held.person, held.item.post)
        known = self._own.get(key)
        if (
            known
            and (not held.item.body or known.endswith(held.item.body))
            and held.resolved_by != "explicit"
        ):
            held.organization, held.resolved_by = known, "context"
        elif held.organization is None and not held.item.body and self._told.get(key):
            held.organization, held.resolved_by = self._told[key], "context"

    def _in_full(self, phrase: Phrase) -> None:
        """Let a phrase go under the full name of whom it names by a short form."""
        phrase.name = self._short.get(phrase.name, phrase.name)
        for held in phrase.held:
            held.person = phrase.name

    def _with_holder(self, sentence: Sentence, chain: Chain) -> Phrase | None:
        text, names, hero = self._text, self._names, self._hero
        before = text[sentence.start : chain.start]
        unread = _UNREAD.search(before, max(0, len(before) - NEAR)) if before.endswith("、") else None
        before = before[: unread.end("verb")] if unread else before
        behind = max((n for n in names if text.startswith(n, chain.end)), key=len, default="")
        if behind:
            return _before_known_name(chain, behind)
        taken = _TAKEN_FROM.search(before, max(0, len(before) - NEAR))
        if taken and taken["who"] in names:
            changed = day_of_change(text, sentence, chain, self._date)
            start = sentence.start + taken.start()
            return held_phrase(
                chain, taken["who"], "removed", start, changed, None, None, "post-taken-from/1"
            )
        beside = _BESIDE.search(before, max(0, len(before) - 12))
        named = [n for n in names if before.endswith(n, 0, beside.start())] if beside else []
        verb = None if named else OFFICE_VERB.search(before, max(0, len(before) - NEAR))
        goes_on = None if named else self._gone_on(sentence, chain, verb)
        if goes_on and verb is None:
            told = goes_on.held[-1]
            return held_phrase(
                chain, goes_on.name, told.status, told.start, None, told.since, told.until, told.rule
            )
        if verb:
            meant = self._meant(sentence, before, verb)
            return by_verb(
                Claim(text, sentence, chain, names, hero, meant, self._date, before, verb, goes_on)
            )
        if beside and named:
            holder = max(named, key=len)
            start = sentence.start + beside.start() - len(holder)
            return held_phrase(chain, holder, None, start, None, None, None, "post-beside-name/1")
        apposed = _APPOSED.search(before)
        if apposed and apposed["who"] in names and text[chain.end : chain.end + 1] in {"，", "。", "；"}:
            start = sentence.start + apposed.start("who")
            return held_phrase(chain, apposed["who"], None, start, None, None, None, "post-in-apposition/1")
        if not hero:
            return None
        blank = over_a_blank(text, chain)
        return in_life(text, chain, hero, before[: len(before) - blank])

    def _meant(self, sentence: Sentence, before: str, verb: re.Match[str]) -> str:
        """Whom 他, or a verb without a subject, means: the one named before in the sentence, or in those before it."""
        if (
            "他" not in before
            and "她" not in before
            and (self._hero or not lacks_subject(before[: verb.start()]))
        ):
            return ""
        begin = sentence.start
        named = {
            name for _, name in within(hits_in_article(self._text, self._names), begin, begin + verb.start())
        }
        if named:
            return named.pop() if len(named) == 1 else ""
        return meant_by_him(self._text, sentence, self._names, self._hero)

    def _gone_on(self, sentence: Sentence, chain: Chain, verb: re.Match[str] | None) -> Phrase | None:
        """The posts told right before, if these go on with them (曾任…，现为…; …院长、学科带头人、某会理事)."""
        last = self._last
        if last is None or not sentence.start <= last.end < chain.start:
            return None
        stop = sentence.start + verb.start() if verb else chain.start
        pattern = _GOES_ON if verb else _GOES_ON_ALONE
        return last if pattern.fullmatch(self._text, last.end, stop) else None


def _before_known_name(chain: Chain, name: str) -> Phrase:
    """The posts in front of a name too weak to be read by itself, which the article proves elsewhere."""
    status = "former" if chain.status == "former" else None
    phrase = held_phrase(chain, name, status, chain.start, None, None, None, "post-before-known-name/1")
    phrase.held = [held for held in phrase.held if _is_plain(held)]
    return phrase


def _from_next_body(text: str, chain: Chain) -> Chain | None:
    """The chain from its next body on: 历任某师|参谋长，第四集团军|参谋长, where nothing is known of the first."""
    for number, link in enumerate(chain.links[1:], 1):
        if link.item.body and text[link.item.body_start - 1] in "，；":
            return replace(chain, links=chain.links[number:], start=link.item.body_start)
    return None


_NO_POST = "[^，。；、：]{2,10}[人者家师员][、，]"  # 学科带头人
_GOES_ON_ALONE = re.compile(f"[、，](?:{_NO_POST})+")
_GOES_ON = re.compile(
    f"[、，；](?:{_NO_POST})*(?:并|又|还|同时|其后|后来|后|随后|之后|再|也|期间|至今|(?:19|20)\\d\\d年(?:\\d{{1,2}}月)?(?:起|后)?)*"
)
_WRITERS = frozenset("记者 通讯员 特约记者 摄影师 编辑".split())


def _is_plain(held: Held) -> bool:
    """Whether a post before a weak name is beyond doubt: a known word, in no body by its kind alone (本台, 消防队)."""
    if held.item.head in _WRITERS:
        return False  # a byline
    if held.organization is None:
        return held.item.post in post_lexicon().heads
    return held.resolved_by != "surface" or len(held.organization) > 5


# 某某（31岁，前大埔区议员）; a line of a list: 某某 - 前立法会议员
_APPOSED = re.compile(
    "(?:^|[；\n])(?P<who>[\u4e00-\u9fff·]{2,12})(?:（[^）]{1,20}）)?，(?:原|前)?$"
)  # 某某，某公司总经理，昨天…
_BESIDE = re.compile(r"(?:（(?:\d{1,3}岁[，、])?|\s*[-－—–]+\s*)(?:前|原|前任|时任|现任)?$")
