"""Every reader on any bytes, and on valid files with bytes changed, cut, doubled or moved."""

from __future__ import annotations

import io
import tempfile
from functools import cache
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kg.model.settings import Settings
from kg.read.registry import OWN
from tests.read.conftest import PACK, STORY, jsonl, rows

from .effort import fuzzed
from .promises import check_read

SETTINGS = Settings(max_article_bytes=200_000)
FORMATS = (*OWN, "", "unheard-of")
PACKINGS = {"": bytes} | {f".{suffix}": pack for suffix, pack in PACK.items()}


def _table() -> bytes:
    return (
        "id,text,title,date\r\n" + "".join(f'{i},"{STORY}\n""x""",题,2019-03-05\r\n' for i in range(3))
    ).encode()


def _page() -> bytes:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>题</title><meta name="author" content="甲"></head>'
        f"<body><div><h1>题</h1><span>2019-03-05 来源：甲报</span><p>{STORY}</p><p>{STORY}&nbsp;&#20013;</p></div></body></html>"
    ).encode()


def _parquet() -> bytes:
    sink = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows(3)), sink)
    return sink.getvalue()


def _warc() -> bytes:
    sink = io.BytesIO()
    writer = WARCWriter(sink, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    for i in range(2):
        writer.write_record(
            writer.create_warc_record(
                f"http://a/{i}", "response", payload=io.BytesIO(_page()), http_headers=headers
            )
        )
    return sink.getvalue()


@cache
def valid(suffix: str) -> bytes:
    """A small valid file of a format."""
    match suffix:
        case "csv" | "tsv":
            return _table()
        case "html" | "htm" | "shtml":
            return _page()
        case "parquet":
            return _parquet()
        case "warc":
            return _warc()
        case "jsonl" | "ndjson":
            return jsonl(3)
        case "json":
            return b"[" + jsonl(3).strip().replace(b"\n", b",") + b"]"
    return STORY.encode()


def mutated(data: bytes) -> st.SearchStrategy[bytes]:
    """`data` after up to four changes."""
    place = st.integers(0, len(data))
    junk = st.binary(max_size=6) | st.sampled_from(
        [b"\x00" * 40, b"\xff\xfe", b"\xef\xbb\xbf", b'"' * 9, b"[" * 2000, b"{" * 9, b"<div>" * 400, b"9" * 400,
         b"1e999", b"NaN", b"\\ud800", b"\r\n\r\n", b"&#x110000;", b"Content-Length: -1\r\n", b"<![CDATA[", b"\xd6\xd0\xb9"]
    )  # fmt: skip
    change = st.tuples(place, place, junk)

    def apply(changes: list[tuple[int, int, bytes]]) -> bytes:
        made = data
        for start, end, new in changes:
            made = made[:start] + new + (made[end:] if end >= start else made[start:])
        return made

    return st.lists(change, min_size=1, max_size=4).map(apply)


def check(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        check_read(path, SETTINGS)


@pytest.mark.parametrize("suffix", FORMATS)
@fuzzed(12, 0.3)
@given(data=st.binary(max_size=400), packing=st.sampled_from(sorted(PACKINGS)))
@example(data=b"\r\x01", packing="")  # a heading that csv refuses
def test_any_bytes(suffix, data, packing):
    check(f"a.{suffix}{packing}".replace("..", "."), data)
    check(f"a.{suffix}{packing}".replace("..", "."), PACKINGS[packing](data))


@pytest.mark.parametrize("suffix", FORMATS)
@fuzzed(15, 0.6)
@given(data=st.data())
def test_a_valid_file_that_was_changed(suffix, data):
    check(f"a.{suffix}".rstrip("."), data.draw(mutated(valid(suffix))))


@pytest.mark.parametrize("packing", sorted(set(PACKINGS) - {""}))
@fuzzed(10, 0.3)
@given(data=st.data())
def test_a_packed_file_that_was_changed(packing, data):
    check(f"a.jsonl{packing}", data.draw(mutated(PACKINGS[packing](jsonl(40)))))
