"""Which lines are furniture, which are story, and what the furniture tells."""

import pytest

from kg.clean.dates import iso_day
from kg.clean.furniture import kind_of, kind_of_closing
from kg.clean.inline import find_lead, find_tail
from kg.clean.signatures import signed_by

STORY = "太原市5日召开工作会议，市委书记李大明出席会议并讲话，市长张三峰主持会议。"
MORE = "会议要求，各部门要扎实做好下一步的各项工作，努力开创新的局面。"


def zones(article):
    return [(zone.kind, article.text[zone.start : zone.end]) for zone in article.zones]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("甲新闻网>>时政要闻", "breadcrumb"),
        ("您的位置：首页 > 新闻 > 正文", "breadcrumb"),
        ("首页", "breadcrumb"),
        ("2019年01月21日14:51  来源：《甲日报》", "source_line"),
        ("发布时间：2019-03-05", "source_line"),
        ("发布日期：2019-11-29阅读次数：1627", "source_line"),
        ("来源：甲报 作者：王小明", "source_line"),
        ("（责编：王小明、李小红）", "editors"),
        ("责任编辑：王小明SF104", "editors"),
        ("本报记者 王小明 李小红", "byline"),
        ("文/王小明", "byline"),
        ("图为会议现场。", "caption"),
        ("会议现场。 王小明摄", "caption"),
        ("会议现场。资料图片", "caption"),
        ("相关阅读", "related"),
        ("推荐阅读：", "related"),
        ("上一篇：某地召开会议", "related"),
        ("→→更多时政新闻", "related"),
        ("分享到：", "share"),
        ("QQ空间", "share"),
        ("返回顶部", "share"),
        ("版权所有 甲新闻网", "copyright"),
        ("京ICP备12004265号-13", "copyright"),
        ("联系我们", "footer"),
        ("甲县| 乙市| 丙区| 丁县| 戊市| 己区|", "spam"),
        ("关于我们|联系我们|网站地图|招聘信息|广告服务|版权声明", "footer"),
        ("王明在太原调研", None),
        ("会议于2019年3月5日召开", None),
        ("一、全面加强领导", None),
    ],
)
def test_lines_that_are_no_sentence(line, kind):
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("本网转载文章仅供参考，不代表本网观点，如有侵权请联系删除。", "copyright"),
        ("未经书面授权，任何单位和个人不得转载本网站的内容。", "copyright"),
        ("请加入成为甲新闻的月费订户，长期支持我们的工作，谢谢大家。", "footer"),
        ("群众可拨打举报电话反映情况，也可以关注公众号了解有关信息。", None),
        (STORY, None),
    ],
)
def test_sentences_that_close_a_page(line, kind):
    assert kind_of_closing(line) == kind


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("新华社太原1月18日电 ", "太原"),
        ("新华社北京6月5日电（记者王小明）", "北京"),
        ("人民网华盛顿12月4日电 （记者 王小明）", "华盛顿"),
        ("中新网客户端北京7月29日电（记者王小明）", "北京"),
        ("中新网5月15日电 ", ""),
        ("甲消息网5月14日报道", ""),
        ("央视网消息（新闻联播）：", ""),
        ("中国网络电视台消息：", ""),
        ("本报讯（记者 王小明）", ""),
        ("本报北京4月17日讯记者王小明报道：", "北京"),
        ("【甲时报驻韩国特派记者 王小明】", ""),
    ],
)
def test_datelines(lead, place):
    found = find_lead(lead + STORY)
    assert found is not None
    assert (lead[: found.end], found.place) == (lead, place)


@pytest.mark.parametrize(
    "paragraph",
    [
        STORY,
        "据新华社1月18日报道，会议在太原召开。",
        "合作社：让农民富起来",
        "新华社记者从有关部门获悉，会议将于近日召开。",
        "《甲日报》5日报道说，会议取得成果。",
        "【一】会议在太原召开",
    ],
)
def test_what_is_no_dateline(paragraph):
    assert find_lead(paragraph) is None


@pytest.mark.parametrize(
    "tail",
    [
        "（记者 王小明）",
        "（王小明）",
        "（王小明）（新华社专特稿）",
        "（完）",
        "（视频编辑：王小明 文字编辑：李小红）",
        "（张 明 李 红）",
        "【新华社微特稿】",
    ],
)
def test_signatures_at_the_end(tail):
    assert find_tail(STORY + tail) == len(STORY)


@pytest.mark.parametrize("tail", ["（女）", "（见图）", "（共13人）", "（含2年）", "（以下简称《意见》）"])
def test_brackets_that_belong_to_the_story(tail):
    assert find_tail(STORY[:-1] + tail) is None


@pytest.mark.parametrize(
    ("words", "authors", "editors"),
    [
        ("（记者 王小明）", ("王小明",), ()),
        ("【甲时报驻韩国、日本特派记者 王小明 甲时报记者 李小红】", ("王小明", "李小红"), ()),
        ("（记者王小明，编辑李小红，甲网报道）", ("王小明",), ("李小红",)),
        ("（视频编辑：张双江 文字编辑：见小红）", (), ("张双江", "见小红")),
        ("文|甲财经社 文小明", ("文小明",), ()),
        ("（杨 明）", ("杨明",), ()),
        ("甲新闻記者", (), ()),
    ],
)
def test_signatures(words, authors, editors):
    assert signed_by(words) == (authors, editors)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2019-08-11", "2019-08-11"),
        ("Aug 11, 2019", "2019-08-11"),
        ("Sun, 23 Sep 2018 08:31:54 GMT", "2018-09-23"),
        ("2019年8月11日", "2019-08-11"),
        ("2019年08月11日14:51  来源：甲报", "2019-08-11"),
        ("2019/8/1", "2019-08-01"),
        ("20190811", "2019-08-11"),
        ("二〇一九年八月十一日", "2019-08-11"),
        ("2011年10月11来源：", "2011-10-11"),
        ("1565481600", "2019-08-11"),
        ("二〇一九年十二月三一日", "2019-12-31"),
        ("二〇一九年十十月三日", ""),
        ("二〇一九年三月三三十日", ""),
        ("2019-02-30", ""),
        ("8月11日", ""),
        ("", ""),
    ],
)
def test_days(words, day):
    assert iso_day(words) == day


