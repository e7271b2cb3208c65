"""Sorting: as `LC_ALL=C sort -u` would, in memory or through buckets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf import sort

NAMES = st.text(alphabet="ab>é中-", max_size=6)
BLOCKS = st.lists(st.tuples(NAMES, st.lists(NAMES, min_size=1, max_size=3)), max_size=30)


def block(subject, objects):
    return "".join(f'<id/{subject.replace(">", "")}> <p> "{o}" .\n' for o in objects)


def plainly_sorted(texts):
    lines = {line for text in texts for line in text.encode().split(b"\n") if line}
    return b"".join(line + b"\n" for line in sorted(lines))


@given(BLOCKS, st.sampled_from([1, 5, 9, 40]))
def test_buckets_give_the_order_of_bytes(tmp_path_factory, blocks, head):
    folder = tmp_path_factory.mktemp("sort")
    texts = [block(*b) for b in blocks]
    sort.spill(texts, folder / "a", head)
    sort.spill(texts[:3], folder / "b", head)
    count = sort.gather([folder / "a", folder / "b"], folder / "out.nt", head)
    assert (folder / "out.nt").read_bytes() == plainly_sorted(texts)
    assert count == len(plainly_sorted(texts).splitlines())


@pytest.mark.parametrize(("held", "bucket"), [(10**9, 10**9), (100, 10**9), (100, 50), (10**9, 1)])
def test_small_memory_changes_nothing(tmp_path, monkeypatch, held, bucket):
    monkeypatch.setattr(sort, "HELD", held)
    monkeypatch.setattr(sort, "BUCKET", bucket)
    texts = [block(f"{i % 7}-{i}", [str(i % 5), "书记"]) for i in range(300)]
    sort.spill(texts, tmp_path / "part", 4)
    sort.gather([tmp_path / "part"], tmp_path / "out.nt", 4)
    assert (tmp_path / "out.nt").read_bytes() == plainly_sorted(texts)
    assert {p.name for p in tmp_path.iterdir()} == {"part", "out.nt"}
    assert not list((tmp_path / "part").glob("*.again"))


def test_nothing_is_left_where_sorting_fails(tmp_path, monkeypatch):
    def stop(text):
        raise ValueError("stop")

    sort.spill([block("a", ["1"])], tmp_path / "part", 4)
    monkeypatch.setattr(sort, "_sorted", stop)
    with pytest.raises(ValueError, match="stop"):
        sort.gather([tmp_path / "part"], tmp_path / "out.nt", 4)
    assert [p.name for p in tmp_path.iterdir()] == ["part"]


def test_no_lines_are_an_empty_file(tmp_path):
    sort.spill([], tmp_path / "part", 4)
    assert sort.gather([tmp_path / "part"], tmp_path / "out.nt", 4) == 0
    assert (tmp_path / "out.nt").read_bytes() == b""
