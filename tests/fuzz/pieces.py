"""What hostile and half-sensible articles are made of: the words of our own lexicons, and characters that hurt."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from kg.lexicon.tables import rows_of
from kg.lexicon.triggers import triggers

TABLES = (
    "areas", "body_endings", "body_words", "cities_abroad", "contractions", "countries", "divisions",
    "japanese_surnames", "name_contexts", "organizations", "posts", "renamings", "renderings", "surnames", "systems",
    "venues",
)  # fmt: skip
MARKS = tuple("，。、；：！？“”‘’（）()《》〈〉【】[]「」『』…—－-·•/|｜%＋+\n\t \u3000")
STATUS = tuple(
    "原 前 时任 现任 新任 候任 代 代理 常务 副 第一副 兼 兼任 任 历任 曾任 免去 任命 不再担任 当选 辞去 被查 同志 先生 女士 教授 夫人 以及 和 与 等 "
    "等人 等陪同 陪同 参加 出席 主持 一行 分别 先后 他 她 其 该 我 本 某 各 全 省委 市委 县委 书记 市长 省长".split()
)
DATES = tuple(
    "2019年3月5日 3月5日 3月5日至8日 5日 二十八日 二〇一九年 2019年 2019年底 今年 去年 前年 上月 本月 下月5日 今天 昨天 前天 明天 日前 近日 同日 当天 上周三 "
    "周日（5日） 2月30日 13月45日 0月0日 民国三十八年 民国０年 农历正月初五 9999年12月31日 0000年 十月 １２月３１日 上半年 1月至2月 2018年12月30日至2019年1月2日 "
    "99月 三十一日 年 月 日 号 至 起 以来 当地时间".split()
)
WOUNDS = tuple(
    "(guó) （huì） ?nèi) &nbsp; &amp;amp; &#20013; &#x110000; &#55296; \u200b \u202e \u202d \u2066 \ufeff \xad \xa0 \ue1fe \ue000 \ue400 "
    "\ue800 \uec00 \uf8ff \U000f0000 \U0010ffff \ufffd \u0301 \u20dd \u0e47 \ufe0f 🇨🇳 👨\u200d👩\u200d👧 舷鹿 鐨勪 锟斤拷 烫烫 ÖÐ¹ú ä¸\xadå\x9b½ "
    "Ψ é ﬁ ㊣ ① Ⅳ １２ Ａ 豈 \U00020000 𠮷 \x00 \x07 \x1b[31m \x85 \u2028 \u2029 \r\n \ud800 \udfff".split(
        " "
    )
)


@cache
def words() -> tuple[str, ...]:
    """Every first column and its forms, of every lexicon, in order."""
    found: dict[str, None] = {}
    for table in TABLES:
        for row in rows_of(f"{table}.tsv"):
            found.update((form, None) for cell in row[:2] for form in cell.split("|") if form)
    known = triggers()
    found.update((word, None) for word in (*known.words, *known.verbs, *known.acts, *known.gatherings))
    return tuple(found)


@cache
def posts() -> tuple[str, ...]:
    return tuple(row[0] for row in rows_of("posts.tsv"))


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(row[0] for row in rows_of("surnames.tsv"))


def names() -> st.SearchStrategy[str]:
    """Invented names: Chinese, transliterated, or half of one."""
    given = st.text("明立峰佩兰长庚远舟一苇知秋海岳向东", min_size=1, max_size=2)
    own = st.builds(str.__add__, st.deferred(lambda: st.sampled_from(_surnames())), given)
    part = st.text("阿巴克德埃费格哈伊克拉马尼欧普罗斯特维", min_size=1, max_size=4)
    return own | st.lists(part, min_size=1, max_size=3).map("·".join)


def pieces() -> st.SearchStrategy[str]:
    """One piece of an article."""
    return st.one_of(
        st.deferred(lambda: st.sampled_from(words())),
        st.deferred(lambda: st.sampled_from(posts())),
        names(),
        st.sampled_from(DATES),
        st.sampled_from(STATUS),
        st.sampled_from(MARKS),
        st.sampled_from(MARKS),
        st.text(max_size=3),
    )


def prose() -> st.SearchStrategy[str]:
    """An article of pieces."""
    return st.lists(pieces(), min_size=1, max_size=50).map("".join)


def wounded() -> st.SearchStrategy[str]:
    """The same with what scrapers and haters do to text; lone surrogates too."""
    piece = st.one_of(pieces(), st.sampled_from(WOUNDS), st.text(st.characters(), max_size=4))
    return st.lists(piece, min_size=1, max_size=50).map("".join)
