"""Who stands in which case: capital letters are people."""

import pytest

from kg.extract.events.casting import groups, in_a_row

PEOPLE = {letter: chr(0xE000 + number) for number, letter in enumerate("ABCDE")}


def words(marked):
    return "".join(PEOPLE.get(c, c) for c in marked)


def letters(signs):
    return "".join(chr(ord("A") + ord(sign) - 0xE000) for sign in signs)


def cases(marked, **how):
    return [(letters(g.signs), g.case.value + ("…" if g.open else "")) for g in groups(words(marked), **how)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("A出席会议", [("A", "subject")]),
        ("A、B和C出席", [("ABC", "subject")]),
        ("A、B等出席", [("AB", "subject…")]),
        ("A和夫人B出席", [("AB", "subject")]),
        ("A，B出席", [("A", "subject"), ("B", "subject")]),
        ("A会见B", [("A", "subject"), ("B", "object")]),
        ("A回复B书面质询时表示", [("A", "subject"), ("B", "none")]),
        ("A回应，B说", [("A", "subject"), ("B", "subject")]),
        ("A会见时B在场", [("A", "subject"), ("B", "subject")]),
        ("A同B会谈", [("A", "subject"), ("B", "with")]),
        ("A与B分别致辞", [("A", "subject"), ("B", "subject")]),
        ("A向B致贺信", [("A", "subject"), ("B", "to")]),
        ("A致电B", [("A", "subject"), ("B", "to")]),
        ("A为B举行仪式", [("A", "subject"), ("B", "for")]),
        ("A被B取代", [("A", "subject"), ("B", "by")]),
        ("由A主持", [("A", "agent")]),
        ("A率B出席", [("A", "subject"), ("B", "led")]),
        ("A陪同B考察", [("A", "subject"), ("B", "escorted")]),
        ("A在B陪同下考察", [("A", "subject"), ("B", "escort")]),
        ("A在B，C陪同下考察", [("A", "subject"), ("B", "escort"), ("C", "escort")]),
        ("应A邀请，B访问", [("A", "inviter"), ("B", "subject")]),
        ("应部长A的邀请，B访问", [("A", "inviter"), ("B", "subject")]),
        ("A听取B汇报", [("A", "subject"), ("B", "heard")]),
        ("A代表B出席", [("A", "subject"), ("B", "none")]),
        ("A与某国总统B会谈", [("A", "subject"), ("B", "with")]),
        ("A对某国总统B说", [("A", "subject"), ("B", "to")]),
        ("A与到访的B会谈", [("A", "subject"), ("B", "with")]),
        ("A上午在太原和B一道", [("A", "subject"), ("B", "with")]),
        ("主席是A，", [("A", "none")]),
        ("大会选了A", [("A", "object")]),
        ("B见到前来的A，", [("B", "subject"), ("A", "object")]),
        ("共同A", [("A", "subject")]),
        ("天气很好", []),
    ],
)
def test_cases(marked, expected):
    assert cases(marked) == expected


def test_a_closing_list_is_joined_by_commas():
    assert cases("A，B和C出席", closing=True) == [("ABC", "subject")]


@pytest.mark.parametrize(
    ("marked", "row"),
    [
        ("A出席", "A"),
        ("A，B出席", "AB"),
        ("A，原B出席", "AB"),
        ("A、某省省长B出席", "AB"),
        ("A说。B出席", "B"),
        ("A，B说，C出席", "C"),
        ("A，B，C出席", "ABC"),
    ],
)
def test_those_in_a_row(marked, row):
    found = in_a_row(words(marked), groups(words(marked)))
    assert "".join(letters(g.signs) for g in found) == row
