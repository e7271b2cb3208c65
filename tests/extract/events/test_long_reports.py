"""Long reports: who came to what of several things told, who only stands in its words, who is meant by a title."""

import pytest

from kg.extract.events.events import find_events
from tests.extract.reading_of import reading_of


def told(text: str, date: str = "2020-05-06") -> list[str]:
    """「type day who role, …」 of every event of a text."""
    found = find_events(reading_of(text, date=date))
    return [
        f"{e.type} {e.start or '-'} " + "、".join(f"{p.person} {p.role}" for p in e.participants)
        for e in found
    ]


MET = "全国人大常委会委员长林志远4日在北京会见波兰总统杜扬达。"
TALKS = "talks 2020-05-04 林志远 lead、杜扬达 counterpart"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "国家主席林志远4日在北京同来华出席“丝路”国际合作高峰论坛的老挝国家主席本塔诺举行会谈。",
            ["talks 2020-05-04 林志远 lead、本塔诺 counterpart", "trip - 本塔诺 lead"],
            id="a guest who comes to a forum in quotes; the forum is his",
        ),
        pytest.param(
            "国务院副总理周大平4日在钓鱼台国宾馆与越共中央政治局委员、政府副总理阮文山举行会谈。",
            ["talks 2020-05-04 周大平 lead、阮文山 counterpart"],
            id="where they meet holds no post",
        ),
        pytest.param(
            "受全国人大常委会委托主持选举工作的全国人大常委会副委员长周大平4日主持会议。",
            ["meeting 2020-05-04 周大平 preside"],
            id="what describes the subject has verbs of its own",
        ),
        pytest.param(
            "正在韩国访问的总理周大平4日出席总统朴成浩主持的午宴并参加经济界座谈会。",
            [
                "activity 2020-05-04 周大平 attend、朴成浩 lead",
                "meeting 2020-05-04 周大平 attend",
                "trip - 周大平 lead",
            ],
            id="who gives the lunch comes to nothing else",
        ),
        pytest.param(
            "国务院副总理周大平4日出席合作委员会第二十次会议纪念雕塑揭幕仪式。",
            ["ceremony 2020-05-04 周大平 attend"],
            id="the last noun says what it is",
        ),
        pytest.param(
            f"{MET}\n林志远欢迎杜扬达访华并出席博览会。",
            [TALKS, "trip - 杜扬达 lead"],
            id="a welcome is no closing sentence",
        ),
        pytest.param(
            f"{MET}\n全国政协副主席周大平6日出席座谈会。",
            [TALKS, "meeting 2020-05-06 周大平 attend"],
            id="a day of its own is a happening of its own",
        ),
        pytest.param(
            f"{MET}\n铁凌参加会见。",
            ["talks 2020-05-04 林志远 lead、杜扬达 counterpart、铁凌 attend"],
            id="a rare name in a sentence of its own",
        ),
        pytest.param(
            "国家主席林志远4日会见全国优秀教师代表。全国表彰大会同日举行。\n"
            "周大平、高远山参加会见，王一鸣参加会见并主持表彰大会。",
            [
                "talks 2020-05-04 林志远 lead、周大平 attend、高远山 attend、王一鸣 attend",
                "meeting 2020-05-04 王一鸣 preside",
            ],
            id="both halves of 参加会见并主持大会",
        ),
        pytest.param(
            "国家主席林志远4日抵达罗马。林志远在罗马会见意大利总统贝尔托尼。\n周大平、高远山参加上述活动。",
            [
                "trip 2020-05-04 林志远 lead",
                "talks 2020-05-04 林志远 lead、贝尔托尼 counterpart、周大平 attend、高远山 attend",
            ],
            id="what is meant by all that is no journey",
        ),
        pytest.param(
            "会议4日在北京举行。会上，中国记协主席周大平致开幕词，共青团中央书记处书记高远山代表人民团体致贺词。",
            [
                "meeting 2020-05-04 周大平 attend、高远山 attend",
                "statement 2020-05-04 周大平 lead",
                "statement 2020-05-04 高远山 lead",
            ],
            id="who brings good wishes took the floor",
        ),
        pytest.param(
            "总工会4日召开座谈会，林志远主持。\n要点很多。\n还要努力。\n县委书记周大平介绍：今年种树百亩。",
            ["meeting 2020-05-04 林志远 preside", "statement - 周大平 lead"],
            id="who tells something far behind a meeting was not there",
        ),
        pytest.param(
            "高级研讨班4日结业。中央组织部部长周大平出席结业式并讲话。\n高远山主持结业式。",
            ["ceremony 2020-05-04 周大平 attend、高远山 preside", "statement 2020-05-04 周大平 lead"],
            id="结业式",
        ),
        pytest.param(
            "国务院副总理周大平4日会见新加坡总统尚安达、总理黄明财。\n尚安达、黄明财等新方领导人表示，愿意合作。",
            [
                "talks 2020-05-04 周大平 lead、尚安达 counterpart、黄明财 counterpart",
                "statement 2020-05-04 尚安达 lead",
                "statement 2020-05-04 黄明财 lead",
            ],
            id="of those who speak together some are named",
        ),
        pytest.param(
            "国家主席林志远4日在云南考察。\n林主席说，要种树。",
            ["inspection 2020-05-04 林志远 lead", "statement 2020-05-04 林志远 lead"],
            id="a surname with a title means the one named in full",
        ),
        pytest.param(
            "选举会议4日在香港举行。\n随后，会议推选周大平为主席团常务主席。",
            ["appointment 2020-05-04 周大平 appointee"],
            id="whom a meeting elects it elects on its day",
        ),
        pytest.param(
            "5月4日，韩国企划官金泰允因为秘密批准协定引起争议，向总统李明焕递交辞呈。",
            ["removal 2020-05-04 金泰允 target"],
            id="who hands in his resignation, not who gets it",
        ),
        pytest.param(
            "省委书记周大平4日在重庆宣讲。他结合学习贯彻林志远总书记视察重庆重要讲话精神，作了阐述。",
            ["lecture 2020-05-04 周大平 lead"],
            id="the words of another on his tour",
        ),
        pytest.param(
            "建设总体主任周大平被同事们称为“救火队长”，一天到晚在工地上跑。",
            [],
            id="who is called something says nothing",
        ),
        pytest.param(
            "5月4日，国家主席林志远来到驻守在西南边陲的某边防营，走进战士宿舍，详细了解官兵生活情况。",
            ["inspection 2020-05-04 林志远 lead"],
            id="a barracks is a place to visit",
        ),
        pytest.param(
            f"{MET}\n会见后，两国领导人共同出席了有关合作文件的签字仪式。",
            [TALKS, "ceremony 2020-05-04 林志远 attend、杜扬达 attend"],
            id="those who talked are named again as one",
        ),
        pytest.param(
            f"{MET}\n双方将落实两国领导人达成的共识。",
            [TALKS],
            id="what they agreed on is nobody's deed",
        ),
        pytest.param(
            "一些国家领导人近日致电或致函，热烈祝贺林志远当选中华人民共和国主席。\n"
            "发来贺电或贺函的还有：\n约旦国王阿卜哈拉\n黑山总统武亚诺维奇",
            [
                "call - 林志远 counterpart、阿卜哈拉 lead、武亚诺维奇 lead",
                "appointment - 林志远 appointee",
            ],
            id="letters of many, some of whom stand on lines of a list",
        ),
        pytest.param(
            "又有一些国家领导人通过致电致函等方式，热烈祝贺周文林当选中华人民共和国主席。\n"
            "向周文林主席致贺的还有：爱沙尼亚总统卡里斯，瓦努阿图总统武罗巴拉武。",
            [
                "call - 周文林 counterpart、卡里斯 lead、武罗巴拉武 lead",
                "appointment - 周文林 appointee",
            ],
            id="who else congratulated",
        ),
    ],
)
def test_who_took_part(text, expected):
    assert told(text) == expected
