"""Quotes of shares and links to blogs behind names."""

import pytest

from kg.clean.draft import Draft
from kg.clean.links import remove_links


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("白沟通讯(16.53,0.35,2.16%)发布手机", "白沟通讯发布手机", id="price, change, per cent"),
        pytest.param("白沟电子[0.91 -3.19%]商会", "白沟电子商会", id="in square brackets"),
        pytest.param("步步升[25.40-2.12%]登山", "步步升登山", id="no blank between"),
        pytest.param("周明远（微博 专栏）认为", "周明远认为", id="a blog"),
        pytest.param("占比（35.6%）上升", "占比（35.6%）上升", id="a share of something"),
        pytest.param("增长（30%-50%）", "增长（30%-50%）", id="a range"),
        pytest.param("开通（微博账号）", "开通（微博账号）", id="more than a link"),
    ],
)
def test_links(text, kept):
    draft = Draft(text)
    remove_links(draft)
    assert draft.text == kept
