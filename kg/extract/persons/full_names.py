"""Under which name everybody of an article goes in the end, and where those names and their short forms stand."""

from __future__ import annotations

import re

from kg.extract.posts.phrases import Phrase, Spot
from kg.extract.reading import Sentence
from kg.lexicon.trie import occurrences


def spots_of(text: str, sentences: tuple[Sentence, ...], names: list[str]) -> list[Spot]:
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


_PARTS = re.compile(r"[·•・‧⋅∙．\-－]")
_OF_A_POST = frozenset("士员长人者师官记生家")  # what a word before a name ends in: 护|士特雷莎·某某


def followed(renamed: dict[str, str]) -> dict[str, str]:
    """Each name under the last one that it leads to; where two lead to one another, the longer one stands."""
    final: dict[str, str] = {}
    for name, at in renamed.items():
        seen = [name]
        while at in renamed and at not in seen:
            seen.append(at)
            at = renamed[at]  # noqa: PLW2901  # the loop follows the chain
        final[name] = max(seen[seen.index(at) :], key=lambda n: (len(n), n)) if at in seen else at
    return final


def under_final_name(phrase: Phrase, renamed: dict[str, str], text: str) -> Phrase:
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
