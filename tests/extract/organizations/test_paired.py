"""Where a body abroad begins that is named after two things or for what it fights for."""

import pytest

from kg.extract.organizations.paired import paired_start
from tests.extract.reading_of import bodies_of, tenures_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("会见巴基斯坦计划与发展部", "巴基斯坦计划与发展部"), ("古巴外贸和外国投资部", "古巴外贸和外国投资部"),
        ("随后英国火车司机和司炉联合会", "英国火车司机和司炉联合会"), ("韩国企划财政部", "韩国企划财政部"),
        ("根据黎巴嫩公共卫生部", "黎巴嫩公共卫生部"), ("巴基斯坦计划与发展", "巴基斯坦计划与发展"),
        ("布隆迪争取民族进步统一党", "布隆迪争取民族进步统一党"), ("苏里南进步改革党", "苏里南进步改革党"),
        ("当选执政党正义与发展党", "正义与发展党"),
    ],
)  # fmt: skip
def test_both_things_and_the_country_belong_to_it(words, name):
    assert words[paired_start(words) :] == name


@pytest.mark.parametrize(
    "words",
    ["美国商务部和财政部", "韩国媒体和国防部", "印度总理和外交部", "法国和德国外交部", "中国卫生和农业部", "英国工党和保守党", "太原公安局", ""],
)  # fmt: skip
def test_two_bodies_are_no_pair(words):
    assert paired_start(words) == -1


def test_minister_of_two_things():
    assert tenures_of("巴基斯坦计划与发展部长阿赫桑今天到访。") == [
        ("阿赫桑", "部长", "巴基斯坦计划与发展部", None)
    ]


def test_ministry_of_one_more_word_is_not_ours():
    assert bodies_of("根据黎巴嫩公共卫生部和当地媒体22日的消息。") == ["黎巴嫩公共卫生部"]
    assert bodies_of("苏丹民航局22日宣布关闭领空。") == ["苏丹民航局"]
