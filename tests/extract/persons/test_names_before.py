"""Names that a mark behind or inside them gives away: 同志 and 女士, a dot, a Latin form in brackets."""

import pytest

from kg.extract.persons.names_before import glossed_name, name_around_dot, name_before


def quoted(text, guess):
    return guess and text[guess.start : guess.end]


@pytest.mark.parametrize(
    ("text", "mark", "name"),
    [
        pytest.param("今天周明远同志", "同志", "周明远", id="three characters, not two"),
        pytest.param("欧阳文山女士", "女士", "欧阳文山", id="four with a surname of two"),
        pytest.param("学习向周明同志学习", "同志", "周明", id="向 is no part of it"),
        pytest.param("和周明先生", "先生", "周明", id="nor is 和"),
        pytest.param("部周明先生", "先生", "周明", id="nor the end of a body"),
        pytest.param("周建国同志", "同志", "周建国", id="a word at its end"),
        pytest.param("有关领导同志", "同志", None, id="leaders"),
        pytest.param("总书记同志", "同志", None, id="a post"),
        pytest.param("画家启明先生", "先生", None, id="what ends an occupation"),
        pytest.param("委员长启明同志", "同志", None, id="what ends a post"),
        pytest.param("文员杨先生", "先生", None, id="an occupation and a bare surname"),
        pytest.param("巴音朝鲁同志", "同志", None, id="the end of a known word"),
        pytest.param("农村妇女，", "女，", None, id="a word with the mark"),
        pytest.param("老陈同志", "同志", None, id="no surname first"),
        pytest.param("建国同志", "同志", None, id="a word alone"),
        pytest.param("江西省同志", "同志", None, id="those of a province"),
        pytest.param("明同志", "同志", None, id="one character"),
    ],
)
def test_a_name_before_a_mark(text, mark, name):
    assert quoted(text, name_before(text, 0, text.index(mark), len(text))) == name


def test_a_name_begins_where_the_sentence_does():
    assert quoted("周明远同志", name_before("周明远同志", 0, 3, 5)) == "周明远"
    assert name_before("周明远同志", 1, 3, 5) is None
    assert name_around_dot("约翰·雷文", 2, 2, 5) is None
    assert glossed_name("雷文（Alan Raven）", 1, 2, 14) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("会见约翰·雷文说", "约翰·雷文", id="a verb before it"),
        pytest.param("对约翰·雷文说", "约翰·雷文", id="a preposition"),
        pytest.param("总统约翰·雷文说", "约翰·雷文", id="a post"),
        pytest.param("文莱苏丹哈桑纳·雷文说", "哈桑纳·雷文", id="a ruler's title"),
        pytest.param("伟大的约翰·雷文", "约翰·雷文", id="的"),
        pytest.param("约·雷文", "约·雷文", id="a first part of one character"),
        pytest.param("这里·的意思", None, id="no name"),
        pytest.param("马克·和", None, id="half a name"),
        pytest.param("一二·九", None, id="a day"),
        pytest.param("1·2雷", None, id="a number"),
    ],
)
def test_a_name_around_a_dot(text, name):
    assert quoted(text, name_around_dot(text, 0, text.index("·"), len(text))) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("记者卡舒文（Jamal Raven）", "卡舒文", id="behind a post"),
        pytest.param("在太原雷文（Alan Raven）", "雷文", id="behind a place"),
        pytest.param("与顾智远（Koo Chi Yuen）", "顾智远", id="behind 与"),
        pytest.param("检察官雷文（Alan Raven）", "雷文", id="not one character more"),
        pytest.param("大学（Big School）", None, id="a word"),
        pytest.param("，卡（Jamal Raven）", None, id="one character"),
        pytest.param("大王大指（Wang Dazhi）", None, id="no name's end"),
    ],
)
def test_a_name_before_its_latin_form(text, name):
    assert quoted(text, glossed_name(text, 0, text.index("（"), len(text))) == name
