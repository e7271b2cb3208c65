"""`python -m benchmarks.executives FILE.jsonl.xz`: executives who come and go, as companies' news tell them.

FILE holds rows {id, title, text, changes: [{高管姓名, 高管职位, 任职公司, 变动类型, …}]}. Prints how many of the changes are found: the person,
the person's company (one name within the other), the post, and whether it was given or taken.
"""

from __future__ import annotations

import json
import lzma
import sys
from pathlib import Path
from typing import Any

from kg.model.article import Article
from kg.model.facts import ArticleFacts, Tenure
from kg.model.settings import Settings
from kg.run.facts import facts_of

GIVEN = (
    "任命",
    "聘任",
    "委任",
    "增聘",
    "新增",
    "新任",
    "上任",
    "当选",
    "接任",
    "就任",
    "出任",
    "升任",
    "兼任",
    "履新",
    "加盟",
    "选举",
    "提名",
    "担任",
    "加入",
)


def within(a: str | None, b: str | None) -> bool:
    """Whether one of two names has the other in it."""
    return bool(a and b and (a in b or b in a))


def judge(facts: ArticleFacts, change: dict[str, str]) -> dict[str, bool]:
    """What of one change the facts have."""
    name = change.get("高管姓名", "")
    kind = "appointed" if change.get("变动类型", "").startswith(GIVEN) else "removed"
    posts = {change.get("高管职位"), change.get("变动后职位")} - {None}
    companies = {change.get("任职公司"), change.get("变动后公司名称")} - {None}
    mine = [t for t in facts.tenures if t.person == name]
    holds = [t for t in mine if any(within(t.post, p) for p in posts)]
    there = [t for t in holds if not companies or any(within(t.organization, c) for c in companies)]
    return {
        "person": any(m.name == name for m in facts.persons),
        "post": bool(holds),
        "company and post": bool(there),
        "kind of change": any(_changed(t, kind) for t in there),
    }


def _changed(tenure: Tenure, kind: str) -> bool:
    return tenure.status == kind or (kind == "removed" and tenure.status == "former")


def main(path: str) -> None:
    """Print the shares."""
    found: dict[str, int] = {}
    total = 0
    with lzma.open(Path(path), "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            facts = facts_of(_article(row), Settings())
            for change in row["changes"] if isinstance(facts, ArticleFacts) else []:
                total += 1
                for key, hit in judge(facts, change).items():  # type: ignore[arg-type]  # narrowed above
                    found[key] = found.get(key, 0) + hit
                    if not hit and "-v" in sys.argv:
                        print(key, json.dumps(change, ensure_ascii=False))
    for key, hits in found.items():
        print(f"{key}: {hits} of {total} ({hits / total:.2f})")


def _article(row: dict[str, Any]) -> Article:
    return Article(row["id"], row["text"], row.get("title", ""))


if __name__ == "__main__":
    main(sys.argv[1])
