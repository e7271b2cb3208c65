"""Posts in units of the forces, aides of chiefs, and bodies that the sentence before has told."""

import pytest

from tests.extract.reading_of import bodies_of, reading_of, tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("空军航空兵某团团长蒋佳明介绍了情况。", [("蒋佳明", "团长", "空军航空兵某团", None)]),
        ("武警河北总队某部大队长李明闯在组织训练。", [("李明闯", "大队长", "武警河北总队某部", None)]),
        ("陆军第71集团军某合成旅连长孙金虎来了。", [("孙金虎", "连长", "陆军第71集团军某合成旅", None)]),
        ("海军某驱逐舰舰长赵岩明来了。", [("赵岩明", "舰长", "海军某驱逐舰", None)]),
        ("法国总统外事顾问燕保明参加会见。", [("燕保明", "外事顾问", "法国", None)]),
        ("李文远还同瑞士联邦主席索马加举行会谈。", [("索马加", "主席", "瑞士", None)]),
        ("墨西哥合众国总统培尼娅邀请。", [("培尼娅", "总统", "墨西哥", None)]),
        ("美国前财政部长鲍尔曼到访。", [("鲍尔曼", "部长", "美国财政部", "former")]),
        ("英国广播公司BBC总裁恩特威尔讲话。", [("恩特威尔", "总裁", "英国广播公司", None)]),
        ("科威特驻华大使赛米克出席。", [("赛米克", "驻华大使", "科威特", None)]),
        ("菲律宾自由党联合主席、众议长贝尔蒙到访。", [
            ("贝尔蒙", "联合主席", "菲律宾自由党", None), ("贝尔蒙", "众议长", "菲律宾众议院", None),
        ]),
        ("荷兰科学家费林恩获奖。", [("费林恩", "科学家", None, None)]),
    ],
)  # fmt: skip
def test_posts(sentence, expected):
    assert tenures_of(sentence) == expected


def test_members_listed_behind_their_committee():
    text = "会议任命了第五任香港特别行政区基本法委员会组成人员。他们是：主任沈春明，副主任谭惠明、张勇军，委员陈冬明。"
    body = "香港特别行政区基本法委员会"
    assert tenures_of(text) == [
        ("沈春明", "主任", body, None), ("谭惠明", "副主任", body, None),
        ("张勇军", "副主任", body, None), ("陈冬明", "委员", body, None),
    ]  # fmt: skip


def test_hospital_of_the_army_is_one_body():
    assert bodies_of("解放军第302医院是一家医院。") == ["中国人民解放军第302医院"]


def test_post_that_goes_on_with_none_is_read():
    assert reading_of("在过去的60天里，73岁的周兰明是院士，也是战士，进入病房指导救治。").sentences
