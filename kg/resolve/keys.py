"""Opaque, stable keys: digests of identity decisions, and days as numbers."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from hashlib import blake2b

NO_DAY = 0


def key(prefix: str, *parts: str) -> str:
    """An ASCII key such as "p-3f…": a prefix and 80 bits of the parts' digest, the same on every machine."""
    return f"{prefix}-{blake2b(chr(31).join(parts).encode(), digest_size=10).hexdigest()}"


def signature(*parts: str) -> int:
    """64 bits of the parts' digest, for tables that only need to tell things apart."""
    return int.from_bytes(blake2b(chr(31).join(parts).encode(), digest_size=8).digest(), "big")


@lru_cache(maxsize=100_000)
def day_number(date: str) -> int:
    """Days since the year 1 of an ISO date, a year or month as its first day; NO_DAY where unreadable."""
    try:
        year, month, day = (*(int(part) for part in date.split("-")), 1, 1)[:3]
        return dt.date(year, month, day).toordinal()
    except (ValueError, OverflowError):
        return NO_DAY


@lru_cache(maxsize=100_000)
def iso(day: int) -> str:
    """The ISO date of a day number, "" for NO_DAY."""
    return dt.date.fromordinal(day).isoformat() if day > NO_DAY else ""
