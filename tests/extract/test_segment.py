"""Words and their classes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.clean import clean_article
from kg.extract import extract_facts
from kg.extract.segment import tag
from kg.model.article import Article, CleanArticle
from kg.model.settings import Settings


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("由省人大常委会", ("由", "p"), id="由 begins no unlisted word"),
        pytest.param("由来已久", ("由来已久", "l"), id="but listed ones"),
    ],
)
def test_first_word(text, first):
    assert tag(text)[0] == first


@given(st.text(alphabet="由省委会议主席李明12ab", min_size=1, max_size=12))
def test_the_words_joined_give_the_text_again(text):
    assert "".join(word for word, _ in tag(text)) == text


@pytest.mark.parametrize("person", ["张伟", "李望山"])
def test_the_name_of_the_appointed_is_no_part_of_the_body(person):
    text = f"任命{person}为山西省生态环境厅厅长。"
    cleaned = clean_article(Article("a", text, date="2022-09-28"), Settings())
    assert isinstance(cleaned, CleanArticle)
    [tenure] = extract_facts(cleaned, Settings()).tenures
    assert (tenure.person, tenure.post, tenure.organization) == (person, "厅长", "山西省生态环境厅")
    assert tenure.status == "appointed"
