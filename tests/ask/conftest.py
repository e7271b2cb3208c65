"""A small graph about invented people, built from said facts through the real rooms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model.entities import Decision
from kg.model.facts import ArticleFacts
from kg.model.settings import Settings
from kg.rdf.triples import article_lines, entity_lines
from kg.resolve import resolve
from kg.store.local import LocalStore, memory_store
from tests.resolve.saying import meeting, saying

SHANXI = "中国共产党山西省委员会"
GOVERNMENT = "山西省人民政府"
UNION = "山西省总工会"


def graph_of(articles: list[ArticleFacts], decisions: tuple[Decision, ...] = ()) -> LocalStore:
    """The store of what these articles say."""
    settings = Settings()
    resolution = resolve(articles, decisions, settings)
    lines = {
        line
        for a in articles
        for text in article_lines(a, resolution.ids_of(a), settings)
        for line in text.splitlines()
    }
    lines |= {line for text in entity_lines(resolution, settings) for line in text.splitlines()}
    return memory_store("\n".join(sorted(lines)) + "\n", settings.base)


def articles() -> list[ArticleFacts]:
    """A secretary replaced by a stated decision, a governor seen now and then, a stray report, two namesakes."""
    told = [
        saying(
            "a1",
            "2015-01-10",
            ("岑望山", SHANXI, "书记"),
            ("翟一鸣", GOVERNMENT, "省长"),
            printed={SHANXI: ("山西省委",)},
        ),
        saying("a2", "2015-06-10", ("岑望山", SHANXI, "书记")),
        saying("a3", "2016-03-05", ("岑望山", SHANXI, "书记")),
        saying(
            "a4", "2016-06-30", ("岑望山", SHANXI, "书记", "removed"), ("符晓岚", SHANXI, "书记", "appointed")
        ),
        saying("a5", "2016-09-01", ("符晓岚", SHANXI, "书记"), ("翟一鸣", GOVERNMENT, "省长")),
        saying("a6", "2018-01-01", ("符晓岚", SHANXI, "书记")),
        saying("a7", "2018-02-01", ("温北辰", GOVERNMENT, "省长")),
        saying("a8", "2018-03-01", ("温北辰", GOVERNMENT, "省长")),
        saying("a9", "2017-02-01", ("简若谷", SHANXI, "书记")),
        saying("b1", "2015-03-01", ("王伟", "太原市公安局", "民警")),
        saying("b2", "2016-03-01", ("王伟", "华中科技大学", "教授")),
        saying("c1", "2015-01-10", ("晏清和", UNION, "副主席"), ("苗南乔", UNION, "副主席")),
        saying("c2", "2016-01-10", ("晏清和", UNION, "副主席")),
    ]
    gathering = replace(
        told[4], events=(meeting("2016-08-31", "符晓岚", "翟一鸣", places=("太原市",), label="符晓岚调研"),)
    )
    told[4] = gathering
    told.append(
        saying(
            "d1",
            "2018-03-02",
            also=["翟一鸣", "温北辰"],
            events=[meeting("2018-03-01", "温北辰", "翟一鸣", label="交接会议")],
        )
    )
    return told


@pytest.fixture(scope="session")
def graph() -> LocalStore:
    return graph_of(articles())
