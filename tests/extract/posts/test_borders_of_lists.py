"""Where a post's body begins behind 兼, a verb, a count or one more name."""

import pytest

from tests.extract.reading_of import bodies_of, reading_of, tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "南平市委书记兼市人大常委会主任周明远出席。",
            [
                ("周明远", "书记", "中国共产党南平市委员会", None),
                ("周明远", "主任", "南平市人民代表大会常务委员会", None),
            ],
            id="兼 joins",
        ),
        pytest.param(
            "江州市中级人民法院公开宣判南平市原副市长梁一鸣受贿案。",
            [("梁一鸣", "副市长", "南平市人民政府", "former")],
            id="a court and a verb before the place",
        ),
        pytest.param(
            "俄罗斯外长彼得罗夫和美国务卿汤普森在维也纳会谈。",
            [("彼得罗夫", "外长", "俄罗斯", None), ("汤普森", "国务卿", "美国", None)],
            id="和, and a country by one character",
        ),
        pytest.param(
            "周明远向卢苏致电，祝贺卢苏就任巴西总统。", [], id="who congratulates is not who takes office"
        ),
    ],
)
def test_where_a_body_begins(sentence, expected):
    assert tenures_of(sentence) == expected


def test_counted_holders_are_no_body():
    assert bodies_of("3名副市长周明远、梁一鸣、陶卫石出席。") == []


def test_a_central_committee_is_one():
    assert bodies_of("民革中央委员会主席周明远出席会议。") == ["中国国民党革命委员会中央委员会"]


def test_words_behind_a_post_are_no_name():
    """总书记|殷殷嘱托, 总书记|关于脱贫: the holder stands before the post."""
    text = "周明远总书记到广西考察。广西各族人民牢记周明远总书记殷殷嘱托，落实周明远总书记关于脱贫的讲话。"
    assert tenures_of(text) == [("周明远", "总书记", "中国共产党中央委员会", None)]


@pytest.mark.parametrize(
    "sentence", ["应老挝总理邀请，代表团出访。", "我们应加强合作。", "全省54户医院参加。"]
)
def test_what_is_no_name(sentence):
    reading = reading_of(sentence)
    assert not reading.people
    assert not reading.bodies
