"""Bodies of other countries and of unions of states that stand in the text by themselves."""

import pytest

from tests.extract.reading_of import bodies_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("美国海军12日发表声明。", ["美国海军"], id="another country's navy"),
        pytest.param("据美农业部报告，产量增加。", ["美国农业部"], id="a country by one character"),
        pytest.param("今后依法国务院决定。", ["国务院"], id="法 that ends a word is no country"),
        pytest.param("中美商务部会谈。", ["商务部"], id="a pair of countries owns no ministry"),
        pytest.param("叙利亚政府军开展行动。", [], id="a government's army is no government"),
        pytest.param("北京政府表示关注。", [], id="a capital's name for the state is no city's government"),
        pytest.param("俄罗斯国家杜马通过决议。", ["俄罗斯国家杜马"], id="a chamber by its own word"),
        pytest.param("波兰统计局公布数据。", ["波兰统计局"], id="a statistics office"),
        pytest.param("欧盟统计局公布数据。", ["欧盟统计局"], id="an office of a union"),
        pytest.param(
            "另据伊朗伊斯兰共和国通讯社报道。",
            ["伊朗伊斯兰共和国通讯社"],
            id="an agency with its state's long name",
        ),
        pytest.param(
            "太原市五运会组委会开会。", ["太原市第五届运动会组织委员会"], id="the committee of a city's games"
        ),
    ],
)
def test_bodies(sentence: str, expected: list[str]) -> None:
    assert bodies_of(sentence) == expected


def test_forces_of_another_country_are_no_ministry() -> None:
    assert "伊拉克安全部" not in bodies_of("伊拉克安全部队展开行动。")
