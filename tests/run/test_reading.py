"""Small files are read in processes."""

from __future__ import annotations

import pytest

from kg.model.settings import Settings
from kg.run import reading
from kg.run.reading import articles_of
from tests.invented import article, write_articles

SETTINGS = Settings()


@pytest.mark.parametrize("count", [3, 70])
def test_the_articles_are_those_of_one_process(count, tmp_path):
    for n in range(count):
        row = article(n % 60)
        page = f"<html><head><title>{row['title']}</title></head><body><article><p>{row['text']}</p></article></body></html>"
        (tmp_path / f"{n:03d}.html").write_text(page, encoding="utf-8")
    write_articles(tmp_path / "020-rows.jsonl", 40)
    (tmp_path / "030.txt").write_bytes(b"\x00\x01")
    alone = list(articles_of([str(tmp_path)], SETTINGS, 1))
    assert len(alone) == count + 41
    assert list(articles_of([str(tmp_path)], SETTINGS, 2)) == alone


def test_a_large_file_is_read_here(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "SMALL", 100)
    monkeypatch.setattr(reading, "ordered_map", None)
    write_articles(tmp_path / "large.jsonl", 40)
    assert len(list(articles_of([str(tmp_path)], SETTINGS, 2))) == 40
