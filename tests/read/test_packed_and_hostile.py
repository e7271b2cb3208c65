"""Packed files, broken files and files made to break readers: a line of why each, and the rest is read."""

import gzip

import pytest

from .conftest import PACK, STORY, jsonl


@pytest.mark.parametrize("packing", PACK)
def test_packed_rows(tmp_path, read, packing):
    (tmp_path / f"a.jsonl.{packing}").write_bytes(PACK[packing](jsonl(3)))
    articles, rejected = read(tmp_path)
    assert [a.id for a in articles] == ["a0", "a1", "a2"]
    assert not rejected


@pytest.mark.parametrize("packing", PACK)
def test_a_packed_file_cut_off_in_the_middle(tmp_path, read, packing):
    whole = PACK[packing](jsonl(2000))
    (tmp_path / f"a.jsonl.{packing}").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.txt").write_text(STORY, "utf-8")
    articles, rejected = read(tmp_path)
    assert articles[-1].id == "b"
    assert len(rejected) == 1


@pytest.mark.parametrize("name", ["bomb.jsonl.gz", "bomb.txt.gz"])
def test_a_bomb_is_left_alone(tmp_path, read, name):
    (tmp_path / name).write_bytes(gzip.compress(b"a" * 30_000_000, 9))
    articles, rejected = read(tmp_path, max_article_bytes=1_000_000)
    assert not articles
    assert len(rejected) == 1


@pytest.mark.parametrize("packing", PACK)
def test_a_bomb_of_short_lines_is_stopped_while_it_is_unpacked(tmp_path, read, packing):
    """No line is too long, and there is no end of them."""
    (tmp_path / f"bomb.jsonl.{packing}").write_bytes(PACK[packing](b"\n" * 20_000_000))
    articles, [rejected] = read(tmp_path, max_article_bytes=1_000_000)
    assert not articles
    assert "like a zip bomb" in rejected.reason


@pytest.mark.parametrize("name", ["long.jsonl", "long.txt", "long.csv", "long"])
def test_one_line_without_end(tmp_path, read, name):
    with (tmp_path / name).open("wb") as file:
        file.write(b"id,text\n1,")
        file.truncate(50_000_000)
    articles, rejected = read(tmp_path, max_article_bytes=100_000)
    assert not articles
    assert rejected


def test_elements_nested_without_end(tmp_path, read):
    (tmp_path / "deep.html").write_text("<div>" * 100_000 + STORY + "</div>" * 100_000, "utf-8")
    _, rejected = read(tmp_path)
    assert "nested" in rejected[0].reason


@pytest.mark.parametrize(
    "suffix", ["txt", "html", "jsonl", "json", "csv", "tsv", "parquet", "warc", "png", ""]
)
@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", bytes(range(256)) * 40], ids=["empty", "cut", "noise"]
)
def test_every_reader_answers_garbage_with_a_reason(tmp_path, read, suffix, data):
    (tmp_path / f"a.{suffix}".rstrip(".")).write_bytes(data)
    _, rejected = read(tmp_path)
    assert all(r.reason and "\n" not in r.reason for r in rejected)
