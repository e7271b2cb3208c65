import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import find_dates

MONDAY = "2019-12-16"


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        pytest.param("1月17日至18日", "2019-01-21", [("2019-01-17", "2019-01-18")], id="a span of days"),
        pytest.param(
            "5月30日至6月1日", "2013-06-02", [("2013-05-30", "2013-06-01")], id="a span over months"
        ),
        pytest.param("17日上午", "2019-12-17", [("2019-12-17", "2019-12-17")], id="a bare day"),
        pytest.param(
            "30日，", "2020-05-02", [("2020-04-30", "2020-04-30")], id="a bare day of the month before"
        ),
        pytest.param("将于31日抵达", "2019-07-29", [("2019-07-31", "2019-07-31")], id="a bare day to come"),
        pytest.param(
            "12月30日，", "2025-01-02", [("2024-12-30", "2024-12-30")], id="last year, seen from January"
        ),
        pytest.param(
            "1月1日起施行", "2019-12-20", [("2020-01-01", None)], id="next year, seen from December"
        ),
        pytest.param("9月8日至12日在京举行", "2025-08-26", [("2025-09-08", "2025-09-12")], id="soon"),
        pytest.param("7月6日和7日", "2025-07-08", [("2025-07-06", "2025-07-07")], id="two days in a row"),
        pytest.param(
            "5日、8日", "2025-07-08", [("2025-07-05",) * 2, ("2025-07-08",) * 2], id="two days apart"
        ),
        pytest.param("部长30日举行", "2020-10-31", [("2020-10-30",) * 2], id="a day behind a post"),
        pytest.param("神舟十九号、长征5号", "2020-10-31", [], id="ships and rockets"),
        pytest.param("某某22号在会上", "2020-10-31", [("2020-10-22",) * 2], id="a day by its number"),
        pytest.param("延长3日", "2020-10-31", [], id="a span of time"),
        pytest.param("2003年3月", "2011-04-07", [("2003-03", "2003-03")], id="a month"),
        pytest.param("2019年1月至3月", "2020-04-07", [("2019-01", "2019-03")], id="a span of months"),
        pytest.param("2006年派驻", "2017-02-21", [("2006", "2006")], id="a year"),
        pytest.param("去年7月", "2019-07-29", [("2018-07", "2018-07")], id="a month of last year"),
        pytest.param(
            "去年底", "2019-07-29", [("2018", "2018")], id="the end of last year has a year's precision"
        ),
        pytest.param("今天", MONDAY, [(MONDAY, MONDAY)], id="today"),
        pytest.param("今（15）日率团", "2011-02-15", [("2011-02-15",) * 2], id="today with its day"),
        pytest.param(
            "今（3日）早", "2020-08-03", [("2020-08-03",) * 2], id="today with its day, a comma behind"
        ),
        pytest.param("昨（2）日晚", "2020-08-03", [("2020-08-02",) * 2], id="yesterday with its day"),
        pytest.param("昨天", "2020-01-01", [("2019-12-31", "2019-12-31")], id="yesterday"),
        pytest.param("大前天", MONDAY, [("2019-12-13", "2019-12-13")], id="three days ago"),
        pytest.param("上周三", MONDAY, [("2019-12-11", "2019-12-11")], id="last Wednesday"),
        pytest.param("周一", MONDAY, [(MONDAY, MONDAY)], id="a weekday that is today"),
        pytest.param("周五", MONDAY, [("2019-12-13", "2019-12-13")], id="a weekday lies behind"),
        pytest.param("将于周五", MONDAY, [("2019-12-20", "2019-12-20")], id="unless it is to come"),
        pytest.param(
            "周三（20日）", "2021-10-18", [("2021-10-20", "2021-10-20")], id="a weekday with its day"
        ),
        pytest.param("本月十三日", "2017-02-21", [("2017-02-13", "2017-02-13")], id="Chinese numerals"),
        pytest.param("上月", "2017-01-14", [("2016-12", "2016-12")], id="last month, over the year's end"),
        pytest.param(
            "二〇一九年一月十七日", "2020-05-01", [("2019-01-17", "2019-01-17")], id="digits in Chinese"
        ),
        pytest.param("民国三十八年", "2020-05-01", [("1949", "1949")], id="a year of the Republic"),
        pytest.param("从3月28日至记者发稿时", "2019-04-17", [("2019-03-28", None)], id="an open span"),
        pytest.param("日前", "2020-05-01", [(None, None)], id="some days ago"),
        pytest.param("3月5日签约，同日揭牌", "2020-05-01", [("2020-03-05",) * 2] * 2, id="the same day"),
        pytest.param("第3日、12号线、3日内、历时3日", "2020-05-01", [], id="no dates"),
        pytest.param("2月30日", "2020-05-01", [], id="no day of the calendar"),
        pytest.param(
            "民国三三十年", "2020-05-01", [("2241", "2241")], id="numerals that count nothing sensible"
        ),
        pytest.param("17日", "", [(None, None)], id="no article date, no guess"),
        pytest.param("2020年全国运动会", "2020-05-01", [], id="a year in a name"),
    ],
)
def test_find_dates(text, written, expected):
    assert [(r.start, r.end) for _, _, r in find_dates(text, 0, len(text), written)] == expected


@given(st.text(alphabet="今去年12月3日至十二周一（）号第前后将当", max_size=24), st.dates())
def test_every_range_is_in_order_and_quotes_its_words(text, written):
    for start, end, time in find_dates(text, 0, len(text), written.isoformat()):
        assert text[start:end]
        assert time.end is None or (time.start is not None and time.start <= time.end)
