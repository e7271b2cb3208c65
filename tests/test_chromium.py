"""A machine without a browser skips what needs one, but where every change is checked."""

from __future__ import annotations

import pytest

from tests import chromium


@pytest.mark.parametrize(
    ("needed", "outcome"),
    [
        pytest.param("", pytest.skip.Exception, id="on a machine of one's own"),
        pytest.param("1", pytest.fail.Exception, id="in .ci/run"),
    ],
)
def test_a_missing_browser(needed, outcome, monkeypatch):
    monkeypatch.setattr(chromium, "CHROMIUM", None)
    monkeypatch.setenv("KG_NEEDS_BROWSER", needed)
    with pytest.raises(outcome, match="no Chromium"), chromium.chromium():
        pass
