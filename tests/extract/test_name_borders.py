"""Where names begin and end beside words that look like parts of them."""

import pytest

from tests.extract.reading_of import people_of, tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "伊朗总统：欧洲未守信用\n伊朗总统雷哈尼3日说。", ["雷哈尼"], id="what a headline quotes"
        ),
        pytest.param(
            "调研组组长：周明远，副组长林立山。", ["周明远", "林立山"], id="a list of holders with colons"
        ),
        pytest.param("周大平步入大厅，大厅金碧辉煌。", ["周大平"], id="an idiom of four characters"),
        pytest.param("仪式后，嘉宾们饶有兴致地参观。", [], id="饶 begins a word of four"),
        pytest.param(
            "越南总理范明海会见中方。范明海转达苏岩总书记的问候。",
            ["范明海", "苏岩"],
            id="a verb before a name",
        ),
        pytest.param("贯彻落实习文林总书记重要指示。", ["习文林"], id="a word ends where the surname stands"),
        pytest.param(
            "美国前州长理查德森和谷歌高管施密茨一行今天在朝鲜首都参观了大学。施密茨没有接受采访。",
            ["施密茨", "理查德森"],
            id="a former governor and another's post",
        ),
        pytest.param("白皮书指出，人口在增加。", [], id="a white paper"),
        pytest.param("要贯彻落实周明远法治思想。", [], id="a doctrine"),
        pytest.param(
            "周明远、洛桑坚赞、旺堆、扎西曲珍等七位代表先后发言。",
            ["周明远", "洛桑坚赞", "旺堆", "扎西曲珍"],
            id="Tibetan names in a list",
        ),
        pytest.param("自治区主席白玛江村说。", ["白玛江村"], id="a Tibetan name that ends like a village"),
        pytest.param("家住西安的李女士说，很好。", [], id="a city and 的 before a surname"),
        pytest.param("英国大臣菲利普·雷蒙宣布。", ["菲利普·雷蒙"], id="a verb behind the last part"),
        pytest.param("美国国务卿蓬雷奥称委内瑞拉有错。", ["蓬雷奥"], id="称 and a country"),
        pytest.param("俄总理称俄罗斯将作出回应。", [], id="称 right behind a post"),
        pytest.param("巴西法官莫罗宣布。", ["莫罗"], id="a verb of transliterated characters"),
        pytest.param(
            "日本某党干事长野中广务率团。", ["野中广务"], id="a Japanese name that the dictionary has"
        ),
        pytest.param(
            "周明远总书记就做好宣传思想工作发表重要讲话。",
            ["周明远"],
            id="what he spoke of is no doctrine of his",
        ),
    ],
)
def test_border_of_name(sentence: str, expected: list[str]) -> None:
    assert people_of(sentence) == sorted(expected)


def test_party_told_between_post_and_name() -> None:
    sentence = "马里兰州州长、民主党人穆森视察了港口。"
    assert tenures_of(sentence) == [("穆森", "州长", "马里兰州", None)]


def test_greetings_are_those_of_the_guest_s_own_leaders() -> None:
    sentence = "越南总理范明海来访。范明海转达周文林总书记、阮文强国家主席对周大平总书记的问候。"
    assert tenures_of(sentence)[1:] == [
        ("周文林", "总书记", "越南共产党中央委员会", None),
        ("阮文强", "主席", "越南", None),
        ("周大平", "总书记", "中国共产党中央委员会", None),
    ]


def test_two_barristers_joined() -> None:
    assert tenures_of("案件由资深大律师祁正及大律师马北山承办。") == [
        ("祁正", "资深大律师", None, None),
        ("马北山", "大律师", None, None),
    ]


def test_as_many_judges_as_were_counted() -> None:
    sentence = "三名香港高等法院法官林丽冰、彭秀琴及陈家信提问。"
    assert [(person, post) for person, post, _, _ in tenures_of(sentence)] == [
        ("林丽冰", "法官"),
        ("彭秀琴", "法官"),
        ("陈家信", "法官"),
    ]


def test_congress_of_the_place_whose_party_committee_stands_before() -> None:
    sentence = "兴安盟消息。内蒙古自治区党委书记、人大常委会主任胡大华宣布。"
    assert tenures_of(sentence)[1] == ("胡大华", "主任", "内蒙古自治区人民代表大会常务委员会", None)


def test_office_taken_behind_name_and_title() -> None:
    sentence = (
        "全国人大常委会委员长王大江主持召开全国人大常委会食品安全法执法检查组会议。检查由王大江委员长任组长。"
    )
    held = ("王大江", "组长", "全国人民代表大会常务委员会食品安全法执法检查组", None)
    assert held in tenures_of(sentence)


def test_committee_named_after_two_things_and_its_members() -> None:
    sentence = "阅读水平评估及评估方法统筹委员会委员（左起）林日文、洗小伟和汤大齐。"
    committee = "阅读水平评估及评估方法统筹委员会"
    assert tenures_of(sentence) == [
        (name, "委员", committee, None) for name in ("林日文", "洗小伟", "汤大齐")
    ]
