"""Posts of governments, republics and firms abroad, as letters of congratulation and reports of visits tell them."""

import pytest

from tests.extract.reading_of import bodies_of, tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("意大利前政府总理普罗尼到访。", [("普罗尼", "总理", "意大利", "former")], id="former"),
        pytest.param(
            "所罗门群岛变革党领袖、政府总理索加雷来信。",
            [("索加雷", "总理", "所罗门群岛", None)],
            id="the government of the list's country",
        ),
        pytest.param(
            "泰国前总理英丽、前看守总理尼瓦隆到场。",
            [("英丽", "总理", "泰国", "former"), ("尼瓦隆", "总理", "泰国", "former")],
            id="caretaker",
        ),
        pytest.param(
            "美国前驻华大使芮孝明表示欢迎。", [("芮孝明", "驻华大使", "美国", "former")], id="envoy"
        ),
        pytest.param(
            "斯里兰卡驻华大使马金大出席。", [("马金大", "驻华大使", "斯里兰卡", None)], id="long name"
        ),
        pytest.param(
            "鞑靼斯坦共和国总统明尼哈夫、共和国总理佩索夫到场。",
            [("明尼哈夫", "总统", "鞑靼斯坦共和国", None), ("佩索夫", "总理", "鞑靼斯坦共和国", None)],
            id="a republic within a state",
        ),
        pytest.param(
            "乌拉圭东岸共和国总统奥尔塞到访。", [("奥尔塞", "总统", "乌拉圭", None)], id="official name"
        ),
        pytest.param(
            "突尼斯复兴运动主席、议长格努塞表示欢迎。",
            [("格努塞", "主席", "突尼斯复兴运动", None), ("格努塞", "议长", "突尼斯议会", None)],
            id="no speaker of a party",
        ),
        pytest.param(
            "玻利维亚最高选举法院院长罗梅罗宣布结果。",
            [("罗梅罗", "院长", "玻利维亚最高选举法院", None)],
            id="a court for elections",
        ),
        pytest.param(
            "泰国陆军司令、“全国秩序委员会”主席巴塞育发表讲话。",
            [("巴塞育", "司令", "泰国陆军", None), ("巴塞育", "主席", "全国秩序委员会", None)],
            id="a body in quotation marks",
        ),
        pytest.param(
            "《先驱报》副主编倪亚特表示欢迎。", [("倪亚特", "副主编", "先驱报", None)], id="a paper"
        ),
        pytest.param("她击败瑞典选手莫雷高特夺冠。", [("莫雷高特", "选手", "瑞典", None)], id="an athlete"),
        pytest.param(
            "亚信倡议国哈萨克斯坦总统纳扎尔耶夫出席。",
            [("纳扎尔耶夫", "总统", "哈萨克斯坦", None)],
            id="what state it is",
        ),
    ],
)
def test_statesmen(sentence, expected):
    known = [(p, post, o, s) for p, post, o, s in tenures_of(sentence) if post not in {"领袖"}]
    assert known == expected


def test_government_alone_is_not_ours():
    assert tenures_of("会见副主席、政府副总理德梅尼率领的代表团。") == []


def test_republic_is_no_body():
    assert bodies_of("鞑靼斯坦共和国总统明尼哈夫到场。") == []
