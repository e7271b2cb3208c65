"""Articles about invented people, as many as a test needs, always the same."""

from __future__ import annotations

import json
from pathlib import Path

SURNAMES = "岑符简翟温晏苗岳房祝柏阮卓傅鲁古郝楼贝梅"
GIVEN = [
    "望山",
    "晓岚",
    "一鸣",
    "北辰",
    "书洋",
    "清和",
    "新雨",
    "兰亭",
    "若谷",
    "南乔",
    "青原",
    "致和",
    "立言",
    "子衿",
]
PLACES = ["太原市", "大同市", "长治市", "晋中市", "临汾市", "运城市", "忻州市", "朔州市"]
POSTS = [
    ("市委书记", "主持召开市委常委会会议"),
    ("市长", "到汾源重型机械有限公司考察"),
    ("市总工会主席", "看望慰问劳动模范"),
]


def article(number: int) -> dict[str, str]:
    """The row of a JSONL input."""
    place = PLACES[number % len(PLACES)]
    post, deed = POSTS[number % len(POSTS)]
    hero, other = name(number), name(number * 7 + 3)
    month, day = 1 + number // 28 % 12, 1 + number % 28
    text = (
        f"本报{place[:-1]}{month}月{day}日讯 {month}月{day}日，{place[:-1]}{post}{hero}{deed}。"
        f"他强调，要把工作做到群众心坎上，这是今年的第{number}项安排。\n{place[:-1]}市副市长{other}陪同。"
    )
    return {
        "id": f"n{number:05d}",
        "title": f"{hero}{deed}",
        "date": f"2022-{month:02d}-{day:02d}",
        "source": "汾河日报",
        "text": text,
    }


def name(number: int) -> str:
    """An invented name."""
    return SURNAMES[number % len(SURNAMES)] + GIVEN[number // 3 % len(GIVEN)]


def write_articles(path: Path, count: int) -> Path:
    """Write a JSONL file of so many articles."""
    lines = (json.dumps(article(n), ensure_ascii=False) + "\n" for n in range(count))
    path.write_text("".join(lines), encoding="utf-8")
    return path
