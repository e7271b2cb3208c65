"""Committees of the consultative conference by their terms."""

import pytest

from tests.extract.reading_of import reading_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "政协第十二届全国委员会第五次会议17日在北京举行。",
            "中国人民政治协商会议全国委员会",
            id="of the nation",
        ),
        pytest.param(
            "政协第十二届全国委员会常务委员会第二十次会议17日在北京举行。",
            "中国人民政治协商会议全国委员会常务委员会",
            id="its standing committee",
        ),
        pytest.param(
            "中国人民政治协商会议第十一届山西省委员会第三次会议17日在太原开幕。",
            "中国人民政治协商会议山西省委员会",
            id="of a province",
        ),
    ],
)
def test_a_committee_is_one_whatever_its_term(text: str, name: str) -> None:
    assert name in [body.name for body in reading_of(text).bodies]
