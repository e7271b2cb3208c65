"""Names of bodies, places and dates: the small functions on any short string."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.clean.dates import iso_day
from kg.extract.time.dates import find_dates
from kg.lexicon.body_forms import expand_contractions
from kg.lexicon.organizations import expand, official_name
from kg.lexicon.place_prefix import Scope, place_prefix
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon
from kg.lexicon.seats import is_single
from kg.lexicon.sounds import likeness_in_sound
from kg.lexicon.whereabouts import seat_of

from .effort import fuzzed
from .pieces import DATES, pieces, posts

short = st.lists(pieces(), max_size=4).map("".join) | st.text(max_size=12)
words = st.one_of(
    st.lists(
        st.sampled_from(DATES) | st.text("0123456789０１９年月日号至-—、，. 十二三〇", max_size=5), max_size=6
    ).map("".join),
    short,
)
SCOPES = (
    Scope(),
    Scope(province="山西省", prefecture="太原市", county="迎泽区"),
    Scope(province="新疆维吾尔自治区"),
    Scope(country="俄罗斯"),
    Scope(region="hk"),
)
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@fuzzed(300, 4)
@given(short, st.sampled_from(SCOPES))
@example("", Scope())
@example("党委党委党委党委", SCOPES[1])
@example("中共中共团市委", SCOPES[1])
def test_every_form_has_a_full_name(form, scope):
    found = official_name(form, scope)
    assert found == official_name.__wrapped__(form, scope)
    assert isinstance(found.name, str)
    assert found.name or not form.removeprefix("中共")
    assert found.resolved_by in {"explicit", "context", "surface"}
    expand(form)
    expand_contractions(form)
    seat_of(form)
    is_single(form, form)


@fuzzed(300, 4)
@given(short, st.sampled_from(SCOPES))
def test_a_prefix_is_of_its_form(form, scope):
    found = place_prefix(form, scope)
    if found:
        assert 0 < found.end <= len(form)
        assert found.full


@fuzzed(200, 2)
@given(short, st.integers(0, 20))
def test_places_and_posts_in_any_text(text, start):
    known = places()
    for at in range(len(text)):
        longest = known.longest_at(text, at)
        assert longest is None or (at < longest[0] <= len(text) and longest[1])
    assert known.resolve(text, "山西省", 2019) is None or known.lookup(text)
    head = min(start, len(text))
    assert 0 <= post_lexicon().modifiers_before(text, 0, head) <= head


@fuzzed(400, 4)
@given(
    words,
    st.sampled_from(["", "2019-03-05", "2020-02-29", "0001-01-01", "9999-12-31"]),
    st.sampled_from([None, "2019-03-05", "9999-12-31", "0001-01-01"]),
)
def test_dates_are_iso_and_in_place(text, written, anchor):
    end = 0
    for start, stop, span in find_dates(text, 0, len(text), written, anchor):
        assert end <= start < stop <= len(text)
        end = stop
        for day in (span.start, span.end):
            assert day is None or ISO.fullmatch(day)
        assert not (span.start and span.end) or span.start[:4] <= span.end[:4]


@fuzzed(200, 2)
@given(words | st.text(max_size=30))
def test_the_day_of_an_article_is_iso_or_nothing(text):
    day = iso_day(text)
    assert day == "" or re.fullmatch(r"\d{4}-\d\d-\d\d", day)


@fuzzed(100)
@given(short, short)
def test_likeness_in_sound_is_the_same_both_ways(one, other):
    assert likeness_in_sound(one, other) == pytest.approx(likeness_in_sound(other, one))


@fuzzed(100)
@given(st.deferred(lambda: st.sampled_from(posts())), short)
def test_a_post_has_a_kind(post, more):
    assert isinstance(post_lexicon().kind_of(more + post), str)
