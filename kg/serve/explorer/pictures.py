"""Where the shapes of pictures stand; the templates draw them. Lengths in units of the picture's view box."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

LABEL, WIDTH, ROW, TOP = 330, 1000, 24, 30  # of a timeline
MARGIN = 22  # at the right: half of the last year's figures
TILE = 40  # of the map
DAYS = 365.25
MOST_ROWS = 60
MOST_YEARS = 80  # of the calendar
SPARSE = 0.02  # of the busiest year: years before that had fewer events are told as one sum

TILES = {
    "65": (0, 2), "62": (2, 2), "63": (1, 3), "54": (0, 4), "64": (3, 2), "15": (4, 1), "61": (3, 3),
    "14": (4, 2), "13": (5, 2), "11": (5, 1), "12": (6, 2), "21": (7, 1), "22": (7, 0), "23": (8, 0),
    "37": (6, 3), "41": (5, 3), "32": (7, 4), "34": (6, 4), "31": (8, 4), "42": (5, 4), "50": (4, 4),
    "51": (3, 4), "53": (2, 5), "52": (3, 5), "43": (4, 5), "36": (5, 5), "33": (7, 5), "35": (6, 6),
    "44": (5, 6), "45": (4, 6), "46": (4, 7), "71": (8, 6), "81": (6, 7), "82": (5, 7),
}  # fmt: skip
"""Each province as a tile of a schematic map, by the first two figures of its GB/T 2260 code: column, row."""
SHORT = {
    "11": "京", "12": "津", "13": "冀", "14": "晋", "15": "蒙", "21": "辽", "22": "吉", "23": "黑", "31": "沪",
    "32": "苏", "33": "浙", "34": "皖", "35": "闽", "36": "赣", "37": "鲁", "41": "豫", "42": "鄂", "43": "湘",
    "44": "粤", "45": "桂", "46": "琼", "50": "渝", "51": "川", "52": "贵", "53": "云", "54": "藏", "61": "陕",
    "62": "甘", "63": "青", "64": "宁", "65": "新", "71": "台", "81": "港", "82": "澳",
}  # fmt: skip


def shade(count: int, most: int) -> int:
    """0 for none, then 1 to 5 by the logarithm."""
    if count <= 0:
        return 0
    return 1 + min(4, int(5 * math.log(count + 1) / math.log(most + 2)))


def _year(text: str, end: bool = False) -> float | None:
    """A date of any precision as a fraction of years; the end of an imprecise one where `end` is set."""
    try:
        if len(text) == 4:
            return int(text) + (1.0 if end else 0.0)
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 2:
            return parts[0] + (parts[1] - (0 if end else 1)) / 12
        return parts[0] + (date(*parts[:3]).timetuple().tm_yday - 1) / DAYS
    except (ValueError, IndexError):
        return None


def timeline(tenures: list[dict[str, Any]], named: str) -> dict[str, Any] | None:
    """Bars of tenures over years; `named` says what stands before each: "post" or "person"."""
    bars = []
    for tenure in tenures[:MOST_ROWS]:
        times = [_year(tenure[name]) for name in ("first", "from")]
        ends = [_year(tenure[name], True) for name in ("last", "until")]
        known = [time for time in (*times, *ends) if time is not None]
        if known:
            bars.append((tenure, times, ends, min(known), max(known)))
    if not bars:
        return None
    begin, end = math.floor(min(bar[3] for bar in bars)), math.ceil(max(bar[4] for bar in bars) + 0.01)
    scale = (WIDTH - LABEL - MARGIN) / max(1, end - begin)

    def x(year: float) -> float:
        return round(LABEL + (year - begin) * scale, 1)

    step = next(s for s in (1, 2, 5, 10, 20, 50, 1000) if (end - begin) / s <= 14)
    return {
        "height": TOP + ROW * len(bars) + 10,
        "ticks": [{"x": x(year), "year": year} for year in range(begin, end + 1) if year % step == 0],
        "bars": [_bar(bar, place, x, named) for place, bar in enumerate(bars)],
        "left_out": max(0, len(tenures) - MOST_ROWS),
    }


def _bar(bar: Any, place: int, x: Any, named: str) -> dict[str, Any]:
    tenure, (first, start), (last, until), _, _ = bar
    label = (
        tenure["person"]["name"]
        if named == "person"
        else (tenure["body"] or {}).get("name", "") + tenure["post"]
    )
    shown = {"y": TOP + ROW * place, "label": label, "tenure": tenure, "attested": None, "valid": None}
    if first is not None:
        shown["attested"] = {
            "x": x(first),
            "width": max(3.0, round(x(last if last else first) - x(first), 1)),
        }
    if start is not None or until is not None:
        left = start if start is not None else min(t for t in (first, until) if t is not None)
        right = until if until is not None else max(t for t in (last, start) if t is not None)
        shown["valid"] = {
            "x1": x(left),
            "x2": x(max(left, right)),
            "open": until is None,
            "since": start is not None,
        }
    return shown


def calendar(months: dict[str, int]) -> dict[str, Any] | None:
    """A row for each year, a cell for each month, darker with more events; years before the bulk of them as one sum."""
    counted = {month: n for month, n in months.items() if len(month) == 7}
    if not counted:
        return None
    most = max(counted.values())
    by_year: dict[int, int] = {}
    for month, n in counted.items():
        by_year[int(month[:4])] = by_year.get(int(month[:4]), 0) + n
    enough = max(by_year.values()) * SPARSE
    years = range(min(year for year, n in by_year.items() if n >= enough), max(by_year) + 1)[-MOST_YEARS:]
    earlier = sorted(year for year in by_year if year < years[0])
    return {
        "most": most,
        "height": 24 + 22 * len(years),
        "earlier": {"from": earlier[0], "to": earlier[-1], "n": sum(by_year[year] for year in earlier)}
        if earlier
        else None,
        "rows": [_months(year, 24 + 22 * row, counted, most) for row, year in enumerate(years)],
    }


def _months(year: int, y: int, counted: dict[str, int], most: int) -> dict[str, Any]:
    cells = []
    for month in range(1, 13):
        name = f"{year}-{month:02}"
        n = counted.get(name, 0)
        cells.append({"x": 60 + 34 * (month - 1), "month": name, "n": n, "shade": shade(n, most)})
    return {"year": year, "y": y, "cells": cells}


def tilemap(places: list[dict[str, Any]]) -> dict[str, Any] | None:
    """How often each province was visited, on tiles; None where none was."""
    counts: dict[str, int] = {}
    for place in places:
        code = place["code"]
        if len(code) == 6 and code[:2] in TILES:
            counts[code[:2]] = counts.get(code[:2], 0) + place["events"]
    if not counts:
        return None
    most = max(counts.values())
    return {
        "size": TILE,
        "tiles": [
            {
                "x": column * (TILE + 4),
                "y": row * (TILE + 4),
                "short": SHORT[code],
                "place": f"pl-{code}0000",
                "n": counts.get(code, 0),
                "shade": shade(counts.get(code, 0), most),
            }
            for code, (column, row) in TILES.items()
        ],
    }


def neighbourhood(nodes: list[dict[str, Any]], ties: list[dict[str, Any]]) -> dict[str, Any]:
    """The first node in the middle, the others on rings around, those who meet each other side by side.

    Of the ties among the others only the strongest are drawn: all of them would be a hairball.
    """
    weight = {frozenset((tie["a"], tie["b"])): tie["events"] for tie in ties}
    centre, others = nodes[0], nodes[1:]
    inner, outer = others[:12], others[12:]
    spots = {centre["id"]: (0.0, 0.0)}
    for ring, members in ((190.0, inner), (330.0, outer)):
        ordered = _by_ties(members, weight)
        for place, node in enumerate(ordered):
            angle = 2 * math.pi * place / max(1, len(ordered)) - math.pi / 2
            spots[node["id"]] = (round(ring * 1.35 * math.cos(angle), 1), round(ring * math.sin(angle), 1))
    most = max(weight.values(), default=1)
    own = [{"a": centre["id"], "b": node["id"], "events": node["events"]} for node in others]
    between = [tie for tie in ties if centre["id"] not in (tie["a"], tie["b"])]
    between = sorted(between, key=lambda tie: (-tie["events"], tie["a"], tie["b"]))[: 2 * len(others)]
    return {
        "nodes": [
            {**node, "x": spots[node["id"]][0], "y": spots[node["id"]][1], "middle": node is centre}
            for node in nodes
        ],
        "ties": [
            {
                **tie,
                "x1": spots[tie["a"]][0],
                "y1": spots[tie["a"]][1],
                "x2": spots[tie["b"]][0],
                "y2": spots[tie["b"]][1],
                "width": round(0.6 + 5 * math.log(tie["events"] + 1) / math.log(most + 2), 2),
                "own": tie in own,
            }
            for tie in (*between, *own)
        ],
    }


def _by_ties(members: list[dict[str, Any]], weight: dict[frozenset[str], int]) -> list[dict[str, Any]]:
    """A chain in which each is followed by whom it meets most often of those left."""
    left = list(members)
    chain = [left.pop(0)] if left else []
    while left:
        last = chain[-1]["id"]
        best = max(left, key=lambda node: (weight.get(frozenset((last, node["id"])), 0), node["events"]))
        left.remove(best)
        chain.append(best)
    return chain
