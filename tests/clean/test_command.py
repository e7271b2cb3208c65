import json

import pytest
from click.testing import CliRunner

from kg.cli.clean import clean

from .test_layout import SCRAPE


@pytest.fixture
def scrape(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(SCRAPE, "utf-8")
    return str(path)


def test_side_by_side(scrape):
    shown = CliRunner().invoke(clean, [scrape]).output
    assert "glosses removed" in shown
    assert "headline" in shown


def test_json(scrape):
    [article] = json.loads(CliRunner().invoke(clean, [scrape, "--json"]).output)
    assert article["meta"]["date"] == "2019-01-21"
    assert all(SCRAPE[d["start"] : d["end"]] for d in article["damage"])


def test_page(scrape, tmp_path):
    CliRunner().invoke(clean, [scrape, "--html", str(tmp_path / "out.html")], catch_exceptions=False)
    assert "<mark>" in (tmp_path / "out.html").read_text("utf-8")


def test_what_is_left_out_is_told(tmp_path):
    (tmp_path / "x.txt").write_text("hello", "utf-8")
    assert "fewer than" in CliRunner().invoke(clean, [str(tmp_path)]).output
