import os
from pathlib import Path

import pytest

from kg.model.errors import KgError
from kg.read.source import Source, find_sources

from .conftest import STORY


@pytest.mark.parametrize(
    ("name", "stem", "suffix", "packing"),
    [
        pytest.param("a.jsonl.xz", "a", "jsonl", "xz", id="packed"),
        pytest.param("a.b.txt", "a.b", "txt", "", id="a dot in the name"),
        pytest.param("A.TXT", "A", "txt", "", id="capitals"),
        pytest.param("article", "article", "", "", id="no suffix"),
        pytest.param(".txt", ".txt", "", "", id="only a suffix"),
        pytest.param("a.gz", "a", "", "gz", id="packed without a format"),
    ],
)
def test_a_name_is_taken_apart(name, stem, suffix, packing):
    source = Source.of(Path(name))
    assert (source.stem, source.suffix, source.packing) == (stem, suffix, packing)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        pytest.param("会议.txt".encode(), "会议", id="UTF-8"),
        pytest.param("会议.txt".encode("gb18030"), "会议", id="as old Windows packed it"),
        pytest.param(b"\xff\xff.txt", "\\xff\\xff", id="no encoding at all"),
        pytest.param(b"a\nb.txt", "a\nb", id="a line end"),
    ],
)
def test_a_name_can_be_written_down_whatever_its_bytes(tmp_path, read, name, printed):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    path.write_text(STORY, "utf-8")
    [article], _ = read(tmp_path)
    assert article.id == printed
    assert article.path.encode("utf-8")
    assert article.text == STORY


def test_a_folder_is_walked_in_the_order_of_its_paths(tmp_path):
    for name in ("b/2.txt", "a/9.txt", "c.txt", "a/.hidden/1.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(STORY, "utf-8")
    found = [s.path.relative_to(tmp_path).as_posix() for s in find_sources([str(tmp_path)]) if s.path]
    assert found == ["a/9.txt", "b/2.txt", "c.txt"]


def test_globs_and_folders_give_each_file_once(tmp_path):
    for name in ("2.txt", "1.txt"):
        (tmp_path / name).write_text(STORY, "utf-8")
    found = list(find_sources([str(tmp_path / "*.txt"), str(tmp_path), str(tmp_path / "1.txt")]))
    assert [s.stem for s in found] == ["1", "2"]


@pytest.mark.parametrize("given", ["no-such-file.txt", "no-such-*.txt"])
def test_what_is_not_there_is_the_callers_mistake(given):
    with pytest.raises(KgError, match="no such file"):
        list(find_sources([given]))
