"""Which of several names for one person stays, and under which everybody goes in the end."""

import pytest

from kg.extract.persons.full_names import followed, short_forms, spots_of
from kg.extract.persons.name_lists import names_from
from kg.extract.persons.names import NameGuess
from kg.extract.persons.people import People
from kg.extract.persons.votes import married_surnames, settle, with_preposition
from kg.extract.reading import Sentence


def seen(**weights):
    people = People()
    people.seen.update(weights)
    return people


@pytest.mark.parametrize(
    ("text", "more", "names"),
    [
        ("林书远、周以宁和郑可欣出席", True, ["林书远", "周以宁", "郑可欣"]),
        ("林书远，周以宁及郑可欣出席", True, ["林书远", "周以宁", "郑可欣"]),
        ("林书远、周以宁出席", False, ["林书远"]),
        ("林书远，白沟乡林业站", True, ["林书远"]),
        ("李大山、王小红、焦昕等12人", True, ["李大山", "王小红", "焦昕"]),
        ("李大山、王小红、高度重视", True, ["李大山", "王小红"]),
        ("李大山、王小红、陈老师、", True, ["李大山", "王小红"]),
        ("林书远、周大镇林业站", True, ["林书远"]),
        ("林书远、周明县林业站", True, ["林书远"]),
        ("林书远、周大镇。", True, ["林书远", "周大镇"]),
        ("林书远、法国总统", True, ["林书远"]),
        ("约翰·雷文、马克·海姆和法国总统", True, ["约翰·雷文", "马克·海姆"]),
        ("学校", True, []),
        ("", True, []),
    ],
)
def test_a_list_of_names(text, more, names):
    assert [text[g.start : g.end] for g in names_from(text, 0, len(text), False, more)] == names


def test_the_first_name_has_to_be_good_enough():
    assert names_from("林书远出席", 0, 5, False, True, 5.0)
    assert not names_from("林书远出席", 0, 5, False, True, 50.0)


def test_people_keep_the_best_weight_and_every_place():
    people, text = People(), "雷文到，雷文说"
    assert people.add(NameGuess(0, 2, 5.0, True), text) == "雷文"
    people.add(NameGuess(4, 6, 3.0, False), text)
    assert people.seen == {"雷文": 5.0}
    assert people.places == {"雷文": [(0, 2), (4, 6)]}
    assert people.foreign == {"雷文"}


@pytest.mark.parametrize(
    ("names", "text", "lost"),
    [
        pytest.param(
            {"刘奇": 5.0, "刘奇作": 6.0}, "刘奇作报告。刘奇，男。", {"刘奇作": "刘奇"}, id="a verb behind it"
        ),
        pytest.param(
            {"林书": 5.0, "林书远": 6.0}, "林书远出席。林书远说。", {"林书": "林书远"}, id="a part of it"
        ),
        pytest.param(
            {"林书": 99.0, "林书远": 6.0}, "林书远出席。", {"林书远": "林书"}, id="the headline knows"
        ),
        pytest.param(
            {"林书远": 5.0, "林书远和": 6.0}, "林书远和他", {"林书远和": "林书远"}, id="和 is no name's end"
        ),
        pytest.param(
            {"向雷文": 6.0, "雷文": 5.0}, "向雷文致意。雷文说。", {"向雷文": "雷文"}, id="向 is no beginning"
        ),
        pytest.param({"向雷文": 9.0, "雷文": 4.0}, "向雷文致意。", {}, id="unless much likelier"),
        pytest.param(
            {"周明密切": 6.0},
            "周明密切关注。周明说。周明，男。",
            {"周明密切": "周明"},
            id="a word behind two",
        ),
        pytest.param({"周明密切": 6.0}, "周明密切关注。", {}, id="which stands nowhere alone"),
        pytest.param({"林书远": 5.0, "周以宁": 5.0}, "林书远、周以宁", {}, id="two persons"),
        pytest.param(
            {"雷特时": 6.0}, "会见雷特时。雷特说。", {"雷特时": "雷特"}, id="时 behind one who stands alone"
        ),
        pytest.param({"雷特时": 6.0}, "会见雷特时。雷特时到。", {}, id="but not where nobody stands alone"),
        pytest.param({"雷文后": 6.0}, "打死雷文后。雷文到。雷文走。", {"雷文后": "雷文"}, id="后 behind one"),
        pytest.param({"李后": 6.0}, "李后到。李说。李走。", {}, id="which a bare surname is not"),
        pytest.param(
            {"洪森": 6.0, "洪森时": 5.0},
            "会见洪森时说。洪森，男。洪森出席。",
            {"洪森时": "洪森"},
            id="a word that follows names",
        ),
        pytest.param(
            {"洪森": 6.0, "洪森北京": 5.0},
            "洪森北京时间到。洪森，男。",
            {"洪森北京": "洪森"},
            id="a word of two behind it",
        ),
        pytest.param(
            {"洪森": 6.0, "洪森北": 5.0}, "洪森北到。洪森，男。", {}, id="one character may be of a name"
        ),
        pytest.param(
            {"洪森": 6.0, "洪森明": 5.0}, "洪森明到。洪森，男。洪森明，男。", {}, id="both stand alone"
        ),
        pytest.param({"与大海": 3.0, "大海": 6.0}, "", {"与大海": "大海"}, id="与"),
        pytest.param({"由大海": 5.0, "大海": 4.0}, "", {"由大海": "大海"}, id="由"),
        pytest.param({"为大海": 7.9, "大海": 4.0}, "", {"为大海": "大海"}, id="为, if little likelier"),
        pytest.param({"为大海": 8.1, "大海": 4.0}, "", {}, id="not if much likelier"),
        pytest.param(
            {"林书远": 5.0, "林书远与": 5.0}, "林书远与他", {"林书远与": "林书远"}, id="与 is no name's end"
        ),
        pytest.param({"林书远": 5.0, "林书远及": 5.0}, "林书远及他", {"林书远及": "林书远"}, id="nor 及"),
        pytest.param({"林书远": 5.0, "林书远同": 5.0}, "林书远同他", {"林书远同": "林书远"}, id="nor 同"),
        pytest.param(
            {"雷·海": 5.0, "雷·海文": 6.0},
            "雷·海文出席。雷·海文说",
            {"雷·海": "雷·海文"},
            id="two forms with a dot",
        ),
        pytest.param(
            {"林书": 5.0, "林书远明": 6.0},
            "林书远明出席。林书远明说",
            {"林书": "林书远明"},
            id="shorter by two",
        ),
        pytest.param({"刘奇": 5.0, "刘奇说": 6.0}, "刘奇说。刘奇，男。", {"刘奇说": "刘奇"}, id="说"),
        pytest.param({"刘奇": 5.0, "刘奇对": 6.0}, "刘奇对他。刘奇，男。", {"刘奇对": "刘奇"}, id="对"),
        pytest.param(
            {"欧阳安全": 6.0}, "欧阳安全到。欧阳。欧阳。", {}, id="a surname of two is no name before a word"
        ),
        pytest.param(
            {"周明安明": 6.0}, "周明安明到。周明说。周明到。", {}, id="what is behind it is no word"
        ),
        pytest.param(
            {"雷文": 5.0, "雷文·海": 6.0}, "雷文·海。雷文。", {}, id="with a dot it is another form"
        ),
    ],
)
def test_votes_between_names_of_which_one_begins_another(names, text, lost):
    assert settle(seen(**names), text) == lost


