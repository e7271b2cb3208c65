import pytest

from tests.extract.reading_of import people_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "主席团成员名单\n丁一鸣 马飞（壮族） 马国新（回族） 王军 王侠（女） 余小芬（女，壮族） 艾力·依明（维吾尔族）",
            ["丁一鸣", "余小芬", "王侠", "王军", "艾力·依明", "马国新", "马飞"],
            id="names between blanks",
        ),
        pytest.param(
            "教师\n刘玉明\n方晓红\n梁俊海\n董恩平\n黄印生\n张小艳\n返回首页\n",
            ["刘玉明", "张小艳", "方晓红", "梁俊海", "董恩平", "黄印生"],
            id="names on lines of their own",
        ),
        pytest.param(
            "铁小凝、谌贻明出席会议。会议由主席团主持。",
            ["谌贻明", "铁小凝"],
            id="who came, at the end of a report",
        ),
        pytest.param("北京、上海参加。大家表示欢迎。", [], id="places came"),
        pytest.param("首页 新闻 视频 经济 体育 文化 军事", [], id="a row of headings"),
    ],
)
def test_rolls(text, expected):
    assert people_of(text) == expected
