import hashlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.persons import tagger
from kg.extract.persons.tagger import LABELS, PAD, ROW_BITS, class_codes, code_points, feature_rows, packed
from kg.extract.persons.tagging import Tagging, tag_names
from kg.model.errors import LexiconError

ALPHABET = "河东省长赵大明钱二李斯特·在会上说，。和公司大学A1\n"


def named(sentence: str) -> list[str]:
    return [sentence[s.start : s.end] for s in tag_names(sentence, [(0, len(sentence))])]


def laid_end_to_end(texts: list[str], between: str) -> tuple[str, list[tuple[int, int]]]:
    joined, ranges = "", []
    for text in texts:
        ranges.append((len(joined), len(joined) + len(text)))
        joined += text + between
    return joined, ranges


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("王建国表示，工程将于明年完工。", ["王建国"], id="a name before a verb"),
        pytest.param("会上，李志强、张晓东等作了发言。", ["李志强", "张晓东"], id="a list"),
        pytest.param("俄罗斯外长谢尔盖·彼得连科表示感谢。", ["谢尔盖·彼得连科"], id="a name with a dot"),
        pytest.param("比赛中，李志强被陈立峰以三比二击败。", ["李志强", "陈立峰"], id="no post near"),
        pytest.param("今天天气很好，大家都很高兴。", [], id="nobody"),
    ],
)
def test_tagger_finds_names(sentence, expected):
    assert named(sentence) == expected


@settings(deadline=None)
@given(st.lists(st.text(ALPHABET, max_size=60), max_size=6))
def test_names_lie_within_their_ranges_and_apart(texts):
    joined, ranges = laid_end_to_end(texts, "。")
    at = 0
    for span in tag_names(joined, ranges):
        assert span.start >= at
        assert span.end - span.start > 1
        assert any(a <= span.start and span.end <= b for a, b in ranges)
        at = span.end


@settings(deadline=None)
@given(st.lists(st.text(ALPHABET, min_size=1, max_size=60), min_size=1, max_size=6))
def test_what_stands_around_a_range_changes_nothing(texts):
    joined, ranges = laid_end_to_end(texts, "")
    alone = [
        (a + s.start, a + s.end)
        for t, (a, _) in zip(texts, ranges, strict=True)
        for s in tag_names(t, [(0, len(t))])
    ]
    assert [(s.start, s.end) for s in tag_names(joined, ranges)] == alone


@settings(deadline=None)
@given(st.text(ALPHABET.replace("，", "").replace("。", "").replace("\n", ""), min_size=2, max_size=16))
def test_no_single_name_gains_more_than_the_reading_chosen(text):
    tagging = Tagging(text, [(0, len(text))])
    best = sum(s.margin * (s.end - s.start) for s in tagging.names())
    for start in range(len(text)):
        for end in range(start + 2, len(text) + 1):
            assert tagging.margin(start, end) * (end - start) <= best + 1e-6


def test_the_same_features_on_every_machine():
    plain = feature_rows(
        code_points("\0" * PAD + "省长赵大明说。" + "\0" * PAD),
        class_codes(np.zeros(0x10000, dtype=np.uint8)),
    )
    assert plain.max() < 1 << ROW_BITS
    assert hashlib.sha256(plain.astype("<i8").tobytes()).hexdigest()[:16] == "cc671fcf6521a43f"


def test_weights_come_back_as_they_were_written():
    rng = np.random.default_rng(1)
    whole = rng.integers(-tagger.LARGEST, tagger.LARGEST + 1, (1 << ROW_BITS, LABELS)).astype(np.int8)
    classes = rng.integers(0, tagger.CLASSES, 0x10000).astype(np.uint8)
    back = tagger.from_bytes(tagger.to_bytes(whole, classes), "test")
    assert (back.table == packed(whole, classes).table).all()
    assert (back.codes == class_codes(classes)).all()


def test_lanes_do_not_spill():
    whole = np.full((1 << ROW_BITS, LABELS), tagger.LARGEST, dtype=np.int8)
    assert not packed(whole, np.zeros(0x10000, dtype=np.uint8)).scores(code_points("赵" * 30)).any()


def test_a_damaged_file_is_named():
    whole = np.zeros((8, LABELS), dtype=np.int8)
    data = tagger.to_bytes(whole, np.zeros(0x10000, dtype=np.uint8)).replace(b'"sha256": "', b'"sha256": "0')
    with pytest.raises(LexiconError, match=r"some\.bin: .*make train"):
        tagger.from_bytes(data, "some.bin")


@pytest.mark.parametrize(
    "same",
    ["0123456789０９", "ABYZabyzM", " \t\n\r\u00a0\u3000", "·•・‧⋅∙．"],
    ids=["digits", "letters", "spaces", "dots"],
)
def test_characters_that_the_tagger_takes_for_one(same):
    codes = {int(tagger._character_codes()[ord(c)]) for c in same}
    assert len(codes) == 1
    others = [int(tagger._character_codes()[ord(c)]) for c in "/:@[`{!\x08\x0b\x1f。中１"[:12]]
    assert not codes & set(others)


def test_the_code_of_nothing_is_nothing():
    assert int(tagger._character_codes()[0]) == 0
    assert hashlib.sha256(tagger._character_codes().tobytes()).hexdigest()[:16] == "80761f910bec5020"
    assert [int(x) for x in tagger._mixed(np.array([0, 1, 2, 70000]), 5)] == [592674471, 3284679858, 148230029, 3200968053]  # fmt: skip


def test_characters_beyond_the_first_plane_are_one():
    assert code_points("中\U00020000\U0001f600").tolist() == [0x4E2D, 0xFFFF, 0xFFFF]
    assert code_points("\ud800").tolist() == [0xD800]
