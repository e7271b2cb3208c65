"""Where an article is."""

from __future__ import annotations

import pytest

from kg.extract.scope import PlaceContext


@pytest.mark.parametrize(
    ("text", "province"),
    [
        pytest.param(
            "山西省委书记翟北辰主持会议，省长温书洋出席。",
            "山西省",
            id="a given name is no district of Tianjin",
        ),
        pytest.param(
            "本报太原讯 翟北辰强调，省委要带头。", "山西省", id="nor at the beginning of a sentence"
        ),
        pytest.param("本报北辰讯 区委书记到会。", "天津市", id="the district itself is one"),
    ],
)
def test_the_last_place_named_decides(text, province):
    assert PlaceContext("", text).at(len(text)).province == province
