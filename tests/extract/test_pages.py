"""Every case of tests/extract/pages: what an invented article tells, all of it."""

from pathlib import Path

import pytest

from kg.extract.events.events import find_events
from tests import pages
from tests.extract.marked import reading
from tests.extract.pages import all_told, bodies_told, dates_told, events_told, posts_told
from tests.extract.reading_of import reading_of

PAGES = Path(__file__).with_name("pages")


def cases(name):
    return pages.cases(PAGES / f"{name}.txt")


@pytest.mark.parametrize("case", [*cases("posts"), *cases("titles")])
def test_who_holds_what(case):
    assert list(posts_told(reading_of(case.text, **case.about))) == case.facts


@pytest.mark.parametrize(
    "case",
    [
        *cases("events"),
        *cases("gatherings"),
        *cases("scenes"),
        *cases("asides"),
        *cases("stories"),
        *cases("houses_and_sites"),
    ],
)
def test_what_happened(case):
    assert list(events_told(find_events(reading(case.text, **case.about)))) == case.facts


@pytest.mark.parametrize("case", [*cases("careers"), *cases("people")])
def test_careers_and_names(case):
    assert list(posts_told(reading_of(case.text, **case.about))) == case.facts


@pytest.mark.parametrize("case", cases("bodies"))
def test_which_organizations(case):
    assert list(bodies_told(reading_of(case.text, **case.about))) == case.facts


@pytest.mark.parametrize("case", cases("dates"))
def test_when(case):
    assert list(dates_told(case.text, case.about.get("date", "2020-05-06"))) == case.facts


@pytest.mark.parametrize("case", cases("articles"))
def test_whole_articles(case):
    assert list(all_told(reading_of(case.text, **case.about))) == case.facts
