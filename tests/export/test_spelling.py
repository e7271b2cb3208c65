"""How a name may be typed."""

from __future__ import annotations

import pytest

from kg.export.view.spelling import pinyin_of, typed_as


@pytest.mark.parametrize(
    ("name", "person", "forms"),
    [
        pytest.param("骆清禹", True, {"luo qing yu", "lqy", "駱清禹"}, id="pinyin, initials, traditional"),
        pytest.param(
            "单明远",
            True,
            {"shan ming yuan", "dan ming yuan", "smy"},
            id="a surname has a reading of its own",
        ),
        pytest.param("山西省总工会", False, {"shan xi sheng zong gong hui", "sxszgh"}, id="a body"),
        pytest.param("吕和", True, {"lv he", "lu he", "lyu he"}, id="ü is typed in three ways"),
    ],
)
def test_typed_as(name, person, forms):
    assert forms <= set(typed_as(name, person).split("|"))


@pytest.mark.parametrize(
    ("name", "person", "reading"),
    [("骆清禹", True, "Luo Qingyu"), ("单明", True, "Shan Ming"), ("欧阳明远", True, "Ouyang Mingyuan"),
     ("司马南乔", True, "Sima Nanqiao"), ("欧阳和", True, "Ouyang He"), ("John", True, ""), ("", True, "")],
)  # fmt: skip
def test_pinyin_of(name, person, reading):
    assert pinyin_of(name, person) == reading


def test_a_name_without_characters_is_typed_as_it_is():
    assert typed_as("ILO", False) == ""
