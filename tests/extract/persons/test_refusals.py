"""What speaks against a name in itself, rule by rule, each beside a name that is like it and good."""

import pytest

from kg.extract.persons import refusals


@pytest.mark.parametrize(
    ("refused", "allowed"),
    [
        pytest.param("中港台", "中大海", id="regions and states in a row"),
        pytest.param("应德国", "应书远", id="应 before a country"),
        pytest.param("驻法国", "祝法明", id="驻"),
        pytest.param("赴日本", "傅日新", id="赴"),
        pytest.param("访英国", "方英国", id="访"),
        pytest.param("应加强", "应加明", id="what somebody should do"),
        pytest.param("应该成", "应明成", id="and should have done"),
        pytest.param("林基金", "林金基", id="a fund"),
        pytest.param("王新任", "任新王", id="newly in office"),
        pytest.param("李首任", "李任首", id="first in office"),
        pytest.param("周前任", "周任前", id="before in office"),
        pytest.param("江时任", "江任时", id="in office then"),
        pytest.param("可能性", "林书性", id="a quality"),
        pytest.param("责任感", "林书感", id="a feeling"),
        pytest.param("高难度", "周明度", id="a degree"),
        pytest.param("九一八", "王一八", id="a day by its numbers"),
        pytest.param("全中国", "全大海", id="all of a country"),
        pytest.param("整法国", "韩整法", id="the whole of one"),
        pytest.param("韩国新", "王日新", id="a country and its new …"),
        pytest.param("孟方希望", "陈方咏怡", id="a side and what it hopes"),
        pytest.param("谢谢杨禹", "山田太郎", id="thanks"),
        pytest.param("庄严宣誓", "欧阳希望", id="two words, but for a surname of two characters"),
        pytest.param("江苏苏州", "司马光明", id="two places"),
        pytest.param("菲国", "周国", id="a country cut short"),
        pytest.param("韩美军", "周大军", id="two nations' army"),
        pytest.param("韩美方", "韩大方", id="their sides"),
        pytest.param("中俄双", "韩国军", id="both of them"),
        pytest.param("太湖湖", "王大湖", id="a lake with its place"),
        pytest.param("大同江", "王大江", id="a river"),
        pytest.param("大同河", "王大河", id="another"),
        pytest.param("太原山", "王大山", id="a mountain"),
        pytest.param("王家寨", "王佳寨", id="a stockade"),
        pytest.param("王家镇", "王佳镇", id="a town"),
        pytest.param("李家庄", "李佳庄", id="a village"),
        pytest.param("李大屯", "李大城", id="another, and one of three characters that may be a name"),
        pytest.param("王大乡", "王乡", id="a township, but no name of two"),
        pytest.param("首先王", "王首先", id="an adverb first"),
        pytest.param("要大海", "姚大海", id="要"),
        pytest.param("兼总理", "王总大", id="and a post"),
        pytest.param("大领导", "王领导明", id="a leader"),
        pytest.param("李总统", "李统总", id="a president"),
        pytest.param("向大海", "向华", id="towards a word"),
        pytest.param("于太原", "于大海", id="in a place"),
        pytest.param("从太原", "从容", id="from a place"),
        pytest.param("时表示", "石表示明", id="when somebody said"),
        pytest.param("曾老师", "曾大海", id="a teacher"),
        pytest.param("王官", "上官", id="a judge"),
        pytest.param("王表示", "王说", id="who says"),
        pytest.param("洞庭湖", "王洞庭", id="a place that the gazetteer has"),
    ],
)
def test_what_can_be_no_name(refused, allowed):
    assert refusals.penalty_of.__wrapped__(refused, False, False) is None
    assert refusals.penalty_of.__wrapped__(allowed, False, False) is not None


@pytest.mark.parametrize(
    ("name", "prefer", "penalty"),
    [
        pytest.param("休斯敦", False, None, id="a city abroad"),
        pytest.param("休斯敦", True, 1.5, id="which may be somebody behind a foreign post"),
        pytest.param("彭博社", False, None, id="an agency by its founder"),
        pytest.param("雷文斯社", False, 0.0, id="of four characters it may be a name"),
        pytest.param("一二·九", False, None, id="a day with a dot"),
        pytest.param("巴里岛", False, None, id="an island"),
        pytest.param("雷文县", False, None, id="a county"),
        pytest.param("有关来宾", True, None, id="words that are common"),
        pytest.param("林肯", True, 0.0, id="one that sounds like nothing but a name"),
        pytest.param("华盛顿", True, 1.5, id="a place behind a foreign post"),
        pytest.param("巴黎", False, 5.0, id="a place elsewhere"),
    ],
)
def test_what_speaks_against_a_transliteration(name, prefer, penalty):
    assert refusals.penalty_of.__wrapped__(name, True, prefer) == penalty


@pytest.mark.parametrize(
    ("name", "penalty"),
    [
        pytest.param("高山", 5.0, id="a word that may be a name"),
        pytest.param("建国", 5.0, id="another"),
        pytest.param("真高兴", 3.0, id="a rare surname before a word"),
        pytest.param("真追责", 0.0, id="which the dictionary has to know"),
        pytest.param("高高兴", 0.0, id="a common surname before one"),
        pytest.param("从大海", 3.0, id="从 is a surname too"),
    ],
)
def test_what_makes_a_name_less_likely(name, penalty):
    assert refusals.penalty_of.__wrapped__(name, False, False) == penalty


@pytest.mark.parametrize(
    ("text", "cuts"),
    [("饶有兴致地", True), ("相依为命", True), ("饶有兴", False), ("王大海说", False)],
)
def test_three_characters_of_an_idiom(text, cuts):
    assert refusals.cuts_an_idiom("，" + text, 1) is cuts


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("青岛峰会", True),
        ("林海峰会", True),
        ("林海峰会见", False),
        ("林海峰会谈", False),
        ("林海峰会晤", False),
        ("林海峰", False),
    ],
)
def test_half_of_a_summit(text, cuts):
    assert refusals.cuts_a_summit("，" + text, 4) is cuts


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        pytest.param("农村妇女", True, id="a noun and a word"),
        pytest.param("杭州峰会", True, id="a place and a word"),
        pytest.param("昨天上午", True, id="a time and a word"),
        pytest.param("高兴地说", False, id="no noun"),
        pytest.param("希望大家", False, id="a verb"),
        pytest.param("妇女的心", False, id="no second word"),
        pytest.param("王大海说", False, id="no word at all"),
        pytest.param("农村妇", False, id="the end of the text"),
    ],
)
def test_a_word_and_half_of_the_next(text, cuts):
    assert refusals.cuts_two_words("，" + text, 1) is cuts


@pytest.mark.parametrize("name", ["王大副", "王大奖", "周大陪", "王大称", "主席王", "书记王", "总理李"])
def test_no_name_ends_in_a_word_or_begins_with_a_post(name):
    assert not refusals.can_be_name(name)
