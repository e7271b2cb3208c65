"""Reprints are known by their words, although a paragraph was cut or added."""

from dataclasses import replace

import pytest

from kg.model.fingerprint import fingerprint
from kg.resolve.reprints import ReprintBook

from .saying import saying

CLAUSES = [f"会议的第{n}项议题是研究部署{n}项重点工作" for n in range(12)]


def printed(article, day, clauses):
    return replace(saying(article, day), fingerprint=fingerprint("。".join(clauses)))


@pytest.mark.parametrize(
    ("clauses", "original"),
    [
        pytest.param(CLAUSES, "a", id="the same words"),
        pytest.param([*CLAUSES[1:], "本报另外加上的一段评论文字"], "a", id="a paragraph cut and one added"),
        pytest.param([f"另一次会议讨论了第{n}个完全不同的问题" for n in range(12)], "", id="another story"),
        pytest.param(CLAUSES[:3], "", id="only its beginning"),
    ],
)
def test_reprints(clauses, original):
    first, later = printed("a", "2019-01-05", CLAUSES), printed("b", "2019-01-06", clauses)
    book = ReprintBook()
    for facts in (later, first):
        book.add(facts)
    assert (book.original_of(first), book.original_of(later)) == ("", original)


def test_a_yearly_occasion_is_no_reprint():
    book = ReprintBook()
    first, later = printed("a", "2019-01-05", CLAUSES), printed("b", "2020-01-05", CLAUSES)
    for facts in (first, later):
        book.add(facts)
    assert book.original_of(later) == ""
