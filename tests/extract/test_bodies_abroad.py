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
        pytest.param("蒙古国国家大呼拉尔主席来访。", ["蒙古国家大呼拉尔"], id="a parliament by its own word"),
        pytest.param(
            "飞船17时38分从酒泉卫星发射中心升空。", ["酒泉卫星发射中心"], id="a minute is no part of a name"
        ),
        pytest.param(
            "中国文联组织部分艺术家下乡。", ["中国文学艺术界联合会"], id="a verb and 部分, no department"
        ),
        pytest.param(
            "中国文联组织部分管人事。", ["中国文学艺术界联合会组织部"], id="a department that is in charge"
        ),
        pytest.param("乌克兰电力40%来自煤炭。", [], id="power that is no company"),
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
        pytest.param("埃及内政部9号证实。", ["埃及内政部"], id="a ministry that we do not have"),
        pytest.param(
            "以色列国防军发表声明。", ["以色列国防军"], id="以 that begins a country is no preposition"
        ),
        pytest.param("与埃及安全部队爆发冲突。", ["埃及安全部队"], id="forces under their whole name"),
        pytest.param("美国联邦统计局证实。", ["美国联邦统计局"], id="a federal office keeps the word"),
        pytest.param("俄罗斯联邦安全局说。", ["俄罗斯联邦安全局"], id="a federal office of a federation"),
        pytest.param("叙利亚局势紧张。叙政府称要谈判。", ["叙利亚政府"], id="a government by one character"),
        pytest.param("英国表示，英国会在今后保证。", [], id="英国 is no 英|国会"),
        pytest.param("阿富汗安全局势严峻。", [], id="局势 is no office"),
        pytest.param("叙利亚红新月会提供援助。", ["叙利亚红新月会"], id="the red crescent"),
        pytest.param(
            "激进组织索马里青年党宣布。", ["索马里青年党"], id="an organisation's kind stands before it"
        ),
        pytest.param("极端组织“伊斯兰国”宣布。", ["伊斯兰国"], id="a name that only stands in quotes"),
        pytest.param("伊斯兰国家反恐联盟成立。", [], id="Islamic states are no body"),
        pytest.param(
            "中俄能源合作委员会开会。", ["中俄能源合作委员会"], id="what two countries have together"
        ),
        pytest.param("中英两国政府机构负责。", [], id="two governments are no body of both"),
        pytest.param("上海警方通报案情。", ["上海警方"], id="the police of a city"),
        pytest.param("中央第八巡视组反馈情况。", ["中央第八巡视组"], id="a numbered group of inspectors"),
        pytest.param("中央派出10个巡视组。", [], id="several groups"),
        pytest.param("决定在纽约建立疫情控制中心。", [], id="a verb behind a place"),
        pytest.param("得克萨斯州一所医院起火。", [], id="some hospital or other"),
        pytest.param("新疆油田公司开会。", ["新疆油田公司"], id="新疆 is not new"),
        pytest.param("国家京剧院今天演出。", ["国家京剧院"], id="one of its kind in the country"),
        pytest.param("武汉铁路局加开列车。", ["武汉铁路局"], id="a railway office"),
    ],
)
def test_bodies(sentence: str, expected: list[str]) -> None:
    assert bodies_of(sentence) == expected


def test_forces_of_another_country_are_no_ministry() -> None:
    assert "伊拉克安全部" not in bodies_of("伊拉克安全部队展开行动。")