def test_a_preposition_before_a_name_that_stands_elsewhere():
    people = seen(向黄大海=6.0, 黄大海=6.0)
    assert with_preposition(people, "透过律师向黄大海道歉。黄大海说。黄大海走了。") == {"向黄大海": "黄大海"}
    assert with_preposition(people, "向黄大海道歉。黄大海说。") == {}
    assert with_preposition(seen(向大=6.0), "向大。大大大大") == {}
    assert with_preposition(seen(向学校=6.0), "向学校道歉。学校说。学校大。") == {}
    assert with_preposition(seen(但彭大=5.0, 彭大=5.0), "") == {"但彭大": "彭大"}
    assert with_preposition(seen(但彭大=5.0), "但彭大。彭大。彭大。") == {}


def test_a_married_name_explains_its_surnames():
    people = seen(林陈月娟=9.0, 林陈=6.0, 林陈率先=6.0, 林陈又=6.0, 周以宁=9.0)
    assert married_surnames(people) == {"林陈", "林陈率先", "林陈又"}
    assert married_surnames(seen(林陈=6.0, 林陈率先=6.0)) == set()
    assert married_surnames(seen(林陈月娟=9.0, 林陈美娟=9.0)) == set()


@pytest.mark.parametrize(
    ("names", "seen_too", "forms"),
    [
        (["约翰·雷文", "周以宁"], False, {"雷文": "约翰·雷文"}),
        (["约翰·雷文", "马克·雷文"], False, {}),
        (["约翰·雷文", "雷文"], False, {}),
        (["约翰·雷文", "雷文"], True, {"雷文": "约翰·雷文"}),
        (["约翰·雷"], False, {}),
        (["南戈洛·雷文", "戈洛·雷文"], True, {"戈洛·雷文": "南戈洛·雷文"}),
        (["士戈洛·雷文", "戈洛·雷文"], True, {}),
    ],
)
def test_short_forms_of_names_with_dots(names, seen_too, forms):
    assert short_forms(names, seen_too) == forms


def test_names_are_followed_to_the_last():
    assert followed({"甲": "乙", "乙": "丙"}) == {"甲": "丙", "乙": "丙"}
    assert followed({"甲": "乙乙", "乙乙": "甲"}) == {"甲": "乙乙", "乙乙": "乙乙"}


def test_where_names_and_their_short_forms_stand():
    text = "约翰·雷文到。\n雷文说，约翰·雷文好。"
    sentences = (Sentence(0, 7, 0, "body"), Sentence(8, len(text), 1, "body"))
    spots = spots_of(text, sentences, ["约翰·雷文"])
    assert [(s.start, s.end, s.name, s.sentence_end) for s in spots] == [
        (0, 5, "约翰·雷文", 7),
        (8, 10, "约翰·雷文", len(text)),
        (12, 17, "约翰·雷文", len(text)),
    ]
    assert spots_of(text, sentences[1:], ["约翰·雷文"])[0].start == 8
    assert spots_of(text, sentences[:1], ["约翰·雷文"])[-1].start == 0
    assert spots_of(text, sentences, []) == []
