import pytest

from kg.extract.posts.terms import is_over, number
from tests.extract.reading_of import tenures_of

CONGRESS = "全国人民代表大会常务委员会"
TEXT = "第九、十届全国人大常委会副委员长周大川"


@pytest.mark.parametrize(("words", "value"), [("九", 9), ("十", 10), ("十四", 14), ("二十", 20)])
def test_number(words, value):
    assert number(words) == value


@pytest.mark.parametrize(
    ("date", "organization", "expected"),
    [
        pytest.param("2024-08-23", CONGRESS, True, id="the term ended in 2008"),
        pytest.param("2006-08-23", CONGRESS, False, id="the term goes on"),
        pytest.param("2008-03-01", CONGRESS, False, id="the year of its end leaves it open"),
        pytest.param("2024-08-23", "山西省人民代表大会", False, id="other bodies count otherwise"),
        pytest.param("", CONGRESS, False, id="no date, no judgement"),
    ],
)
def test_is_over(date, organization, expected):
    assert is_over(TEXT, TEXT.index("全国人大"), organization, date) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "中国人民政治协商会议第八届、九届全国委员会副主席周大川逝世。",
            ("副主席", "中国人民政治协商会议全国委员会", "former"),
            id="two terms within a name",
        ),
        pytest.param(
            "中国共产党第十三届中央政治局委员周大川逝世。",
            ("委员", "中国共产党中央政治局", "former"),
            id="a term within a name",
        ),
        pytest.param(
            "第六届、七届全国人民代表大会常务委员会副委员长周大川逝世。",
            ("副委员长", CONGRESS, "former"),
            id="two terms before a name",
        ),
    ],
)
def test_terms_are_no_part_of_a_name(sentence, expected):
    assert [held[1:] for held in tenures_of(sentence)] == [expected]
