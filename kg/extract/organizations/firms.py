"""The companies of a whole article: what posts without a body belong to, and what short names mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from kg.extract.organizations.issuer import COMPANY_ENDINGS
from kg.extract.posts.links import Link
from kg.extract.posts.phrases import Chain, Held, Phrase
from kg.extract.reading import BodyMention
from kg.lexicon.body_forms import companies
from kg.lexicon.posts import post_lexicon

_DEFINED = re.compile(
    r"（(?:以下|下文|下)?(?:简称|称)(?:为)?[：:]?[“《「]?(?P<short>[\u4e00-\u9fffA-Za-z]{2,8})[”》」]?）"
)
_QUOTED = re.compile("“([\u4e00-\u9fff]{4,14})”")
_THE_COMPANY = frozenset(["公司", "本公司", "上市公司", "本集团", "集团"])


def only_company(names: Iterable[str]) -> str:
    """The one company among the bodies of an article, or ""."""
    found = {name for name in names if name.endswith(COMPANY_ENDINGS) or name in companies()}
    return found.pop() if len(found) == 1 else ""


def give_company(phrases: Sequence[Phrase], chains: Sequence[Chain], company: Callable[[], str]) -> None:
    """Let posts of companies that nothing gave a body belong to the article's one company, if it has one."""
    bare: list[Held | Link] = [
        h for p in phrases for h in p.held if h.organization is None and _of_a_company(h)
    ]
    bare += [k for c in chains for k in c.links if k.organization is None and _is_company_post(k.item.head)]
    name = company() if bare else ""
    for one in bare:
        if name:
            one.organization, one.resolved_by = name, "context"


def _of_a_company(held: Held) -> bool:
    return _is_company_post(held.item.head) and not held.item.body


def _is_company_post(head: str) -> bool:
    known = post_lexicon().heads.get(head)
    return bool(known and known.system == "company" and known.kind != "job")


def short_names(text: str, bodies: Sequence[BodyMention]) -> dict[str, str]:
    """The short names that brackets give to bodies: 某某某协会（下称“某协”）."""
    ends = {body.end: body.name for body in bodies}
    found: dict[str, str] = {}
    for defined in _DEFINED.finditer(text):
        name = ends.get(defined.start(), "")
        if name and defined["short"] not in _THE_COMPANY:
            found[defined["short"]] = name
    for body in bodies:  # 某某 is 某某公司 where the text has both
        printed = text[body.start : body.end]
        if body.name in companies() and printed == body.name + "公司":
            found[body.name] = printed
    return found


def quoted_names(text: str, names: Iterable[str]) -> dict[str, str]:
    """大屿联盟 is 守护大屿联盟 where the text has that in quotes and never the shorter one alone."""
    found: dict[str, str] = {}
    quoted = {q[1] for q in _QUOTED.finditer(text)}
    for name in sorted(set(names)) if quoted else ():
        longer = sorted(q for q in quoted if q != name and q.endswith(name))
        if longer and 1 < text.count(longer[0]) == text.count(name):
            found[name] = longer[0]
    return found
