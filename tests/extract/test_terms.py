import pytest

from kg.extract.posts.terms import is_over, number
from tests.extract.reading_of import tenures_of

CONGRESS = "全国人民代表大会常务委员会"
CONFERENCE = "中国人民政治协商会议全国委员会"
CENTRE = "中国共产党中央委员会"
NUMBERS = "零 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十".split()
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
    ("term", "ended"),
    [
        (4, 1978),
        (5, 1983),
        (6, 1988),
        (7, 1993),
        (8, 1998),
        (9, 2003),
        (10, 2008),
        (11, 2013),
        (12, 2018),
        (13, 2023),
    ],
)
@pytest.mark.parametrize("body", [CONGRESS, CONFERENCE])
def test_a_congress_and_a_conference_sit_for_five_years(term, ended, body):
    said = f"第{NUMBERS[term]}届" + ("全国人大" if body == CONGRESS else "全国政协")
    assert not is_over(said, len(said) - 4, body, f"{ended}-12-31")
    assert is_over(said, len(said) - 4, body, f"{ended + 1}-01-01")


@pytest.mark.parametrize(
    ("term", "ended"),
    [
        (7, 1956), (8, 1969), (9, 1973), (10, 1977), (11, 1982), (12, 1987), (13, 1992),
        (14, 1997), (15, 2002), (16, 2007), (17, 2012), (18, 2017), (19, 2022),
    ],
)  # fmt: skip
def test_the_terms_of_the_partys_centre(term, ended):
    said = f"第{NUMBERS[term]}届中央委员"
    assert not is_over(said, len(said) - 4, CENTRE, f"{ended}-12-31")
    assert is_over(said, len(said) - 4, CENTRE, f"{ended + 1}-01-01")


@pytest.mark.parametrize(
    ("term", "body", "said"), [(14, CONGRESS, "全国人大"), (20, CENTRE, "中央委员"), (1, CENTRE, "中央委员")]
)
def test_a_term_whose_end_is_not_known_is_not_over(term, body, said):
    assert not is_over(f"第{NUMBERS[term]}届{said}", len(NUMBERS[term]) + 2, body, "2099-01-01")


@pytest.mark.parametrize(
    ("text", "body_end", "expected"),
    [
        pytest.param("第八届" + "全国委员会", None, True, id="right before the body"),
        pytest.param("第八届、第九届、第十一届" + "全国委员会", None, True, id="the first of several"),
        pytest.param("第八届全国政协的老同志和别人在" + "全国委员会", None, False, id="too far before it"),
        pytest.param("全国委员会第八届全国委员会", None, True, id="behind its beginning"),
        pytest.param("全国委员会第八届全国委员会", 5, False, id="not behind its end"),
    ],
)
def test_where_a_term_may_stand(text, body_end, expected):
    at = text.index("全国委员会")
    assert is_over(text, at, CONFERENCE, "2024-01-01", body_end) is expected


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
