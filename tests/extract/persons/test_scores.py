"""How many bits a name at the beginning of a text is worth, all in all; and the names that a phrase of its own gives away.

The weights are measured. Whoever moves one, or trains the tables of names anew, changes these rows and says why.
"""

import pytest

from kg.extract.persons.announced import labelled_names, named_to_a_post, speakers
from kg.extract.persons.names import name_at
from kg.extract.persons.names_before import glossed_name
from kg.extract.persons.people import ANYWHERE
from kg.extract.persons.votes import _support


@pytest.mark.parametrize(
    ("text", "prefer_foreign", "name", "score", "foreign"),
    [
        ("林书远", False, "林书远", 10.18, False),
        ("林书远出席", False, "林书远", 9.68, False),
        ("林书远任太原市市长", False, "林书远", 9.68, False),
        ("林书远说", False, "林书远", 7.68, False),
        ("林书远学校", False, "林书远", 6.18, False),
        ("欧阳文山、", False, "欧阳文山", 14.35, False),
        ("周郭咏怡出席", False, "周郭咏怡", 11.38, False),
        ("王智徇私", False, "王智", 8.29, False),
        ("李康、", False, "李康", 11.43, False),
        ("山田太郎出席", False, "山田太郎", 12.68, False),
        ("长谷川武出席", False, "长谷川武", 9.71, False),
        ("雷文斯基出席", True, "雷文斯基", 12.92, True),
        ("雷文斯基出席", False, "雷文斯基", 9.15, False),
        ("雷文斯基和伊万诺夫", True, "雷文斯基", 10.92, True),
        ("约翰·雷文斯基出席", True, "约翰·雷文斯基", 16.92, True),
        ("J·K·雷文出席", True, "J·K·雷文", 12.66, True),
        ("昂温素里、", True, "昂温素里", 10.9, True),
        ("维尔斯京发布命令", True, "维尔斯京", 11.3, True),
        ("穆斯塔德和伊朗总统", True, "穆斯塔德", 16.6, True),
        ("阿卜杜拉二世国王", True, "阿卜杜拉二世", 15.68, True),
    ],
)
def test_a_name_all_in_all(text, prefer_foreign, name, score, foreign):
    guess = name_at(text, 0, len(text), prefer_foreign)
    assert guess is not None
    assert (guess.start, text[: guess.end], guess.foreign) == (0, name, foreign)
    assert guess.score == pytest.approx(score, abs=0.02)


def test_what_stands_before_and_behind_the_range_changes_nothing():
    text = "今天，林书远出席会议"
    assert name_at(text, 3, 8, False) == name_at(text, 3, len(text), False)
    assert name_at(text, 3, 5, False).end == 5


@pytest.mark.parametrize("text", ["和平出席", "高兴地", "，林书远", ""])
def test_no_name(text):
    assert name_at(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("find", "text", "names"),
    [
        (named_to_a_post, "聘任庄华文为公司总经理", ["庄华文"]),
        (named_to_a_post, "任命林书远同志为市长", ["林书远"]),
        (named_to_a_post, "任命的市长", []),
        (labelled_names, "联系人：王大海", ["王大海"]),
        (labelled_names, "负责人：高兴", []),
        (labelled_names, "会议：王大海", []),
        (speakers, "焦昕：好。\n周以宁：坏。\n焦昕：嗯。", ["焦昕"]),
        (speakers, "焦昕：好。\n周以宁：坏。", []),
        (speakers, "记者：好。\n记者：坏。", []),
    ],
)
def test_phrases_that_give_a_name_away(find, text, names):
    found = list(find(text))
    assert [text[g.start : g.end] for g in found] == names
    assert all(g.score == ANYWHERE + 1 and not g.foreign for g in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("检察官雷文（Alan Raven）", "雷文"),
        ("记者卡舒文（Jamal Raven）", "卡舒文"),
        ("今天雷文（Alan Raven）", "雷文"),
        ("，雷文（Alan Raven）", "雷文"),
        ("高兴（Happy Man）", None),
    ],
)
def test_a_name_that_its_latin_form_explains(text, name):
    guess = glossed_name(text, 0, text.index("（"), len(text))
    assert (guess and text[guess.start : guess.end]) == name
    assert guess is None or guess.score >= ANYWHERE + 1


def test_how_well_an_article_supports_a_name():
    assert _support("林书远", "林书远出席。林书远说") == pytest.approx(7.59, abs=0.02)
    assert _support("林书", "林书远出席") == pytest.approx(-1.55, abs=0.02)
    assert _support("林书远", "林书远出席。林书远说") > _support("林书远", "林书远出席")
