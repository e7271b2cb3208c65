"""Whole articles that are long, dense or nested: time follows their length, not its square."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from kg.clean import clean_article
from kg.extract import extract_facts
from kg.model.article import Article, CleanArticle
from kg.model.settings import Settings

from .effort import LONG
from .pieces import posts, words
from .promises import check_facts

SETTINGS = Settings()
SMALL, LARGE = (50_000, 200_000) if LONG else (4_000, 16_000)  # code points
GROWTH = LARGE / SMALL * 2.5  # of time; what is quadratic grows by 16
FLOOR = 0.4  # seconds of processor time below which growth says nothing
SURNAMES, GIVEN = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
    "明立峰佩兰长庚远舟一苇知秋海岳向东伟芳静磊军勇杰涛平",
)
PEOPLE = [s + a + b for a in GIVEN for b in GIVEN for s in SURNAMES]
NEWS = (
    "太原市3月5日召开工作会议，市委书记李大明出席会议并讲话，市长张三峰主持会议。会议强调，要“扎实”做好下一步的工作（包括旅游）。"
    "次日，副省长陈立峰在太原会见了来访的客人，并到汾源重型机械有限公司考察。"
)


def long_of(unit: str) -> str:
    return unit * (LARGE // len(unit) + 1)


TEXTS = {
    "ordinary news": long_of(NEWS),
    "no stop": long_of(NEWS.replace("。", "，")),
    "no mark": long_of("".join(c for c in NEWS if c.isalnum())),
    "one title": long_of("省委书记市长"),
    "titles in a list": long_of("省委书记、"),
    "every post": long_of("".join(posts())),
    "every word": "".join(words()),
    "every word in a list": "、".join(words()),
    "titles and names": long_of("市委书记李大明、市长张三峰、"),
    "names": long_of("李大明、张三峰，"),
    "people": "、".join(PEOPLE),
    "people with posts": "".join(f"市长{p}，" for p in PEOPLE),
    "people who meet": "".join(f"{p}会见{q}。" for p, q in pairwise(PEOPLE)),
    "people who speak": "".join(f"{p}强调，要“努力”。" for p in PEOPLE),
    "people appointed": "任命" + "、".join(f"{p}为市长" for p in PEOPLE),
    "lines": "".join(f"市长{p}出席会议。\n" for p in PEOPLE),
    "bodies": "".join(f"{p}有限公司、" for p in PEOPLE),
    "heads of bodies": "".join(f"{p}有限公司董事长{q}，" for p, q in pairwise(PEOPLE)),
    "places": long_of("山西省太原市迎泽区"),
    "dates": long_of("2019年3月5日至8日"),
    "a career": long_of("李大明，男，2001年任市长，"),
    "brackets": "（" * (LARGE // 2) + "李" + "）" * (LARGE // 2),
    "brackets and people": long_of("（市长李大明"),
    "quotes": "“" * (LARGE // 2) + "李" + "”" * (LARGE // 2),
    "titles of books": long_of("《会议"),
    "dots": long_of("阿卜·"),
    "one surname": long_of("李"),
    "blanks": long_of(" \n\u3000"),
    "tears": long_of("日?qǐng)?bào)工人"),
    "glosses": long_of("國(guó)"),
    "entities": long_of("&amp;#20013;"),
    "latin": long_of("Abc de "),
}


def seconds(text: str) -> float:
    """Processor time of cleaning and extraction together."""
    article = Article("long", NEWS + text + NEWS, "", "2019-03-05")
    start = time.process_time()
    cleaned = clean_article(article, SETTINGS)
    if isinstance(cleaned, CleanArticle):
        facts = extract_facts(cleaned, SETTINGS)
        took = time.process_time() - start
        check_facts(facts, article.text)
        return took
    return time.process_time() - start


@pytest.fixture(scope="module", autouse=True)
def warm():
    seconds(NEWS)


@pytest.mark.parametrize("kind", TEXTS)
def test_time_follows_length(kind):
    text = TEXTS[kind]
    large = seconds(text[:LARGE])
    if large > FLOOR:
        assert large < GROWTH * max(seconds(text[:SMALL]), FLOOR / 4)
