import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.reading_of import reading_of, tenures_of

SHANXI = "中国共产党山西省委员会"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "山西省委书记李明川出席会议。", [("李明川", "书记", SHANXI, None)], id="a place and a system"
        ),
        pytest.param(
            "山西省委常委、太原市委书记罗文宇，省人大常委会副主任、省总工会主席高卫山，副省长王一鸣等陪同。",
            [
                ("罗文宇", "常委", SHANXI, None),
                ("罗文宇", "书记", "中国共产党太原市委员会", None),
                ("高卫山", "副主任", "山西省人民代表大会常务委员会", None),
                ("高卫山", "主席", "山西省总工会", None),
                ("王一鸣", "副省长", "山西省人民政府", None),
            ],
            id="five tenures of three people, the province said once",
        ),
        pytest.param(
            "全总党组书记、副主席、书记处第一书记李玉山参加看望慰问。",
            [
                ("李玉山", "书记", "中华全国总工会党组", None),
                ("李玉山", "副主席", "中华全国总工会", None),
                ("李玉山", "第一书记", "中华全国总工会书记处", None),
            ],
            id="posts that share the body of the first",
        ),
        pytest.param(
            "外交部举行例行记者会。发言人毛文宁说，中方注意到对话。",
            [("毛文宁", "发言人", "外交部", None)],
            id="the spokesman of the ministry named before",
        ),
        pytest.param(
            "警司张志文出庭，裁判官王雅文和香港律政司回应。",
            [("张志文", "警司", "香港警务处", None), ("王雅文", "裁判官", None, None)],
            id="ranks of Hong Kong's police",
        ),
        pytest.param(
            "前立法会主席曾玉成在香港说，香港要前行。",
            [("曾玉成", "主席", "香港特别行政区立法会", "former")],
            id="前 before a known body",
        ),
        pytest.param(
            "全国钢铁工业协会（下称“全钢协”）党委副书记罗冰河表示感谢。",
            [("罗冰河", "副书记", "全国钢铁工业协会党委", None)],
            id="a short form in brackets parts no body",
        ),
        pytest.param(
            "香港大学社会工作及社会行政学系教授叶兆光表示，香港要改变。",
            [("叶兆光", "教授", "香港大学社会工作及社会行政学系", None)],
            id="及 inside the name of one department",
        ),
        pytest.param(
            "菲律宾“亚洲世纪”战略研究所副所长安娜·乌伊说。",
            [("安娜·乌伊", "副所长", "菲律宾“亚洲世纪”战略研究所", None)],
            id="a quotation inside a body's name",
        ),
        pytest.param(
            "东海律师事务所律师孟博文、国家电子政务专家委员会主任张军山出席。",
            [
                ("孟博文", "律师", "东海律师事务所", None),
                ("张军山", "主任", "国家电子政务专家委员会", None),
            ],
            id="a head inside a body's name is no post",
        ),
        pytest.param(
            "原国务委员兼国防部长魏和平受审。",
            [("魏和平", "国务委员", "国务院", "former"), ("魏和平", "部长", "国防部", "former")],
            id="原 covers the whole list behind it",
        ),
        pytest.param(
            "天津市医药集团有限公司原党委书记、董事长张建新违规接受宴请。",
            [
                ("张建新", "书记", "天津市医药集团有限公司党委", "former"),
                ("张建新", "董事长", "天津市医药集团有限公司", "former"),
            ],
            id="原 inside a body",
        ),
        pytest.param(
            "太原市委书记罗文宇出席。",
            [("罗文宇", "书记", "中国共产党太原市委员会", None)],
            id="原 of 太原 is no mark",
        ),
        pytest.param(
            "广西壮族自治区永福县纪委书记经小艳受到警告。",
            [("经小艳", "书记", "中国共产党永福县纪律检查委员会", None)],
            id="the province before a county's body is dropped",
        ),
        pytest.param(
            "中国驻白俄罗斯大使崔启光到机场迎接。",
            [("崔启光", "驻白俄罗斯大使", "中华人民共和国", None)],
            id="an ambassador is his country's",
        ),
        pytest.param(
            "国务院总理李大强在会见老挝国会主席赛颂蓬时表示欢迎。",
            [("李大强", "总理", "国务院", None), ("赛颂蓬", "主席", "老挝国会", None)],
            id="a verb ends the body to the left",
        ),
        pytest.param(
            "山西省太原市住房公积金管理中心主任陈大海，原党组成员、纪检组长周明远等人被问责。",
            [
                ("陈大海", "主任", "太原市住房公积金管理中心", None),
                ("周明远", "成员", "太原市住房公积金管理中心党组", "former"),
                ("周明远", "组长", "太原市住房公积金管理中心纪检组", "former"),
            ],
            id="the next person of the same body",
        ),
        pytest.param(
            "第二十届中央委员、十四届全国政协经济委员会原副主任周明远严重违纪。",
            [
                ("周明远", "委员", "中国共产党中央委员会", None),
                ("周明远", "副主任", "中国人民政治协商会议全国委员会经济委员会", "former"),
            ],
            id="terms of office between two posts",
        ),
        pytest.param(
            "中央防范和处理某某问题领导小组组长周明远讲话。",
            [("周明远", "组长", "中央防范和处理某某问题领导小组", None)],
            id="a group's name holds verbs",
        ),
        pytest.param(
            "中共中央决定：冯远同志任海南省委书记。",
            [("冯远", "书记", "中国共产党海南省委员会", "appointed")],
            id="what is decided is an appointment",
        ),
        pytest.param(
            "张晓任中央党校副校长。",
            [("张晓", "副校长", "中国共产党中央委员会党校", None)],
            id="任 before a body is no part of the name",
        ),
        pytest.param(
            "领导小组成员丁学文、黄明亮、蔡大奇参加。",
            [],
            id="a group that nothing names gives no tenure",
        ),
        pytest.param(
            "国务院扶贫开发领导小组组长汪大海主持会议。领导小组成员丁学文、黄明亮参加。",
            [
                ("汪大海", "组长", "国务院扶贫开发领导小组", None),
                ("丁学文", "成员", "国务院扶贫开发领导小组", None),
                ("黄明亮", "成员", "国务院扶贫开发领导小组", None),
            ],
            id="a list of names behind one post, the group named before",
        ),
        pytest.param(
            "国家主席刘建国抵达。刘建国主席夫人彭小媛一同参观。",
            [("刘建国", "主席", "中华人民共和国", None)],
            id="a spouse has no post",
        ),
        pytest.param("全国人大代表资格审查继续进行。", [], id="代表资格 names nobody"),
        pytest.param("李明川主席台就座。", [], id="主席台 is no post"),
        pytest.param(
            "交通运输部长江航道局局长熊学明被免职。",
            [("熊学明", "局长", "交通运输部长江航道局", "removed")],
            id="部长江 is no minister; who is dismissed loses the post",
        ),
        pytest.param(
            "大会任命张文山为外交部部长。", [("张文山", "部长", "外交部", "appointed")], id="an appointment"
        ),
        pytest.param(
            "决定免去王立新的山西省副省长职务。",
            [("王立新", "副省长", "山西省人民政府", "removed")],
            id="a removal",
        ),
        pytest.param(
            "张小梅，现任云南省丽江市华坪县女子高级中学党支部书记、校长，华坪县儿童福利院院长。",
            [
                ("张小梅", "书记", "华坪县女子高级中学党支部", None),
                ("张小梅", "校长", "华坪县女子高级中学", None),
                ("张小梅", "院长", "华坪县儿童福利院", None),
            ],
            id="posts behind a name",
        ),
        pytest.param(
            "美国新任国防部长马克·埃斯兰9日抵达。",
            [("马克·埃斯兰", "部长", "美国国防部", "appointed")],
            id="a mark of status inside the body",
        ),
    ],
)
def test_tenures(sentence, expected):
    assert tenures_of(sentence) == expected


def test_a_life_gives_every_post_with_its_years():
    text = (
        "周大川，男，1955年7月生，安徽定远人。\n现任中央政治局委员，上海市委书记。\n"
        "1985－1993年 共青团中央书记处书记兼全国青联副主席\n1998－1999年 河南省委副书记、代省长\n"
    )
    found = {(t.post, t.organization): t for t in reading_of(text, "周大川同志简历").tenures}
    assert found["书记", "中国共产党上海市委员会"].status is None
    acting = found["代省长", "河南省人民政府"]
    assert (acting.status, acting.since, acting.until) == ("former", "1998", "1999")
    assert ("副主席", "中华全国青年联合会") in found


@given(st.text(alphabet="山西省委书记主席原副、，。兼和李明华王在的（）等", max_size=60))
@settings(max_examples=150, deadline=None)
def test_evidence_quotes_the_text(text):
    reading = reading_of(text)
    for tenure in reading.tenures:
        for evidence in tenure.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
    for mention in reading.people:
        assert mention.phrase_start <= mention.start < mention.end <= mention.phrase_end
