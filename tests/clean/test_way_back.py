"""Every character of the cleaned text knows where it comes from."""

import itertools
import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.clean import clean_article
from kg.clean.draft import Draft, Edit
from kg.model.article import Article, CleanArticle, Rejected
from kg.model.fingerprint import fingerprint, likeness
from kg.model.origin import OriginMap
from kg.model.settings import Settings

from .test_layout import MORE, SCRAPE, STORY

ALPHABET = (
    "太原市國會議發展主席書記王(guó)（huì）?nèi),。，;:.&nbsp;\u200b\u3000\xa0\n \ue1fe舷鹿ΨéÃ¤2019年|>"
)


def check(origin: OriginMap, source: str, cleaned: str) -> None:
    """The promises of a map: one range a character, within the source, in order."""
    assert origin.length == len(cleaned)
    spans = [origin.span_of(i, i + 1) for i in range(origin.length)]
    assert all(0 <= span.start < span.end <= len(source) for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in itertools.pairwise(spans))


@st.composite
def edited(draw):
    """A draft after a few steps, each of random edits."""
    draft = Draft(draw(st.text("甲乙丙丁", min_size=1, max_size=30)))
    for _ in range(draw(st.integers(1, 4))):
        length = len(draft.text)
        cuts = sorted(draw(st.sets(st.integers(0, length), max_size=6)))
        draft.edit(
            [
                Edit(a, b, draw(st.text("戊己", max_size=3)))
                for a, b in zip(cuts[::2], cuts[1::2], strict=False)
            ]
        )
    return draft


@given(edited())
def test_any_chain_of_steps_keeps_the_map(draft):
    check(draft.origin(), draft.source, draft.text)


@given(edited())
def test_what_was_never_touched_stands_for_itself(draft):
    origin = draft.origin()
    for i, character in enumerate(draft.text):
        if character in "甲乙丙丁":
            span = origin.span_of(i, i + 1)
            assert draft.source[span.start : span.end] == character


@settings(max_examples=300, deadline=None)
@given(st.text(ALPHABET, max_size=120))
def test_cleaning_keeps_the_map_whatever_comes(text):
    outcome = clean_article(Article("a", STORY + text + MORE), Settings())
    assert isinstance(outcome, CleanArticle)
    check(outcome.origin, STORY + text + MORE, outcome.text)
    for zone in outcome.zones:
        assert 0 <= zone.start < zone.end <= len(outcome.text)
    assert all(a.end <= b.start for a, b in zip(outcome.zones, outcome.zones[1:], strict=False))
    for damage in outcome.damage:
        assert 0 <= damage.start < damage.end <= len(outcome.article.text)
    for span in outcome.doubtful:
        assert span.end <= len(outcome.text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_cleaned_or_refused(text):
    outcome = clean_article(Article("a", text), Settings())
    if isinstance(outcome, CleanArticle):
        check(outcome.origin, text, outcome.text)
    else:
        assert isinstance(outcome, Rejected)


def test_names_in_a_damaged_page_quote_the_source(clean):
    article = clean(SCRAPE)
    start = article.text.index("工作\n努力")
    assert article.quote(start, start + 2) == "工作"
    start = article.text.index("强调")
    assert article.quote(start, start + 2) == "強(qiáng)調"
    assert re.sub(r"\([a-zà-ǜ]+\)", "", article.quote(0, 8)) == "中國甲新聞網>>"


def test_clean_text_is_left_as_it_is(clean):
    text = f"{STORY}\n{MORE}"
    article = clean(text)
    assert article.text == text
    assert article.origin.is_identity
    assert not article.damage


def test_the_same_article_gives_the_same_result(clean):
    assert clean(SCRAPE).text == clean(SCRAPE).text
    assert clean(SCRAPE).zones == clean(SCRAPE).zones


@pytest.mark.parametrize(
    "text",
    ["", "  \n", "no Chinese at all", "中" * 7, "中" * 2_000_001, STORY + "\ud800"],
    ids=["empty", "blank", "English", "hardly any", "too long", "half a surrogate pair"],
)
def test_what_is_no_article_is_refused(text):
    outcome = clean_article(Article("a", text), Settings())
    assert isinstance(outcome, Rejected)
    assert "\n" not in outcome.reason


def test_reprints_have_like_fingerprints():
    rng = random.Random(1)
    words = [
        "".join(rng.choices("太原市会议发展主席书记工作人民国家经济社会", k=rng.randint(8, 14)))
        for _ in range(60)
    ]
    story, other = "，".join(words[:40]) + "。", "，".join(words[40:]) + "。"
    reprint = story.replace(words[3], words[3][::-1]) + "本报综合报道"
    assert likeness(fingerprint(story), fingerprint(story)) == 1
    assert likeness(fingerprint(story), fingerprint(reprint)) > 0.7
    assert likeness(fingerprint(story), fingerprint(other)) == 0
    assert fingerprint("短句，而已。") == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY * 5000, id="one line"),
        pytest.param("会议在太原\n" * 20_000 + STORY, id="short lines"),
        pytest.param("日?qǐng)?bào)工人" * 1000 + STORY, id="tears"),
        pytest.param("東京都知事は会見で方針を明らかにした" * 2000, id="another language"),
        pytest.param((STORY * 500).encode().decode("latin-1"), id="wrongly decoded"),
        pytest.param("(" * 50_000 + STORY, id="brackets"),
        pytest.param("&amp;" * 20_000 + STORY, id="entities"),
    ],
)
def test_no_text_takes_long(text):
    start = time.process_time()
    assert isinstance(clean_article(Article("a", text, title=STORY[:12]), Settings()), CleanArticle)
    assert time.process_time() - start < 5
