"""What a chain of posts says of the names behind it: body, status and how sure."""

from __future__ import annotations

from kg.extract.persons.names import NameGuess
from kg.extract.persons.people import People
from kg.extract.posts.links import Link
from kg.extract.posts.phrases import Held, Phrase
from kg.extract.posts.titles import PostItem
from kg.extract.scope import PlaceContext
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD
from kg.lexicon.place_prefix import Scope, place_prefix


def phrases_of(
    text: str, context: PlaceContext, people: People, chain: list[Link], found: list[NameGuess]
) -> list[Phrase]:
    """One phrase for each name behind the chain, with all of its posts."""
    phrases = []
    first = chain[0].item
    for guess in found:
        name = people.add(guess, text)
        lead = first.start if guess is found[0] else guess.start
        phrase = Phrase(name, guess.start, guess.end, lead, guess.end)
        for link in chain:
            _settle_country(context, link, guess)
            phrase.held.append(
                Held(
                    name,
                    link.item,
                    link.organization,
                    link.resolved_by,
                    _status(link.item.status or _carried(chain, link, text)),
                    first.body_start,
                    found[0].end if guess is found[0] else guess.end,
                    "post-before-name/1",
                    _confidence(link, guess),
                )
            )
        phrases.append(phrase)
    return phrases


def _settle_country(context: PlaceContext, link: Link, guess: NameGuess) -> None:
    """国防部长 of a foreigner is another country's."""
    body = link.item.body
    if guess.foreign and link.organization == "国务院" and link.resolved_by == "context":
        link.organization = None  # 总理|瓦尔松: of which country, the text near does not say
    if guess.foreign and link.resolved_by == "explicit" and body in AMBIGUOUS_ABROAD:
        country = link.country or context.country_before(link.item.start, 0)
        if country and not (link.organization or "").startswith(country):
            link.organization, link.resolved_by = country + body, "context"


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
