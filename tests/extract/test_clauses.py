"""Where the clause begins in which a body's name may stand: the bar stands there."""

import pytest

from kg.extract.clauses import clause_start

ROWS = """
会议召开，|太原大学
他说：|太原大学
甲、|乙太原大学
|云海（太原）科技有限公司董事长
太原大学（下称“太大”）|校长
太原大学（下称“太大”）|
（太原）|大学
太原）|大学
|刚果（金）总统
|刚果（金）
“东方红”|学校
|太原“东方红”学校
太原“一二三四五六七八九”|学校
聘任庄华文为|云海公司
|《人民日报》社
|《人民日报》杂志社
|《汾河》编辑部主任
云海（很长很长很长很长的括号）|公司董事长
|太原大学
|
""".strip().split("\n")


@pytest.mark.parametrize("row", ROWS)
def test_where_a_clause_begins(row):
    before, _, behind = row.partition("|")
    assert clause_start(before + behind, 0, len(before + behind)) == len(before)


@pytest.mark.parametrize(
    ("row", "explained"),
    [("太原大学（下称“太大”）|校长", True), ("太原大学（左三）|校长", False)],
)
def test_a_short_form_in_brackets_is_passed_where_asked_for(row, explained):
    before, _, behind = row.partition("|")
    start = clause_start(before + behind, 0, len(before + behind), explained=True)
    assert start == (0 if explained else len(before))


def test_nothing_before_the_floor_is_looked_at():
    text = "会议，召开，太原大学"
    assert clause_start(text, 0, len(text)) == 6
    assert clause_start(text, 7, len(text)) == 7
    assert clause_start(text, 0, 5) == 3
