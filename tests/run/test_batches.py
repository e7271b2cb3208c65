"""Batches end where content says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.article import Article
from kg.model.settings import Settings
from kg.run.batches import MAX_BATCH_CHARS, cut, salt_of

ARTICLES = [Article(f"a{n}", f"第{n}篇。" * 3) for n in range(1500)]
SALT = b"salt"


def keys(articles, salt=SALT):
    return [batch.key for batch in cut(articles, salt)]


def test_nothing_is_lost_and_the_order_is_kept():
    assert [a for batch in cut(ARTICLES, SALT) for a in batch.articles] == ARTICLES


@given(st.integers(0, 1500))
@settings(max_examples=20, deadline=None)
def test_one_more_article_changes_one_batch(place):
    more = [*ARTICLES[:place], Article("new", "新来的一篇。"), *ARTICLES[place:]]
    before, after = keys(ARTICLES), keys(more)
    assert len(set(after) - set(before)) <= 2
    assert len(set(before) - set(after)) <= 1


def test_the_key_follows_settings_and_text():
    changed = [Article("a0", "第0篇？"), *ARTICLES[1:]]
    assert keys(ARTICLES)[0] != keys(changed)[0]
    assert not set(keys(ARTICLES)) & set(keys(ARTICLES, salt_of(Settings())))
    assert salt_of(Settings()) != salt_of(Settings(public_only=True))


def test_a_batch_of_long_articles_is_bounded():
    long = [Article(f"b{n}", "长" * 100_000 + str(n)) for n in range(9)]
    for batch in cut(long, SALT):
        assert sum(len(a.text) for a in batch.articles) <= MAX_BATCH_CHARS + 100_000
