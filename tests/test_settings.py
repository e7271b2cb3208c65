"""What a user can set."""

from __future__ import annotations

import pytest

from kg.model.errors import KgError
from kg.model.settings import Settings


def test_settings_are_read(tmp_path):
    place = tmp_path / "s.toml"
    place.write_text('base = "https://example.org/人/"\nplugins = ["a"]\nmax_article_seconds = 5\n', "utf-8")
    assert Settings.from_toml(place) == Settings(
        base="https://example.org/人/", plugins=("a",), max_article_seconds=5
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("no TOML", "not a TOML file"),
        ("workers = 2", "unknown setting 'workers'; known are base"),
        ('base = "not an iri"', "base must be an absolute IRI"),
        ('base = "https://example.org/a b/"', "base must be an absolute IRI"),
        ('base = ""', "base must be an absolute IRI"),
        ("base = 1", "base must be a text"),
        ("max_article_seconds = 0", "1 or more"),
        ("max_article_seconds = true", "1 or more"),
        ('max_article_chars = "many"', "1 or more"),
        ("public_only = 1", "true or false"),
        ("plugins = [1]", "a list of names"),
        ('plugins = "llm"', "a list of names"),
    ],
)
def test_a_setting_that_cannot_be_is_told_in_one_line(line, why, tmp_path):
    place = tmp_path / "s.toml"
    place.write_text(line, "utf-8")
    with pytest.raises(KgError, match=why) as told:
        Settings.from_toml(place)
    assert str(told.value).startswith(str(place))
    assert "\n" not in str(told.value)
