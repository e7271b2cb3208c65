import codecs
import random

import pytest

from kg.read.decoding import UndecodableError, decode

from .conftest import STORY

TRADITIONAL = "太原市三月五日召開工作會議，市委書記李大明出席會議並講話，市長張三峰主持會議。會議研究了下一步的工作安排。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(STORY.encode(), "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + STORY.encode(), "utf-8-sig", id="utf-8 with a mark"),
        pytest.param(STORY.encode("utf-16"), "utf-16", id="utf-16 with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"), "utf-16", id="utf-16 big end first"),
        pytest.param(STORY.encode("gb18030"), "gb18030", id="gb18030 is guessed"),
        pytest.param(STORY.encode("utf-16-le"), "utf-16-le", id="utf-16 without a mark is guessed"),
    ],
)
def test_text_of_every_encoding(data, encoding):
    decoded = decode(data)
    assert decoded.text == STORY
    assert decoded.encoding.split(" ")[0] == encoding


def test_big5_is_guessed():
    decoded = decode(TRADITIONAL.encode("big5"))
    assert decoded.text == TRADITIONAL
    assert decoded.encoding.startswith("big5")


def test_a_guess_names_its_confidence():
    assert decode(STORY.encode("gb18030")).encoding.endswith(")")


@pytest.mark.parametrize(
    "data",
    [random.Random(1).randbytes(5000), b"\0" * 1000, b"\x89PNG\r\n\x1a\n" + random.Random(2).randbytes(999)],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UndecodableError):
        decode(data)


def test_a_few_broken_bytes_do_not_spoil_a_long_text():
    data = (STORY * 100).encode()
    decoded = decode(data[:3001] + b"\xff" + data[3001:])
    assert decoded.text.count("\ufffd") <= 3
