"""Who speaks is told by a surname only: 他 means that one, and nobody who was named before."""

from kg.extract.events.events import find_events
from tests.extract.marked import reading


def test_he_is_whom_only_a_surname_tells():
    told = "【刘远明】被捕。另一位21岁的林先生说，手上是【刘远明】的照片。他说，自己读书不多。"
    assert [e.type for e in find_events(reading(told))] == ["sanction"]


def test_a_whole_name_with_a_title_speaks():
    told = "【王逸明】先生说：“不怕。”他说，可以。"
    [statement] = find_events(reading(told))
    assert [p.person for p in statement.participants] == ["王逸明"]
