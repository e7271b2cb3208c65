"""Words and their classes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.segment import tag


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("由省人大常委会", ("由", "p"), id="由 begins no unlisted word"),
        pytest.param("由于天气", ("由于", "p"), id="but listed ones"),
    ],
)
def test_first_word(text, first):
    assert tag(text)[0] == first


@given(st.text(alphabet="由省委会议主席李明12ab", min_size=1, max_size=12))
def test_the_words_joined_give_the_text_again(text):
    assert "".join(word for word, _ in tag(text)) == text
