import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.time.dates import find_dates, may_be_told

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
        pytest.param(
            "1930年6月任军长，8月牺牲", "2019-05-31", [("1930-06",) * 2, ("1930-08",) * 2], id="of one story"
        ),
        pytest.param(
            "2018年12月开工，3月12日完工",
            "2019-05-31",
            [("2018-12",) * 2, ("2019-03-12",) * 2],
            id="of one story, over the end of a year",
        ),
        pytest.param(
            "1930年6月5日出发。8月12日到达。",
            "2019-05-31",
            [("1930-06-05",) * 2, ("1930-08-12",) * 2],
            id="of one story, long ago",
        ),
        pytest.param(
            "2012年6月5日出发。3月12日到达。",
            "2019-05-31",
            [("2012-06-05",) * 2, ("2019-03-12",) * 2],
            id="another sentence, of another story",
        ),
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
        pytest.param("2018年5月下旬到6月底", "2020-04-20", [("2018-05", "2018-06")], id="parts of months"),
        pytest.param("今年1至8月份", "2023-10-03", [("2023-01", "2023-08")], id="months of this year"),
        pytest.param("今年12月到明年3月", "2024-12-07", [("2024-12", "2025-03")], id="months into next year"),
        pytest.param(
            "10月份到2012年3月份", "2011-11-22", [("2011-10", "2012-03")], id="months to a stated year"
        ),
        pytest.param("9月末至次年5月末", "2021-01-16", [(None, None)], id="months of any year"),
        pytest.param(
            "2009年仅从8月底到9月初", "2011-08-18", [("2009", "2009"), ("2009-08", "2009-09")], id="of a year"
        ),
        pytest.param("7、8月", "2011-09-16", [("2011-07", "2011-08")], id="two months in a row"),
        pytest.param("9月底前报送", "2024-03-17", [("2024-09", "2024-09")], id="a month until which"),
        pytest.param("从上半年的六成降到四成", "2011-08-19", [("2011-01", "2011-06")], id="from a half"),
        pytest.param("计划11月提交", "2019-07-18", [("2019-11", "2019-11")], id="a month ahead"),
        pytest.param("5月继续增产", "2026-04-06", [("2026-05", "2026-05")], id="next month needs no 将"),
        pytest.param("11月重启", "2019-01-03", [("2018-11", "2018-11")], id="a month behind"),
        pytest.param(
            "8月，失业率比上月低",
            "2022-09-16",
            [("2022-08",) * 2, ("2022-07",) * 2],
            id="the month before 8月",
        ),
        pytest.param(
            "8月持平。\n失业率比上月低",
            "2022-09-16",
            [("2022-08",) * 2, ("2022-07",) * 2],
            id="… of another sentence",
        ),
        pytest.param("2003-2004年间", "2011-07-21", [("2003", "2004")], id="two years under one 年"),
        pytest.param("2016.4.12", "2017-01-01", [("2016-04-12", "2016-04-12")], id="a day in figures"),
        pytest.param(
            "21号主持会议，22日夜间抵达",
            "2012-11-22",
            [("2012-11-21",) * 2, ("2012-11-22",) * 2],
            id="what may follow a day",
        ),
        pytest.param(
            "截至16日，北约15日说，持续到26号",
            "2018-11-20",
            [("2018-11-16",) * 2, ("2018-11-15",) * 2, ("2018-11-26",) * 2],
            id="what may stand before a day",
        ),
        pytest.param("缩短至7日、21号线、3号主变、神舟十六号", "2023-05-29", [], id="no days"),
        pytest.param("今天起至30日", "2022-04-27", [("2022-04-27", "2022-04-30")], id="from today on"),
        pytest.param(
            "25日晚到26日，9日20时至10日20时",
            "2023-10-26",
            [("2023-10-25", "2023-10-26"), ("2023-10-09", "2023-10-10")],
            id="hours in a span",
        ),
        pytest.param("12号起开通", "2013-09-11", [("2013-09-12", None)], id="a bare day soon to come"),
        pytest.param(
            "2013年1月1号建成，将在当年开放",
            "2012-10-20",
            [("2013-01-01",) * 2, ("2013", "2013")],
            id="that year",
        ),
        pytest.param("老人谈起当年", "2014-10-20", [], id="long ago"),
        pytest.param(
            "1950年，李文安来到这里。同年8月15日",
            "2014-10-20",
            [("1950", "1950"), ("1950-08-15",) * 2],
            id="the same year, a sentence on",
        ),
        pytest.param(
            "本周、下周、本周末、上周三",
            "2026-01-21",
            [
                ("2026-01-19", "2026-01-25"),
                ("2026-01-26", "2026-02-01"),
                ("2026-01-24", "2026-01-25"),
                ("2026-01-14",) * 2,
            ],
            id="weeks",
        ),
        pytest.param(
            "近一周日均、周末、每个星期三、周一至周五、《星期日时报》", "2022-01-08", [], id="no weekdays"
        ),
        pytest.param("将于周三至周五", "2022-01-03", [("2022-01-05", "2022-01-07")], id="a span of weekdays"),
        pytest.param(
            "一季度，今年前三季度，前5个月，去年上半年",
            "2024-10-27",
            [("2024-01", "2024-03"), ("2024-01", "2024-09"), ("2024-01", "2024-05"), ("2023-01", "2023-06")],
            id="parts of years",
        ),
        pytest.param("近三季度、婚前5个月、每年底", "2024-10-27", [], id="lengths and habits"),
        pytest.param("四季度", "2025-01-20", [("2024-10", "2024-12")], id="the quarter that is just over"),
        pytest.param("今天的中国、《今日说法》", MONDAY, [], id="these days"),
        pytest.param("今日（1日）公布", "2021-06-30", [("2021-07-01",) * 2], id="told the evening before"),
        pytest.param(
            "3日开工，次日完工，此次日程",
            "2021-06-30",
            [("2021-06-03",) * 2, ("2021-06-04",) * 2],
            id="the next day",
        ),
        pytest.param(
            "4日发生火灾。\n警方当天表示",
            "2021-06-05",
            [("2021-06-04",) * 2] * 2,
            id="the day in the paragraph before",
        ),
        pytest.param("医生每晚要在当天八点到岗，开幕当天", "2021-06-05", [(None, None)] * 2, id="any day"),
        pytest.param("每年9月10日", "2021-06-05", [], id="every year"),
    ],
)
def test_find_dates(text, written, expected):
    assert [(r.start, r.end) for _, _, r in find_dates(text, 0, len(text), written)] == expected


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        pytest.param("农历八月十八", "2018-09-27", "2018-09-27", id="a day of the moon's calendar"),
        pytest.param("正月十五", "2015-02-19", "2015-03-05", id="the first month"),
        pytest.param("闰二月初一", "2023-03-01", "2023-03-22", id="a leap month"),
        pytest.param("二〇二四年腊月廿三", "2025-01-01", "2025-01-22", id="a year of the moon's calendar"),
        pytest.param("大年初一至初七", "2026-02-24", "2026-02-17/2026-02-23", id="a span of them"),
        pytest.param("除夕", "2022-01-23", "2022-01-31", id="the eve, nearest to the article"),
        pytest.param("去年除夕", "2022-01-23", "2021-02-11", id="the eve of last year"),
        pytest.param("共度中秋节", "2019-09-13", "2019-09-13", id="mid-autumn"),
        pytest.param("清明节", "2024-04-02", "2024-04-04", id="clear and bright"),
        pytest.param("冬至", "2021-12-20", "2021-12-21", id="the solstice"),
        pytest.param("春节期间", "2024-02-20", "", id="the season"),
        pytest.param("中秋节前夕", "2024-09-10", "", id="before the feast"),
        pytest.param("春节当天", "2024-02-20", "2024-02-10", id="on the day itself"),
        pytest.param("每年除夕", "2024-02-20", "", id="every year"),
        pytest.param("八月二十五日", "2024-08-26", "2024-08-25", id="a day of our calendar in words"),
        pytest.param("1850年除夕", "2024-08-26", "1850", id="a year that the table does not reach"),
    ],
)
def test_feasts_and_days_of_the_moon(text, written, expected):
    found = [time for _, _, time in find_dates(text, 0, len(text), written)]
    assert [t.start if t.start == t.end else f"{t.start}/{t.end}" for t in found] == [expected] * bool(
        expected
    )


