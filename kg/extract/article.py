"""One article: from its cleaned text to names, bodies and posts, and from those to facts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from itertools import chain

from kg.extract.assembly import assemble
from kg.extract.gates import PairGates
from kg.extract.organizations.bodies import MEDIA, bodies_in
from kg.extract.organizations.committees_of_terms import committees_of_terms
from kg.extract.organizations.defined import defined_names, mentions_of_defined
from kg.extract.organizations.endings import body_endings, ending_pattern
from kg.extract.organizations.firms import give_company, only_company, quoted_names, short_names
from kg.extract.organizations.full_names import under_full_names
from kg.extract.organizations.named_again import groups_named_again
from kg.extract.organizations.named_like_people import firms_like_people, give_brands, mentions_of
from kg.extract.organizations.numbered_schools import numbered_schools
from kg.extract.persons.announced import person_in_title
from kg.extract.persons.characters import chinese_weight, foreign_weight
from kg.extract.persons.full_names import followed, short_forms, spots_of, under_final_name
from kg.extract.persons.open_names import open_names
from kg.extract.persons.party_members import members_of_parties
from kg.extract.persons.people import CERTAIN, People
from kg.extract.persons.rolls import roll_names
from kg.extract.persons.votes import married_surnames, settle, with_preposition
from kg.extract.persons.witness import Asking, testify
from kg.extract.posts.careers import Careers
from kg.extract.posts.congresses import give_chosen
from kg.extract.posts.deputies import deputies
from kg.extract.posts.home_government import home_government
from kg.extract.posts.links import Memory
from kg.extract.posts.losses import begun, ended
from kg.extract.posts.losses_told_again import lost_later
from kg.extract.posts.phrases import Phrase, Spot
from kg.extract.posts.postposed import postposed
from kg.extract.posts.rosters import Rosters
from kg.extract.posts.state_posts import in_one_state
from kg.extract.posts.tenures import ChainReader
from kg.extract.posts.terms import past_terms
from kg.extract.reading import BodyMention, Reading
from kg.extract.scan import Hits, Scan
from kg.extract.scope import PlaceContext, place_forms
from kg.extract.sentences import sentences_of
from kg.lexicon.body_forms import national_forms, national_pattern
from kg.lexicon.posts import post_lexicon
from kg.model.article import CleanArticle


def read_article(article: CleanArticle, ask: Asking = testify) -> Reading:
    """Find the people, bodies and posts of one article; `ask` is a second opinion on names."""
    text = article.text
    sentences = sentences_of(article)
    people = People()
    posts_at, national_at, endings_at, places_at = _gates().begins(text)
    context = PlaceContext(article.meta.title, text, places_at, source=article.meta.source)
    reader = ChainReader(text, context, people)
    reader.memory.defined = defined_names(text, context.region)
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
        reader.memory.told_before = partial(_named_between, scan, context, sentence.start)
        if scan.is_silent(sentence.start, sentence.end):
            continue
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
    bodies = _with_defined(bodies, list(mentions_of_defined(text, reader.memory.defined)))
    bodies.extend(home_government(text, context, bodies))
    bodies.extend(numbered_schools(text, sentences))
    committees = list(committees_of_terms(text, bodies))
    bodies = [b for b in bodies if not any(c.start <= b.start < c.end for c in committees)] + committees
    members = members_of_parties(text, sentences, context)
    for guess in chain(roll_names(text, sentences), open_names(text, sentences), members):
        people.add(guess, text)
    hero = person_in_title(article.meta.title, text)
    if hero:
        people.seen[hero] = CERTAIN
    heard = ask(text, sentences, people)
    for name in married_surnames(people):
        del people.seen[name]
    brands = firms_like_people(text, people.seen)
    for name in brands:
        del people.seen[name]
    bodies.extend(mentions_of(text, brands))
    phrases = [p for p in phrases if p.name not in brands]
    give_brands(text, brands, phrases, reader.unnamed)
    towards = with_preposition(people, text)
    for name, right in towards.items():
        people.seen[right] = people.seen.pop(name)
    phrases = [p for p in phrases if p.name not in towards]
    renamed = settle(people, text) | heard.corrected
    for short, full in short_forms(list(people.seen), seen_too=True).items():
        renamed[short] = full
    renamed = followed(renamed)
    phrases = [under_final_name(p, renamed, article.text) for p in phrases if p.name not in heard.denied]
    names = sorted({renamed.get(n, n) for n in people.seen})
    spots = spots_of(text, sentences, names)
    bodies = _not_through_names(bodies, spots)
    context.hide((spot.start, spot.end) for spot in spots if spot.name in people.foreign)
    phrases.extend(postposed(text, spots, people.foreign, phrases, reader.memory, context))
    phrases.extend(deputies(text, spots))
    phrases.extend(Rosters(text, spots, reader.unnamed, bodies).read(sentences))
    in_one_state(phrases)
    meta = article.meta
    give_company(
        phrases, reader.unnamed, lambda: reader.memory.announcing() or _only_company(phrases, bodies)
    )
    give_chosen(text, meta.title, reader.unnamed)
    last_parts = {text[s.start : s.end]: s.name for s in spots if s.is_short}
    abroad = partial(_country_near, reader.memory, people.foreign)
    careers = Careers(text, meta.title, names, meta.date, phrases, last_parts, abroad)
    phrases.extend(careers.read(sentences, reader.unnamed))
    past_terms(text, meta.date, phrases)
    ended(text, phrases, sentences, spots)
    begun(text, phrases, sentences, spots)
    lost_later(text, phrases, sentences, spots)
    bodies.extend(list(groups_named_again(text, phrases, bodies)))
    told = [b.name for b in bodies] + [h.organization or "" for p in phrases for h in p.held]
    bodies = under_full_names(text, phrases, bodies, short_names(text, bodies) | quoted_names(text, told))
    return assemble(article, sentences, spots, phrases, bodies, context)


def _not_through_names(bodies: list[BodyMention], spots: Sequence[Spot]) -> list[BodyMention]:
    """The bodies that do not begin within somebody's name and go on behind it (周明华|为: no 华为)."""
    ends = {at: spot.end for spot in spots for at in range(spot.start + 1, spot.end)}
    return [b for b in bodies if not b.start < ends.get(b.start, 0) < b.end]


def _with_defined(bodies: list[BodyMention], defined: list[BodyMention]) -> list[BodyMention]:
    """What the article defines wins over what a rule made of the same words (庆|委会)."""
    kept = [b for b in bodies if not any(d.start <= b.start and b.end <= d.end for d in defined)]
    return kept + [d for d in defined if not any(b.start < d.end and d.start < b.end for b in kept)]


_TOLD_BEFORE = 400  # code points of a sentence in which a body is told to which a post without one may belong


def _named_between(scan: Scan, context: PlaceContext, start: int, end: int) -> list[str]:
    near = max(start, end - _TOLD_BEFORE)
    return [body.name for body in bodies_in(scan, near, end, context, [])]


def _only_company(phrases: list[Phrase], bodies: list[BodyMention]) -> str:
    return only_company([b.name for b in bodies] + [h.organization or "" for p in phrases for h in p.held])


def _country_near(memory: Memory, foreign: set[str], person: str, at: int) -> str:
    """The foreign country that the news is of where a person with a foreign name is given a post."""
    if person not in foreign and foreign_weight(person) <= chinese_weight(person):
        return ""
    return memory.country_near(at) or memory.only_country()


@cache
def _gates() -> PairGates:
    national = [form for form in national_forms() if len(form) > 1]
    return PairGates(post_lexicon().heads, national, body_endings(), place_forms())
