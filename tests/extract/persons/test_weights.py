"""What makes a name, what ends one and what speaks against one: the weights, in bits.

They are measured; whoever moves one changes these rows, and says why.
"""

import pytest

from kg.extract.persons import characters
from kg.extract.persons.dotted import deed_within, dotted_name
from kg.extract.persons.endings import end_weight, ending_weight
from kg.extract.persons.names import may_reach, name_at
from kg.extract.persons.refusals import can_be_name, penalty_of
from kg.lexicon.names import NameTables


@pytest.fixture
def invented(monkeypatch):
    """Tables of a few characters, so that a weight can be counted by hand."""
    tables = NameTables(
        surnames={"甲": 4.0, "乙": 1.5, "丙": 1.0, "丁": -0.25, "戊": -3.0},
        double_surnames=frozenset({"司空"}),
        japanese_surnames=frozenset({"山田", "长谷川"}),
        tibetan=frozenset({"洛桑", "江村"}),
        first={"子": 2.0, "丑": -8.0},
        last={"寅": 4.0, "卯": -7.0},
        single={"辰": 3.0, "巳": -9.0},
        foreign={"尔": 3.0, "维": 9.0, "铁": -6.1, "窗": -6.4},
    )
    monkeypatch.setattr(characters, "name_tables", lambda: tables)
    kept = characters.chinese_weight, characters.japanese_weight, characters._foreign_characters
    for cached in kept:
        cached.cache_clear()
    yield tables
    for cached in kept:
        cached.cache_clear()


@pytest.mark.parametrize(
    ("name", "weight"),
    [
        pytest.param("甲辰", 4 + 0.6 * 3 - 0.5, id="a surname and one character"),
        pytest.param("甲巳", 4 - 0.6 * 5 - 0.5, id="one that is rare in names, but not worse than so"),
        pytest.param("甲子寅", 4 + 0.5 * (2 + 4) + 1, id="and two"),
        pytest.param("甲丑卯", 4 - 0.5 * (6 + 6) + 1, id="both rare, but not worse than so"),
        pytest.param("丁子寅", 0.8 + 3 + 1, id="a surname that is also a word counts as a usual one"),
        pytest.param("丙子寅", 1.0 + 3 + 1, id="a usual one as it is"),
        pytest.param("戊子寅", -3 + 3 + 1, id="one that is mostly a word does not"),
        pytest.param("己子寅", -20.0, id="no surname"),
        pytest.param("司空辰", 6 + 0.6 * 3 - 0.5, id="a surname of two characters"),
        pytest.param("司空子寅", 6 + 3 + 1, id="and two behind it"),
        pytest.param("甲乙子寅", 4 + 1.5 + 3 + 1 - 3, id="a married name"),
        pytest.param("甲丙子寅", -20.0, id="of two usual surnames only"),
        pytest.param("丙甲子寅", -20.0, id="both of them"),
        pytest.param("甲子寅寅", -20.0, id="and not of one"),
    ],
)
def test_chinese_names(invented, name, weight):
    assert characters.chinese_weight(name) == pytest.approx(weight)


@pytest.mark.parametrize(
    ("name", "weight"),
    [
        pytest.param("山田子丑", 6 + 0.5 + 0.3 * (2 - 5), id="two characters behind the surname"),
        pytest.param("山田子", 6 - 1 + 0.3 * 2, id="one"),
        pytest.param("山田子子子", 6 - 1 + 0.3 * 6, id="three"),
        pytest.param("长谷川子子", 6 + 0.5 + 0.3 * 4, id="a surname of three characters"),
        pytest.param("山田亥", 6 - 1 - 0.3 * 3, id="a character that no table has"),
        pytest.param("山田", -20.0, id="the surname alone"),
        pytest.param("山田子子子子", -20.0, id="four are too many"),
        pytest.param("甲田子", -20.0, id="no surname"),
    ],
)
def test_japanese_names(invented, name, weight):
    assert characters.japanese_weight(name) == pytest.approx(weight)


def test_transliterated_names(invented):
    assert characters.foreign_weights("尔维尔尔") == pytest.approx(
        [0.6 * 3, 0.6 * (3 + 4) - 2.5, 0.6 * 10 - 1, 0.6 * 13]
    )
    assert characters.foreign_weight("尔窗") == pytest.approx(0.6 * (3 - 4) - 2.5)
    assert characters.last_part_weight("尔维") == pytest.approx(0.6 * 7)
    assert characters.last_part_weight("窗") == pytest.approx(-0.6 * 6.4 - 1)
    assert characters.foreign_run("甲尔铁维窗尔", 1, 6) == 4
    assert characters.foreign_run("甲尔铁维窗尔", 1, 3) == 3
    assert characters.foreign_run("窗尔", 0, 2) == 0


