"""Every kept input, and some thousand changed ones, on every target; `make fuzz` tries millions."""

from __future__ import annotations

import pytest

from .all_targets import TARGETS
from .drive import CORPUS, guided, plain, seeds
from .effort import EXAMPLES

RUNS = 150  # of each target in `make test`


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_target_keeps_its_promises(name):
    count = max(RUNS, EXAMPLES * 10) + len(seeds(name))
    done, broken = plain(name, count, seconds=4, seed=EXAMPLES)
    assert done >= len(seeds(name))
    assert broken == 0


def test_every_corpus_has_its_target():
    assert {folder.name for folder in CORPUS.iterdir()} == set(TARGETS)


def test_what_breaks_is_told_and_kept(monkeypatch, tmp_path, capfd):
    monkeypatch.setitem(TARGETS, "breaks", lambda data: 1 // 0)
    assert plain("breaks", 3, 10, 1, tmp_path) == (3, 3)
    assert "ZeroDivisionError" in capfd.readouterr().err
    assert list(tmp_path.iterdir())


def test_branches_can_be_followed():
    pytest.importorskip("atheris")
    assert guided("dates", 200, 30, 1) == (200, 0)
