"""By which rule a post was found, and how sure that is."""

import pytest

from tests.extract.reading_of import reading_of

ROWS = [
    ("太原市市长王大海出席。", "post-before-name/1", 0.97),
    ("总理周明远出席。", "post-before-name/1", 0.92),
    ("云海股份董事长王大海出席。", "post-before-name/1", 0.9),
    ("作家李小山出席。", "post-before-name/1", 0.8),
    ("王大海曾任太原市市长。", "post-after-verb/1", 0.95),
    ("周大平主席出席。", "post-after-name/1", 0.92),
    ("王大海（太原大学校长）出席。", "post-beside-name/1", 0.95),
    ("免去王大海的太原市市长职务。", "post-taken-from/1", 0.95),
]


@pytest.mark.parametrize(("sentence", "rule", "confidence"), ROWS, ids=[row[0] for row in ROWS])
def test_how_sure_a_post_is(sentence, rule, confidence):
    [tenure] = reading_of(sentence).tenures
    assert (tenure.rule, tenure.confidence) == (rule, confidence)


def test_the_body_of_the_list_is_less_sure():
    assert [t.confidence for t in reading_of("太原市委书记张明、市长王大海出席。").tenures] == [0.97, 0.8]


def test_the_surest_of_several_counts():
    [tenure] = reading_of("总理周明远出席。国务院总理周明远讲话。").tenures
    assert tenure.confidence == 0.97
    assert [q.quote for q in tenure.evidence] == ["总理周明远", "国务院总理周明远"]


def test_no_more_than_eight_places_are_quoted():
    [tenure] = reading_of("太原市市长王大海出席。" * 12).tenures
    assert len(tenure.evidence) == 8
    assert len({q.start for q in tenure.evidence}) == 8
