"""Where words of long lists may begin."""

import pytest

from kg.extract.gates import PairGates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在太原山", [[1], [3], [1]]),
        ("太原太原", [[0, 2], [], [0, 2]]),
        ("山", [[], [0], []]),
        ("", [[], [], []]),
        ("太", [[], [], []]),
        ("太山原市", [[], [1], []]),
        ("石家庄市", [[], [], [0]]),
        ("石家人", [[], [], []]),
    ],
)
def test_each_list_has_its_places(text, found):
    gates = PairGates(["太原"], ["山"], ["太原", "石家庄市"])
    assert [list(places) for places in gates.begins(text)] == found


def test_eight_lists_at_most_and_each_for_itself():
    words = ["甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七", "辛八"]
    gates = PairGates(*([word] for word in words))
    assert [list(p) for p in gates.begins("".join(words))] == [[2 * n] for n in range(8)]
