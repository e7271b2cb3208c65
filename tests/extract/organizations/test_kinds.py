"""Whether a form tells of a kind of bodies or of any one of it, and what only describes a body in front of its name."""

import pytest

from kg.extract.organizations.kinds import is_kind, without_description


@pytest.mark.parametrize(
    ("form", "ending", "kind"),
    [
        ("兰州市小学", "小学", True), ("兰州小学", "小学", True), ("太原市幼儿园", "幼儿园", True), ("太原市超市", "超市", True),
        ("太原一炼油厂", "厂", True), ("世界一流大学", "大学", True), ("国家级实验室", "实验室", True), ("大型国有银行", "银行", True),
        ("英国执政党", "党", True), ("一群学校", "学校", True), ("美国公司", "公司", True), ("中国公司", "公司", True),
        ("美国基金会", "基金会", True), ("山西省法院", "法院", True),
        ("中国基金会", "基金会", False), ("迎泽区法院", "法院", False), ("长春一汽集团", "集团", False), ("太原一中", "中学", False),
        ("太原市第一中学", "中学", False), ("太原医院", "医院", False), ("山西一医院", "医院", False), ("国家级联盟", "联盟", False),
        ("云海公司", "公司", False), ("太原云海公司", "公司", False), ("公司", "公司", False),
    ],
)  # fmt: skip
def test_kinds_of_bodies(form, ending, kind):
    assert is_kind(form, ending) is kind


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("美国汽车制造商通用汽车公司", "通用汽车公司"),
        ("世界最高坝双江口水电站", "双江口水电站"),
        ("国企云海集团公司", "云海集团公司"),
        ("正在建设太原人民医院", "太原人民医院"),
        ("考察太原云海公司", "太原云海公司"),
        ("太原大学", "太原大学"),
    ],
)
def test_what_only_describes_is_left_out(form, name):
    assert without_description(form) == name
