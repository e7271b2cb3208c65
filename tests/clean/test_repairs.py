"""The steps of mending torn and lost bytes, one by one."""

import pytest

from kg.clean import torn
from kg.clean.bigrams import score, table
from kg.clean.draft import Draft, Edit
from kg.clean.lost import mend_lost_bytes
from kg.clean.torn import ANY, Byte, mend_tears


def test_a_text_of_another_length_needs_a_map():
    draft = Draft("会议")
    draft.swap("會議")
    assert draft.text == "會議"
    with pytest.raises(ValueError, match="2 characters cannot become 3"):
        draft.swap("会议室")


def test_the_way_back_through_edits_of_every_sort():
    draft = Draft("甲乙丙丁戊")
    draft.edit([Edit(0, 1, ""), Edit(1, 3, "AB"), Edit(4, 5, "XYZ")])
    assert draft.text == "AB丁XYZ"
    assert [draft.in_source(i, i + 1) for i in range(6)] == [(1, 2), (2, 3), (3, 4), (4, 5), (4, 5), (4, 5)]
    draft.cut([(2, 4)], "gloss")
    assert draft.text == "ABYZ"
    assert draft.in_source(0, 4) == (1, 5)
    assert [(d.kind, d.start, d.end) for d in draft.damage] == [("gloss", 3, 5)]
    draft.guesses.append((1, 3))
    assert [(s.start, s.end) for s in draft.doubtful()] == [(0, 2)]


@pytest.mark.parametrize(
    ("text", "place", "byte"),
    [
        pytest.param("績?n)", 1, 0x83, id="the last of two"),
        pytest.param("(jì)?n)", 4, None, id="nothing before the gloss"),
        pytest.param("績(jì)?n)", 5, 0x83, id="behind a gloss"),
        pytest.param("績(jì)(jī)?n)", 9, 0x83, id="behind two"),
        pytest.param("績（jì）?n)", 5, 0x83, id="of full width"),
        pytest.param("績(ABC)?n)", 6, None, id="behind what is no gloss"),
        pytest.param("績)?n)", 2, None, id="behind a bracket that nobody opened"),
        pytest.param("€?n)", 1, None, id="a lone byte"),
        pytest.param("A?n)", 1, None, id="a letter"),
        pytest.param("?n)", 0, None, id="nothing"),
    ],
)
def test_the_last_byte_before_a_tear(text, place, byte):
    assert torn._last_byte_before(text, place) == byte


def test_the_bytes_of_a_run():
    read = list(torn._run("?n)珖(guó)A\n", 0))
    assert read == [
        Byte(None, "n", 0, 3),
        Byte(0xAB, "", 3, 4),
        Byte(0x87, "", 3, 4),
        Byte(0x41, "", 9, 10),
    ]
    assert list(torn._run("?n)珖\n", 0))[-1] == Byte(None, ANY, 3, 4)  # broken off within a character
    lost = list(torn._run("?n)?A\n", 0))
    assert lost[1:3] == [Byte(None, ANY, 3, 4)] * 2


@pytest.mark.parametrize(
    ("damaged", "meant", "start", "end", "confidence", "doubtful"),
    [
        pytest.param("工人日?qǐng)?bào)》", "工人日報》", 3, 14, 0.99, [], id="one character, one way"),
        pytest.param("工人日?qǐng)?bào)", "工人日報", 3, 14, 0.99, [], id="at the end"),
        pytest.param("總成績?nèi)珖?guó)第一名", "總成績全國第一名", 3, 14, 0.95, [], id="two characters"),
        pytest.param("績(jì)?nèi)珖?guó)第", "績(jì)全國第", 5, 16, 0.95, [], id="behind a gloss"),
        pytest.param("他們?cè)诜鲐氁痪€為", "他們在扶貧一線為", 2, 11, 0.99, [], id="five characters"),
        pytest.param("他們?cè)诜鲐", "他們在扶貧", 2, 8, 0.6, [(2, 5)], id="broken off: a guess"),
    ],
)
def test_a_repair_is_told_with_how_sure_it_is(damaged, meant, start, end, confidence, doubtful):
    draft = Draft(damaged)
    mend_tears(draft)
    assert draft.text == meant
    assert [(d.start, d.end, d.confidence) for d in draft.damage] == [(start, end, confidence)]
    assert [(s.start, s.end) for s in draft.doubtful()] == doubtful


def test_each_character_of_a_repair_knows_its_bytes():
    draft = Draft("總成績?nèi)珖?guó)第")
    mend_tears(draft)
    assert [draft.in_source(i, i + 1) for i in range(2, 6)] == [(2, 3), (3, 9), (8, 14), (14, 15)]


@pytest.mark.parametrize(
    ("damaged", "meant", "doubtful"),
    [
        (
            "會議強調要全面瀼匦掳l展理念,推動經濟社會發展",
            "會議強調要全面貫徹新發展理念,推動經濟社會發展",
            [(7, 9)],
        ),
        ("他在賀信刑岢龅囊求,我們要認真落實", "他在賀信中提出的要求,我們要認真落實", [(4, 6), (7, 9)]),
        (
            "全国各地的负责人都渭恿苏獯位嵋,并作了发言",
            "全国各地的负责人都参加了这次会议,并作了发言",
            [(9, 11), (14, 16)],
        ),
        ("全国各地的负责人都渭恿苏獯位嵋", "全国各地的负责人都参加了这次会议", [(9, 11), (14, 16)]),
        ("我们要险婀岢孤涫会议精神", "我们要认真贯彻落实会议精神", [(3, 5), (7, 9)]),
    ],
)
def test_a_run_that_lost_a_byte_is_mended_and_its_ends_are_marked(damaged, meant, doubtful):
    draft = Draft(damaged)
    mend_lost_bytes(draft, torn=True)
    assert draft.text == meant
    assert [(d.kind, d.confidence) for d in draft.damage] == [("lost-byte", 0.9)]
    assert [(s.start, s.end) for s in draft.doubtful()] == doubtful


def test_what_stands_beside_each_other():
    known = table()
    assert known.pairs["会议"] > known.pairs.get("会鼠", known.unseen["会"])
    assert score("会") == 0
    assert score("会议") == known.pairs["会议"]


@pytest.mark.parametrize("mark", ["€", "α", "Ψ"])
def test_a_sign_alone_in_a_sound_text_is_left(mark):
    text = f"太原市召开工作会议，{mark}市委书记出席会议并讲话。"
    for known in (True, False):
        draft = Draft(text)
        mend_lost_bytes(draft, known)
        assert draft.text == text
