"""Traditional characters and the few that names keep."""

import pytest

from kg.clean.draft import Draft
from kg.clean.script import is_traditional, simplify, simplify_draft


@pytest.mark.parametrize(
    ("printed", "simplified"),
    [
        ("乾燥", "干燥"),
        ("餅乾", "饼干"),
        ("乾、坤", "干、坤"),
        ("乾媽", "干妈"),
        ("乾隆皇帝吃餅乾", "乾隆皇帝吃饼干"),
        ("張乾坤", "张乾坤"),
        ("張乾元、李乾生", "张乾元、李乾生"),
        ("書記李乾出席", "书记李乾出席"),
        ("陳乾文說乾杯", "陈乾文说干杯"),
        ("乾安縣", "乾安县"),
        ("乾淨的張乾隆", "干净的张乾隆"),
        ("著名", "著名"),
        ("看著", "看着"),
        ("於潛伏者", "于潜伏者"),
        ("於陵園", "于陵园"),
        ("衞生", "卫生"),
        ("", ""),
    ],
)
def test_characters_one_for_one(printed, simplified):
    assert simplify(printed) == simplified


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("會議", True),
        ("会议", False),
        ("王喆出席会议", False),
        ("會议", False),
        ("會議议", True),
        ("abc", False),
    ],
)
def test_what_is_traditional_as_a_whole(text, traditional):
    assert is_traditional(text) is traditional


@pytest.mark.parametrize(
    ("text", "all_of_it", "left"),
    [
        ("會議\n會議", True, "会议\n会议"),
        ("会议开始\n會議", False, "会议开始\n会议"),
        ("会议开始，王喆", False, "会议开始，王喆"),
        ("会议", False, "会议"),
    ],
)
def test_a_draft_line_by_line(text, all_of_it, left):
    draft = Draft(text)
    assert simplify_draft(draft) is all_of_it
    assert draft.text == left
