"""The sentence around a fact's words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.rows import EvidenceRow
from kg.export.view.proof import LONGEST, Sentences

TEXT = "1月17日，中华全国总工会主席岑望山到山西省调研。省总工会主席符晓岚陪同。"


def quoted(start, end, text=TEXT, article="a", **more):
    return EvidenceRow(f"{article}-{start}-{end}", article, start, end, text[start:end], **more)


def test_the_shortest_sentence_around_the_words():
    first, both, words = quoted(0, 25), quoted(0, len(TEXT)), quoted(15, 18)
    passage = Sentences([both, first]).around(words)
    assert passage.text == first.quote
    assert passage.text[passage.start : passage.start + passage.length] == words.quote


def test_another_article_has_nothing_to_say():
    words = quoted(15, 18)
    assert Sentences([quoted(0, 25, article="b")]).around(words).text == words.quote


def test_what_stands_beside_is_used_where_no_sentence_is_quoted():
    words = quoted(15, 18, prefix="主席", suffix="到山西省调研。")
    passage = Sentences([]).around(words)
    assert (passage.text, passage.start, passage.length) == ("主席岑望山到山西省调研。", 2, 3)


def test_a_whole_page_is_no_sentence():
    text = "岑" * LONGEST + "望山。"
    assert Sentences([quoted(0, len(text), text)]).around(quoted(2, 4, text)).text == "岑岑"


@settings(deadline=None)
@given(st.text(alphabet="岑望山𠮷😀。，", min_size=4, max_size=30), st.data())
def test_marks_count_as_javascript_does(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = Sentences([quoted(0, len(text), text)]).around(quoted(start, end, text))
    units = passage.text.encode("utf-16-le")
    assert (
        units[passage.start * 2 : (passage.start + passage.length) * 2].decode("utf-16-le") == text[start:end]
    )