@pytest.mark.parametrize("text", ["下周", "一季度", "年底", "共度除夕", "2020年全国运动会", "今明两天"])
def test_what_is_planned_or_counted_by_is_seldom_when_something_happened(text):
    found = find_dates(text, 0, len(text), MONDAY)
    assert found
    assert may_be_told(found) == []


@pytest.mark.parametrize("text", ["今年一季度", "农历八月十八", "除夕，全家团聚"])
def test_but_a_stated_year_a_day_of_the_moon_and_an_opening_feast_may_be(text):
    assert may_be_told(find_dates(text, 0, len(text), MONDAY))


@pytest.mark.parametrize(
    ("text", "anchor", "is_near", "expected"),
    [
        pytest.param(
            "20日", "2023-01-16", False, "2023-07-20", id="yesterday's news, whatever was mentioned before"
        ),
        pytest.param("20日", "2023-01-16", True, "2023-07-20", id="even in the paragraph"),
        pytest.param("28日", "2023-01-16", True, "2023-01-28", id="a chronicle goes on in its paragraph"),
        pytest.param("12日", "2023-01-03", False, "2023-07-12", id="but not over many months in another"),
        pytest.param("28日", "2023-06-16", False, "2023-06-28", id="over a month it may"),
    ],
)
def test_a_day_in_passing_draws_no_other_story_into_its_month(text, anchor, is_near, expected):
    assert [t.start for _, _, t in find_dates(text, 0, len(text), "2023-07-21", anchor, is_near)] == [
        expected
    ]


@given(st.text(alphabet="今去年12月3日至十二周一（）号第前后将当", max_size=24), st.dates())
def test_every_range_is_in_order_and_quotes_its_words(text, written):
    for start, end, time in find_dates(text, 0, len(text), written.isoformat()):
        assert text[start:end]
        assert time.end is None or (time.start is not None and time.start <= time.end)
