"""More lines that cleaning draws: the last that is still so, and the first that is not."""

import pytest

from kg.clean.furniture import is_sentence, is_source_line, kind_of, kind_of_closing
from kg.clean.inline import find_lead, find_tail
from kg.clean.layout import find_layout
from kg.clean.width import _widened

STORY = "太原市5日召开工作会议，市委书记李大明出席会议并讲话，市长张三峰主持会议。"


def kinds(text, title=""):
    return [zone.kind for zone in find_layout(text, title).zones]


@pytest.mark.parametrize(("length", "kind"), [(90, "caption"), (91, None)])
def test_how_long_a_caption_may_be(length, kind):
    assert kind_of("甲" * (length - 4) + "资料图片") == kind


@pytest.mark.parametrize(("length", "is_one"), [(24, False), (25, True)])
def test_how_long_a_sentence_has_to_be(length, is_one):
    assert is_sentence("甲" * (length - 1) + "。") is is_one


@pytest.mark.parametrize(
    ("line", "is_list"),
    [
        ("a|b|c|d|e", False),
        ("a|b|c|d|e|f", True),
        ("|a|b|c|d|e|f", False),
        ("甲。|b|c|d|e|f", True),
        ("甲。|乙。|c|d|e|f", False),
        ("a|b|c|d|e|f" + "甲" * 84, True),
        ("a|b|c|d|e|f" + "甲" * 85, False),
        ("甲县|" * 120, True),
    ],
)
def test_what_is_a_list_of_links(line, is_list):
    assert (kind_of(line) == "spam") is is_list
    assert (kind_of_closing(line) == "spam") is is_list


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("2019-01-21 来源：" + "甲" * 106, True),
        ("2019-01-21 来源：" + "甲" * 107, False),
        ("来源：" + "甲" * 37, True),
        ("来源：" + "甲" * 38, False),
        ("2019-01-21 " + "甲" * 16, True),
        ("2019-01-21 " + "甲" * 17, False),
        ("2019-01-21 甲，乙", False),
        ("2019-01-21", True),
    ],
)
def test_what_is_a_line_of_the_source(line, is_one):
    assert is_source_line(line) is is_one


@pytest.mark.parametrize(("length", "found"), [(60, True), (61, False)])
def test_how_long_a_signature_in_a_dateline_may_be(length, found):
    assert (find_lead("本报讯（" + "甲" * length + "）会议召开") is not None) is found


@pytest.mark.parametrize(
    ("tail", "before", "found"),
    [
        ("（记者 王小明）", "会议。", True),
        ("（王小明）", "会议。", True),
        ("（王小明）", "会议", False),
        ("（编辑：王小明）", "会议", True),
        ("（编辑王小明）", "会议", False),
        ("（记者" + "甲" * 58 + "）", "会议。", True),
        ("（记者" + "甲" * 59 + "）", "会议。", False),
        ("（记者：" + "甲" * 70 + "）", "会议。", True),
        ("（甲明）", "会议。", False),
        ("", "会议。", False),
    ],
)
def test_what_signs_at_the_end(tail, before, found):
    assert find_tail(before + tail) == (len(before) if found else None)


@pytest.mark.parametrize(
    ("printed", "wide"),
    [
        ("3,5", "3,5"), ("甲,乙", "甲，乙"), ("14:51", "14:51"), ("甲:乙", "甲：乙"), ("A(B)C", "A(B)C"), ("甲(B)", "甲（B）"),
        ("(A)", "(A)"), ("(甲", "（甲"), ("A,", "A，"), ("90%,", "90%，"), ("a)", "a)"), ('他说"好"。', "他说“好”。"), ('"a"', '"a"'),
        ('甲"乙', '甲"乙'), ("3．5", "3.5"), ("甲.", "甲。"), ("甲.乙", "甲.乙"), ("U.S. ", "U.S. "), ("甲●乙", "甲·乙"), ("A●B", "A●B"),
    ],
)  # fmt: skip
def test_the_width_of_marks(printed, wide):
    assert _widened(printed) == wide


@pytest.mark.parametrize(("length", "kind"), [(8, "breadcrumb"), (9, "headline")])
def test_how_long_a_step_of_the_navigation_may_be(length, kind):
    page = "首页 > 新闻\n" + "甲" * length + f"\n会议在太原召开\n2019-01-21 来源：甲报\n{STORY}"
    assert kinds(page)[:3] == ["breadcrumb", kind, "headline"]


@pytest.mark.parametrize(("lines", "found"), [(14, True), (15, False)])
def test_how_far_down_a_headline_may_stand(lines, found):
    page = "\n".join(["甲" * 12] * lines) + f"\n会议在太原召开\n{STORY}"
    assert ("headline" in kinds(page, "会议在太原召开")) is found


@pytest.mark.parametrize(("length", "is_site"), [(1, False), (2, True), (24, True), (25, False)])
def test_how_long_the_name_of_a_site_may_be(length, is_site):
    layout = find_layout(f"会议在太原召开-{'甲' * length}\n{STORY}", "会议在太原召开")
    assert layout.site == ("甲" * length if is_site else "")


@pytest.mark.parametrize("length", [5, 12, 23])
def test_a_short_line_with_a_full_stop_may_be_a_headline(length):
    assert kinds("甲" * (length - 1) + f"。\n2019年1月21日 来源：甲报\n{STORY}")[0] == "headline"
