"""The page as a file: what it carries, what it forbids, and that it is always the same."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace

import pytest

from kg.export.view import write_page
from kg.export.view.network import vis_network_source
from kg.export.view.page import View, page_of
from kg.export.view.payload import cut
from kg.model.errors import KgError
from tests.export.invented import invented, iri
from tests.export.triples import store_of

HOSTILE = (
    "</script><script>document.title='hacked'</script>",
    "<img src=x onerror=\"document.title='hacked'\">",
    "' onmouseover='alert(1)' href=javascript:alert(1) \"",
    "{{ 7*7 }}{% raw %}",
    "\u202e\u2066\u0007abc\u2069",
    "龍" * 10_000,
    "&lt;b&gt;<!--",
    "𠮷野家😀\u2028",
)


def hostile_tables():
    """Every name, title, quotation and address is an attack."""
    tables = invented(8)
    for n, (key, row) in enumerate(list(tables.entities.items())):
        tables.entities[key] = replace(row, name=HOSTILE[n % 8], names=(HOSTILE[(n + 1) % 8],))
    for n, (key, row) in enumerate(list(tables.events.items())):
        tables.events[key] = replace(row, label=HOSTILE[n % 8])
    for n, (key, row) in enumerate(list(tables.evidence.items())):
        quote = HOSTILE[n % 8]
        tables.evidence[key] = replace(row, quote=quote, end=row.start + len(quote))
    for n, (key, row) in enumerate(list(tables.articles.items())):
        tables.articles[key] = replace(
            row, title=HOSTILE[n % 8], source=HOSTILE[(n + 2) % 8], url="javascript:alert(1)"
        )
    return tables


def unpacked(html, name):
    packed = re.search(rf'id="{name}">([^<]*)<', html)[1]
    return json.loads(gzip.decompress(base64.b64decode(packed)))


def facts_of(html):
    return unpacked(html, "facts")


def picture_of(html):
    return unpacked(html, "picture")


@pytest.fixture(scope="module")
def page(store):
    return page_of(store, View(title="示例"))[0]


def test_the_same_graph_gives_the_same_bytes(store, tables):
    assert page_of(store, View())[0] == page_of(store_of(tables), View())[0]


def test_every_script_is_allowed_by_its_digest_and_nothing_else_is(page):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1].replace(
        "&#39;", "'"
    )
    scripts = re.findall(r"<script>(.*?)</script>", page, re.S)
    assert len(scripts) == 2
    for text in [*scripts, re.search(r"<style>(.*?)</style>", page, re.S)[1]]:
        assert "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "connect-src" not in policy


def test_nothing_is_loaded_from_elsewhere(page):
    markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", page, flags=re.S)
    assert not re.search(r"""(?:src|href)=(?!"#|"data:,")""", markup)
    assert "sourceMappingURL" not in page


def test_the_page_carries_the_facts_of_what_it_draws(page, tables):
    facts, picture = facts_of(page), picture_of(page)
    assert len(facts["tenures"]) == len(tables.tenures)
    assert len(facts["parts"]) == len(tables.participations)
    assert picture["about"]["whole"]["person"] == len(tables.of_kind("person"))
    assert len(picture["nodes"]) == sum(picture["about"]["drawn"].values())
    assert picture["options"]["physics"]["enabled"] is False


def test_words_are_marked_in_their_sentence(page):
    facts = facts_of(page)
    for row in facts["tenures"]:
        for quote, start, length, *_ in row[9]:
            assert 0 <= start < start + length <= len(facts["quotes"][quote][0].encode("utf-16-le")) // 2


def test_hostile_text_stays_text():
    html, _ = page_of(store_of(hostile_tables()), View(title=HOSTILE[0], limit=500))
    outside = html.replace(vis_network_source(), "")
    assert len(re.findall(r"<script", outside)) == 4
    assert len(re.findall(r"</script", outside)) == 4
    assert not any(url for _, _, _, url in facts_of(html)["articles"])
    assert all(len(n["label"]) < 40 for n in picture_of(html)["nodes"])
    assert "hacked" not in re.sub(r"<script.*?</script>", "", html, flags=re.S).replace(
        "&#39;hacked&#39;", ""
    )


@pytest.mark.parametrize(
    ("given", "shown"),
    [("岑望山", "岑望山"), ("岑\u202e望\x07山", "岑望山"), ("岑望山" * 5, "岑望山岑望山岑…"), ("\ud83d", "")],
)
def test_cut(given, shown):
    assert cut(given, 8) == shown


def test_a_focus_draws_its_neighbourhood(store, tables):
    name = tables.entities[iri("p-00003")].name
    html, counts = page_of(store, View(focus=name, hops=1))
    assert picture_of(html)["about"]["asked"]["focus"] == name
    assert 1 < counts["nodes"] < 30


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"focus": "无此人"}, "无此人"),
        ({"limit": 0}, "--limit"),
        ({"limit": 9_999}, "--limit"),
        ({"start": "2050"}, "nothing to draw"),
    ],
)
def test_what_cannot_be_drawn_is_said(store, tmp_path, asked, message):
    with pytest.raises(KgError, match=message):
        write_page(store, tmp_path / "page.html", **asked)
    assert not list(tmp_path.iterdir())


def test_the_limits_of_size(large):
    html, counts = page_of(large, View(limit=1000))
    assert counts["nodes"] > 700
    assert len(html.encode()) < 1_500_000
