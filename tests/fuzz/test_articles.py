"""Cleaning and the grammar on text that no editor wrote: nothing raises, every promise holds, twice the same."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from kg.clean import clean_article
from kg.extract import extract_facts
from kg.model.article import Article, CleanArticle, Meta, Rejected, Zone
from kg.model.origin import OriginMap
from kg.model.settings import Settings

from .effort import fuzzed
from .pieces import prose, wounded
from .promises import check_cleaned, check_facts

SETTINGS = Settings()
STORY = "太原市3月5日召开工作会议，市委书记李大明出席会议并讲话，市长张三峰主持会议。"


def as_it_stands(text: str, title: str, date: str) -> CleanArticle:
    """The text as a clean article, so that the grammar meets even what cleaning would mend."""
    zones = (Zone("headline", 0, len(title)),) if title and text.startswith(title) else ()
    begin = zones[0].end if zones else 0
    body = (Zone("body", begin, len(text)),) if begin < len(text) else ()
    article = Article("fuzz", text, title, date)
    return CleanArticle(
        article, text, OriginMap.identity(len(text)), (*zones, *body), Meta(title=title, date=date)
    )


def check_extraction(article: CleanArticle) -> None:
    facts = extract_facts(article, SETTINGS)
    check_facts(facts, article.article.text)
    assert extract_facts(article, SETTINGS) == facts


@fuzzed(60)
@given(prose(), st.sampled_from(["", "2019-03-05", "2020-02-29", "0001-01-01", "9999-12-31"]))
def test_the_grammar_on_its_own_pieces(text, date):
    check_extraction(as_it_stands(text, "", date))


@fuzzed(25, 0.5)
@given(prose(), prose())
def test_the_grammar_under_a_headline(title, text):
    check_extraction(as_it_stands(title + "\n" + text, title, "2019-03-05"))


@fuzzed(40, 0.5)
@given(wounded())
def test_the_grammar_on_wounded_text(text):
    whole = text.encode("utf-8", "ignore").decode("utf-8")  # cleaning refuses halves of surrogate pairs
    check_extraction(as_it_stands(whole, "", "2019-03-05"))


@fuzzed(80, 0.7)
@given(wounded(), st.booleans(), wounded() | st.just(""), st.text(max_size=12) | st.just("2019-03-05"))
def test_cleaning_and_then_the_grammar(text, told, title, date):
    text = STORY + text + STORY if told else text
    outcome = clean_article(Article("fuzz", text, title, date, source=title, authors=(title,)), SETTINGS)
    if isinstance(outcome, Rejected):
        assert outcome.reason
        assert "\n" not in outcome.reason
        return
    check_cleaned(outcome)
    again = clean_article(outcome.article, SETTINGS)
    assert isinstance(again, CleanArticle)
    assert (again.text, again.zones, again.damage) == (outcome.text, outcome.zones, outcome.damage)
    check_extraction(outcome)


@fuzzed(60)
@given(st.text(st.characters(), max_size=200))
@example("\ud800" * 30 + STORY)
def test_any_characters_at_all(text):
    outcome = clean_article(Article("fuzz", text), SETTINGS)
    if isinstance(outcome, CleanArticle):
        check_cleaned(outcome)
        check_extraction(outcome)


def test_whoever_holds_a_post_is_named():
    """A dotted name in a row of dots is read in two lengths; each is somebody."""
    facts = extract_facts(as_it_stands("伊·伊伊部长伊·伊", "", ""), SETTINGS)
    assert {t.person for t in facts.tenures} <= {p.name for p in facts.persons}
