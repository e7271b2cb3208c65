"""Posts of other countries and of unions of states: which words are the body, and whose post it is."""

import pytest

from tests.extract.reading_of import tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "埃及总统会见了欧盟外交与安全政策高级代表博雷森。",
            ("博雷森", "外交与安全政策高级代表", "欧洲联盟", None),
            id="a union by its short form before an envoy's field",
        ),
        pytest.param(
            "欧盟首席谈判代表米雪尔·巴尼森3日抵达伦敦。",
            ("米雪尔·巴尼森", "首席谈判代表", "欧洲联盟", None),
            id="a chief negotiator",
        ),
        pytest.param(
            "会议由波兰的发展与技术部部长帕申森主持。",
            ("帕申森", "部长", "波兰发展与技术部", None),
            id="的 between a country and its ministry",
        ),
        pytest.param(
            "阿布扎比王储雷哈默德和副总统兼总理穆哈尔德出席。",
            ("穆哈尔德", "副总统", "阿联酋", None),
            id="who governs the state stands beside the heir of a part of it",
        ),
        pytest.param(
            "卡塔尔国埃米尔萨穆尔·本·雷哈德来访。",
            ("萨穆尔·本·雷哈德", "埃米尔", "卡塔尔", None),
            id="a ruler's title that sounds like a name",
        ),
        pytest.param(
            "文莱达鲁萨兰国苏丹哈桑里尔来访。",
            ("哈桑里尔", "苏丹", "文莱", None),
            id="a title that is a country",
        ),
        pytest.param(
            "新西兰工党领袖雷哈德说。", ("雷哈德", "领袖", "新西兰工党", None), id="who leads a party"
        ),
        pytest.param(
            "美国众议院少数党领袖雷森说。", ("雷森", "少数党领袖", "美国众议院", None), id="who leads a side"
        ),
        pytest.param("巴西联邦法官雷森说。", ("雷森", "法官", "巴西", None), id="a judge of a federation"),
        pytest.param(
            "伊朗首席核谈判代表雷森来访。", ("雷森", "首席核谈判代表", "伊朗", None), id="what is negotiated"
        ),
        pytest.param("科威特首相雷哈德来访。", ("雷哈德", "首相", "科威特", None), id="特|首相"),
        pytest.param("以色列国总统雷哈德来访。", ("雷哈德", "总统", "以色列", None), id="a country in full"),
    ],
)
def test_post_abroad(sentence: str, expected: tuple[str, str, str, None]) -> None:
    assert expected in tenures_of(sentence)


def test_chairmen_of_the_two_sides_of_a_joint_committee() -> None:
    sentence = "国务院副总理、中俄能源合作委员会中方主席周大川出席。"
    assert tenures_of(sentence)[1] == ("周大川", "中方主席", "中俄能源合作委员会", None)
    regular = "国务院副总理、中俄总理定期会晤委员会中方主席周大川出席。"
    assert tenures_of(regular)[1] == ("周大川", "中方主席", "中俄总理定期会晤委员会", None)


def test_who_heads_the_party_in_a_formula() -> None:
    sentence = "以周大川同志为总书记的党中央作出部署。周大川出席。"
    assert ("周大川", "总书记", "中国共产党中央委员会", None) in tenures_of(sentence)


def test_ministers_of_fields_in_a_list():
    sentence = "日本副首相兼财务大臣、金融担当大臣田中太郎出席。"
    assert tenures_of(sentence) == [
        ("田中太郎", "副首相", "日本", None),
        ("田中太郎", "财务大臣", "日本", None),
        ("田中太郎", "金融担当大臣", "日本", None),
    ]


def test_a_statesman_whom_the_dictionary_takes_for_a_place():
    assert tenures_of("俄罗斯总统巴克在出席大会时表示赞成。") == [("巴克", "总统", "俄罗斯", None)]


def test_the_other_of_two_heads_of_state():
    sentence = "越南客人来访。周大川主席会见陈文安主席，达成共识。国家主席周大川指出，两国友好。"
    held = {(person, post, body) for person, post, body, _ in tenures_of(sentence)}
    assert held == {("周大川", "主席", "中华人民共和国"), ("陈文安", "主席", "越南")}


def test_a_foreigner_whose_last_post_is_an_occupation():
    sentence = "美国前国务卿、国际问题专家雷辛格近日表示，增速放缓。"
    assert tenures_of(sentence)[0] == ("雷辛格", "国务卿", "美国", "former")


def test_a_president_in_another_term():
    assert tenures_of("伊朗连任总统鲁哈森5日宣誓就职。") == [("鲁哈森", "总统", "伊朗", None)]


def test_a_caretaker_cabinet_is_the_countrys() -> None:
    assert tenures_of("泰国看守内阁总理英拉说，将继续合作。")[0] == ("英拉", "总理", "泰国", None)


def test_executive_chairmen_of_a_presidium_are_several() -> None:
    found = tenures_of("大会主席团常务主席陈希文、王晨光、周大川出席会议。")
    assert [(t[0], t[1]) for t in found] == [
        ("陈希文", "常务主席"),
        ("王晨光", "常务主席"),
        ("周大川", "常务主席"),
    ]
