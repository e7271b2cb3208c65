"""Bytes read by the wrong table, or one place off: the small steps of reading them again."""

import pytest

from kg.clean import encodings, lost
from kg.clean.bigrams import MARKS, single
from kg.clean.draft import Draft
from kg.clean.encodings import Character
from kg.clean.lost import Repair

LOST = None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param([0xE4, 0xB8, 0xAD], "中", id="three bytes"),
        pytest.param([0x41, 0xC3, 0xA9], "Aé", id="one and two"),
        pytest.param([0xE4, LOST, 0xAD], "\ufffd", id="the second lost"),
        pytest.param([0xE4, 0xB8], "\ufffd", id="the last missing"),
        pytest.param([LOST], "\ufffd", id="the only one lost"),
        pytest.param([0xE4, LOST, LOST], "\ufffd", id="two of three lost"),
        pytest.param([0x80], "", id="no first byte"),
        pytest.param([0xC1, 0x80], "", id="never a first byte"),
        pytest.param([0xF0, 0x80, 0x80], "", id="of four bytes there are none here"),
    ],
)
def test_utf8_of_which_bytes_are_lost(data, text):
    assert "".join(c.text for c in encodings._utf8(data)) == text


def test_what_a_character_with_a_lost_byte_may_be():
    [second] = encodings._utf8([0xE4, LOST, 0xAD])
    [printed] = encodings._utf8([0xE4, 0x3F, 0xAD])
    [third] = encodings._utf8([0xE4, 0xB8, LOST])
    assert "中" in second.options
    assert "中" in third.options
    assert printed == second  # "?" is printed for a lost byte
    assert set(second.options) & set(third.options) == {"中"}
    assert encodings._utf8([0xE4, LOST, LOST])[0].options == ()


def test_a_lost_character_is_filled_by_its_neighbours():
    [second] = encodings._utf8([0xE4, LOST, 0xAD])
    assert encodings._filled([second, Character("国", 3)]) == "中国"
    assert encodings._filled([Character("国", 3)]) == "国"
    assert encodings._filled([Character("中", 3), *encodings._utf8([0xE5, LOST, 0xBD])]) == "中国"
    either = Character("\ufffd", 2, ("国", "鼠"))
    assert encodings._filled([Character("中", 3), either]) == "中国"
    assert encodings._filled([either]) == "国"
    assert encodings._filled([either, Character("标", 3)]) == "鼠标"


@pytest.mark.parametrize(
    ("character", "byte"), [("é", 233), ("ÿ", 255), ("€", 128), ("\ufffd", None), ("中", None)]
)
def test_the_byte_behind_a_latin_letter(character, byte):
    assert encodings._byte(character) == byte


def test_gbk_and_the_places_of_its_bytes():
    assert encodings._gbk([0xD6, 0xD0, 0x41]) == [Character("中", 2), Character("A", 1)]
    assert encodings._gbk([0xD6]) == []
    assert encodings._gbk_bytes("中A€\u0e01", 5) == ([0xD6, 0xD0, 0x41, 0x80, None], [5, 5, 6, 7, 8])
    assert encodings._origins([3, 1, 2], [7, 8, 9, 10, 11, 12]) == [(7, 10), (10, 11), (11, 13)]


@pytest.mark.parametrize(
    ("text", "is_chinese"),
    [
        ("中国会议", True),
        ("中国\ufffd", True),
        ("中\ufffd", False),
        ("abc", False),
        ("\u4e02\u4e05", False),
        ("", False),
    ],
)
def test_what_is_chinese_after_reading_again(text, is_chinese):
    assert encodings._is_chinese([Character(c, 1) for c in text]) is is_chinese


def test_the_chance_of_each_mark():
    """Measured on the corpora; they decide between repairs before a mark."""
    assert {mark: single(mark) for mark in MARKS} == {
        "，": -3.5, ",": -3.5, "。": -4.5, "、": -4.5, "\n": -5.0, "”": -6.0, "“": -7.0, "》": -7.0, "《": -7.5, " ": -7.0
    }  # fmt: skip


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("中", b"\xd6\xd0"), ("，", b"\xa3\xac"), (",", b"\xa3\xac"), (")", b"\xa3\xa9"), ("€", b"\x80"), ("α", b"\xa6\xc1"),
        ("@", b"@"), ("A", b"A"), ("~", b"~"), ("0", b""), (" ", b""), ("１", b""),
    ],
)  # fmt: skip
def test_the_bytes_that_a_damaged_run_has(character, code):
    assert lost._bytes(character) == code


@pytest.mark.parametrize(
    ("run", "code"),
    [("中国", b"\xd6\xd0\xb9\xfa"), ("中A", b"\xd6\xd0A"), ("A中", b""), ("中１", b""), ("", b"")],
)
def test_the_bytes_of_a_run(run, code):
    assert lost._code(run) == code


@pytest.mark.parametrize(
    ("run", "read"),
    [
        ("中国", ("中国", "中国")),
        ("，。", ("，。", "，。")),
        ("發展", ("發展", "发展")),
        ("α", None),
        ("AB", None),
    ],
)
def test_what_is_read_again_has_to_be_chinese(run, read):
    assert lost._decode(run.encode("gb18030")) == read
    assert lost._decode(b"\xff") is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("会议\u4e02\u4e05，", {2, 3}, id="two rare ones before a mark"),
        pytest.param("会议\u4e02\u4e05会议", {2, 3}, id="before a character"),
        pytest.param("\u4e02\u4e05。", {1}, id="never the first"),
        pytest.param("会议\u4e02", set(), id="nor at the end"),
        pytest.param("A\u4e02\u4e05，", {2}, id="nor behind a letter"),
        pytest.param("会议召开，", set(), id="nor what is usual"),
    ],
)
def test_where_neighbours_are_unusual(text, places):
    assert set(lost._unusual(text)) == places


def test_the_candidates_for_an_end():
    ending = [c for c, _ in lost._ending_in(0xD0)]
    assert "中" in ending
    assert all(c.encode("gbk")[1] == 0xD0 for c in ending)
    assert all(c.encode("gbk")[0] == 0xD6 for c, _ in lost._beginning_in(0xD6))
    assert lost._best((), "中", "国") == ("", "")
    assert lost._best((("国", "国"), ("鼠", "鼠")), "中", "人") == ("国", "国")


@pytest.mark.parametrize(("gain", "confidence"), [(34.0, 0.7), (34.1, 0.9)])
def test_a_repair_with_its_way_back(gain, confidence):
    draft = Draft("甲乙丙丁")
    edit = lost._edit(draft, Repair(gain, 1, 3, "子丑", False))
    assert (edit.start, edit.end, edit.text) == (1, 3, "子丑")
    assert edit.origins == [(1, 2), (1, 3)]
    assert [(d.start, d.end, d.confidence) for d in draft.damage] == [(1, 3, confidence)]
    assert draft.guesses == [(1, 2)]
    lost._edit(draft, Repair(gain, 1, 3, "子丑", True))
    assert draft.guesses[1:] == [(1, 2), (2, 3)]
