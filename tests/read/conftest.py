"""Invented articles as files of every kind."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
import zstandard

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.read import read_articles

STORY = (
    "太原市3月5日召开工作会议，市委书记李大明出席会议并讲话，市长张三峰主持会议。会议研究了下一步的工作安排。"
)
PACK: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.compress,
}


def rows(count: int) -> list[dict[str, str]]:
    return [
        {"id": f"a{i}", "text": f"{STORY}第{i}件。", "title": f"第{i}条", "date": "2019-03-05"}
        for i in range(count)
    ]


def jsonl(count: int) -> bytes:
    return b"".join(orjson.dumps(row) + b"\n" for row in rows(count))


Read = Callable[..., tuple[list[Article], list[Rejected]]]


@pytest.fixture
def read() -> Read:
    """Read inputs to the end; articles and rejections apart."""

    def run(*inputs: Path | str, **settings: object) -> tuple[list[Article], list[Rejected]]:
        outcomes = list(read_articles([str(i) for i in inputs], Settings(**settings)))  # type: ignore[arg-type]
        return [o for o in outcomes if isinstance(o, Article)], [
            o for o in outcomes if isinstance(o, Rejected)
        ]

    return run