@pytest.mark.parametrize(
    ("behind", "weight"),
    [
        pytest.param("", 5.0, id="nothing"),
        pytest.param("。", 5.0, id="a mark"),
        pytest.param("、周以宁", 5.0, id="the next of a list"),
        pytest.param("3日", 4.0, id="a figure"),
        pytest.param("AI", 4.0, id="letters"),
        pytest.param("A股", -3.0, id="a listed firm's letter"),
        pytest.param("任太原市市长", 4.5, id="任 before a place"),
        pytest.param("出席", 4.5, id="a word that stands behind names"),
        pytest.param("说", 2.5, id="a short one"),
        pytest.param("去年", 2.5, id="a word that may stand anywhere"),
        pytest.param("学校", 1.0, id="a noun"),
        pytest.param("鹏", -3.0, id="a character that goes on"),
        pytest.param("王大海", -3.0, id="a name"),
    ],
)
def test_what_ends_a_name(behind, weight):
    assert end_weight("林书远" + behind, 3) == weight
    assert end_weight(behind) == weight


def test_a_word_across_the_border_speaks_against_it():
    assert ending_weight("王智徇私", 3) == end_weight("私") - 2
    assert ending_weight("林书远和", 3) == end_weight("和")


@pytest.mark.parametrize(
    ("name", "foreign", "prefer", "penalty"),
    [
        ("王大海", False, False, 0.0),
        ("雷文斯基", True, False, 0.0),
        ("中美", False, False, None),
        ("教育部", False, False, None),
        ("法国", False, False, None),
        ("一二", False, False, None),
        ("陈老师", False, False, None),
        ("吴回应", False, False, None),
        ("张官", False, False, None),
        ("李家庄", False, False, None),
        ("毛竹村", False, False, None),
        ("茹科斯基城", True, False, None),
        ("王大州", False, False, 0.0),
        ("同本扬", False, False, None),
        ("曾表示", False, False, None),
        ("向台湾", False, False, None),
        ("向华", False, False, 0.0),
        ("韩德明", False, False, 0.0),
        ("中美军", False, False, None),
        ("法俄关", False, False, None),
        ("于总理", False, False, None),
        ("讲述情况", True, False, None),
        ("雷文·高兴", True, False, 0.0),
        ("高兴", False, False, 5.0),
        ("巴黎", True, True, 1.5),
        ("奥斯汀", True, True, 0.0),
        ("奥斯汀", True, False, None),
        ("约旦", True, True, None),
    ],
)
def test_what_speaks_against_a_name(name, foreign, prefer, penalty):
    assert penalty_of(name, foreign, prefer) == penalty
    assert penalty_of.__wrapped__(name, foreign, prefer) == penalty


@pytest.mark.parametrize(
    ("name", "can"), [("王大海", True), ("冯骏指", False), ("林督察", False), ("法国", False)]
)
def test_what_can_be_a_name(name, can):
    assert can_be_name(name) is can


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("约翰·雷文斯基抵达", 3),
        ("约翰·维尔·雷文", 6),
        ("约翰-雷文", 3),
        ("J·K·雷文", 4),
        ("Jo·雷文", 3),
        ("阿·雷文", 2),
        ("丹尼尔·卡纳曼和弗农·雷文", 4),
        ("约翰·雷和弗农·海姆", 3),
        ("雷文斯基", None),
        ("会见·雷文", None),
        ("宣·雷文", None),
        ("雷文宣布任命卡尔·海姆", None),
    ],
)
def test_where_the_last_part_of_a_name_with_dots_begins(text, last):
    assert dotted_name(text, 0, len(text)) == last


@pytest.mark.parametrize(
    ("text", "prefer", "found"),
    [
        ("林书远出席", False, ("林书远", False)),
        ("林书远任太原市市长", False, ("林书远", False)),
        ("林书任太原市市长", False, ("林书", False)),
        ("雷文斯基和伊万诺夫出席", True, ("雷文斯基", True)),
        ("弗拉基米尔·弗拉基米罗维奇·维尔纳斯基出席", True, ("弗拉基米尔·弗拉基米罗维奇·维尔纳斯基", True)),
        ("山田太郎抵达", False, ("山田太郎", False)),
        ("昂温素里、", True, ("昂温素里", True)),
        ("维尔斯京发布命令", True, ("维尔斯京", True)),
        ("穆斯塔德和伊朗总统出席", True, ("穆斯塔德", True)),
        ("林书远和约旦国王", False, ("林书远", False)),
        ("，林书远", False, None),
        ("", False, None),
        ("高度重视", False, None),
        ("饶有兴致地", False, None),
        ("你我他", False, None),
    ],
)
def test_the_name_at_a_place(text, prefer, found):
    guess = name_at(text, 0, len(text), prefer)
    assert (guess and (text[guess.start : guess.end], guess.foreign)) == found


@pytest.mark.parametrize(
    ("part", "deed"),
    [
        ("雷文宣布", 2),
        ("雷文会见客人", 2),
        ("雷文在", 2),
        ("雷文从", 2),
        ("雷文同志", 2),
        ("雷文时", 3),
        ("雷文斯基", 4),
    ],
)
def test_where_a_deed_begins(part, deed):
    assert deed_within(part) == deed


def test_what_may_reach_a_weight():
    assert may_reach("林书远出席", 0, 8.0)
    assert may_reach("山田太郎", 0, 99.0)
    assert may_reach("今天，山田太郎", 3, 99.0)
    assert may_reach("今天，长谷川武", 3, 99.0)
    assert not may_reach("山田太郎", 2, 99.0)
    assert not may_reach("高度重视", 0, 8.0)
    assert not may_reach("林书远出席", 0, 40.0)
