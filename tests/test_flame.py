"""The picture of where a build spends its time."""

from __future__ import annotations

import sys
from xml.etree import ElementTree

import pytest

from benchmarks.flame import ROOT, drawn, named, shares, stacks_of

BUILD = f"_run_code (<frozen runpy>:65);main (click/core.py:1);build ({ROOT}/kg/run/build.py:38)"
RAW = f"""{BUILD};clean_article (kg/clean/cleaning.py:20);search (re.py:3) 30
{BUILD};read_chain (kg/extract/posts/chains.py:9) 50
{BUILD};read_chain (kg/extract/posts/chains.py:9);<listcomp> (kg/extract/posts/chains.py:12) 10
{BUILD};_find_and_load (<frozen importlib._bootstrap>:1);<module> (kg/rdf/nt.py:1) 6
main (click/core.py:1) 4
"""


@pytest.mark.parametrize(
    ("call", "name"),
    [
        pytest.param(f"a ({ROOT}/kg/rdf/nt.py:7)", "a (kg/rdf/nt.py)", id="ours"),
        pytest.param(f"a ({sys.prefix}/lib/python3.11/site-packages/jieba/__init__.py:7)", "a (jieba/__init__.py)", id="a library's"),
        pytest.param("a (/usr/lib/python3.11/json/decoder.py:7)", "a (json/decoder.py)", id="Python's"),
        pytest.param("process 12", "process 12", id="no file"),
    ],
)  # fmt: skip
def test_a_call_is_named_without_a_path_of_this_machine(call, name):
    assert named(call) == name


def test_each_room_has_its_share_with_what_libraries_do_for_it():
    assert shares(stacks_of(RAW)) == [
        ("extract/posts", 0.6),
        ("clean", 0.3),
        ("import", 0.06),
        ("start-up, command line", 0.04),
    ]


def test_the_picture_shows_every_call_with_its_share():
    picture = drawn(stacks_of(RAW))
    told = {title.text for title in ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}title")}
    assert {"kg build: 100.0%", "build (kg/run/build.py): 96.0%", "search (re.py): 30.0%"} <= told
    assert "&lt;listcomp&gt;" in picture
    assert "<script" not in picture
    assert str(ROOT) not in picture
