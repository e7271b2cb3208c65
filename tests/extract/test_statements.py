import pytest

from kg.extract.events.events import find_events
from tests.extract.marked import reading


def speakers(marked):
    found = [e for e in find_events(reading(marked)) if e.type == "statement"]
    return {e.participants[0].person: e.trigger for e in found}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("【林书远】指出，要合作。", {"林书远": "指出"}, id="plain"),
        pytest.param("【林书远】在致辞中表示，愿意合作。", {"林书远": "致辞"}, id="in a speech"),
        pytest.param("【林书远】强调要加强合作。", {"林书远": "强调"}, id="no mark behind the verb"),
        pytest.param("【林书远】说：“我同意。”", {"林书远": "说"}, id="direct speech"),
        pytest.param("【林书远】出席会议并讲话。", {"林书远": "讲话"}, id="the bare act"),
        pytest.param(
            "【林书远】、【周以宁】出席会议并致辞。",
            {"林书远": "致辞", "周以宁": "致辞"},
            id="both give an address",
        ),
        pytest.param("【林书远】发表主旨演讲。", {"林书远": "主旨演讲"}, id="a keynote"),
        pytest.param(
            "【林书远】会见【马里诺】时强调，要合作。",
            {"林书远": "强调"},
            id="the subject speaks, not the guest",
        ),
        pytest.param("【林书远】向媒体表示，会谈顺利。", {"林书远": "表示"}, id="told to the press"),
        pytest.param(
            "新华社报道，【林书远】告诉记者，会谈顺利。", {"林书远": "告诉记者"}, id="told by the press"
        ),
        pytest.param("【林书远】抵达太原。\n他指出，要合作。", {"林书远": "指出"}, id="a pronoun"),
        pytest.param("【林书远】在接受采访时证实了这个消息。", {"林书远": "证实"}, id="confirmed"),
        pytest.param("“收成不错。”【林书远】告诉记者。", {"林书远": "告诉记者"}, id="told behind a quote"),
        pytest.param("【林书远】告诉我们，收成不错。", {"林书远": "告诉我们"}, id="told to us"),
        pytest.param(
            "【林书远】转达【马里诺】总统对【周以宁】的亲切问候，表示两国保持往来。",
            {"林书远": "表示"},
            id="who brings greetings",
        ),
        pytest.param("【林书远】暗示正考虑下一步。", {"林书远": "暗示"}, id="a hint"),
        pytest.param("【林书远】预计，产量将增加。", {"林书远": "预计"}, id="a forecast"),
        pytest.param("【林书远】预计下月访华。", {}, id="what is expected of somebody"),
        pytest.param("【周以宁】盘问【林书远】，并说，时间不早。", {"周以宁": "说"}, id="who is questioned"),
        pytest.param("【林书远】致开幕词。", {"林书远": "开幕词"}, id="opening words of a host"),
        pytest.param("村民【林书远】：“日子一天比一天好。”", {"林书远": "："}, id="a sound bite"),
        pytest.param("【林书远】：男，汉族，1956年生，山西太原人。", {}, id="a line of a life"),
        pytest.param("【林书远】作出重要批示。", {"林书远": "重要批示"}, id="written orders"),
        pytest.param("【林书远】和【马里诺】发表联合声明。", {}, id="a joint paper"),
        pytest.param("会议指出，要合作。", {}, id="a meeting"),
        pytest.param("［外交部］表示，愿意合作。", {}, id="a body"),
        pytest.param("【林书远】表示热烈欢迎。", {}, id="a gesture"),
        pytest.param("【林书远】提出辞职。", {}, id="a resignation"),
        pytest.param("【林书远】没有透露细节。", {}, id="denied"),
        pytest.param("【林书远】受到党内警告处分。", {}, id="a warning as a penalty"),
        pytest.param("根据【林书远】要求，工作组已赶赴现场。", {}, id="on somebody's orders"),
        pytest.param("【林书远】宣布大会开始。", {}, id="opening words"),
        pytest.param(
            "【林书远】说，【马里诺】离开前情况稳定。【马里诺】离开时，亲属在旁。她形容，一切平静。",
            {"林书远": "说"},
            id="a pronoun that says on means the speaker",
        ),
        pytest.param(
            "主角【林书远】从未感染，外国防务部长亦已出面否认说法。", {}, id="a minister without a name"
        ),
        pytest.param("【林书远】上任前曾被质疑不熟悉情况。", {}, id="others doubt"),
        pytest.param("【林书远】不肯休息，因为知道，还有人没有转移。", {}, id="known, not said"),
        pytest.param("【林书远】就选举结果提出司法覆核。", {}, id="a suit"),
        pytest.param("【林书远】政府宣布重启谈判。", {}, id="a government"),
        pytest.param(
            "【林书远】说，选举依法进行。【马里诺】先生当选，反映了各界的支持。",
            {"林书远": "说"},
            id="a courtesy in a speech",
        ),
        pytest.param(
            "【林书远】指出，【马里诺】主席说过，要合作。", {"林书远": "指出"}, id="a quotation in a speech"
        ),
    ],
)
def test_who_speaks(marked, expected):
    assert speakers(marked) == expected


def test_one_statement_per_speaker_and_article():
    marked = "【林书远】指出，要合作。\n【林书远】强调，要务实。\n【马里诺】表示，愿意。"
    assert speakers(marked) == {"林书远": "指出", "马里诺": "表示"}


def test_what_is_said_is_not_told():
    found = find_events(reading("【林书远】表示，【马里诺】主席去年访问俄罗斯，会见了【周以宁】。"))
    assert {e.type for e in found} == {"statement"}
