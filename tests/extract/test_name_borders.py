"""Where names begin and end beside words that look like parts of them."""

import pytest

from tests.extract.reading_of import people_of, tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "伊朗总统：欧洲未履行协议\n伊朗总统雷哈尼3日说。", ["雷哈尼"], id="what a headline quotes"
        ),
        pytest.param(
            "调研组组长：周明远，副组长林立山。", ["周明远", "林立山"], id="a list of holders with colons"
        ),
        pytest.param(
            "习近平步入大厅，大厅金碧辉煌，气势恢宏。", ["习近平"], id="an idiom of four characters"
        ),
        pytest.param("仪式后，嘉宾们饶有兴致地参观。", [], id="饶 begins a word of four"),
        pytest.param("白皮书指出，人口在增加。", [], id="a white paper"),
    ],
)
def test_border_of_name(sentence: str, expected: list[str]) -> None:
    assert people_of(sentence) == sorted(expected)


def test_party_told_between_post_and_name() -> None:
    sentence = "马里兰州州长、民主党人穆森忽视陈旧的管道。"
    assert tenures_of(sentence) == [("穆森", "州长", "马里兰州", None)]
