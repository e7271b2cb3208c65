"""Where cleaning draws its lines: the last that is still so, and the first that is not.

The weights are measured (docs/cleaning.md, `make bench-cleaning`); whoever moves one changes these rows, and says why.
"""

from __future__ import annotations

import pytest

from kg.clean import clean_article
from kg.clean.bigrams import STRANGE, UNKNOWN, score, single
from kg.clean.dates import iso_day
from kg.clean.furniture import kind_of, kind_of_closing
from kg.clean.layout import find_layout
from kg.clean.lost import Repair, _doubtful, _needed
from kg.model.article import Article, Rejected
from kg.model.settings import Settings

STORY = "太原市5日召开工作会议，市委书记李大明出席会议并讲话，市长张三峰主持会议。"


@pytest.mark.parametrize(("count", "is_chinese"), [(7, False), (8, True)])
def test_characters_that_make_a_chinese_story(count, is_chinese):
    outcome = clean_article(Article("a", "市" * count + " news"), Settings())
    assert isinstance(outcome, Rejected) is not is_chinese


@pytest.mark.parametrize(
    ("character", "chance"),
    [("。", -4.5), ("，", -3.5), ("”", -6.0), ("A", -14.0), ("7", -6.5), ("+", -9.0), ("！", -9.0), ("·", -10.0), ("…", -10.0),
     ("α", STRANGE), ("\ue001", STRANGE), ("\u4e02", UNKNOWN)],
)  # fmt: skip
def test_the_chance_of_a_character_alone(character, chance):
    assert single(character) == chance


def test_the_chance_of_a_text():
    assert score("中") == 0
    assert score("中国") > score("中鼠") > score("中\u4e02") == single("\u4e02") - 3
    assert score("会议。") == pytest.approx(score("会议") + single("。"))


@pytest.mark.parametrize(
    ("torn", "guessed_end", "needed", "doubtful"),
    [(True, False, 9.0, 3.0), (True, True, 17.0, 14.0), (False, False, 40.0, 30.0), (False, True, 40.0, 30.0)],
)  # fmt: skip
def test_what_a_repair_of_lost_bytes_must_win(torn, guessed_end, needed, doubtful):
    repair = Repair(0.0, 0, 1, "", guessed_end)
    assert (_needed(repair, torn), _doubtful(repair, torn)) == (needed, doubtful)


@pytest.mark.parametrize(
    ("stamp", "day"), [("1565452799", "2019-08-10"), ("1565452800", "2019-08-11"), ("1565539199999", "2019-08-11")]
)  # fmt: skip
def test_a_day_begins_at_midnight_in_china(stamp, day):
    assert iso_day(stamp) == day


def padded(line: str, length: int) -> str:
    return line + "甲" * (length - len(line))


@pytest.mark.parametrize(
    ("line", "longest", "kind"),
    [
        ("二维码", 40, "share"),
        ("联系电话：", 80, "footer"),
        ("图为", 100, "caption"),
        ("责任编辑：", 60, "editors"),
        ("文/", 80, "byline"),
        ("相关阅读", 84, "related"),
        ("首页 ", 120, "breadcrumb"),
        ("版权所有", 300, "copyright"),
    ],
)
def test_how_long_furniture_may_be(line, longest, kind):
    assert kind_of(padded(line, longest)) == kind
    assert kind_of(padded(line, longest + 1)) != kind


@pytest.mark.parametrize(
    ("line", "longest", "kind"),
    [("版权所有", 400, "copyright"), ("请长按二维码订阅公众号", 200, "footer"), ("图为", 90, "caption")],
)
def test_how_long_a_notice_may_be(line, longest, kind):
    assert kind_of_closing(padded(line, longest)) == kind
    assert kind_of_closing(padded(line, longest + 1)) is None


def kinds(text: str, title: str = "") -> list[str]:
    return [zone.kind for zone in find_layout(text, title).zones]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        pytest.param(["李大明在太原调研时强调"], ["headline"], id="the only line is no kicker"),
        pytest.param(
            ["李大明在太原调研时强调", "做好工作"], ["kicker", "headline"], id="the first of two is"
        ),
        pytest.param(["做好工作", "李大明强调"], ["headline", "headline"], id="the last is not"),
        pytest.param(["甲地", "乙地", "丙地"], ["headline"] * 3, id="three lines over a story"),
        pytest.param(["甲地", "乙地", "丙地", "丁地"], ["body"], id="four are part of it"),
    ],
)
def test_headlines_over_a_story_without_a_date_line(head, found):
    assert kinds("\n".join([*head, STORY])) == [*found, *(["body"] if found != ["body"] else [])]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("甲" * 24 + "。", ["body"]),
        ("甲" * 23 + "。", ["headline", "source_line", "body"]),
        ("甲" * 150, ["headline", "source_line", "body"]),
        ("甲" * 151, ["body"]),
    ],
)
def test_what_over_a_date_line_is_too_much_for_a_headline(line, found):
    assert kinds(f"{line}\n2019年1月21日 来源：甲报\n{STORY}") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("乙" * 40, ["breadcrumb", "breadcrumb", "headline", "body"]),
        ("乙" * 41, ["breadcrumb", "body", "headline", "body"]),
        ("会议如何？", ["breadcrumb", "body", "headline", "body"]),
    ],
)
def test_lines_among_navigation_over_a_known_title(line, found):
    assert kinds(f"首页\n{line}\n会议在太原召开\n{STORY}", "会议在太原召开") == found