SCRAPE = f"""中國(guó)甲新聞網(wǎng)>>時(shí)政要聞

李大明在太原調(diào)研時(shí)強(qiáng)調(diào)

扎實(shí)做好下一步工作
努力開(kāi)創(chuàng)新局面

2019年01月21日14:51  來(lái)源:《甲日報(bào)》

{STORY}

{MORE}(記者 王小明)

(責(zé)編:趙小紅、錢小雲(yún))

甲網(wǎng)簡(jiǎn)介

甲县| 乙市| 丙区| 丁县| 戊市| 己区| 庚县|"""


def test_a_scraped_page(clean):
    article = clean(SCRAPE)
    assert zones(article) == [
        ("breadcrumb", "中国甲新闻网>>时政要闻"),
        ("kicker", "李大明在太原调研时强调"),
        ("headline", "扎实做好下一步工作"),
        ("headline", "努力开创新局面"),
        ("source_line", "2019年01月21日14:51  来源：《甲日报》"),
        ("body", f"{STORY}\n{MORE}"),
        ("byline", "（记者 王小明）"),
        ("editors", "（责编：赵小红、钱小云）"),
        ("footer", "甲网简介"),
        ("spam", "甲县| 乙市| 丙区| 丁县| 戊市| 己区| 庚县|"),
    ]
    meta = article.meta
    assert (meta.title, meta.date, meta.source) == (
        "扎实做好下一步工作 努力开创新局面",
        "2019-01-21",
        "甲日报",
    )
    assert (meta.authors, meta.editors, meta.section) == (("王小明",), ("赵小红", "钱小云"), "时政要闻")


def test_a_page_that_prints_its_title_three_times(clean):
    page = f"会议在太原召开- 甲商圈新闻\n首页\n新闻\n会议在太原召开\n会议在太原召开\n2011年10月11来源：\n分享到：\nQQ空间\n{STORY}\n相关报道\n·乙地召开会议\n·丙地召开会议"
    article = clean(page, title="会议在太原召开", source="www.jia.com")
    kinds = ["breadcrumb"] * 4 + ["headline", "source_line", "share", "share", "body"] + ["related"] * 3
    assert [kind for kind, _ in zones(article)] == kinds
    assert (article.meta.title, article.meta.source, article.meta.date) == (
        "会议在太原召开",
        "甲商圈新闻",
        "2011-10-11",
    )


@pytest.mark.parametrize("title", ["——", "·", "（）", " "])
def test_a_title_of_marks_alone(clean, title):
    kind, words = zones(clean(f"……\n——\n{STORY}", title=title))[-1]
    assert kind == "body"
    assert words.endswith(STORY)


def test_a_row_is_all_story(clean):
    article = clean(f"{STORY}\n{MORE}", title="会议在太原召开", date="Mar 5, 2019", source="甲报")
    assert zones(article) == [("body", f"{STORY}\n{MORE}")]
    assert (article.meta.date, article.meta.source) == ("2019-03-05", "甲报")
    assert article.origin.is_identity


def test_a_story_keeps_what_looks_like_furniture_within_it(clean):
    text = f"{STORY}\n2019年1月21日\n首页\n{MORE}"
    assert zones(clean(text, title="会议")) == [("body", text)]


def test_the_container_is_believed_before_the_page(clean):
    article = clean(SCRAPE, title="別的標題", date="2020-02-02", source="乙报")
    assert (article.meta.title, article.meta.date, article.meta.source) == ("别的标题", "2020-02-02", "乙报")


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2019-01-21 14:51:03　来源：甲日报　字号：[大][中][小]",
        "2019年01月21日 08:30:00 甲日报",
        "甲日报 2019-01-21 08:15",
        "甲日报（2019-01-21 第01版）",
        "发表于 2019-01-21 来源 甲日报",
        "稿件来源： 甲日报 | 2019-01-21",
        "【2019-01-21】【来源：甲日报】",
        "2019/01/21 14:51:00 来源：甲日报 编辑：王小明",
        "2019-01-21T08:15:00+08:00 来源：甲日报",
        "来源：甲日报\n2019-01-21",
        "2019-01-21 来源：甲日报作者：王小明点击：12",
    ],
)
def test_date_and_source_lines_of_many_sites(clean, line):
    meta = clean(f"会议在太原召开\n{line}\n{STORY}\n{MORE}").meta
    assert (meta.title, meta.date, meta.source) == ("会议在太原召开", "2019-01-21", "甲日报")


@pytest.mark.parametrize("head", ["首页\n新闻中心\n时政", "您的位置：首页 > 新闻 > 正文", "网站首页 >> 要闻"])
def test_navigation_over_a_headline(clean, head):
    page = f"{head}\n会议在太原召开\n2019-01-21 来源：甲报\n{STORY}\n{MORE}"
    assert clean(page).meta.title == "会议在太原召开"
