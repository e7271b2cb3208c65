"""Pictures for papers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.export import bars, fonts, plot
from kg.model.errors import KgError
from tests.export.invented import iri
from tests.export.triples import store_of

pytest.importorskip("matplotlib")


@pytest.fixture(autouse=True)
def font():
    try:
        fonts.chinese_font()
    except KgError as error:
        pytest.skip(str(error))


def names(tables):
    tenure = next(iter(tables.tenures.values()))
    return tables.entities[tenure.person].name, tables.entities[tenure.organization].name, tenure.post


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
@pytest.mark.parametrize("picture", ["timeline", "succession", "companions", "activity"])
def test_every_picture_in_every_form(store, tables, tmp_path, picture, form):
    person, body, post = names(tables)
    given = {"timeline": (person,), "succession": (body, post), "companions": (person,), "activity": ()}[
        picture
    ]
    path = tmp_path / f"picture.{form}"
    getattr(plot, picture)(store, path, *given)
    assert path.read_bytes().startswith({"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}[form])


@pytest.mark.parametrize(
    "known", [{"valid_until": "2020-03"}, {"valid_from": "2019"}, {"last": "2020-03-01"}]
)
def test_a_tenure_of_which_one_day_is_known_is_drawn(tables, tmp_path, known):
    tenure = next(iter(tables.tenures.values()))
    dates = dict.fromkeys(("first", "last", "valid_from", "valid_until"), "") | known
    changed = replace(tables, tenures={tenure.id: replace(tenure, **dates)})
    plot.timeline(store_of(changed), tmp_path / "one.svg", tables.entities[tenure.person].name)
    assert (tmp_path / "one.svg").read_bytes().startswith(b"<?xml")


def test_of_many_tenures_the_best_attested_are_drawn_in_their_order(tables, monkeypatch):
    monkeypatch.setattr(bars, "MOST_BARS", 2)
    tenure = next(iter(tables.tenures.values()))
    rows = [(replace(tenure, evidence=("e",) * n), str(n)) for n in (3, 1, 5, 2)]
    undated = replace(tenure, first="", last="", valid_from="", valid_until="", evidence=("e",) * 9)
    assert [label for _, label in bars.best_attested([*rows, (undated, "9")])] == ["3", "5"]


def test_the_same_picture_has_the_same_bytes(store, tables, tmp_path):
    person = names(tables)[0]
    for n in (1, 2):
        plot.timeline(store, tmp_path / f"{n}.svg", person)
    assert (tmp_path / "1.svg").read_bytes() == (tmp_path / "2.svg").read_bytes()


@pytest.mark.parametrize(
    ("picture", "given"),
    [
        ("timeline", ("无此人",)),
        ("succession", ("无此单位", "主席")),
        ("activity", ("无此人",)),
        ("companions", ("无此人",)),
    ],
)
def test_what_is_not_known_is_said(store, tmp_path, picture, given):
    with pytest.raises(KgError, match=given[0]):
        getattr(plot, picture)(store, tmp_path / "x.svg", *given)
    assert not list(tmp_path.iterdir())


def test_another_suffix_is_refused(store, tables, tmp_path):
    with pytest.raises(KgError, match=r"\.svg, \.png or \.pdf"):
        plot.timeline(store, tmp_path / "x.docx", names(tables)[0])


def test_a_post_that_nobody_holds(store, tables, tmp_path):
    with pytest.raises(KgError, match="no holder"):
        plot.succession(store, tmp_path / "x.svg", tables.entities[iri("o-00000")].name, "无此职")


def test_without_a_chinese_font_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(fonts, "KNOWN", ())
    fonts.chinese_font.cache_clear()
    with pytest.raises(KgError, match="fonts-noto-cjk"):
        fonts.chinese_font()
    monkeypatch.setenv(fonts.SETTING, "/nowhere.ttf")
    with pytest.raises(KgError, match="no such file"):
        fonts.chinese_font()
    fonts.chinese_font.cache_clear()
