"""Tibetan names of four characters, of which a Chinese surname or a village was read."""

import pytest

from tests.extract.reading_of import people_of, tenures_of


def test_list_goes_on_behind_a_tibetan_name():
    found = tenures_of("全国人大常委会副委员长吉明轩、白玛赤登、丁仲明、蔡达远，秘书长杨振文出席。")
    assert [person for person, *_ in found] == ["吉明轩", "白玛赤登", "丁仲明", "蔡达远", "杨振文"]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("自治区人大常委会主任格桑江村出席会议。", ["格桑江村"]),
        ("全国人大常委会副委员长向巴旺堆、国务委员杨洁明出席。", ["向巴旺堆", "杨洁明"]),
        ("村党支部书记扎西平措带着村民修路。", ["扎西平措"]),
        ("金港镇长江村党委书记郁霞明介绍了情况。", ["郁霞明"]),
        ("东北、华北、黄淮、江南等地有雨。", []),
    ],
)
def test_tibetan_names(sentence, people):
    assert people_of(sentence) == people


def test_last_part_of_two_uyghur_names():
    found = tenures_of("全国政协副主席阿不来提·阿不都热合曼、周明远出席。")
    assert [person for person, *_ in found] == ["阿不来提·阿不都热合曼", "周明远"]
