"""decisions.jsonl as people mend it by hand."""

from __future__ import annotations

import pytest

from kg.model.entities import Decision
from kg.model.errors import KgError
from kg.run.decisions import read_decisions


def test_lines_in_their_order(tmp_path):
    path = tmp_path / "decisions.jsonl"
    path.write_text(
        '{"kind": "same", "a": "p-1", "b": "p-2"}\n\n{"kind": "forget", "a": "符晓岚"}\n', "utf-8"
    )
    assert read_decisions(path) == (Decision("same", "p-1", "p-2"), Decision("forget", "符晓岚"))
    assert read_decisions(tmp_path / "absent") == ()


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "3", '{"kind": "same"}', '{"kind": "no", "a": "x"}', '{"kind": [], "a": "x"}', '{"kind": "same", "a": ["x"]}',
     '{"kind": "same", "a": "x", "more": 1}', '{"kind": "same", "a": "x", "b": null}', '{"ki\\nd": "same", "a": "x"}'],
)  # fmt: skip
def test_a_line_that_is_no_decision_is_told_with_its_number(tmp_path, line):
    path = tmp_path / "decisions.jsonl"
    path.write_text(f'{{"kind": "forget", "a": "x"}}\n{line}\n', "utf-8")
    with pytest.raises(KgError, match=r"decisions\.jsonl:2: ") as told:
        read_decisions(path)
    assert "\n" not in str(told.value)
