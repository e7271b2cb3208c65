"""Bodies as the evening news print them: what is no part of their names, and what is no body."""

import pytest

from tests.extract.reading_of import bodies_of, tenures_of


@pytest.mark.parametrize(
    "sentence",
    [
        "零碳工厂建设加快，卓越级智能工厂超过一百家。",
        "国内最大的非营利性医院今天开业，高水平医院带动了普惠性幼儿园。",
        "北京市普通中学恢复上课，A股上市公司分红。",
        "俄军打击了俄多地炼油厂，伊朗南部一炼油厂起火，山东烟台一建筑公司失火。",
        "佐贺县一家工厂浸水，另一家意大利公司采购两台机器。",
        "京津冀三地博物馆联合开展活动，奥地利右翼民粹政党入阁。",
        "村里有病就往大医院跑，后经医院抢救无效。",
        "与中国铁路网直接联通的境外铁路，中国港口联通世界，中非能源电力合作加快。",
        "推进我国宗教中国化工作，讨论《中华人民共和国银行业监督管理法》。",
        "汇报学校一百年的发展历程。",
    ],
)
def test_kinds_and_words_that_go_on_are_no_bodies(sentence):
    assert bodies_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("共同打造好斯梅戴雷沃钢厂。", ["斯梅戴雷沃钢厂"]),
        ("俄军当天继续封锁亚速钢铁厂。", ["亚速钢铁厂"]),
        ("向中方通报古巴共产党代表大会情况。", ["古巴共产党"]),
        ("值此坦桑尼亚革命党成立之际，谨致祝贺。", ["坦桑尼亚革命党"]),
        ("初步构建起以广州实验室为引领的体系。", ["广州实验室"]),
        ("联合国利比里亚特派团今天宣布撤离。", ["联合国利比里亚特派团"]),
        ("中国石油化工集团有限公司今天发布年报。", ["中国石油化工集团有限公司"]),
        ("国家防减救灾委办公室今天印发通知。", ["国家防灾减灾救灾委员会办公室"]),
        ("太原一建集团今天开工。", ["太原一建集团"]),
    ],
)
def test_what_stands_in_front_is_no_part_of_the_name(sentence, bodies):
    assert bodies_of(sentence) == bodies


def test_title_of_a_champion_is_no_body():
    assert tenures_of("两届世锦赛撑杆跳冠军、美国运动员弗兰克斯来了。") == [
        ("弗兰克斯", "运动员", "美国", None)
    ]


def test_one_character_for_the_country_that_sends():
    assert tenures_of("俄驻美大使安东诺科夫当天表示反对。") == [("安东诺科夫", "驻美大使", "俄罗斯", None)]
