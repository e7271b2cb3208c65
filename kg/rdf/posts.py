"""Posts as SKOS concepts: the grade of a post, and what it is a deputy of."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.rdf.nt import digest, lines, literal, node
from kg.rdf.terms import CONCEPT, PREF_LABEL, TYPE, grade, iri, kg

_DEPUTY = re.compile(r"^(?:常务|第[一二三]|执行|专职|兼职|驻会|名誉|代理?)*副(?P<chief>.{1,12})$")
_RANKED = re.compile(r"^(?:常务|执行|专职|兼职|驻会|名誉|代理?|第[一二三])(?P<plain>.{2,12})$")
_CHIEF = re.compile(
    r"(?:书记|主席|主任|总理|总统|首相|委员长|理事长|会长|总经理|总裁|总监|司令员?|政委|总干事|专员|检察长|审计长|.*[省市县区州镇乡村部局厅司处科院校行社台馆所会旗盟队团长]长)$"
)  # fmt: skip
_NO_CHIEF = frozenset({"委员", "常委", "代表", "组员", "队员", "家长", "学长", "特长"})

_BROADER, _ROLE, _DEPUTY_OF = iri("skos:broader"), iri("org:Role"), kg("deputyOf")


def role_key(post: str) -> str:
    """The key of a post's concept: "r-" and a digest of its name."""
    return f"r-{digest(post)}"


def chief_of(post: str) -> str:
    """The post that this one is a deputy of: 常务副省长 → 省长; "" where it is no deputy."""
    found = _DEPUTY.match(post)
    return found["chief"] if found else ""


def wider_post(post: str) -> str:
    """The post without its rank among equals: 第一书记 → 书记, 常务副省长 → 副省长; "" without one."""
    found = _RANKED.match(post)
    return found["plain"] if found else ""


def grade_of(post: str) -> str:
    """The grade of a post: deputy (副职), chief (正职), or "" where it has none (委员, 代表, 教授)."""
    if chief_of(post):
        return "deputy"
    return "chief" if _CHIEF.search(post) and post not in _NO_CHIEF else ""


def with_wider(post: str) -> set[str]:
    """The post, the posts wider than it and the post that it is a deputy of: all need a concept."""
    found, waiting = set[str](), [post]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in (wider_post(name), chief_of(name)) if other]
    return found


@lru_cache(maxsize=65_536)
def role_lines(post: str, base: str) -> str:
    """The concept of a post."""
    wider, chief, rank = wider_post(post), chief_of(post), grade_of(post)
    return lines(
        node(base, role_key(post)),
        [
            (TYPE, _ROLE),
            (TYPE, CONCEPT),
            (PREF_LABEL, literal(post, "zh-Hans")),
            (_BROADER, node(base, role_key(wider)) if wider else grade(rank) if rank else ""),
            (_DEPUTY_OF, node(base, role_key(chief)) if chief else ""),
        ],
    )
