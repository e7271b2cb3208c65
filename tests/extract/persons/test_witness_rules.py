"""The small rules by which the tagger's word is taken, cut or refused."""

import pytest

from kg.extract.persons import witness
from kg.extract.persons.people import People
from kg.extract.persons.tagging import Tagged

ENOUGH = 170.0


def believed(text, name, *margins, seen=(), corrected=()):
    people = People()
    people.seen.update(dict.fromkeys(seen, 9.0))
    spots, at = [], -1
    for margin in margins or (ENOUGH,):
        at = text.index(name, at + 1)
        spots.append(Tagged(at, at + len(name), margin))
    return witness._believed(text, name, spots, people, dict.fromkeys(corrected, name))


@pytest.mark.parametrize(
    ("text", "name", "margins", "found"),
    [
        pytest.param("昨天陈佩兰到场", "陈佩兰", [30.0], True, id="characters that leave no doubt"),
        pytest.param("昨天陈佩兰到场", "陈佩兰", [29.0], False, id="but the tagger does"),
        pytest.param("昨天师本扬到场", "师本扬", [159.0], False, id="doubtful characters in one place"),
        pytest.param("昨天师本扬到场", "师本扬", [160.0], True, id="unless the tagger is sure"),
        pytest.param("昨天师本扬到场，师本扬说", "师本扬", [99.0, 90.0], False, id="twice, less sure"),
        pytest.param("昨天师本扬到场，师本扬说", "师本扬", [90.0, 100.0], True, id="twice, sure once"),
        pytest.param("昨天史特雷到场，史特雷说", "史特雷", [30.0, 20.0], True, id="good characters, twice"),
        pytest.param("昨天史特雷到场", "史特雷", [99.0], False, id="good characters, once"),
        pytest.param("昨天刘奇到场", "刘奇", [100.0], True, id="fair ones, once"),
        pytest.param("昨天刘奇到场", "刘奇", [99.0], False, id="and less sure"),
        pytest.param("昨天高兴到场", "高兴", [ENOUGH], False, id="a word"),
        pytest.param("昨天林督察到场", "林督察", [ENOUGH], False, id="a form of address"),
        pytest.param("昨天陈先生到场", "陈先生", [ENOUGH], False, id="another"),
        pytest.param("昨天巴黎到场", "巴黎", [ENOUGH], False, id="a place"),
        pytest.param("陈佩兰公司到场", "陈佩兰", [ENOUGH], False, id="a firm"),
        pytest.param("陈佩兰（600000）到场", "陈佩兰", [ENOUGH], False, id="a listed firm"),
        pytest.param("陈佩兰路到场", "陈佩兰", [ENOUGH], False, id="a street"),
        pytest.param("护士长佩兰到场", "长佩兰", [ENOUGH], False, id="the end of a post"),
        pytest.param("饶有兴致地", "饶有兴", [ENOUGH], False, id="the beginning of an idiom"),
        pytest.param("陈佩任太原市市长", "陈佩任", [ENOUGH], False, id="任 before a place"),
        pytest.param("昨天周明发展到场", "周明发展", [ENOUGH], False, id="a name and a word"),
        pytest.param("青岛峰会开幕", "青岛峰", [ENOUGH], False, id="half of a summit"),
        pytest.param("林海峰会见客人", "林海峰", [ENOUGH], True, id="who meets somebody"),
        pytest.param("昨天农村妇女", "农村妇", [ENOUGH], False, id="a word and half of the next"),
        pytest.param(
            "昨天史特雷到场，史特雷说", "史特雷", [29.0, 29.0], False, id="good characters, twice, never sure"
        ),
        pytest.param(
            "昨天刘奇到场，刘奇说", "刘奇", [89.0, 90.0], False, id="fair ones, twice, not sure enough"
        ),
        pytest.param("昨天岸田武雄到场", "岸田武雄", [30.0], False, id="a Japanese name, not sure enough"),
        pytest.param("昨天岸田武雄到场", "岸田武雄", [160.0], True, id="and sure"),
    ],
)
def test_what_the_tagger_alone_may_name(text, name, margins, found):
    assert believed(text, name, *margins) is found


def test_other_names_speak_against_it_and_a_correction_for_it():
    assert not believed("昨天陈佩兰到场", "陈佩兰", seen=("陈佩兰说",))
    assert not believed("昨天陈佩兰到场", "陈佩兰", seen=("佩兰",))
    assert believed("昨天约翰·雷文到场", "约翰·雷文", seen=("雷文",))
    assert believed("昨天高兴到场", "高兴", corrected=("高兴说",))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("雷文斯基和伊朗总统", 4),
        ("雷文斯基与法国总统", 4),
        ("雷文斯基和他", 6),
        ("雷和法国", 4),
        ("雷文斯基", 4),
    ],
)
def test_a_name_ends_before_the_country_of_the_next(text, end):
    assert witness._before_a_neighbour(text, 0, min(len(text), 6)) == end


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("记者陈", True),
        ("，陈", True),
        ("陈", True),
        ("同陈", True),
        ("会上陈", True),
        ("萨陈", False),
        ("欧阳萨陈", False),
    ],
)
def test_where_a_word_ends(text, begins):
    assert witness._begins_a_word(text, len(text) - 1) is begins


@pytest.mark.parametrize(
    ("text", "cuts"),
    [("护士长陈", True), ("部长陈", True), ("记者陈", False), ("生长陈", False), ("委员陈", True)],
)
def test_where_a_post_ends(text, cuts):
    assert witness._cuts_a_post(text, len(text) - 2) is cuts


@pytest.mark.parametrize(
    ("name", "size", "margin", "glued"),
    [
        ("陈佩兰和", 3, 0.0, True),
        ("刘奇作", 2, 0.0, True),
        ("刘奇伟", 2, 300.0, True),
        ("刘奇伟", 2, 299.0, False),
        ("雷文·海", 2, 300.0, False),
    ],
)
def test_what_is_glued_behind_a_name(name, size, margin, glued):
    assert witness._glued_behind(name, size, margin) is glued


def test_a_name_between_two_that_are_sure():
    people = People()
    people.seen.update({"周大明": 9.0, "林书远": 10.0, "郑可": 8.0})
    text = "周大明、钱易、林书远、钱易、郑可"
    assert witness._stands_among(text, 4, 6, people)
    assert not witness._stands_among(text, 11, 13, people)
    assert not witness._stands_among("周大明、钱易。林书远", 4, 6, people)
    assert not witness._stands_among("周大明，钱易、林书远", 4, 6, people)


@pytest.mark.parametrize(
    ("name", "shift", "glued"),
    [
        ("问陈帆", 1, True),
        ("路易斯·雷文", 2, False),
        ("尔雷文", 1, False),
        ("表示陈帆", 2, True),
        ("A陈帆", 1, False),
    ],
)
def test_what_is_glued_before_a_name(name, shift, glued):
    assert witness._glued_before(name, shift) is glued


def test_a_name_of_two_characters_ends_there_too():
    assert witness._before_a_neighbour("雷文和法国总统", 0, 5) == 2


@pytest.mark.parametrize(
    ("text", "end", "border"),
    [
        pytest.param("约翰·雷文斯基会见", 9, 7, id="before what somebody did"),
        pytest.param("约翰·雷文斯突访伊朗", 10, 6, id="before a journey"),
        pytest.param("约翰·雷会见客人了", 9, 9, id="one character is no last part"),
        pytest.param("约翰·雷文斯基", 7, 7, id="nothing behind it"),
    ],
)
def test_a_name_with_dots_ends_before_a_deed(text, end, border):
    assert witness._before_a_neighbour(text, 0, end) == border
