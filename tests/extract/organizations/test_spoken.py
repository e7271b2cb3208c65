"""What Cantonese says of bodies, kinds of them, and forces and parties of other countries."""

import pytest

from tests.extract.reading_of import bodies_of, tenures_of

HERE = "香港立法会议员到场。香港市民关注。"  # tells that the news is Hong Kong's


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("佢喺医院，啲学校停课。", [], id="spoken Cantonese"),
        pytest.param("个别学校停课，第二间医院爆满，有多间学校关闭。", [], id="kinds and counts"),
        pytest.param("他报读林州大学。", ["林州大学"], id="who studies there is no part of it"),
        pytest.param("矛头指向律政司。", ["香港特别行政区政府律政司"], id="a verb before a body"),
    ],
)
def test_bodies_in_hong_kong(text, expected):
    found = bodies_of(HERE + text)
    assert [b for b in found if b != "香港特别行政区立法会"] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("美国空军和海军在日本部署战机。", "中国人民解放军海军", id="another country's navy"),
        pytest.param(
            "朝鲜劳动党下发文件，贯彻党中央的精神。", "中国共产党中央委员会", id="another ruling party"
        ),
    ],
)
def test_nothing_of_ours(text, name):
    assert name not in bodies_of(text)


def test_a_verb_before_the_body_of_a_post():
    assert ("梁君文", "主席", "香港特别行政区立法会", None) in tenures_of(HERE + "矛头指向立法会主席梁君文。")
