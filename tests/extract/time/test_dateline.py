"""The day a report was written on, by its dateline."""

import pytest

from kg.extract.time.dateline import written_on
from kg.model.article import Article, CleanArticle, Meta, Zone
from kg.model.origin import OriginMap


def page(text, *zones):
    """A clean article of these zones (kind, length), or of one body."""
    kinds, at = [], 0
    for kind, length in zones or (("body", len(text)),):
        kinds.append(Zone(kind, at, at + length))
        at += length
    return CleanArticle(Article("t", text), text, OriginMap.identity(len(text)), tuple(kinds), Meta())


@pytest.mark.parametrize(
    ("text", "printed", "written"),
    [
        pytest.param("某社太原7月6日电 会议召开。", "2019-07-07", "2019-07-06", id="a wire of the day before"),
        pytest.param("某社太原7月6日上午电 会议召开。", "2019-07-07", "2019-07-06", id="with its half of the day"),
        pytest.param("本报太原7月6日讯 会议召开。", "2019-07-06", "2019-07-06", id="printed the same day"),
        pytest.param("某社太原7月6日电 会议召开。", "2019-07-21", "2019-07-06", id="printed fifteen days later"),
        pytest.param("某社太原7月6日电 会议召开。", "2019-07-22", "2019-07-22", id="later than that it is another's"),
        pytest.param("某社太原7月6日电 会议召开。", "2019-07-05", "2019-07-05", id="no wire comes from tomorrow"),
        pytest.param("某社太原7月6日电 会议召开。", "2019-07", "2019-07", id="printed on no known day"),
        pytest.param("某社太原7月6日电 会议召开。", "", "", id="no date at all"),
        pytest.param("某社太原7月电 会议召开。", "2019-07-07", "2019-07-07", id="a month is no day"),
        pytest.param("7月6日会议召开，来电很多。", "2019-07-07", "2019-07-07", id="a day that no wire follows"),
        pytest.param("会" * 50 + "7月6日电", "2019-07-07", "2019-07-06", id="within sixty signs"),
        pytest.param("会" * 60 + "7月6日电", "2019-07-07", "2019-07-07", id="not behind them"),
    ],
)  # fmt: skip
def test_the_day_of_the_dateline(text, printed, written):
    assert written_on(page(text), printed) == written


@pytest.mark.parametrize(
    ("kinds", "written"),
    [
        pytest.param(("headline", "dateline", "body"), "2019-07-06", id="in a line of its own"),
        pytest.param(("headline", "byline", "body"), "2019-07-06", id="beside the author"),
        pytest.param(("headline", "caption", "body"), "2019-07-07", id="a caption's day is the picture's"),
    ],
)
def test_which_parts_of_a_page_have_a_dateline(kinds, written):
    parts = ("会议召开\n", "某社太原7月6日电\n", "会议召开。")
    zones = zip(kinds, map(len, parts), strict=True)
    assert written_on(page("".join(parts), *zones), "2019-07-07") == written


def test_a_page_without_a_body_keeps_its_date():
    assert written_on(page("会议召开", ("headline", 4)), "2019-07-07") == "2019-07-07"
