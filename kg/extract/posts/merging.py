"""One tenure out of all that the phrases of an article say of one person, post and body."""

from __future__ import annotations

from collections import defaultdict

from kg.extract.posts.phrases import Held, Phrase
from kg.extract.quotations import quotation
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon
from kg.model.article import CleanArticle
from kg.model.facts import Tenure


def merged_tenures(
    article: CleanArticle, phrases: list[Phrase]
) -> tuple[tuple[Tenure, ...], dict[int, tuple[int, ...]]]:
    """Merge what several phrases say of one person, post and body; the numbers of each phrase's tenures."""
    bodied = {(h.person, h.item.post) for p in phrases for h in p.held if h.organization}
    merged: dict[tuple[str, str, str | None], list[Held]] = defaultdict(list)
    order: list[tuple[str, str, str | None]] = []
    keys: dict[int, list[tuple[str, str, str | None]]] = {}
    for phrase in phrases:
        for held in phrase.held:
            if not _publishable(held) or (
                held.organization is None and (held.person, held.item.post) in bodied
            ):
                continue
            key = (held.person, held.item.post, _one_name(held.organization))
            if key not in merged:
                order.append(key)
            merged[key].append(held)
            keys.setdefault(phrase.start, []).append(key)
    numbers = {key: i for i, key in enumerate(order)}
    tenures = tuple(_tenure(article, merged[key]) for key in order)
    return tenures, {start: tuple(dict.fromkeys(numbers[k] for k in ks)) for start, ks in keys.items()}


def _one_name(organization: str | None) -> str | None:
    """The name under which a country counts, however it is printed (印尼, 印度尼西亚); other bodies under their own."""
    if organization and len(organization) < _LONGEST:
        return places().country(organization) or organization
    return organization


_LONGEST = 8  # code points; countries that are printed longer have one form only


def _publishable(held: Held) -> bool:
    kind = post_lexicon().kind_of(held.item.post)
    if held.organization is None and kind != "job" and held.item.head not in _JUDGES:
        return False
    if held.item.head == "领袖":
        return held.organization is not None and held.organization.endswith("党")
    return held.item.head not in {"领导人", "同志"}


_JUDGES = frozenset("法官 主任裁判官 总裁判官".split())
"""Who is told by the post alone, as by an occupation."""


def _status(date: str, helds: list[Held]) -> str | None:
    """What the phrases say together: a change that is news, else what the first one says."""
    changes = [h for h in helds if h.status in {"removed", "appointed"}]
    holds = any(h.status is None for h in helds)
    new = _last_of([h for h in changes if not (holds and _is_old(h.date, date))])
    if new == "appointed" and any(h.status == "former" and h.rule.startswith("post-before") for h in helds):
        dated = [h for h in changes if h.date]  # 前社长某某1988年出任社长
        new = new if dated and not any(_is_old(h.date, date) for h in dated) else None
    status = new or next((h.status for h in helds if h not in changes), None)
    if any(h.status == "former" and h.rule.startswith("post-before-name") for h in helds):
        return status  # 前社长某某
    if status == "former" and _is_called_so(helds):
        return None
    if status == "former" and any(
        h.status is None and h.rule.startswith(("post-in", "post-after-verb")) for h in helds
    ):
        return None  # a career that ends in the same post
    return status


def _is_called_so(helds: list[Held]) -> bool:
    """Whether somebody is called by a post of which a career says no more than when it began (2013年任…; 市长某某)."""
    past = [h for h in helds if h.status == "former"]
    begun = all(h.rule.startswith(("post-after-verb", "post-in")) and h.since and not h.until for h in past)
    return begun and any(h.status is None and h.rule.startswith("post-before-name") for h in helds)


def _last_of(changes: list[Held]) -> str | None:
    """The status that the last of the changes leaves: what is given and taken is gone, unless it is given again later."""
    given = max((h.date or "" for h in changes if h.status == "appointed"), default=None)
    taken = max((h.date or "" for h in changes if h.status == "removed"), default=None)
    if given is None or taken is None:
        return changes[0].status if changes else None
    return "appointed" if taken and given > taken else "removed"


def _is_old(changed: str | None, date: str) -> bool:
    """Whether a change lies a year or more before the article: no news of who holds the post."""
    if not changed or not date:
        return False
    months = 12 * (int(date[:4]) - int(changed[:4]))
    return months + int(date[5:7] or 1) - int(changed[5:7] or date[5:7] or 1) >= _YEAR


_YEAR = 12  # months


def _tenure(article: CleanArticle, helds: list[Held]) -> Tenure:
    first = helds[0]
    status = _status(article.meta.date, helds)
    evidence = [quotation(article, held.start, held.end) for held in helds[:8]]
    return Tenure(
        first.person,
        first.item.post,
        first.organization,
        status,
        next((h.date for h in helds if h.date), None),
        first.resolved_by if first.resolved_by != "surface" else "explicit",
        max(h.confidence for h in helds),
        first.rule,
        tuple(dict.fromkeys(evidence)),
        first.since,
        first.until,
    )
