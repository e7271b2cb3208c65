"""Leading groups that a title tells of and the story names again."""

import pytest

from tests.extract.reading_of import reading_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(
            "推进某岛全面深化改革开放领导小组组长林书远17日主持召开推进某岛全面深化改革开放领导小组全体会议。",
            1,
            id="by its name",
        ),
        pytest.param(
            "推进某岛全面深化改革开放领导小组组长林书远17日主持召开领导小组会议。", 1, id="by its kind"
        ),
        pytest.param("推进某岛全面深化改革开放领导小组组长林书远17日来到太原。", 0, id="only in the title"),
    ],
)
def test_the_group_of_a_title_is_named_again(text: str, count: int) -> None:
    reading = reading_of(text)
    name = "推进某岛全面深化改革开放领导小组"
    outside = [b for b in reading.bodies if b.name == name and b.start > text.index("17日")]
    assert len(outside) == count
