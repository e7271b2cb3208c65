import pytest

from kg.extract.article import read_article
from kg.extract.persons import witness
from kg.extract.persons.people import People
from kg.extract.reading import Sentence
from kg.model.article import Article, CleanArticle, Meta, Zone
from kg.model.origin import OriginMap
from tests.extract.reading_of import people_of


def unheard(text: str) -> list[str]:
    """The people of `text` by the grammar alone."""
    zones = (Zone("body", 0, len(text)),)
    article = CleanArticle(Article("t", text), text, OriginMap.identity(len(text)), zones, Meta())
    return sorted({m.name for m in read_article(article, witness.silent).people})


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("比赛中，李志强被陈立峰以三比二击败。", ["李志强", "陈立峰"], id="no post near"),
        pytest.param("来自河南的刘长庚告诉记者，收成不错。", ["刘长庚"], id="after a description"),
        pytest.param("两人随后陪同沈佩兰参观了展览。", ["沈佩兰"], id="an object"),
    ],
)
def test_the_tagger_adds_names_that_no_rule_finds(sentence, expected):
    assert unheard(sentence) != expected
    assert people_of(sentence) == expected


def test_the_tagger_denies_a_word_taken_for_a_name():
    assert people_of("香港立法会议员都入咗去。") == []


@pytest.mark.parametrize("sentence", ["李宁公司发布公告。", "张小姐对此表示满意。", "俄罗斯对此表示欢迎。"])
def test_firms_places_and_bare_surnames_are_no_people(sentence):
    assert people_of(sentence) == []


def test_what_is_denied_or_corrected_leaves_the_people():
    text = "市长陈立峰都没有现身。"
    people = People()
    people.seen["陈立峰都"] = 8.0
    people.places["陈立峰都"] = [(2, 6)]
    heard = witness.testify(text, (Sentence(0, len(text), 0, "body"),), people)
    assert heard.corrected == {"陈立峰都": "陈立峰"}
    assert set(people.seen) == {"陈立峰"}
