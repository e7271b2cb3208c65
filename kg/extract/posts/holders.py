"""What giving a chain of posts its holder takes: the names around it, the day of a change, the phrase that comes of it."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.posts.phrases import Chain, Held, Phrase
from kg.extract.reading import Sentence
from kg.extract.time.dates import find_dates, may_be_told
from kg.lexicon.trie import Hit, hits_of

NEAR = 40
"""Code points before a post in which its verb ends; longer than any verb of office."""
OTHERS = re.compile(r"其(?:父|母|妻|夫|子|女|兄|弟)|父亲|母亲|太太|妻子|丈夫|儿子|女儿|批准|享受|获得?|荣获")
"""What says that the post behind it is a relative's, or is no post at all."""


@lru_cache(maxsize=1)
def hits_in_article(text: str, names: tuple[str, ...]) -> list[Hit]:
    """Where the names of one article stand, for all of its chains."""
    return hits_of(text, names)


def day_of_change(text: str, sentence: Sentence, chain: Chain, date: str) -> str | None:
    """The day told in front of the posts, YYYY-MM-DD or a part of it; None if there is none."""
    found = may_be_told(find_dates(text, sentence.start, chain.start, date))
    return found[-1][2].start if found else None


def held_phrase(
    chain: Chain,
    holder: str,
    status: str | None,
    start: int,
    date: str | None,
    since: str | None,
    until: str | None,
    rule: str,
) -> Phrase:
    """The phrase in which `holder` has all posts of the chain; `start` is where the proof of it begins."""
    phrase = Phrase(holder, chain.start, chain.end, chain.start, chain.end)
    for link in chain.links:
        own = "former" if link.item.status == "former" or (chain.status == "former") else None
        phrase.held.append(
            Held(
                holder,
                link.item,
                link.organization,
                link.resolved_by,
                status or own,
                min(start, chain.start),
                chain.end,
                rule,
                0.9 if rule.startswith("post-in-biography") else 0.95,
                date,
                since,
                until,
            )
        )
    return phrase
