"""What happens to single characters: glosses, entities, invisible ones, width, script."""

import pytest

from kg.clean.dots import mend_dots
from kg.clean.draft import Draft
from kg.clean.encodings import mend_encodings
from kg.clean.glosses import remove_glosses
from kg.clean.invisible import remove_invisible, resolve_entities, tidy_lines
from kg.clean.script import simplify, simplify_draft
from kg.clean.width import widen


def after(step, text):
    draft = Draft(text)
    step(draft)
    assert draft.starts is None or len(draft.starts) == len(draft.text)
    return draft.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("全國(guó)總工會(huì)主席", "全國總工會主席", id="readings behind characters"),
        pytest.param("银行（háng）长", "银行长", id="a polyphone in full-width brackets"),
        pytest.param("國(guó)(guó)家", "國家", id="twice"),
        pytest.param("我們(men)的", "我們的", id="without a tone mark, as it is read"),
        pytest.param("服務(幫扶)中心", "服務(幫扶)中心", id="a bracket of its own"),
        pytest.param("(記者 王小明)", "(記者 王小明)", id="a byline"),
        pytest.param("國(huì)家", "國(huì)家", id="another character's reading"),
        pytest.param("他(ta)说", "他(ta)说", id="a reading without its tone is a word"),
        pytest.param("人工智能(ai)", "人工智能(ai)", id="an abbreviation"),
    ],
)
def test_glosses(text, expected):
    assert after(remove_glosses, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲&nbsp;乙&amp;丙", "甲\xa0乙&丙"),
        ("甲&amp;nbsp;乙", "甲\xa0乙"),
        ("甲&#22826;&#x539F;乙", "甲太原乙"),
        ("R&D；AT&T；a&b;", "R&D；AT&T；a&b;"),
    ],
)
def test_entities(text, expected):
    assert after(resolve_entities, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("太\u200b原\ufeff市\x00", "太原市"),
        ("甲\r\n乙\r丙\u2028丁", "甲\n乙\n丙\n丁"),
        ("甲\u3000乙\t丙\xa0丁", "甲 乙 丙 丁"),
    ],
)
def test_invisible_characters(text, expected):
    assert after(remove_invisible, text) == expected


def test_lines_are_tidied():
    assert after(tidy_lines, "\n  甲 \n\n \n  乙\n") == "甲\n乙"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("他说,好;对:是!吗?", "他说，好；对：是！吗？", id="marks"),
        pytest.param("14:51 3.5 1,000", "14:51 3.5 1,000", id="numbers keep theirs"),
        pytest.param("会议(第3次)于5日召开", "会议（第3次）于5日召开", id="brackets"),
        pytest.param("the (AI) era", "the (AI) era", id="brackets between letters"),
        pytest.param("加速器﹔要", "加速器；要", id="small forms"),
        pytest.param("２０１９年ＡＢＣ８％", "2019年ABC8%", id="wide digits and letters"),
        pytest.param('他说:"好的"。', "他说：“好的”。", id="straight quotation marks"),
        pytest.param('身高5"8英寸"和"', '身高5"8英寸"和"', id="an odd number of them"),
        pytest.param("约翰•史密斯", "约翰·史密斯", id="the dot of foreign names"),
        pytest.param("会议结束.", "会议结束。", id="a full stop at the end"),
        pytest.param("新网站www.abc.cn上线", "新网站www.abc.cn上线", id="an address"),
    ],
)
def test_width(text, expected):
    assert after(widen, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("總統府發言人", "总统府发言人"),
        ("衞生署署長", "卫生署署长"),
        ("南韓特首", "南韩特首"),
        ("著名作家", "著名作家"),
        ("沿著道路", "沿着道路"),
        ("乾隆年間", "乾隆年间"),
        ("乾安縣", "乾安县"),
        ("李乾元", "李乾元"),
        ("餅乾和蘿蔔乾", "饼干和萝卜干"),
        ("乾淨", "干净"),
        ("皇后與后羿", "皇后与后羿"),
    ],
)
def test_simplified_characters(text, expected):
    assert simplify(text) == expected


@pytest.mark.parametrize(
    "text",
    ["国务院总理程昇和副总理馮駸出席了这次会议。", "瞭望塔上的陳某说：“後会有期。”\n第二段里没有别的字。"],
)
def test_simplified_text_keeps_its_odd_characters(text):
    assert after(simplify_draft, text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("马克?鲁宾", "马克·鲁宾"),
        ("真的?那么", "真的?那么"),
        ("阿里?他不知道", "阿里?他不知道"),
    ],
)
def test_lost_dots_of_foreign_names(text, expected):
    assert after(mend_dots, text) == expected


STORY = "太原市召开工作会议，市委书记李大明出席会议。\n会议由市长张三峰主持（2019年），因此无人缺席。"


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(STORY.encode().decode("latin-1"), id="utf-8 as latin-1"),
        pytest.param(
            STORY.encode().decode("latin-1").replace("\xa0", " "), id="and its no-break spaces made plain"
        ),
        pytest.param(STORY.encode("gbk").decode("latin-1"), id="gbk as latin-1"),
    ],
)
def test_wrongly_decoded_text(damaged):
    assert after(mend_encodings, damaged) == STORY


def test_utf8_read_as_gbk_comes_back_but_for_bytes_that_were_lost():
    draft = Draft(STORY.encode().decode("gbk", "replace"))
    mend_encodings(draft)
    same = sum(a == b for a, b in zip(draft.text, STORY, strict=False))
    assert same > 0.8 * len(STORY)
    assert draft.guesses


@pytest.mark.parametrize("text", ["José和Müller出席", "naïve café", STORY, "澳门", "溟濛的浜河涓流"])
def test_right_text_is_not_decoded_again(text):
    draft = Draft(text)
    mend_encodings(draft)
    assert (draft.text, draft.damage) == (text, [])
