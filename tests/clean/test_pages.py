"""Every case of tests/clean/pages: what is left of an invented page, what is known of it, what was mended."""

from pathlib import Path

import pytest

from tests.clean.zones import told
from tests.pages import cases


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("pages") / "pages.txt"))
def test_what_is_left_of_a_page(case):
    assert list(told(case.text, case.about)) == case.facts
