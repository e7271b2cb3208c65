"""Posts in Hong Kong's papers: ranks, judges, councillors, and what only one body there has."""

import pytest

from tests.extract.reading_of import tenures_of

HERE = "香港立法会议员到场。香港市民关注。"  # tells that the news is Hong Kong's
HIGH_COURT = "香港特别行政区高等法院"
FIRE_SERVICES = "香港特别行政区政府消防处"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "案件在高院审讯，休庭后，法官陈广明判他入狱。",
            [("陈广明", "法官", HIGH_COURT, None)],
            id="the one court of the article",
        ),
        pytest.param(
            "案件在西九龙裁判法院提堂，署理主任裁判官罗德明押后案件。",
            [("罗德明", "署理主任裁判官", "香港特别行政区西九龙裁判法院", None)],
            id="a magistrate sits in a magistrates' court",
        ),
        pytest.param("法官陈广明判他入狱。", [("陈广明", "法官", None, None)], id="a judge of no court told"),
        pytest.param(
            "区域法院暂委法官张洁文判他入狱。",
            [("张洁文", "暂委法官", "香港特别行政区区域法院", None)],
            id="a deputy judge",
        ),
        pytest.param(
            "高级消防队长张耀明、消防总队目霍永明殉职。",
            [
                ("张耀明", "高级消防队长", FIRE_SERVICES, None),
                ("霍永明", "消防总队目", FIRE_SERVICES, None),
            ],
            id="ranks of the fire services",
        ),
        pytest.param(
            "前申诉专员刘燕文批评署理广播处长梁家明。",
            [
                ("刘燕文", "申诉专员", "香港申诉专员公署", "former"),
                ("梁家明", "署理广播处长", "香港电台", None),
            ],
            id="one body has such a post",
        ),
        pytest.param(
            "控方署理高级助理刑事检控专员周天明陈词。",
            [("周天明", "署理高级助理刑事检控专员", "香港特别行政区政府律政司", None)],
            id="a prosecutor's whole title",
        ),
        pytest.param(
            "另一名屯门翠兴区区议员潘智明退选。",
            [("潘智明", "议员", "屯门区议会", None)],
            id="a constituency of a district",
        ),
        pytest.param(
            "歌手黄耀文及前立法会议员区诺明被起诉。",
            [("区诺明", "议员", "香港特别行政区立法会", "former")],
            id="区 is a surname, too",
        ),
        pytest.param(
            "支联会常委：主席李卓明、副主席何俊明到庭。",
            [
                ("李卓明", "主席", "香港市民支援爱国民主运动联合会", None),
                ("何俊明", "副主席", "香港市民支援爱国民主运动联合会", None),
            ],
            id="a list behind a colon is of the body before it",
        ),
        pytest.param(
            "《明日新闻》前总编辑钟沛明被捕。",
            [("钟沛明", "总编辑", "明日新闻", "former")],
            id="whatever has an editor-in-chief is a paper",
        ),
        pytest.param(
            "民主党创党主席李柱明、职工盟前总干事蒙兆明到场。",
            [("李柱明", "创党主席", "民主党", None), ("蒙兆明", "总干事", "香港职工会联盟", "former")],
            id="who founded it; 职工 within a name",
        ),
        pytest.param(
            "特首办主任陈国文、理大校董会主席林大文出席。",
            [
                ("陈国文", "主任", "香港特别行政区行政长官办公室", None),
                ("林大文", "主席", "香港理工大学校董会", None),
            ],
            id="an office and a council with a post in their names",
        ),
        pytest.param(
            "港大学法律系副教授戴耀文与中大政治与行政学系讲师蔡子文对谈。",
            [
                ("戴耀文", "副教授", "香港大学法律系", None),
                ("蔡子文", "讲师", "香港中文大学政治与行政学系", None),
            ],
            id="departments of schools under short names",
        ),
        pytest.param(
            "惟监警会主席梁定文没有回应。",
            [("梁定文", "主席", "香港独立监察警方处理投诉委员会", None)],
            id="惟 is no part of a name",
        ),
        pytest.param(
            "肾科专科教师张锐文到场。",
            [("张锐文", "肾科专科教师", None, None)],
            id="no office of the government",
        ),
        pytest.param(
            "港大学生会时任会长冯敬文、外务副会长李峰文到场。",
            [
                ("冯敬文", "会长", "香港大学学生会", "former"),
                ("李峰文", "外务副会长", "香港大学学生会", None),
            ],
            id="港大|学生会 is no 大学生",
        ),
        pytest.param(
            "食卫局常任秘书长陈松文、教育局政治助理施俊文到场。",
            [
                ("陈松文", "常任秘书长", "香港特别行政区政府食物及卫生局", None),
                ("施俊文", "政治助理", "香港特别行政区政府教育局", None),
            ],
            id="permanent secretaries and political assistants",
        ),
        pytest.param(
            "记协前主席麦燕文和现任主席岑倚文到场。",
            [("麦燕文", "主席", "香港记者协会", "former"), ("岑倚文", "主席", "香港记者协会", None)],
            id="a former and a present one",
        ),
        pytest.param(
            "人大常委谭耀文到场。",
            [("谭耀文", "常委", "全国人民代表大会常务委员会", None)],
            id="of the congress's standing committee",
        ),
        pytest.param(
            "民主党中西区区议员甘乃文到场。",
            [("甘乃文", "议员", "中西区议会", None)],
            id="a councillor's party",
        ),
        pytest.param(
            "记协主席岑倚文（右）、司库张嘉文（左）到场。",
            [("岑倚文", "主席", "香港记者协会", None), ("张嘉文", "司库", "香港记者协会", None)],
            id="where somebody stands in a picture",
        ),
        pytest.param(
            "港大校委纪文明回应。物色委员会主席施文明、校委杨紫明拒绝评论。",
            [
                ("纪文明", "校委", "香港大学", None),
                ("施文明", "主席", "物色委员会", None),
                ("杨紫明", "校委", "香港大学", None),
            ],
            id="a university's council is no committee's",
        ),
        pytest.param(
            "裁判官刘淑明指，说法是臆测。", [("刘淑明", "裁判官", None, None)], id="指 behind a name"
        ),
        pytest.param(
            "英国国会议员访港。民主党立法会议员林卓明说欢迎。",
            [("林卓明", "议员", "香港特别行政区立法会", None)],
            id="a party of the council, not of the country named before",
        ),
        pytest.param(
            "中大新传学院教授梁丽明和科大学生会评议员麦嘉明到场。",
            [
                ("梁丽明", "教授", "香港中文大学新传学院", None),
                ("麦嘉明", "评议员", "香港科技大学学生会", None),
            ],
            id="the first character of a short name; councillors of a student union",
        ),
        pytest.param(
            "港大校长离任，新校长张翔明到场。",
            [("张翔明", "校长", "香港大学", None)],
            id="新 is no body",
        ),
    ],
)
def test_posts_of_hong_kong(text, expected):
    found = tenures_of(HERE + text)
    assert [row for row in found if row[0] in {name for name, *_ in expected}] == expected


def test_a_state_that_alone_has_such_posts():
    assert tenures_of("英国首相抵达。外相岸田文治会见国务卿克里夫。")[:2] == [
        ("岸田文治", "外相", "日本", None),
        ("克里夫", "国务卿", "美国", None),
    ]


def test_common_first_names_before_a_dot():
    assert tenures_of("俄罗斯国防部副部长亚历山大·雷文斯基到场，美副国务卿大卫·坎布尔访韩。") == [
        ("亚历山大·雷文斯基", "副部长", "俄罗斯国防部", None),
        ("大卫·坎布尔", "副国务卿", "美国", None),
    ]
